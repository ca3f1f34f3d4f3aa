#!/usr/bin/env python3
"""What becomes of letters on Monday, after the night's build: each of this week is frozen, committed, and handed over as a draft.

For a workflow of GitHub's (.github/workflows/letter.yml), whose variables it reads. Exit codes: 0 done; 1 a letter could not be frozen or
handed over; 2 wrong usage, or there is no repository to commit to.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from endings.failure import Failure
from gathering.branches import Repository
from usage import HERE, Parser

with loading():
    from contributions.loading.loading import read_hub
    from contributions.region.hub import Hub
    from newsletter.sending.drafts import DRAFTS, KEYS

LETTER = HERE / "scripts" / "letter.py"
RECORDS = ("content/newsletter", "content/letters")
VARIABLES = ("GITHUB_REPOSITORY", "GITHUB_TOKEN", "GITHUB_REF_NAME")
WANTED = "LETTER_FREEZE"
"""The variable of the repository by which a hub allows that records are committed."""

Letters = Callable[..., int]
"""Runs letter.py with some options; returns its exit code."""


class NoRepository(Failure):
    """There is nothing to commit to."""


@command
def main(arguments: list[str] | None = None) -> int:
    """Freeze, commit, hand over; returns the exit code."""
    options = parser().parse_args(arguments)
    content = options.content.resolve()
    hub, _problems = read_hub(content)
    if hub is None:
        raise NoRepository(f"{content.name}/hub.yml ne se lit pas : make check-content dit pourquoi.")
    return monday(hub, content, letters_of(content, options.cache.resolve()), os.environ)


def parser() -> Parser:
    """The options."""
    found = Parser("Fige les lettres de la semaine, les enregistre dans le dépôt, et dépose celle de la semaine en brouillon.")
    found.add_places("content", "cache")
    return found


def monday(hub: Hub, content: Path, letters: Letters, variables: Mapping[str, str]) -> int:
    """All of it; a draft is made of what is committed, so that nothing is sent that could still change."""
    slugs = ["", *hub.letters]
    code = 0
    if variables.get(WANTED, "").strip().lower() in {"oui", "true", "1"}:
        given = {name: variables.get(name, "") for name in VARIABLES}
        if lacking := [name for name, value in given.items() if not value]:
            raise NoRepository(f"Il manque {', '.join(lacking)} : cette commande est celle du workflow « Lettre » de GitHub.")
        code = max(letters("--freeze", *_named(slug)) for slug in slugs)
        if code == 0:
            committed(Repository(content.parent, given["GITHUB_REF_NAME"], given["GITHUB_TOKEN"]))
    else:
        say(f"::notice::La variable {WANTED} ne vaut pas « oui » : rien n’est figé.")
    if code:
        return code
    service = (hub.newsletter and hub.newsletter.provider) or ""
    if service not in DRAFTS or not (variables.get("ESCALE_LETTER_KEY") or variables.get(KEYS[service])):
        say("::notice::Pas de service ou pas de clé : aucun brouillon n’est déposé.")
        return 0
    return letters("--send-draft")


def _named(slug: str) -> tuple[str, ...]:
    return ("--letter", slug) if slug else ()


def committed(repository: Repository) -> None:
    """Commit what was frozen, and send it. Raises GitFailed."""
    there = [folder for folder in RECORDS if (repository.folder / folder).is_dir()]
    repository.git("add", "--", *there)
    if repository.succeeds("diff", "--cached", "--quiet"):
        say("::notice::Rien de nouveau à figer.")
        return
    repository.git("commit", "--quiet", "--message", "Figer la lettre de la semaine")
    repository.git("push", "--quiet", "origin", f"HEAD:refs/heads/{repository.base}")


def letters_of(content: Path, cache: Path) -> Letters:
    """letter.py for a content folder. What freezes knows no key of the service, and nothing knows GitHub's token."""

    def ran(*options: str) -> int:
        keys = {"ESCALE_LETTER_KEY", *KEYS.values()} if "--freeze" in options else set()
        known = {name: value for name, value in os.environ.items() if not name.endswith("TOKEN") and name not in keys}
        line = [sys.executable, str(LETTER), *options, "--content", str(content), "--cache", str(cache)]
        return subprocess.run(line, env=known, check=False).returncode

    return ran


def say(line: str) -> None:
    """Tell it in the log of the workflow."""
    print(line, flush=True)


if __name__ == "__main__":
    run(main)
