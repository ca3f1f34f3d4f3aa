"""A text, a list or a group in the place of another: said with the very lines that would be right, made of what was written."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from contributions.fields.date_rows import days_in
from contributions.fields.levels import LEVELS, holding, levels_in
from contributions.fields.vocabulary import likely, meant, two_in_one
from contributions.geography.gazetteer import Gazetteer
from contributions.judging.certain import errors_of, settled, word
from contributions.judging.rewriting import entries_of, group_of, in_brackets, lines, scalar
from contributions.judging.structure import choices_of, field_at, group_at, keys_of, plain_location, shape_of, sort_of, vocabulary_of
from contributions.problems.problem import Finding, Fix, Location
from contributions.source.keyless import NO_COLON, UNREADABLE, lines_of_a_group, of_a_group
from contributions.words.slugs import SLUG, slug_of
from contributions.words.spelling import marked

LONGEST = 300
"""Characters of a value of which lines are made; a longer one was not meant for its place."""
MOST = 20
"""Entries of a list that get lines of their own."""
APART = re.compile(r"\s*[,;/|\n]\s*")
"""What parts words that may have an « et » within."""
COMMAS = re.compile(r"\s*[,;\n]\s*")
AND = re.compile(r"\s+(?:et\s+)?")
NAME = re.compile(r"[a-z0-9/._:-]+")
"""The name of a contribution, or its address; titles have capitals, accents or blanks."""
BETWEEN = re.compile(r"\s*[,;/]\s*|\s+et\s+|\s*\n\s*")


def reshaped(error: ErrorDetails, model: type[BaseModel], vocabularies: Mapping[str, Any]) -> Finding:
    """What is said of a value of another shape than its key has."""
    location = plain_location(error)
    written = error["input"]
    name = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    field = field_at(model, location)
    within = bool(location) and isinstance(location[-1], int)
    shape = shape_of(field) if field else "word"
    if within and shape == "groups" and not isinstance(written, dict | list):
        return _entry(model, location, name, str(written), vocabularies)
    if within or shape == "word":
        repair = "Écrivez la valeur sur la même ligne que la clé." if within else _as_text(name, written, field)
        return Finding("E104", "Un texte est attendu ici, pas une liste ni un groupe.", repair, location)
    if shape == "words":
        return _words(model, location, name, written, vocabularies)
    if shape == "groups":
        hint = said_with(as_entries(model, location, name, written, vocabularies), "Mettez « - » devant chaque entrée de la liste.")
        return Finding("E105", f"« {name} » attend une liste.", hint, location)
    if isinstance(written, str) and (line := of_a_group(written, keys_of(group_at(model, location)))):
        if several := lines_of_a_group(written, keys_of(group_at(model, location))):
            shown = "\n".join([f"{NO_COLON} Écrivez :", f"{name}:", *(f"  {each}" for each in several)])
            return Finding("E004", UNREADABLE, shown, location)
        return Finding("E004", UNREADABLE, f"{NO_COLON} Écrivez « {line} ».", location, fix=Fix(line, written))
    made = {} if isinstance(written, list | dict) else as_group(model, location, name, str(written), vocabularies)
    return Finding("E106", f"« {name} » attend un groupe de clés.", said_with(made, keys_to_write(model, location)), location)


def said_with(made: Mapping[str, Any], otherwise: str) -> str:
    """The repair that shows the lines of some keys; other words where there are none."""
    if not made:
        return otherwise
    shown = [line for key, value in made.items() for line in lines(key, value)]
    left = ", en remplaçant chaque « … »" if any(line.endswith(" …") for line in shown) else ""
    return "\n".join([f"Écrivez{left} :", *shown])


def keys_to_write(model: type[BaseModel], location: Location) -> str:
    """The repair that names the keys of a group."""
    known = keys_of(group_at(model, location))
    if not known:
        return "Passez à la ligne et décalez les clés du groupe de deux espaces."
    field = field_at(model, location) if isinstance(location[-1], str) else None
    behind = ", un tiret devant la première" if field and shape_of(field) == "groups" else ""
    return f"Passez à la ligne, puis écrivez une clé par ligne, décalée de deux espaces{behind} : {', '.join(known)}."


def _as_text(name: str, written: Any, field: FieldInfo | None) -> str:
    """The repair of a list or a group in the place of a text: its words on one line, or one of them."""
    if isinstance(written, list) and written and all(isinstance(entry, str) for entry in written):
        if len(written) == 1 or (field and sort_of(field) == "text"):
            return f"Écrivez « {name}: {scalar(', '.join(written))} »."
        return f"Gardez une seule valeur : « {name}: {scalar(written[0])} », par exemple."
    return "Écrivez la valeur sur la même ligne que la clé."


def as_group(model: type[BaseModel], location: Location, name: str, written: str, vocabularies: Mapping[str, Any]) -> dict[str, Any]:
    """The group that a text says, under its key; nothing where it says none."""
    group = group_at(model, location)
    made = group_of(group, written, name) if group and len(written) <= LONGEST else {}
    if not made or all(value == "…" for value in made.values()):
        return {}
    if made.get("city") == "…" and is_town(written, vocabularies.get("departments", ())):
        made = {**made, "name": "…", "city": written}
    return {name: _settled_at(model, location, made, vocabularies)}


def is_town(written: str, departments: Collection[str]) -> bool:
    """Whether words are the name of a town of some departments; all of France is looked at, and only where a place is one word."""
    return any(town.department in departments for town in Gazetteer.of_france().known(written))


def as_entries(model: type[BaseModel], location: Location, name: str, written: Any, vocabularies: Mapping[str, Any]) -> dict[str, Any]:
    """The list of groups that a text or a group says, under its key; nothing where it says none."""
    group = group_at(model, location)
    if isinstance(written, dict):
        entries: list[Any] = [written]
    elif isinstance(written, str) and len(location) == 1 and not _refused(model, location, [written], vocabularies):
        return {name: [written]}
    elif isinstance(written, str) and group and len(written) <= LONGEST:
        entries = entries_of(group, written, name)
    elif isinstance(written, list) and group and len(str(written)) <= LONGEST:
        entries = [group_of(group, str(entry), name) for entry in written]
    else:
        return {}
    known = [_settled_at(model, (*location, 0), entry, vocabularies) for entry in entries if any(v != "…" for v in entry.values())]
    return {name: known} if known else {}


def _settled_at(model: type[BaseModel], location: Location, made: Mapping[str, Any], vocabularies: Mapping[str, Any]) -> dict[str, Any]:
    """A group as it is right at a location, as far as that is certain."""
    return dict(_held(settled(model, _nested(location, made), vocabularies), location))


def _entry(model: type[BaseModel], location: Location, name: str, written: str, vocabularies: Mapping[str, Any]) -> Finding:
    """A text as an entry of a list of groups."""
    if int(location[-1]) >= MOST:
        return Finding("E106", f"Une entrée de « {name} » est un groupe de clés.", "Écrivez-la comme les premières.", location)
    made = as_entries(model, location[:-1], name, written, vocabularies).get(name, [])
    repair = said_with({name: made}, "") if made else keys_to_write(model, location)
    return Finding("E106", f"Une entrée de « {name} » est un groupe de clés.", repair.replace(f"{name}:\n", "", 1), location)


def _words(model: type[BaseModel], location: Location, name: str, written: Any, vocabularies: Mapping[str, Any]) -> Finding:
    """A text in the place of a list of words: the same words, as the region or the contract writes them."""
    message = f"« {name} » attend une liste."
    if not isinstance(written, str):
        return Finding("E105", message, "Mettez « - » devant chaque entrée de la liste.", location)
    field = field_at(model, location)
    choices = dict.fromkeys(choices_of(field), "") if field else {}
    known = vocabularies.get(vocabulary_of(field, getattr(model, "kind", "")), choices)
    whole = written.strip()
    if len(whole) > LONGEST:
        return Finding("E105", message, f"Écrivez {name}: […], avec une virgule entre deux valeurs.", location)
    if not known:
        return _free_words(model, location, whole, vocabularies)
    of_school = choices == dict.fromkeys(LEVELS, "")
    if several := levels_in(whole) if of_school else []:
        return Finding("E105", message, f"Écrivez {name}: {in_brackets(several)}.", location, fix=Fix(in_brackets(several), whole))
    sure = [word(name, part, tuple(choices)) if choices else _known(part, known) for part in _parted(whole, known)]
    if not all(sure) and not choices:
        sure = two_in_one(whole, known) or sure
    if all(sure):
        return Finding("E105", message, f"Écrivez {name}: {in_brackets(sure)}.", location, fix=Fix(in_brackets(sure), whole))
    parts = zip(_parted(whole, known), sure, strict=True)
    near = [found or (holding(part) if of_school else "") or likely(part, known) for part, found in parts]
    if all(near):
        return Finding("E105", message, f"{'Si c’est sûr, écrivez' if marked(whole) else 'Écrivez'} {name}: {in_brackets(near)}.", location)
    shown = ", ".join(f"{word} ({label})" if str(word).isdigit() else str(word) for word, label in known.items())
    return Finding("E105", message, f"Écrivez {name}: […]. Valeurs possibles : {shown}.", location)


def _free_words(model: type[BaseModel], location: Location, whole: str, vocabularies: Mapping[str, Any]) -> Finding:
    """A text in the place of a list whose values no list knows: written where it is one value, or where each part is surely one."""
    name = str(location[-1])
    field = field_at(model, location)
    if field and sort_of(field) in {"slug", "related"}:
        named = _names(whole, related=sort_of(field) == "related")
        fix = Fix(in_brackets(named), whole) if named == [whole] and len(location) == 1 else None
        return Finding("E105", f"« {name} » attend une liste.", f"Écrivez {name}: {in_brackets(named)}.", location, fix=fix)
    is_text = not _refused(model, location, ["…"], vocabularies)
    is_one = not is_text and not _refused(model, location, [whole], vocabularies)
    several = [whole] if is_one else [part for part in (APART if is_text else BETWEEN).split(whole) if part]
    dated = days_in(whole) if len(several) > 1 else ()
    nested = _nested(location, list(dated) or several)
    meant = _held(settled(model, nested, vocabularies), location)
    sure = len(several) == 1 if is_text else not dated
    fix = Fix(in_brackets(meant), whole) if sure and len(location) == 1 else None
    return Finding("E105", f"« {name} » attend une liste.", f"Écrivez {name}: {in_brackets(meant)}.", location, fix=fix)


def _names(whole: str, *, related: bool) -> list[str]:
    """The names of contributions in a text; a title in the place of one may hold an « et », and is a file's name as far as one can know."""
    parts = [part for part in COMMAS.split(whole) if part]
    each = [piece for part in parts for piece in AND.split(part)]
    parts = each if all(map(NAME.fullmatch, each)) else parts
    return parts if related else [part if SLUG.fullmatch(part) else slug_of(PurePosixPath(part.strip("/")).name) for part in parts]


def _nested(location: Location, value: Any) -> Any:
    for part in reversed(location):
        value = [value] if isinstance(part, int) else {part: value}
    return value


def _held(values: Any, location: Location) -> Any:
    for part in location:
        values = values[0] if isinstance(part, int) else values[part]
    return values


def _refused(model: type[BaseModel], location: Location, value: Any, vocabularies: Mapping[str, Any]) -> bool:
    """Whether a value is refused at a location."""
    plain = tuple(0 if isinstance(part, int) else part for part in location)
    return any(plain_location(error)[: len(plain)] == plain for error in errors_of(model, _nested(location, value), vocabularies))


def _known(written: str, known: Mapping[str, Any]) -> str:
    return written if written in known else meant(written, known)


def _parted(written: str, known: Mapping[str, Any]) -> list[str]:
    """The words of a list on one line; a label may hold « et » or a comma itself."""
    if _known(written, known):
        return [written]
    commas = [part.strip() for part in re.split(r"[,;]", written) if part.strip()]
    return [piece for part in commas for piece in ([part] if _known(part, known) else filter(None, BETWEEN.split(part)))]
