#!/usr/bin/env python3
"""Check the contributions as the build does, without building: all of them, or the files given (references are resolved against all).

Exit codes: 0 no error (warnings alone are 0); 1 errors in contributions; 2 wrong usage, or a failure of the check.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from endings.failure import Failure
from endings.given import Senseless, place
from usage import Parser

with loading():
    from contributions.loading.loading import Loaded, read_content
    from contributions.reading.beside import looked_at
    from contributions.reading.entries import entries, oddity, shown
    from publishing.clock import today
    from publishing.engine.workers import cores, fork_map
    from reading import kept_in
    from reporting.news import known, news
    from reporting.report import Report

NOTHING_READ = "« {} » : rien n’y est lu. Une contribution est un fichier en « .md », dans le dossier de son genre."
LEFT = "{} : laissé tel quel, car ses réparations y feraient paraître d’autres fautes. Corrigez-le à la main."
FORMATS = ("text", "github", "json", "sarif", "markdown", "comment")


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the check; returns the exit code."""
    options = parser().parse_args(arguments)
    content = options.content.resolve()
    asked = {given: _below(content, given) for given in options.paths}
    paths = frozenset(path for below in asked.values() for path in below)
    renamed = _mend(content, paths, options) if options.fix else {}
    paths = frozenset(renamed.get(path, path) for path in paths)
    loaded = _load(content, paths, options)
    report = _report(content, paths, _left(loaded, paths) if options.fix else loaded, options.before)
    for given, below in asked.items():
        if not any(path in report.by_file or looked_at(content, path) or renamed.get(path, path) in loaded.files for path in below):
            print(NOTHING_READ.format(given), file=sys.stderr)
    for name, file in options.format or [("text", None)]:
        _write(_written(name, report), name, file)
    return 1 if report.errors else 0


class NotBelow(Failure):
    """A path that was given is no file of the content folder."""


class NoReport(Failure):
    """What was given as an earlier report is none."""


def parser() -> Parser:
    """The options of the contract."""
    found = Parser("Vérifie les contributions, sans construire le site.")
    found.add_argument("paths", nargs="*", type=Path, metavar="FICHIER", help="ne montrer que ce qui concerne ces fichiers ou dossiers")
    found.add_places("content", "cache")
    found.add_argument(
        "--format",
        action="append",
        type=_format,
        metavar="FORMAT[=FICHIER]",
        help=f"{', '.join(FORMATS)} ; vers un fichier avec FORMAT=FICHIER ; plusieurs fois s’il le faut (text)",
    )
    found.add_argument(
        "--before",
        type=place,
        metavar="RAPPORT",
        help="le JSON d’un contrôle d’avant : dire aussi ce qui est nouveau hors des fichiers donnés",
    )
    found.add_argument("--fix", action="store_true", help="appliquer les réparations sûres, et montrer ce qui change")
    found.add_argument("--since", metavar="RÉVISION", help="dire aussi ce que les changements depuis une révision de git feraient manquer")
    found.add_jobs(cores())
    return found


def _format(text: str) -> tuple[str, Path | None]:
    name, _equals, file = text.partition("=")
    if name not in FORMATS:
        raise Senseless(f"« {name} » n’est pas un format : {', '.join(FORMATS)}")
    return name, place(file) if file else None


def _below(content: Path, given: Path) -> list[str]:
    """The files that a path names, relative to the folder that holds content/. Raises NotBelow."""
    # A symbolic link is what is to be told, not where it leads.
    path = Path(os.path.realpath(given)) if given.is_dir() and not given.is_symlink() else Path(os.path.realpath(given.parent), given.name)
    if not path.is_relative_to(content) or not os.path.lexists(path):
        raise NotBelow(f"« {given} » n’est pas un fichier de « {content} » : vérifiez son nom.")
    within = entries(path) if path.is_dir() and not path.is_symlink() else ()
    files = [Path(entry.path) for entry in within if not entry.is_dir(follow_symlinks=False) or oddity(entry)] or [path]
    return [shown(file.relative_to(content.parent).as_posix()) for file in files]


def _load(content: Path, paths: frozenset[str], options: argparse.Namespace) -> Loaded:
    workers: Callable[..., Any] = partial(fork_map, jobs=options.jobs)
    only = frozenset() if options.before else paths
    loaded = kept_in(options.cache, content, lambda cache: read_content(content, today, run=workers, cache=cache).checked(only))
    if options.since is None:
        return loaded
    from contributions.revisions.since import since

    return since(content, loaded, options.since)


def _left(loaded: Loaded, paths: frozenset[str]) -> Loaded:
    """What is left after the repairs: what was not mended then would not be the next time, and is offered no more."""
    asked = (replace(p, fix=None) if not paths or p.path in paths else p for p in loaded.problems)
    return replace(loaded, problems=tuple(asked))


def _report(content: Path, paths: frozenset[str], loaded: Loaded, before: Path | None) -> Report:
    """Everything that was found, what is in some files, or that and what is new since an earlier report. Raises NoReport."""
    if before:
        try:
            problems = news(loaded.problems, known(before), paths)
        except ValueError as error:
            raise NoReport(f"{before} n’est pas le rapport d’un contrôle (--format json).") from error
    else:
        # What is told of a file that is not there, no path can ask for.
        problems = tuple(p for p in loaded.problems if not paths or p.path in paths or not os.path.lexists(content.parent / p.path))
    number = len(paths & loaded.files) if paths else len(loaded.files)
    others = sum(looked_at(content, path) for path in paths)
    return Report(content.parent, problems, loaded.library, paths, number, others)


def _written(name: str, report: Report) -> str:
    """The report in a format; the modules of the others are not loaded."""
    if name == "github":
        from reporting.github import github

        return github(report)
    if name == "json":
        from reporting.machine import as_json

        return as_json(report)
    if name == "sarif":
        from reporting.sarif import sarif

        return sarif(report)
    if name == "comment":
        from reporting.comment import comment

        return comment(report)
    if name == "markdown":
        from follow_up.findings import findings
        from follow_up.rendering import comment as rendered
        from reporting.comment import comment

        return rendered(findings(comment(report).encode()), report.library.hub.url if report.library else "")
    from reporting.text import text

    return text(report, coloured=sys.stdout.isatty() and "NO_COLOR" not in os.environ)


def _write(words: str, name: str, file: Path | None) -> None:
    if file:
        file.write_text(words, "utf-8")
    elif name == "text":
        sys.stdout.write(words)
    else:  # whatever the console's encoding: programs read UTF-8
        sys.stdout.flush()
        sys.stdout.buffer.write(words.encode())


def _mend(content: Path, paths: frozenset[str], options: argparse.Namespace) -> Mapping[str, str]:
    """Apply the safe repairs, and say on standard error which lines change; returns the new paths of files that were renamed."""
    from contributions.source.mending import mend

    done = mend(content, paths, lambda: _load(content, paths, options).problems)
    for line in [*done.diff, *(f"{old} → {new}" for old, new in done.renamed.items())]:
        print(line, file=sys.stderr)
    for path in done.left:
        print(LEFT.format(path), file=sys.stderr)
    return done.renamed


if __name__ == "__main__":
    run(main)
