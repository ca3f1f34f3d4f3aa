"""Whether two words are one, spelt in two ways: what may be written instead of another without asking, and what never may.

Likeness is no measure of it: « depublie » is like « publie », and its contrary; « weight_g » is like « weight_kg », and a thousandth of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from contributions.words.folding import ascii_of

LONG = 5
"""Letters of a word from which on one of them may be out of place."""
VERY_LONG = 8
"""Letters from which on the last one may be missing: « visit » may be English, « astronomi » is no word."""
PLURAL = 3
"""Letters of the shortest word that has a plural: « as » is none of « a »."""
CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])")
NEGATION = re.compile(r"(?:de|des|dis|non|in|im|ir|il|mal|me|anti|contre|sans|hors|pas|un|no|not)")
"""What makes the contrary of the word that it begins."""


def words_of(text: str) -> list[str]:
    """Its words in lower case ASCII: cut at what is no letter or digit, and where an upper case letter begins one.

    >>> words_of("dateStart"), words_of("Sciences de la Terre"), words_of("SUMMARY")
    (['date', 'start'], ['sciences', 'de', 'la', 'terre'], ['summary'])
    """
    return re.findall(r"[a-z0-9]+", ascii_of(CAMEL.sub(" ", text)))


def joined(text: str) -> str:
    """The form in which case, accents, hyphens, underscores and spaces make no difference.

    >>> joined("Code postal") == joined("code_postal") == joined("codePostal")
    True
    """
    return "".join(re.findall(r"[a-z0-9]+", ascii_of(text)))


def spelt_alike(written: str, known: Iterable[str]) -> str:
    """The one known word that the written one is in another spelling; empty where there is none, or more than one.

    >>> spelt_alike("Tout public", ["tout-public", "famille"]), spelt_alike("depublie", ["publie", "archive"])
    ('tout-public', '')
    """
    words = list(known)
    for alike in (_same, _same_but_plural, _mistyped):
        found = [word for word in words if alike(written, word)]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def denies(written: str, word: str) -> bool:
    """Whether one is the other with what makes the contrary of it.

    >>> denies("dépublié", "publie"), denies("sans-consentement", "consentement"), denies("publics", "publie")
    (True, True, False)
    """
    one, other = joined(written), joined(word)
    longer, shorter = max(one, other, key=len), min(one, other, key=len)
    before = longer.removesuffix(shorter)
    return before != longer and NEGATION.fullmatch(before) is not None


def _same(written: str, word: str) -> bool:
    return joined(written) == joined(word) != ""


def _same_but_plural(written: str, word: str) -> bool:
    one, other = words_of(written), words_of(word)
    return [_singular(part) for part in one] == [_singular(part) for part in other] != []


def _singular(word: str) -> str:
    return word[:-1] if len(word) > PLURAL and word[-1] in "sx" else word


def _mistyped(written: str, word: str) -> bool:
    """Whether they differ in one long word, by one letter that is doubled, missing, or has changed places with the next."""
    one, other = words_of(written), words_of(word)
    if len(one) != len(other):
        return False
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
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
