"""Keys that stand by other names than theirs: what each means, what to write, and whether it may be written without asking."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import BaseModel

from contributions.fields.addresses import URL
from contributions.judging.other_names import Meaning, Switch, meanings, no_place, switches
from contributions.judging.structure import Shape, field_at, group_at, keys_of, shape_of, shape_written
from contributions.models import KINDS
from contributions.problems.problem import Finding, Fix, Location
from contributions.words.spelling import denies, joined, marked, spelt_alike

NEAR = 84
"""Likeness (0–100) from which on letters alone propose a key."""
NOT_OF_THIS_KIND = "Ce genre de contribution n’a pas cette information : écrivez-la dans le texte, ou retirez cette ligne."
FITTING: Mapping[Shape, Collection[Shape]] = {
    "word": {"word", "words", "group", "groups"},
    "words": {"words", "groups"},
    "group": {"group", "groups", "table"},
    "groups": {"groups"},
}
"""What was written → the shapes of the keys that it may have been meant for."""


@dataclass(frozen=True, slots=True)
class Misnamed:
    """An unknown key, the key that it means (from the root; none where it has no place here), and what is said of it.

    `same`: both mean the same; else the key is only proposed. `spelt`: it is the key but for case and marks.
    `label`: it is the words of a link, before its address. `guessed` by letters alone. `others` are groups that have such a key too.
    """

    location: Location
    path: Location = ()
    same: bool = False
    switch: Switch | None = None
    note: str = ""
    spelt: bool = False
    label: bool = False
    guessed: bool = False
    others: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """As it is written."""
        return str(self.location[-1])

    @property
    def beside(self) -> bool:
        """Whether its key stands in the same group."""
        return self.path[:-1] == self.location[:-1] and bool(self.path)


def misnamed(model: type[BaseModel], location: Location, values: Mapping[str, Any]) -> Misnamed:
    """What an unknown key means in its place; a mark beside its letters leaves a doubt."""
    if _is_label(model, location, values):
        return Misnamed(location, label=True)
    found = _meant(model, location, values)
    return replace(found, same=False, spelt=False) if marked(found.name) else found


def _is_label(model: type[BaseModel], location: Location, values: Mapping[str, Any]) -> bool:
    """Whether a name is the label of a link: « - Site: https://… »."""
    group, written = at(values, location[:-1]), at(values, location)
    is_link = (
        {"label", "url"} <= set(keys_of(group_at(model, location[:-1]))) and isinstance(group, dict) and not {"label", "url"} & set(group)
    )
    is_known = any(meaning.inside and meaning.path[0] == location[0] for meaning in meanings(str(location[-1])))
    return is_link and not is_known and isinstance(written, str) and URL.match(written) is not None


def _meant(model: type[BaseModel], location: Location, values: Mapping[str, Any]) -> Misnamed:
    name, above = str(location[-1]), location[:-1]
    group = group_at(model, above)
    keys = keys_of(group)
    shape = shape_written(at(values, location))
    if same := next((key for key in keys if joined(key) == joined(name)), ""):
        other = _of_a_calendar(name, keys, values)
        return Misnamed(location, (*above, other or same), same=not other, spelt=not other)
    for switch in () if above else switches(name):
        if switch.word(str(at(values, location))) and field_at(model, switch.path):
            return Misnamed(location, switch.path, switch=switch)
    known = [(path, meaning) for meaning in meanings(name) if (path := _path(model, above, meaning))]
    # What stands in the same group, and holds what was written, is likeliest.
    known.sort(key=lambda found: found[0][:-1] != above or shape_of_path(model, found[0]) != shape)
    fitting = [(path, meaning) for path, meaning in known if shape_of_path(model, path) in FITTING[shape]]
    for path, meaning in fitting:
        others = [str(other[0]) for other, _ in known if path[:-1] != other[:-1] != () and path[-1] == other[-1] and not above]
        return Misnamed(location, path, same=meaning.same, note=meaning.note, others=tuple(dict.fromkeys(others)))
    if spelt := spelt_alike(name, keys):
        return Misnamed(location, (*above, spelt), same=True)
    for path, meaning in known:
        return Misnamed(location, path, note=meaning.note)
    if note := no_place(name):
        return Misnamed(location, note=note)
    if inside := [] if above else [(group, key) for group, key in _in_groups(model) if joined(key) == joined(name)]:
        return Misnamed(location, inside[0], same=True, others=tuple(group for group, _ in inside[1:]))
    if meanings(name) or (not above and name in _of_any_kind()):
        return Misnamed(location, note=NOT_OF_THIS_KIND)
    guess = _guessed(name, keys)
    return Misnamed(location, (*above, guess) if guess else (), guessed=True)


