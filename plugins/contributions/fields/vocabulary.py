"""Values that a region chooses: themes, audiences, departments, categories; and the nearest one to a mistyped word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationInfo
from rapidfuzz import fuzz, process, utils

from contributions.fields.fields import wrong

SAFE = 82
"""Likeness (0–100) from which on a word is a typing mistake."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a mistyped one most likely means, or None."""
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=60)
    return found[0] if found else None


def near_miss(word: str, known: Iterable[str]) -> str:
    """The one known word that a mistyped one can only mean, so near that it may be written without asking; empty if there is none."""
    found = process.extract(word, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=SAFE - 8, limit=2)
    sure = found and found[0][1] >= SAFE and (len(found) == 1 or found[0][1] - found[1][1] >= 8)
    return str(found[0][0]) if sure else ""


def did_you_mean(word: str, known: Iterable[str], all_of_them: str = "Valeurs possibles") -> str:
    """The repair of an unknown value: the nearest one, else all of them."""
    words = list(known)
    near = nearest(word, words)
    if near:
        return f"Vouliez-vous dire « {near} » ?"
    return f"{all_of_them} : " + ", ".join(words) + "."


def refuse_unknown(value: str, vocabulary: str, info: ValidationInfo) -> str:
    """Check a value against the region's vocabulary, given as validation context; without context all is taken."""
    vocabularies: Mapping[str, Any] = (info.context or {}).get("vocabularies", {})
    known = vocabularies.get(vocabulary)
    if known is None or value in known:
        return value
    raise wrong("E109", f"« {value} » n’est pas une valeur connue ici.", did_you_mean(value, known), near_miss(value, known))
