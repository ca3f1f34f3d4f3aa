"""Dates with the precision they were written with, and the form to write instead of another."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.fields.when import EARLIEST, LATEST, MONTHS, When, WhenError, iso_form

days = st.dates(date(EARLIEST, 1, 1), date(LATEST, 12, 31))
minutes = st.times().map(lambda t: t.replace(second=0, microsecond=0))
whens = st.one_of(
    days.map(lambda d: When(d.replace(month=1, day=1), None, "year")),
    days.map(lambda d: When(d.replace(day=1), None, "month")),
    days.map(lambda d: When(d, None, "day")),
    st.builds(lambda d, t: When(d, t, "time"), days, minutes),
)


def refused(text: str) -> WhenError:
    """The error of a text that is no date."""
    with pytest.raises(WhenError) as caught:
        When.parse(text)
    return caught.value


class TestWhatIsRead:
    @given(whens)
    def test_every_precision_survives_a_round_trip(self, when: When) -> None:
        assert When.parse(when.iso) == when
        assert When.parse(str(when)) == when

    @pytest.mark.parametrize(
        ("text", "precision", "day", "clock"),
        [
            ("2023", "year", date(2023, 1, 1), None),
            ("2023-11", "month", date(2023, 11, 1), None),
            ("2026-11-21", "day", date(2026, 11, 21), None),
            ("2026-11-21 14:30", "time", date(2026, 11, 21), time(14, 30)),
            ("2026-11-21T14:30", "time", date(2026, 11, 21), time(14, 30)),
            ("2026-11-21 14:30:00", "time", date(2026, 11, 21), time(14, 30)),
            ("2026-11-21 00:00", "time", date(2026, 11, 21), time(0, 0)),
        ],
    )
    def test_a_text_has_the_precision_it_is_written_with(self, text: str, precision: str, day: date, clock: time | None) -> None:
        when = When.parse(text)
        assert (when.precision, when.day, when.clock, when.timed) == (precision, day, clock, clock is not None)

    @given(st.text(max_size=40))
    def test_any_other_text_is_refused_with_words(self, text: str) -> None:
        try:
            When.parse(text)
        except WhenError as error:
            assert error.message.startswith("« ")
            assert error.repair.endswith(".")

    @given(whens)
    def test_the_last_day_is_never_before_the_first(self, when: When) -> None:
        assert when.last_day >= when.day

    def test_the_last_day_of_a_month_and_of_a_year_are_theirs(self) -> None:
        assert When.parse("2024-02").last_day == date(2024, 2, 29)
        assert When.parse("2023").last_day == date(2023, 12, 31)

    @given(whens, whens)
    def test_order_is_that_of_moments(self, one: When, other: When) -> None:
        assert (one < other) == (one.moment < other.moment)

    def test_midnight_is_the_moment_of_a_day(self) -> None:
        assert When.parse("2026-11-21").moment == datetime(2026, 11, 21)


class TestWhatIsProposed:
    @given(days)
    def test_a_french_date_is_proposed_in_iso_form(self, day: date) -> None:
        written = f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"
        assert refused(written).repair == f"Écrivez {day.isoformat()}."

    @given(days, st.sampled_from("/.-"))
    def test_a_numeric_date_is_proposed_in_iso_form(self, day: date, separator: str) -> None:
        written = separator.join((f"{day.day:02}", f"{day.month:02}", f"{day.year:04}"))
        assert refused(written).repair == f"Écrivez {day.isoformat()}."

    @pytest.mark.parametrize(
        ("text", "repair"),
        [
            ("12 nov. 2026", "Écrivez 2026-11-12."),
            ("samedi 21 novembre 2026", "Écrivez 2026-11-21."),
            ("21 novembre", "Écrivez AAAA-11-21."),
            ("1ER MARS 2027", "Écrivez 2027-03-01."),
            ("2026-11-21 14h", "Écrivez 2026-11-21 14:00."),
            ("2026-11-21 14h30", "Écrivez 2026-11-21 14:30."),
            ("2026-11-21 9:30", "Écrivez 2026-11-21 09:30."),
            ("31/02/2026", "Écrivez AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM."),
            ("bientôt", "Écrivez AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM."),
        ],
    )
    def test_what_can_be_guessed_is_proposed(self, text: str, repair: str) -> None:
        assert refused(text).repair == repair

    @given(st.text(max_size=30))
    def test_a_proposal_that_says_all_is_a_date(self, text: str) -> None:
        meant = iso_form(text)
        assert not meant or "A" in meant or When.parse(meant).iso.replace("T", " ") == meant


class TestImpossibleDays:
    @pytest.mark.parametrize(
        ("text", "repair"),
        [
            ("2024-13-02", "Il n’y a pas de mois 13 : écrivez AAAA-MM-JJ."),
            ("2024-00-02", "Il n’y a pas de mois 00 : écrivez AAAA-MM-JJ."),
            ("2019-06-39", "Juin 2019 a 30 jours : écrivez AAAA-MM-JJ."),
            ("2026-02-29", "Février 2026 a 28 jours : écrivez AAAA-MM-JJ."),
            ("2026-11-00", "Novembre 2026 a 30 jours : écrivez AAAA-MM-JJ."),
            ("2026-11-21 24:00", "Écrivez AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM."),
        ],
    )
    def test_say_why_they_are(self, text: str, repair: str) -> None:
        error = refused(text)
        assert error.message == f"« {text} » n’est pas une date."
        assert error.repair == repair

    @pytest.mark.parametrize("year", ["0000", "0026", "1499", "2201", "2926"])
    def test_of_another_age_are_typing_mistakes(self, year: str) -> None:
        error = refused(f"{year}-01-01")
        assert (error.message, error.repair) == (f"« {year}-01-01 » : l’année {year} est improbable.", "Vérifiez l’année.")
