"""Numbers with their unit: what a composer means is what is read, or nothing is."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.fields.measures import counted, measured, unit_of
from contributions.models.exhibition import Format, Insurance, LoanPrice, LoanTerms, Setup, Visit
from support_limits import in_bounded_time

SIZES: dict[str, dict[str, Fraction]] = {
    "centimètres": {"mm": Fraction(1, 10), "cm": Fraction(1), "m": Fraction(100), "mètres": Fraction(100), "centimètres": Fraction(1)},
    "kilogrammes": {"kg": Fraction(1), "g": Fraction(1, 1000), "tonnes": Fraction(1000), "kilos": Fraction(1), "KG": Fraction(1)},
    "minutes": {"min": Fraction(1), "minutes": Fraction(1), "h": Fraction(60), "heures": Fraction(60)},
    "jours": {"jours": Fraction(1), "j": Fraction(1), "semaines": Fraction(7)},
    "euros": {"€": Fraction(1), "euros": Fraction(1), "EUR": Fraction(1)},
    "mètres carrés": {"m²": Fraction(1), "m2": Fraction(1), "mètres carrés": Fraction(1)},
}
"""How much each is of the unit of a key, as the International System and the calendar have it."""
KEYS = st.sampled_from([(unit, other, size) for unit, others in SIZES.items() for other, size in others.items()])
HALVES = st.integers(2, 4000).map(lambda twice: Fraction(twice, 2))
BLANKS = st.sampled_from(["", " ", "\u00a0", "\u202f"])


def french(number: Fraction) -> str:
    """A number as people write it."""
    whole, half = divmod(number, 1)
    return f"{whole},5" if half else str(whole)


class TestANumberWithItsUnit:
    @given(KEYS, HALVES, BLANKS, st.sampled_from([str, str.upper]))
    def test_is_read_in_the_unit_of_its_key(
        self, key: tuple[str, str, Fraction], number: Fraction, blank: str, case: Callable[[str], str]
    ) -> None:
        unit, other, size = key
        assert Fraction(measured(case(f"{french(number)}{blank}{other}"), unit)) == number * size

    @given(KEYS, HALVES, HALVES, st.sampled_from([" à ", "-", " ou ", " / ", " x ", "–"]))
    def test_is_none_where_two_are_written(self, key: tuple[str, str, Fraction], one: Fraction, other: Fraction, between: str) -> None:
        assert measured(f"{french(one)}{between}{french(other)} {key[1]}", key[0]) == ""

    @given(
        KEYS,
        HALVES,
        st.sampled_from(["environ {}", "{} environ", "moins de {}", "{} par caisse", "{} (sans caisse)", "~{}", "{} ?", "-{}"]),
    )
    def test_is_none_where_words_say_more(self, key: tuple[str, str, Fraction], number: Fraction, around: str) -> None:
        assert measured(around.format(f"{french(number)} {key[1]}"), key[0]) == ""

    @given(KEYS, KEYS, HALVES)
    def test_is_none_in_a_unit_of_another_sort(
        self, key: tuple[str, str, Fraction], other: tuple[str, str, Fraction], number: Fraction
    ) -> None:
        if other[1] not in SIZES[key[0]]:
            assert measured(f"{french(number)} {other[1]}", key[0]) == ""

    @given(
        st.integers(1, 9), st.integers(0, 59), st.sampled_from(["{}h{:02}", "{} h {:02}", "{}h {:02} min", "{} heures et {:02} minutes"])
    )
    def test_may_be_hours_and_minutes(self, hours: int, minutes: int, form: str) -> None:
        assert measured(form.format(hours, minutes), "minutes") == str(60 * hours + minutes)

    @pytest.mark.parametrize(
        ("written", "unit", "number"),
        [
            ("45 kg", "kilogrammes", "45"), ("3 semaines", "jours", "21"), ("deux semaines", "jours", "14"), ("1,2 m", "centimètres", "120"),
            ("1h30", "minutes", "90"), ("1 500 €", "euros", "1500"), ("0,8 m³", "mètres cubes", "0.8"), ("Poids : 45 kg", "kilogrammes", "45"),
            ("2 mois", "jours", ""), ("1.200 kg", "kilogrammes", ""), ("1h5", "minutes", ""), ("1h75", "minutes", ""),
            ("1 m 20", "centimètres", ""), ("45", "kilogrammes", ""), ("45 lbs", "kilogrammes", ""), ("", "jours", ""),
        ],
    )  # fmt: skip
    def test_by_examples(self, written: str, unit: str, number: str) -> None:
        assert measured(written, unit) == number

    @pytest.mark.parametrize("many", ["1", " ", "a", "1 ", "a ", "1 111", "1 m ", "un ", "et ", ", "])
    def test_is_none_where_no_number_is_so_long(self, many: str) -> None:
        with in_bounded_time():
            assert measured(f"1{many * 100_000}m", "mètres") == ""

    def test_may_be_what_the_key_counts(self) -> None:
        assert measured("12 panneaux", "", "Panneaux") == "12"
        assert measured("12 roll-ups", "", "Panneaux") == ""

    def test_may_be_a_word(self) -> None:
        assert [counted(word) for word in ("douze", "Une", "une douzaine", "")] == ["12", "1", "", ""]


class TestTheUnitOfAKey:
    @pytest.mark.parametrize("group", [Format, Setup, Visit, LoanTerms, LoanPrice, Insurance])
    def test_stands_in_its_help_where_it_has_one(self, group: type[Format]) -> None:
        units = {
            "_cm": "centimètres",
            "_m": "mètres",
            "_m2": "mètres carrés",
            "_m3": "mètres cubes",
            "_kg": "kilogrammes",
            "_days": "jours",
        }
        for name, field in group.model_fields.items():
            for ending, unit in units.items():
                if name.endswith(ending):
                    assert unit_of(field.description or "") == unit

    def test_is_none_where_the_help_names_none(self) -> None:
        assert unit_of("En tout.") == unit_of("En quelques mots, si l’entrée se paie.") == ""
