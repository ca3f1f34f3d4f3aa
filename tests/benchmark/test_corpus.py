"""The corpus of the benchmark: the same bytes at each run, all kinds and page types, and nothing that the check finds fault with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from benchmark.corpus import SHARES, Corpus, write
from benchmark.demo import DEMO, demo
from benchmark.edition import Edition
from benchmark.moulding import TODAY, first_day, moved
from contributions.library.library import Library
from contributions.models import FOLDERS
from incremental.region import register, snapshot
from publishing.capabilities import declared
from support import read, read_library

SIZE = 120


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return write(SIZE, tmp_path_factory.mktemp("corpus") / "content")


@pytest.fixture(scope="module")
def library(corpus: Corpus) -> Library:
    return read_library(corpus.content, TODAY)


def templates(library: Library) -> set[str]:
    """Every page type that is declared."""
    register()
    return {template for item in declared(library) if (template := getattr(item, "template", None))}


class TestCorpus:
    def test_is_the_same_to_the_byte_at_each_run(self, corpus: Corpus, tmp_path: Path) -> None:
        assert snapshot(write(SIZE, tmp_path / "elsewhere").content) == snapshot(corpus.content)

    def test_replaces_what_stood_in_its_folder(self, tmp_path: Path) -> None:
        write(SIZE, tmp_path / "content")
        (tmp_path / "content" / "events" / "old.md").write_text("old")
        assert not (write(SIZE, tmp_path / "content").content / "events" / "old.md").exists()

    def test_has_as_many_contributions_as_wanted_of_every_kind(self, corpus: Corpus) -> None:
        files = {folder: len(list((corpus.content / folder).rglob("*.md"))) for folder in FOLDERS}
        assert files == {f"{kind}s": count for kind, count in corpus.counts.items()}
        assert sum(files.values()) == SIZE
        assert min(files.values()) >= 2

    @pytest.mark.parametrize("size", [SIZE, 600])
    def test_passes_the_check(self, size: int, tmp_path: Path) -> None:
        loaded = read(write(size, tmp_path / "content").content, TODAY)
        assert [str(problem) for problem in loaded.problems] == []

    def test_has_every_page_type_of_the_demonstration(self, library: Library) -> None:
        assert templates(library) == templates(read_library(DEMO, TODAY))

    def test_has_events_to_come_recurrences_tools_on_tour_and_open_announcements(self, library: Library) -> None:
        assert library.upcoming
        assert any(event.meta.recurrence for event in library.events)
        assert library.tour_stops
        assert library.announcements

    def test_says_nothing_twice_in_the_same_words(self) -> None:
        written = list(Corpus(Path(), 600).contributions())
        titles = {one.keys["title"] for one in written}
        assert len({(one.kind, one.slug) for one in written}) == 600
        assert len(titles) == 600
        assert len({word for one in written for word in one.body.split()}) > 5000
        assert 2500 < sum(len(one.body) for one in written) / 600 < 4000


class TestACorpusForAnEarlierCheckout:
    @pytest.fixture
    def earlier(self, tmp_path: Path) -> Path:
        """A checkout that does not know of slots' ends, nor of partners; its region has another name."""
        shutil.copytree(DEMO.parent / "schemas", tmp_path / "earlier" / "schemas")
        schema = tmp_path / "earlier" / "schemas" / "event.json"
        event = json.loads(schema.read_text("utf-8"))
        del event["properties"]["partners"], event["properties"]["slots"]["items"]["properties"]["end"]
        schema.write_text(json.dumps(event), "utf-8")
        (tmp_path / "earlier" / "content").mkdir()
        (tmp_path / "earlier" / "content" / "hub.yml").write_text("name: Avant\n", "utf-8")
        return tmp_path / "earlier"

    def test_has_no_keys_that_came_later_at_any_depth(self, earlier: Path) -> None:
        now, then = ([one.keys for one in Corpus(Path(), SIZE, Edition(at)).contributions()] for at in (DEMO.parent, earlier))
        assert any("partners" in keys for keys in now)
        assert any("end" in slot for keys in now for slot in keys.get("slots", ()))
        assert not any("partners" in keys for keys in then if "slots" in keys)
        assert not any("end" in slot for keys in then for slot in keys.get("slots", ()))

    def test_is_otherwise_the_same(self, earlier: Path) -> None:
        now, then = (list(Corpus(Path(), SIZE, Edition(at)).contributions()) for at in (DEMO.parent, earlier))
        assert [(one.kind, one.slug, one.body) for one in now] == [(one.kind, one.slug, one.body) for one in then]
        assert [one for one in now if one.kind != "event"] == [one for one in then if one.kind != "event"]

    def test_has_the_region_of_that_checkout(self, earlier: Path, tmp_path: Path) -> None:
        assert (write(SIZE, tmp_path / "content", Edition(earlier)).content / "hub.yml").read_text("utf-8") == "name: Avant\n"


class TestSizes:
    @pytest.mark.parametrize("size", [100, 999, 75_000])
    def test_are_kept(self, size: int) -> None:
        assert sum(Corpus(Path(), size).counts.values()) == size

    @pytest.mark.parametrize("size", [1_000, 20_000])
    def test_share_the_kinds_as_a_region_does(self, size: int) -> None:
        counts = Corpus(Path(), size).counts
        assert all(counts[kind] == round(share * size) for kind, share in SHARES.items())


class TestAContribution:
    def test_can_be_made_without_the_others(self, corpus: Corpus) -> None:
        written = corpus.written("exhibition", 3)
        assert (corpus.content / written.path).read_text("utf-8") == written.text

    def test_is_written_as_text_that_is_read_as_it_was(self, corpus: Corpus) -> None:
        for written in corpus.contributions():
            header = written.text.split("\n---\n", 1)[0].removeprefix("---\n")
            assert yaml.load(header, yaml.CBaseLoader) == written.keys

    def test_keeps_the_weekday_of_its_mould(self, corpus: Corpus) -> None:
        first, later = corpus.written("event", 0), Corpus(Path(), 1_000).written("event", 5 * len(demo().moulds["event"]))
        assert first.slug.rsplit("-", 1)[0] == later.slug.rsplit("-", 1)[0]
        assert (first_day(first.keys) - first_day(later.keys)).days % 7 == 0

    @pytest.mark.parametrize(
        ("text", "later"),
        [
            ("2026-12-31", "2027-01-07"),
            ("2026-12-31 14:00", "2027-01-07 14:00"),
            ("2026-12", "2026-12"),
            ("2019", "2019"),
            ("Lens", "Lens"),
        ],
    )
    def test_is_moved_by_its_days_alone(self, text: str, later: str) -> None:
        assert moved(text, 7) == later
