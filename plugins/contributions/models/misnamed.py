"""Keys that stand by other names than theirs: what each means, what to write, and whether it may be written without asking."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from contributions.models.certain import settled
from contributions.models.other_names import Meaning, Switch, meanings, no_place, switches
from contributions.models.reshaping import said_with
from contributions.models.rewriting import group_of, scalar
from contributions.models.structure import Shape, field_at, field_of, group_at, keys_of, shape_of, shape_written
from contributions.problems.problem import Finding, Fix, Location
from contributions.words.spelling import denies, joined, spelt_alike

NEAR = 75
"""Likeness (0–100) from which on letters alone propose a key."""
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

    `same`: both mean the same, and stand at the same place; else the name is only told. `sure` by its letters alone.
    """

    location: Location
    path: Location = ()
    same: bool = False
    switch: Switch | None = None
    note: str = ""

    @property
    def name(self) -> str:
        """As it is written."""
        return str(self.location[-1])

    @property
    def beside(self) -> bool:
        """Whether its key stands in the same group."""
        return self.path[:-1] == self.location[:-1] and bool(self.path)


def misnamed(model: type[BaseModel], location: Location, values: Mapping[str, Any]) -> Misnamed:
    """What an unknown key means in its place."""
    name, above = str(location[-1]), location[:-1]
    group = group_at(model, above)
    keys = keys_of(group)
    shape = shape_written(at(values, location))
    if same := next((key for key in keys if joined(key) == joined(name)), ""):
        return Misnamed(location, (*above, same), same=True)
    for switch in () if above else switches(name):
        if switch.word(str(at(values, location))) and field_at(model, switch.path):
            return Misnamed(location, switch.path, switch=switch)
    known = [(path, meaning) for meaning in meanings(name) if (path := _path(model, above, meaning))]
    # What stands in the same group, and holds what was written, is likeliest.
    known.sort(key=lambda found: found[0][:-1] != above or shape_of_path(model, found[0]) != shape)
    fitting = [(path, meaning) for path, meaning in known if shape_of_path(model, path) in FITTING[shape]]
    for path, meaning in fitting:
        return Misnamed(location, path, same=meaning.same, note=meaning.note)
    if spelt := spelt_alike(name, keys):
        return Misnamed(location, (*above, spelt), same=True)
    for path, meaning in known:
        return Misnamed(location, path, note=meaning.note)
    if note := no_place(name):
        return Misnamed(location, note=note)
    guess = _guessed(name, keys)
    return Misnamed(location, (*above, guess) if guess else ())


def _guessed(name: str, keys: Iterable[str]) -> str:
    """The key whose letters are really near; empty where there is none."""
    from rapidfuzz import fuzz  # slow to import, and a build without mistakes never needs it

    likeness = {key: fuzz.ratio(joined(name), joined(key)) for key in keys if not denies(name, key)}
    near = max(likeness, key=lambda key: likeness[key], default="")
    is_near = near and (likeness[near] >= NEAR or sorted(joined(near)) == sorted(joined(name)))
    return near if is_near else ""


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


def explained(
    found: Iterable[Misnamed], model: type[BaseModel], values: Mapping[str, Any], vocabularies: Mapping[str, Any]
) -> list[Finding]:
    """What is said of each; all keys of a group are listed once, keys that go into one group are shown in it together."""
    telling = _Telling(model, values, vocabularies, list(found))
    return list(telling.findings())


