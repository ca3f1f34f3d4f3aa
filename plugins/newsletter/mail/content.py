"""What a mail shows of a letter: values for its template and for its text, with whole addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from contributions.media.pictures import BESIDE, MAILED, WIDE, mailed, mailed_path
from contributions.region.hub import Hub
from contributions.words.escapes import encoded
from newsletter.letter import Letter
from newsletter.mail.words import as_html
from publishing.strings import _
from views.french import dates
from views.french.states import marked
from views.values import Card, Fact, Link, Section

SAID_BEFORE = {"full", "cancelled", "moved", "online", "school", "pro"}
"""Badges whose words stand before the title already."""
RULE = "ink"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that every program shows. `drawing` is the name of one of the theme's, whose address the theme knows."""

    alt: str
    width: int
    height: int
    src: str = ""
    large: str = ""
    """Where a photograph is as wide as a mail."""
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A contribution in a mail."""

    title: str
    """With the word for its state."""
    url: str
    when: str
    where: str
    facts: tuple[str, ...]
    """What it is, where, by whom, and what else must be known."""
    notes: tuple[str, ...]
    summary: str
    image: Image | None


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a mail. `hue` is the name of its colour among the tokens."""

    title: str
    hue: str
    words: str
    """An editor's, as safe HTML for mail programs."""
    entries: tuple[Entry, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class Content:
    """What a mail shows: so many entries of the letter, and how many are left to the page."""

    letter: Letter
    url: str
    departments: tuple[Link, ...]
    parts: tuple[Part, ...]
    left: int
    thanks: tuple[Link, ...]
    contact: tuple[Fact, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that it shows."""
        return tuple(entry for part in self.parts for entry in part.entries)


def content(letter: Letter, hub: Hub, most: int) -> Content:
    """What the mail of a letter shows, with `most` entries."""
    sections, left = letter.mailed(most)
    return Content(
        letter=letter,
        url=whole(hub, letter.path),
        departments=tuple(_link(hub, link) for link in letter.departments),
        parts=tuple(_part(hub, letter, section, leads=not number) for number, section in enumerate(sections)),
        left=left,
        thanks=tuple(_link(hub, link) for link in letter.thanks),
        contact=tuple(replace(fact, url=whole(hub, fact.url)) if fact.url else fact for fact in letter.contact),
    )


def whole(hub: Hub, url: str) -> str:
    """An address as a mail needs it."""
    return encoded(hub.url + url if url.startswith("/") else url)


def _link(hub: Hub, link: Link) -> Link:
    return Link(link.label, whole(hub, link.url) if link.url else None)


def _part(hub: Hub, letter: Letter, section: Section, *, leads: bool) -> Part:
    """A section; the first entry of the first has a large picture."""
    entries = tuple(_entry(hub, letter, card, leads=leads and not number) for number, card in enumerate(section.cards))
    words = as_html(section.html, hub) if section.html else ""
    return Part(section.title, section.section or RULE, words, entries, _link(hub, section.more) if section.more else None)


def _entry(hub: Hub, letter: Letter, card: Card, *, leads: bool) -> Entry:
    facts = (card.kicker, card.where, card.host, *_badges(card))
    return Entry(
        title=marked(card.mark, card.title),
        url=whole(hub, card.url),
        when=initial(when_of(card, letter.published)),
        where=card.where or "",
        facts=tuple(fact for fact in facts if fact),
        notes=card.notes,
        summary=card.summary,
        image=_image(hub, card, leads=leads),
    )


def _badges(card: Card) -> Iterator[str]:
    return (badge.label for badge in card.badges if badge.tone not in SAID_BEFORE)


def initial(text: str) -> str:
    """A text as it begins a line."""
    return text[:1].upper() + text[1:]


def when_of(card: Card, published: date) -> str:
    """« samedi 21 novembre, 14 h – 17 h 30 »: in whole words, for it is read aloud; the letter's own year goes without saying."""
    if card.day is None:
        return card.when or ""
    day = date.fromisoformat(card.day.iso)
    said = dates.full_day(day, year=day.year != published.year)
    if not card.last or card.last <= card.day.iso:
        return f"{said}, {card.when}" if card.when else said
    if card.datetime and card.datetime[:10] < card.day.iso:
        return card.when or said
    return _("dès le {day}, {until}").format(day=said, until=card.when) if card.when else _("dès le {day}").format(day=said)


def _image(hub: Hub, card: Card, *, leads: bool) -> Image | None:
    """A photograph where there is one, else the drawing of its theme: neither SVG nor WebP is shown everywhere."""
    shown = card.picture
    if shown and shown.width and shown.height and mailed(shown.src):
        of, room = (MAILED[1], WIDE) if leads else (MAILED[0], BESIDE)
        width = min(room, shown.width)
        src, large = (whole(hub, mailed_path(shown.src, copy)) for copy in (of, MAILED[1]))
        return Image(shown.alt or card.title, width, max(1, round(shown.height * width / shown.width)), src, large)
    if card.motif:
        label = hub.themes.get(card.motif, card.motif)
        return Image(_("Dessin : {theme}").format(theme=label), BESIDE, BESIDE, drawing=card.motif)
    return None
