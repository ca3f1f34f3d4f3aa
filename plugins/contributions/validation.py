"""From the values of a file's front matter to its model, or to every problem they have, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from contributions.models.common import Common, Model
from contributions.problems import Finding, Location
from contributions.vocabulary import did_you_mean

M = TypeVar("M", bound=Model)


def validate(model: type[M], values: Mapping[str, Any], vocabularies: Mapping[str, Any]) -> tuple[M | None, list[Finding]]:
    """Validate front matter against a model. Returns the value and no finding, or None and all findings."""
    findings: list[Finding] = []
    value: M | None = None
    try:
        value = model.model_validate(values, context={"vocabularies": vocabularies})
    except ValidationError as error:
        findings = _without_echoes([_finding(details, model) for details in error.errors(include_url=False)])
    if issubclass(model, Common):
        findings += [Finding("E102", message, repair) for message, repair in model.incomplete(values)]
    return (None if findings else value), findings


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Pydantic counts only sound entries of a list: one that is wrong would also be told as missing."""
    return [f for f in findings if f.code != "E111" or not any(o.location[:-1] == f.location for o in findings if o.location)]


def _finding(error: ErrorDetails, model: type[BaseModel]) -> Finding:
    location = _without_unions(error["loc"])
    kind, context = error["type"], error.get("ctx", {})
    name = str(location[-1]) if location else ""
    if kind.startswith("E") and kind[1:].isdigit():
        message, _, repair = error["msg"].partition(" | ")
        return Finding(kind, message, repair, location)
    if kind == "extra_forbidden":
        known = _keys(model, location[:-1])
        return Finding("E101", f"La clé « {name} » n’existe pas ici.", did_you_mean(name, known), location, at_key=True)
    if kind == "missing":
        label, example = _declared(model, location)
        hint = (
            f" par exemple « {name}: {example} »." if example is not None and not isinstance(example, list | dict) else f" « {name}: … »."
        )
        return Finding("E102", f"Il manque « {name} »{f' ({label.lower()})' if label else ''}.", f"Ajoutez{hint}", location)
    if kind in {"literal_error", "string_type"} and isinstance(error["input"], list | dict):
        message = "Un texte est attendu ici, pas une liste ni un groupe."
        return Finding("E104", message, "Écrivez la valeur sur la même ligne que la clé.", location)
    if kind == "literal_error":
        words = [word.strip("' ") for word in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]
        return Finding("E109", f"« {error['input']} » n’est pas une valeur connue ici.", did_you_mean(str(error["input"]), words), location)
    if kind in {"tuple_type", "list_type"}:
        grouped = isinstance(error["input"], dict)
        hint = "Mettez « - » devant chaque entrée de la liste." if grouped else f"Écrivez {name}: [{error['input']}]."
        return Finding("E105", f"« {name} » attend une liste.", hint, location)
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        return Finding(
            "E106", f"« {name} » attend un groupe de clés.", "Passez à la ligne et décalez les clés du groupe de deux espaces.", location
        )
    if kind.endswith(("too_short", "too_long")) and isinstance(error["input"], str):
        return Finding("E110", _length(name, error), "Raccourcissez." if kind.endswith("long") else "Complétez.", location)
    if kind in {"too_short", "too_long"}:
        return Finding("E111", f"« {name} » : {_items(context)}.", "Ajoutez ou retirez des éléments.", location)
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = context.get("ge", context.get("le"))
        side = "au moins" if "ge" in context else "au plus"
        return Finding("E114", f"« {error['input']} » est hors limites.", f"Écrivez {side} {bound}.", location)
    if kind == "string_pattern_mismatch":
        _, example = _declared(model, location)
        shown = f" : par exemple {example}" if example is not None else ""
        return Finding("E117", f"« {error['input']} » n’a pas la forme attendue.", f"Corrigez « {name} »{shown}.", location)
    return Finding("E104", f"« {name} » a une valeur inattendue.", "Écrivez un texte simple.", location)


def _without_unions(location: tuple[str | int, ...]) -> Location:
    """Pydantic adds the names of union members and validators to a location; keys have no such characters."""
    return tuple(part for part in location if isinstance(part, int) or not any(mark in part for mark in "[]()"))


def _length(name: str, error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    size = len(str(error["input"]))
    if "max_length" in context:
        return f"« {name} » a {size} caractères : {context['max_length']} au plus."
    return f"« {name} » a {size} caractère{'s' if size > 1 else ''} : {context.get('min_length', 1)} au moins."


def _items(context: Mapping[str, Any]) -> str:
    if "max_length" in context:
        return f"{context.get('actual_length')} valeurs, {context['max_length']} au plus"
    return f"au moins {context.get('min_length', 1)} valeur"


def _group(model: type[BaseModel], location: Location) -> type[BaseModel] | None:
    """The model that stands at a location of another."""
    current: type[BaseModel] | None = model
    for part in location:
        if isinstance(part, int):
            continue
        if current is None:
            return None
        field = next((field for name, field in current.model_fields.items() if part in {name, field.alias}), None)
        current = _model_in(field.annotation) if field else None
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if found := _model_in(argument):
            return found
    return None


def _keys(model: type[BaseModel], location: Location) -> list[str]:
    group = _group(model, location)
    return [field.alias or name for name, field in group.model_fields.items()] if group else []


def _declared(model: type[BaseModel], location: Location) -> tuple[str, Any]:
    """Label and example of the key at a location."""
    group = _group(model, location[:-1])
    for name, field in (group.model_fields if group else {}).items():
        if location and location[-1] in {name, field.alias}:
            return field.title or "", field.examples[0] if field.examples else None
    return "", None
