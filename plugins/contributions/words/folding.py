"""Words without what people write in many ways: upper case, accents, ligatures, marks."""

from __future__ import annotations

import re
import string
import unicodedata

LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "\u2019": "'"})
WORD = re.compile(r"[^\W_]+")
MARKS = str.maketrans(dict.fromkeys(string.punctuation, " "))


def ascii_of(text: str) -> str:
    """Lower case ASCII letters, digits and marks; what has no such form is left out.

    >>> ascii_of("L’Œuvre d’été")
    "l'oeuvre d'ete"
    """
    lower = text.lower()
    if lower.isascii():
        return lower
    return unicodedata.normalize("NFKD", lower.translate(LETTERS)).encode("ascii", "ignore").decode().lower()


def folded(text: str) -> str:
    """The form in which titles are compared and sorted: lower case ASCII words, one space between two.

    >>> folded("L’Œuvre – d’été !")
    'l oeuvre d ete'
    """
    return " ".join(ascii_of(text).translate(MARKS).split())


def words(text: str) -> list[str]:
    """The words of a text in any script, as the filters take them apart (js/filtering/names.js).

    >>> words("L’Œuvre d’été – 2e partie")
    ['l', 'oeuvre', 'd', 'ete', '2e', 'partie']
    """
    plain = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return WORD.findall("".join(letter for letter in plain if not unicodedata.category(letter).startswith("M")))
