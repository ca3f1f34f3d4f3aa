"""Standard streams on which nothing that is said can fail: a console without accents, nobody who listens any more, none at all."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

PLAIN = "escale.plain"
"""The name of what writes in plain letters whatever a console's encoding lacks; for `errors=`."""
SIGNS = str.maketrans("«»“”‘’–—│·×", '""""\'\'--|-x') | str.maketrans({"→": "->", "œ": "oe", "Œ": "OE"})


def plain(error: UnicodeError) -> tuple[str, int]:
    """The nearest plain letters of what cannot be encoded (PEP 293); « ? » where there are none."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_letter, error.object[error.start : error.end])), error.end


def _letter(character: str) -> str:
    near = unicodedata.normalize("NFKD", character.translate(SIGNS)).encode("ascii", "ignore").decode("ascii")
    return near or ("" if unicodedata.combining(character) else "?")


codecs.register_error(PLAIN, plain)


class Output(io.FileIO):
    """A stream whose reader may go, as « head » does: what is said from then on is for nobody."""

    forgiven: type[OSError] = BrokenPipeError

    def write(self, data: ReadableBuffer, /) -> int:
        """Write, or let go."""
        try:
            return super().write(data)
        except self.forgiven:
            return memoryview(data).nbytes


class Unheeded(Output):
    """A stream of which nothing depends: where it takes nothing, nobody is told."""

    forgiven = OSError


def prepare(output: type[Output] = Output) -> None:
    """Make the standard streams of this process such streams, once; standard output of the sort that is given.

    Where file names are in another encoding than UTF-8 (LC_ALL=C, without Python's UTF-8 mode), the command begins again in that
    mode: the names of contributions and images may have accents. The console keeps its encoding.
    """
    if sys.getfilesystemencoding() != "utf-8":
        console = sys.stdout.encoding if sys.stdout else "ascii"
        variables = {"PYTHONIOENCODING": console, **os.environ}
        os.execve(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]], variables)
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # closed: the first file that is opened would be taken for it
            os.open(os.devnull, os.O_RDWR)
    if isinstance(getattr(getattr(sys.stdout, "buffer", None), "raw", None), Output):
        return
    sys.stdout = _text(output(1, "w", closefd=False), sys.stdout, by_lines=os.isatty(1))
    sys.stderr = _text(Unheeded(2, "w", closefd=False), sys.stderr, by_lines=True)


def _text(stream: Output, known: TextIO | None, *, by_lines: bool) -> TextIO:
    return io.TextIOWrapper(io.BufferedWriter(stream), known.encoding if known else "utf-8", PLAIN, line_buffering=by_lines)
