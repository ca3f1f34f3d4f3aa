"""Whether two words are one, spelt in two ways: what may be written instead of another without asking, and what never may.

Likeness is no measure of it: « depublie » is like « publie », and its contrary; « weight_g » is like « weight_kg », and a thousandth of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from contributions.words.folding import ascii_of

LONG = 5
"""Letters of a word from which on one of them may be out of place."""
VERY_LONG = 8
"""Letters from which on the last one may be missing: « visit » may be English, « astronomi » is no word."""
PLURAL = 3
"""Letters of the shortest word that has a plural: « as » is none of « a »."""
CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])")
MARK = re.compile(r"\.\.+|[^\w\s'’.\-‐‑–—\u0300-\u036f]")
"""What is no part of a word's spelling: a doubt, a strike, a note, a choice of two."""
NEGATION = re.compile(r"(?:de|des|dis|non|in|im|ir|il|mal|me|anti|contre|sans|hors|pas|un|no|not)")
"""What makes the contrary of the word that it begins."""
NOT = frozenset("pas non sauf hors sans ni aucun aucune jamais excepte exceptes excepter not no except without".split())
"""Words that make the contrary of those behind them."""
YET_TO_BE = re.compile(r"a [a-z]+(?:er|ir|re)\b")
"""« à confirmer »: what has not been done."""


@dataclass(frozen=True, slots=True)
class Form:
    """A word as it is compared: its parts in lower case ASCII, the same in the singular, all of them together."""

    parts: tuple[str, ...]
    singular: tuple[str, ...]
    joined: str


@lru_cache(maxsize=20_000)  # the same known words are asked for again and again
def form_of(text: str) -> Form:
    """The form of a text: cut at what is no letter or digit, and where an upper case letter begins a word."""
    parts = tuple(re.findall(r"[a-z0-9]+", ascii_of(CAMEL.sub(" ", text))))
    return Form(parts, tuple(map(_singular, parts)), "".join(parts))


def words_of(text: str) -> list[str]:
    """Its words in lower case ASCII.

    >>> words_of("dateStart"), words_of("Sciences de la Terre"), words_of("SUMMARY")
    (['date', 'start'], ['sciences', 'de', 'la', 'terre'], ['summary'])
    """
    return list(form_of(text).parts)


def joined(text: str) -> str:
    """The form in which case, accents, hyphens, underscores and spaces make no difference.

    >>> joined("Code postal") == joined("code_postal") == joined("codePostal")
    True
    """
    return form_of(text).joined


def marked(text: str) -> bool:
    """Whether something beside its letters and digits says more than the word: no other spelling of it says that too.

    >>> marked("annulé ?"), marked("~~annulé~~"), marked("Tout-public."), marked("date d’été")
    (True, True, False, False)
    """
    return MARK.search(text) is not None


def spelt_alike(written: str, known: Iterable[str]) -> str:
    """The one known word that the written one is in another spelling; empty where there is none, or more than one.

    >>> spelt_alike("Tout public", ["tout-public", "famille"]), spelt_alike("depublie", ["publie", "archive"])
    ('tout-public', '')
    """
    own = form_of(written)
    if not own.parts:
        return ""
    marks = Counter(MARK.findall(written))
    forms = {word: form_of(word) for word in known if not marks or marks <= Counter(MARK.findall(word))}
    for found in (
        [word for word, form in forms.items() if form.joined == own.joined],
        [word for word, form in forms.items() if form.singular == own.singular],
    ):
        if found:
            return found[0] if len(found) == 1 else ""
    begun = {word: form for word, form in forms.items() if form.joined[:1] == own.joined[:1]}
    found = [word for word, form in begun.items() if abs(len(form.joined) - len(own.joined)) <= 1 and _mistyped(own, form)]
    return found[0] if len(found) == 1 else ""


def denies(written: str, word: str) -> bool:
    """Whether one is the other with what makes the contrary of it, or what is yet to be.

    >>> denies("dépublié", "publie"), denies("sans-consentement", "consentement"), denies("publics", "publie")
    (True, True, False)
    >>> denies("hors ligne", "en-ligne"), denies("à confirmer", "confirme")
    (True, True)
    """
    if NOT & (set(words_of(written)) ^ set(words_of(word))) or YET_TO_BE.match(" ".join(words_of(written))):
        return True
    one, other = joined(written), joined(word)
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    before = longer.removesuffix(shorter)
    return before != longer and NEGATION.fullmatch(before) is not None


def _singular(word: str) -> str:
    return word[:-1] if len(word) > PLURAL and word[-1] in "sx" else word


def _mistyped(written: Form, word: Form) -> bool:
    """Whether they differ in one long part, by one letter that is doubled, missing, or has changed places with the next."""
    if len(written.parts) != len(word.parts):
        return False
    differing = [pair for pair in zip(written.parts, word.parts, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and _one_slip(*differing[0])


def _one_slip(written: str, word: str) -> bool:
    if min(len(written), len(word)) < LONG - 1 or max(len(written), len(word)) < LONG or written[:1] != word[:1]:
        return False
    if len(written) == len(word):
        return _swapped(written, word)
    if len(written) > len(word):
        at = _one_more(written, word)
        return at is not None and _doubles(written, at)
    at = _one_more(word, written)
    # A missing letter near the end makes another word of it: « astronome », « visit ».
    return at is not None and (at < len(word) - 2 or _doubles(word, at) or (at == len(word) - 1 and len(word) >= VERY_LONG))


def _swapped(written: str, word: str) -> bool:
    apart = [at for at, (mine, its) in enumerate(zip(written, word, strict=True)) if mine != its]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return written[first] == word[second] and written[second] == word[first]


def _one_more(longer: str, shorter: str) -> int | None:
    """Where the longer word has the one letter that the shorter has not; None where they differ in more."""
    at = next((at for at, (mine, its) in enumerate(zip(longer, shorter, strict=False)) if mine != its), len(shorter))
    return at if longer[:at] + longer[at + 1 :] == shorter else None


def _doubles(word: str, at: int) -> bool:
    return word[at] == word[at - 1]
