from __future__ import annotations

import io
from functools import cache
from typing import Any

import openpyxl
import pytest
from hypothesis import given as whatever
from hypothesis import settings, strategies

from contributions.judging.certain import errors_of
from contributions.models import KINDS
from imports.sources.tableur import read, template
from imports.sources.tableur.columns.kinds import LOANS, TAKEN
from imports.sources.tableur.template import LISTS, Typed, columns_of
from imports.taken import Reading
from support_sheets import HUB, given

SHEETS = {kind: template(kind, HUB) for kind in (*TAKEN, LOANS)}


def filled_in(kind: str, *rows: dict[str, Any]) -> Reading:
    book = openpyxl.load_workbook(io.BytesIO(SHEETS[kind]))
    sheet = book.worksheets[0]
    for values in rows:
        sheet.append([values.get(str(cell.value)) for cell in sheet[1]])
    held = io.BytesIO()
    book.save(held)
    return read(held.getvalue(), given())


@cache
def typed(kind: str) -> dict[str, Typed]:
    return {one.heading: one for one in columns_of(kind, HUB)}


class TestTheSheetOfAKind:
    @pytest.mark.parametrize("kind", [*TAKEN, LOANS])
    def test_comes_back_without_a_word_when_its_examples_are_filled_in(self, kind: str) -> None:
        values = {heading: "R-1" if "exemple (" in str(one.example) else one.example for heading, one in typed(kind).items()}
        reading = filled_in(kind, values)
        assert not reading.refused
        if kind == LOANS:
            (row,) = reading.tables[0].rows
            assert len(row) >= len([value for value in values.values() if value is not None])
            return
        (taken,) = reading.taken
        assert (
            errors_of(KINDS[kind], {**taken.values, "organisation": "musee"} if kind != "organisation" else taken.values, HUB.vocabularies)
            == []
        )

    @pytest.mark.parametrize("kind", [*TAKEN, LOANS])
    def test_is_empty_before_for_its_example_is_no_record(self, kind: str) -> None:
        reading = read(SHEETS[kind], given())
        assert (reading.taken, reading.tables, reading.refused) == ((), (), ())

    @pytest.mark.parametrize("kind", [*TAKEN, LOANS])
    def test_gives_choices_comments_and_an_example_in_grey(self, kind: str) -> None:
        book = openpyxl.load_workbook(io.BytesIO(SHEETS[kind]))
        sheet = book.worksheets[0]
        assert all(cell.comment is not None and cell.value for cell in sheet[1])
        assert {str(cell.font.color.rgb)[-6:] for cell in sheet[2] if cell.value} == {"808080"}
        assert book[LISTS].sheet_state == "hidden"
        choices = {str(one.sqref).partition(":")[0].rstrip("0123456789") for one in sheet.data_validations.dataValidation}
        assert choices == {cell.column_letter for cell in sheet[1] if typed(kind)[str(cell.value)].choices}

    @pytest.mark.parametrize("kind", TAKEN)
    def test_takes_every_choice_that_it_gives(self, kind: str) -> None:
        start = {"Créneaux : Début": "2026-12-05"} if kind == "event" else {}
        choices = [(heading, choice) for heading, one in typed(kind).items() for choice in one.choices]
        rows = [{"Titre": f"Titre {at}", **start, heading: choice} for at, (heading, choice) in enumerate(choices)]
        reading = filled_in(kind, *rows)
        assert not reading.refused
        assert len(reading.taken) == len(choices)
        assert not [one.words for one in reading.taken if one.words]

    @settings(max_examples=25, deadline=None)
    @whatever(strategies.data())
    def test_comes_back_without_a_word_whichever_cells_are_filled_in(self, data: strategies.DataObject) -> None:
        kind = data.draw(strategies.sampled_from(TAKEN))
        known = {
            heading: one.example for heading, one in typed(kind).items() if one.example is not None and "exemple (" not in str(one.example)
        }
        alone = {"Créneaux : Fin", "Créneaux : Pour", "Image : Texte alternatif", "Image : Crédit"}
        headings = data.draw(strategies.lists(strategies.sampled_from(sorted(set(known) - alone - {"Titre"})), unique=True, min_size=1))
        reading = filled_in(kind, {"Titre": "Un titre", **{heading: known[heading] for heading in headings}})
        assert not reading.refused
        assert len(reading.taken) == 1

    def test_never_makes_a_formula_of_what_a_region_calls_its_words(self) -> None:
        hub = HUB.model_copy(update={"themes": {"sante": "=1+1"}})
        hub.__dict__.pop("vocabularies", None)
        book = openpyxl.load_workbook(io.BytesIO(template("article", hub)))
        assert not [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
