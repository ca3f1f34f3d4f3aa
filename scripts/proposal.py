#!/usr/bin/env python3
"""Check the contributions that a pull request brings, and build the site with them; what was found goes to a folder of reports.

    git worktree add --detach /tmp/base HEAD^1
    python3 /tmp/base/scripts/proposal.py --report report

Run in a checkout of the pull request's merge commit, from a checkout of the branch that it goes to. A pull request that touches
content/ alone is read by this branch's code, so that nobody need trust it; one that changes the code is read by its own.
Needs Python's standard library and git, and makes .venv. Exit codes are those of scripts/check.py and scripts/build.py.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent
CONTENT = "content/"


def main(arguments: list[str] | None = None) -> int:
    """Check, then build; returns the exit code of the first that fails."""
    parser = argparse.ArgumentParser(description="Vérifie les contributions d’une demande et construit le site avec elles.")
    parser.add_argument("--report", type=Path, default=Path("report"), metavar="DIR", help="où écrire comment.md et report.sarif (report)")
    report = parser.parse_args(arguments).report
    report.mkdir(parents=True, exist_ok=True)
    code = BASE if all(path.startswith(CONTENT) for path in changed()) else Path.cwd()
    subprocess.run([sys.executable, code / "scripts" / "environment.py"], check=True)
    python = code / ".venv" / "bin" / "python"
    formats = ["github", f"sarif={report / 'report.sarif'}", f"markdown={report / 'comment.md'}"]
    options = ["--since", "HEAD^1", *(part for name in formats for part in ("--format", name))]
    checked = subprocess.run([python, code / "scripts" / "check.py", "--content", "content", *options, *contributions()], check=False)
    if checked.returncode:
        return checked.returncode
    with tempfile.TemporaryDirectory() as site:
        places = ["--content", "content", "--output", f"{site}/output", "--cache", f"{site}/cache"]
        return subprocess.run([python, code / "scripts" / "build.py", "--no-search", *places], check=False).returncode


def changed(*options: str) -> list[str]:
    """Paths of the files that differ between the branch and what will be merged: a renamed file is two."""
    command = ["git", "diff", "--name-only", "-z", "--no-renames", *options, "HEAD^1", "HEAD"]
    found = subprocess.run(command, capture_output=True, check=True).stdout
    return [path.decode("utf-8", "surrogateescape") for path in found.split(b"\0") if path]


def contributions() -> list[str]:
    """The Markdown files below content/ that it adds or changes."""
    return [path for path in changed("--diff-filter=d") if path.startswith(CONTENT) and path.endswith(".md")]


if __name__ == "__main__":
    sys.exit(main())
