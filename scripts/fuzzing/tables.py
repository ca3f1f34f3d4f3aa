"""Tables of figures as spreadsheets save them, and as they break on the way."""

from __future__ import annotations

from random import Random

from fuzzing.mutations import mutated as broken_text
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
    way = random.random()
    if way < 0.5:
        return broken_text(data.decode("utf-8", "replace"), random)
    if way < 0.6:
        return data.decode("utf-8", "replace").encode(random.choice(("utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-7")), "replace")
    separator, end = random.choice(SEPARATORS), random.choice(ENDS)
    headings = ["title", "value", "unit", "source"]
    for _ in range(random.randint(0, 3)):
        headings.insert(random.randint(0, len(headings)), random.choice(HEADINGS))
    rows = [
        headings,
        *([random.choice(CELLS) for _ in range(len(headings) + random.choice((0, 0, 0, -1, 1)))] for _ in range(random.randint(0, 6))),
    ]
    text = end.join(separator.join(row) for row in rows)
    return (random.choice(("", "\ufeff", "\n", "sep=;\n")) + text + random.choice(("", end))).encode()
