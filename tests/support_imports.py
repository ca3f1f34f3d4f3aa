"""Records of a source of our own making, and an import of them into a content folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from contributions.loading.import_maps import read_maps
from contributions.loading.loading import read_content
from contributions.problems.problem import Problem
from contributions.region.import_map import ImportMap
from contributions.source.writing import write
from imports.drafts.pictures import Album
from imports.plans.plan import Plan
from imports.plans.planning import Importer
from imports.taken import Picture, Reading, Refusal, Table, Taken
from support import TODAY

SOURCE = "openagenda"
MAP = """themes: {étoiles: astronomie, roches: sciences-de-la-terre}
categories: {atelier pratique: atelier}
default: {publisher: {name: Maison des étoiles}}
"""
WORDS = ("Étoiles", "Atelier pratique")


def record(id: str = "1", *, kind: str = "event", words: tuple[str, ...] = WORDS, body: str = "On lève les yeux.", **keys: Any) -> Taken:
    """An event of 12 December 2026 in Abbeville, whose words the map knows; a key given as None is left out."""
    values: dict[str, Any] = {
        "title": f"Nuit du ciel {id}",
        "summary": f"Une soirée dehors, la {id}e.",
        "slots": [{"start": "2026-12-12 18:00", "end": "2026-12-12 20:00"}],
        "place": {"name": "Salle des fêtes", "city": "80100 Abbeville"},
    }
    taken = {key: value for key, value in (values | keys).items() if value is not None}
    return Taken(kind, id, f"events[{id}]", taken, body, words)


def reading(*taken: Taken, whole: bool = True, tables: Sequence[Table] = (), refused: Sequence[Refusal] = ()) -> Reading:
    """What was read of a source."""
    return Reading(tuple(taken), tuple(tables), tuple(refused), whole)


def imported(
    content: Path,
    found: Reading,
    *,
    source: str = SOURCE,
    name: str = "agenda.json",
    today: date = TODAY,
    fetch: Callable[[str], bytes] | None = None,
) -> Plan:
    """Import what was read, and write it."""
    library = read_content(content, today).library
    assert library is not None
    table = read_maps(content, library)[0].get(source, ImportMap())
    album = Album(source, content, fetch) if fetch else None
    plan = Importer(source, library, content, table, album).planned(found, name)
    write(content, plan.files, plan.held)
    return plan


def errors(content: Path, today: date = TODAY) -> list[Problem]:
    """What the check refuses of a content folder."""
    return [problem for problem in read_content(content, today).checked().problems if problem.severity == "error"]


def files(content: Path) -> Mapping[str, bytes]:
    """All files, by path below content/."""
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


def words(plan: Plan) -> list[tuple[str, str]]:
    """What becomes of each record, and its file."""
    return [(outcome.word, outcome.path) for outcome in plan.outcomes]


__all__ = ["MAP", "WORDS", "Picture", "Reading", "Refusal", "Table", "Taken", "errors", "files", "imported", "reading", "record", "words"]
