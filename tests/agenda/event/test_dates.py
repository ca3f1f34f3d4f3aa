"""All dates of an event: each once, the next ones open, the rest folded."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.event.dates import ADDED, OPEN, Timetable, timetable
from agenda.event.view import event_data
from contributions.library.library import Library
from support import PLACE, Tree, event, read_library, write

Reading = Callable[[Tree], Library]


def shown(library: Reading, **keys: Any) -> Timetable:
    """The dates of an event as of 21 November 2026."""
    known = library(event("soir", **keys))
    (found,) = known.of("event")
    return timetable(known, found)


def days(first: date, number: int) -> list[dict[str, Any]]:
    return [{"start": f"{first + timedelta(days=n)} 14:00", "end": f"{first + timedelta(days=n)} 16:00"} for n in range(number)]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class TestManyDates:
    def test_stand_open_as_far_as_one_looks(self, library: Reading) -> None:
        found = shown(library, slots=days(date(2026, 12, 1), 10))
        assert len(found.soon) == 10
        assert (found.months, found.past, found.over) == ((), (), "")

    def test_fold_by_month(self, library: Reading) -> None:
        found = shown(library, slots=days(date(2026, 12, 1), 45))
        assert len(found.soon) == OPEN
        assert [(month.label, month.count) for month in found.months] == [("Décembre", "19 dates"), ("Janvier 2027", "14 dates")]
        assert all(showing.adding for month in found.months for showing in month.showings)

    def test_that_are_called_off_are_not_counted(self, library: Reading) -> None:
        slots = [
            {**keys, "status": status}
            for keys, status in zip(days(date(2026, 12, 1), 5), ("annule", "reporte", *3 * ["programme"]), strict=True)
        ]
        assert shown(library, slots=slots).all == "3 dates à venir"
        assert len(shown(library, slots=slots).soon) == 5
        assert shown(library, slots=slots[:3]).all == "Toutes les dates"

    def test_that_are_far_are_told_in_lines_month_by_month(self, library: Reading) -> None:
        found = shown(library, slots=days(date(2026, 12, 1), 400))
        told = [month for month in found.months if month.lines]
        assert len({month.label for month in found.months}) == len(found.months)
        assert [plain(line.when) for line in told[-1].lines] == ["les 1er, 2, 3 et 4, de 14 h à 16 h"]
        assert [plain(line.when) for line in told[-2].lines] == ["tous les jours du 1er au 31, de 14 h à 16 h"]
        assert OPEN + sum(len(month.showings) for month in found.months) <= ADDED

    def test_that_are_over_are_told_in_lines(self, library: Reading) -> None:
        found = shown(library, slots=days(date(2026, 11, 18), 5))
        assert found.over == "3 dates passées"
        assert [plain(line.when) for month in found.past for line in month.lines] == ["les 18, 19 et 20, de 14 h à 16 h"]
        assert [showing.past for showing in found.soon] == [False, False]

    def test_of_a_month_with_other_hours_places_or_states_have_lines_of_their_own(self, library: Reading) -> None:
        slots: list[dict[str, Any]] = days(date(2026, 11, 2), 3)
        slots.append({"start": "2026-11-05 10:00", "end": "2026-11-05 12:00"})
        slots.append({"start": "2026-11-06 14:00", "end": "2026-11-06 16:00", "status": "annule"})
        slots.append({"start": "2026-11-07 14:00", "end": "2026-11-07 16:00", "place": {**PLACE, "name": "La halle"}})
        (november,) = shown(library, slots=slots).past
        told = [(plain(line.when), line.badge.label if line.badge else "", line.place or "") for line in november.lines]
        moulin, halle = "Médiathèque du Moulin, Abbeville (80)", "La halle, Abbeville (80)"
        assert told == [
            ("les 2, 3 et 4, de 14 h à 16 h", "", moulin),
            ("le 5, de 10 h à 12 h", "", moulin),
            ("le 6, de 14 h à 16 h", "Annulé", moulin),
            ("le 7, de 14 h à 16 h", "", halle),
        ]

    def test_known_by_month_or_year_are_told_so(self, library: Reading) -> None:
        assert [plain(line.when) for month in shown(library, slots=[{"start": "2023-10"}]).past for line in month.lines] == ["octobre 2023"]
        assert [month.label for month in shown(library, slots=[{"start": "2022"}]).past] == ["2022"]


class TestADate:
    def test_names_its_place_only_where_there_are_several(self, library: Reading) -> None:
        elsewhere = {**PLACE, "name": "La halle", "city": "Amiens", "postcode": "80000"}
        slots = days(date(2026, 12, 5), 2)
        assert [showing.place for showing in shown(library, slots=slots).soon] == [None, None]
        found = shown(library, slots=[slots[0], {**slots[1], "place": elsewhere}])
        assert [showing.place for showing in found.soon] == ["Médiathèque du Moulin, Abbeville (80)", "La halle, Amiens (80)"]

    def test_on_line_says_so_among_others_that_are_not(self, library: Reading) -> None:
        slots = days(date(2026, 12, 5), 2)
        found = shown(library, slots=[slots[0], {**slots[1], "status": "passe-en-ligne"}], online_url="https://visio.example/")
        assert found.soon[1].place == "En ligne"

    def test_that_is_called_off_cannot_be_added(self, library: Reading) -> None:
        slots = days(date(2026, 12, 5), 2)
        found = shown(library, slots=[slots[0], {**slots[1], "status": "annule"}])
        assert [showing.adding is not None for showing in found.soon] == [True, False]

    def test_says_its_year_only_where_it_is_another(self, library: Reading) -> None:
        found = shown(library, slots=[{"start": "2026-12-05"}, {"start": "2027-01-05"}])
        assert [plain(showing.when) for showing in found.soon] == ["samedi 5 décembre", "mardi 5 janvier 2027"]


class TestARepetition:
    def test_is_a_sentence_and_its_dates(self, library: Reading) -> None:
        rule = {"start": "2026-10-06 18:00", "end": "2026-10-06 19:30", "rule": "FREQ=WEEKLY;UNTIL=20261231", "except": ["2026-12-22"]}
        known = library(event("soir", recurrence=rule))
        (found,) = known.of("event")
        data = event_data(known, found)
        assert plain(data["repetition"]) == "les mardis de 18 h à 19 h 30, jusqu’au 29 décembre, sauf le 22 décembre"
        assert [showing.iso for showing in data["dates"].soon][:2] == ["2026-11-24T18:00", "2026-12-01T18:00"]

    def test_of_which_one_date_is_left_is_that_date(self, library: Reading) -> None:
        rule = {"start": "2026-11-10 18:00", "end": "2026-11-10 19:30", "rule": "FREQ=WEEKLY;COUNT=3"}
        known = library(event("soir", recurrence=rule))
        (found,) = known.of("event")
        assert event_data(known, found)["repetition"] == ""


def counted(text: str) -> int:
    """How many days some words tell."""
    if run := re.fullmatch(r"tous les jours du (\d+)(?:er)? au (\d+)", text):
        return int(run[2]) - int(run[1]) + 1
    return text.replace(" et ", ", ").count(", ") + 1


@settings(max_examples=20)
@given(st.sets(st.dates(date(2026, 8, 1), date(2027, 3, 31)), min_size=1, max_size=150))
def test_every_date_stands_in_the_page_once(tmp_path_factory: Any, chosen: set[date]) -> None:
    slots = [{"start": f"{day} 14:00", "end": f"{day} 16:00"} for day in sorted(chosen)]
    known = read_library(write(tmp_path_factory.mktemp("dates"), event("soir", date="2026-05-01", slots=slots)))
    (event_,) = known.of("event")
    found = timetable(known, event_)
    named = [showing.iso[:10] for showing in (*found.soon, *(one for month in found.months for one in month.showings))]
    lines = [line.when for month in (*found.months, *found.past) for line in month.lines]
    numbers = sum(counted(plain(text).rpartition(", de")[0]) for text in lines)
    assert named == sorted(named)
    assert len(named) + numbers == len(chosen)
    assert set(named) <= {str(day) for day in chosen}
