"""Find the town (commune) that a contribution's place names, in the official list of the region."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from contributions.geography.countries import abroad
from contributions.geography.gazetteer import Gazetteer, Town
from contributions.geography.town_names import has_cedex, in_doubt, normalise, without_article

__all__ = ["Town", "TownProblem", "Towns", "department_of"]

Reason: TypeAlias = Literal["unknown", "ambiguous", "postcode-mismatch", "unknown-insee", "other-town", "outside"]

POSTCODE = re.compile(r"[0-9]{5}")
INSEE_CODE = re.compile(r"[0-9]{5}|2[AB][0-9]{3}")
CORSICA = frozenset({"2A", "2B"})
NEAREST = 5
"""How many towns at most are proposed for an unknown name."""
LIKENESS = 80
"""The score (rapidfuzz, out of 100) under which a name is not proposed."""
LARGE = 10_000
"""Inhabitants above which the first words of a name may stand for it elsewhere, as « Vélizy » for Vélizy-Villacoublay."""
BY_FAR = 10
"""How many times larger than its namesakes the town elsewhere is that a name alone means."""
BEYOND_COMPARISON = 100
"""How many times larger it is than any town of the region whose name begins so."""


@dataclass(frozen=True, slots=True)
class TownProblem:
    """Why no single town answers: the towns that may be meant, likeliest first, and for "outside" the department.

    - unknown: no such name in the region, and neither a postcode nor a town of that name says that it lies elsewhere
    - ambiguous: several towns have this name, or this postcode
    - postcode-mismatch: the name is known (`candidates`), with other postcodes of the region
    - unknown-insee: a code of the region's departments that no commune has
    - other-town: the code of a town (`candidates`) that has another name
    - outside: « hors région »; `department` is None where it cannot be told: a Corsican postcode (20…), or a name
      alone that towns of several departments share, none of them by far the largest; or a country behind a name
    """

    reason: Reason
    candidates: tuple[Town, ...] = ()
    department: str | None = None


def department_of(code: str) -> str | None:
    """The department of a postcode or an INSEE code; None for a Corsican postcode and for what is no code.

    Right but for some dozen communes of France whose postcode is that of a neighbouring department.
    """
    if INSEE_CODE.fullmatch(code) is None or code.startswith("20"):
        return None
    return code[:3] if code.startswith(("97", "98")) else code[:2]


class Towns(Gazetteer):
    """The towns of a region, to be found by what a contribution says of a place."""

    def find(self, city: str | None, postcode: str | None = None, insee: str | None = None) -> Town | TownProblem:
        """The one town that a place means, or why there is none.

        The INSEE code decides alone; else a name and its postcode must agree (a « Cedex » postcode: its department
        only); else the name, or the postcode, must be that of one town. A name alone that the region does not know is
        looked up in the other regions.
        """
        asked = (city or "").strip(), (postcode or "").strip(), (insee or "").strip()
        if asked not in self._answers:
            self._answers[asked] = self._find(*asked)
        return self._answers[asked]

    def _find(self, city: str, postcode: str, insee: str) -> Town | TownProblem:
        if insee:
            return self._coded(insee.upper(), city)
        if not city:
            return _one(self.with_postcode(postcode)) or self._elsewhere(postcode)
        if in_doubt(city):
            return TownProblem("unknown", self._near(city, postcode))
        if abroad(city):
            return TownProblem("outside")
        if not postcode:
            return _one(self.known(city)) or self._beyond(city) or TownProblem("unknown", self._near(city))
        cedex = has_cedex(city)
        for towns in self.named(city):
            local = [town for town in towns if postcode in town.postcodes or (cedex and _may_be_of(postcode, town.department))]
            if found := _one(local):
                return found
        return self._elsewhere(postcode, city)

    @cached_property
    def _answers(self) -> dict[tuple[str, str, str], Town | TownProblem]:
        """What was found: a region's contributions name the same few hundred places again and again."""
        return {}

    def _coded(self, insee: str, city: str) -> Town | TownProblem:
        if town := self.coded(insee):
            return town if not city or has_name(town, city) else TownProblem("other-town", (town,))
        if INSEE_CODE.fullmatch(insee) and department_of(insee) not in self.departments:
            elsewhere = Gazetteer.of_france().coded(insee) if city else None
            if elsewhere and not has_name(elsewhere, city):
                return TownProblem("other-town", (elsewhere,))
            return TownProblem("outside", department=department_of(insee))
        return TownProblem("unknown-insee", _largest_first(self.known(city)))

    def _elsewhere(self, postcode: str, city: str = "") -> TownProblem:
        here = any(_may_be_of(postcode, department) for department in self.departments)
        if POSTCODE.fullmatch(postcode) and not here:
            return TownProblem("outside", department=department_of(postcode))
        named = self.known(city)
        if named:
            return TownProblem("postcode-mismatch", _largest_first(named))
        return TownProblem("unknown", self._near(city, postcode))

    def _beyond(self, city: str) -> TownProblem | None:
        """That a name is one of other regions: whole, or its first words where they can mean one large town only.

        The first words of a town of this region are left to their author to settle (« Montreuil » for Montreuil-sur-Mer),
        unless the town elsewhere is beyond comparison (« Marseille », in spite of Marseille-en-Beauvaisis).
        """
        france = Gazetteer.of_france()
        elsewhere = france.known(city)
        begun = [town for town in france.beginning(city) if town.population > LARGE]
        if not elsewhere and len(begun) != 1:
            return None
        largest, *others = _largest_first({*elsewhere, *begun})
        if any(largest.population < BEYOND_COMPARISON * town.population for town in self.beginning(city)):
            return None
        unsure = any(town.department != largest.department and largest.population < BY_FAR * town.population for town in others)
        return TownProblem("outside", department=None if unsure else largest.department)

    def _near(self, city: str, postcode: str = "") -> tuple[Town, ...]:
        """The towns whose names are most like this one; a shared postcode counts for ten points of likeness."""
        likeness = {town: score + 10 * (postcode in town.postcodes) for town, score in self.like(city, LIKENESS, 4 * NEAREST).items()}
        return tuple(sorted(likeness, key=lambda town: (-likeness[town], -town.population, town.insee))[:NEAREST])


def has_name(town: Town, city: str) -> bool:
    """Whether a name is a town's, of today or former, or begins it, or goes on after it (« Paris » and « Paris La Défense »)."""
    written = without_article(normalise(city)) + " "
    names = [without_article(normalise(name)) + " " for name in (town.name, *town.former)]
    return any(name.startswith(written) or written.startswith(name) for name in names)


def _may_be_of(postcode: str, department: str) -> bool:
    """Whether a postcode may be of a department: a Corsican one may be of both."""
    return department_of(postcode) == department or (postcode.startswith("20") and department in CORSICA)


def _one(towns: list[Town]) -> Town | TownProblem | None:
    """The town if there is one, "ambiguous" if there are several, None if there is none."""
    if len(towns) > 1:
        return TownProblem("ambiguous", _largest_first(towns))
    return towns[0] if towns else None


def _largest_first(towns: Iterable[Town]) -> tuple[Town, ...]:
    return tuple(sorted(towns, key=lambda town: (-town.population, town.insee)))
