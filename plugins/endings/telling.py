"""Say in French what ended a command, and what to do next: the one place where an exception becomes words and an exit code."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from endings.failure import Failure, Told
from endings.faults import fault
from endings.libraries import lacking, unlike

DEBUG = "ESCALE_DEBUG"
"""The variable that asks for Python's own account of an error; --debug sets it, so that commands within commands know of it."""
REPORT = "https://github.com/escale-sciences/escale/issues"
UNCHANGED = "Rien n’est publié : le site en place n’a pas changé."
ROOT = Path(__file__).resolve().parent.parent.parent
OURS = re.compile(rf'File "{re.escape(str(ROOT))}/(?P<file>(?:plugins|scripts|themes)/[^"]+|pelican\.conf\.py)", line (?P<line>\d+)')
LONGEST = 150


def tell(error: BaseException) -> int:
    """Say on standard error what ended a command, and whatever was noted on it (PEP 678); returns the exit code."""
    if isinstance(error, Told):
        return error.exitcode
    if debugging():
        traceback.print_exception(error)
    notes = dict.fromkeys(getattr(error, "__notes__", ()))
    print("\n".join(filter(None, [_words(error), *notes])), file=sys.stderr, flush=True)
    return error.exitcode if isinstance(error, Failure) else 2


@contextmanager
def telling() -> Iterator[None]:
    """Tell what is raised within, and go on as Told: for code that somebody else calls, who would say it in his own way."""
    try:
        yield
    except KeyboardInterrupt as error:
        raise SystemExit(tell(error)) from None  # others end with 0 here, as if all had been done
    except Exception as error:
        raise Told(tell(error)) from error


@contextmanager
def noting(note: str) -> Iterator[None]:
    """Have a sentence told with whatever is raised within."""
    try:
        yield
    except BaseException as error:
        error.add_note(note)
        raise


def debugging() -> bool:
    """Whether somebody asked for more than sentences: by --debug, by the variable, or by Pelican's own --debug."""
    import logging  # most commands end well

    return bool(os.environ.get(DEBUG)) or logging.getLogger("pelican").isEnabledFor(logging.DEBUG)


def _words(error: BaseException) -> str:
    if isinstance(error, Failure):
        return str(error)
    if isinstance(error, KeyboardInterrupt):
        return "\nInterrompu."
    if isinstance(error, ImportError) and (words := lacking(error)):
        return words
    return fault(error) or _defect(error)


def _defect(error: BaseException) -> str:
    """That Escale itself is wrong, where, and how to have it mended."""
    shown = f"{type(error).__name__} {error}".strip().partition("\n")[0]
    shown = shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
    # What failed in a forked worker comes with the worker's account of it, as a text.
    account = (
        str(error.__cause__) if type(error.__cause__).__name__ == "_RemoteTraceback" else "".join(traceback.format_tb(error.__traceback__))
    )
    places = list(OURS.finditer(account))
    where = f" ({places[-1]['file']}, ligne {places[-1]['line']})" if places else ""
    what = f"C’est un défaut d’Escale, et non d’une contribution{where} : {shown}"
    if debugging():
        return f"{what}\nSignalez-le avec tout ce qui précède : {REPORT}"
    report = f"Relancez avec --debug, ou la variable {DEBUG}=1, et signalez-le avec ce qui s’affiche : {REPORT}"
    return f"{what}\n{unlike() or report}"
