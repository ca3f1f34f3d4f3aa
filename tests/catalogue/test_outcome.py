"""What a borrower sends back: lines for the loan, rows for the year's table, and no word on who answered in these."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from catalogue.requesting.evaluation import QUESTIONS, rows
from contributions.sheets.tables import read_figures
from support import REPOSITORY, demo_hub
from support_requests import SAID, outcomes

COUNTED_BY_THE_AGENCY = {"Taux de réponse"}


def block(**said: Any) -> dict[str, str]:
    """The lines for the loan."""
    [sent] = outcomes({**SAID, **said})
    lines = sent["text"].partition("--- bilan escale ---\n")[2].partition("\n--- fin du bilan ---")[0]
    return dict(line.split(": ", 1) for line in lines.splitlines())


def table(**said: Any) -> list[dict[str, str]]:
    """The rows of the table."""
    [sent] = outcomes({**SAID, **said})
    text = sent["text"].partition("title,value,unit,source")
    return list(csv.DictReader(io.StringIO("".join(text[1:]).partition("\n\n")[0])))


class TestTheLinesOfTheLoan:
    def test_name_it_by_its_id_or_by_its_first_day(self) -> None:
        assert block(loan="moulin-2026") == {"tool": "malle", "id": "moulin-2026"}
        assert block(loan="2026-12-09") == {"tool": "malle", "id": "2026-12-09"}
        assert block(loan="moulin 2026: <b>") == {"tool": "malle"}

    @pytest.mark.parametrize(("said", "told"), [
        ({"visitors": "1 240", "visitors_method": "compte"}, {"visitors": "1240", "visitors_method": "compte"}),
        ({"visitors": "240", "visitors_max": "260", "visitors_method": "estime"},
         {"visitors": "240", "visitors_max": "260", "visitors_method": "estime"}),
        ({"visitors": "240", "visitors_max": "20"}, {"visitors": "240"}),
        ({"visitors": "beaucoup", "visitors_method": "estime"}, {}),
        ({"visitors": "240", "visitors_method": "inconnu"}, {"visitors_method": "inconnu"}),
        ({"audiences": ["famille", "college"]}, {"audiences": "famille, college"}),
    ])  # fmt: skip
    def test_hold_what_the_contract_takes_and_nothing_else(self, said: dict[str, Any], told: dict[str, str]) -> None:
        assert block(**said) == {"tool": "malle", **told}


class TestTheRowsOfTheTable:
    def test_have_the_titles_and_units_of_the_agencys_own(self) -> None:
        figures, problems = read_figures(REPOSITORY / "content")
        own = {figure.title: figure.unit for figure in figures if figure.file == "evaluations-2026"}
        assert not problems
        assert set(rows()) == set(own) - COUNTED_BY_THE_AGENCY
        answers = {question.name: question.answers[0][0] for question in QUESTIONS}
        found = {row["title"]: row["unit"] for row in table(**answers, note="4")}
        assert found == {title: own[title] for title in rows()}

    def test_count_each_answer_for_or_against(self) -> None:
        found = {row["title"]: (row["value"], row["source"]) for row in table(satisfaction="peu", clair="non")}
        assert found == {
            "Questionnaires de retour reçus": ("1", "Questionnaire d’un emprunteur, mars 2027"),
            "Emprunteurs très satisfaits": ("0", "0 réponse sur 1, questionnaire d’un emprunteur, mars 2027"),
            "Emprunteurs satisfaits": ("0", "0 réponse sur 1, questionnaire d’un emprunteur, mars 2027"),
            "Emprunteurs peu satisfaits": ("100", "1 réponse sur 1, questionnaire d’un emprunteur, mars 2027"),
            "Contenu jugé clair et accessible": ("0", "0 réponse sur 1, questionnaire d’un emprunteur, mars 2027"),
        }

    def test_are_none_where_nothing_is_answered(self) -> None:
        assert table() == []


def test_a_message_goes_to_the_owner_and_to_whoever_keeps_the_table() -> None:
    hub = demo_hub()
    assert hub.contact
    assert outcomes(SAID)[0]["to"] == ["prets@musee.example", hub.contact.email]
