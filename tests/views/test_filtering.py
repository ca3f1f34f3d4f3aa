"""Tables of what lists choose from are read by the browser as they were written, and what can be chosen has the names of the contract."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from support_clients import node
from views.filtering.choices import ChoiceGroup, flag, group, known
from views.filtering.columns import columns

VALUES = st.one_of(st.none(), st.integers(-9, 9), st.lists(st.text("abé"), max_size=2), st.text("ab", max_size=3))
TABLES = st.lists(st.fixed_dictionaries({"name": st.text(), "day": st.integers(-5000, 5000), "some": VALUES}), max_size=200)


@settings(max_examples=12, deadline=None)
@given(st.lists(TABLES, max_size=8))
def test_a_table_is_read_as_it_was_written(tables: list[list[dict[str, Any]]]) -> None:
    """Whatever stands in it."""
    written = [columns(rows, {"name"}) for rows in tables]
    assert node("columns.mjs", json.dumps(written).encode()) == tables


def test_what_comes_again_is_told_once() -> None:
    rows = [{"name": "a", "mode": "sur-place"}, {"name": "b", "mode": "mixte"}, {"name": "c", "mode": "mixte"}]
    assert columns(rows, {"name"}) == {"name": ["a", "b", "c"], "mode": {"lists": [["mixte", "sur-place"]], "at": ["$##"]}}


def test_columns_of_few_values_share_one() -> None:
    rows = [{"mode": mode, "free": free} for mode in ("sur-place", "mixte", "en-ligne") for free in (True, False)]
    shared = {"lists": [["sur-place", "mixte", "en-ligne"], [True, False]], "at": ["#&$'%("]}
    assert columns(rows) == {"mode free": shared}


def test_many_numbers_are_told_by_their_digits() -> None:
    rows = [{"day": 700 + day} for day in range(92)]
    [first, last] = columns(rows)["day"]["at"]
    assert columns(rows) == {"day": {"least": 700, "at": ["#" * 91 + "$", last]}}
    assert (first[-2:], last[:3], last[-3:]) == ("#$", "#$%", "|}#")


def test_the_values_of_a_name_are_those_of_all_its_choices() -> None:
    groups = [ChoiceGroup("prix", "Conditions", (flag("gratuit", "Gratuit", "gratuit"),)), group("theme", "Thème", {"a": "A", "b": "B"})]
    assert known(groups) == {"gratuit": ["1"], "theme": ["a", "b"]}
