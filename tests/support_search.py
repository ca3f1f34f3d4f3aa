"""Small sites to index, and what an index says."""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from contributions.cache.cache import Cache
from publishing.engine.manifests import Manifests
from publishing.page import Page, Passage, SearchRecord
from publishing.searching import Findable, Order, digest_of
from search.entry import entry
from search.rows import ROWS
from search.texts import Texts
from support import TODAY

DATED = ("/agenda/", "/articles/", "/annonces/")


def page(path: str, title: str, *passages: Passage, day: str = "2026-11-21", genre: str = "Agenda", names: tuple[str, ...] = ()) -> Page:
    """A page that is to be found; events, articles and announcements by the year of their day."""
    group = day[:4] if path.startswith(DATED) else "permanent"
    record = SearchRecord("Événement", (("genre", genre),), sort_date=day, names=names, first=day, last=day, group=group, passages=passages)
    return Page(path, "event.html", title, "Une soirée.", search=record)


class Pages(dict[str, Page]):
    """The pages of a site, by path. `asked` are those that the index wanted to read again."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def put(self, path: str, title: str, text: str = "Un texte.", **others: str) -> None:
        self[path] = page(path, title, Passage((text,)), **others)

    def again(self, paths: Collection[str]) -> Mapping[str, str]:
        self.asked += paths
        return {path: entry(self[path]) for path in paths}

    def order(self, site: Path, cache: Path, jobs: int = 2, new: Collection[str] | None = None, today: date = TODAY) -> Order:
        """All of them to be indexed; those named by `new`, or all, were made in this build."""
        texts = {path: entry(self[path]) for path in sorted(self)}
        pages = tuple(Findable(path, digest_of(text), record.group) for path, text in texts.items() if (record := self[path].search))
        site.mkdir(exist_ok=True)
        made = {path: texts[path] for path in (texts if new is None else new)}
        return Order(site, pages, made, self.again, cache, Cache(cache).room("words"), "fr", today, jobs)


def order_of(site: Path, place: Path) -> Order:
    """A site that scripts/build.py has made in `place`, to be indexed anew at `site`, with a cache beside it."""
    built, own = Cache(place / "cache"), site.parent / "cache"
    manifest = Manifests(built).read(place / "output")
    assert manifest is not None
    texts = Texts(built.room("words")).of(manifest.findable())
    return Order(site, manifest.findable(), texts, lambda _paths: {}, own, Cache(own).room("words"), "fr", TODAY, 2)


def write_page(site: Path, path: str, text: str) -> None:
    """Put a file of HTML at its place."""
    file = site / path.lstrip("/") / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def fragments(bundle: Path) -> dict[str, Any]:
    """What an index says of each page, by URL path."""
    return {found["url"]: found for found in map(fragment, (bundle / "fragment").iterdir())}


def fragment(file: Path) -> dict[str, Any]:
    """What an index says of a page."""
    found: dict[str, Any] = json.loads(unpacked(file))
    return found


def columns(bundle: Path) -> dict[str, Any]:
    """The rows of an index."""
    found: dict[str, Any] = json.loads((bundle / ROWS).read_text("utf-8"))
    return found


def unpacked(file: Path) -> bytes:
    """The content of one of Pagefind's files."""
    return gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")
