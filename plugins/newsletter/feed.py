"""The letter's feed: one item a week, which any RSS-to-e-mail service sends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from itertools import islice

from contributions.library.library import Library
from newsletter.issues import Issue, issues
from publishing.page import Planned
from publishing.strings import _
from views.french.states import marked
from views.html import absolute
from views.syndication import Entry, Item, both, channel, item
from views.values import Card

ITEMS = 12


def feed(library: Library) -> Iterator[Planned]:
    """/flux/newsletter.xml, and .json beside it."""
    yield from both("/flux/newsletter.xml", partial(_feed, library))


def _feed(library: Library, own: str) -> bytes:
    found = tuple(islice(issues(library), ITEMS))
    title = _("La lettre – {hub}").format(hub=library.hub.name)
    newest = found[0].head.published if found else None
    return channel(
        library,
        title,
        _("Une lettre par semaine : ce qui vient de paraître et ce qui vient."),
        "/newsletter/",
        own,
        newest,
        (_item(library, issue) for issue in found),
    )


def _item(library: Library, issue: Issue) -> Entry:
    address = library.hub.url + issue.head.path
    found = Item(
        title=issue.head.title,
        link=address,
        summary=issue.head.summary,
        content=letter(library, issue),
        guid=address,
        permalink=True,
        day=issue.head.published,
    )
    return item(library, found)


def letter(library: Library, issue: Issue) -> str:
    """The letter as simple HTML that mail programs keep: headings, paragraphs, absolute links."""
    parts = [issue.intro or ""]
    for section in issue.sections:
        parts.append(f"<h2>{escape(section.title)}</h2>")
        parts += [_entry(card) for card in section.cards]
    return absolute("".join(parts), library.hub.url)


def _entry(card: Card) -> str:
    facts = " · ".join(escape(part) for part in (card.kicker, _day(card), card.where, card.publisher) if part)
    notes = "".join(f"<strong>{escape(note)}</strong><br>" for note in card.notes)
    title = escape(marked(card.mark, card.title))
    return f'<h3><a href="{escape(card.url)}">{title}</a></h3><p>{facts}<br>{notes}{escape(card.summary)}</p>'


def _day(card: Card) -> str | None:
    day = f"{card.day.weekday} {card.day.day} {card.day.month}" if card.day else None
    return ", ".join(part for part in (day, card.when) if part) or None
