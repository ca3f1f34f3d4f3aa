"""The corpus of the benchmark: the same bytes at each run, all kinds, and nothing that the check finds fault with."""

from __future__ import annotations

import doctest
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from benchmark import front_matter, plan, words
from benchmark.corpus import Corpus, contributions, write
from contributions.models import FOLDERS
from support import read

SIZE = 120
KEYS: dict[str, Any] = {
    "title": "Atelier : l’eau, « tout simplement »",
    "date": "2026-11-21",
    "postcode": "02100",
    "free": True,
    "text": "no",
    "lat": 50.25,
    "area": ["02", "59"],
    "words": ["un, deux", "trois"],
    "slots": [{"start": "2026-11-21 14:00", "place": {"name": "Ici"}}, {"start": "2026-11-22 14:00"}],
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return write(SIZE, tmp_path_factory.mktemp("corpus") / "content")


def snapshot(content: Path) -> dict[str, bytes]:
    return {file.relative_to(content).as_posix(): file.read_bytes() for file in sorted(content.rglob("*")) if file.is_file()}


class TestCorpus:
    def test_is_the_same_to_the_byte_at_each_run(self, corpus: Corpus, tmp_path: Path) -> None:
        assert snapshot(write(SIZE, tmp_path / "elsewhere").content) == snapshot(corpus.content)

    def test_replaces_what_stood_in_its_folder(self, tmp_path: Path) -> None:
        write(SIZE, tmp_path / "content")
        (tmp_path / "content" / "events" / "old.md").write_text("old")
        assert not (write(SIZE, tmp_path / "content").content / "events" / "old.md").exists()

    def test_has_as_many_contributions_as_wanted_of_every_kind(self, corpus: Corpus) -> None:
        files = {folder: len(list((corpus.content / folder).rglob("*.md"))) for folder in FOLDERS}
        assert files == {f"{kind}s": count for kind, count in plan.counts(SIZE).items()}
        assert sum(files.values()) == SIZE
        assert min(files.values()) >= 2

    def test_passes_the_check(self, corpus: Corpus) -> None:
        loaded = read(corpus.content, plan.TODAY)
        assert [str(problem) for problem in loaded.problems] == []

    def test_has_events_to_come_tools_on_tour_and_open_announcements(self, corpus: Corpus) -> None:
        library = read(corpus.content, plan.TODAY).library
        assert library is not None
        assert library.upcoming
        assert library.tour_stops
        assert library.announcements

    def test_has_bodies_of_about_three_thousand_characters(self) -> None:
        lengths = [len(written.body) for written in contributions(plan.plan(600))]
        assert 2500 < sum(lengths) / len(lengths) < 3500

    def test_has_a_wide_vocabulary(self) -> None:
        assert len({word for written in contributions(plan.plan(600)) for word in written.body.split()}) > 5000


class TestPlans:
    @pytest.mark.parametrize("size", [100, 1000, 5000])
    def test_give_each_contribution_of_a_kind_a_name_of_its_own(self, size: int) -> None:
        for sketches in plan.plan(size).sketches.values():
            assert len({sketch.slug for sketch in sketches}) == len(sketches)

    @pytest.mark.parametrize("size", [100, 999, 75_000])
    def test_have_the_size_that_was_asked_for(self, size: int) -> None:
        assert sum(plan.counts(size).values()) == size


class TestFrontMatter:
    def test_is_read_as_text_by_those_who_read_text(self) -> None:
        read_back = yaml.load(front_matter.dump(KEYS).strip("-\n"), yaml.BaseLoader)
        assert read_back == {**KEYS, "free": "true", "lat": "50.25"}

    def test_is_plain_wherever_it_may_be(self) -> None:
        assert "postcode: 02100\n" in front_matter.dump(KEYS)

    def test_keeps_its_values_with_those_who_type_them_when_it_is_quoted(self) -> None:
        assert yaml.safe_load(front_matter.dump(KEYS, quoted=True).strip("-\n")) == KEYS

    @pytest.mark.parametrize("quoted", [True, False])
    def test_of_every_contribution_is_yaml(self, quoted: bool) -> None:
        for written in contributions(plan.plan(SIZE)):
            assert yaml.load(front_matter.dump(written.keys, quoted=quoted).strip("-\n"), yaml.BaseLoader).keys() == written.keys.keys()


@pytest.mark.parametrize("module", [words, plan])
def test_examples(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