@cache
def _in_groups(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The keys of a kind's groups, each with its group."""
    return tuple((group, key) for group in keys_of(model) for key in keys_of(group_at(model, (group,))))


@cache
def _of_any_kind() -> frozenset[str]:
    return frozenset(key for kind in KINDS.values() for key in keys_of(kind))


def _guessed(name: str, keys: Iterable[str]) -> str:
    """The key whose letters are really near; empty where there is none."""
    from rapidfuzz import fuzz  # slow to import, and a build without mistakes never needs it

    likeness = {key: fuzz.ratio(joined(name), joined(key), score_cutoff=60) for key in keys if not denies(name, key)}
    near = max(likeness, key=lambda key: likeness[key], default="")
    is_near = near and (likeness[near] >= NEAR or sorted(joined(near)) == sorted(joined(name)))
    return near if is_near else ""


def _of_a_calendar(name: str, keys: Collection[str], values: Mapping[str, Any]) -> str:
    """The key that a name in capitals means in a calendar, where it is not there yet: SUMMARY is a title. Else empty."""
    said = [meaning.path[0] for meaning in meanings(name) if len(meaning.path) == 1] if name.isupper() else []
    return next((key for key in said if key in keys and key not in values and joined(key) != joined(name)), "")


def _path(model: type[BaseModel], above: Location, meaning: Meaning) -> Location:
    """Where the key of a meaning stands, for a name in a group; empty where the kind, or the group, has no such key."""
    *group, key = meaning.path
    if key in keys_of(group_at(model, above)) and (above or not group):
        return (*above, key)
    if (above and group) or meaning.inside:
        return ()
    return meaning.path if field_at(model, meaning.path) and group_at(model, tuple(group)) else ()


def shape_of_path(model: type[BaseModel], path: Location) -> Shape:
    """The shape of the value of a key; that of a key in a group is one of a word where its group is a list."""
    return _shape_of_path(model, tuple(part for part in path if isinstance(part, str)))


@cache
def _shape_of_path(model: type[BaseModel], path: tuple[str, ...]) -> Shape:
    field = field_at(model, path)
    return shape_of(field) if field else "word"


def at(values: Any, location: Location) -> Any:
    """The value at a location; None where there is none."""
    try:
        for part in location:
            values = values[part]
    except (LookupError, TypeError):
        return None
    return values


def is_same_sort(one: Misnamed, model: type[BaseModel], values: Mapping[str, Any]) -> bool:
    """Whether what stands behind a name has the shape that the key beside it holds, or was meant to: the name is the key's own."""
    if one.spelt:
        return True
    wanted, written = shape_of_path(model, one.path), shape_written(at(values, one.location))
    return wanted == written or (wanted == "groups" and at(values, one.location) == []) or (wanted == "table" and written == "group")


def renamed_once(findings: Iterable[Finding], values: Mapping[str, Any]) -> list[Finding]:
    """The findings of values; a repair that gives a key a name that another of its group has, or would be given, is none."""
    taken: set[Location] = set()
    found = []
    for finding in findings:
        if finding.code != "E101" or not isinstance(finding.fix, Fix):
            found.append(finding)
            continue
        name = finding.fix.new.partition(":")[0]
        named = (*finding.location[:-1], name)
        group = at(values, finding.location[:-1])
        is_taken = named in taken or (isinstance(group, dict) and name in group)
        found.append(replace(finding, fix=None) if is_taken else finding)
        taken.add(named)
    return found
