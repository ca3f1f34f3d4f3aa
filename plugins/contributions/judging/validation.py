"""From the values of a file's front matter to its model, or to every problem they have, in French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from contributions.judging.certain import errors_of
from contributions.judging.crowds import cut
from contributions.judging.messages import finding
from contributions.judging.misnamed import Misnamed, is_same_sort, misnamed, renamed_once
from contributions.judging.misplaced import explained
from contributions.judging.structure import plain_location
from contributions.models.common import Common
from contributions.models.groups import Model
from contributions.problems.problem import Finding, Location

M = TypeVar("M", bound=Model)

OTHER_SORTS = frozenset({"E104", "E105", "E106", "E107", "E108", "E112", "E113", "E115", "E117", "E118"})
"""What is said of a value that was meant for a key of another sort."""


def validate(model: type[M], values: Mapping[str, Any], vocabularies: Mapping[str, Any]) -> tuple[M | None, list[Finding]]:
    """Validate front matter against a model. Returns the value and no finding, or None and all findings."""
    values, crowds = cut(model, values)
    value, errors = _validated(model, values, vocabularies)
    unknown = [misnamed(model, plain_location(error), values) for error in errors if error["type"] == "extra_forbidden"]
    renamed = {one.name: str(one.path[0]) for one in unknown if one.beside and len(one.path) == 1 and one.path[0] not in values}
    under_their_names = {renamed.get(name, name): held for name, held in values.items()}
    findings: list[Finding] = []
    if errors:
        told = [finding(error, model, vocabularies) for error in _left(errors, unknown)]
        keys = explained(unknown, model, values, vocabularies)
        judged = {renamed[one.name]: one.name for one in unknown if one.name in renamed and _may_be_judged(one, model, values)}
        of_values = _of_misnamed(model, under_their_names, vocabularies, judged)
        misfits = _misfits(of_values) - {one.name for one in unknown if one.spelt}
        kept = [replace(key, fix=None) if key.location in {(name,) for name in misfits} else key for key in keys]
        findings = renamed_once(_without_echoes([*told, *kept]), values)
        findings += [found for found in of_values if found.location[0] not in misfits]
    findings += crowds
    if issubclass(model, Common):
        told_elsewhere = _groups_to_be(unknown)
        lacking = set(model.incomplete({**told_elsewhere, **under_their_names})) if told_elsewhere else ()
        found = model.incomplete(under_their_names)
        findings += [Finding("E102", *words) for words in found if not told_elsewhere or words in lacking]
    return (None if findings else value), findings


def _validated(model: type[M], values: Mapping[str, Any], vocabularies: Mapping[str, Any]) -> tuple[M | None, list[ErrorDetails]]:
    try:
        return model.model_validate(values, context={"vocabularies": vocabularies}), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _may_be_judged(one: Misnamed, model: type[Model], values: Mapping[str, Any]) -> bool:
    """Whether the value of a misnamed key may be read as that of the key that it means: no guess, and of the same shape."""
    return one.same and len(one.location) == 1 and is_same_sort(one, model, values)


def _misfits(of_values: list[Finding]) -> set[str]:
    """The names whose values were meant for a key of another sort."""
    return {str(found.location[0]) for found in of_values if found.code in OTHER_SORTS and not found.fix and len(found.location) == 1}


def _of_misnamed(
    model: type[Model], values: Mapping[str, Any], vocabularies: Mapping[str, Any], written: Mapping[str, str]
) -> list[Finding]:
    """What is wrong with the values of misnamed keys, read under the names that they mean, at the names that are `written`."""
    if not written:
        return []
    errors = [error for error in errors_of(model, values, vocabularies) if plain_location(error)[:1] in {(key,) for key in written}]
    unknown = [misnamed(model, plain_location(error), values) for error in errors if error["type"] == "extra_forbidden"]
    found = [finding(error, model, vocabularies) for error in _left(errors, unknown)]
    found += explained(unknown, model, values, vocabularies)
    return [replace(each, location=(written[str(each.location[0])], *each.location[1:])) for each in found]


def _groups_to_be(unknown: list[Misnamed]) -> dict[str, Any]:
    """The groups that unknown keys belong in: told with these keys, and so not missing besides."""
    return {str(one.path[0]): True for one in unknown if one.path and not one.beside}


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Pydantic counts only sound entries of a list: one that is wrong would also be told as missing."""
    inside = {o.location[:depth] for o in findings for depth in range(len(o.location))}
    return [f for f in findings if f.code != "E111" or f.location not in inside]


def _left(errors: list[ErrorDetails], unknown: list[Misnamed]) -> list[ErrorDetails]:
    """The errors but those about unknown keys, or about keys that are missing because they stand there by other names."""
    there: set[Location] = {one.path for one in unknown if one.beside}
    there |= {(*one.location[:-1], key) for one in unknown if one.label for key in ("label", "url")}
    known = [error for error in errors if error["type"] != "extra_forbidden"]
    return [error for error in known if error["type"] != "missing" or plain_location(error) not in there]
