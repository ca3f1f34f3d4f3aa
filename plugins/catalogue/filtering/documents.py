"""The tools as JSON for the browser: what is chosen from in one document, what words are looked for in in another.

`fiches.json` has three tables, each as columns: tools, by title; their units (versions, or tools that have none), one tool's after the
other's (`count` of each); and the copies of these (`copies` of each). Of what is in `members` a tool has as many as it says there, after
those of the tools before it. Days are counted from `epoch`; runs of days are told as steps: how many days until a run begins, how many it
has, and so on; where the last number is left out, it goes on to `until`. Of a copy's free runs `steps` tells how many steps there are,
`first` the first of them; the others follow in turn from `free` and from `busy`, which have those of all copies. `owners` are told once:
[key, closed days as steps, point]. `levels` are, of each school level, those that share a class with it; `groups`, of each category, its
group. `cards` tools are in each page of cards, where they stand by the day on which they were `added`, then by title. `mots.json` has
their words in the order of the tools.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
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
MIXED = ("public", "niveau")
"""There are so many of these that hardly two tools have the same ones."""

Tools = tuple[Contribution[Exhibition], ...]


def documents(library: Library, tools: Tools) -> Iterator[Planned]:
    """Both, of the tools in whatever order."""
    titled = tuple(sorted(tools, key=lambda tool: (folded(tool.brief.title), tool.slug)))
    yield Planned(TOOLS, partial(_tools, library, titled), wide=True)
    yield Planned(WORDS, partial(_words, library, titled), wide=True)


def _tools(library: Library, tools: Tools) -> Document:
    owners: dict[str, int] = {}
    about: list[list[Any]] = []
    rows: list[dict[str, Any]] = []
    units: list[dict[str, Any]] = []
    copies: list[list[int]] = []
    members: dict[str, list[str]] = {name: [] for name in MIXED}
    for tool in library.passing(tools):
        found = record(library, tool)
        own, closed, key = found.pop("units"), found.pop("closed"), found["owner"]
        if key not in owners:
            owners[key] = len(owners)
            about.append([key, closed, *_point(library, tool)])
        for name in MIXED:
            members[name] += found[name]
            found[name] = len(found[name])
        rows.append({**found, "owner": owners[key], "count": len(own), "added": tool.brief.date or 0})
        units += [{**unit, "copies": len(unit["copies"])} for unit in own]
        copies += [steps for unit in own for steps in unit["copies"]]
    horizon = offered(library, tools[0]).horizon if tools else None
    value = {
        "epoch": date.fromordinal(horizon.first).isoformat() if horizon else None,
        "until": horizon.days - 1 if horizon else 0,
        "cards": PER_PAGE,
        "levels": {level: sharing([level]) for level in LEVELS},
        "groups": {slug: entry.group for slug, entry in library.hub.all_categories["exhibition"].items()},
        "owners": about,
        "tools": columns(rows),
        "members": {name: column(values) for name, values in members.items()},
        "units": columns(units),
        "copies": columns([{"steps": len(steps), "first": steps[0] if steps else 0} for steps in copies]),
        "free": column([days for steps in copies for days in steps[1::2]]),
        "busy": column([days for steps in copies for days in steps[2::2]]),
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
