"""The theme's static files, published below a folder named by their content, so that browsers may keep them for ever."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from contributions.media.pictures import BESIDE
from publishing.colours import Colour, colours, readable
from publishing.page import Copy, Document, Drawing

LAYERS = ("tokens", "base", "layout", "components", "print")
"""In the order of the cascade: a sheet each, or a folder of sheets, which follow one another by name."""
PAGES = {
    "agenda": ("outing", "fields", "filters"),
    "catalogue": ("outing", "fields", "filters", "catalogue_filters", "tool_card", "year"),
    "compare": ("compare", "tool_card", "year"),
    "contribute": ("guide", "proposal"),
    "event": ("event", "map"),
    "feeds": ("follow", "compose"),
    "home": ("outing",),
    "letter": ("letter",),
    "map": ("map",),
    "press": ("press",),
    "programme": ("programme", "map"),
    "schools": ("schools",),
    "request": ("fields", "request", "proposal"),
    "search": ("search",),
    "suggest": ("suggestions",),
    "tool": ("tool", "map"),
    "tools": ("tool_card", "year"),
}
"""The sheets of css/pages/ that some pages have beside `escale.css`, or load once they are used, by the name of their published file."""
FRAMED = ("tokens.css", "base.css", "components/signs.css", "components/timetable.css", "embed.css")
"""The sheets of the page that other sites may frame, which must be light."""
FONT_FACE = re.compile(r"@font-face \{.*?\}\n", re.DOTALL)
COMMENT = re.compile(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|/\*.*?\*/""", re.DOTALL)
"""A comment (CSS Syntax 3, section 4.3.2), or a string, in which nothing is one."""
REMARK = re.compile(r"""^[ \t]*/\*\*(?s:.*?)\*/[ \t]*\n|[ \t]+// [^"'`\n]*$""", re.MULTILINE)
"""A JSDoc comment on lines of its own, or what ends a line and holds no quote: other marks may be part of a text."""
SYMBOL = re.compile(r'<symbol id="([^"]+)"[^>]*>(.*?)</symbol>', re.DOTALL)
"""A drawing of motifs.svg, 480 by 320."""
SQUARE = "120 40 240 240"
"""The part of it that a mail shows."""
SHARP = 2
"""Pixels of a picture to each of a mail, for fine screens."""
MAIL_DRAWINGS = "/theme/lettre"
"""Where they are: their addresses stay, for mails are read for years, and a mailbox is no page that is made again."""
GROUNDS = {
    "on-accent": "accent",
    **dict.fromkeys(("ink", "ink-soft", "link", "agenda", "outils", "articles", "annonces", "ressources", "annuaire", "dossiers"), "paper"),
}
"""What a mail writes in, and on what."""
AT_ROOT = {"apple-touch-icon.png", "favicon.ico", "favicon.svg"}
"""What browsers, telephones and readers of feeds look for there, or know for long."""


