"""The words of the site, by which the search page mends what was mistyped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from contributions.library.library import Library
from contributions.markdown.safe import words as words_of
from contributions.models import Common
from contributions.models.common import Themed
from contributions.record.contribution import Contribution
from publishing.page import Document, Planned

WORD = re.compile(r"[^\W\d_]{5,}")
KEPT = 20_000
RECENT = 4_000
"""How many of the newest contributions give their words."""
WHOLE = 500
"""How many of these give the words of their bodies too: enough to learn the site's language."""


def vocabulary(library: Library) -> Planned:
    """/recherche/mots.txt: a word a line, the most frequent first, of what titles, summaries, keywords, places and new bodies say."""
    return Planned("/recherche/mots.txt", partial(_vocabulary, library), wide=True)


def _vocabulary(library: Library) -> Document:
    words = Counter(
        word
        for contribution in library.passing(library.listed[:RECENT])
        for text in _texts(contribution)
        for word in WORD.findall(text.lower())
    )
    for contribution in library.listed[:WHOLE]:
        words.update(WORD.findall(words_of(contribution.html).lower()))
    ranked = sorted(words.items(), key=lambda entry: (-entry[1], entry[0]))
    return Document("/recherche/mots.txt", "\n".join(word for word, _count in ranked[:KEPT]).encode())


def _texts(contribution: Contribution[Common]) -> Iterator[str]:
    meta = contribution.meta
    yield meta.title
    yield meta.summary
    yield from meta.keywords
    if isinstance(meta, Themed):
        yield " ".join((meta.category, *meta.themes)).replace("-", " ")
    for place in contribution.places:
        yield f"{place.name or ''} {place.city}"
