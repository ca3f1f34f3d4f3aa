"""The coming year of a tool in words: what goes on behind the strip is not said to end with it."""

from datetime import date
from typing import Any

from catalogue.strips import strips
from contributions.models import Exhibition
from contributions.words.typography import NBSP

TODAY = date(2026, 11, 21)
"""Its strip ends with October 2027."""


def said(*loans: tuple[str, str, str], **keys: Any) -> tuple[str, ...]:
    """What is said of a trunk with loans, each with its first and last day and its state."""
    base = {"title": "Malle", "summary": "Une malle.", "date": "2026-11-01", "category": "malle", "themes": ["astronomie"]}
    lent = [{"start": start, "end": end, "state": state} for start, end, state in loans]
    tool = Exhibition.model_validate({**base, "publisher": {"name": "Le musée"}, "loans": lent, **keys})
    [strip] = strips(tool, TODAY)
    return tuple(words.replace(NBSP, " ") for words in strip.periods)


class TestThePeriods:
    def test_are_said_with_both_their_days(self) -> None:
        assert said(("2026-12-01", "2026-12-20", "confirme")) == ("Occupé du 1er au 20 décembre 2026",)
        assert said(("2026-12-01", "2026-12-01", "option")) == ("En option le 1er décembre 2026",)

    def test_that_go_on_behind_the_strip_are_said_to_begin(self) -> None:
        assert said(("2027-10-20", "2027-12-20", "confirme")) == ("Occupé à partir du 20 octobre 2027",)
        assert said(retired_on="2027-03-01") == ("Occupé à partir du 1er mars 2027",)

    def test_that_end_with_the_strip_are_said_to_end_there(self) -> None:
        assert said(("2027-10-20", "2027-10-31", "confirme")) == ("Occupé du 20 au 31 octobre 2027",)

    def test_that_become_others_behind_the_strip_end_there(self) -> None:
        both = said(("2027-10-20", "2027-10-31", "confirme"), ("2027-11-01", "2027-11-20", "option"))
        assert both == ("Occupé du 20 au 31 octobre 2027",)
