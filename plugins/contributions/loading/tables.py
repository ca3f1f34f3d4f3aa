"""Read the tables of content/data/ as a spreadsheet saves them: figures that no contribution can hold. Nothing is lost without a word."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from contributions.fields.vocabulary import nearest
from contributions.loading.beside import files_of
from contributions.media.file_types import unpublished
from contributions.models.letter import Figure
from contributions.problems.problem import Problem
from contributions.source.header import FrontMatterError
from contributions.source.positions import located
from contributions.source.texts import bytes_of, decode
from contributions.words.hidden import invisibles, visible

REQUIRED = ("title", "value", "unit", "source")
COLUMNS = (*REQUIRED, "series", "year", "category", "answers", "note")
HEADINGS = "La première ligne nomme les colonnes : title;value;unit;source."
MOST_CELL = 20_000
"""Characters of a cell: more is a quotation mark that nobody closed."""


def read_figures(content: Path) -> tuple[list[Figure], list[Problem]]:
    """The rows of content/data/*.csv, and what is wrong with the files that lie there."""
    found: list[Figure] = []
    problems: list[Problem] = []
    for file in files_of(content / "data"):
        path = f"{content.name}/{file.relative_to(content).as_posix()}"
        if unpublished(file.name):
            continue
        if file.suffix.lower() != ".csv":
            problems.append(wrong_type(path, file))
            continue
        try:
            text = decode(bytes_of(file))
        except FrontMatterError as error:
            problems += located(path, [error.finding], None)
            continue
        problems += located(path, list(invisibles(text)), None)
        rows, wrong = _rows(file.stem, visible(text))
        found += rows
        problems += [Problem(path, line, 1, code, message, repair) for line, code, message, repair in wrong]
    return found, problems


def wrong_type(path: str, file: Path) -> Problem:
    """That a file is no table: a spreadsheet's own format, say."""
    repair = "Enregistrez la feuille au format CSV (séparateur « ; » ou « , »)."
    return Problem(path, 1, 1, "E219", f"Un fichier « {file.suffix or file.name} » n’est pas lu ici.", repair)


Wrong = tuple[int, str, str, str]
"""Line, code, message and repair."""


def _rows(name: str, text: str) -> tuple[list[Figure], list[Wrong]]:
    first = text.lstrip("\n").partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    figures: list[Figure] = []
    wrong: list[Wrong] = []
    headings: list[str] | None = None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if headings is None:
                headings = [cell.strip().lower() for cell in cells]
                wrong += _of_headings(headings, reader.line_num)
                if wrong:
                    break
                continue
            flaw = _of_row(headings, cells, reader.line_num)
            if flaw:
                wrong.append(flaw)
                continue
            row = dict(zip(headings, (cell.strip() for cell in cells), strict=False))
            figures.append(Figure(name, *(row[column] for column in REQUIRED)))
    except csv.Error:
        wrong.append((max(reader.line_num, 1), "E222", "À partir d’ici, ce tableau ne peut pas être lu.", "Fermez les guillemets ouverts."))
    if headings is None:
        wrong.append((1, "E222", "Ce tableau est vide.", HEADINGS))
    return figures, wrong


def _of_headings(headings: Sequence[str], line: int) -> Iterator[Wrong]:
    for column in REQUIRED:
        if column not in headings:
            near = nearest(column, [heading for heading in headings if heading not in COLUMNS])
            repair = f"Vouliez-vous dire « {column} » au lieu de « {near} » ?" if near else HEADINGS
            yield line, "E222", f"Il manque la colonne « {column} ».", repair


def _of_row(headings: Sequence[str], cells: Sequence[str], line: int) -> Wrong | None:
    if any(len(cell) > MOST_CELL for cell in cells):
        return line, "E222", "À partir d’ici, ce tableau ne peut pas être lu.", "Fermez les guillemets ouverts."
    if any(cell.strip() for cell in cells[len(headings) :]):
        return line, "E222", "Cette ligne a plus de cases que la première.", "Mettez entre guillemets un texte qui contient le séparateur."
    for column in REQUIRED:
        at = headings.index(column)
        if at >= len(cells) or not cells[at].strip():
            return line, "E222", f"Cette ligne n’a rien sous « {column} ».", "Remplissez la case, ou retirez la ligne."
    return None
