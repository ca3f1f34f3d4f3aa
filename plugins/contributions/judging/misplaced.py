"""What is said of keys that stand by other names than theirs: the key, or the very lines of the group in which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from contributions.fields.measures import measured, unit_of
from contributions.judging.certain import errors_of, settled
from contributions.judging.misnamed import Misnamed, at, is_same_sort, shape_of_path
from contributions.judging.other_names import Switch
from contributions.judging.reshaping import LONGEST, as_entries, as_group, keys_to_write, said_with
from contributions.judging.rewriting import gathered, lines, scalar
from contributions.judging.structure import declared_at, group_at, keys_of, plain_location
from contributions.judging.wordings import UNKNOWN
from contributions.problems.problem import Finding, Fix, Location
from contributions.words.spelling import spelt_alike


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
            yield Finding("E101", f"La clé « {one.name} » n’existe pas ici.", repair, one.location, at_key=True, fix=fix)

    def _said(self, one: Misnamed) -> tuple[str, Fix | None]:
        if one.label:
            return "\n".join(["Écrivez :", *lines("label", one.name), *lines("url", at(self._values, one.location))]), None
        if not one.path:
            return one.note or self._all(one), None
        written = at(self._values, one.location)
        if one.switch:
            return self._switched(one, one.switch, written)
        if one.beside and one.path[-1] in (at(self._values, one.location[:-1]) or ()):
            return self._written_twice(one), None
        if not one.beside:
            return (self._moved(one) if len(one.path) > 1 else _to_the_root(one)), None
        key = str(one.path[-1])
        if is_same_sort(one, self._model, self._values):
            unit = "" if spelt_alike(one.name, [key]) else _unit_missing(self._model, one.path, written)
            asked = f" Donnez la mesure en {unit}." if unit else _noted(one)
            return f"Vouliez-vous dire « {key} » ?{asked}", Fix(key) if one.same and not unit else None
        if isinstance(written, str | list) and len(str(written)) <= LONGEST and (made := self._in_its_shape(one, written)):
            return said_with({key: made}, ""), None
        if shape_of_path(self._model, one.path) in {"group", "groups"}:
            return f"Ici, elle s’appelle « {key} ». {keys_to_write(self._model, one.path)}", None
        return f"Vouliez-vous dire « {key} » ?{_noted(one)}", None

    def _written_twice(self, one: Misnamed) -> str:
        """That the key which a name means is there too."""
        if one.guessed:
            return self._all(one)
        if one.note and not one.same:
            return one.note
        return f"Gardez l’un des deux : « {one.path[-1]} » est déjà écrit."

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
        note = _noted(one)
        if at(self._values, group) is not None:
            into = f"dans une entrée de « {name} »" if shape_of_path(self._model, group) == "groups" else f"sous « {name} »"
            made = self._group(name, [one])
            refused = any(key in plain_location(error) for error in errors_of(self._model, {name: made}, self._vocabularies))
            value = "…" if refused else (made[0] if isinstance(made, list) else made)[key]
            return f"Déplacez-la {into}, décalée de deux espaces : « {key}: {_shown(value)} ».{note}"
        if group in self._shown:
            return f"Elle va aussi sous « {name} », avec « {self._shown[group]} »."
        together = [other for other in self._found if other.path[:-1] == group and not other.beside]
        self._shown[group] = one.name
        made = self._group(name, together)
        first, *rest = said_with({name: made}, "").split("\n")
        other = "".join(f", ou sous « {other} »" for other in one.others)
        return "\n".join([f"Elle va sous « {name} »{other}.{note} {first}", *rest])

    def _group(self, name: str, together: list[Misnamed]) -> Any:
        """The group that several keys make, each value as it should be; what the group needs besides is « … »."""
        inner = group_at(self._model, (name,))
        said = [(str(one.path[-1]), self._value(one)) for one in together]
        whole = gathered(inner, name, said) if inner else dict(said)
        listed = shape_of_path(self._model, (name,)) == "groups"
        known: Any = settled(self._model, {name: [whole] if listed else whole}, self._vocabularies)[name]
        return known

    def _value(self, one: Misnamed) -> str:
        written = at(self._values, one.location)
        return written if isinstance(written, str) else UNKNOWN

    def _in_its_shape(self, one: Misnamed, written: str | list[Any]) -> Any:
        """A text, or a list of texts, as the list or the group that its key holds; None where it says none."""
        key = str(one.path[-1])
        shape = shape_of_path(self._model, one.path)
        if shape == "words" and isinstance(written, str):
            return settled(self._model, {key: [part.strip() for part in written.split(",")]}, self._vocabularies)[key]
        if shape == "groups" and all(isinstance(entry, str) for entry in written):
            return as_entries(self._model, one.path, key, written, self._vocabularies).get(key)
        if shape == "group" and isinstance(written, str):
            return as_group(self._model, one.path, key, written, self._vocabularies).get(key)
        return None


def _unit_missing(model: type[BaseModel], path: Location, written: Any) -> str:
    """The unit of the key that a name without one means, where the number behind it has none either: « hauteur: 2 » is no height in cm."""
    unit = unit_of(declared_at(model, path)[1])
    return "" if not unit or measured(str(written), unit) else unit


def _noted(one: Misnamed) -> str:
    """What is to be known of a key that does not mean quite the same."""
    return f" {one.note}" if one.note and not one.same else ""


def _to_the_root(one: Misnamed) -> str:
    return f"Mettez-la au premier niveau, sans espace devant, sous le nom « {one.path[-1]} »."


def _shown(value: Any) -> str:
    return scalar(value) if isinstance(value, str) else "…"
