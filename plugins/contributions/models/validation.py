"""From the values of a file's front matter to its model, or to every problem they have, in French."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from contributions.fields.vocabulary import did_you_mean, near_miss, nearest
from contributions.models.common import Common
from contributions.models.groups import Model
from contributions.models.misnamed import french, key_meant, renamed_once
from contributions.problems.problem import Finding, Fix, Location

M = TypeVar("M", bound=Model)


def validate(model: type[M], values: Mapping[str, Any], vocabularies: Mapping[str, Any]) -> tuple[M | None, list[Finding]]:
    """Validate front matter against a model. Returns the value and no finding, or None and all findings."""
    findings: list[Finding] = []
    misnamed: dict[Location, str] = {}
    value, errors = _validated(model, values, vocabularies)
    if errors:
        misnamed = _misnamed(errors, model)
        told = [_finding(details, model, vocabularies) for details in errors if not _is_misnamed(details, misnamed)]
        findings = renamed_once(_without_echoes(told), values)
    top = {str(location[0]): meant for location, meant in misnamed.items() if len(location) == 1 and meant not in values}
    under_its_name = {top.get(name, name): value for name, value in values.items()}
    if top:
        findings += _of_misnamed(model, under_its_name, vocabularies, {meant: name for name, meant in top.items()})
    if issubclass(model, Common):
        findings += [Finding("E102", message, repair) for message, repair in model.incomplete(under_its_name)]
    return (None if findings else value), findings


def _validated(model: type[M], values: Mapping[str, Any], vocabularies: Mapping[str, Any]) -> tuple[M | None, list[ErrorDetails]]:
    try:
        return model.model_validate(values, context={"vocabularies": vocabularies}), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _of_misnamed(
    model: type[Model], values: Mapping[str, Any], vocabularies: Mapping[str, Any], written: Mapping[str, str]
) -> Iterator[Finding]:
    """What is wrong with the values of misnamed keys, read under the names that they mean, at the names that are `written`."""
    for details in _validated(model, values, vocabularies)[1]:
        location = plain_location(details)
        if location and location[0] in written and details["type"] != "missing":
            found = _finding(details, model, vocabularies)
            yield replace(found, location=(written[str(location[0])], *location[1:]))


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Pydantic counts only sound entries of a list: one that is wrong would also be told as missing."""
    inside = {o.location[:depth] for o in findings for depth in range(len(o.location))}
    return [f for f in findings if f.code != "E111" or f.location not in inside]


def _misnamed(errors: list[ErrorDetails], model: type[BaseModel]) -> dict[Location, str]:
    """Unknown keys by their locations, each with the key that it most likely means."""
    unknown = [plain_location(error) for error in errors if error["type"] == "extra_forbidden"]
    meant = {location: key_meant(str(location[-1]), _keys(model, location[:-1])) for location in unknown}
    return {location: key for location, key in meant.items() if key}


def _is_misnamed(error: ErrorDetails, misnamed: Mapping[Location, str]) -> bool:
    """Whether a key is missing because it stands there by another name, which is told already."""
    missing = plain_location(error)
    return error["type"] == "missing" and any((*location[:-1], key) == missing for location, key in misnamed.items())


