"""An animation has of its parent what it leaves out itself: whole groups, for whoever reads it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.cache.cache import Cache
from contributions.library.library import Library
from contributions.loading.loading import load
from contributions.models import Event
from feeds.vevent import event_text
from opendata.records import record
from support import PLACE, TODAY, Tree, event, programme, write

Reading = Callable[..., Library]
VILLAGE = {
    "slots": [{"start": "2026-11-28 10:00", "end": "2026-11-28 18:00"}, {"start": "2026-11-29 10:00", "end": "2026-11-29 17:00"}],
    "place": {"name": "Halle du Canal", "city": "Saint-Quentin"},
    "price": {"free": True},
    "accessibility": ["moteur"],
    "programmes": ["mois-du-ciel"],
    "school_booking": {"levels": ["CM1"], "email": "classes@exemple.fr"},
}


def family(village: dict[str, object] | None = None, **keys: object) -> dict[str, str | bytes]:
    """A village and an animation that says of itself no more than `keys`."""
    left_out = {"slots": None, "place": None, "parent": "village"}
    return programme("mois-du-ciel") | event("village", **VILLAGE | (village or {})) | event("atelier", **left_out | keys)


def animation(library: Library) -> Event:
    found = library.find("event", "atelier")
    assert found is not None
    assert isinstance(found.meta, Event)
    return found.meta


class TestWhatIsLeftOut:
    def test_is_the_parents_in_values_showings_places_and_lists(self, library: Reading) -> None:
        read = library(family())
        meta = animation(read)
        found = read.find("event", "atelier")
        assert found is not None
        assert [str(slot.start) for slot in meta.slots] == ["2026-11-28 10:00", "2026-11-29 10:00"]
        assert meta.price is not None
        assert meta.price.free
        assert (meta.accessibility, meta.programmes) == (("moteur",), ("mois-du-ciel",))
        assert meta.school_booking is not None
        assert [showing.place and showing.place.city for showing in found.showings] == ["Saint-Quentin", "Saint-Quentin"]
        assert found.departments == ("02",)
        assert found in read.upcoming
        assert found in read.by_programme["mois-du-ciel"]
        assert [entry.slug for entry in read.coming["by_department/02"]] == ["atelier", "village"]

    def test_stands_in_open_data(self, library: Reading) -> None:
        read = library(family())
        found = record(read, read.by_key["event", "atelier"])
        assert found["place"] == {"name": "Halle du Canal", "city": "Saint-Quentin"}
        assert found["departments"] == ["02"]
        assert len(found["slots"]) == 2
        assert found["parent"] == "village"

    @pytest.mark.parametrize(
        ("keys", "kept"),
        [
            ({"slots": [{"start": "2026-11-28 14:00"}]}, lambda meta: len(meta.slots) == 1),
            ({"recurrence": {"start": "2026-11-28", "end": "2026-11-28", "rule": "FREQ=DAILY;COUNT=2"}}, lambda meta: not meta.slots),
            ({"place": PLACE}, lambda meta: meta.place.city == "Abbeville"),
            ({"price": {"free": False}}, lambda meta: not meta.price.free),
            ({"accessibility": []}, lambda meta: meta.accessibility == ()),
            ({"programmes": []}, lambda meta: meta.programmes == ()),
            ({"school_booking": {"url": "https://exemple.fr"}}, lambda meta: meta.school_booking.levels == ()),
        ],
    )
    def test_is_a_whole_group_and_what_is_said_stays(
        self, library: Reading, keys: dict[str, object], kept: Callable[[Event], bool]
    ) -> None:
        assert kept(animation(library(family(**keys))))

    def test_may_be_the_parents_recurrence(self, library: Reading) -> None:
        weekly = {"start": "2026-12-01 18:00", "end": "2026-12-01 20:00", "rule": "FREQ=WEEKLY;COUNT=3"}
        read = library(family({"slots": None, "recurrence": weekly}))
        assert [str(showing.start) for showing in read.by_key["event", "atelier"].showings] == [
            "2026-12-01 18:00",
            "2026-12-08 18:00",
            "2026-12-15 18:00",
        ]

    def test_leaves_the_places_of_slots_to_them_unless_there_is_another_place(self, library: Reading) -> None:
        hall = {"name": "Salle des fêtes", "city": "Amiens"}
        twice = [{"start": "2026-11-28 10:00"}, {"start": "2026-11-28 10:00", "place": hall}]
        read = library(family({"slots": twice}))
        assert [one.place and one.place.city for one in read.by_key["event", "atelier"].showings] == ["Saint-Quentin", "Amiens"]
        read = library(family({"slots": twice}, place=PLACE))
        assert [one.place and one.place.city for one in read.by_key["event", "atelier"].showings] == ["Abbeville"]

    def test_is_no_place_of_what_is_on_line(self, library: Reading) -> None:
        found = library(family(mode="en-ligne", online_url="https://exemple.fr/direct")).by_key["event", "atelier"]
        assert (found.places, found.departments, len(found.showings)) == ((), (), 2)

    def test_is_called_off_with_the_parent_unless_it_says_how_it_is(self, library: Reading) -> None:
        off = {"event_status": "annule"}
        assert not any(showing.stands for showing in library(family(off)).by_key["event", "atelier"].showings)
        assert all(showing.stands for showing in library(family(off, event_status="programme")).by_key["event", "atelier"].showings)
        own = [{"start": "2026-11-28 14:00"}]
        assert all(showing.stands for showing in library(family(off, slots=own)).by_key["event", "atelier"].showings)


class TestWhoFollowsIt:
    def test_sees_in_calendars_that_the_parent_was_revised(self, library: Reading) -> None:
        first = event_text(read := library(family()), read.by_key["event", "atelier"]).decode()
        later = event_text(read := library(family({"updated": "2026-11-11", "sequence": 2})), read.by_key["event", "atelier"]).decode()
        assert "SEQUENCE:0" in first
        assert "SEQUENCE:12" in later
        assert "DTSTAMP:20261110T230000Z" in later

    def test_of_what_has_all_of_its_own_sees_nothing_of_the_parent(self, library: Reading) -> None:
        own = {"slots": [{"start": "2026-11-28 14:00"}], "place": PLACE}
        read = library(family({"updated": "2026-11-11"}, **own))
        assert "SEQUENCE:0" in event_text(read, read.by_key["event", "atelier"]).decode()


class TestThatTheParentChanged:
    def read(self, folder: Path, tree: Tree) -> Library:
        """Read a tree beside what was kept of the last one."""
        library = load(write(folder, tree), TODAY, cache=Cache(folder / "cache")).library
        assert library is not None
        return library

    def sums(self, folder: Path, tree: Tree) -> tuple[bytes, bytes, bytes]:
        return self.read(folder, tree).by_key["event", "atelier"].sums

    def test_is_seen_by_the_digest_of_the_animations_values(self, tmp_path: Path) -> None:
        before, after = (self.sums(tmp_path, family({"price": {"free": False, "text": text}})) for text in ("3 €", "4 €"))
        assert after.meta != before.meta
        assert (after.body, after.listing) == (before.body, before.listing)

    def test_is_seen_by_the_digest_that_lists_depend_on(self, tmp_path: Path) -> None:
        before = self.sums(tmp_path, family())
        assert self.sums(tmp_path, family({"slots": [{"start": "2026-12-24"}]})).listing != before.listing

    def test_concerns_its_values_and_not_its_text(self, tmp_path: Path) -> None:
        before = self.sums(tmp_path, family())
        assert self.sums(tmp_path, family() | event("village", **VILLAGE, body="Un autre texte.\n")) == before

    @settings(max_examples=25)
    @given(
        st.lists(
            st.tuples(
                st.sampled_from([{}, {"slots": [{"start": "2026-12-24"}]}, {"price": None}, {"place": PLACE}, None]),
                st.sampled_from([{}, {"place": PLACE}, {"slots": [{"start": "2026-11-30"}]}, {"parent": None, "place": PLACE}, None]),
            ),
            min_size=2,
            max_size=5,
        )
    )
    def test_ends_where_a_first_reading_does(
        self, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[dict[str, object] | None, dict[str, object] | None]]
    ) -> None:
        kept, fresh = tmp_path_factory.mktemp("kept"), tmp_path_factory.mktemp("fresh")
        for village, keys in steps:
            tree = {path: text for path, text in family(village, **(keys or {})).items() if village is not None or "village" not in path}
            for folder in (kept, fresh):
                for file in (folder / "content").rglob("*.md"):
                    file.unlink()
            warm = self.read(kept, tree)
            cold = load(write(fresh, tree), TODAY).library
            assert cold is not None
            assert [(one.key, one.brief, one.sums, one.whole) for one in warm.all] == [
                (one.key, one.brief, one.sums, one.whole) for one in cold.all
            ]
