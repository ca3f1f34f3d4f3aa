"""Compare the names of towns as people write them: case, accents, « St », « Cedex », arrondissements, articles."""

from __future__ import annotations

import re

from contributions.words.folding import MARKS, ascii_of

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


def without_article(normal: str) -> str:
    """A normal form without the article that it may begin with.

    >>> without_article("la fere")
    'fere'
    """
    return ARTICLE.sub("", normal, count=1)


def has_cedex(name: str) -> bool:
    """Whether a name as written speaks of a « Cedex », whose postcode is that of no town."""
    return CEDEX.search(name.lower()) is not None
