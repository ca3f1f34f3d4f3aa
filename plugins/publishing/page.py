"""What a page is: a value. A path, a template, the data it shows and its head; beside it documents, copied files, and what is planned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from publishing.strings import _


@dataclass(frozen=True, slots=True)
class Crumb:
    """A stop of the way to a page."""

    label: str
    url: str


def json_beside(url: str) -> str:
    """Where a feed stands as JSON Feed, by the address of its RSS.

    >>> json_beside("/flux/agenda.xml")
    '/flux/agenda.json'
    """
    return f"{url.removesuffix('.xml')}.json"


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed or calendar that a page offers (`<link rel="alternate">`); `type` is its media type."""

    label: str
    url: str
    type: str

    @property
    def json_url(self) -> str | None:
        """Where the same feed stands as JSON Feed; None for what is no feed."""
        return json_beside(self.url) if self.url.endswith(".xml") else None


@dataclass(frozen=True, slots=True)
class Share:
    """The picture shown when a page is shared; `src` is root-relative, its size in pixels where that is known."""

    src: str
    alt: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page. `path` is its URL path (« /agenda/ »); `data` holds frozen values only, by the names its template uses."""

    path: str
    template: str
    title: str
    description: str
    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    crumbs: tuple[Crumb, ...] = ()
    section: str | None = None
    feeds: tuple[FeedLink, ...] = ()
    shared: str = ""
    """What is said where it is shared, if that is not its description."""
    image: Share | None = None
    jsonld: str | None = None
    noindex: bool = False
    lang: str = ""
    """Empty for the interface's own language."""
    prev: str | None = None
    next: str | None = None
    updated: str | None = None
    """ISO day for the site map, from the contribution; None where no day is known."""
    search: SearchRecord | None = None
    """What it is found by, beside its title, its description and its picture; None leaves it out of the search."""

    @property
    def file(self) -> str:
        """Where it is written, below the site's folder."""
        return self.path.lstrip("/") + ("index.html" if self.path.endswith("/") else "")


@dataclass(frozen=True, slots=True)
class Passage:
    """Some of the words that a page is found by: lines of text under a heading, or safe HTML, whose headings may have ids."""

    lines: tuple[str, ...] = ()
    heading: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What a page is found by, beside its title and its description, and what a result shows of it.

    `kind` is its label in the results, `filters` its facets as (name, label) pairs. Nothing here may depend on the day: the index
    would change with it.
    """

    kind: str
    filters: tuple[tuple[str, str], ...] = ()
    sort_date: str | None = None
    called: tuple[str, ...] = ()
    """What it is called beside its title: an acronym."""
    names: tuple[str, ...] = ()
    """Who, where and on what: words that count more than those of its text."""
    first: str | None = None
    last: str | None = None
    """ISO days from which and until which it takes place, or is open; without a last one it is never over."""
    state: str = ""
    """In a word, if it does not simply take place."""
    tone: str = ""
    """How that word looks: see components/badge.html."""
    where: str = ""
    picture: str = ""
    """Address of a small picture; without one, `motif` names a drawing of motifs.svg."""
    motif: str = ""
    beside: bool = False
    """Whether it is for those who write the site, and comes after all that is for those who read it."""
    group: str = "permanent"
    """What is searched together: a year, or « permanent » for what has none."""
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file for machines, ready as bytes: a feed, a calendar, data."""

    path: str
    content: bytes

    @property
    def file(self) -> str:
        """Where it is written, below the site's folder."""
        return self.path.lstrip("/")


@dataclass(frozen=True, slots=True)
class Copy:
    """A file taken as it is: an image, a document, a font."""

    path: str
    source: Path

    @property
    def file(self) -> str:
        """Where it is written, below the site's folder."""
        return self.path.lstrip("/")


@dataclass(frozen=True, slots=True)
class Variant:
    """A smaller copy of a photograph, `width` pixels wide (a JPEG: at most); its path's ending says JPEG, and WebP else."""

    path: str
    source: Path
    width: int

    @property
    def file(self) -> str:
        """Where it is written, below the site's folder."""
        return self.path.lstrip("/")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing (SVG, with literal colours) as PNG, at `scale` times its size: for mail programs, which show no other."""

    path: str
    svg: str
    scale: int

    @property
    def file(self) -> str:
        """Where it is written, below the site's folder."""
        return self.path.lstrip("/")


def trail(*stops: tuple[str, str]) -> tuple[Crumb, ...]:
    """The way to a page from home: (label, url) pairs, the page itself last."""
    return (Crumb(_("Accueil"), "/"), *(Crumb(label, url) for label, url in stops))


@dataclass(frozen=True, slots=True)
class Planned:
    """A page or document to be. `make` gives it from the library alone, and is called only where what it read has changed.

    A page has a template; what lists of all pages tell of it (title, day of update) is known before it is made.
    """

    path: str
    make: Callable[[], Page | Document]
    template: str | None = None
    title: str = ""
    updated: str | None = None
    noindex: bool = False
    wide: bool = False
    """Made of a great many contributions: workers begin with these."""
    filled: str | None = None
    """The template that a document is filled with (filling.py), which makes no page of it."""

    @property
    def drawn(self) -> str | None:
        """The template that it is made with, be it a page or not."""
        return self.template or self.filled

    @property
    def file(self) -> str:
        """Where it is written, below the site's folder."""
        return self.path.lstrip("/") + ("index.html" if self.path.endswith("/") else "")


Declared = Page | Document | Planned | Copy | Variant | Drawing
