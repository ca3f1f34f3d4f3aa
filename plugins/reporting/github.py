"""For a GitHub workflow: a command a problem, which the site shows at the line of the pull request."""

from __future__ import annotations

from contributions.problems.codes import code as explained
from reporting.report import Report


def github(report: Report) -> str:
    """Workflow commands « ::error file=…,line=…,col=…::message »."""
    lines = []
    for problem in report.to_mend:
        title = _property(f"{problem.code} {explained(problem.code).title}")
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={title}"
        words = _data(f"{problem.message} {problem.repair}\n{report.page(problem.code)}")
        lines.append(f"::{problem.severity} {place}::{words}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
