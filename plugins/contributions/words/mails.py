"""Addresses of mail that are written with something around them: which was meant, and what to say of it."""

from __future__ import annotations

import re
from typing import NamedTuple

ATOM = r"[^@\s.,;:/?#&=%<>()\"\\\[\]]+"
EMAIL = re.compile(rf"{ATOM}(?:\.{ATOM})*@{ATOM}(?:\.{ATOM})+\Z")
"""None that would say more than an address in `mailto:` (RFC 6068): `?`, `&`, `=`, `%`."""
ADDRESS = re.compile(r"[^\s@<>()\[\]\",;:?&=%/#\\]+@[^\s@<>()\[\]\",;:?&=%/#\\]+\.[^\s@<>()\[\]\",;:?&=%/#\\]*[^\s@<>()\[\]\",.;:?&=%/#\\]")
AT = re.compile(r"\s*(?:[(\[{<]\s*(?:at|a|arr?obase|chez|@)\s*[)\]}>]|\b(?:at|arr?obase|chez)\b|\s@\s?|@\s)\s*", re.IGNORECASE)
"""« (at) », « [arobase] », « @ » between blanks."""
DOT = re.compile(r"\s*(?:[(\[{]\s*(?:dot|point)\s*[)\]}]|\b(?:dot|point)\b)\s*", re.IGNORECASE)
PARTED = re.compile(r"(?P<words>[a-zA-Z]{1,30} [\w-]{1,30})(?P<end>@[\w-]+(?:\.[\w-]+)+)")
"""« prenom nom@exemple.fr »: two words before « @ » alone."""
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
    first, *others = dict.fromkeys(map(_sound, ADDRESS.findall(text))) or [""]
    if others:
        return Meant(f"Une seule est attendue ici : écrivez {first}. Les autres vont dans le texte.")
    if parted := PARTED.fullmatch(text):
        words, end = parted["words"].split(), parted["end"]
        return Meant(
            f"Une adresse n’a pas d’espace : écrivez {_sound('.'.join(words) + end)} ou {_sound(words[-1] + end)}, selon la boîte."
        )
    if first and first not in text:
        return Meant(f"Deux points s’y suivent, ou un point de trop y est : écrivez {first}.")
    if first:
        before, _, after = text.partition(first)
        return Meant(f"Écrivez {first}.", first if AROUND.fullmatch(before) and AROUND.fullmatch(after) else "")
    plain = DOT.sub(".", AT.sub("@", text))
    return Meant(f"Écrivez {plain}." if ADDRESS.fullmatch(plain) else EXAMPLE)


def _sound(address: str) -> str:
    """An address without the points that none has: two together, or one at an end (RFC 5321, 4.1.2)."""
    return "@".join(re.sub(r"\.{2,}", ".", part).strip(".") for part in address.split("@"))
