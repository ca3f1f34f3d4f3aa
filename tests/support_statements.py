"""What pages say of when a tool can be had, read from their words, for tests that hold them to one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bs4 import BeautifulSoup, Tag

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
DAY = rf"(?:1er|\d{{1,2}})(?: (?:{'|'.join(MONTHS)}))?(?: \d{{4}})?"
SAID = re.compile(
    rf"Libre (?P<now>aujourd’hui|dès aujourd’hui|toute l’année)|Libre à partir du (?P<since>{DAY})"
    rf"|Libre du (?P<first>{DAY}) au (?P<last>{DAY})|Libre le (?P<only>{DAY})"
)
NOTHING = re.compile(r"Rien de libre d’ici fin [a-zéû]+ \d{4}")
PROMISES = {"À demander": "unconfirmed", "En révision": "in repair", "Retiré du prêt": "withdrawn"}
ASIDE = "template, script, [class*=legend]"
"""What is no statement: what scripts fill in, and what signs mean."""


@dataclass(frozen=True, slots=True)
class Free:
    """« Libre … »: from a day, to another where it says so."""

    first: date
    last: date | None


def main(text: str) -> Tag:
    """The main part of a page without what is no statement."""
    found = BeautifulSoup(text, "lxml").find("main")
    assert isinstance(found, Tag)
    for aside in found.select(ASIDE):
        aside.extract()
    return found


def words(part: Tag) -> str:
    """The text of a part of a page, on one line, with plain spaces."""
    return " ".join(part.get_text(" ").replace("\u202f", " ").split())


def standings(text: str) -> set[str]:
    """Why it is not promised, as far as a text says."""
    return {standing for promise, standing in PROMISES.items() if re.search(promise, text)}


def free(text: str, today: date) -> list[Free]:
    """Every « Libre … » of a text, in its order."""
    return list(_free(text, today))


def _free(text: str, today: date) -> Iterator[Free]:
    for found in SAID.finditer(text):
        if found["now"]:
            yield Free(today, None)
        elif found["since"]:
            yield Free(_day(found["since"], today), None)
        elif found["only"]:
            day = _day(found["only"], today)
            yield Free(day, day)
        else:
            last = _day(found["last"], today)
            yield Free(_day(found["first"], last), last)


def _day(text: str, like: date) -> date:
    """« 12 janvier », whose month and year are those of another day where they are not said."""
    parts = text.replace("1er", "1").split()
    year = next((int(part) for part in parts[1:] if part.isdigit()), like.year)
    month = next((MONTHS.index(part) + 1 for part in parts if part in MONTHS), like.month)
    return date(year, month, int(parts[0]))


def cards(page: Tag, paths: frozenset[str]) -> Iterator[tuple[str, Tag]]:
    """Each tool that a page shows among others, by its path: the smallest part around a link to it that is a card, a line or a row."""
    for link in page.select("a[href^='/outils/']"):
        path = str(link["href"]).partition("#")[0]
        around = link.find_parent(["article", "li", "tr"])
        if path in paths and around is not None and around.find("h1") is None:
            yield path, around
