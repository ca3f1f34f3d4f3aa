"""Today is the region's day, or the one that is given."""

from datetime import date, datetime

import pytest

from publishing.clock import NotADay, today
from support import demo_hub


class TestToday:
    def test_may_be_given(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ESCALE_TODAY", "2030-02-03")
        assert today(demo_hub()) == date(2030, 2, 3)

    @pytest.mark.parametrize(
        "given", ["demain", "2026-02-30", "03/02/2030", "1999-12-31", "2200-01-01", "9999-12-31", "0001-01-01", "10000-01-01"]
    )
    def test_must_be_a_day(self, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
        monkeypatch.setenv("ESCALE_TODAY", given)
        with pytest.raises(NotADay, match="AAAA-MM-JJ"):
            today(demo_hub())
        assert NotADay.exitcode == 2

    def test_is_that_of_the_region(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("ESCALE_TODAY", raising=False)
        hub = demo_hub()
        before = datetime.now(hub.zone).date()
        assert before <= today(hub) <= datetime.now(hub.zone).date()
