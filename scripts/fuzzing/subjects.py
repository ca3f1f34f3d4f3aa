"""What is broken, each in its own ways: contributions of every kind, and all else that content/ may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from contributions.models import FOLDERS
from fuzzing.breaking import drawings, loan_tables, names, pictures, repairs, rules, tables, values
from fuzzing.breaking.mutations import mutated
from fuzzing.sources import REPOSITORY, sources

Tree = Mapping[bytes, bytes]
"""Paths below content/, and what the files hold."""
TEXT = b"---\ntitle: Une semaine\n---\nUn mot de la r\xc3\xa9daction.\n"
REPORT = """---
title: L’année 2023
date: 2024-06-01
actions:
  - title: Fête de la science
    axis: Animer un réseau
  - {title: Expositions, axis: Produire des ressources}
---
## Animer un réseau

Un mot de l’année.
""".encode()


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that is broken: a datum is some bytes, which lie in content/ as the files of `laid`."""

    name: str
    seeds: Callable[[], Sequence[bytes]]
    mutated: Callable[[bytes, Random], bytes]
    laid: Callable[[bytes], Tree]
    meant: Callable[[bytes], Tree] = lambda _data: {}
    """What some of these files held before they were broken, which `--fix` must not lose."""


def _text(data: bytes, random: Random) -> bytes:
    return mutated(data.decode("utf-8", "replace"), random)


def _kind(folder: str) -> Subject:
    texts = [text.encode() for path, text in sources() if path.split("/")[0] == folder]
    return Subject(folder, lambda: texts, _text, lambda data: {f"{folder}/nuit.md".encode(): data})


@cache
def subjects() -> tuple[Subject, ...]:
    """All of them."""
    hub = (REPOSITORY / "content" / "hub.yml").read_bytes()
    letters = [file.read_bytes() for file in sorted((REPOSITORY / "content" / "newsletter").glob("*.md"))]
    return (
        *(_kind(folder) for folder in FOLDERS),
        Subject("hub", lambda: [hub], values.hub, lambda data: {b"hub.yml": data, **values.AROUND}),
        Subject("newsletter", lambda: [TEXT, *letters], _text, lambda data: {b"newsletter/2026-w47.md": data}),
        Subject("reports", lambda: [REPORT], _text, lambda data: {b"reports/2023.md": data}),
        Subject("data", tables.seeds, tables.mutated, lambda data: {b"data/bilan.csv": data}),
        Subject("loans", loan_tables.seeds, loan_tables.mutated, loan_tables.laid),
        Subject("pictures", pictures.seeds, pictures.mutated, pictures.laid),
        Subject("drawings", drawings.seeds, drawings.mutated, drawings.laid),
        Subject("rules", rules.seeds, rules.mutated, rules.laid),
        Subject("aliases", values.aliases, values.alias, values.with_aliases),
        Subject("repairs", repairs.seeds, repairs.mutated, repairs.laid, repairs.meant),
        Subject("names", names.seeds, names.mutated, names.laid),
    )


def named(name: str) -> Subject:
    """A subject by its name. Raises KeyError."""
    return {subject.name: subject for subject in subjects()}[name]
