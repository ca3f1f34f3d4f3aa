"""JSON of strangers as plain values: what is no number is nothing, and what is too deep or broken is told."""

from __future__ import annotations

import json
import math
from typing import Any

from contributions.words.hidden import CONTROL
from imports.taken import UnreadableSource

LONGEST_NUMBER = 18
"""Digits of a whole number: identities have a dozen."""
LONGEST_INSIDE = 2_000_000
"""Characters of a text that is looked into for JSON: 480 timings have 40,000."""
ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")


def decoded(data: bytes) -> str:
    """The text of an answer or a file, in the encoding that it has. Raises UnreadableSource."""
    for encoding in ENCODINGS:
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableSource("Ce fichier n’est pas du texte : son encodage n’est ni UTF-8, ni UTF-16, ni Windows-1252.")


def read_json(data: bytes) -> Any:
    """The value that bytes of JSON hold (RFC 8259). Raises UnreadableSource."""
    text = decoded(data)
    try:
        return _loads(text)
    except json.JSONDecodeError as error:
        seen = CONTROL.sub(" ", text.lstrip()[:1])
        if seen == "<":
            raise UnreadableSource(
                "C’est une page web (HTML) ou du XML, pas du JSON : prenez l’adresse de l’export, pas celle de la page."
            ) from None
        raise UnreadableSource(f"Ce n’est pas du JSON entier : la ligne {error.lineno}, colonne {error.colno}, ne se lit pas.") from None
    except RecursionError:
        raise UnreadableSource("Ce JSON est trop profond : ce n’est pas une liste d’événements.") from None


def inside(value: Any) -> Any:
    """What a text of JSON inside JSON holds, as OpenDataSoft writes it; any other value as it is."""
    if not isinstance(value, str) or not value.lstrip().startswith(("{", "[")) or len(value) > LONGEST_INSIDE:
        return value
    try:
        return _loads(value)
    except (json.JSONDecodeError, RecursionError):
        return value


def _loads(text: str) -> Any:
    return json.loads(text, parse_float=_decimal, parse_int=_whole, parse_constant=_nothing)


def _decimal(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None


def _whole(text: str) -> int | None:
    return int(text) if len(text) <= LONGEST_NUMBER else None


def _nothing(_: str) -> None:
    """NaN and Infinity: no JSON, though Python reads and writes them."""
