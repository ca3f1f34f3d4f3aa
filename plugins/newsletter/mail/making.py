"""Make the mail of a letter: HTML with its styles on each element, and what its feed holds of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from css_inline import CSSInliner

from contributions.region.hub import Hub
from newsletter.letter import MOST, Letter
from newsletter.mail.content import content, whole
from newsletter.mail.harmless import harmless_html
from newsletter.mail.providers import provider
from newsletter.mail.words import as_html, begun
from publishing.filling import filled

MOST_BYTES = 80_000
"""Of a mail: Gmail cuts near 102 KB, and the service adds the addresses by which it counts."""
FEWER = 5
"""Entries that a mail which is too long loses at a time."""
SHORTER = 20_000
"""Bytes of the editor's words in a mail that would be too long even without entries."""
TEMPLATE = "mail/mail.html"
BEGIN, END = "<!--body-->", "<!--/body-->"
"""Between these stands its body; no contributed HTML has comments."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a mail has room for: entries, bytes of the editor's words (then without those of sections), and thanks by name."""

    entries: int = MOST
    words: int | None = None
    thanks: bool = True


def mail(letter: Letter, hub: Hub) -> str:
    """mail.html: at most 80 KB, with as many entries as that leaves room for."""
    return _fitting(letter, hub).replace(BEGIN, "").replace(END, "")


def body(letter: Letter, hub: Hub) -> str:
    """The mail's body, for the item of a feed: without header, footer, and whatever a service fills."""
    return _fitting(letter, hub).partition(BEGIN)[2].partition(END)[0].strip()


def _fitting(letter: Letter, hub: Hub) -> str:
    """The first mail that is short enough, each with less than the one before; the last is what it is."""
    room = Room()
    while len((html := _mail(letter, hub, room)).encode()) > MOST_BYTES and (less := _less(letter, room)):
        room = less
    return html


def _less(letter: Letter, room: Room) -> Room | None:
    if shown := min(room.entries, len(letter.cards)):
        return replace(room, entries=max(shown - FEWER, 0))
    if room.words is None:
        return replace(room, words=SHORTER)
    return replace(room, thanks=False) if room.thanks else None


def _mail(letter: Letter, hub: Hub, room: Room) -> str:
    service = provider(hub)
    values = {**_values(letter, hub, room), "service": service, "page": whole(hub, letter.path)}
    return harmless_html(service, _inliner().inline(filled(TEMPLATE, **values)))


def _values(letter: Letter, hub: Hub, room: Room) -> Mapping[str, Any]:
    """What the templates see."""
    said = as_html(letter.words, hub) if letter.words else ""
    words = said if room.words is None else begun(said, room.words)
    sections = letter.sections if room.words is None else tuple(replace(section, html=None) for section in letter.sections)
    shown = content(replace(letter, sections=sections, thanks=letter.thanks if room.thanks else ()), hub, room.entries)
    return {"hub": hub, "letter": letter, "content": shown, "words": words, "cut": words != said, "home": hub.url}


@cache
def _inliner() -> CSSInliner:
    """The rules of dark mode stay, and nothing is fetched: the library's own choices are the opposite."""
    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)
