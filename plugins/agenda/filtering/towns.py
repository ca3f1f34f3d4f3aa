"""The towns of the region as JSON for the browser: in few bytes, for there are thousands.

Names stand in the order of their codes, a line each. `codes`: for each department the steps from one number to the next. A coordinate is
the steps of a ten-thousandth of a degree from the south-west `corner`, a number of three digits to the base of 64; `planes` are the
first, second and third digits of all latitudes, then of all longitudes. `largest`: the places of the towns to be offered first, in that
order, and, of several of a name, the largest first.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from contributions.geography.gazetteer import Gazetteer, Town
from contributions.library.library import Library
from contributions.words.folding import words
from publishing.page import Document, Planned
from views.filtering.columns import planes

PATH = "/agenda/communes.json"
SCALE = 10_000
OFFERED = 300
"""Towns that are offered before all others that begin with the same letters."""


def towns(library: Library) -> Planned:
    """The document."""
    region = library.hub.region.code
    return Planned(PATH, lambda: Document(PATH, as_json(Gazetteer.load(region))))


def as_json(found: Iterable[Town]) -> bytes:
    """Towns as a document."""
    listed = sorted(found, key=lambda town: town.insee)
    points = [[round(town.lat * SCALE) for town in listed], [round(town.lon * SCALE) for town in listed]]
    corner = [min(steps, default=0) for steps in points]
    value = {
        "names": "\n".join(town.name for town in listed),
        "codes": _codes(listed),
        "corner": corner,
        "planes": [plane for steps, least in zip(points, corner, strict=True) for plane in planes([step - least for step in steps], 3)],
        "largest": _largest(listed),
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _codes(listed: Sequence[Town]) -> list[tuple[str, list[int]]]:
    found = []
    for department, own in groupby(listed, key=lambda town: town.department):
        numbers = [int(town.insee.removeprefix(department)) for town in own]
        found.append((department, [number - before for before, number in pairwise([0, *numbers])]))
    return found


def _largest(listed: Sequence[Town]) -> list[int]:
    by_size = sorted(range(len(listed)), key=lambda at: (-listed[at].population, listed[at].insee))
    shared = Counter(_key(town) for town in listed)
    return [at for rank, at in enumerate(by_size) if rank < OFFERED or shared[_key(listed[at])] > 1]


def _key(town: Town) -> str:
    return " ".join(words(town.name))
