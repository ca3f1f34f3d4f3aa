"""Values of any sort as the words, lists and numbers that they most plainly are; nothing is made of what is of another sort."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from contributions.words.hidden import visible
from imports.agendas.json_values import inside
from imports.texts import plain

MARKED_UP = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,30});")
"""A tag or an entity of HTML."""
LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
PARTS = re.compile(r"\s*[|;\r\n]+\s*")
COMMAS = re.compile(r"\s*,\s*")
LONGEST = 20_000
"""Characters of a text that is to stand on one line: more is cut off before it is looked at."""
MOST = 200
"""Entries of a list of words."""


def line(value: Any) -> str:
    """A value on one line: words without mark-up and without what nothing shows; empty for what is neither text nor number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".") if math.isfinite(value) and abs(value) < 1e15 else ""
    text = str(value)[:LONGEST]
    return " ".join(visible(plain(text) if MARKED_UP.search(text) else text).split())


def in_language(value: Any, lang: str) -> tuple[Any, str]:
    """Of what stands in several languages the one of the hub, else the first; and its language, where it is told and another."""
    value = inside(value)
    if not isinstance(value, Mapping):
        return value, ""
    spoken = {str(key): said for key, said in value.items() if LANGUAGE.fullmatch(str(key)) and said not in (None, "", [])}
    for key in (lang, lang[:2]):
        if key in spoken:
            return spoken[key], ""
    other = next(iter(spoken), "")
    return spoken.get(other), other


def spoken_line(value: Any, lang: str) -> str:
    """The same on one line."""
    return line(in_language(value, lang)[0])


def words(value: Any, lang: str) -> list[str]:
    """The words of a list, of labels, or of a text that parts them by commas, semicolons, bars or lines; each once."""
    return list(dict.fromkeys(found for found in _words(value, lang, 0) if found))[:MOST]


def _words(value: Any, lang: str, depth: int) -> Iterator[str]:
    value = in_language(value, lang)[0] if not _labelled(value) else value
    if depth > 3:
        return
    if isinstance(value, str):
        yield from (line(part) for part in _parted(value))
    elif isinstance(value, Mapping):
        yield spoken_line(value.get("label"), lang)
    elif isinstance(value, list):
        for entry in value[:MOST]:
            if isinstance(entry, str):
                yield line(entry)
            else:
                yield from _words(entry, lang, depth + 1)


def _labelled(value: Any) -> bool:
    return isinstance(value, Mapping) and "label" in value


def _parted(text: str) -> Iterable[str]:
    """By the coarsest mark that the text has: « Gratuit, libre|Plein air » is two."""
    text = text[:LONGEST].strip()
    coarse = [part for part in PARTS.split(text) if part]
    return coarse if len(coarse) != 1 else COMMAS.split(text)


def entries(value: Any) -> list[Any]:
    """The entries of a list, be it JSON inside a text; a value alone is a list of one, nothing is an empty one."""
    value = inside(value)
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def number(value: Any) -> float | None:
    """A number, be it written as text with a comma; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and re.fullmatch(r"\s*-?\d{1,15}(?:[.,]\d{1,20})?\s*", value, re.ASCII):
        return float(value.replace(",", "."))
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def whole(value: Any) -> int | None:
    """A whole number, be it the `id` of something with a label, or written as text."""
    value = inside(value)
    found = number(value.get("id") if isinstance(value, Mapping) else value)
    return int(found) if found is not None and found.is_integer() else None
