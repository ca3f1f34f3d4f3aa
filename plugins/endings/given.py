"""What is given on a command line or in a variable of the environment: folders, numbers; and what is said of one that makes no sense."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from endings.failure import Failure
from endings.telling import tell

T = TypeVar("T")
MOST_PROCESSES = 256


class Senseless(Failure, ArgumentTypeError):
    """A value that makes no sense."""


def place(text: str) -> Path:
    """The path of a file or folder, whether it is there or not. Raises Senseless."""
    if not text:
        raise Senseless("il faut le nom d’un dossier, ou d’un fichier")
    try:
        text.encode()
        Path(text).resolve()
    except UnicodeEncodeError:
        raise Senseless(f"« {text} » a un nom qui n’est pas écrit en UTF-8 : renommez-le") from None
    except RuntimeError:
        raise Senseless(f"« {text} » est un lien qui tourne en rond : donnez le nom d’un vrai dossier") from None
    return Path(text)


def folder(text: str) -> Path:
    """A folder that exists. Raises Senseless."""
    path = place(text)
    if not path.is_dir():
        raise Senseless(f"« {text} » n’est pas un dossier : vérifiez son nom")
    return path


def processes(text: str) -> int:
    """A number of processes. Raises Senseless."""
    return _number(text, MOST_PROCESSES, "processus")


def port(text: str) -> int:
    """The port of a server. Raises Senseless."""
    return _number(text, 65_535, "port")


def _number(text: str, most: int, what: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else 0
    if not 1 <= number <= most:
        raise Senseless(f"« {text[:20]} » n’est pas un nombre de {what} : écrivez un nombre de 1 à {most}")
    return number


def variable(name: str, of: Callable[[str], T], otherwise: T) -> T:
    """What a variable of the environment says; an empty one says nothing. One that makes no sense ends this process with 2."""
    given = os.environ.get(name)
    if not given:
        return otherwise
    try:
        return of(given)
    except Senseless as error:
        raise SystemExit(tell(Failure(f"{name} : {error}."))) from error
