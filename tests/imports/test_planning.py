"""What an import does to content/: new, changed, kept, gone, there already; and nothing the second time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from support import TODAY, Tree, event, hub
from support_imports import MAP, Refusal, errors, files, imported, reading, record, words

Content = Callable[[Tree], Path]
FIRST = "events/nuit-du-ciel-1-2026.md"
BASE = hub() | {"imports/openagenda.yml": MAP}
NEXT_DAY = TODAY + timedelta(days=1)


@pytest.fixture
def there(content: Content) -> Path:
    """A folder with a map, and nothing else."""
    return content(BASE)


def edited(content: Path, old: str, new: str, path: str = FIRST) -> None:
    """An edit by hand."""
    text = (content / path).read_text("utf-8")
    assert old in text
    (content / path).write_text(text.replace(old, new), "utf-8")


class TestANewRecord:
    def test_becomes_a_file_that_passes_the_check(self, there: Path) -> None:
        plan = imported(there, reading(record("1")))
        assert words(plan) == [("new", FIRST)]
        assert (errors(there), plan.refused) == ([], [])
        assert (there / FIRST).read_text("utf-8").split("imported:")[0] == (
            "---\ntitle: Nuit du ciel 1\nsummary: Une soirée dehors, la 1e.\ncategory: atelier\nthemes: [astronomie]\ndate: 2026-11-21\n"
            "publisher:\n  name: Maison des étoiles\nslots:\n  - start: 2026-12-12 18:00\n    end: 2026-12-12 20:00\n"
            "place:\n  name: Salle des fêtes\n  postcode: 80100\n  city: Abbeville\nexternal_ids:\n  openagenda: 1\n"
        )

    def test_that_lacks_what_a_kind_needs_is_a_draft_that_says_so(self, there: Path) -> None:
        plan = imported(there, reading(record("1", words=())))
        assert plan.outcomes[0].lacking == ("Il manque deux clés obligatoires : category et themes.",)
        assert "\nstatus: brouillon\n" in (there / FIRST).read_text("utf-8")
        assert errors(there) == []

    def test_that_is_given_what_it_lacked_is_a_draft_no_more(self, there: Path) -> None:
        imported(there, reading(record("1", words=())))
        assert words(imported(there, reading(record("1")))) == [("changed", FIRST)]
        assert "brouillon" not in (there / FIRST).read_text("utf-8")

    def test_is_dated_by_its_source_but_never_in_the_future(self, there: Path) -> None:
        from dataclasses import replace

        taken = [replace(record("1"), created=date(2025, 3, 4)), replace(record("2"), created=date(2030, 1, 1))]
        imported(there, reading(*taken))
        assert "\ndate: 2025-03-04\n" in (there / FIRST).read_text("utf-8")
        assert "\ndate: 2026-11-21\n" in (there / "events/nuit-du-ciel-2-2026.md").read_text("utf-8")

    def test_takes_no_name_that_is_taken(self, content: Content) -> None:
        content_ = content(BASE | event("nuit-du-ciel-1-2026", title="Autre chose", place={"name": "Salle", "city": "Laon"}))
        assert words(imported(content_, reading(record("1")))) == [("new", "events/nuit-du-ciel-1-2026-2.md")]

    def test_has_what_the_check_refuses_taken_out_and_told(self, there: Path) -> None:
        plan = imported(there, reading(record("1", booking={"url": "javascript:alert(1)", "phone": "03 22 00 00 00"}, age={"min": "x"})))
        assert sorted(one.at for one in plan.refused) == ["events[1], age.min", "events[1], booking.url"]
        assert "phone: 03 22 00 00 00" in (there / FIRST).read_text("utf-8")
        assert errors(there) == []

    def test_with_more_showings_than_there_may_be_has_the_first(self, there: Path) -> None:
        slots = [
            {"start": f"{TODAY + timedelta(days=number)} 10:00", "end": f"{TODAY + timedelta(days=number)} 11:00"} for number in range(900)
        ]
        (told,) = imported(there, reading(record("1", slots=slots))).refused
        assert told.at == "events[1], slots"
        assert (there / FIRST).read_text("utf-8").count("- start:") == 800
        assert errors(there) == []

    def test_loses_one_showing_and_not_the_others(self, there: Path) -> None:
        slots = [{"start": "2026-12-12 10:00"}, {"start": "demain"}, {"start": "2026-12-13 10:00"}]
        (told,) = imported(there, reading(record("1", slots=slots))).refused
        assert told.at.startswith("events[1], slots[1]")
        assert (there / FIRST).read_text("utf-8").count("- start:") == 2

    def test_says_its_long_summary_in_its_text(self, there: Path) -> None:
        long = "Une très longue phrase qui se poursuit. " * 9
        imported(there, reading(record("1", summary=long)))
        text = (there / FIRST).read_text("utf-8")
        (line,) = [line for line in text.split("\n") if line.startswith("summary: ")]
        assert len(line) <= 209
        assert text.endswith(f"\n\n{long.strip()}\n\nOn lève les yeux.\n")

    def test_loses_a_link_that_leads_nowhere_and_keeps_its_words(self, there: Path) -> None:
        plan = imported(there, reading(record("1", body="Voir [le plan](/plan-de-la-foire/) avant de venir.")))
        assert (there / FIRST).read_text("utf-8").endswith("\n\nVoir le plan avant de venir.\n")
        assert [one.at for one in plan.refused] == ["events[1]"]

    def test_has_no_address_of_a_person(self, there: Path) -> None:
        plan = imported(
            there, reading(record("jean.dupont@exemple.fr", title="Nuit", summary="Dehors.", contact={"email": "marie.martin@exemple.fr"}))
        )
        assert not any(b"@" in data for path, data in files(there).items() if path.startswith("events/"))
        assert [one.at for one in plan.refused] == ["events[jean.dupont@exemple.fr], contact.email"]


class TestTheSameAgain:
    def test_changes_nothing_even_on_another_day(self, there: Path) -> None:
        found = reading(record("1"), record("2", words=()), record("3", body="Voir [x](/y/)."))
        imported(there, found)
        before = files(there)
        plan = imported(there, found, today=NEXT_DAY)
        assert {word for word, _path in words(plan)} == {"same"}
        assert files(there) == before

    def test_changes_nothing_where_records_refer_to_one_another(self, there: Path) -> None:
        village = record("v", title="Village des sciences")
        found = reading(record("1", parent="village-des-sciences-2026"), village)
        imported(there, found)
        assert "parent: village-des-sciences-2026" in (there / FIRST).read_text("utf-8")
        before = files(there)
        imported(there, found)
        assert (files(there), errors(there)) == (before, [])


class TestARecordThatChanged:
    def test_is_updated_where_nobody_edited_it(self, there: Path) -> None:
        imported(there, reading(record("1")))
        assert words(imported(there, reading(record("1", title="Nuit d’hiver")), today=NEXT_DAY)) == [("changed", FIRST)]
        text = (there / FIRST).read_text("utf-8")
        assert "title: Nuit d’hiver\n" in text
        assert "\ndate: 2026-11-21\nupdated: 2026-11-22\n" in text.replace("publisher:", "\n") or "updated: 2026-11-22\n" in text
        assert errors(there, NEXT_DAY) == []

    def test_rises_in_sequence_where_its_day_is_said_already(self, there: Path) -> None:
        for title in ("Nuit du ciel 1", "Nuit d’hiver", "Nuit d’été"):
            imported(there, reading(record("1", title=title)))
        assert "sequence: 2\n" in (there / FIRST).read_text("utf-8")

    def test_is_kept_where_it_was_edited_and_both_are_shown(self, there: Path) -> None:
        imported(there, reading(record("1")))
        edited(there, "title: Nuit du ciel 1", "title: Nuit de la craie")
        before = files(there)
        plan = imported(there, reading(record("1", title="Nuit d’hiver")))
        assert (words(plan), files(there)) == ([("kept", FIRST)], before)
        assert plan.outcomes[0].sides == (("title", "Nuit de la craie", "Nuit d’hiver"),)

    def test_that_was_edited_here_is_nothing_to_be_told_while_its_source_stays(self, there: Path) -> None:
        imported(there, reading(record("1")))
        edited(there, "title: Nuit du ciel 1", "title: Nuit de la craie")
        assert words(imported(there, reading(record("1")))) == [("same", FIRST)]

    def test_saved_by_another_system_is_not_edited(self, there: Path) -> None:
        imported(there, reading(record("1")))
        (there / FIRST).write_bytes(b"\xef\xbb\xbf" + (there / FIRST).read_bytes().replace(b"\n", b"\r\n"))
        assert words(imported(there, reading(record("1", title="Nuit d’hiver")))) == [("changed", FIRST)]

    def test_keeps_the_name_of_its_file(self, there: Path) -> None:
        imported(there, reading(record("1")))
        (there / "events/2026").mkdir()
        (there / FIRST).rename(there / "events/2026/nuit.md")
        assert words(imported(there, reading(record("1", title="Nuit d’hiver")))) == [("changed", "events/2026/nuit.md")]
        assert errors(there) == []


class TestWhatIsGone:
    BOTH = reading(record("1"), record("2"))

    def test_is_called_off_while_it_is_to_come(self, there: Path) -> None:
        imported(there, self.BOTH)
        assert ("cancelled", FIRST) in words(imported(there, reading(record("2")), today=NEXT_DAY))
        assert "event_status: annule\n" in (there / FIRST).read_text("utf-8")
        before = files(there)
        assert ("cancelled", FIRST) not in words(imported(there, reading(record("2")), today=NEXT_DAY))
        assert (files(there), errors(there, NEXT_DAY)) == (before, [])

    def test_is_on_again_where_it_comes_back(self, there: Path) -> None:
        imported(there, self.BOTH)
        imported(there, reading(record("2")), today=NEXT_DAY)
        assert ("back", FIRST) in words(imported(there, self.BOTH, today=NEXT_DAY))
        assert "annule" not in (there / FIRST).read_text("utf-8")

    @pytest.mark.parametrize(
        ("found", "today"),
        [
            (reading(record("2"), whole=False), TODAY),
            (reading(record("2")), date(2027, 1, 5)),
            (reading(), TODAY),
        ],
        ids=["of a part", "of the past", "of nothing"],
    )
    def test_stays_as_it_is(self, there: Path, found: object, today: date) -> None:
        imported(there, self.BOTH)
        before = files(there)
        imported(there, found, today=today)
        assert files(there) == before

    def test_is_not_what_could_not_be_taken_this_time(self, there: Path) -> None:
        imported(there, self.BOTH)
        before = files(there)
        imported(there, reading(record("2"), refused=[Refusal("events[0]", "Cet événement n’a pas de titre.", "1")]))
        assert files(there) == before

    def test_stays_where_it_was_edited(self, there: Path) -> None:
        imported(there, self.BOTH)
        edited(there, "title: Nuit du ciel 1", "title: Nuit de la craie")
        before = files(there)
        assert ("gone", FIRST) in words(imported(there, reading(record("2"))))
        assert files(there) == before

    def test_is_none_of_what_another_agenda_of_the_source_holds(self, there: Path) -> None:
        imported(there, self.BOTH, name="https://agendas.example/a.json?key=1")
        other = record("9", title="Fossiles du marais")
        plan = imported(there, reading(other), name="https://agendas.example/b.json?key=1")
        assert words(plan) == [("new", "events/fossiles-du-marais-2026.md")]

    def test_is_of_the_same_agenda_under_another_file_name(self, there: Path) -> None:
        imported(there, self.BOTH, name="export.json")
        assert ("cancelled", FIRST) in words(imported(there, reading(record("2")), name="export (1).json"))


class TestWhatIsThereAlready:
    def test_by_hand_is_told_and_nothing_written(self, content: Content) -> None:
        there = content(BASE | event("nuit", title="La nuit du ciel", slots=[{"start": "2026-12-12 18:00", "end": "2026-12-12 19:00"}]))
        before = files(there)
        plan = imported(there, reading(record("1", title="Nuit du ciel, la")))
        assert [(one.word, one.other) for one in plan.outcomes] == [("twice", "events/nuit.md")]
        assert files(there) == before

    def test_from_another_source_too(self, there: Path) -> None:
        imported(there, reading(record("1", words=())))
        plan = imported(there, reading(record("uid-7", title="Nuit du ciel 1")), source="ics")
        assert [(one.word, one.other) for one in plan.outcomes] == [("twice", FIRST)]

    @pytest.mark.parametrize(
        "keys",
        [
            {"title": "Nuit du ciel 2"},
            {"place": {"name": "Salle", "city": "Laon"}},
            {"slots": [{"start": "2026-12-19 18:00"}]},
        ],
    )
    def test_is_not_another_title_town_or_day(self, there: Path, keys: dict[str, object]) -> None:
        imported(there, reading(record("1")))
        plan = imported(there, reading(record("uid-7", **{"title": "Nuit du ciel 1", **keys})), source="ics")
        assert [one.word for one in plan.outcomes] == ["new"]

    def test_is_known_by_the_identity_that_a_hand_wrote(self, content: Content) -> None:
        there = content(BASE | event("nuit", title="Tout autre chose", external_ids={"openagenda": "1"}))
        assert [(one.word, one.other) for one in imported(there, reading(record("1"))).outcomes] == [("twice", "events/nuit.md")]


class TestIdentities:
    @pytest.mark.parametrize("id", ["NULL", "{{}}", "${x}", "a\0b", "x" * 300, "à définir", "marie.martin@exemple.fr", "a: b # c"])
    def test_that_a_file_cannot_say_are_known_again_all_the_same(self, there: Path, id: str) -> None:
        imported(there, reading(record(id, title="Nuit", summary="Dehors.")))
        assert words(imported(there, reading(record(id, title="Nuit", summary="Dehors.")))) == [("same", "events/nuit-2026.md")]
        assert errors(there) == []


class TestWhatCannotBeTaken:
    def test_is_told_and_the_rest_goes_on(self, there: Path) -> None:
        plan = imported(there, reading(record("1"), record("1"), record(""), record("3", kind="licorne"), record("4")))
        assert [word for word, _path in words(plan)] == ["new", "new"]
        assert len(plan.refused) == 3

    def test_leaves_a_draft_without_a_title(self, there: Path) -> None:
        plan = imported(there, reading(record("1", title=None)))
        assert words(plan) == [("new", "events/openagenda-1-2026.md")]
        assert errors(there) == []


class TestAShowingThatMoves:
    """Calendars know it by its `id`, else by its first start."""

    MORNING, EVENING = {"start": "2026-12-12 10:00", "end": "2026-12-12 11:00"}, {"start": "2026-12-12 18:00", "end": "2026-12-12 20:00"}
    LATER, NIGHT = {"start": "2026-12-13 18:00", "end": "2026-12-13 20:00"}, {"start": "2026-12-13 21:00", "end": "2026-12-13 22:00"}

    def slots(self, there: Path, *given: dict[str, str]) -> str:
        imported(there, reading(record("1", slots=[dict(slot) for slot in given])))
        return (there / FIRST).read_text("utf-8").partition("slots:\n")[2].partition("place:")[0]

    def test_keeps_its_name(self, there: Path) -> None:
        self.slots(there, self.MORNING, self.EVENING)
        assert self.slots(there, self.MORNING, self.LATER) == (
            "  - start: 2026-12-12 10:00\n    end: 2026-12-12 11:00\n"
            "  - id: 20261212T1800\n    start: 2026-12-13 18:00\n    end: 2026-12-13 20:00\n"
        )

    def test_keeps_it_when_it_moves_again_and_when_nothing_changes(self, there: Path) -> None:
        self.slots(there, self.EVENING)
        moved = self.slots(there, self.LATER)
        assert self.slots(there, self.LATER) == moved
        assert "id: 20261212T1800\n    start: 2026-12-13 21:00" in self.slots(there, self.NIGHT)

    def test_is_not_taken_for_another_where_several_change(self, there: Path) -> None:
        self.slots(there, self.MORNING, self.EVENING)
        assert "id:" not in self.slots(there, self.LATER, self.NIGHT)
