"""For code scanning: SARIF 2.1.0, with the safe repairs as fixes."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from contributions.problems.codes import code as explained
from contributions.problems.problem import Fix, Problem
from reporting.report import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(report: Report) -> str:
    """One run, a result a problem; columns count characters (section 3.14.17: unicodeCodePoints)."""
    codes = sorted({problem.code for problem in report.problems})
    driver: dict[str, Any] = {"name": "Escale", "rules": [_rule(report, code) for code in codes]}
    if report.library and report.library.hub.repository:
        driver["informationUri"] = report.library.hub.repository
    results = [_result(problem, codes.index(problem.code)) for problem in report.problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(report: Report, code: str) -> dict[str, Any]:
    about = explained(code)
    rule: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": about.title},
        "fullDescription": {"text": about.meaning},
        "help": {"text": about.repair},
        "defaultConfiguration": {"level": about.severity},
    }
    if page := report.page(code):
        rule |= {"helpUri": page} if page.startswith("http") else {}
    return rule


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    place = {"artifactLocation": _file(problem), "region": {"startLine": problem.line, "startColumn": problem.column}}
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": f"{problem.message} {problem.repair}"},
        "locations": [{"physicalLocation": place}],
    }
    if isinstance(problem.fix, Fix) and problem.fix.old != "\r":  # a region never holds the end of its line
        result["fixes"] = [_fix(problem, problem.fix)]
    return result


def _file(problem: Problem) -> dict[str, str]:
    return {"uri": quote(problem.path)}


def _fix(problem: Problem, fix: Fix) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {"startLine": line, "startColumn": column, "endColumn": column + len(old)},
            "insertedContent": {"text": new},
        }
        for line, column, new, old in fix.places(problem)
    ]
    return {
        "description": {"text": problem.repair},
        "artifactChanges": [{"artifactLocation": _file(problem), "replacements": replacements}],
    }