class _Telling:
    """Says what unknown keys of one file mean, and nothing twice."""

    def __init__(self, model: type[BaseModel], values: Mapping[str, Any], vocabularies: Mapping[str, Any], found: list[Misnamed]) -> None:
        self._model, self._values, self._vocabularies, self._found = model, values, vocabularies, found
        self._shown: dict[Location, str] = {}
        """Groups that were shown whole, with the name beside which."""
        self._listed: set[tuple[str, ...]] = set()

    def findings(self) -> Iterator[Finding]:
        for one in self._found:
            repair, fix = self._said(one)
            note = f" {one.note}" if one.note and one.beside and not one.same and "\n" not in repair else ""
            yield Finding("E101", f"La clé « {one.name} » n’existe pas ici.", repair + note, one.location, at_key=True, fix=fix)

    def _said(self, one: Misnamed) -> tuple[str, Fix | None]:
        if not one.path:
            return one.note or self._all(one), None
        written = at(self._values, one.location)
        if one.switch:
            return self._switched(one, one.switch, written)
        if not one.beside:
            return (self._moved(one) if len(one.path) > 1 else _to_the_root(one)), None
        key = str(one.path[-1])
        if is_same_sort(one, self._model, self._values):
            return f"Vouliez-vous dire « {key} » ?", Fix(key) if one.same else None
        if isinstance(written, str) and (made := self._in_its_shape(one, written)):
            return said_with({key: made}, ""), None
        return f"Vouliez-vous dire « {key} » ?", None

    def _all(self, one: Misnamed) -> str:
        """The keys of a group, the first time that they are asked for."""
        known = tuple(sorted(keys_of(group_at(self._model, one.location[:-1]))))
        if known in self._listed:
            return "Retirez cette ligne, ou donnez-lui l’un des noms déjà cités."
        self._listed.add(known)
        return f"Clés possibles : {', '.join(known)}."

    def _switched(self, one: Misnamed, switch: Switch, written: Any) -> tuple[str, Fix | None]:
        """A word instead of yes or no."""
        word = switch.word(str(written))
        *group, key = switch.path
        if group:
            return said_with({group[0]: {key: word}}, ""), None
        line = f"{key}: {word}"
        return f"Écrivez « {line} ».", Fix(line, f"{one.name}: {written}") if key not in self._values else None

    def _moved(self, one: Misnamed) -> str:
        """That a key stands in a group: the group's lines, or where it goes in the one that is there."""
        group, key = one.path[:-1], str(one.path[-1])
        name = str(group[0])
        note = f" {one.note}" if one.note else ""
        if at(self._values, group) is not None:
            into = f"dans une entrée de « {name} »" if shape_of_path(self._model, group) == "groups" else f"sous « {name} »"
            made = self._group(name, [one])
            value = (made[0] if isinstance(made, list) else made)[key]
            return f"Déplacez-la {into}, décalée de deux espaces : « {key}: {_shown(value)} ».{note}"
        if group in self._shown:
            return f"Elle va aussi sous « {name} », avec « {self._shown[group]} »."
        together = [other for other in self._found if other.path[:-1] == group and not other.beside]
        self._shown[group] = one.name
        made = self._group(name, together)
        first, *rest = said_with({name: made}, "").split("\n")
        return "\n".join([f"Elle va sous « {name} ».{note} {first}", *rest])

    def _group(self, name: str, together: list[Misnamed]) -> Any:
        """The group that several keys make, each value as it should be; what the group needs besides is « … »."""
        field = field_of(self._model, name)
        inner = group_at(self._model, (name,))
        held = {str(one.path[-1]): self._value(one) for one in together}
        if inner and list(held) in (["name"], ["src"]):  # a place often has its town behind its name, a picture no folder
            held = group_of(inner, held["name"], name)
        required = [each.alias or key for key, each in inner.model_fields.items() if each.is_required()] if inner else []
        whole = {key: held.get(key, "…") for key in keys_of(inner) if key in held or key in required}
        listed = field is not None and shape_of(field) == "groups"
        known: Any = settled(self._model, {name: [whole] if listed else whole}, self._vocabularies)[name]
        return known

    def _value(self, one: Misnamed) -> Any:
        written = at(self._values, one.location)
        return written if isinstance(written, str) else "…"

    def _in_its_shape(self, one: Misnamed, written: str) -> Any:
        """A text as the list or the group that its key holds; None where it says none."""
        key = str(one.path[-1])
        shape = shape_of_path(self._model, one.path)
        inner = group_at(self._model, one.path)
        if shape == "words":
            return settled(self._model, {key: [part.strip() for part in written.split(",")]}, self._vocabularies)[key]
        if inner is None or len(one.path) > 1:
            return None
        made = group_of(inner, written, key)
        if all(value == "…" for value in made.values()):
            return None
        return settled(self._model, {key: [made] if shape == "groups" else made}, self._vocabularies)[key]


def is_same_sort(one: Misnamed, model: type[BaseModel], values: Mapping[str, Any]) -> bool:
    """Whether what stands behind a name has the shape that the key beside it holds."""
    wanted, written = shape_of_path(model, one.path), shape_written(at(values, one.location))
    return wanted == written or (wanted == "groups" and at(values, one.location) == []) or (wanted == "table" and written == "group")


def _to_the_root(one: Misnamed) -> str:
    return f"« {one.path[-1]} » va au premier niveau : au début d’une ligne, sans espace devant."


def _shown(value: Any) -> str:
    return scalar(value) if isinstance(value, str) else "…"


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
