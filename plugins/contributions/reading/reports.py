"""Read content/reports/: the words of each year's report, remembered while their files are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from contributions.cache.cache import Room
from contributions.cache.memory import remembered
from contributions.fields.vocabulary import nearest
from contributions.library.library import Library
from contributions.models.beside import Report, ReportKeys
from contributions.problems.problem import Finding, Problem
from contributions.reading.beside import files_of
from contributions.reading.reader import MARKDOWN, Reader, wrong_ending
from contributions.record.store import parts_of, problem_of, stamp
from contributions.region.hub import Hub
from contributions.rules.references import unknown
from contributions.source.positions import located

YEAR = re.compile(r"(19|20|21)\d\d", re.ASCII)


def read_reports(content: Path, hub: Hub, room: Room, key: bytes) -> tuple[tuple[Report, ...], list[Problem]]:
    """The report of each year, and what is wrong with the files that lie there."""
    files = files_of(content / "reports")
    if not files:
        return (), []
    grounds = key, [(file.relative_to(content).as_posix(), stamp(file.stat())) for file in files]
    found, told = remembered(room, "reports", grounds, lambda: _plain(*_reports(content, hub, files)))
    reports = (Report(year, ReportKeys.model_validate_json(keys), html) for year, keys, html in found)
    return tuple(reports), list(map(problem_of, told))


def misnamed(library: Library, report: Report) -> Iterator[Finding]:
    """Findings about programmes, events and costs of actions that are not there."""
    table = f"finances-{report.year}"
    titles = [figure.title for figure in library.annals.figures if figure.file == table]
    for number, action in enumerate(report.keys.actions):
        if action.cost and action.cost not in titles:
            near = nearest(action.cost, titles)
            repair = f"Vouliez-vous dire « {near} » ?" if near else f"Ajoutez-la à content/data/{table}.csv, ou retirez « cost »."
            yield Finding("E205", f"Aucune ligne de {table}.csv ne s’intitule « {action.cost} ».", repair, ("actions", number, "cost"))
        for kind, slugs in (("programme", action.programmes), ("event", action.events)):
            for index, slug in enumerate(slugs):
                yield from unknown(library, kind, slug, ("actions", number, f"{kind}s", index))


def _plain(found: list[Report], problems: list[Problem]) -> tuple[list[Any], list[Any]]:
    return [(one.year, one.keys.model_dump_json(), one.html) for one in found], list(map(parts_of, problems))


def _reports(content: Path, hub: Hub, files: list[Path]) -> tuple[list[Report], list[Problem]]:
    reader = Reader(content, hub.vocabularies)
    found: list[Report] = []
    problems: list[Problem] = []
    for file in files:
        path = f"{content.name}/{file.relative_to(content).as_posix()}"
        if file.name.startswith("."):
            continue
        if file.suffix.lower() in MARKDOWN and file.suffix != ".md":
            problems += located(path, [wrong_ending(file.name)], None)
        elif file.suffix != ".md" or not YEAR.fullmatch(file.stem):
            message = f"« {file.name} » n’est pas le rapport d’une année."
            problems.append(Problem(path, 1, 1, "E007", message, "Écrivez-le dans un fichier comme 2025.md."))
        else:
            keys, html, wrong = reader.apart(path, ReportKeys)
            problems += wrong
            found += [Report(file.stem, keys, html)] if keys else []
    return found, problems
