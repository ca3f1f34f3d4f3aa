"""The letter's feed: one item a letter, which any RSS-to-e-mail service sends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from contributions.library.library import Library
from newsletter.letter import Letter
from newsletter.mail.harmless import harmless
from newsletter.mail.making import TEMPLATE, body
from newsletter.mail.providers import provider
from newsletter.weekly import letters
from publishing.page import Planned
from publishing.strings import _
from views.syndication import Entry, Item, both, channel, item

ITEMS = 12


def feed(library: Library) -> Iterator[Planned]:
    """/flux/newsletter.xml, and .json beside it."""
    yield from both("/flux/newsletter.xml", partial(_feed, library), filled=TEMPLATE)


def _feed(library: Library, own: str) -> bytes:
    title = _("La lettre – {hub}").format(hub=library.hub.name)
    tagline = _("Une lettre par semaine : ce qui vient de paraître et ce qui vient.")
    found = tuple(islice(letters(library), ITEMS))
    return of_letters(library, title, tagline, "/newsletter/", own, found)


def of_letters(library: Library, title: str, description: str, page: str, own: str, found: tuple[Letter, ...]) -> bytes:
    """The feed of some letters, newest first."""
    newest = found[0].published if found else None
    return channel(library, title, description, page, own, newest, (_item(library, letter) for letter in found))


def _item(library: Library, letter: Letter) -> Entry:
    service = provider(library.hub)  # many make their mails of this feed
    address = library.hub.url + letter.path
    found = Item(
        title=harmless(service, letter.title),
        link=address,
        summary=harmless(service, letter.summary),
        content=body(letter, library.hub),
        guid=address,
        permalink=True,
        day=letter.published,
        creator=library.hub.name,
    )
    return item(library, found)
