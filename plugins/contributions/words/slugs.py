"""Slugs: the names of files that are addresses, and the one that some words would have."""

from __future__ import annotations

import re
import unicodedata

from contributions.words.folding import ascii_of

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug_of(words: str) -> str:
    """The slug of a title, or of a file's name; empty where no letter is left.

    >>> slug_of("L’été des œuvres, à Amiens (2026)")
    'l-ete-des-oeuvres-a-amiens-2026'
    """
    return "-".join(re.findall(r"[a-z0-9]+", ascii_of(words)))


def called(path: str) -> str:
    """The name of a file in which case, accents in two signs and « .jpeg » make no difference.

    >>> called("images/2026/CIEL.JPEG")
    'ciel.jpg'
    """
    name = unicodedata.normalize("NFC", path.rpartition("/")[2]).casefold()
    return f"{name.removesuffix('.jpeg')}.jpg" if name.endswith(".jpeg") else name
