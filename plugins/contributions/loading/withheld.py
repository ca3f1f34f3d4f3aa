"""Files beside the contributions that are not for the public yet: what only unpublished ones name, a press kit before its day say."""

from __future__ import annotations

from collections.abc import Mapping

from contributions.library.library import Library
from contributions.record.store import Kept
from contributions.words.escapes import file_address


def withheld(library: Library, kept: Mapping[str, Kept]) -> frozenset[str]:
    """Paths below content/ that contributions without a page name, and nobody else. What nobody names at all is published."""
    shown, hidden = set[str](), set[str]()
    today = library.today.toordinal()
    for entry in kept.values():
        if entry.files:
            # A draft that lacks something is no part of the library.
            there = library.by_key[entry.kind, entry.slug] if entry.brief else None
            public = entry.public_from <= today or (there is not None and library.has_page(there))
            (shown if public else hidden).update(entry.files)
    if not hidden - shown:
        return frozenset()
    texts = [one.html for one in library.introductions.values()] + [one.html for one in library.annals.reports]
    sent = [record.file.read_text("utf-8") for record in library.frozen.values()]
    elsewhere = "".join([*texts, *sent]) + library.hub.model_dump_json()
    return frozenset(path for path in hidden - shown if path not in elsewhere and file_address(path) not in elsewhere)
