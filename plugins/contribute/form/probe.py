"""Ask the check what it says of a value that is wrong in one way: no message of a form is written anywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from contributions.judging.validation import validate
from contributions.models import KINDS
from contributions.models.groups import Model
from contributions.problems.problem import Finding
from contributions.region.hub import Hub

VALUE = "¤"
"""What no sort of value takes, and no message says by itself."""

Told = dict[str, str]


@dataclass(frozen=True, slots=True)
class Probe:
    """Asks the check of a kind what it says to a value at a path."""

    model: type[Model]
    hub: Hub

    @classmethod
    def of(cls, kind: str, hub: Hub) -> Probe:
        """The probe of a kind."""
        return cls(KINDS[kind], hub)

    def findings(self, path: str, value: Any) -> list[Finding]:
        """What is said where a single value is given, at the path."""
        nested: Any = value
        for part in reversed(path.split(".")):
            nested = [nested] if part == "*" else {part: nested}
        return validate(self.model, nested, self.hub.vocabularies)[1]

    def told(self, path: str, value: Any, marks: Mapping[str, str] | None = None) -> Told:
        """The code, message and repair at the path itself; `marks` names parts of the words: {"size": "201"}."""
        where = tuple(0 if part == "*" else part for part in path.split("."))
        finding = next(found for found in self.findings(path, value) if found.location == where)
        return words(finding, marks or {})

    def missing(self, path: str) -> Told:
        """What is said where a required key is not there, in a group that is."""
        above = path.rpartition(".")[0]
        where = tuple(0 if part == "*" else part for part in path.split("."))
        found = self.findings(above, {}) if above else validate(self.model, {}, self.hub.vocabularies)[1]
        return words(next(finding for finding in found if finding.location == where), {})


def words(finding: Finding, marks: Mapping[str, str]) -> Told:
    """A finding as data, parts of its words replaced by their names in braces."""
    position = {"« {index} »": "« 0 »"} if finding.location[-1:] == (0,) else {}
    named = {f"{{{name}}}": part for name, part in {"value": VALUE, **marks}.items()} | position
    for name, part in named.items():
        message, repair = (text.replace(part, name) for text in (finding.message, finding.repair))
        finding = replace(finding, message=message, repair=repair)
    return {"code": finding.code, "message": finding.message, "repair": finding.repair}
