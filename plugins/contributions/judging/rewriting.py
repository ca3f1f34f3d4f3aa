"""Groups and lists made of what was written in their place, and the lines of front matter that say them.

What is made may lack a key that nobody can know: « … » then stands for it, and its author replaces it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import yaml
from pydantic import BaseModel

from contributions.fields.date_rows import slots_in
from contributions.fields.measures import measured, unit_of
from contributions.geography.town_names import parted
from contributions.judging.structure import choices_of, field_of, keys_of, shape_of, sort_of
from contributions.judging.wordings import LOOKS, SPECIAL, UNKNOWN, lent_for
from contributions.source.header import BaseLoader, says_something
from contributions.source.legibility import quoted
from contributions.words.folding import folded
from contributions.words.spelling import spelt_alike

HOUR = re.compile(r"\d{1,2}\s*(?:h|:|heures?)\s*(?:\d\d)?", re.IGNORECASE)
COUNTED = (("quantity", "item"), ("value", "label"))
"""Keys of a number and of what is counted."""
NAMES = ("name", "text", "item", "label", "note", "how", "material")
"""Keys of groups that take any words, the likeliest first."""


def lines(key: str, value: Any, depth: int = 0) -> list[str]:
    """The lines that say a key with its value, as contributors write them, set in by two spaces a level.

    >>> lines("price", {"free": "false", "text": "20 €"})
    ['price:', '  free: false', '  text: 20 €']
    """
    indent = "  " * depth
    if isinstance(value, dict):
        return [f"{indent}{key}:", *(line for name, held in value.items() for line in lines(name, held, depth + 1))]
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        return [f"{indent}{key}:", *(line for entry in value for line in _entry(entry, depth + 1))]
    if isinstance(value, list):
        return [f"{indent}{key}: {in_brackets(value)}"]
    return [f"{indent}{key}: {scalar(value)}"]


def _entry(entry: Any, depth: int) -> list[str]:
    """The lines of an entry of a list, behind a dash."""
    if not isinstance(entry, dict):
        return [f"{'  ' * depth}- {scalar(entry)}"]
    first, *others = [line for name, held in entry.items() for line in lines(name, held, depth + 1)]
    return [f"{'  ' * depth}- {first.strip()}", *others]


def in_brackets(words: list[Any]) -> str:
    """A list of words on one line."""
    return f"[{', '.join(map(_in_a_list, words))}]"


def scalar(value: Any) -> str:
    """A value as YAML reads it: between quotes where it needs them, on one line."""
    text = " ".join(str(value).split())
    return text if _reads(text, text) else quoted(text)


def _in_a_list(value: Any) -> str:
    text = scalar(value)
    return text if _reads(f"[{text}]", " ".join(str(value).split())) else quoted(text)


def _reads(yaml_text: str, text: str) -> bool:
    """Whether YAML reads one text, or a list of it alone."""
    try:
        node = yaml.compose(f"{yaml_text}\n", Loader=BaseLoader)
    except (yaml.YAMLError, ValueError):
        return False
    if isinstance(node, yaml.SequenceNode):
        (node,) = node.value if len(node.value) == 1 else (None,)
    return isinstance(node, yaml.ScalarNode) and node.value == text and says_something(node)


def entries_of(group: type[BaseModel], written: str, key: str) -> list[dict[str, Any]]:
    """The entries of a list of groups that a text says, one behind each comma where they are names."""
    if key == "slots" and (rows := slots_in(written)):
        return [{"start": start, **({"end": end} if end else {})} for start, end in rows]
    several = [part.strip() for part in re.split(r"[,;]", written) if part.strip()] if key == "partners" else [written]
    return [group_of(group, part, key) for part in several]


def group_of(group: type[BaseModel], written: str, key: str) -> dict[str, Any]:
    """The group of keys that a text says in its place; a required key that it does not say is « … »."""
    make = lent_for if "deposit" in keys_of(group) else SPECIAL.get(key)
    found = (make(written) if make else {}) or _in_parts(group, written) or _counted(group, written) or _by_form(group, written)
    return _whole(group, found)


def gathered(group: type[BaseModel], name: str, said: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The group that keys which stand apart say together, each with its value; a day and its hour make one.

    A place has its town behind its name where no other key has it, and its postcode before; a picture has no folder.
    """
    held: dict[str, Any] = {}
    for key, value in said:
        held[key] = f"{held[key]} {value}" if key in held else value
    held = _on_its_day(held)
    if list(held) == ["name"] or held.get("src", UNKNOWN) != UNKNOWN:
        key = "src" if "src" in held else "name"
        read = group_of(group, held[key], name)
        held = {**read, **held, key: read.get(key, held[key])}
    if "city" in held and "postcode" not in held and (town := parted(held["city"])).postcode and not town.around:
        held |= {"postcode": town.postcode, "city": town.name}
    return _whole(group, held)


def _whole(group: type[BaseModel], held: Mapping[str, Any]) -> dict[str, Any]:
    """A group in the order of its keys, with a required one that nobody said as « … »."""
    required = {field.alias or name for name, field in group.model_fields.items() if field.is_required()}
    return {name: held[name] if name in held else _default(group, name) for name in keys_of(group) if name in held or name in required}


def _on_its_day(held: dict[str, Any]) -> dict[str, Any]:
    """A group whose end is an hour alone, on the day of its start."""
    day, blank, _hour = str(held.get("start", "")).partition(" ")
    return {**held, "end": f"{day} {held['end']}"} if blank and HOUR.fullmatch(str(held.get("end", ""))) else held


def _default(group: type[BaseModel], key: str) -> str:
    field = field_of(group, key)
    choices = choices_of(field) if field else ()
    return str(field.examples[0]) if field and field.examples and choices else UNKNOWN


def _in_parts(group: type[BaseModel], written: str) -> dict[str, Any]:
    """What commas part, where each part is for another key: a name, then a telephone number. Else nothing."""
    parts = [part for part in re.split(r"\s*(?:[,;\n]|\s[-–—]\s)\s*", written) if part]
    made = [_by_form(group, part) for part in parts] if len(parts) > 1 else []
    whole = {key: value for part in made for key, value in part.items()}
    return whole if len(whole) == len(made) > 1 else {}


def _counted(group: type[BaseModel], written: str) -> dict[str, Any]:
    """So many of something."""
    keys = next((pair for pair in COUNTED if set(pair) <= set(keys_of(group))), None)
    found = re.fullmatch(r"(?P<number>\d[\d\s]*(?:[.,]\d+)?)\s+(?P<words>\D.*)", written)
    return {keys[0]: found["number"].strip(), keys[1]: found["words"]} if keys and found else {}


def _by_form(group: type[BaseModel], written: str) -> dict[str, Any]:
    """The key of a group whose values look like what was written, else the one that takes any words."""
    keys = {name: field for name in keys_of(group) if (field := field_of(group, name))}
    sorts = {name: sort_of(field) for name, field in keys.items() if shape_of(field) == "word"}
    for sort, looks in LOOKS.items():
        if looks(written) and (name := next((name for name, its in sorts.items() if its == sort), "")):
            return {name: written}
    for name, field in keys.items():
        said = [word for word in choices_of(field) if spelt_alike(written, [word]) or word in folded(written).split()]
        if len(said) == 1:
            return {name: said[0]}
        unit = unit_of(field.description or "")
        if sorts.get(name) in {"number", "integer"} and (number := measured(written, unit, "" if unit else field.title or "")):
            return {name: number}
    name = next((name for name in NAMES if name in sorts), "")
    return {name: written} if name else {}
