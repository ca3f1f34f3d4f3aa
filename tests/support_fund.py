"""Funds of tools to build with: one of an agency, to the figures of a year's report, and shelves of as many tools as one likes, at random.

The figures are those that Ombelliscience gives of 2023; names, days and borrowers are made up.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from support import TODAY, Tree, exhibition, organisation

DAY = timedelta(days=1)
YEAR = 2026
OUTINGS = (9, 9, 5, *(2,) * 37, *(1,) * 12)
"""Loans of each tool that was lent: 52 tools, 109 loans."""
DAYS_OF_THREE, DAYS = 574, 2633
"""Days of the three that were lent most, and of all: 21.8 %."""
CANCELLED, CANCELLED_DAYS = 18, 529
ANSWERS = {"estime": 54, "compte": 22, "inconnu": 5}
"""How the visitors of 81 loans were counted."""
VISITORS = 14_800
SCHOOLS, BY_PASS = 26, 21
"""Loans of secondary schools, and those that came by the pass Culture."""
SORTS = (
    *("exposition-panneaux",) * 65, *("exposition-autoportante",) * 8, *("roll-up",) * 5,
    *("malle",) * 3, *("maquette",) * 2, *("exposition-interactive",) * 5,
)  # fmt: skip
TOWNS = ("Amiens", "Abbeville", "Laon", "Soissons", "Lille", "Arras", "Beauvais", "Compiègne", "Calais", "Lens")
BORROWERS = ("ecole", "mediatheque", "musee", "association", "centre-social", "collectivite", "superieur", "entreprise", "autre")
HEADINGS = (
    "tool", "id", "version", "copy", "start", "end", "state", "borrower", "borrower_category", "city",
    "visitors", "visitors_method", "via", "cancelled_on", "cancelled_by",
)  # fmt: skip
Row = dict[str, Any]


def fund(confirmed: date | None = None) -> Tree:
    """Eighty-eight tools of an agency, with the loans of a year in a table; `confirmed` is the day of its word on them."""
    tree = organisation("agence", title="L’agence", lends=True, closed=[{"weekdays": ["samedi", "dimanche"]}])
    for number, category in enumerate(SORTS):
        tree |= exhibition(
            name(number),
            title=f"Outil {number + 1} du fonds",
            category=category,
            date="2020-01-06",
            organisation="agence",
            publisher=None,
            acquired=str(2010 + number % 15),
            availability_on=str(confirmed) if confirmed else None,
            loan={"min_days": 5, "max_days": 42, "notice_days": 15, "gap_days": 3},
        )
    return {**tree, f"loans/{YEAR}.csv": table([*loans(), *cancellations()])}


def name(number: int) -> str:
    """The slug of a tool of the fund."""
    return f"outil-{number + 1:02}"


def table(rows: list[Row]) -> str:
    """Loans as a spreadsheet saves them."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADINGS, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def loans() -> Iterator[Row]:
    """The 109 loans of the year: each tool's one behind the other, so many days and visitors in all as the report says."""
    methods = [method for method, times in ANSWERS.items() for _ in range(times)]
    lengths = [*shares(DAYS_OF_THREE, sum(OUTINGS[:3])), *shares(DAYS - DAYS_OF_THREE, sum(OUTINGS[3:]))]
    visitors = iter(shares(VISITORS, ANSWERS["estime"] + ANSWERS["compte"]))
    at = 0
    for number, times in enumerate(OUTINGS):
        for outing in range(times):
            start = date(YEAR, 1, 5) + timedelta(days=outing * (356 // times) + number % 5)
            method = methods[at] if at < len(methods) else ""
            school = at < SCHOOLS
            yield {
                "tool": name(number),
                "id": f"pret-{at + 1}",
                "start": start,
                "end": start + (lengths[at] - 1) * DAY,
                "state": "rendu",
                "borrower_category": ("lycee" if at % 2 else "college") if school else BORROWERS[at % len(BORROWERS)],
                "borrower": f"Structure {at + 1}",
                "city": TOWNS[at % len(TOWNS)],
                "visitors": next(visitors) if method in {"estime", "compte"} else "",
                "visitors_method": method,
                "via": "pass-culture" if at < BY_PASS else "direct",
            }
            at += 1


def cancellations() -> Iterator[Row]:
    """Eighteen loans that fell through, of tools whose days they would have taken twice."""
    for at, days in enumerate(shares(CANCELLED_DAYS, CANCELLED)):
        start = date(YEAR, 2, 2) + timedelta(days=at * 14)
        yield {
            "tool": name(at * 3),
            "id": f"annule-{at + 1}",
            "start": start,
            "end": start + (days - 1) * DAY,
            "state": "annule",
            "borrower": f"Structure {at + 200}",
            "borrower_category": BORROWERS[at % len(BORROWERS)],
            "city": TOWNS[at % len(TOWNS)],
            "cancelled_on": start - 10 * DAY,
            "cancelled_by": "emprunteur" if at % 3 else "proprietaire",
        }


def shares(whole: int, of: int) -> list[int]:
    """A sum in so many parts that differ by one at most, the larger first."""
    return [whole // of + (at < whole % of) for at in range(of)]


CLOSINGS: tuple[list[dict[str, Any]], ...] = (
    [],
    [{"weekdays": ["samedi", "dimanche"]}],
    [{"weekdays": ["lundi"]}, {"start": "2026-12-21", "end": "2027-01-03"}],
    [{"start": "2027-07-05", "end": "2027-08-29", "weekdays": ["lundi", "mardi", "samedi", "dimanche"]}],
)
VERSIONS = ({"id": "souple", "label": "Bâche souple"}, {"id": "rigide", "label": "Panneaux rigides"})


def shelf(number: int, today: date = TODAY, seed: int = 15) -> Tree:
    """So many tools of fifteen owners, in every state that a tool can be in, with loans that keep to its terms."""
    random = Random(seed)
    tree: dict[str, str | bytes] = {}
    for owner in range(15):
        tree |= organisation(f"proprietaire-{owner}", title=f"Propriétaire {owner}", lends=True, closed=CLOSINGS[owner % len(CLOSINGS)])
    for at in range(number):
        tree |= _tool(random, at, today)
    return tree


def _tool(random: Random, at: int, today: date) -> Tree:
    least = random.choice((1, 3, 7, 14))
    terms: dict[str, Any] = {
        "min_days": random.choice((None, least)),
        "max_days": random.choice((None, least + random.randrange(30))),
        "notice_days": random.choice((None, 0, 10, 45)),
        "gap_days": random.choice((0, 2, 5)),
    }
    versions = [dict(version, copies=random.choice((1, 1, 2))) for version in VERSIONS] if random.random() < 0.25 else []
    if not versions:
        terms["copies"] = random.choice((1, 1, 1, 2))
    elif random.random() < 0.3:
        versions[0]["retired_on"] = str(today + random.randrange(-30, 200) * DAY)
    condition = random.choice((*("bon",) * 8, "a-reviser", "retire"))
    units = [(version["id"], version["copies"]) for version in versions] or [(None, terms["copies"])]
    return exhibition(
        f"outil-{at}",
        title=f"Outil numéro {at}",
        date="2025-01-01",
        organisation=f"proprietaire-{random.randrange(15)}",
        publisher=None,
        loan={key: value for key, value in terms.items() if value is not None},
        condition=condition,
        retired_on=str(today - 30 * DAY) if condition == "retire" else None,
        availability_on=random.choice((None, *(str(today - days * DAY) for days in (0, 5, 89, 90, 91)))),
        versions=versions or None,
        loans=[loan for unit, copies in units for copy in range(1, copies + 1) for loan in _loans(random, unit, copy, terms, today)],
    )


def _loans(random: Random, version: str | None, copy: int, terms: dict[str, Any], today: date) -> Iterator[dict[str, Any]]:
    """Some loans of a copy, one behind the other; a few are public, a few were cancelled, and one may last for years."""
    day = today + random.randrange(-90, 60) * DAY
    least, most = terms["min_days"] or 1, terms["max_days"] or 60
    for _number in range(random.randrange(5)):
        long = terms["max_days"] is None and random.random() < 0.06
        last = day + (800 if long else random.randint(least, most) - 1) * DAY
        state = random.choice(("confirme", "confirme", "option", "annule", "maintenance"))
        lent: dict[str, Any] = {"start": str(day), "end": str(last), "state": state, "copy": copy, "city": random.choice(TOWNS)}
        lent |= {"version": version} if version else {}
        lent |= {"public_showing": True} if state == "confirme" and random.random() < 0.4 else {}
        yield lent
        if state != "annule":
            day = last + (1 + terms["gap_days"] + random.choice((0, 0, 1, 6, 40, 100))) * DAY
