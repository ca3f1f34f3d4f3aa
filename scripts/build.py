#!/usr/bin/env python3
"""Check every contribution, build the site with Pelican, index it with Pagefind, and publish it in one step.

Exit codes: 0 published; 1 errors in contributions; 2 wrong usage or a failure of the build. Whatever fails, the
folder that is online stays as it was.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from rich.console import Console
from rich.status import Status

from contributions.problems.problem import ContentError
from publishing.capabilities import PathTaken
from publishing.clock import NotADay
from publishing.engine.staging import UnsafeOutput
from usage import folder, processes

HERE = Path(__file__).resolve().parent.parent
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


def main(arguments: list[str] | None = None) -> int:
    """Run the build; returns the exit code."""
    options = parser().parse_args(arguments)
    started = time.perf_counter()
    console = Console(stderr=True)
    figures: dict[str, Any] = {}
    try:
        with console.status("…") as status:
            _pelican(options, status, figures)
    except ContentError:
        return 1
    except (SystemExit, KeyboardInterrupt):
        return 2
    except subprocess.CalledProcessError as error:
        print(f"{error}\n{error.stderr or ''}", file=sys.stderr)
        return 2
    except (NotADay, PathTaken, UnsafeOutput) as error:
        print(error, file=sys.stderr)
        return error.exitcode
    except Exception:
        traceback.print_exc()
        print("\nLa construction a échoué : le site en place n’a pas changé.", file=sys.stderr)
        return 2
    seconds = time.perf_counter() - started
    if options.figures:
        options.figures.write_text(json.dumps({**figures, "seconds": seconds}, indent=1) + "\n", "utf-8")
    _summary(figures, seconds, options.output)
    return 0


def parser() -> argparse.ArgumentParser:
    """The options of the contract."""
    found = argparse.ArgumentParser(description="Vérifie les contributions, construit le site et le publie d’un coup.")
    found.add_argument("--content", type=folder, default=HERE / "content", metavar="DIR", help="les contributions (content)")
    found.add_argument("--output", type=Path, default=HERE / "output", metavar="DIR", help="où publier (output)")
    found.add_argument("--cache", type=Path, default=HERE / ".cache", metavar="DIR", help="le cache, que l’on peut effacer (.cache)")
    found.add_argument("--no-search", action="store_true", help="sans index de recherche")
    found.add_argument("--figures", type=Path, default=None, metavar="FICHIER", help="où écrire les chiffres de la construction, en JSON")
    found.add_argument("--jobs", type=processes, default=None, metavar="N", help="processus (autant que de cœurs)")
    return found


def _pelican(options: argparse.Namespace, status: Status, figures: dict[str, Any]) -> None:
    """Run Pelican in this process, with the settings of pelican.conf.py."""
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
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # taking a library of thousands apart, piece by piece, takes longer than a build after an edit
