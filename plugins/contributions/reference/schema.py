"""JSON Schema (draft 2020-12) of the front matter of each kind, derived from its model and the region's vocabularies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from contributions.models import KINDS
from contributions.models.needs import Either, Need
from contributions.region.hub import Hub

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

YES_OR_NO = "^([Oo][Uu][Ii]|[Nn][Oo][Nn]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"
WHOLE = r"^-?\d([\d \u00a0\u202f]*\d)?$"
DECIMAL = r"^-?\d([\d \u00a0\u202f]*\d)?([.,]\d+)?$"
STANDARD = frozenset({"date", "uri"})
"""Formats that editors look for. Those that only the reference of keys speaks of go, and theirs of mail boxes, stricter than ours."""
LITERAL = frozenset({"examples", "default", "enum", "if"})
"""Keywords whose values are no schemas to open, though they look like some."""
DIGITS = ("2026", "80100")
"""What a text may be that YAML takes for a number: a year, a postcode."""
NOTHING: tuple[Any, ...] = (None, [], {})
"""Defaults that say nothing."""


def path(kind: str) -> str:
    """Where the schema of a kind is published on the site."""
    return f"/donnees/schemas/{kind}.json"


def schema(kind: str, hub: Hub) -> Schema:
    """The schema of a kind as editors use it: true to what the check takes, whatever type YAML sees in a value.

    It is never stricter than the check, but for a key left empty, which editors mark as waiting for its value; what a schema
    cannot tell (that a slug exists, that loans do not overlap) is left to the check.
    """
    head = {"$schema": DIALECT, "$id": hub.url + path(kind), "title": f"Escale – content/{kind}s/*.md"}
    return {**head, **_as_written(declared(kind, hub))}


def declared(kind: str, hub: Hub) -> Schema:
    """What the model declares, groups in their places and vocabularies spelt out: what the reference of keys is made of."""
    raw = KINDS[kind].model_json_schema(by_alias=True, schema_generator=_Generator)
    placed: Schema = _placed(raw, raw.get("$defs", {}), vocabularies(kind, hub))
    return placed


def vocabularies(kind: str, hub: Hub) -> Mapping[str, Mapping[str, str]]:
    """The words that the region knows, each with its label, by the names that the models give them."""
    categories = {slug: category.label for slug, category in hub.all_categories.get(kind, {}).items()}
    return {"themes": hub.themes, "audiences": hub.audiences, "departments": hub.departments, "categories": categories}


class _Generator(GenerateJsonSchema):
    """Pydantic's own, without its English words, with the needs of each group; absent keys are absent, not null."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        found.pop("title", None)
        found.pop("description", None)
        needs: tuple[Need | Either, ...] = getattr(schema["cls"], "needs", ())
        return {**found, "allOf": [need.schema() for need in needs]} if needs else found

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """In the order in which keys are declared, as people write them."""
        del parent_key
        return value

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def chain_schema(self, schema: core_schema.ChainSchema) -> JsonSchemaValue:
        """A text and, after it, its pattern: both hold."""
        merged: JsonSchemaValue = {}
        for step in schema["steps"]:
            merged |= self.generate_inner(step)
        return merged


def _placed(node: Any, groups: Mapping[str, Schema], words: Mapping[str, Mapping[str, str]]) -> Any:
    """A schema with its references resolved, its vocabularies listed, and without what says nothing."""
    if isinstance(node, list):
        return [_placed(entry, groups, words) for entry in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        group = groups[node["$ref"].rsplit("/", 1)[-1]]
        return _placed({**group, **{key: value for key, value in node.items() if key != "$ref"}}, groups, words)
    if "vocabulary" in node:
        known = words[node["vocabulary"]]
        listed = {"enum": list(known), "enumDescriptions": list(known.values())}
        return {**{key: value for key, value in node.items() if key != "vocabulary"}, **listed}
    return {
        key: _placed(value, groups, words) for key, value in node.items() if key != "$defs" and not (key == "default" and value in NOTHING)
    }


def _as_written(node: Any) -> Any:
    """A declared schema, opened to the types that YAML gives to what people write: 80100 is a number there, oui a text."""
    if isinstance(node, list):
        return [_as_written(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    if "read_as" in node:
        return _as_read(node)
    opened = {key: value if key in LITERAL else _as_written(value) for key, value in node.items() if not _own_format(key, value)}
    return {**opened, **_scalar(node)}


def _own_format(key: str, value: Any) -> bool:
    return key == "format" and isinstance(value, str) and value not in STANDARD


def _scalar(node: Schema) -> Schema:
    """What must be said otherwise of a single value."""
    wanted = node.get("type")
    if wanted == "boolean":
        return {"type": ["boolean", "string"], "pattern": YES_OR_NO}
    if wanted in {"integer", "number"}:
        return {"type": [wanted, "string"], "pattern": WHOLE if wanted == "integer" else DECIMAL}
    if wanted != "string":
        return {}
    if "enum" in node:
        return _coded(node)
    if "pattern" in node:
        return {"type": ["string", "integer"]} if any(re.search(node["pattern"], text) for text in DIGITS) else {}
    return {"type": ["string", "number", "boolean"]}


def _as_read(node: Schema) -> Schema:
    """Words of a list that may be written in several ways: editors propose the words, and take what the check reads as one of them."""
    said = {key: value for key, value in node.items() if key not in {"enum", "read_as"}}
    return {**said, "anyOf": [{"enum": node["enum"]}, {"pattern": node["read_as"]}]}


def _coded(node: Schema) -> Schema:
    """Words of a list; where they are codes such as 02, YAML reads a number."""
    numbers = [int(word) for word in node["enum"] if word.isdigit()]
    if not numbers:
        return {}
    return {"type": ["string", "integer"], "enum": [*node["enum"], *numbers], "enumDescriptions": node["enumDescriptions"] * 2}
