"""Tables of figures as spreadsheets save them, and as they break on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from fuzzing.breaking.mutations import mutated as broken_text
from fuzzing.sources import REPOSITORY

HEADINGS = (
    "title",
    "value",
    "unit",
    "source",
    "series",
    "year",
    "category",
    "answers",
    "note",
    "Titre",
    "VALUE ",
    "",
    "value",
    "\ufefftitle",
    "x" * 300,
)
CELLS = (
    "Visiteurs",
    "12",
    "12,5",
    "1 234",
    "-3",
    "=1+1",
    "%",
    "",
    " ",
    '"',
    '""',
    '"a;b"',
    '"a\nb"',
    'a"b',
    "é" * 50,
    "x" * 30_000,
    "\0",
    "\u202e",
    "#N/A",
    "'",
)
SEPARATORS = (";", ";", ",", ",", "\t", "|", ":")
ENDS = ("\n", "\r\n", "\r", "\n\n", ";\n")


def seeds() -> list[bytes]:
    """The tables of the demonstration, with commas and with semicolons."""
    files = [file.read_bytes() for file in sorted((REPOSITORY / "content" / "data").glob("*.csv"))]
    return [*files, *(data.replace(b",", b";") for data in files if b";" not in data)]


def mutated(data: bytes, random: Random) -> bytes:
    """A table broken as a text, in another encoding, or composed of odd cells."""
    headings = ["title", "value", "unit", "source"]
    for _ in range(random.randint(0, 3)):
        headings.insert(random.randint(0, len(headings)), random.choice(HEADINGS))
    return composed(data, random, headings, lambda heading: random.choice(CELLS))


def composed(data: bytes, random: Random, headings: Sequence[str], cell: Callable[[str], str]) -> bytes:
    """Half of the time a table broken as a text, now and then one in another encoding, else one of some headings and cells."""
    way = random.random()
    if way < 0.5:
        return broken_text(data.decode("utf-8", "replace"), random)
    if way < 0.6:
        return data.decode("utf-8", "replace").encode(random.choice(("utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-7")), "replace")
    separator, end = random.choice(SEPARATORS), random.choice(ENDS)
    rows = [list(headings)]
    for _ in range(random.randint(0, 6)):
        width = len(headings) + random.choice((0, 0, 0, -1, 1))
        rows.append([cell(headings[at] if at < len(headings) else "") for at in range(width)])
    text = end.join(separator.join(row) for row in rows)
    return (random.choice(("", "\ufeff", "\n", "sep=;\n")) + text + random.choice(("", end))).encode()
