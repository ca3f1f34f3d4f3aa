"""Check what is sound of a contribution that is partly wrong, so that its author gets everything that is wrong with it in one run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from contributions.judging.crowds import cut
from contributions.judging.structure import declared_at, plain_location
from contributions.library.library import Library
from contributions.loading.trying import among_the_others
from contributions.models import FOLDERS, KINDS, Common
from contributions.problems.problem import Finding, Location, Problem
from contributions.proofreading.limits import too_costly
from contributions.reading.reader import Read, Reader
from contributions.source.front_matter import parse
from contributions.source.matter import FrontMatterError
from contributions.source.positions import located
from contributions.source.texts import bytes_of, legible

ROUNDS = 6
"""So often what is wrong is taken out: a group that lacks a key goes in the next round."""


def further_problems(library: Library, content: Path, path: str, reader: Reader) -> Iterator[Problem]:
    """What the rules say of a file that has problems of its own, about those of its values that are sound."""
    kind = FOLDERS.get(path.split("/")[1])
    try:
        matter = parse(legible(bytes_of(content.parent / path))[0])
        sound = Sound(KINDS[kind], matter.values, library.hub.vocabularies) if kind else None
        html = "" if too_costly(matter.body) else reader.html(matter)
    except FrontMatterError:
        return
    if sound is None or sound.meta is None:
        return
    found = among_the_others(library, content, Read(path, sound.meta, (), kind or "", html, matter))
    yield from located(path, [own for finding in found if (own := sound.own(finding))], matter)


class Sound:
    """The sound values of some front matter; what is missing or wrong is replaced by an example, or left out."""

    def __init__(self, model: type[Common], values: Mapping[str, Any], vocabularies: Mapping[str, Any]) -> None:
        self._model, self._vocabularies = model, vocabularies
        self._values: Any = deepcopy(cut(model, values)[0])
        self._filled: set[Location] = set()
        self._numbers: dict[int, list[int]] = {}
        """By identity of a list: the numbers that its entries have in the file."""
        self.meta: Common | None = None
        for _ in range(ROUNDS):
            try:
                self.meta = model.model_validate(self._values, context={"vocabularies": vocabularies})
                return
            except ValidationError as error:
                # From the end, so that the numbers of list entries before stay true.
                places = {plain_location(details): details["type"] == "missing" for details in error.errors(include_url=False)}
                for location in sorted(places, key=_order, reverse=True):
                    self._amend(location, missing=places[location])

    def own(self, finding: Finding) -> Finding | None:
        """The finding at its location in the file; None where it is about a value that is not the author's."""
        location: list[str | int] = []
        group = self._values
        for depth, part in enumerate(finding.location):
            if finding.location[: depth + 1] in self._filled:
                return None
            if isinstance(part, int):
                location.append(self._numbers.get(id(group), range(len(group)))[part])
                group = group[part]
            else:
                location.append(part)
                group = group.get(part) if isinstance(group, dict) else None
        return replace(finding, location=tuple(location))

    def _amend(self, location: Location, *, missing: bool) -> None:
        above: Any = self._values
        for part in location[:-1]:
            above = above[part] if _holds(above, part) else None
        last = location[-1] if location else None
        if missing and len(location) == 1:
            example = self._example(str(last))
            self._values[last] = example
            self._filled.add(location)
        elif missing and location:
            self._amend(location[:-1], missing=False)
        elif isinstance(above, list) and isinstance(last, int) and last < len(above):
            numbers = self._numbers.setdefault(id(above), list(range(len(above))))
            del above[last], numbers[last]
        elif isinstance(above, dict):
            above.pop(last, None)

    def _example(self, key: str) -> Any:
        known = self._vocabularies.get(f"categories.{self._model.kind}" if key == "category" else key)
        if known:
            word = next(iter(known))
            return word if key == "category" else [word]
        return declared_at(self._model, (key,))[2]


def _order(location: Location) -> tuple[str, ...]:
    return tuple(f"{part:09}" if isinstance(part, int) else part for part in location)


def _holds(group: Any, part: str | int) -> bool:
    return part in group if isinstance(group, dict) else isinstance(group, list) and isinstance(part, int) and part < len(group)
