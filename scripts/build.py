#!/usr/bin/env python3
"""Check every contribution, build the site with Pelican, index it with Pagefind, and publish it in one step.

Exit codes: 0 published; 1 errors in contributions; 2 wrong usage or a failure of the build. Whatever fails, the
folder that is online stays as it was.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from endings.given import place
from usage import HERE, Parser

with loading():
    from rich.console import Console
    from rich.status import Status

STEPS = {
    "read": "Lecture",
    "check": "Vérification",
    "declare": "Préparation",
    "render": "Mise en page",
    "search": "Index de recherche",
    "publish": "Publication",
}
KINDS = {
    "event": ("événement", "événements"),
    "exhibition": ("outil", "outils"),
    "article": ("article", "articles"),
    "announcement": ("annonce", "annonces"),
    "resource": ("ressource", "ressources"),
    "organisation": ("structure", "structures"),
    "programme": ("dossier", "dossiers"),
    "page": ("page fixe", "pages fixes"),
}


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the build; returns the exit code."""
    options = parser().parse_args(arguments)
    started = time.perf_counter()
    console = Console(stderr=True)
    figures: dict[str, Any] = {}
    with console.status("…") as status:
        _pelican(options, status, figures)
    seconds = time.perf_counter() - started
    if options.figures:
        options.figures.write_text(json.dumps({**figures, "seconds": seconds}, indent=1) + "\n", "utf-8")
    _summary(figures, seconds, options.output)
    return 0


def parser() -> Parser:
    """The options of the contract."""
    found = Parser("Vérifie les contributions, construit le site et le publie d’un coup.")
    found.add_places("content", "output", "cache")
    found.add_argument("--no-search", action="store_true", help="sans index de recherche")
    found.add_argument("--figures", type=place, default=None, metavar="FICHIER", help="où écrire les chiffres de la construction, en JSON")
    found.add_jobs(None)
    return found


def _pelican(options: argparse.Namespace, status: Status, figures: dict[str, Any]) -> None:
    """Run Pelican in this process, with the settings of pelican.conf.py."""
    gc.disable()  # as the generator does, and for the same reason: modules are many
    from pelican import Pelican
    from pelican.log import console as pelican_console
    from pelican.settings import read_settings

    from search.index import searching

    pelican_console.quiet = True  # its own summary counts articles and pages that Escale does not use
    settings = read_settings(
        str(HERE / "pelican.conf.py"),
        override={
            "PATH": str(options.content.resolve()),
            "OUTPUT_PATH": str(options.output.resolve()),
            "ESCALE_CACHE": str(options.cache.resolve()),
            "ESCALE_JOBS": options.jobs,
            "ESCALE_SEARCH": None if options.no_search else searching(),
            "ESCALE_ON_STEP": lambda step: status.update(STEPS[step]),
            "ESCALE_ON_PUBLISHED": figures.update,
        },
    )
    Pelican(settings).run()


def _summary(figures: dict[str, Any], seconds: float, output: Path) -> None:
    kinds = ", ".join(f"{count} {KINDS[kind][count > 1]}" for kind, count in figures["kinds"].items())
    steps = ", ".join(f"{name.lower()} {figures['timings'][step]:.1f} s" for step, name in STEPS.items() if step in figures["timings"])
    shown = output.resolve()
    shown = shown.relative_to(Path.cwd()) if shown.is_relative_to(Path.cwd()) else shown
    number = sum(figures["kinds"].values())
    print(f"{number} contribution{'s' if number > 1 else ''}{' : ' if kinds else ''}{kinds}.")
    made = figures["rendered"]
    print(f"{figures['pages']} pages en {seconds:.1f} s, dont {made} mise{'s' if made > 1 else ''} en page ({steps}).")
    for remark in figures["remarks"]:
        print(remark)
    print(f"Le site est dans {shown}/ ; pour le voir : make serve, puis http://localhost:8000/")


if __name__ == "__main__":
    run(main)
