"""The letter's feed: one item a letter, which any RSS-to-e-mail service sends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from contributions.library.library import Library
from contributions.region.hub import Hub
from newsletter.letter import Letter
from newsletter.weekly import letters
from publishing.page import Document, Planned
from publishing.strings import _
from views.french.states import marked
from views.html import absolute
from views.syndication import Item, channel, item
from views.values import Card

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry

ITEMS = 12


def feed(library: Library) -> Iterator[Planned]:
    """/flux/newsletter.xml."""
    yield Planned("/flux/newsletter.xml", partial(_feed, library))


def _feed(library: Library) -> Document:
    title = _("La lettre – {hub}").format(hub=library.hub.name)
    tagline = _("Une lettre par semaine : ce qui vient de paraître et ce qui vient.")
    found = tuple(islice(letters(library), ITEMS))
    return Document("/flux/newsletter.xml", of_letters(library, title, tagline, "/newsletter/", "/flux/newsletter.xml", found))


def of_letters(library: Library, title: str, description: str, page: str, own: str, found: tuple[Letter, ...]) -> bytes:
    """The feed of some letters, newest first."""
    newest = found[0].published if found else None
    return channel(library, title, description, page, own, newest, (_item(library, letter) for letter in found))


def _item(library: Library, letter: Letter) -> FeedEntry:
    address = library.hub.url + letter.path
    found = Item(
        title=letter.title,
        link=address,
        summary=letter.summary,
        content=body(letter, library.hub),
        guid=address,
        permalink=True,
        day=letter.published,
        creator=library.hub.name,
    )
    return item(library, found)


def body(letter: Letter, hub: Hub) -> str:
    """The letter as simple HTML that mail programs keep: headings, paragraphs, absolute links."""
    parts = [letter.words or ""]
    shown, left = letter.mailed()
    for section in shown:
        parts.append(f"<h2>{escape(section.title)}</h2>")
        parts += [_entry(card) for card in section.cards]
    if left:
        parts.append(f'<p><a href="{escape(letter.path)}">{_("La suite, sur le site")}</a></p>')
    return absolute("".join(parts), hub.url)


def _entry(card: Card) -> str:
    facts = " · ".join(escape(part) for part in (card.kicker, _day(card), card.where, card.host) if part)
    notes = "".join(f"<strong>{escape(note)}</strong><br>" for note in card.notes)
    title = escape(marked(card.mark, card.title))
    return f'<h3><a href="{escape(card.url)}">{title}</a></h3><p>{facts}<br>{notes}{escape(card.summary)}</p>'


def _day(card: Card) -> str | None:
    day = f"{card.day.weekday} {card.day.day} {card.day.month}" if card.day else None
    return ", ".join(part for part in (day, card.when) if part) or None
