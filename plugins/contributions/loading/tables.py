"""Read the tables of content/data/: figures that no contribution can hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from contributions.models.letter import Figure
from contributions.problems.problem import Problem
from contributions.source.header import FrontMatterError
from contributions.source.positions import located
from contributions.source.texts import bytes_of, decode


def read_figures(content: Path) -> tuple[list[Figure], list[Problem]]:
    """The rows of content/data/*.csv, and the tables that cannot be read."""
    found: list[Figure] = []
    problems: list[Problem] = []
    for file in sorted((content / "data").glob("*.csv")):
        try:
            found += _rows(file)
        except FrontMatterError as error:
            problems += located(f"{content.name}/data/{file.name}", [error.finding], None)
    return found, problems


def _rows(file: Path) -> Iterator[Figure]:
    for row in csv.DictReader(io.StringIO(decode(bytes_of(file)))):
        yield Figure(file.stem, row.get("title") or "", row.get("value") or "", row.get("unit") or "", row.get("source") or "")
