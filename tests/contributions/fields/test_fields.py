"""The types of values: what people write is read, and anything else is answered in French with a repair."""

import math
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from contributions.fields import fields
from contributions.fields.recurrence_rule import parsed
from contributions.fields.when import When

NOT_TEXT = st.one_of(st.lists(st.text(max_size=5), max_size=3), st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3))


PARIS = {"vocabularies": {"timezone": {"Europe/Paris": ZoneInfo("Europe/Paris")}}}
"""What the validators of a hub in Paris are given."""


def value(kind: Any, written: Any, context: Any = None) -> Any:
    """What a type reads."""
    return TypeAdapter(kind).validate_python(written, context=context)


def refusal(kind: Any, written: Any) -> tuple[str, str, str]:
    """Code, message and repair of a value that a type refuses."""
    with pytest.raises(ValidationError) as caught:
        value(kind, written)
    (error,) = caught.value.errors(include_url=False)
    message, _, repair = error["msg"].partition(" | ")
    return error["type"], message, repair


def test_a_refusal_says_what_was_written_letter_by_letter() -> None:
    assert refusal(fields.Day, "{demain} %s {{}}")[1] == "« {demain} %s {{}} » n’est pas une date."


def test_a_refusal_is_whole_whatever_bars_were_written() -> None:
    message, repair = refusal(fields.Day, "28/11/2026 | 14h")[1:]
    assert (message.replace("\u00a0", " "), repair) == ("« 28/11/2026 | 14h » n’est pas une date.", "Écrivez AAAA-MM-JJ.")


class TestBooleans:
    @pytest.mark.parametrize("word", ["true", "True", "oui", "OUI", True])
    def test_are_yes_in_both_languages(self, word: object) -> None:
        assert value(fields.Bool, word) is True

    @pytest.mark.parametrize("word", ["false", "non", "Non", False])
    def test_are_no_in_both_languages(self, word: object) -> None:
        assert value(fields.Bool, word) is False

    @pytest.mark.parametrize("word", ["no", "yes", "on", "1", "0", "peut-être"])
    def test_are_no_other_word(self, word: str) -> None:
        assert refusal(fields.Bool, word) == ("E108", f"« {word} » n’est ni oui ni non.", "Écrivez true ou false (ou oui, non).")


class TestNumbers:
    @pytest.mark.parametrize(
        ("written", "number"), [("12", 12), ("1 200", 1200), ("1\u202f200", 1200), ("14\u00a0525", 14525), ("-3", -3), (7, 7)]
    )
    def test_whole_ones_are_read_as_people_write_them(self, written: object, number: int) -> None:
        assert value(fields.Integer, written) == number

    @pytest.mark.parametrize(("written", "number"), [("1.5", 1.5), ("1,5", 1.5), ("2 000,25", 2000.25), ("40", 40), ("40,0", 40)])
    def test_decimals_have_a_comma_or_a_point(self, written: str, number: float) -> None:
        assert value(fields.Number, written) == number

    @given(st.integers(-(10**12), 10**12))
    def test_any_integer_survives_french_writing(self, number: int) -> None:
        assert value(fields.Integer, f"{number:,}".replace(",", "\u202f")) == number

    @pytest.mark.parametrize("written", ["douze", "12 m", "1.5", "environ 40", "12-15", "²"])
    def test_refuse_what_is_not_a_whole_number(self, written: str) -> None:
        assert refusal(fields.Integer, written) == (
            "E107",
            f"« {written} » n’est pas un nombre entier.",
            "Écrivez le nombre seul, en chiffres, sans unité.",
        )

    @pytest.mark.parametrize("written", ["40 m²", "nan", "inf", "1e5", "1,2,3"])
    def test_refuse_what_is_not_a_decimal(self, written: str) -> None:
        assert refusal(fields.Number, written)[0] == "E107"

    @given(st.text(alphabet="0123456789,. -", max_size=400))
    def test_are_always_finite(self, written: str) -> None:
        with suppress(ValidationError):
            assert math.isfinite(value(fields.Number, written))

    def test_too_many_digits_are_no_number(self) -> None:
        assert refusal(fields.Number, "9" * 400)[0] == "E107"

    def test_counts_are_not_negative(self) -> None:
        with pytest.raises(ValidationError):
            value(fields.Count, "-1")


