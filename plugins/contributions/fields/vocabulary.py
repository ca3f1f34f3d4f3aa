"""Values that a region chooses: themes, audiences, departments, categories; and the word that a mistyped one most likely means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationInfo

from contributions.fields.fields import wrong
from contributions.words.spelling import denies, marked, spelt_alike, words_of

AROUND = frozenset({"departement", "dept", "dpt", "le", "la", "l", "de", "du", "d", "des", "les"})
"""Words around the name of a department."""
IN_BRACKETS = re.compile(r"\((?P<inside>[^()]*)\)")
"""What says the code of a department behind its name, or the other way round."""
HYPHEN = re.compile(r"\s*[-–—]\s*")
NEAR = 60
"""Likeness (0–100) from which on a word is proposed."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a mistyped one most likely means, or None; never its contrary."""
    words = list(known)
    return spelt_alike(word, words) or _resembling(word, words) or None


def _resembling(word: str, known: Iterable[str]) -> str:
    """The known word whose letters are nearest, but for those that say the contrary; empty if none is near."""
    from rapidfuzz import fuzz, process, utils  # slow to import, and a build without mistakes never needs it

    words = [other for other in known if not denies(word, other)]
    found = process.extractOne(word, words, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=NEAR)
    return found[0] if found else ""


def did_you_mean(word: str, known: Iterable[str], all_of_them: str = "Valeurs possibles") -> str:
    """The repair of an unknown value: the nearest one, else all of them."""
    words = list(known)
    near = nearest(word, words)
    if near:
        return f"Vouliez-vous dire « {near} » ?"
    return f"{all_of_them} : " + ", ".join(words) + "."


def meant(word: str, known: Mapping[str, Any]) -> str:
    """The word of a vocabulary that one means for sure: in another spelling, or by the label that pages show; empty if there is none.

    >>> meant("Sciences de la Terre", {"terre": "Sciences de la Terre", "sante": "Santé"})
    'terre'
    """
    labels = _labels(known)
    return spelt_alike(word, known) or labels.get(spelt_alike(word, labels), "") or _coded(word, known)


def likely(word: str, known: Mapping[str, Any]) -> str:
    """The word of a vocabulary that one resembles most, by its name or its label; empty if none is near."""
    labels = _labels(known)
    near = _resembling(word, [*known, *labels])
    return labels.get(near, near)


def two_in_one(word: str, known: Mapping[str, Any]) -> list[str]:
    """The two words of a vocabulary between which a hyphen stands: « Nord-Pas-de-Calais »; none where it is not so.

    >>> two_in_one("Nord-Pas-de-Calais", {"59": "Nord", "62": "Pas-de-Calais"}), two_in_one("Pas-de-Calais", {"62": "Pas-de-Calais"})
    (['59', '62'], [])
    """
    cuts = [(word[: at.start()], word[at.end() :]) for at in HYPHEN.finditer(word)]
    pairs = [[meant(part, known) for part in cut] for cut in cuts]
    return next((pair for pair in pairs if all(pair)), []) if not meant(word, known) else []


def _coded(word: str, known: Mapping[str, Any]) -> str:
    """The code of a department that is written with its name, or without its zero: « Aisne (02) », « 2 »."""
    if marked(IN_BRACKETS.sub(r" \g<inside> ", word, count=1)):
        return ""
    written = _bare(word)
    for code, name in known.items():
        others = [part for part in written if part.lstrip("0") != code.lower().lstrip("0")]
        if code[:1].isdigit() and written and others in ([], _bare(str(name))):
            return code
    return ""


def _bare(words: str) -> list[str]:
    return [part for part in words_of(words) if part not in AROUND]


def _labels(known: Mapping[str, Any]) -> dict[str, str]:
    """What pages show → the words of the vocabulary."""
    shown = {str(getattr(label, "label", label)): name for name, label in known.items()}
    return {label: name for label, name in shown.items() if label}


def refuse_unknown(value: str, vocabulary: str, info: ValidationInfo) -> str:
    """Check a value against the region's vocabulary, given as validation context; without context all is taken."""
    vocabularies: Mapping[str, Any] = (info.context or {}).get("vocabularies", {})
    known = vocabularies.get(vocabulary)
    if known is None or value in known:
        return value
    sure = meant(value, known)
    near = sure or likely(value, known)
    repair = f"Vouliez-vous dire « {near} » ?" if near else f"Valeurs possibles : {', '.join(known)}."
    raise wrong("E109", f"« {value} » n’est pas une valeur connue ici.", repair, sure)
