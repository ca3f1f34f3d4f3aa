#!/usr/bin/env python3
"""Import what stands elsewhere: an agenda, a calendar, a spreadsheet, a feed or a survey becomes contributions, and nothing is typed twice.

Exit codes: 0 done; 1 something could not be taken, each named with its place in the source; 2 wrong usage or an unreadable source.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from endings.failure import Failure
from endings.given import folder, place
from usage import HERE, Parser

with loading():
    from contributions.library.library import Library
    from contributions.loading.import_maps import read_maps
    from contributions.loading.loading import read_content
    from contributions.region.import_map import SOURCES, ImportMap
    from contributions.source.writing import write
    from imports.drafts.pictures import Album
    from imports.plans.plan import Plan
    from imports.plans.planning import Importer
    from imports.plans.report import as_markdown, as_text
    from imports.readers import fetching, read, template
    from imports.sources.tableur.template import SHEETS
    from imports.taken import Given, UnreadableSource
    from publishing.clock import today
    from reading import kept_in

SHEET = "tableur"


class Unread(Failure):
    """The source, or the contributions, cannot be read; nothing was written."""


@command
def main(arguments: list[str] | None = None) -> int:
    """Import a source; returns the exit code."""
    options = parser().parse_args(arguments)
    if options.template:
        return begun(options)
    if not options.where:
        raise Unread("Il manque le fichier ou l’adresse à importer.")
    content = options.content.resolve()
    library = opened(content, options.cache)
    maps, problems = read_maps(content, library)
    if wrong := [problem for problem in problems if problem.severity == "error" and Path(problem.path).stem == options.source]:
        raise Unread("\n".join(map(str, wrong)))
    plan = planned(options, content, library, maps.get(options.source, ImportMap()))
    if not options.dry_run:
        write(content, plan.files, plan.held)
    if options.report:
        options.report.write_text(as_markdown(plan, options.source), "utf-8")
    print(as_text(plan), end="")
    if options.dry_run:
        print("Rien n’a été écrit (--dry-run).")
    return 1 if plan.refused else 0


def parser() -> Parser:
    """The options of the contract."""
    found = Parser("Importe ce qui est ailleurs : agendas, calendriers, tableaux, flux, questionnaires deviennent des contributions.")
    found.add_argument("source", choices=SOURCES, metavar="SOURCE", help=", ".join(SOURCES))
    found.add_argument("where", nargs="?", metavar="FICHIER|ADRESSE", help="ce qu’il faut importer")
    found.add_argument("--content", type=folder, default=HERE / "content", metavar="DIR", help="les contributions (content)")
    found.add_places("cache")
    found.add_argument("--dry-run", action="store_true", help="dire ce qui serait fait, et ne rien écrire")
    found.add_argument("--images", action="store_true", help="reprendre aussi les images qui ont un crédit")
    found.add_argument(
        "--template", choices=[*SHEETS], metavar="GENRE", help=f"avec {SHEET} : écrire une feuille à remplir ({', '.join(SHEETS)})"
    )
    found.add_argument("--report", type=place, metavar="FICHIER", help="écrire aussi le compte rendu, en Markdown")
    return found


def opened(content: Path, cache: Path) -> Library:
    """The contributions. Raises Unread."""
    found = kept_in(cache, content, lambda kept: read_content(content, today, cache=kept))
    if found.library is None:
        raise Unread("\n".join(map(str, found.problems)))
    return found.library


def planned(options: Namespace, content: Path, library: Library, table: ImportMap) -> Plan:
    """What the import does, before anything is written. Raises Unread."""
    address = "://" in options.where
    fetch = fetching(library.hub, options.where if address else "") if address or options.images else None
    try:
        data = fetch(options.where) if address and fetch else bytes_at(Path(options.where))
        name = options.where if address else Path(options.where).name
        reading = read(options.source, data, Given(name, library.hub, library.today, fetch if address else None))
    except UnreadableSource as error:
        raise Unread(str(error)) from error
    album = Album(options.source, content, fetch) if options.images and fetch else None
    return Importer(options.source, library, content, table, album).planned(reading, name)


def bytes_at(file: Path) -> bytes:
    """What a file holds. Raises Unread."""
    if not file.is_file():
        raise Unread(f"« {file} » n’est pas un fichier.")
    return file.read_bytes()


def begun(options: Namespace) -> int:
    """Write a sheet to be filled. Raises Unread."""
    if options.source != SHEET:
        raise Unread(f"--template va avec {SHEET}.")
    library = opened(options.content.resolve(), options.cache)
    file = Path(options.where or f"{options.template}.xlsx")
    if file.exists():
        raise Unread(f"« {file} » existe déjà.")
    file.write_bytes(template(options.template, library.hub))
    print(f'{file} est écrit : remplissez-le, puis « make import OPTIONS="{SHEET} {file}" ».')
    return 0


if __name__ == "__main__":
    run(main)
