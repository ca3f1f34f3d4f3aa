"""What is said of a value that a model refuses: what is wrong, in French, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from contributions.fields.measures import LONGEST, measured, unit_of
from contributions.fields.vocabulary import did_you_mean
from contributions.judging.certain import certain
from contributions.judging.other_names import hinted
from contributions.judging.reshaping import reshaped, said_with
from contributions.judging.structure import choices_of, declared_at, field_at, plain_location
from contributions.judging.waiting import of_waiting
from contributions.judging.wordings import UNKNOWN, priced
from contributions.problems.problem import Finding, Fix, Location

SHAPES = frozenset({"tuple_type", "list_type", "model_type", "dict_type", "model_attributes_type", "string_type"})
"""What pydantic calls a list, a group or a text in the place of another."""
SEVERAL = re.compile(r"(?P<one>\d[\d\s]*(?:[.,]\d+)?)[^\d\s]*\s*(?:-|–|/|à|ou|et)\s*(?P<other>\d[\d\s]*(?:[.,]\d+)?)\D*")
"""Two numbers, of which one is to be kept."""

SHORT_CODE = re.compile(r"(?:[A-Z]{1,2}-?)?(\d{4})")
"""A postcode of a neighbouring country, or one of which a spreadsheet has taken the zero."""


def finding(error: ErrorDetails, model: type[BaseModel], vocabularies: Mapping[str, Any]) -> Finding:
    """What is said of an error of pydantic, but of keys that do not exist (see misnamed)."""
    return of_waiting(_judged(error, model, vocabularies), error["input"], model)


def _judged(error: ErrorDetails, model: type[BaseModel], vocabularies: Mapping[str, Any]) -> Finding:
    location = plain_location(error)
    kind, context = error["type"], error.get("ctx", {})
    name = str(location[-1]) if location else ""
    is_choice = kind == "literal_error" and isinstance(error["input"], list | dict)
    if kind in SHAPES or is_choice or (kind == "E104" and isinstance(error["input"], list | dict)):
        return reshaped(error, model, vocabularies)
    sure = certain(error, model)
    fix = Fix(sure) if sure else None
    if kind == "E107":
        return Finding(kind, error["msg"].partition(" | ")[0], _number(model, location, str(error["input"]), sure), location, fix=fix)
    if kind.startswith("E") and kind[1:].isdigit():
        message, _, repair = error["msg"].partition(" | ")
        at_key = error["loc"][-1:] == ("[key]",)  # of a table, such as the themes of hub.yml
        if kind == "E108" and name == "free" and (said := priced(str(error["input"])))["free"] != UNKNOWN:
            repair = said_with(said, repair)
        return Finding(kind, message, repair, location, at_key=at_key, fix=fix)
    if kind == "missing":
        return _missing(error, model, vocabularies, location)
    if kind == "literal_error":
        value = str(error["input"])
        field = field_at(model, location)
        choice = sure or hinted(next((str(part) for part in reversed(location) if isinstance(part, str)), ""), value)
        repair = f"Vouliez-vous dire « {choice} » ?" if choice else did_you_mean(value, choices_of(field) if field else ())
        return Finding("E109", f"« {value} » n’est pas une valeur connue ici.", repair, location, fix=fix)
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
        if name == "postcode" and (digits := SHORT_CODE.fullmatch(str(error["input"]).strip())):
            abroad = "à l’étranger, retirez-le et écrivez le pays : « city: Bruges (Belgique) », par exemple."
            repair = f"S’il a perdu son zéro, écrivez 0{digits[1]} ; {abroad}"
            return Finding("E117", f"« {error['input']} » n’est pas un code postal : il en faut cinq chiffres.", repair, location)
        return Finding("E117", f"« {error['input']} » n’a pas la forme attendue.", f"Corrigez « {name} »{shown}.", location)
    return Finding("E104", f"« {name} » a une valeur inattendue.", "Écrivez un texte simple.", location)


def _number(model: type[BaseModel], location: Location, written: str, sure: str) -> str:
    """The repair of what is no number: the number that it says, or in which unit one is asked for."""
    if sure:
        return f"Écrivez {sure}."
    unit = unit_of(declared_at(model, location)[1])
    asked = f", en {unit}" if unit else ""
    both = SEVERAL.fullmatch(written.strip()) if len(written) <= LONGEST else None
    if both:
        behind = written[both.end("other") :]
        numbers = [measured(f"{both[name].strip()}{behind}", unit) or both[name].strip() for name in ("one", "other")]
        return f"Gardez un seul nombre{asked}, sans unité : {' ou '.join(numbers)}."
    return f"Écrivez le nombre seul, en chiffres{asked}, sans unité."


def _missing(error: ErrorDetails, model: type[BaseModel], vocabularies: Mapping[str, Any], location: Location) -> Finding:
    name = str(location[-1])
    label, help, example = declared_at(model, location)
    message = f"Il manque « {name} »{f' ({label.lower()})' if label else ''}."
    beside = error["input"] if isinstance(error["input"], dict) else {}
    if name == "free":
        said = "false" if "amount" in beside else priced(str(beside.get("text", "")))["free"]
        if said != UNKNOWN:
            return Finding("E102", message, f"Ajoutez « free: {said} ».", location)
        return Finding("E102", message, "Ajoutez « free: true » ou « free: false ».", location)
    categories = vocabularies.get(f"categories.{getattr(model, 'kind', '')}", ()) if location == ("category",) else ()
    line = f"{name}: {_written(next(iter(categories), example)) or '…'}"
    return Finding("E102", message, _addition(line, help), location, line_to_add=line)


def _addition(line: str, help: str) -> str:
    """The repair of a missing key, by the line that gives it."""
    if line.endswith("…"):
        return f"Ajoutez « {line} ».{f' {help}' if help else ''}"
    return f"Ajoutez par exemple « {line} »."


def _written(example: Any) -> str:
    """An example as front matter has it on one line; empty where it has none."""
    if isinstance(example, list):
        return f"[{', '.join(map(str, example))}]"
    if isinstance(example, bool):
        return str(example).lower()
    return "" if example is None or isinstance(example, dict) else str(example)


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
