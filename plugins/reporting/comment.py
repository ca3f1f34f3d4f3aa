"""For a pull request: what its comment tells, as JSON; scripts/follow_up/ believes none of it and writes the comment (docs/check.md)."""

from __future__ import annotations

import json
from typing import Any

from contributions.library.library import Library
from contributions.models import Common
from contributions.problems.order import most_pressing
from contributions.problems.problem import Problem
from contributions.record.contribution import Contribution
from reporting.report import Report, repairable
from views.cards import card
from views.french import labels

VERSION = 1
MOST = 60
"""Problems, and contributions, that are told one by one; past them only how many there are."""
LONGEST = 500
"""Characters of a text; a line of a body may have a million, and who reads this takes no file of that length."""
STATES = {"brouillon": "brouillon : visible dans l’aperçu seulement", "archive": "archivée : hors des listes"}


def comment(report: Report) -> str:
    """`{version, errors, warnings, files, repairable, problems, published, previews}`; numbers are of all there are.

    A problem is `{path, line, code, message, repair, text}`, where `text` is its line; a preview `{title, summary, facts, url}`.
    """
    found = {
        "version": VERSION,
        "errors": report.errors,
        "warnings": report.warnings,
        "files": len(report.by_file),
        "repairable": repairable(report.problems),
        "problems": [_problem(report, problem) for problem in most_pressing(report.to_mend, MOST)],
        "published": len(report.sound),
        "previews": [_preview(report.library, contribution) for contribution in report.sound[:MOST] if report.library],
    }
    return json.dumps(found, indent=1) + "\n"


def _problem(report: Report, problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "code": problem.code,
        "message": problem.message[:LONGEST],
        "repair": problem.repair[:LONGEST],
        "text": report.line(problem).strip()[:LONGEST],
    }


def _preview(library: Library, contribution: Contribution[Common]) -> dict[str, Any]:
    shown = card(library, contribution)
    kind = labels.label(labels.KINDS, contribution.kind)
    state = STATES.get(contribution.meta.status)
    day = contribution.brief.date
    if state is None and day and day > library.today.toordinal():
        state = f"paraîtra le {contribution.meta.model_dump()['date']}"
    facts = [fact[:LONGEST] for fact in (kind, shown.kicker, shown.when, shown.where, shown.publisher, state) if fact]
    return {"title": shown.title[:LONGEST], "summary": shown.summary[:LONGEST], "facts": facts, "url": contribution.url}
