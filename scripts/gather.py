#!/usr/bin/env python3
"""Take in what the sources of hub.yml (`imports:`) have, and propose it: one pull request a source, brought up to date each night.

For a workflow of GitHub's (.github/workflows/imports.yml), whose variables it reads; keys of sources come from secrets alone. What
somebody changes in an open pull request stays: an import goes on from its branch. Exit codes: 0 done; 1 a source could not be taken in;
2 wrong usage, or no repository to propose to.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from endings.failure import Failure
from follow_up.api import Api
from gathering.branches import Repository
from gathering.proposals import Proposal, opened, propose, withdraw
from usage import HERE, Parser

with loading():
    from contributions.loading.loading import read_content
    from contributions.region.hub import Source
    from publishing.clock import today
    from reading import kept_in

VARIABLES = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN", "GITHUB_REF_NAME")
IMPORT = HERE / "scripts" / "import.py"
CONFLICT = "ne s’accorde plus avec {base}. Fusionnez la demande, ou fermez-la : la nuit suivante repart de là."
DONE = {0, 1}
"""What an import ends with that came to its end: 1 tells of what could not be taken, and the rest is there."""

Take = Callable[[Source, Path, Path], int]
"""Imports a source into a content folder and writes what it did to a file; returns the exit code of an import."""


class Unproposable(Failure):
    """There is nowhere to propose anything."""


@command
def main(arguments: list[str] | None = None) -> int:
    """Take in each source that is due; returns the exit code."""
    options = parser().parse_args(arguments)
    api, repository = surroundings(options)
    return max((gathered(api, repository, source, taken_in) for source in due(sources(options), today_of(options))), default=0)


def parser() -> Parser:
    """The options."""
    found = Parser("Importe ce que disent les sources de hub.yml, et propose une demande de fusion par source.")
    found.add_places("content", "cache")
    found.add_argument("--all", action="store_true", help="toutes les sources, quel que soit leur rythme")
    return found


def surroundings(options: Namespace) -> tuple[Api, Repository]:
    """The repository on GitHub, and its checkout here. Raises Unproposable."""
    given = {name: os.environ.get(name, "") for name in VARIABLES}
    if lacking := [name for name, value in given.items() if not value]:
        raise Unproposable(f"Il manque {', '.join(lacking)} : cette commande est celle du workflow « Imports » de GitHub.")
    url, name, token, base = given.values()
    return Api(url, name, token), Repository(options.content.resolve().parent, base, token)


def sources(options: Namespace) -> tuple[Source, ...]:
    """What hub.yml names. Raises Unproposable where it cannot be read."""
    read = kept_in(options.cache, options.content, lambda kept: read_content(options.content, today, cache=kept))
    if read.library is None:
        raise Unproposable("\n".join(map(str, read.problems)))
    return read.library.hub.imports


def due(found: tuple[Source, ...], day: date | None) -> list[Source]:
    """The sources whose turn it is on a day: each night, on Mondays, on the first of the month; all of them without a day."""
    turns = {"jour": True, "semaine": day is None or day.weekday() == 0, "mois": day is None or day.day == 1}
    return [source for source in found if day is None or turns[source.every]]


def today_of(options: Namespace) -> date | None:
    """The day that decides whose turn it is."""
    return None if options.all else date.today() if "ESCALE_TODAY" not in os.environ else date.fromisoformat(os.environ["ESCALE_TODAY"])


def gathered(api: Api, repository: Repository, source: Source, take: Take) -> int:
    """Take in a source, and propose what comes of it; returns 0, or 1 where that could not be done, which is said."""
    branch = f"import/{source.source}-{hashlib.sha256(source.url.encode()).hexdigest()[:8]}"
    known = opened(api, branch)
    tip, base = repository.fetched(branch), repository.fetched(repository.base)
    start = tip if known and tip else base
    if start is None:
        say(f"::error::La branche {repository.base} n’existe pas.")
        return 1
    with repository.checkout(start) as tree, TemporaryDirectory() as work:
        if start != base and not repository.succeeds("merge", "--quiet", "--no-edit", str(base), at=tree):
            say(f"::error::{branch} {CONFLICT.format(base=repository.base)}")
            return 1
        report = Path(work) / "report.md"
        code = take(source, tree / "content", report)
        if code not in DONE or not report.is_file():
            say(f"::error::{source.url} : l’import n’a pas abouti (le journal dit pourquoi).")
            return 1
        repository.git("add", "--all", "content", at=tree)
        if not repository.succeeds("diff", "--cached", "--quiet", at=tree):
            repository.git("commit", "--quiet", "--message", f"Importer {source.source}", at=tree)
        proposed = repository.git("rev-parse", "HEAD", at=tree)
        if repository.succeeds("diff", "--quiet", str(base), proposed):
            say(f"::notice::{source.url} : rien de nouveau.")
            if known:
                withdraw(api, known)
            return 0
        if known and proposed == tip:
            return 0
        if known:  # its words tell all that it proposes, and not what has come since yesterday
            with repository.checkout(str(base)) as before:
                take(source, before / "content", report)
        send(repository, branch, proposed, tip if known else None)
        propose(api, known, Proposal(branch, repository.base, f"Import : {source.source}", report.read_text("utf-8")))
    return 0


def taken_in(source: Source, content: Path, report: Path) -> int:
    """Import a source into a content folder, by a process that knows no token; returns its exit code."""
    line = [sys.executable, str(IMPORT), source.source, source.url, "--content", str(content)]
    line += ["--cache", str(report.parent / "cache"), "--report", str(report)]
    known = {name: value for name, value in os.environ.items() if not name.endswith("TOKEN")}
    return subprocess.run(line, env=known, check=False).returncode


def send(repository: Repository, branch: str, commit: str, tip: str | None) -> None:
    """Send a branch: one whose request is open only forward, so that nothing of somebody's is lost; a left one anew. Raises GitFailed."""
    if commit != tip:
        repository.git("push", "--quiet", *([] if tip else ["--force"]), "origin", f"{commit}:refs/heads/{branch}")


def say(line: str) -> None:
    """Tell it in the log of the workflow."""
    print(line, flush=True)


if __name__ == "__main__":
    run(main)
