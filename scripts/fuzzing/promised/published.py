"""What holds of the site that is made of files with which nothing is wrong: it is made, and its addresses and pictures are harmless."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from contributions.library.library import Library
from contributions.media import photographs
from contributions.media.pictures import published
from contributions.region.addresses import addresses
from publishing.capabilities import declared
from publishing.hosting import REDIRECTS
from publishing.page import Document, Planned
from theming import with_theme

PLUGINS = ("publishing", "hub", "agenda", "catalogue", "directory", "newsletter", "feeds", "search", "opendata", "programmes")
ADDRESS = re.compile(r"/(?!/)[^\0-\x20\x7f\\?#%]*")
REDIRECT = re.compile(r"/(?![/\\])[^\s\\:*]* /(?!/)\S* 301")
MOST = 6_000_000
"""Bytes that a picture of the fuzzer's may become: they are small."""


@cache
def _plugins() -> None:
    for name in PLUGINS:
        importlib.import_module(name).register()


def publishing(library: Library, content: Path) -> Iterator[str]:
    """The promises that publishing does not keep, a sentence each."""
    _plugins()
    with_theme(library.hub)
    try:
        yield from _made(library)
    except Exception as error:  # that nothing escapes is what is promised
        yield f"{type(error).__name__} while its pages are made: {error}"
    for path in sorted((content / "images").rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield from _picture(path)


def _made(library: Library) -> Iterator[str]:
    gone = {f"{pattern} {above} 302" for pattern, above in addresses().gone}
    for item in declared(library):
        if not ADDRESS.fullmatch(item.path) or {"..", "."} & set(item.path.split("/")):
            yield f"no address of a site: {item.path!r}"
        made = item.make() if isinstance(item, Planned) else item
        if item.path == REDIRECTS and isinstance(made, Document):
            for line in made.content.decode().splitlines():
                if line not in gone and (not REDIRECT.fullmatch(line) or {"..", "."} & set(line.split(" ")[0].split("/"))):
                    yield f"no redirect: {line!r}"


def _picture(path: Path) -> Iterator[str]:
    try:
        data = published(path)
    except Exception as error:  # that nothing escapes is what is promised
        yield f"{type(error).__name__} while a picture is published: {error}"
        return
    if len(data) > MOST:
        yield f"too heavy: {len(data)} bytes of {path.stat().st_size}"
    ending = path.suffix.lower()
    if ending == ".svg":
        drawing = _Drawing()
        drawing.feed(data.decode("utf-8", "replace"))
        drawing.close()
        yield from (f"live drawing: {what}" for what in drawing.live)
    elif ending in photographs.FORMATS and (flaw := photographs.flaw(data, ending)):
        yield f"published with a flaw: {flaw.what}"


class _Drawing(HTMLParser):
    """Looks for what runs or fetches something in a drawing, with the eyes of a browser that takes it for HTML."""

    RUNNING = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler", "animate", "set", "link", "meta", "base"})
    FETCHED = re.compile(r"url\(\s*[\"']?\s*(?!#|data:image/)|@import|\\", re.IGNORECASE)

    def __init__(self) -> None:
        super().__init__()
        self.live: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element and its attributes."""
        name = tag.rpartition(":")[2]
        self._style = name == "style"
        if name in self.RUNNING:
            self.live.append(f"<{tag}>")
        for attribute, value in attrs:
            self._attribute(attribute.rpartition(":")[2], value or "")

    def _attribute(self, name: str, value: str) -> None:
        address = re.sub(r"[\0-\x20]", "", value).lower()
        leads = name in {"href", "src", "base"} and bool(address) and not address.startswith(("#", "data:image/"))
        fetches = name not in {"d", "id", "class", "font-family"} and self.FETCHED.search(value)
        if name.startswith("on") or leads or fetches:
            self.live.append(f"{name}={value[:60]}")

    def handle_data(self, data: str) -> None:
        """The words of a style."""
        if self._style and self.FETCHED.search(data):
            self.live.append(f"<style> {data[:60]}")

    def handle_endtag(self, tag: str) -> None:
        """The end of one."""
        self._style = False

    def handle_pi(self, data: str) -> None:
        """An instruction to whoever shows it."""
        self.live.append(f"<?{data[:40]}>")
