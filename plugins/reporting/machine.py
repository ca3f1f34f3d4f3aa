"""For programs: the problems as JSON, in the form of the contract (version 1)."""

from __future__ import annotations

import json

from reporting.report import Report

VERSION = 1


def as_json(report: Report) -> str:
    """`{"version": 1, "problems": [{path, line, column, code, severity, message, repair}]}`."""
    problems = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "repair": problem.repair,
        }
        for problem in report.problems
    ]
    return json.dumps({"version": VERSION, "problems": problems}, ensure_ascii=False, indent=2) + "\n"
