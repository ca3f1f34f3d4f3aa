"""Read content/imports/: the map of each source, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from contributions.fields.vocabulary import nearest
from contributions.judging.validation import validate
from contributions.library.library import Library
from contributions.models import KINDS
from contributions.problems.problem import Finding, Problem
from contributions.reading.beside import files_of
from contributions.reading.settings import read_settings
from contributions.region.hub import Hub
from contributions.region.import_map import FOLDER, SOURCES, ImportMap
from contributions.rules.references import unknown

ENDING = ".yml"
MISSING = "E102"


def read_maps(content: Path, library: Library) -> tuple[dict[str, ImportMap], list[Problem]]:
    """The maps by source, and what is wrong with the files that lie there."""
    maps: dict[str, ImportMap] = {}
    problems: list[Problem] = []
    for file in files_of(content / FOLDER):
        inner = file.relative_to(content)
        if file.name.startswith("."):
            continue
        if inner.parent.name != FOLDER or file.suffix != ENDING or file.stem not in SOURCES:
            problems.append(_of_no_source(f"{content.name}/{inner.as_posix()}", file))
            continue
        found, wrong = read_settings(content, inner, ImportMap, library.hub.words, lambda found: _of_map(found, library))
        problems += wrong
        maps |= {file.stem: found} if found else {}
    return maps, problems


def _of_no_source(path: str, file: Path) -> Problem:
    near = nearest(file.stem, SOURCES)
    repair = (
        f"Renommez-le en « {near}{ENDING} »." if near else f"Une table porte le nom de sa source : {', '.join(SOURCES)}, puis « {ENDING} »."
    )
    return Problem(path, 1, 1, "W003", "Ce fichier n’est la table d’aucune source d’imports : il n’est pas lu.", repair)


def _of_map(found: ImportMap, library: Library) -> Iterator[Finding]:
    for name, slug in found.organisers.items():
        yield from unknown(library, "organisation", slug, ("organisers", name))
    yield from _of_defaults(found, library.hub)


def _of_defaults(found: ImportMap, hub: Hub) -> Iterator[Finding]:
    """Keys of `default` that no kind has, and values that none of those that have them takes."""
    for key, value in found.default.items():
        told = [list(_of_key(kind, key, value, hub)) for kind in KINDS if key in _keys(kind)]
        if not told:
            known = sorted({name for kind in KINDS for name in _keys(kind)})
            near = nearest(key, known)
            repair = f"Vouliez-vous dire « {near} » ?" if near else "Retirez-la : « default » contient des clés de contributions."
            yield Finding("E101", f"La clé « {key} » n’existe dans aucun genre de contribution.", repair, ("default", key), at_key=True)
        elif all(told):
            yield from told[0]


def _of_key(kind: str, key: str, value: Any, hub: Hub) -> Iterator[Finding]:
    for each in validate(KINDS[kind], {key: value}, hub.vocabularies)[1]:
        if each.location[:1] == (key,) and not (each.code == MISSING and len(each.location) == 1):
            yield Finding(each.code, each.message, each.repair, ("default", *each.location), at_key=each.at_key, fix=each.fix)


def _keys(kind: str) -> set[str]:
    return {field.alias or name for name, field in KINDS[kind].model_fields.items()}