def _finding(error: ErrorDetails, model: type[BaseModel], vocabularies: Mapping[str, Any]) -> Finding:
    location = plain_location(error)
    kind, context = error["type"], error.get("ctx", {})
    name = str(location[-1]) if location else ""
    if kind.startswith("E") and kind[1:].isdigit():
        message, _, repair = error["msg"].partition(" | ")
        at_key = error["loc"][-1:] == ("[key]",)  # of a table, such as the themes of hub.yml
        return Finding(kind, message, repair, location, at_key=at_key, fix=Fix(context["meant"]) if "meant" in context else None)
    if kind == "extra_forbidden":
        known = sorted(_keys(model, location[:-1]))
        meant = key_meant(name, known)
        repair = f"Vouliez-vous dire « {meant} » ?" if meant else f"Clés possibles : {', '.join(known)}."
        sure = french(name, known) or near_miss(name, known)
        fix = Fix(sure) if sure else None
        return Finding("E101", f"La clé « {name} » n’existe pas ici.", repair, location, at_key=True, fix=fix)
    if kind == "missing":
        label, help, example = declared_at(model, location)
        return Finding("E102", f"Il manque « {name} »{f' ({label.lower()})' if label else ''}.", _addition(name, help, example), location)
    if kind in {"literal_error", "string_type"} and isinstance(error["input"], list | dict):
        message = "Un texte est attendu ici, pas une liste ni un groupe."
        return Finding("E104", message, "Écrivez la valeur sur la même ligne que la clé.", location)
    if kind == "literal_error":
        words = [word.strip("' ") for word in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]
        value = str(error["input"])
        sure = near_miss(value, words)
        fix = Fix(sure) if sure else None
        return Finding("E109", f"« {value} » n’est pas une valeur connue ici.", did_you_mean(value, words), location, fix=fix)
    if kind in {"tuple_type", "list_type"}:
        grouped = isinstance(error["input"], dict) or _group(model, location) is not None
        hint = "Mettez « - » devant chaque entrée de la liste." if grouped else _as_list(name, str(error["input"]), vocabularies)
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
        *_, example = declared_at(model, location)
        shown = f" : par exemple {example}" if example is not None else ""
        return Finding("E117", f"« {error['input']} » n’a pas la forme attendue.", f"Corrigez « {name} »{shown}.", location)
    return Finding("E104", f"« {name} » a une valeur inattendue.", "Écrivez un texte simple.", location)


def _addition(name: str, help: str, example: Any) -> str:
    """The repair of a missing key."""
    if isinstance(example, list):
        example = f"[{', '.join(map(str, example))}]"
    if example is not None and not isinstance(example, dict):
        return f"Ajoutez par exemple « {name}: {example} »."
    return f"Ajoutez « {name}: … ».{f' {help}' if help else ''}"


def _as_list(name: str, written: str, vocabularies: Mapping[str, Any]) -> str:
    """The repair of a text in the place of a list: the same words, as the region writes them."""
    known = vocabularies.get(name)
    if known is None:
        return f"Écrivez {name}: [{written}]."
    words = [word.strip() for word in written.split(",")]
    meant = [word if word in known else nearest(word, known) for word in words]
    if None in meant:
        return f"Écrivez {name}: […]. Valeurs possibles : {', '.join(known)}."
    return f"Écrivez {name}: [{', '.join(str(word) for word in meant)}]."


def plain_location(error: ErrorDetails) -> Location:
    """Where an error stands: pydantic adds the names of union members and validators, which hold marks that no key of ours has."""
    own = tuple(filter(_is_own, error["loc"]))
    unknown = error["type"] == "extra_forbidden" and not _is_own(error["loc"][-1])  # whatever an author calls a key
    return (*own, error["loc"][-1]) if unknown else own


def _is_own(part: str | int) -> bool:
    return isinstance(part, int) or not any(mark in part for mark in "[]()")


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
    free = 0  # names that the author chooses come next: those of a table
    for part in location:
        if isinstance(part, int) or free:
            free = max(0, free - 1)
            continue
        if current is None:
            return None
        field = next((field for name, field in current.model_fields.items() if part in {name, field.alias}), None)
        current = _model_in(field.annotation) if field else None
        free = _tables(field.annotation) if field else 0
    return current


def _tables(annotation: Any) -> int:
    """How many tables hold one another in a type, each by names of its own."""
    if get_origin(annotation) is Annotated:
        return _tables(get_args(annotation)[0])
    return 1 + _tables(get_args(annotation)[1]) if get_origin(annotation) is dict else 0


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


def declared_at(model: type[BaseModel], location: Location) -> tuple[str, str, Any]:
    """Label, help and example of the key at a location."""
    group = _group(model, location[:-1])
    for name, field in (group.model_fields if group else {}).items():
        if location and location[-1] in {name, field.alias}:
            return field.title or "", field.description or "", field.examples[0] if field.examples else None
    return "", "", None
