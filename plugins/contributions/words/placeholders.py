"""Words that stand where somebody was to write: those of `make new`, of examples, of typesetters, and « … »."""

from __future__ import annotations

import re

from contributions.words.folding import folded

BODY = "Écrivez ici votre texte : ce que l’on verra, pour qui, comment venir."
"""What `make new` writes below the header."""
NOTHING = re.compile(r"[\s.…·•_\-–—?!*#/|()\[\]]+|[xX]{3,}")
"""« … », « --- », « xxx »"""
LATIN = re.compile(r"\blorem ipsum\b", re.IGNORECASE)
TO_WRITE = frozenset(
    {
        *("todo", "tbd", "a completer", "a remplir", "a rediger", "a ecrire", "sans titre", "untitled", "titre", "resume", "votre titre"),
        *("description", "texte", "inserer le texte", "inserer le titre", "inserer un titre", "inserer un resume", "inserer texte"),
        *("resume de l evenement", "resume de l article", "description de l evenement", "votre description", "lorem"),
        *("votre texte", "votre resume", "titre de l evenement", "texte alternatif", "description de l image", "ici le titre"),
    }
)
"""Folded; « à préciser » and « à venir » are answers that readers understand."""
LONGEST = 80
"""Characters of a text that may say only that: most texts are longer, and need no closer look."""


def unwritten(text: str) -> bool:
    """Whether a text says only that something is to be written.

    >>> unwritten("…"), unwritten("À compléter"), unwritten("Titre"), unwritten("Le titre du livre")
    (True, True, True, False)
    """
    if len(text) > LONGEST:
        return LATIN.search(text) is not None
    return bool(NOTHING.fullmatch(text) or LATIN.search(text)) or folded(text) in TO_WRITE
