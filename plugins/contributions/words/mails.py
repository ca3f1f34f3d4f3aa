"""Addresses of mail that are written with something around them: which was meant, and what to say of it."""

from __future__ import annotations

import re
from typing import NamedTuple

ADDRESS = re.compile(r"[^\s@<>()\[\]\",;:?&=%/#\\]+@[^\s@<>()\[\]\",;:?&=%/#\\]+\.[^\s@<>()\[\]\",;:?&=%/#\\]*[^\s@<>()\[\]\",.;:?&=%/#\\]")
AT = re.compile(r"\s*(?:[(\[{<]\s*(?:at|a|arr?obase|chez|@)\s*[)\]}>]|\b(?:at|arr?obase|chez)\b|\s@\s?|@\s)\s*", re.IGNORECASE)
"""« (at) », « [arobase] », « @ » between blanks."""
DOT = re.compile(r"\s*(?:[(\[{]\s*(?:dot|point)\s*[)\]}]|\b(?:dot|point)\b)\s*", re.IGNORECASE)
AROUND = re.compile(r"(?:mailto:|[<\s.,;>])*", re.IGNORECASE)
"""What says nothing: what a link begins with, marks, blanks."""
PAGE = re.compile(r"https?://|www\.", re.IGNORECASE)


EXAMPLE = "Écrivez nom@domaine.fr, sans « mailto: »."
LONGEST = 500
"""Characters: more is a text, in which nobody looks for an address."""


class Meant(NamedTuple):
    """How to mend a text that is no address of mail, and the address where nothing else was written."""

    repair: str
    address: str = ""


def meant(text: str) -> Meant:
    """What to say of a text in the place of an address.

    >>> meant("mailto:a@b.fr"), meant("Accueil <a@b.fr>"), meant("a(at)b.fr").repair
    (Meant(repair='Écrivez a@b.fr.', address='a@b.fr'), Meant(repair='Écrivez a@b.fr.', address=''), 'Écrivez a@b.fr.')
    """
    if len(text) > LONGEST:
        return Meant(EXAMPLE)
    if PAGE.match(text):
        return Meant("C’est une page web : sa clé est « url » ou « website ».")
    first, *others = dict.fromkeys(ADDRESS.findall(text)) or [""]
    if others:
        return Meant(f"Une seule est attendue ici : écrivez {first}. Les autres vont dans le texte.")
    if first:
        before, _, after = text.partition(first)
        return Meant(f"Écrivez {first}.", first if AROUND.fullmatch(before) and AROUND.fullmatch(after) else "")
    plain = DOT.sub(".", AT.sub("@", text))
    return Meant(f"Écrivez {plain}." if ADDRESS.fullmatch(plain) else EXAMPLE)