class TestDays:
    def test_are_read_with_their_day(self) -> None:
        assert value(fields.Day, "2026-11-21") == date(2026, 11, 21)

    @pytest.mark.parametrize(
        ("written", "repair"),
        [
            ("2026-11", "Écrivez aussi le jour : 2026-11-JJ."),
            ("2026", "Écrivez aussi le jour : 2026-MM-JJ."),
            ("2026-11-21 10:00", "Écrivez 2026-11-21, sans heure."),
        ],
    )
    def test_are_neither_more_nor_less_precise(self, written: str, repair: str) -> None:
        assert refusal(fields.Day, written) == ("E103", f"« {written} » n’est pas un jour.", repair)

    def test_a_moment_is_a_day_or_a_time(self) -> None:
        assert value(fields.Moment, "2026-11-21 10:00") == When.parse("2026-11-21 10:00")
        assert refusal(fields.Moment, "2026-11")[2] == "Écrivez aussi le jour : 2026-11-JJ."

    def test_a_precision_may_be_a_month(self) -> None:
        assert value(fields.Precision, "2023-11").precision == "month"


class TestAddresses:
    @pytest.mark.parametrize("url", ["https://exemple.fr", "http://a.b/c?d=é#f", "HTTPS://EXEMPLE.FR/x"])
    def test_of_the_web_are_whole(self, url: str) -> None:
        assert value(fields.Url, url) == url

    @pytest.mark.parametrize(
        "url",
        [
            "javascript:alert(1)",
            "data:text/html,x",
            "//exemple.fr",
            "https://",
            "https://a b",
            "ftp://exemple.fr",
            "https://x\ny",
        ],
    )
    def test_of_the_web_are_nothing_else(self, url: str) -> None:
        code, message, repair = refusal(fields.Url, url)
        assert (code, repair) == ("E112", "Écrivez l’adresse entière, avec https:// devant.")
        assert message == f"« {url} » n’est pas une adresse web."

    @pytest.mark.parametrize("email", ["contact@exemple.fr", "a.b+c@sous.domaine.org"])
    def test_of_mail_have_a_domain(self, email: str) -> None:
        assert value(fields.Email, email) == email

    @pytest.mark.parametrize("email", ["mailto:a@b", "contact at exemple.fr", "a@b", "a@@b.fr", "a b@c.fr"])
    def test_of_mail_are_nothing_else(self, email: str) -> None:
        assert refusal(fields.Email, email)[0] == "E113"

    @pytest.mark.parametrize("slug", ["Nuit", "nuit_noire", "nuit noire", "été", "nuit.md", "-nuit", "nuit--noire", ""])
    def test_of_a_contribution_are_its_file_name(self, slug: str) -> None:
        assert refusal(fields.Slug, slug)[0] == "E115"

    @pytest.mark.parametrize("path", ["../secret", "images/../../secret", "images\\x", "C:/x", "https://x/y.png"])
    def test_of_a_file_stay_in_content(self, path: str) -> None:
        assert refusal(fields.File, path)[0] == "E118"

    def test_of_a_file_may_begin_with_a_bar(self) -> None:
        assert value(fields.File, "/images/a.svg") == "images/a.svg"

    def test_of_a_related_contribution_have_kind_and_name(self) -> None:
        assert value(fields.Related, "/event/nuit/") == "event/nuit"

    @pytest.mark.parametrize("named", [fields.Named, fields.Related])
    def test_that_name_another_contribution_may_be_a_title_which_the_rules_know(self, named: Any) -> None:
        assert value(named, "Nuit des étoiles") == "Nuit des étoiles"

    def test_of_one_contribution_of_a_known_kind_need_a_letter(self) -> None:
        assert refusal(fields.Named, "…")[0] == "E115"


