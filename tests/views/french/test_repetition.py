"""A repetition as a sentence: what it says of days is so."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from contributions.fields.recurrence_rule import RuleError, parsed
from contributions.fields.when import When
from contributions.models.event import Recurrence
from contributions.record.occurrences import expand
from contributions.record.values import Occurrence
from views.french import repetition
from views.french.dates import WEEKDAYS, day_month, days

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def said(start: str, end: str, rule: str, *left_out: str, since: str = "2026-01-01", known_year: int | None = 2026) -> str:
    """The sentence, with ordinary spaces."""
    recurrence = Recurrence.model_validate(
        {"start": When.parse(start), "end": When.parse(end), "rule": rule, "except": tuple(map(date.fromisoformat, left_out))}
    )
    shown = [Occurrence("1", first, last, "tous", "programme", None) for first, last in expand(recurrence)]
    text = repetition.sentence(recurrence, shown, date.fromisoformat(since), known_year)
    return plain(text)


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class TestTheRhythm:
    @pytest.mark.parametrize(
        ("rule", "words"),
        [
            ("FREQ=DAILY;COUNT=9", "tous les jours"),
            ("FREQ=DAILY;INTERVAL=2;COUNT=9", "un jour sur deux"),
            ("FREQ=DAILY;INTERVAL=10;COUNT=9", "un jour sur 10"),
            ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=9", "du lundi au vendredi"),
            ("FREQ=WEEKLY;COUNT=9", "les mardis"),
            ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=9", "les mardis et jeudis"),
            ("FREQ=WEEKLY;BYDAY=MO,WE,SA;COUNT=9", "les lundis, mercredis et samedis"),
            ("FREQ=WEEKLY;BYDAY=WE,TU,TH;COUNT=9", "du mardi au jeudi"),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=9", "tous les jours"),
            ("FREQ=WEEKLY;INTERVAL=2;COUNT=9", "un mardi sur deux"),
            ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,FR;COUNT=9", "une semaine sur trois, le mardi et le vendredi"),
            ("FREQ=WEEKLY;BYMONTH=9,10,11,12;COUNT=9", "les mardis, de septembre à décembre"),
            ("FREQ=WEEKLY;BYMONTH=3,10;COUNT=9", "les mardis, en mars et octobre"),
            ("FREQ=MONTHLY;COUNT=9", "le 6 du mois"),
            ("FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=9", "le 1er et le 15 du mois"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1,5;COUNT=9", "le 5 et le dernier jour du mois"),
            ("FREQ=MONTHLY;BYDAY=1TU;COUNT=9", "le premier mardi du mois"),
            ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=9", "le dernier vendredi du mois"),
            ("FREQ=MONTHLY;BYDAY=3TU,1TU;COUNT=9", "le premier et le troisième mardi du mois"),
            ("FREQ=MONTHLY;BYDAY=2SA,-1SU;COUNT=9", "le deuxième samedi et le dernier dimanche du mois"),
            ("FREQ=MONTHLY;BYDAY=TU;COUNT=9", "les mardis"),
            ("FREQ=MONTHLY;INTERVAL=2;BYDAY=2SA;COUNT=9", "tous les deux mois, le deuxième samedi"),
            ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,3;COUNT=9", "le premier et le troisième mardi du mois"),
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=9", "le dernier jour de semaine du mois"),
            ("FREQ=YEARLY;COUNT=9", "chaque année, le 6 octobre"),
            ("FREQ=YEARLY;INTERVAL=2;COUNT=3", "tous les deux ans, le 6 octobre"),
            ("FREQ=YEARLY;BYMONTH=8;BYDAY=1SU;COUNT=9", "chaque année, le premier dimanche d’août"),
            ("FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=1;COUNT=9", "chaque année, le 1er du mois, en mars et juin"),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=9", "chaque année, le dernier jour de février"),
            ("FREQ=YEARLY;BYDAY=1MO;COUNT=9", "chaque année, le premier lundi de l’année"),
        ],
    )
    def test_is_said_in_few_words(self, rule: str, words: str) -> None:
        assert said("2026-10-06 14:00", "2026-10-06 16:00", rule).partition(" de 14 h")[0].rstrip(",") == words

    @pytest.mark.parametrize(
        "rule",
        [
            "FREQ=YEARLY;BYWEEKNO=40;BYDAY=MO;COUNT=9",
            "FREQ=YEARLY;BYYEARDAY=100;COUNT=9",
            "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=9",
            "FREQ=MONTHLY;BYDAY=TU,SA;BYSETPOS=2;COUNT=9",
            "FREQ=MONTHLY;BYMONTHDAY=-7;COUNT=9",
            "FREQ=YEARLY;BYDAY=20MO;COUNT=9",
        ],
    )
    def test_that_has_no_short_words_counts_its_dates(self, rule: str) -> None:
        assert said("2026-10-06 14:00", "2026-10-06 16:00", rule).startswith("9 dates, de 14 h à 16 h, du ")


class TestTheHours:
    @pytest.mark.parametrize(
        ("start", "end", "words"),
        [
            ("2026-10-06 14:00", "2026-10-06 16:00", "les mardis de 14 h à 16 h"),
            ("2026-10-06 21:00", "2026-10-07 00:30", "les mardis de 21 h à 0 h 30"),
            ("2026-10-06 14:00", "2026-10-06 14:00", "les mardis à 14 h"),
            ("2026-10-06 10:00", "2026-10-07 18:00", "les mardis de 10 h à 18 h le lendemain"),
            ("2026-10-06 10:00", "2026-10-08 18:00", "les mardis de 10 h à 18 h 2 jours plus tard"),
            ("2026-10-06", "2026-10-06", "les mardis"),
            ("2026-10-06", "2026-10-08", "les mardis pendant 3 jours"),
        ],
    )
    def test_say_when_it_begins_and_ends(self, start: str, end: str, words: str) -> None:
        assert said(start, end, "FREQ=WEEKLY;COUNT=3") == f"{words}, du 6 au 20 octobre"

    def test_of_several_times_a_day_are_all_said(self) -> None:
        text = said("2026-10-06 09:00", "2026-10-06 10:30", "FREQ=DAILY;BYHOUR=9,14;COUNT=6")
        assert text == "tous les jours de 9 h à 10 h 30 et de 14 h à 15 h 30, du 6 au 8 octobre"

    def test_of_very_many_times_a_day_are_counted(self) -> None:
        text = said("2026-10-06 09:00", "2026-10-06 09:20", "FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,30;COUNT=12")
        assert text == "tous les jours 6 fois par jour, du 6 au 7 octobre"

    def test_are_those_of_the_clock_on_both_sides_of_its_change(self) -> None:
        assert (
            said("2026-10-20 18:00", "2026-10-20 20:00", "FREQ=WEEKLY;COUNT=3") == "les mardis de 18 h à 20 h, du 20 octobre au 3 novembre"
        )


class TestTheSpan:
    def test_says_the_years_where_there_are_two(self) -> None:
        text = said("2026-12-01 14:00", "2026-12-01 16:00", "FREQ=WEEKLY;UNTIL=20270131")
        assert text == "les mardis de 14 h à 16 h, du 1er décembre 2026 au 26 janvier 2027"

    def test_says_the_year_unless_it_goes_without_saying(self) -> None:
        assert said("2027-03-02", "2027-03-02", "FREQ=WEEKLY;COUNT=2").endswith("du 2 au 9 mars 2027")
        assert said("2027-03-02", "2027-03-02", "FREQ=WEEKLY;COUNT=2", known_year=2027).endswith("du 2 au 9 mars")

    def test_of_what_has_begun_says_how_long_it_goes_on(self) -> None:
        assert said("2026-10-06", "2026-10-06", "FREQ=WEEKLY;COUNT=4", since="2026-10-07") == "les mardis, jusqu’au 27 octobre"

    def test_that_nobody_has_ended_says_no_end(self) -> None:
        assert said("2026-10-06", "2026-10-06", "FREQ=WEEKLY") == "les mardis, à partir du 6 octobre"
        assert said("2026-10-06", "2026-10-06", "FREQ=WEEKLY", "2026-10-27", since="2026-10-07") == "les mardis, sauf le 27 octobre"

    def test_of_what_is_over_says_all_of_it(self) -> None:
        assert said("2026-10-06", "2026-10-06", "FREQ=WEEKLY;COUNT=4", since="2027-01-01") == "les mardis, du 6 au 27 octobre"


class TestExceptions:
    @pytest.mark.parametrize(
        ("left_out", "words"),
        [
            (("2026-10-27",), "sauf le 27 octobre"),
            (("2026-10-27", "2026-11-03"), "sauf le 27 octobre et le 3 novembre"),
            (("2026-10-13", "2026-10-27", "2026-12-01"), "sauf les 13 et 27 octobre et le 1er décembre"),
            (("2026-10-28",), ""),
            (("2026-10-06", "2027-01-05"), ""),
        ],
    )
    def test_are_the_dates_that_the_rule_would_give(self, left_out: tuple[str, ...], words: str) -> None:
        text = said("2026-10-06 14:00", "2026-10-06 16:00", "FREQ=WEEKLY;UNTIL=20261231", *left_out)
        span = f"du {'13' if '2026-10-06' in left_out else '6'} octobre au 29 décembre"
        assert text == ", ".join(filter(None, ("les mardis de 14 h à 16 h", span, words)))

    def test_say_no_month_that_was_just_said(self) -> None:
        assert said("2026-10-06 14:00", "2026-10-06 16:00", "FREQ=WEEKLY;UNTIL=20261031", "2026-10-20") == (
            "les mardis de 14 h à 16 h, du 6 au 27 octobre, sauf le 20"
        )

    def test_that_are_over_are_not_named(self) -> None:
        assert "sauf" not in said("2026-10-06", "2026-10-06", "FREQ=WEEKLY;UNTIL=20261231", "2026-10-13", since="2026-11-01")

    def test_that_are_many_are_counted(self) -> None:
        left_out = [str(date(2026, 10, 13) + timedelta(weeks=week)) for week in range(8)]
        assert said("2026-10-06", "2026-10-06", "FREQ=WEEKLY;UNTIL=20261231", *left_out).endswith("sauf 8 dates")


numbers = st.lists(st.integers(-5, 31).filter(bool), min_size=1, max_size=3, unique=True)
days_of_week = st.lists(
    st.builds("{}{}".format, st.sampled_from(["", "1", "2", "-1", "5", "-3"]), st.sampled_from(CODES)), min_size=1, max_size=3
)
rules = st.builds(
    lambda frequency, parts: ";".join((f"FREQ={frequency}", *parts)),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.lists(
        st.one_of(
            days_of_week.map(lambda found: f"BYDAY={','.join(found)}"),
            numbers.map(lambda found: f"BYMONTHDAY={','.join(map(str, found))}"),
            st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True).map(lambda found: f"BYMONTH={','.join(map(str, found))}"),
            st.sampled_from([1, -1, 2]).map("BYSETPOS={}".format),
            st.integers(1, 8).map("INTERVAL={}".format),
            st.integers(2, 12).map("COUNT={}".format),
        ),
        max_size=4,
        unique_by=lambda part: part.partition("=")[0],
    ),
)


@given(rules, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_a_sentence_of_any_rule_says_where_its_dates_end(rule: str, start: date) -> None:
    try:
        parsed(rule)
    except RuleError:
        assume(False)
    recurrence = Recurrence.model_validate({"start": When.parse(f"{start} 18:00"), "end": When.parse(f"{start} 20:00"), "rule": rule})
    dated = [first.day for first, _last in expand(recurrence)]
    assume(len(dated) > 1)
    text = said(f"{start} 18:00", f"{start} 20:00", rule, since="2020-01-01", known_year=None)
    assert "de 18 h à 20 h" in text
    first, last = dated[0], dated[-1]
    if "COUNT=" in rule:
        assert text.endswith(plain(days(first, last)))
    else:
        assert text.endswith(f"à partir du {plain(day_month(first))}")
    if text[0].isdigit():
        assert text.startswith(f"{len(dated):,} date".replace(",", " "))


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.sets(st.sampled_from(range(7)), min_size=1),
    st.integers(1, 4),
    st.integers(2, 30),
    st.sampled_from([None, (3,), (9, 10, 11), (1, 12)]),
)
def test_the_weekdays_and_the_last_day_of_a_sentence_are_those_of_the_dates(
    start: date, chosen: set[int], interval: int, count: int, months: tuple[int, ...] | None
) -> None:
    rule = f"FREQ=WEEKLY;INTERVAL={interval};COUNT={count};BYDAY={','.join(CODES[day] for day in sorted(chosen))}"
    if months:
        rule += f";BYMONTH={','.join(map(str, months))}"
    given_dates = [moment.date() for moment in rrulestr(rule, dtstart=datetime.combine(start, time(18)))]
    text = said(f"{start} 18:00", f"{start} 20:00", rule, since="2020-01-01", known_year=None)
    if given_dates[-1].year - start.year >= 10:
        return  # no rule is followed further
    named = {day for day, name in enumerate(WEEKDAYS) if name in text}
    if "tous les jours" in text:
        named = set(range(7))
    elif text.startswith("du "):
        named = set(range(min(named), max(named) + 1))
    assert named >= {day.weekday() for day in given_dates}
    assert named == chosen
    last = given_dates[-1]
    assert f"{'1er' if last.day == 1 else last.day} " in text.rpartition("au ")[2] or given_dates[0] == last
    assert str(last.year) in text or given_dates[0] == last
