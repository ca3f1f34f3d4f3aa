"""The fields of the form, as frozen values: what each model declares, key by key, ready for a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from contribute.form.layout import AGAIN, CONTROLS, HELPS, LEFT_OUT, ONE, OTHERS, REFERENCES, SECTIONS, VOCABULARIES, WORDS, Section
from contributions.fields import fields
from contributions.fields.languages import Spoken
from contributions.models import KINDS
from contributions.region.hub import Hub
from contributions.words.typography import typo
from publishing.strings import _
from views.fields import Choice, Field

TYPES = {
    fields.Day: "day", fields.Moment: "moment", fields.Precision: "when", fields.Url: "url", fields.Email: "email",
    fields.Slug: "slug", fields.File: "file", fields.Rule: "rule", fields.Related: "related", fields.Integer: "integer",
    fields.Number: "number", fields.Bool: "bool", fields.Text: "text", fields.Named: "slug",
}  # fmt: skip
"""The types of values by the validator that makes them: those built on one (Count on Integer, Measure on Number) are of its sort."""

SORTS = {get_args(alias)[1]: name for alias, name in TYPES.items()}
PHONE, LANGUAGE = (next(part for part in get_args(sort) if part not in get_args(fields.Text)) for sort in (fields.Phone, Spoken))


@dataclass(frozen=True, slots=True)
class Shown:
    """A section with the fields of a kind."""

    title: str
    help: str
    open: bool
    fields: tuple[Field, ...]


def sections(kind: str, hub: Hub, asked: Iterable[str]) -> tuple[Shown, ...]:
    """The sections of a kind's form; what is required, or in `asked` (what another key may require), is never folded away."""
    found = {field.key: field for field in form_fields(kind, hub)}
    placed = {key for section in SECTIONS for key in section.keys}
    needed = [key for key, field in found.items() if key not in placed and (field.required or key in asked)]
    others = Section(OTHERS, tuple(key for key in found if key not in placed and key not in needed))
    shown = []
    for number, section in enumerate((*SECTIONS, others)):
        held = tuple(found[key] for key in (*section.keys, *(needed if number == 0 else ())) if key in found)
        if held:
            shown.append(Shown(_(section.title), _(section.help) if section.help else "", section.open, held))
    return tuple(shown)


def form_fields(kind: str, hub: Hub) -> tuple[Field, ...]:
    """Every key of a kind that the form asks, in the model's order."""
    return tuple(_fields(KINDS[kind], "", kind, hub))


def _fields(model: type[BaseModel], above: str, kind: str, hub: Hub) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        key = info.alias or name
        path = f"{above}{key}"
        if LEFT_OUT.keys().isdisjoint({key, path, f".{path}"}):
            yield _field(path, info, kind, hub)


def _field(path: str, info: FieldInfo, kind: str, hub: Hub) -> Field:
    key = path.rpartition(".")[2]
    core, metadata = bare(info)
    several = get_origin(core) is tuple
    item, inner = bare_type(get_args(core)[0]) if several else (core, metadata)
    group = item if isinstance(item, type) and issubclass(item, BaseModel) else None
    within = f"{path}.*" if several else path
    sort = sort_of(inner)
    choices = tuple(_choices(key, item, kind, hub))
    reference = REFERENCES.get(key, "") if sort == "slug" else ""
    example = info.examples[0] if info.examples else ""
    held: tuple[Field, ...] = tuple(_fields(group, f"{within}.", kind, hub)) if group else ()
    if several and not group and not choices and (reference or sort == "day"):
        day = str(example[0]) if sort == "day" and example else ""
        held = (Field(within, info.title or key, "", day, "reference" if reference else "day", sort, False, reference=reference),)
    return Field(
        path=path,
        label=_(info.title or key),
        help=typo(_help(path, info)),
        example="" if isinstance(example, list | dict | bool) else str(example),
        control=CONTROLS.get(path) or _control(sort, several, bool(group), bool(choices), held),
        sort=sort,
        required=info.is_required(),
        default=str(info.default) if isinstance(info.default, str) and choices else "",
        reference=reference,
        choices=choices,
        fields=held,
        own=_(info.description) if info.description else "",
        one=_(ONE[key]) if key in ONE else "",
        again=_(AGAIN[key]) if key in AGAIN else "",
    )


def _help(path: str, info: FieldInfo) -> str:
    told = HELPS.get(path, info.description or "")
    return _(told) if told else ""


def _control(sort: str, several: bool, grouped: bool, chosen: bool, held: tuple[Field, ...]) -> str:
    if grouped:
        return "rows" if several else "group"
    if several:
        return "checks" if chosen else "list" if held else "words"
    if chosen:
        return "select"
    return {"slug": "reference", "rule": "text", "related": "text"}.get(sort, sort)


def _choices(key: str, item: Any, kind: str, hub: Hub) -> Iterator[Choice]:
    """The values that a key may have, where they are counted."""
    if key == "category":
        yield from (Choice(slug, entry.label) for slug, entry in hub.all_categories[kind].items())
    elif key in VOCABULARIES:
        table: dict[str, str] = getattr(hub, VOCABULARIES[key])
        yield from (Choice(slug, word) for slug, word in table.items())
    elif get_origin(item) is Literal:
        words = WORDS.get(key, {})
        yield from (Choice(value, _(words.get(value) or value)) for value in get_args(item))


def bare(info: FieldInfo) -> tuple[Any, tuple[Any, ...]]:
    """The type of a key without « or None » and what is annotated to it, and all its annotations."""
    core, inner = bare_type(info.annotation)
    return core, (*flat(info.metadata), *inner)


def bare_type(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """The same of a type."""
    if get_origin(annotation) is Annotated:
        core, *metadata = get_args(annotation)
        inner, more = bare_type(core)
        return inner, (*more, *flat(metadata))
    members = [member for member in get_args(annotation) if member is not type(None)]
    if type(None) in get_args(annotation) and len(members) == 1:
        return bare_type(members[0])
    return annotation, ()


def flat(metadata: Iterable[Any]) -> Iterator[Any]:
    """Annotations one by one: pydantic keeps some inside others."""
    for part in metadata:
        yield from flat(part.metadata) if isinstance(part, FieldInfo) else (part,)


def sort_of(metadata: tuple[Any, ...]) -> str:
    """The sort of a value, by its validator."""
    if PHONE in metadata:
        return "tel"
    if LANGUAGE in metadata:
        return "language"
    return next((SORTS[part] for part in metadata if part in SORTS), "text")
