"""Run a command: whatever is raised in it is told in a sentence, and it ends with 0, 1 or 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import NoReturn

from endings.libraries import too_old
from endings.streams import prepare
from endings.telling import DEBUG, tell

Main = Callable[[list[str] | None], int]
"""Takes the arguments of a command line, or those of this process; returns an exit code."""


@contextmanager
def loading() -> Iterator[None]:
    """What a command imports, within: a library that is missing, or a Python that is too old, ends it with 2 and a sentence."""
    if words := too_old():
        print(words, file=sys.stderr)
        raise SystemExit(2)
    try:
        yield
    except (Exception, KeyboardInterrupt) as error:
        _note_debug(sys.argv)
        raise SystemExit(tell(error)) from error


def command(main: Main) -> Callable[..., int]:
    """A command's function that returns its exit code whatever is raised in it, but for the SystemExit of wrong usage."""

    @wraps(main)
    def ended(arguments: list[str] | None = None) -> int:
        _note_debug(sys.argv if arguments is None else arguments)
        try:
            return main(arguments)
        except (Exception, KeyboardInterrupt) as error:
            return tell(error)

    return ended


def run(main: Callable[[], int]) -> NoReturn:
    """Run a command as this process, and end it.

    At once: taking a library of thousands apart, piece by piece, takes longer than a build after an edit.
    """
    prepare()
    try:
        code = main()
    except SystemExit as ended:  # wrong usage, or --help
        code = ended.code if isinstance(ended.code, int) else 0
    try:
        sys.stdout.flush()
    except OSError as error:
        code = 2 if code == 2 else tell(error)
    sys.stderr.flush()
    os._exit(code)


def _note_debug(arguments: list[str]) -> None:
    if "--debug" in arguments:
        os.environ[DEBUG] = "1"
