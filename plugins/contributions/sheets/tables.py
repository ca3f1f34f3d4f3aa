"""Read the tables of content/data/ as a spreadsheet saves them: figures that no contribution can hold. Nothing is lost without a word."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from contributions.fields.vocabulary import nearest
from contributions.media.file_types import unpublished
from contributions.models.beside import Figure
from contributions.problems.problem import Problem
from contributions.reading.beside import files_of
from contributions.source.matter import FrontMatterError
from contributions.source.positions import located
from contributions.source.texts import bytes_of, decode
from contributions.words.garbled import garbled
from contributions.words.hidden import invisibles, visible

REQUIRED = ("title", "value", "unit", "source")
COLUMNS = (*REQUIRED, "series", "year", "category", "answers", "note")
NUMBERS = {
    "year": (re.compile(r"(?:1[5-9]|20|21)\d\d", re.ASCII), "une année", "2025"),
    "answers": (re.compile(r"\d{1,9}", re.ASCII), "un nombre", "37"),
}
"""Columns of numbers: how they look, what they are, and an example."""
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
            rows, wrong = read_table_of_figures(path, bytes_of(file))
        except FrontMatterError as error:
            rows, wrong = [], [*located(path, [error.finding], None)]
        found += rows
        problems += wrong
    return found, problems


def read_table_of_figures(path: str, data: bytes) -> tuple[list[Figure], list[Problem]]:
    """The rows of one table, of what its file holds, and what is wrong with it. Raises FrontMatterError."""
    text = decode(data)
    problems = [*located(path, [*invisibles(text), *garbled(text)], None)]
    found, wrong = _rows(PurePosixPath(path).stem, visible(text))
    return found, [*problems, *(Problem(path, line, 1, code, message, repair) for line, code, message, repair in wrong)]


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
            figures.append(_figure(name, row))
    except csv.Error:
        wrong.append((max(reader.line_num, 1), "E222", "À partir d’ici, ce tableau ne peut pas être lu.", "Fermez les guillemets ouverts."))
    if headings is None:
        wrong.append((1, "E222", "Ce tableau est vide.", HEADINGS))
    return figures, wrong


def _figure(name: str, row: Mapping[str, str]) -> Figure:
    title, value, unit, source = (row[column] for column in REQUIRED)
    series, category, note = (row.get(column, "") for column in ("series", "category", "note"))
    year, answers = (int(row[column]) if row.get(column) else None for column in NUMBERS)
    return Figure(name, title, value, unit, source, series, year, category, answers, note)


def _of_headings(headings: Sequence[str], line: int) -> Iterator[Wrong]:
    missing = [column for column in REQUIRED if column not in headings]
    meant = {nearest(column, [heading for heading in headings if heading not in COLUMNS]) for column in missing}
    for heading in dict.fromkeys(filter(None, headings)):
        if heading not in COLUMNS and heading not in meant:
            near = nearest(heading, COLUMNS)
            repair = f"Vouliez-vous dire « {near} » ?" if near else f"Colonnes possibles : {', '.join(COLUMNS)}."
            yield line, "E222", f"La colonne « {heading} » n’est pas connue : ce qu’elle contient serait perdu.", repair
        elif headings.count(heading) > 1:
            yield line, "E222", f"Deux colonnes s’appellent « {heading} ».", "Retirez l’une des deux, ou donnez-lui son vrai nom."
    for column in missing:
        near = nearest(column, [heading for heading in headings if heading not in COLUMNS])
        repair = f"Vouliez-vous dire « {column} » au lieu de « {near} » ?" if near else HEADINGS
        yield line, "E222", f"Il manque la colonne « {column} ».", repair


def _of_row(headings: Sequence[str], cells: Sequence[str], line: int) -> Wrong | None:
    if any(len(cell) > MOST_CELL for cell in cells):
        return line, "E222", "À partir d’ici, ce tableau ne peut pas être lu.", "Fermez les guillemets ouverts."
    if any(cell.strip() for cell in cells[len(headings) :]):
        return line, "E222", "Cette ligne a plus de cases que la première.", "Mettez entre guillemets un texte qui contient le séparateur."
    if any(cell.strip() and not heading for heading, cell in zip(headings, cells, strict=False)):
        return line, "E222", "Une case de cette ligne est sous une colonne sans nom.", "Nommez la colonne, ou videz la case."
    for column, (form, what, example) in NUMBERS.items():
        cell = cells[headings.index(column)].strip() if column in headings and headings.index(column) < len(cells) else ""
        if cell and not form.fullmatch(cell):
            return line, "E222", f"« {cell} », sous « {column} », n’est pas {what}.", f"Écrivez-le en chiffres, par exemple {example}."
    for column in REQUIRED:
        at = headings.index(column)
        if at >= len(cells) or not cells[at].strip():
            return line, "E222", f"Cette ligne n’a rien sous « {column} ».", "Remplissez la case, ou retirez la ligne."
    return None
