"""The tools as JSON for the browser: what is chosen from in one document, what words are looked for in in another.

`fiches.json` has two tables, each as columns: tools, the oldest first, and their units (versions, or tools that have none), one tool's
after the other's (`count` of each). `title` is a tool's place by title, `wait` the days since the one before was published. Days are
counted from `epoch`; runs of days are told as steps: how many days until a run begins, how many it has, and so on; where the last number
is left out, it goes on to `until`. The free runs of all copies follow one another in `steps`: `copies` tells how many copies a unit has,
`runs` how many steps each copy. `owners` are told once: [key, closed days as steps, point]. `levels` are, of each school level, those
that share a class with it; `groups`, of each category, its group. Where a tool's card lies, and its words, follows from its place:
`cards` are in each page of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from catalogue.filtering.cards import PER_PAGE
from catalogue.filtering.records import record, vocabulary
from contributions.fields.levels import LEVELS, sharing
from contributions.library.library import Library
from contributions.library.offers import offered
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.folding import folded
from publishing.page import Document, Planned
from views.filtering.columns import column, columns

TOOLS, WORDS = "/outils/fiches.json", "/outils/mots.json"
SETS = {"theme", "public", "niveau", "langue", "acces", "departement"}
"""Columns of sets."""

Tools = tuple[Contribution[Exhibition], ...]


def documents(library: Library, tools: Tools) -> Iterator[Planned]:
    """Both, of the tools in the order of their list."""
    yield Planned(TOOLS, partial(_tools, library, tools), wide=True)
    yield Planned(WORDS, partial(_words, library, tools), wide=True)


def _tools(library: Library, tools: Tools) -> Document:
    owners: dict[str, int] = {}
    about: list[list[Any]] = []
    rows: list[dict[str, Any]] = []
    order = sorted(range(len(tools)), key=lambda at: (folded(tools[at].brief.title), tools[at].slug))
    title = {at: rank for rank, at in enumerate(order)}
    last = tools[0].brief.date or 0 if tools else 0
    units: list[Mapping[str, Any]] = []
    free: list[list[int]] = []
    for at, tool in enumerate(library.passing(tools)):
        found = record(library, tool)
        own, closed, key = found.pop("units"), found.pop("closed"), found["owner"]
        free += [steps for unit in own for steps in unit["copies"]]
        if key not in owners:
            owners[key] = len(owners)
            about.append([key, closed, *_point(library, tool)])
        day = tool.brief.date or 0
        rows.append({**found, "owner": owners[key], "count": len(own), "title": title[at], "wait": day - last})
        last = day
        units += [{**unit, "copies": len(unit["copies"])} for unit in own]
    horizon = offered(library, tools[0]).horizon if tools else None
    value = {
        "epoch": date.fromordinal(horizon.first).isoformat() if horizon else None,
        "until": horizon.days - 1 if horizon else 0,
        "cards": PER_PAGE,
        "levels": {level: sharing([level]) for level in LEVELS},
        "groups": {slug: entry.group for slug, entry in library.hub.all_categories["exhibition"].items()},
        "owners": about,
        "tools": columns(rows, sets=SETS),
        "units": columns(units),
        "runs": column([len(steps) for steps in free]),
        "steps": column([step for steps in free for step in steps]),
    }
    return Document(TOOLS, _json(value))


def _point(library: Library, tool: Contribution[Exhibition]) -> list[list[float]]:
    """Where its owner is, if that stands in the directory."""
    owner = library.page("organisation", tool.meta.organisation)
    places = owner.places if owner is not None else ()
    return [[round(place.lat, 3), round(place.lon, 3)] for place in places[:1] if place.lat is not None and place.lon is not None]


def _words(library: Library, tools: Tools) -> Document:
    return Document(WORDS, _json([vocabulary(library, tool) for tool in library.passing(tools)]))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
