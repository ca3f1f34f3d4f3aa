"""Command lines in French: a parser whose own words are French, too, and the options that several commands take."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from endings.given import folder, place, processes

HERE = Path(__file__).resolve().parent.parent
HEADINGS = {"positional arguments": "arguments", "options": "options"}
ARGUMENT = re.compile(r"argument (?P<name>.+?): (?P<wrong>.+)", re.DOTALL)
"""How argparse begins what it says of one argument."""
FRENCH = {
    r"the following arguments are required: (.+)": r"il manque {0}",
    r"one of the arguments (.+) is required": r"il faut l’une de ces options : {0}",
    r"unrecognized arguments: (.+)": r"option ou argument inconnu : {0}",
    r"expected (one|at least one) argument": r"il faut une valeur",
    r"expected (\d+) arguments?": r"nombre de valeurs attendu : {0}",
    r"invalid choice: (.+?) \(choose from (.+)\)": r"{0} n’est pas un choix possible : {1}",
    r"invalid .+ value: (.+)": r"{0} n’est pas une valeur possible",
    r"not allowed with argument (.+)": r"cette option ne va pas avec {0}",
    r"ignored explicit argument (.+)": r"cette option ne prend pas de valeur ({0})",
}
"""What argparse says, of whatever version, and the same in French."""


class Help(argparse.HelpFormatter):
    """Help under French headings."""

    def add_usage(self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None) -> None:
        """The line of usage."""
        super().add_usage(usage, actions, groups, prefix or "usage : ")

    def start_section(self, heading: str | None) -> None:
        """A list of options or arguments."""
        super().start_section(HEADINGS.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """Every command's: it takes --help and --debug, and what is wrong is said in two lines that end it with 2."""

    def __init__(self, description: str) -> None:
        super().__init__(description=description, formatter_class=Help, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help="montre cette aide")
        self.add_argument("--debug", action="store_true", help="si la commande échoue, montre aussi le détail que Python en donne")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and how to learn what would be right."""
        self.exit(2, f"{self.prog} : {french(message)}.\n« {self.prog} --help » montre les options.\n")

    def add_places(self, *names: str) -> None:
        """The folders that a command reads and writes, each with its usual place."""
        for name in names:
            usual, of, about = PLACES[name]
            self.add_argument(f"--{name}", type=of, default=HERE / usual, metavar="DIR", help=f"{about} ({usual})")

    def add_jobs(self, usual: int | None) -> None:
        """How many processes share the work."""
        self.add_argument("--jobs", type=processes, default=usual, metavar="N", help="processus (autant que de cœurs)")


PLACES: dict[str, tuple[str, Callable[[str], Path], str]] = {
    "content": ("content", folder, "les contributions"),
    "output": ("output", place, "où publier"),
    "cache": (".cache", place, "le cache, que l’on peut effacer"),
}
"""Usual place, what must be there, and what it is for."""


def french(message: str) -> str:
    """What argparse says, in French; what a type of ours says is French already."""
    if found := ARGUMENT.fullmatch(message):
        return f"{found['name']} : {french(found['wrong'])}"
    for english, words in FRENCH.items():
        if said := re.fullmatch(english, message, re.DOTALL):
            return words.format(*(text.replace("'", "") for text in said.groups()))
    return message
