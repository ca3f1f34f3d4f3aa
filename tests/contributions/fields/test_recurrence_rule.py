"""Rules of repetition: what RFC 5545 lets a rule say, and what is said of the others."""

import pytest

from contributions.fields.recurrence_rule import RecurrenceRule, RuleError, parsed


def refused(text: str) -> tuple[str, str]:
    with pytest.raises(RuleError) as raised:
        parsed(text)
    return raised.value.message, raised.value.repair


class TestARule:
    def test_is_read_into_its_parts(self) -> None:
        found = parsed("FREQ=MONTHLY;INTERVAL=2;BYDAY=2SA,-1SU;BYMONTH=1,6;COUNT=8;WKST=SU")
        assert found == RecurrenceRule("MONTHLY", 2, 8, by_day=((2, 5), (-1, 6)), by_month=(1, 6), week_start=6)

    def test_that_ends_on_a_day_lasts_until_its_end(self) -> None:
        until = parsed("FREQ=DAILY;UNTIL=20261231").until
        assert until is not None
        assert until.isoformat() == "2026-12-31T23:59:59"

    @pytest.mark.parametrize(
        "part", ["BYMONTH=13", "BYMONTH=0", "BYMONTHDAY=32", "BYMONTHDAY=0", "BYYEARDAY=367", "BYWEEKNO=54", "BYSETPOS=0"]
    )
    def test_has_no_day_that_does_not_exist(self, part: str) -> None:
        message, repair = refused(f"FREQ=YEARLY;BYDAY=MO;{part}")
        assert message == f"« {part} » n’existe pas."
        assert repair.startswith("Écrivez un nombre de 1 à ")

    @pytest.mark.parametrize(("part", "range_"), [("BYHOUR=24", "0 à 23"), ("BYMINUTE=60", "0 à 59"), ("BYHOUR=-1", "0 à 23")])
    def test_has_no_hour_that_does_not_exist(self, part: str, range_: str) -> None:
        assert refused(f"FREQ=DAILY;{part}") == (f"« {part} » n’existe pas.", f"Écrivez un nombre de {range_}.")

    @pytest.mark.parametrize("day", ["99MO", "0MO", "LU", "-54SU", "M"])
    def test_has_no_weekday_that_does_not_exist(self, day: str) -> None:
        assert refused(f"FREQ=MONTHLY;BYDAY={day}")[0] == f"« BYDAY={day} » n’est pas un jour."

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("FREQ=DAILY;COUNT=3;UNTIL=20261231", "« COUNT » et « UNTIL » sont donnés tous deux"),
            ("FREQ=DAILY;BYSETPOS=1", "« BYSETPOS » choisit parmi des dates qu’aucune autre partie ne donne."),
            ("FREQ=WEEKLY;BYDAY=1MO", "« 1MO » compte les jours d’un mois"),
            ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", "« 1MO » compte les jours d’un mois"),
            ("FREQ=MONTHLY;BYDAY=1MO,TU", "« 1MO » se lit autrement d’un agenda à l’autre"),
            ("FREQ=YEARLY;BYWEEKNO=20", "« BYWEEKNO » donne des semaines, sans dire quel jour."),
            ("FREQ=MONTHLY;BYWEEKNO=20;BYDAY=MO", "« BYWEEKNO » ne va pas avec FREQ=MONTHLY."),
            ("FREQ=DAILY;BYYEARDAY=100", "« BYYEARDAY » ne va pas avec FREQ=DAILY."),
            ("FREQ=WEEKLY;BYMONTHDAY=13", "« BYMONTHDAY » ne va pas avec FREQ=WEEKLY."),
            ("FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=0,10,20,30,40", "Cette règle donne plus de 24 séances par jour."),
            ("FREQ=DAILY;FREQ=WEEKLY", "« FREQ » est donné deux fois dans cette règle."),
            ("BYDAY=MO;COUNT=3", "« BYDAY=MO;COUNT=3 » ne dit pas à quel rythme."),
            ("FREQ=SECONDLY", "« FREQ=SECONDLY » n’est pas un rythme."),
        ],
    )
    def test_says_nothing_that_the_standard_forbids_or_that_calendars_read_differently(self, text: str, said: str) -> None:
        assert refused(text)[0].startswith(said)
