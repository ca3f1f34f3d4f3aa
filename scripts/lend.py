#!/usr/bin/env python3
"""Keep a year of loans: add one by questions or from a forwarded request, read the week, note what becomes of each.

What a loan breaks is said before anything is written.

Exit codes: 0 done; 1 the loan breaks something, or the message holds none; 2 wrong usage, or nothing could be read.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from endings.failure import Failure
from endings.given import place
from endings.telling import noting
from usage import HERE, Parser

with loading():
    from contributions.loading.loading import read_content
    from contributions.sheets.loan_columns import day_of
    from lending_desk import acts
    from lending_desk.adding import Decision, add, forwarded
    from lending_desk.carrying_out import carried_out
    from lending_desk.changing import Change
    from lending_desk.interview.interview import given as understood
    from lending_desk.interview.interview import interview
    from lending_desk.interview.questions import QUESTIONS
    from lending_desk.papers.printing import printed
    from lending_desk.papers.values import Signatories
    from lending_desk.tools import Desk
    from lending_desk.weekly.seen import as_text
    from lending_desk.weekly.week import week
    from publishing.clock import today
    from reading import kept_in

NOTHING_WRITTEN = "Rien n’a été écrit."
SIGN = ("Qui signe pour le prêteur (nom et qualité)", "Qui signe pour l’emprunteur (nom et qualité)")
ASIDE = {"id": "Identifiant du prêt, unique pour cet outil", "venue_price": "Prix d’entrée, en quelques mots"}
"""What is given by options alone."""


@command
def main(arguments: list[str] | None = None) -> int:
    """Do what is asked; returns the exit code."""
    options = parser().parse_args(arguments)
    desk = opened(options.content.resolve(), options.cache)
    if options.week is not None:
        return told_week(desk, options)
    if options.papers is not None:
        return printed_papers(desk, options)
    if changes := changed(desk, options):
        return carried_out(desk, changes, say)
    return added(desk, options)


def parser() -> Parser:
    """An option for each question, and what else a lender does."""
    found = Parser("Note un prêt : pose les questions, ou lit une demande transférée (make lend < message).")
    found.add_places("content", "cache")
    found.add_argument("--yes", action="store_true", help="noter sans demander, même contre les conditions du propriétaire")
    found.add_argument("--owner", metavar="STRUCTURE", default="", help="la semaine des outils d’un seul propriétaire")
    found.add_argument("--by", choices=("emprunteur", "proprietaire"), help="avec --cancel : qui annule")
    found.add_argument("--reason", metavar="…", help="avec --cancel : pourquoi, sans nommer personne")
    acts_of = found.add_mutually_exclusive_group()
    acts_of.add_argument(
        "--week", nargs="?", const="", metavar="JOUR", help="ce qui part, revient ou manque, cette semaine ou celle d’un jour"
    )
    acts_of.add_argument("--confirm", metavar="OUTIL/PRÊT", help="l’option devient un prêt")
    acts_of.add_argument(
        "--return", dest="back", nargs="+", metavar="…", help="OUTIL/PRÊT [JOUR] : l’outil est revenu, aujourd’hui ou ce jour"
    )
    acts_of.add_argument("--cancel", metavar="OUTIL/PRÊT", help="le prêt est annulé")
    acts_of.add_argument("--note", nargs="+", metavar="…", help="OUTIL/PRÊT CLÉ=VALEUR… : visiteurs=140, pièces=convention, fin=12/03/2027")
    acts_of.add_argument("--told", nargs="+", metavar="…", help="OUTIL|STRUCTURE [JOUR] : tous les prêts sont notés")
    acts_of.add_argument("--papers", metavar="OUTIL/PRÊT", help="imprime la convention et l’état des lieux (PDF)")
    found.add_argument("--names", action="store_true", help="avec --papers : demander qui signe ; ces noms ne sont gardés que là")
    found.add_argument("--to", type=place, default=HERE / "papiers", metavar="DIR", help="avec --papers : où les poser (papiers)")
    asked = found.add_argument_group("ce que dit le prêt")
    for column, about in columns().items():
        asked.add_argument(f"--{column.replace('_', '-')}", dest=column, metavar="…", help=about)
    return found


def columns() -> dict[str, str]:
    """What can be given of a loan, and what it is."""
    return {**{question.column: question.label for question in QUESTIONS}, **ASIDE}


def opened(content: Path, cache: Path) -> Desk:
    """The contributions. Raises Unreadable."""
    read = kept_in(cache, content, lambda kept: read_content(content, today, cache=kept))
    if read.library is None:
        raise Unreadable("\n".join(map(str, read.problems)))
    return Desk(content, read.library)


class Unreadable(Failure):
    """The contributions cannot be read."""


def told_week(desk: Desk, options: Namespace) -> int:
    """Say the week."""
    day = day_meant(desk, options.week)
    owner = acts.owner_meant(desk, options.owner) if options.owner else ""
    say(as_text(week(desk, day, owner), day - timedelta(days=day.weekday())).rstrip())
    return 0


def printed_papers(desk: Desk, options: Namespace) -> int:
    """Print the papers of a loan, with the names of those who sign where somebody types them."""
    names = [typed(f"{asked}\n> ").strip() for asked in SIGN] if options.names else ["", ""]
    for file in printed(desk, options.papers, Signatories(*names), options.to):
        say(f"Écrit : {file}")
    return 0


def changed(desk: Desk, options: Namespace) -> list[Change]:
    """What is to be changed of loans that are noted; nothing where none is meant."""
    if options.confirm is not None:
        return [acts.confirm(desk, options.confirm)]
    if options.cancel is not None:
        return [acts.call_off(desk, options.cancel, options.by, options.reason)]
    if options.back:
        name, day = named(desk, "--return", options.back)
        return [acts.take_back(desk, name, day)]
    if options.note:
        return [acts.note(desk, options.note[0], options.note[1:])]
    return acts.told(desk, *named(desk, "--told", options.told)) if options.told else []


def named(desk: Desk, option: str, given: list[str]) -> tuple[str, date]:
    """A name, and the day behind it, else today. Raises Unclear."""
    if len(given) > 2:
        raise acts.Unclear(f"{option} : un nom et un jour, c’est tout.")
    return given[0], day_meant(desk, given[1] if len(given) == 2 else "")


def day_meant(desk: Desk, text: str) -> date:
    """The day that is given, else today. Raises Unclear."""
    day = day_of(text) if text else desk.library.today
    if day is None:
        raise acts.Unclear(f"« {text} » n’est pas un jour : écrivez 12/03/2027 ou 2027-03-12.")
    return day


def added(desk: Desk, options: Namespace) -> int:
    """Add a loan: of the message on standard input, of options, or by questions."""
    given = {column: text for column in columns() if (text := getattr(options, column)) is not None}
    if sys.stdin.isatty():
        draft = interview(desk, given, typed)
        # Somebody may have saved a table while the questions were answered.
        return add(opened(desk.content, options.cache), [draft], Decision(typed, say, certain=options.yes))
    decision = Decision(None, say, certain=options.yes)
    if "tool" in given:
        return add(desk, [understood(desk, given)], decision)
    return forwarded(desk, sys.stdin.buffer.read(), given, decision)


def typed(shown: str) -> str:
    """A line of the terminal. Raises EOFError where nobody answers."""
    with noting(NOTHING_WRITTEN):
        return input(shown)


def say(text: str) -> None:
    """Say something on the terminal."""
    print(text)


if __name__ == "__main__":
    run(main)
