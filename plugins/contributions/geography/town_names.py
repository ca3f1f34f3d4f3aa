"""Compare the names of towns as people write them: case, accents, « St », « Cedex », arrondissements, articles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contributions.words.folding import MARKS, ascii_of
from contributions.words.spelling import marked

OF_A_TOWN = re.compile(r"\A\s*(?:(?:la\s+)?(?:ville|commune)\s+(?:de\s+|d['’])|à\s+)", re.IGNORECASE)
POSTCODE = re.compile(r"(?<![\w-])(?:F-?)?(?P<code>\d{5})(?!\w)", re.IGNORECASE)
AROUND = re.compile(r"(?P<name>[^(),;]+?)\s*(?:\((?P<brackets>[^()]*)\)?|(?:[,;]|\s[-–—]\s)\s*(?P<behind>.+)|\s(?P<code>\d{2,3}|2[ABab]))")
APART = str.maketrans("(),;:/", "      ")
"""What parts a name from what stands around it."""
CEDEX = re.compile(r"\bcedex\b.*")
ARRONDISSEMENT = re.compile(r"(paris|lyon|marseille) [0-9]{1,2} ?(?:er|e|eme|ieme)?(?: arr(?:ondissement)?)?")
ARTICLE = re.compile(r"\A(?:le|la|les|l) (?=.)")
ABBREVIATIONS = {"st": "saint", "ste": "sainte", "s": "sur", "lez": "les"}


def normalise(name: str) -> str:
    """The form in which names are compared: lower case ASCII words, « St » in full, without « Cedex », « 3e » of Lyon.

    >>> normalise("ST-OMER Cedex 2")
    'saint omer'
    >>> normalise("Paris 11e")
    'paris'
    """
    text = ascii_of(name).translate(MARKS)
    if "cedex" in text:
        text = CEDEX.sub("", text)
    text = " ".join([ABBREVIATIONS.get(word, word) for word in text.split()])
    town = ARRONDISSEMENT.fullmatch(text)
    return town[1] if town else text


@dataclass(frozen=True, slots=True)
class Written:
    """What people write in the place of a town's name: the name, and what stands around it."""

    name: str
    postcode: str = ""
    around: str = ""
    """A department, a quarter, a country: what stands in brackets, or behind a comma."""


def in_doubt(city: str) -> bool:
    """Whether something is said of a name that none of its spellings says: « Abbeville ? », « ~~Abbeville~~ »."""
    return marked(city.translate(APART))


def parted(city: str) -> Written:
    """A name without what stands around it.

    >>> parted("80100 Abbeville"), parted("Lille (Fives)")
    (Written(name='Abbeville', postcode='80100', around=''), Written(name='Lille', postcode='', around='Fives'))
    """
    text = " ".join(OF_A_TOWN.sub("", city).split()).strip(" ,;-")
    postcode = ""
    if coded := POSTCODE.search(text):
        postcode = coded["code"]
        text = f"{text[: coded.start()]} {text[coded.end() :]}".strip(" ,;-–—()")
    if inside := AROUND.fullmatch(text):
        around = next(part for part in (inside["brackets"], inside["behind"], inside["code"]) if part is not None)
        return Written(inside["name"].strip(" ,;-–—"), postcode, around.strip(" ()"))
    return Written(" ".join(text.split()), postcode)


def without_article(normal: str) -> str:
    """A normal form without the article that it may begin with.

    >>> without_article("la fere")
    'fere'
    """
    return ARTICLE.sub("", normal, count=1)


def has_cedex(name: str) -> bool:
    """Whether a name as written speaks of a « Cedex », whose postcode is that of no town."""
    return CEDEX.search(name.lower()) is not None
