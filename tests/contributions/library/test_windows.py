"""What feeds hold: so many of the newest, and more where more are of the last days."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.library.windows import windows
from contributions.record.brief import Brief
from support import TODAY, article, organisation, read_library, write

DAY = TODAY.toordinal()


@cache
def brief() -> Brief:
    with TemporaryDirectory() as folder:
        return read_library(write(Path(folder), article("un", audiences=["famille"]))).articles[0].brief


def listed(days: list[int], **keys: Any) -> list[Any]:
    """Contributions of some days, as a list has them."""
    return [SimpleNamespace(brief=brief()._replace(date=day, slug=f"c{at}", **keys)) for at, day in enumerate(sorted(days, reverse=True))]


def held(days: list[int]) -> dict[str, int]:
    return {name: len(found) for name, found in windows(listed(days), DAY).items()}


@given(st.lists(st.integers(DAY - 60, DAY), max_size=300))
def test_are_fifty_or_those_of_thirty_days_whichever_is_more_and_at_most_two_hundred(days: list[int]) -> None:
    found = listed(days)
    recent = sum(DAY - day <= 30 for day in days)
    wanted = min(max(50, recent), 200)
    assert windows(found, DAY).get("everything", ()) == tuple(found[:wanted])


@pytest.mark.parametrize(("days", "number"), [([DAY] * 45, 45), ([DAY] * 150, 150), ([DAY - 400] * 60, 50), ([DAY] * 201, 200)])
def test_lose_nothing_of_an_import(days: list[int], number: int) -> None:
    assert held(days)["everything"] == number


def test_of_one_list_do_not_fill_those_of_another() -> None:
    physics = listed([DAY] * 200, themes=("physique",))
    found = windows([*physics, *listed([DAY - 90] * 3)], DAY)
    assert [len(found[f"by_theme/{theme}"]) for theme in ("physique", "astronomie")] == [200, 3]


def test_know_a_contribution_by_all_that_it_is_of() -> None:
    names = {"everything", "listed_kinds/article", "by_theme/astronomie", "by_audience/famille"}
    assert set(windows(listed([DAY]), DAY)) == names
    assert set(windows(listed([DAY], category="communique"), DAY)) == {*names, "press"}


def test_hold_nothing_that_has_no_day(tmp_path: Path) -> None:
    library = read_library(write(tmp_path, organisation("musee") | article("un", organisation="musee", publisher=None)))
    assert [one.kind for one in library.windows["everything"]] == ["article"]
    assert [one.kind for one in library.windows["by_organisation/musee"]] == ["article"]
