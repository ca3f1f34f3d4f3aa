"""What is checked of each field, as data for the script: conditions, and the check's own messages.

`{value}` in a message stands for what was written, `{size}` for how long it is, `{number}` for how many there are, `{index}` for its
position in a list, from 0; what else a message names, `meant` tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from contribute.form import meant
from contribute.form.fields import bare, bare_type
from contribute.form.probe import VALUE, Probe, Told
from contributions.fields.addresses import URL
from contributions.fields.languages import CODES
from contributions.fields.measures import unit_of
from contributions.models.groups import Model
from contributions.region.hub import Hub
from contributions.words import phones
from contributions.words.mails import EMAIL
from contributions.words.slugs import SLUG
from views.fields import Field

INTEGER, DECIMAL = r"^-?\d{1,15}$", r"^-?\d{1,15}(\.\d{1,15})?$"
"""Of a number, once its spaces are gone and its comma is a point; tests/contribute/ holds them to the validators."""
INSIDE = r"^(?!.*[\\:])(?!(?:.*/)?\.\.(?:/|$))"
"""A path that does not lead out of content/."""

Check = dict[str, Any]
RULE_PART = (
    r"(?:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|(?:COUNT|INTERVAL)=[1-9]\d{0,3}|UNTIL=\d{8}(?:T\d{6})?Z?|WKST=[A-Z]{2}"
    r"|BY(?:DAY|MONTHDAY|YEARDAY|WEEKNO|MONTH|SETPOS|HOUR|MINUTE)=[A-Z0-9,+-]+)"
)
RULE = rf"(?=.*FREQ=){RULE_PART}(?:;{RULE_PART})*"
"""The parts of RFC 5545 section 3.3.10 that a day or an hour needs, in the forms that every calendar reads."""
FORMS: Mapping[str, tuple[str, str]] = {
    "url": (URL.pattern, "i"),
    "email": (EMAIL.pattern, ""),
    "slug": (rf"(?:{SLUG.pattern})$", ""),
    "rule": (rf"(?:RRULE:)?(?:{RULE})$", ""),
    "integer": (INTEGER, ""),
    "number": (DECIMAL, ""),
    "language": (rf"(?:{'|'.join(sorted(CODES))})$", ""),
}
"""What a value of a sort begins with, or is: a pattern, and its flags."""


def checks(kind: str, held: tuple[Field, ...], hub: Hub) -> dict[str, list[Check]]:
    """Every check of the fields of a kind, by path, in the order in which the first that fails is told."""
    probe = Probe.of(kind, hub)
    return {path: found for field in held for path, found in _checks(probe, field)}


def missing(kind: str, held: tuple[Field, ...], hub: Hub) -> dict[str, Told]:
    """What is said of each required field that is empty, by path."""
    probe = Probe.of(kind, hub)
    return {field.path: probe.missing(field.path) for field in every(held) if field.required}


def every(held: tuple[Field, ...]) -> Iterator[Field]:
    """Fields and those inside them."""
    for field in held:
        yield field
        yield from every(field.fields)


def _checks(probe: Probe, field: Field) -> Iterator[tuple[str, list[Check]]]:
    info = _declared(probe.model, field.path)
    core, metadata = bare(info)
    several = field.control in {"words", "checks", "list", "rows"}
    if several:
        if counted := list(_counted(probe, field.path, metadata)):
            yield field.path, counted
        core, metadata = bare_type(core.__args__[0])
    path = f"{field.path}.*" if several else field.path
    alone = not field.choices and (not field.fields or field.control == "list")
    if alone and (found := list(_single(probe, path, field.sort, info, metadata))):
        yield path, found
    if field.control != "list":
        for inner in field.fields:
            yield from _checks(probe, inner)


def _declared(model: type[Model], path: str) -> FieldInfo:
    """The declaration of the key at a path."""
    *above, key = [part for part in path.split(".") if part != "*"]
    group: Any = model
    for part in above:
        core, _ = bare(_named(group, part))
        group = bare_type(core.__args__[0])[0] if getattr(core, "__args__", ()) else core
    return _named(group, key)


def _named(group: Any, key: str) -> FieldInfo:
    found: Mapping[str, FieldInfo] = group.model_fields
    return next(info for name, info in found.items() if (info.alias or name) == key)


def _counted(probe: Probe, path: str, metadata: tuple[Any, ...]) -> Iterator[Check]:
    """That a list holds too many."""
    most = min((part.max_length for part in metadata if hasattr(part, "max_length")), default=None)
    if most is not None and most < 100:
        sound = next(iter(probe.hub.vocabularies.get(path, {"-": None})))
        yield {"if": "many", "most": most, **probe.told(path, [sound] * (most + 1), {"number": str(most + 1)})}


def _single(probe: Probe, path: str, sort: str, info: FieldInfo, metadata: tuple[Any, ...]) -> Iterator[Check]:
    """What may be wrong with one value."""
    if sort in FORMS:
        pattern, flags = FORMS[sort]
        form = {"pattern": f"^(?:{pattern.removeprefix('^')})".replace(r"\Z", "$"), "flags": flags}
        yield {**_refused(probe, path, sort, info), **form}
    if sort in {"day", "moment", "when"}:
        yield {"if": "date", "sort": sort}
    if sort == "file":
        yield {"if": "unlike", "pattern": INSIDE, "flags": "", **probe.told(path, f"{VALUE}/..", {"value": f"{VALUE}/.."})}
    for part in metadata:
        yield from _bound(probe, path, part)
    lengths = [part for part in metadata if hasattr(part, "max_length")]
    if lengths:
        yield _long(probe, path, min(part.max_length for part in lengths))
    least = max((part.min_length for part in metadata if hasattr(part, "min_length")), default=1)
    if least > 1:
        one = probe.told(path, "a", {"size": "1"})
        yield {"if": "short", "least": least, **probe.told(path, "a" * (least - 1), {"size": str(least - 1)}), "one": one["message"]}
    if sort == "tel":
        yield {"if": "unlike", "pattern": phones.FORM, "flags": "", **probe.told(path, VALUE)}


def _refused(probe: Probe, path: str, sort: str, info: FieldInfo) -> Check:
    """What is said of a value that has not the form of its sort."""
    match sort:
        case "url":
            return meant.web(probe, path)
        case "email":
            return meant.mail(probe, path)
        case "integer" | "number":
            return {**meant.number(probe, path, unit_of(info.description or ""), info.title or ""), "whole": sort == "integer"}
        case "language":
            return meant.language(probe, path)
    return {"if": "unlike", **probe.told(path, VALUE)}


def _bound(probe: Probe, path: str, part: Any) -> Iterator[Check]:
    """That a number is beyond a bound, or a text has not the form of its pattern."""
    if getattr(part, "ge", None) is not None:
        yield {"if": "below", "bound": part.ge, **probe.told(path, str(part.ge - 1), {"value": str(part.ge - 1)})}
    if getattr(part, "le", None) is not None:
        yield {"if": "above", "bound": part.le, **probe.told(path, str(part.le + 1), {"value": str(part.le + 1)})}
    if pattern := getattr(part, "pattern", None):
        yield {"if": "unlike", "pattern": pattern, "flags": "", **probe.told(path, VALUE)}


def _long(probe: Probe, path: str, most: int) -> Check:
    size = str(most + 1)
    return {"if": "long", "most": most, **probe.told(path, "a" * int(size), {"size": size})}