class TestRules:
    @pytest.mark.parametrize(
        "rule", ["FREQ=WEEKLY;BYDAY=TU;COUNT=10", "FREQ=DAILY;UNTIL=20261231", "FREQ=MONTHLY;BYDAY=2SA;UNTIL=20270131T235959"]
    )
    def test_of_rfc_5545_are_read(self, rule: str) -> None:
        assert value(fields.Rule, rule) == rule

    def test_may_keep_their_prefix(self) -> None:
        assert value(fields.Rule, "RRULE:FREQ=DAILY;COUNT=2") == "FREQ=DAILY;COUNT=2"

    @pytest.mark.parametrize(
        ("written", "here"),
        [
            ("20261231T170000Z", "20261231T180000"),
            ("20260630T160000Z", "20260630T180000"),
            ("20261231T230000Z", "20270101T000000"),
            ("20261231T180000", "20261231T180000"),
            ("99991231T235959Z", "99991231T235959"),
            ("20261231Z", "20261231"),
            ("20261231", "20261231"),
        ],
    )
    def test_end_in_local_time_also_where_calendars_give_universal_time(self, written: str, here: str) -> None:
        told = value(fields.Rule, f"FREQ=WEEKLY;UNTIL={written};BYDAY=TU", PARIS)
        assert told == f"FREQ=WEEKLY;UNTIL={here};BYDAY=TU"

    @given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
    def test_that_end_in_universal_time_keep_their_last_session(self, last: datetime) -> None:
        told = value(fields.Rule, f"FREQ=DAILY;UNTIL={last:%Y%m%dT%H%M%S}Z", PARIS)
        until = parsed(told).until
        assert until is not None
        assert until == last.replace(microsecond=0).astimezone(ZoneInfo("Europe/Paris")).replace(tzinfo=None)

    @pytest.mark.parametrize("rule", ["tous les mardis", "FREQ=DAILY\nCOUNT=3", "RDATE:20261006T180000", "FREQ=DAILY;BYEASTER=0;COUNT=3"])
    def test_are_nothing_that_a_calendar_could_not_read(self, rule: str) -> None:
        assert refusal(fields.Rule, rule) == (
            "E116",
            f"« {rule} » n’est pas une règle de répétition.",
            "Suivez la RFC 5545, par exemple FREQ=WEEKLY;BYDAY=TU;COUNT=10.",
        )

    @pytest.mark.parametrize(
        "rule", ["FREQ=WEEKLY;BYDAY=MA", "COUNT=3", "FREQ=WEEKLY;UNTIL=2026-12-31", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=0"]
    )
    def test_are_told_what_is_wrong_with_them(self, rule: str) -> None:
        assert refusal(fields.Rule, rule)[0] == "E116"


READ = (
    fields.Bool,
    fields.Integer,
    fields.Number,
    fields.Day,
    fields.Moment,
    fields.Url,
    fields.Email,
    fields.Slug,
    fields.File,
    fields.Rule,
)
"""The types that read a value out of text."""


class TestEveryType:
    @pytest.mark.parametrize("kind", [fields.Text, *READ])
    @given(written=NOT_TEXT)
    def test_says_that_a_list_or_a_group_is_no_value(self, kind: Any, written: object) -> None:
        assert refusal(kind, written) == (
            "E104",
            "Un texte est attendu ici, pas une liste ni un groupe.",
            "Écrivez la valeur sur la même ligne que la clé.",
        )

    @pytest.mark.parametrize("kind", [*READ, fields.Related])
    @given(written=st.text(max_size=30))
    def test_reads_any_text_or_refuses_it_with_words(self, kind: Any, written: str) -> None:
        try:
            value(kind, written)
        except ValidationError as error:
            (details,) = error.errors(include_url=False)
            assert details["type"].startswith("E")
            assert " | " in details["msg"]
