"""The reference of keys: what may stand in the front matter of a kind, in words, read from its schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from contributions.models.common import Common
from contributions.reference.schema import Schema, declared
from contributions.region.hub import Hub

FORMATS = {
    "date": "date",
    "moment": "date, avec ou sans heure",
    "precision": "date, même incomplète",
    "uri": "adresse web",
    "email": "adresse électronique",
    "phone": "numéro de téléphone",
    "slug": "nom de fiche",
    "file": "chemin de fichier",
    "rule": "règle de répétition",
    "related": "référence",
}
"""The words for a text of some format."""
MANY = {
    "texte": "textes",
    "date": "dates",
    "choix": "choix",
    "groupe": "groupes",
    "nom de fiche": "noms de fiche",
    "référence": "références",
    "texte ou groupe": "textes ou de groupes",
}
"""The plural of what lists hold."""


@dataclass(frozen=True, slots=True)
class Value:
    """A word that a key may have, and its label where the region gives one."""

    slug: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A key. `type` is in French words; `keys` are those of a group, or of each group of a list (`many`).

    A key that is `required` may have `rivals`, one of which will do as well, and a `condition` (« sauf si … », « si … »).
    """

    name: str
    label: str
    help: str
    type: str
    required: bool = False
    rivals: tuple[str, ...] = ()
    condition: str = ""
    values: tuple[Value, ...] = ()
    default: str = ""
    example: Any = None
    many: bool = False
    keys: tuple[Key, ...] = ()

    @property
    def demand(self) -> str:
        """Whether it must be there, in words: « obligatoire (ou « recurrence ») », « obligatoire si … », « facultative »."""
        if not self.required:
            return "facultative"
        instead = "".join(f" (ou « {name} »)" for name in self.rivals)
        between = ", " if self.condition.startswith("sauf") else " " if self.condition else ""
        return f"obligatoire{instead}{between}{self.condition}"


@dataclass(frozen=True, slots=True)
class Reference:
    """The keys of a kind in three groups: those that it cannot do without, its own others, those of all kinds."""

    kind: str
    required: tuple[Key, ...]
    own: tuple[Key, ...]
    common: tuple[Key, ...]

    def __iter__(self) -> Iterator[Key]:
        return iter((*self.required, *self.own, *self.common))


def reference(kind: str, hub: Hub) -> Reference:
    """The keys of a kind, in the order in which the model declares them."""
    keys = _keys(declared(kind, hub))
    return Reference(
        kind,
        tuple(key for key in keys if key.required),
        tuple(key for key in keys if not key.required and key.name not in Common.model_fields),
        tuple(key for key in keys if not key.required and key.name in Common.model_fields),
    )


def rows(keys: tuple[Key, ...], depth: int = 0) -> Iterator[tuple[int, Key]]:
    """Keys and, below each group, its own: (depth, key)."""
    for key in keys:
        yield depth, key
        yield from rows(key.keys, depth + 1)


@dataclass(frozen=True, slots=True)
class _Demand:
    """That a key, or one of its rivals, must be there."""

    rivals: tuple[str, ...] = ()
    condition: str = ""


def _keys(group: Schema) -> tuple[Key, ...]:
    demands = _demands(group)
    return tuple(_key(name, node, demands.get(name)) for name, node in group.get("properties", {}).items())


def _key(name: str, node: Schema, demand: _Demand | None) -> Key:
    group, many = _group(node)
    inner = node.get("items", node)
    words, labels = inner.get("enum", ()), inner.get("enumDescriptions", ())
    return Key(
        name,
        label=node.get("title", ""),
        help=node.get("description", ""),
        type=_type(node),
        required=demand is not None,
        rivals=demand.rivals if demand else (),
        condition=demand.condition if demand else "",
        values=tuple(Value(word, label) for word, label in zip(words, labels or [""] * len(words), strict=True)),
        default=_word(node["default"]) if "default" in node else "",
        example=node.get("examples", [None])[0],
        many=many,
        keys=_keys(group),
    )


def _group(node: Schema) -> tuple[Schema, bool]:
    """The group that a key holds, or each entry of its list; the fullest of several forms."""
    if node.get("type") == "array":
        return _group(node["items"])[0], True
    forms = node.get("anyOf", [node])
    return next((form for form in forms if "properties" in form), {}), False


def _type(node: Schema) -> str:
    if "anyOf" in node:
        return " ou ".join(_type(form) for form in node["anyOf"])
    if "enum" in node:
        return "choix"
    if node.get("type") == "array":
        entry = _type(node["items"])
        return f"liste de {MANY.get(entry, entry)}"
    if node.get("type") == "object":
        return "groupe"
    plain = {"boolean": "oui ou non", "integer": "nombre entier", "number": "nombre"}.get(str(node.get("type")), "texte")
    return FORMATS.get(str(node.get("format")), plain)


def _demands(group: Schema) -> Mapping[str, _Demand]:
    """What must be there in a group, from its `required` and the conditions of its `allOf`."""
    found = {name: _Demand() for name in group.get("required", ())}
    for part in group.get("allOf", ()):
        wanted = part.get("then", part)
        names = wanted.get("required") or [form["required"][0] for form in wanted.get("anyOf", ())]
        condition = _condition(part["if"]) if "if" in part else ""
        found |= {name: _Demand(tuple(other for other in names if other != name), condition) for name in names}
    return found


def _condition(schema: Schema) -> str:
    return f"sauf si {_case(schema['not'])}" if "not" in schema else f"si {_case(schema)}"


def _case(schema: Schema) -> str:
    if "anyOf" in schema:
        return " ou si ".join(map(_case, schema["anyOf"]))
    for name, value in schema.get("properties", {}).items():
        return f"« {name} » vaut {' ou '.join(value['enum'])}"
    return f"« {schema['required'][0]} » est donné"


def _word(value: Any) -> str:
    return ("oui" if value else "non") if isinstance(value, bool) else str(value)
