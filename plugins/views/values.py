"""The values that the theme's components take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label. tone: free closing new full cancelled moved online pro school example neutral."""

    label: str
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as on a departure sign."""

    weekday: str
    day: str
    month: str
    year: str
    iso: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image with its size in pixels (None where unknown) and its variants."""

    src: str
    alt: str
    width: int | None = None
    height: int | None = None
    srcset: str | None = None
    focus: str | None = None
    credit: str | None = None
    licence: str | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead; `url` is None for a name without a page."""

    label: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A contribution in a list."""

    kind: str
    url: str
    title: str
    summary: str
    kicker: str | None = None
    when: str | None = None
    datetime: str | None = None
    where: str | None = None
    publisher: str | None = None
    picture: Picture | None = None
    motif: str | None = None
    badges: tuple[Badge, ...] = ()
    day: Day | None = None
    last: str | None = None
    """The ISO day on which it ends."""
    mark: str = ""
    """The word for its state, where no badge can be shown: see states.py."""
    notes: tuple[str, ...] = ()
    """Sentences on its state, likewise."""

    @property
    def host(self) -> str | None:
        """Its publisher, where the place does not name it already."""
        return None if self.publisher and self.where and self.publisher in self.where else self.publisher


@dataclass(frozen=True, slots=True)
class Section:
    """Cards under a heading, and the way to more of them. `section` is the navigation's key."""

    title: str
    cards: tuple[Card, ...]
    more: Link | None = None
    section: str | None = None
    id: str | None = None
    html: str | None = None
    """Words above the cards, as safe HTML."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says: one value, several, or safe HTML; `url` makes the value a link."""

    label: str
    value: str | None = None
    values: tuple[str, ...] = ()
    html: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A figure, its number written in French."""

    label: str
    value: str
    unit: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of a tour. state: past, now, next."""

    label: str
    when: str | None
    where: str | None
    url: str | None
    state: str


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A way to narrow a list, with how many it leads to."""

    label: str
    url: str
    count: int | None
    current: bool = False


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """Ways of one sort."""

    label: str
    links: tuple[FacetLink, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark that must be seen. tone: info warning bad."""

    tone: str
    text: str


@dataclass(frozen=True, slots=True)
class PagerItem:
    """A page of a list, by its number or its own label; a gap has neither."""

    n: int | None
    url: str | None
    current: bool
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one is in a list of several pages."""

    current: int
    total: int
    previous_url: str | None
    next_url: str | None
    pages: tuple[PagerItem, ...]


@dataclass(frozen=True, slots=True)
class Partners:
    """Those who take part in one role."""

    role: str
    names: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """What the page of any contribution shows; kinds add their own values beside it."""

    kind: str
    lang: str
    """The language of the contribution itself, where it is not the interface's."""
    title: str
    summary: str
    kicker: str | None
    badges: tuple[Badge, ...]
    notices: tuple[Notice, ...]
    picture: Picture | None
    motif: str | None
    gallery: tuple[Picture, ...]
    html: str
    publisher: Link | None
    published: str | None
    published_iso: str | None
    updated: str | None
    updated_iso: str | None
    themes: tuple[Link, ...]
    audiences: tuple[str, ...]
    keywords: tuple[str, ...]
    departments: tuple[Link, ...]
    partners: tuple[Partners, ...]
    results: tuple[Result, ...]
    links: tuple[Link, ...]
    documents: tuple[Link, ...]
    contact: tuple[Fact, ...]
    programmes: tuple[Link, ...]
    related: tuple[Card, ...]
    source_url: str | None
    share_url: str
    prev: Link | None
    next: Link | None
    example: bool


@dataclass(frozen=True, slots=True)
class FoundBy:
    """What the search finds a page by beside its text, its publisher and its programmes."""

    words: str = ""
    place: str = ""
    """A name that stands in `words`: a publisher who is called so is not named again."""


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A part of the site plan."""

    title: str
    links: tuple[Link, ...]
