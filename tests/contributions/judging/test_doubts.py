"""A doubt, a strike, a note: whatever stands beside a word says more than the word, and nobody takes it out but its author."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.geography.towns import Town, Towns
from contributions.judging.validation import validate
from contributions.models import KINDS
from contributions.problems.problem import Finding
from contributions.sheets.loan_columns import value_of
from support_models import COMMON, EVENT, VOCABULARIES

LOAN = {"start": "2027-04-05", "end": "2027-04-08", "state": "confirme"}
AROUND = st.sampled_from(
    [("", " ?"), ("", "?"), ("~~", "~~"), ("", "*"), ("(", ")"), ("", " / non"), ("", " ; ?"), ("", " !"), ("", "…"), ("", "...")]
)
WORDS = st.sampled_from(
    [
        ("event", "event_status", "annulé"), ("event", "event_status", "complet"), ("event", "mode", "en ligne"),
        ("event", "category", "Atelier"), ("event", "themes", "astronomie"), ("event", "audiences", "Tout public"),
        ("event", "accessibility", "PMR"), ("event", "status", "draft"), ("exhibition", "area", "Aisne (02)"),
        ("exhibition", "condition", "Bon"),
    ]
)  # fmt: skip


def told(kind: str, values: dict[str, Any]) -> list[Finding]:
    return validate(KINDS[kind], {**(EVENT if kind == "event" else COMMON), **values}, VOCABULARIES)[1]


@given(WORDS, AROUND, st.booleans())
def test_is_told_and_never_written_over(word: tuple[str, str, str], around: tuple[str, str], in_a_list: bool) -> None:
    kind, key, written = word
    doubted = f"{around[0]}{written}{around[1]}"
    values = [doubted] if in_a_list and key in {"themes", "audiences", "accessibility"} else doubted
    found = told(kind, {key: values})
    assert found
    assert [finding.fix for finding in found] == [None] * len(found)


@pytest.mark.parametrize("state", ["confirmé ?", "~~confirmé~~", "confirmé*", "annulé ?"])
def test_leaves_the_state_of_a_loan_to_its_author(state: str) -> None:
    (found,) = told("exhibition", {"loans": [{**LOAN, "state": state}]})
    assert (found.code, found.fix) == ("E109", None)


@pytest.mark.parametrize("level", ["6e ?", "~~6e~~", "CM1*", "6e/5e"])
def test_makes_no_level(level: str) -> None:
    (found,) = told("event", {"school_booking": {"levels": [level]}})
    assert (found.code, found.fix) == ("E109", None)


@pytest.mark.parametrize("city", ["Abbeville ?", "~~Abbeville~~", "Abbeville*", "Abbeville (?)"])
def test_makes_no_town(city: str) -> None:
    assert not isinstance(Towns.load("32").find(city), Town)
    assert not isinstance(Towns.load("32").find(city, "80100"), Town)


@pytest.mark.parametrize(
    ("column", "cell"), [("state", "confirmé ?"), ("state", "annulé ?"), ("state", "confirmé*"), ("public_showing", "oui ?")]
)
def test_stays_in_the_cell_of_a_table_for_the_model_to_refuse(column: str, cell: str) -> None:
    assert value_of(column, cell) == cell


@pytest.mark.parametrize(
    ("key", "written", "never"),
    [
        ("mode", "hors ligne", "en-ligne"), ("audiences", "sauf famille", "[famille]"), ("accessibility", "sauf moteur", "[moteur]"),
        ("audiences", "pas en famille", "[famille]"),
    ],
)  # fmt: skip
def test_the_contrary_of_a_word_is_never_proposed(key: str, written: str, never: str) -> None:
    (found,) = told("event", {key: written})
    assert never not in found.repair
    assert found.fix is None


@pytest.mark.parametrize("state", ["à confirmer", "non confirmé"])
def test_what_is_yet_to_be_confirmed_is_an_option(state: str) -> None:
    (found,) = told("exhibition", {"loans": [{**LOAN, "state": state}]})
    assert (found.repair, found.fix) == ("Vouliez-vous dire « option » ?", None)
