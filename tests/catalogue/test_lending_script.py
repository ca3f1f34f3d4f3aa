"""The browser's script says of every loan what the calculation says, and why where none can be had."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from support_clients import node

TODAY = date(2026, 11, 30).toordinal()
OFFERS = 400
WEEKS = 12


def an_offer(pick: Random) -> dict[str, Any]:
    """Terms at random, and free runs of up to three copies."""
    least = pick.choice((1, 1, 3, 7))
    return {
        "repaired": pick.random() < 0.05,
        "withdrawn": pick.random() < 0.05,
        "left": pick.choice((None,) * 9 + (TODAY - 1, TODAY, TODAY + 5)),
        "told": pick.choice((None, TODAY, TODAY - 90, TODAY - 91, TODAY - 3, TODAY - 3, TODAY - 3)),
        "notice": pick.choice((0, 0, 5, 21)),
        "least": least,
        "most": least + pick.choice((0, 4, 60)),
        "closed": [TODAY + day for day in range(WEEKS * 7) if day % 7 in pick.choice(((), (5, 6), (0, 3)))],
        "copies": [runs(pick) for _copy in range(pick.randint(1, 3))],
        "until": TODAY + WEEKS * 7,
    }


def runs(pick: Random) -> list[tuple[int, int]]:
    """Free days, some before today; between two runs at least one is not."""
    ends = sorted(pick.sample(range(-10, WEEKS * 7, 2), 2 * pick.randint(0, 3)))
    return [(TODAY + first, TODAY + last) for first, last in zip(ends[::2], ends[1::2], strict=True)]


def a_question(pick: Random) -> dict[str, Any]:
    """An offer, some days, and a length."""
    first = TODAY + pick.randint(-5, WEEKS * 7)
    return {"offer": an_offer(pick), "today": TODAY, "within": (first, first + pick.randint(0, 30)), "days": pick.choice((1, 3, 7, 10))}


def haveable(offer: dict[str, Any], first: int, last: int, copies: list[Any] | None = None) -> bool:
    """Whether a loan can be had, day by day."""
    if offer["repaired"] or offer["withdrawn"] or (offer["left"] is not None and offer["left"] <= TODAY):
        return False
    if offer["told"] is None or TODAY - offer["told"] > 90:
        return False
    days = range(first, last + 1)
    free = [{day for start, end in copy for day in range(start, end + 1)} for copy in (copies or offer["copies"])]
    return (
        first >= TODAY + offer["notice"]
        and offer["least"] <= len(days) <= offer["most"]
        and not {first, last} & set(offer["closed"])
        and any(set(days) <= copy for copy in free)
    )


def first_of(offer: dict[str, Any], days: int, within: tuple[int, int]) -> list[int] | None:
    """The first loan of a length between two days."""
    found = (day for day in range(within[0], within[1] - days + 2) if haveable(offer, day, day + days - 1))
    first = next(found, None)
    return None if first is None else [first, first + days - 1]


@pytest.fixture(scope="module")
def told() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Questions, and what the script says."""
    pick = Random(15)
    questions = [a_question(pick) for _number in range(OFFERS)]
    return list(zip(questions, node("lending.mjs", json.dumps(questions).encode()), strict=True))


class TestTheScript:
    def test_knows_which_loans_can_be_had(self, told: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
        assert {answer["had"] for _question, answer in told} == {True, False}
        for question, answer in told:
            assert answer["had"] == haveable(question["offer"], *question["within"]), question

    def test_knows_of_which_copies(self, told: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
        for question, answer in told:
            copies = enumerate(question["offer"]["copies"], 1)
            assert answer["copies"] == [at for at, copy in copies if haveable(question["offer"], *question["within"], [copy])], question

    def test_finds_the_first_loan(self, told: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
        for question, answer in told:
            offer, after = question["offer"], (TODAY, TODAY + WEEKS * 8)
            assert answer["first"] == first_of(offer, offer["least"], after), question
            assert answer["between"] == first_of(offer, question["days"], question["within"]), question

    def test_gives_a_reason_exactly_where_there_is_no_loan(self, told: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
        for question, answer in told:
            assert (answer["why"] is None) == answer["had"], question
            assert (answer["whyBetween"] is None) == (answer["between"] is not None), question

    def test_gives_a_reason_that_holds(self, told: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
        for question, answer in told:
            if answer["why"]:
                assert holds(question["offer"], *question["within"], **answer["why"]), (question, answer["why"])

    @pytest.mark.parametrize("why", ["withdrawn", "repair", "unconfirmed", "short", "long", "soon", "shut", "unknown", "busy"])
    def test_knows_every_reason(self, told: list[tuple[dict[str, Any], dict[str, Any]]], why: str) -> None:
        assert why in {answer["why"]["why"] for _question, answer in told if answer["why"]}


def holds(offer: dict[str, Any], first: int, last: int, why: str, value: int | None = None) -> bool:
    """Whether a loan fails for a reason: but for what the reason names, or on the day that it names."""
    without: dict[str, dict[str, Any]] = {
        "withdrawn": {"withdrawn": False, "left": None},
        "repair": {"repaired": False},
        "unconfirmed": {"told": TODAY},
    }
    days = last - first + 1
    return {
        "short": days < offer["least"] == value,
        "long": days > offer["most"] == value,
        "soon": first < TODAY + offer["notice"] == value,
        "shut": value in offer["closed"] and value in {first, last},
        "unknown": last > offer["until"] == value,
        "busy": not any(start <= first and last <= end for copy in offer["copies"] for start, end in copy),
    }.get(why, why in without and offer != {**offer, **without[why]})


def test_a_day_is_any_number() -> None:
    """Days of another calendar give the same answers."""
    moved = timedelta(days=719_163).days
    question = a_question(Random(3)) | {"within": (TODAY, TODAY + 6)}
    offer = question["offer"] | {
        "repaired": False,
        "withdrawn": False,
        "left": None,
        "told": TODAY,
        "closed": [],
        "notice": 0,
        "least": 1,
        "most": 9,
    }
    offer["copies"] = [[(TODAY, TODAY + 20)]]
    other = {**offer, "told": TODAY - moved, "copies": [[(TODAY - moved, TODAY + 20 - moved)]], "until": offer["until"] - moved}
    questions = [
        {**question, "offer": offer},
        {"offer": other, "today": TODAY - moved, "within": (TODAY - moved, TODAY + 6 - moved), "days": question["days"]},
    ]
    one, two = node("lending.mjs", json.dumps(questions).encode())
    assert one["had"]
    assert two["first"] == [day - moved for day in one["first"]]
