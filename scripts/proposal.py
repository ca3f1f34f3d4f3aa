#!/usr/bin/env python3
"""Check the contributions that a pull request brings, and build the site with them; what was found goes to a folder of reports.

    git worktree add --detach /tmp/base HEAD^1
    python3 /tmp/base/scripts/proposal.py --report report

Run in a checkout of the pull request's merge commit, from a checkout of the branch that it goes to. A pull request that touches
content/ alone is read by this branch's code, so that nobody need trust it; one that changes the code is read by its own. It is told
what is wrong in the files that it brings, and what it breaks in others: what was wrong in them before is not its affair.
Needs Python's standard library and git, and makes .venv. Exit codes are those of scripts/check.py and scripts/build.py; the report's
verdict.json says which of them ended, and with what, so that a run that is cut short is seen to be.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent
CONTENT = "content/"
DONE = {0, 1}
"""What a check ends with that came to its end."""


def main(arguments: list[str] | None = None) -> int:
    """Check, then build; returns the exit code of the first that fails."""
    parser = argparse.ArgumentParser(description="Vérifie les contributions d’une demande et construit le site avec elles.")
    parser.add_argument("--report", type=Path, default=Path("report"), metavar="DIR", help="où écrire ce qui est trouvé (report)")
    report: Path = parser.parse_args(arguments).report
    report.mkdir(parents=True, exist_ok=True)
    ended = _ended(report, {})
    code = BASE if all(path.startswith(CONTENT) for path in changed()) else Path.cwd()
    subprocess.run([sys.executable, code / "scripts" / "environment.py"], check=True)
    with tempfile.TemporaryDirectory() as work:
        ended = _ended(report, {**ended, "check": check(code, report, Path(work))})
        if not ended["check"]:
            ended = _ended(report, {**ended, "build": build(code, Path(work))})
    return next(filter(None, ended.values()), 0)


def check(code: Path, report: Path, work: Path) -> int:
    """Check what is proposed, beside what was there; returns the exit code."""
    there = work / "before.json"
    known = run(code, "check", "--content", BASE / "content", "--format", f"json={there}") in DONE
    formats = ["github", f"sarif={report / 'report.sarif'}", f"comment={report / 'findings.json'}"]
    options = [part for name in formats for part in ("--format", name)]
    before = ["--before", str(there)] if known else []
    return run(code, "check", "--content", "content", "--since", "HEAD^1", *options, *before, *proposed())


def build(code: Path, work: Path) -> int:
    """Build the site with what is proposed; returns the exit code."""
    return run(code, "build", "--no-search", "--content", "content", "--output", work / "output", "--cache", work / "cache")


def run(code: Path, script: str, *options: str | Path) -> int:
    """Run a command of a checkout in its environment; returns the exit code, negative where it was killed."""
    return subprocess.run([code / ".venv" / "bin" / "python", code / "scripts" / f"{script}.py", *options], check=False).returncode


def changed(*options: str) -> list[str]:
    """Paths of the files that differ between the branch and what will be merged: a renamed file is two."""
    command = ["git", "diff", "--name-only", "-z", "--no-renames", *options, "HEAD^1", "HEAD"]
    found = subprocess.run(command, capture_output=True, check=True).stdout
    return [path.decode("utf-8", "surrogateescape") for path in found.split(b"\0") if path]


def proposed() -> list[str]:
    """The files below content/ that it adds or changes: contributions, tables, images, documents, words of the letter, hub.yml."""
    found = (path for path in changed("--diff-filter=d") if path.startswith(CONTENT))
    return [path for path in found if Path(path).is_symlink() or Path(path).is_file()]


def _ended(report: Path, codes: dict[str, int]) -> dict[str, int]:
    (report / "verdict.json").write_text(json.dumps(codes), "utf-8")
    return codes


if __name__ == "__main__":
    sys.exit(main())
