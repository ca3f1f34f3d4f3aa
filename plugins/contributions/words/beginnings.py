"""The first letters by which a name is suggested while somebody writes a word of it."""

from __future__ import annotations

from contributions.words.folding import words

LETTERS = 2
"""With one letter nearly everything would be meant."""
SHORT = {"st": "saint", "ste": "sainte"}
"""As js/suggest/finding.js reads them."""
COMMON = frozenset(
    "au aux avec ce ces cette chez dans de des du elle en est et il la le les leur mais ne nos on ou par pas plus pour que qui sa se "
    "ses son sont sur un une vos".split()
)
"""Words that nobody begins to look for something with."""


def beginnings(*names: str) -> tuple[str, ...]:
    """The first two letters of each word of some names, as file names can have them.

    >>> beginnings("L’Œuvre d’été à Saint-Omer")
    ('et', 'oe', 'om', 'sa')
    """
    found = (SHORT.get(word, word) for name in names for word in words(name) if word not in COMMON)
    return tuple(sorted({word[:LETTERS] for word in found if len(word) >= LETTERS and word[:LETTERS].isascii()}))