class Theme:
    """The files of themes/NAME/static. `tokens` are a region's colours, which override those of tokens.css."""

    def __init__(self, static: Path, tokens: Mapping[str, str]) -> None:
        self.static = static
        self._tokens = dict(tokens)

    @cached_property
    def css(self) -> str:
        """The style sheets in the order of their layers, as one, without the comments."""
        return self._joined(sheet for layer in LAYERS for sheet in self._sheets(layer))

    @cached_property
    def framed_css(self) -> str:
        """Those of the page that other sites may frame, without the fonts."""
        return FONT_FACE.sub("", self._joined(self.static / "css" / sheet for sheet in FRAMED))

    @cached_property
    def css_of_pages(self) -> dict[str, str]:
        """What some pages have beside that, by its path: « css/event.css »."""
        of_pages = self.static / "css" / "pages"
        found = {name: [of_pages / f"{sheet}.css" for sheet in sheets] for name, sheets in PAGES.items()}
        return {f"css/{name}.css": _plain(sheets) for name, sheets in found.items() if sheets[0].is_file()}

    @cached_property
    def colours(self) -> dict[str, Colour]:
        """The tokens that are plain colours, as literals."""
        return colours((self.static / "css" / "tokens.css").read_text("utf-8"), self._tokens)

    @cached_property
    def drawings(self) -> dict[str, Drawing]:
        """The drawings of themes as pictures for mails, by their names."""
        file = self.static / "motifs.svg"
        found = SYMBOL.findall(file.read_text("utf-8")) if file.is_file() else []
        return {name: Drawing(f"{MAIL_DRAWINGS}/{name}.png", self._drawn(lines), SHARP) for name, lines in found}

    def _drawn(self, lines: str) -> str:
        x, y, width, height = SQUARE.split()
        ink, plate = self.colours["plate-ink"].light, self.colours["plate"].light
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{BESIDE}" height="{BESIDE}" viewBox="{SQUARE}" color="{ink}">'
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{plate}"/>{lines}</svg>'
        )

    @staticmethod
    def _legible(text: Colour, ground: Colour) -> Colour:
        return Colour(readable(text.light, ground.light), readable(text.dark, ground.dark))

    @cached_property
    def literal(self) -> dict[str, Any]:
        """What templates of mails take, which know neither variables nor SVG: colours, and the addresses of drawings."""
        legible = {text: self._legible(self.colours[text], self.colours[ground]) for text, ground in GROUNDS.items()}
        return {"colours": {**self.colours, **legible}, "drawings": {name: drawing.path for name, drawing in self.drawings.items()}}

    def _joined(self, sheets: Iterable[Path]) -> str:
        if not self._tokens:
            return _plain(sheets)
        values = "".join(f"--{name}: {value}; " for name, value in sorted(self._tokens.items()))
        return f"{_plain(sheets)}@layer tokens {{ :root {{ {values}}} }}\n"

    def _sheets(self, layer: str) -> list[Path]:
        css = self.static / "css"
        return sorted((css / layer).glob("*.css")) or [css / f"{layer}.css"]

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """Every file that is published by its own name."""
        found = (file for file in self.static.rglob("*") if file.is_file() and file.suffix not in {".css", ".md"})
        return tuple(sorted(found))

    @cached_property
    def prefix(self) -> str:
        """The URL of the folder that holds them."""
        digest = hashlib.sha256("".join((self.css, self.framed_css, *self.css_of_pages.values())).encode())
        for file in self.files:
            digest.update(file.relative_to(self.static).as_posix().encode() + b"\0" + file.read_bytes())
        return f"/theme/{digest.hexdigest()[:10]}"

    @cached_property
    def _urls(self) -> dict[str, str]:
        names = [file.relative_to(self.static).as_posix() for file in self.files]
        return {
            name: f"/{name}" if name in AT_ROOT else f"{self.prefix}/{name}"
            for name in (*names, "escale.css", "embed.css", *self.css_of_pages)
        }

    def url(self, name: str) -> str:
        """The URL of a static file, by its path below static/; `escale.css` is all sheets, `embed.css` a frame’s. Raises KeyError."""
        if name not in self._urls:
            raise KeyError(f"themes: no static file is named {name}")
        return self._urls[name]

    def declared(self) -> Iterator[Document | Copy | Drawing]:
        """The files to publish."""
        yield Document(f"{self.prefix}/escale.css", self.css.encode())
        yield Document(f"{self.prefix}/embed.css", self.framed_css.encode())
        for name, sheet in self.css_of_pages.items():
            yield Document(f"{self.prefix}/{name}", sheet.encode())
        for file in self.files:
            url = self.url(file.relative_to(self.static).as_posix())
            yield Document(url, without_remarks(file.read_text("utf-8")).encode()) if file.suffix == ".js" else Copy(url, file)
        yield from self.drawings.values()


def _plain(sheets: Iterable[Path]) -> str:
    """Style sheets as one, without their comments."""
    return "".join(without_comments(sheet.read_text("utf-8")) for sheet in sheets if sheet.is_file())


def without_comments(sheet: str) -> str:
    """A style sheet without comments and empty lines: a sixth of the bytes that every visitor would wait for."""
    bare = COMMENT.sub(lambda found: found[1] or " ", sheet)
    return "".join(f"{line.rstrip()}\n" for line in bare.split("\n") if line.strip())


def without_remarks(script: str) -> str:
    """A script without its comments: a quarter of the bytes that every visitor would wait for."""
    return REMARK.sub("", script)
