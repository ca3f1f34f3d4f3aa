"""Read the export of a questionnaire as series of figures for content/data/; what says anything of anybody stays where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contributions.words.slugs import slug_of
from imports.sheets.formulas import harmless
from imports.sheets.workbook import opened
from imports.sources.questionnaire.questions import Export, export
from imports.sources.questionnaire.series import Made, series_of
from imports.sources.tableur.values.taking import shortened
from imports.taken import Given, Reading, Refusal, Table, UnreadableSource

COLUMNS = ("title", "value", "unit", "source", "series", "year", "answers", "note")
LONGEST_NAME = 60
LONGEST = 300
"""Characters of a question, or of an answer, that is written."""
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
SAID = ("questionnaire", "enquete", "evaluation", "sondage", "bilan", "satisfaction")
"""Words of a file's name that say what it is."""


def read(data: bytes, given: Given) -> Reading:
    """The series that the answers make. Raises UnreadableSource where the file has no questions."""
    workbook = opened(data)
    if not any(sheet.rows for sheet in workbook.sheets):
        raise UnreadableSource("Ce fichier est vide.")
    found = export(workbook)
    number = len(found.columns[0].texts)
    made = series_of(found.columns, number)
    refused = [Refusal(found.sheet.at(found.line, f"« {shortened(heading)} »"), why) for heading, why in made.told]
    refused += list(_of_the_file(found, [sheet.name for sheet in workbook.sheets if sheet.rows and sheet is not found.sheet]))
    rows = tuple(_rows(made, given, _year(found, given)))
    tables = (Table(f"data/{name_of(given)}.csv", ("series", "title"), rows),) if rows else ()
    return Reading(tables=tables, refused=tuple(refused), whole=False)


def _rows(made: Made, given: Given, year: str) -> Iterator[dict[str, str]]:
    source = harmless(f"Questionnaire « {name_of(given)} »")
    for one in made.series:
        said: set[str] = set()
        for title, value, unit in one.rows:
            own = harmless(title)[:LONGEST]
            while own in said:
                own = f"{own} (autre)"
            said.add(own)
            cells = (own, value, unit, source, harmless(one.name)[:LONGEST], year, str(len(one.answered)), one.note)
            yield dict(zip(COLUMNS, cells, strict=True))


def name_of(given: Given) -> str:
    """The name of the table, by that of the file."""
    stem = slug_of(given.name.rpartition("/")[2].rpartition(".")[0] or given.name)[:LONGEST_NAME].strip("-")
    return stem if any(word in stem for word in SAID) else f"questionnaire-{stem}".strip("-")


def _year(found: Export, given: Given) -> str:
    """The year in which it was answered: that of all answers, else the one in the file's name."""
    years: set[str] = {year for day in found.days for year in YEAR.findall(day)}
    if len(years) == 1:
        return years.pop()
    named: set[str] = set(YEAR.findall(given.name))
    return named.pop() if len(named) == 1 else ""


def _of_the_file(found: Export, others: list[str]) -> Iterator[Refusal]:
    if found.unfinished:
        several = f"{found.unfinished} réponses n’ont pas été envoyées : elles ne sont pas comptées."
        yield Refusal(found.sheet.at(0), several if found.unfinished > 1 else "Une réponse n’a pas été envoyée : elle n’est pas comptée.")
    for name in others:
        yield Refusal(f"feuille {name}", "Une seule feuille est lue, celle qui a le plus de lignes : pas celle-ci.")
