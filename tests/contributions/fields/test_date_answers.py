"""What is answered to a text that is no date: the repair that `--fix` writes where it is sure, else advice, in exact words."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.fields.date_answers import SENTENCES, Answer, Asked, Wanted, answer
from contributions.fields.when import When

PARIS = ZoneInfo("Europe/Paris")
NOT_UNDERSTOOD = "Écrivez AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM."


def of_start(text: str) -> Answer:
    """The answer to the start of a slot."""
    return answer(text, Asked("moment", "start", PARIS))


def of_day(text: str, key: str = "date") -> Answer:
    """The answer to a key that wants a day."""
    return answer(text, Asked("day", key, PARIS))


SURE = {
    "13/10/2026": "2026-10-13",
    "03/04/2027": "2027-04-03",
    "3.4.2027": "2027-04-03",
    "13-10-2026": "2026-10-13",
    "2026/10/13": "2026-10-13",
    "20261013": "2026-10-13",
    "13-oct.-2026": "2026-10-13",
    "1er mars 2027": "2027-03-01",
    "1ER MARS 2027": "2027-03-01",
    "12 nov. 2026": "2026-11-12",
    "12 fevr 2027": "2027-02-12",
    "October 13, 2026": "2026-10-13",
    "le mardi 13 octobre 2026": "2026-10-13",
    "Mar. 13 oct. 2026": "2026-10-13",
    "mardi 13 octobre 2026 à 14h": "2026-10-13 14:00",
    "Mardi 13 octobre 2026, 14 H 30": "2026-10-13 14:30",
    "13 octobre 2026 - 14:30": "2026-10-13 14:30",
    "13 octobre 2026 à 18 heures": "2026-10-13 18:00",
    "18h30 le 13 octobre 2026": "2026-10-13 18:30",
    "2026-11-21 9:30": "2026-11-21 09:30",
    "2026-11-21 14:00:30": "2026-11-21 14:00",
    "2027-01-07 18.00": "2027-01-07 18:00",
    "2027-01-07 2:30 PM": "2027-01-07 14:30",
    "7 janvier 2027 12 a.m.": "2027-01-07 00:00",
    "7 janvier 2027 à 6h du soir": "2027-01-07 18:00",
    "7 janvier 2027 à 8h30 du matin": "2027-01-07 08:30",
    "7 janvier 2027 à 3 h de l’après-midi": "2027-01-07 15:00",
    "7 janvier 2027 à midi": "2027-01-07 12:00",
    "7 janvier 2027 à midi et demi": "2027-01-07 12:30",
    "2027-01-07 24:00": "2027-01-08 00:00",
    "20270107T180000": "2027-01-07 18:00",
    "7 janvier 2027 à 18h (heure de Paris)": "2027-01-07 18:00",
}
"""One moment, said otherwise."""

FROM_TO = {
    "du 7 au 9 janvier 2027": ("2027-01-07", "2027-01-09"),
    "2027-01-07/2027-01-09": ("2027-01-07", "2027-01-09"),
    "7-9 janvier 2027": ("2027-01-07", "2027-01-09"),
    "du 28/11 au 30/11/2026": ("2026-11-28", "2026-11-30"),
    "du 28 décembre au 3 janvier 2027": ("2026-12-28", "2027-01-03"),
    "2027-01-07 18:00 - 20:00": ("2027-01-07 18:00", "2027-01-07 20:00"),
    "2027-01-07 08:00-10:00": ("2027-01-07 08:00", "2027-01-07 10:00"),
    "7/1/2027 08:00:00-10:00:00": ("2027-01-07 08:00", "2027-01-07 10:00"),
    "7/1/2027 00:00:00-12:00": ("2027-01-07 00:00", "2027-01-07 12:00"),
    "jeudi 7 janvier 2027 de 18h30 à 20h": ("2027-01-07 18:30", "2027-01-07 20:00"),
    "entre 14h et 17h le 7 janvier 2027": ("2027-01-07 14:00", "2027-01-07 17:00"),
    "7 janvier 2027 de 21h à 1h": ("2027-01-07 21:00", "2027-01-08 01:00"),
    "7 janvier 2027 de 20h à minuit": ("2027-01-07 20:00", "2027-01-08 00:00"),
    "du 7 janvier 2027 à 21h au 8 janvier 2027 à 2h": ("2027-01-07 21:00", "2027-01-08 02:00"),
    "20270107T180000Z/20270107T200000Z": ("2027-01-07 19:00", "2027-01-07 21:00"),
    "14h00/17h00": ("AAAA-MM-JJ 14:00", "AAAA-MM-JJ 17:00"),
    "du 7 au 9 janvier": ("AAAA-01-07", "AAAA-01-09"),
}

APART = {
    "7 et 8 janvier 2027": ["« - start: 2027-01-07 »", "« - start: 2027-01-08 »"],
    "2027-01-07 ou 08": ["« - start: 2027-01-07 »", "« - start: 2027-01-08 »"],
    "7, 8 et 9 janvier 2027": ["« - start: 2027-01-07 »", "« - start: 2027-01-08 »", "« - start: 2027-01-09 »"],
    "7 janvier 2027 à 14h et 16h": ["« - start: 2027-01-07 14:00 »", "« - start: 2027-01-07 16:00 »"],
    "7/01/2027 à 14h et à 16h": ["« - start: 2027-01-07 14:00 »", "« - start: 2027-01-07 16:00 »"],
    "9 et 10 janvier 2027 de 14h à 18h": [
        "« - start: 2027-01-09 14:00 » et « end: 2027-01-09 18:00 »",
        "« - start: 2027-01-10 14:00 » et « end: 2027-01-10 18:00 »",
    ],
    "du 7 au 12 janvier 2027 à 14h": [
        "« - start: 2027-01-07 14:00 »",
        "« - start: 2027-01-08 14:00 »",
        "…",
        "« - start: 2027-01-12 14:00 »",
    ],
}

UNSURE = {
    "27-01-07 18:00": "L’année n’a que deux chiffres : écrivez 2007-01-27 18:00 ou 2027-01-07 18:00.",
    "01/02/03": "L’année n’a que deux chiffres : écrivez 2003-02-01 ou 2001-02-03.",
    "13/10/26": "L’année n’a que deux chiffres : écrivez 2026-10-13 ou 2013-10-26.",
    "13 octobre 26": "L’année n’a que deux chiffres : écrivez 2026-10-13.",
    "31/12/99": "L’année n’a que deux chiffres : écrivez 1999-12-31.",
    "10/13/2026": "Il n’y a pas de mois 13 : écrivez AAAA-MM-JJ.",
    "2019-13": "Il n’y a pas de mois 13 : écrivez AAAA-MM-JJ.",
    "2024-00-02": "Il n’y a pas de mois 00 : écrivez AAAA-MM-JJ.",
    "31/02/2026": "Février 2026 a 28 jours : écrivez AAAA-MM-JJ.",
    "2019-06-39": "Juin 2019 a 30 jours : écrivez AAAA-MM-JJ.",
    "13 octobre": "Écrivez AAAA-10-13.",
    "13/10": "Écrivez AAAA-10-13.",
    "13 octobre à 14h": "Écrivez AAAA-10-13 14:00.",
    "2:30 PM": "Écrivez AAAA-MM-JJ 14:30.",
    "à 6h du soir": "Écrivez AAAA-MM-JJ 18:00.",
    "octobre 2026": "Écrivez aussi le jour : 2026-10-JJ.",
    "7 janvier 2027 à minuit": "Minuit se lit de deux façons : écrivez 2027-01-07 00:00 (au début de ce jour) ou 2027-01-08 00:00 (à la fin).",
}

NO_DATES = (
    "vers 14 h", "2027-01-07 vers 14h", "environ 2027", "mi-octobre 2026", "fin octobre 2026", "13 octobre 2026 à confirmer", "13 octobre 2026 ?",
    "14h sauf le 20", "date limite 13 octobre 2026", "avant le 13 octobre 2026", "à partir du 13 octobre 2026", "tous les mardis à 14h",
    "13 octobre 2026 (sous réserve)", "2 h du soir le 7 janvier 2027", "14:30 PM 7 janvier 2027", "7 janvier 2027 25:00", "7 janvier 2027 18:60",
    "2026-10-13-03:00", "2027-07-14 14:00 CET", "13.10 18:00", "2027-01-07 18:00 EST", "7 janvier 2027 18h heure de Londres", "2027-01-07T18:00:00+02:00[Europe/Paris]", "32 octobre", "7 8 9",
    "٢٠٢٧/٠١/٠٧", "du 9 au 7 janvier 2027", "2027-01-07 2027-01-08", "21er mars 2027", "0/0/2027 ou", "-", "", "bientôt", "3 brumaire",
)  # fmt: skip


class TestOneMoment:
    @pytest.mark.parametrize("text", SURE)
    def test_said_otherwise_is_written_as_it_was_meant(self, text: str) -> None:
        assert of_start(text) == Answer(f"« {text} » n’est pas une date.", f"Écrivez {SURE[text]}.", SURE[text])

    @pytest.mark.parametrize("text", SURE)
    def test_is_its_day_where_a_day_is_wanted_but_keeps_the_hour_that_somebody_wrote(self, text: str) -> None:
        told, day = of_day(text), SURE[text][:10]
        if "24:00" in text:
            assert told == Answer(f"« {text} » n’est pas un jour.", "Écrivez 2027-01-07, sans heure.")
        elif " " in SURE[text]:
            assert told == Answer(f"« {text} » n’est pas un jour.", f"Écrivez {day}, sans heure.")
        else:
            assert told == Answer(f"« {text} » n’est pas une date.", f"Écrivez {day}.", day)

    @pytest.mark.parametrize(("text", "iso"), [("octobre 2026", "2026-10"), ("10/2026", "2026-10"), ("OCT. 2026", "2026-10")])
    def test_may_be_a_month_where_no_more_need_be_known(self, text: str, iso: str) -> None:
        assert answer(text, Asked("when", "acquired", PARIS)) == Answer(f"« {text} » n’est pas une date.", f"Écrivez {iso}.", iso)

    @pytest.mark.parametrize("text", UNSURE)
    def test_that_is_not_sure_is_only_advice(self, text: str) -> None:
        assert of_start(text) == Answer(f"« {text} » n’est pas {'un jour' if text == 'octobre 2026' else 'une date'}.", UNSURE[text])

    @pytest.mark.parametrize("text", NO_DATES)
    def test_with_words_or_digits_that_are_not_understood_is_nothing(self, text: str) -> None:
        assert of_start(text) == Answer(f"« {text} » n’est pas une date.", NOT_UNDERSTOOD)
        assert of_day(text) == Answer(f"« {text} » n’est pas une date.", "Écrivez AAAA-MM-JJ.")

    @pytest.mark.parametrize("text", ["lundi 13 octobre 2026", "Lun. 13/10/2026", "Mon, 13 Oct 2026"])
    def test_on_another_day_of_the_week_than_is_said_is_not_sure(self, text: str) -> None:
        repair = "Écrivez 2026-10-13 si c’est bien ce jour-là, ou corrigez la date."
        assert of_start(text) == of_day(text) == Answer(f"« {text} » : le 13 octobre 2026 est un mardi.", repair)

    def test_of_another_age_is_a_typing_mistake(self) -> None:
        assert of_day("0026-01-01") == Answer("« 0026-01-01 » : l’année 0026 est improbable.", "Vérifiez l’année.")


class TestAnHourAlone:
    @pytest.mark.parametrize(
        ("start", "text", "iso"),
        [
            ("2026-12-05 14:00", "17:30", "2026-12-05 17:30"),
            ("2026-12-05 14:00", "à 17 h 30", "2026-12-05 17:30"),
            ("2026-12-05 21:00", "1h", "2026-12-06 01:00"),
            ("2026-12-05", "17:30", "2026-12-05 17:30"),
        ],
    )
    def test_is_proposed_on_the_day_of_its_start(self, start: str, text: str, iso: str) -> None:
        told = answer(text, Asked("moment", "end", PARIS, When.parse(start)))
        assert told == Answer(f"« {text} » n’est pas une date.", f"Écrivez {iso}.")

    def test_is_no_day(self) -> None:
        assert of_day("17:30").repair == "Écrivez AAAA-MM-JJ."


class TestSeveral:
    @pytest.mark.parametrize("text", FROM_TO)
    def test_from_one_to_another_are_a_start_and_an_end(self, text: str) -> None:
        start, end = FROM_TO[text]
        assert of_start(text) == Answer(f"« {text} » n’est pas une date.", f"Écrivez « start: {start} » puis, à la ligne, « end: {end} ».")

    @pytest.mark.parametrize("text", APART)
    def test_apart_are_an_entry_each(self, text: str) -> None:
        assert of_start(text) == Answer(f"« {text} » n’est pas une date.", f"Écrivez chaque date à part : {' ; '.join(APART[text])}.")

    @pytest.mark.parametrize("text", ["du 7 au 9 janvier 2027", "7 ou 9 janvier 2027", "7 janvier 2027 à 18h et 9 janvier 2027 à 20h"])
    def test_are_a_choice_where_one_day_is_wanted(self, text: str) -> None:
        assert of_day(text) == Answer(
            f"« {text} » n’est pas une date.", "Une seule date est attendue ici : écrivez 2027-01-07 ou 2027-01-09."
        )

    def test_days_are_a_start_and_an_end_of_a_loan(self) -> None:
        told = of_day("du 7/01/2027 au 9/01/2027", "start")
        assert told.repair == "Écrivez « start: 2027-01-07 » puis, à la ligne, « end: 2027-01-09 »."

    def test_hours_of_one_day_are_that_day_where_a_day_is_wanted(self) -> None:
        text = "2027-01-07 18:00 - 20:00"
        assert of_day(text) == Answer(f"« {text} » n’est pas un jour.", "Écrivez 2027-01-07, sans heure.")


class TestFiguresBesideAnEnglishHour:
    @pytest.mark.parametrize(
        ("text", "dates"),
        [
            ("3/4/2027 6:00 PM", "2027-04-03 18:00 ou 2027-03-04 18:00"),
            ("11/12/2027 2:00 PM", "2027-12-11 14:00 ou 2027-11-12 14:00"),
            ("6:00 PM 3/4/2027", "2027-04-03 18:00 ou 2027-03-04 18:00"),
            ("3/4/27 9 am", "2027-04-03 09:00 ou 2027-03-04 09:00"),
            ("10/13/2026 2:00 PM", "2026-10-13 14:00"),
        ],
    )
    def test_may_have_the_month_first_and_are_never_written(self, text: str, dates: str) -> None:
        assert of_start(text) == Answer(f"« {text} » n’est pas une date.", f"Le jour ou le mois d’abord ? Écrivez {dates}.")

    def test_leave_two_days_where_a_day_is_wanted(self) -> None:
        told = of_day("3/4/2027 6:00 PM")
        assert told == Answer("« 3/4/2027 6:00 PM » n’est pas une date.", "Le jour ou le mois d’abord ? Écrivez 2027-04-03 ou 2027-03-04.")

    @pytest.mark.parametrize("text", ["13/10/2026 2:00 PM", "3/3/2027 6:00 PM", "2027-03-04 6:00 PM", "3/4/2027 18:00"])
    def test_are_one_date_where_the_calendar_or_the_hour_leaves_no_other(self, text: str) -> None:
        assert of_start(text).meant

    @pytest.mark.parametrize("text", ["3/4/2027 6:00 PM - 8:00 PM", "3/4/2027 6 PM et 3/5/2027 6 PM"])
    def test_are_not_told_one_by_one_where_they_are_several(self, text: str) -> None:
        assert of_start(text).repair == "Écrivez AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM."


class TestZones:
    @pytest.mark.parametrize(
        ("text", "said", "iso"),
        [
            ("2027-02-14T09:00:00.000Z", "Z : heure universelle. ", "2027-02-14 10:00"),
            ("2027-07-14T09:00Z", "Z : heure universelle. ", "2027-07-14 11:00"),
            ("20270214T230000Z", "Z : heure universelle. ", "2027-02-15 00:00"),
            ("Wed, 07 Oct 2026 18:00:00 GMT", "GMT : heure universelle. ", "2026-10-07 20:00"),
            ("14 juillet 2027 14:00 CEST", "", "2027-07-14 14:00"),
            ("2027-02-14 18:00 UTC", "UTC : heure universelle. ", "2027-02-14 19:00"),
            ("2027-02-14T18:00:00+01:00", "", "2027-02-14 18:00"),
            ("2027-02-14T18:00:00+02:00", "+02:00 : heure d’un autre fuseau. ", "2027-02-14 17:00"),
            ("2027-02-14T18:00:00-0400", "-04:00 : heure d’un autre fuseau. ", "2027-02-14 23:00"),
            ("2027-02-14T18:00:00.000-04:00", "-04:00 : heure d’un autre fuseau. ", "2027-02-14 23:00"),
            ("2027-02-14 18:00:00 -0400", "-04:00 : heure d’un autre fuseau. ", "2027-02-14 23:00"),
            ("14 février 2027 à 18h (heure de La Réunion)", "Heure de La Réunion : heure d’un autre fuseau. ", "2027-02-14 15:00"),
            ("Sun Feb 14 2027 18:00:00 GMT+0100 (heure normale d’Europe centrale)", "", "2027-02-14 18:00"),
            ("2027-02-14T18:00:00+01:00[Europe/Paris]", "", "2027-02-14 18:00"),
        ],
    )
    def test_are_turned_into_the_hour_of_the_hub(self, text: str, said: str, iso: str) -> None:
        assert of_start(text) == Answer(f"« {text} » n’est pas une date.", f"{said}Écrivez {iso} (heure de Paris).", iso)

    def test_are_turned_into_the_hour_of_any_hub(self) -> None:
        told = answer("2027-02-14T09:00Z", Asked("moment", "start", ZoneInfo("Indian/Reunion")))
        assert (told.meant, told.repair) == ("2027-02-14 13:00", "Z : heure universelle. Écrivez 2027-02-14 13:00 (heure de La Réunion).")

    @pytest.mark.parametrize(
        ("text", "repair", "day"),
        [
            ("2024-10-31T20:57:00.000Z", "Écrivez 2024-10-31, sans heure.", "2024-10-31"),
            ("2024-10-31T23:30:00.000Z", "Z : heure universelle. Écrivez 2024-11-01 (heure de Paris), sans heure.", "2024-11-01"),
        ],
    )
    def test_give_the_day_of_the_hub_where_a_day_is_wanted(self, text: str, repair: str, day: str) -> None:
        assert of_day(text) == Answer(f"« {text} » n’est pas un jour.", repair, day)

    def test_are_not_understood_where_the_hub_s_own_is_not_known(self) -> None:
        assert answer("2027-02-14T09:00Z", Asked("moment", "start")).meant == ""

    @given(
        st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),
        st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters))),
        st.sampled_from([PARIS, ZoneInfo("Indian/Reunion"), ZoneInfo("America/Martinique"), ZoneInfo("Pacific/Noumea")]),
    )
    def test_of_any_offset_mean_the_same_moment(self, naive: datetime, zone: timezone, here: ZoneInfo) -> None:
        moment = naive.replace(tzinfo=zone, microsecond=0)
        told = answer(moment.isoformat(), Asked("moment", "start", here))
        assert told.meant == f"{moment.astimezone(here):%Y-%m-%d %H:%M}"
        universal = answer(f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}", Asked("moment", "start", here))
        assert universal.meant == told.meant


@given(st.text(max_size=60), st.sampled_from(["day", "moment", "when"]), st.sampled_from(["start", "end", "date"]))
def test_any_text_is_answered_in_whole_sentences(text: str, wanted: Wanted, key: str) -> None:
    told = answer(text, Asked(wanted, key, PARIS))
    assert f"« {text} »" in told.message
    assert told.repair.endswith(".")
    assert not told.meant or str(When.parse(told.meant)) == told.meant


def test_no_sentence_for_a_day_offers_an_hour() -> None:
    assert "HH" not in SENTENCES["day"][1]
