"""The edits of the benchmark: one file each, the same at each run, and taken back to the byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmark.corpus import Corpus, write
from benchmark.edits import EDITS
from benchmark.plan import TODAY
from support import read_library


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return write(120, tmp_path_factory.mktemp("edits") / "content")


@pytest.fixture
def corpus(written: Corpus) -> Iterator[Corpus]:
    before = snapshot(written.content)
    yield written
    assert snapshot(written.content) == before, "the test left the corpus changed"


def snapshot(content: Path) -> dict[str, bytes]:
    return {file.relative_to(content).as_posix(): file.read_bytes() for file in content.rglob("*") if file.is_file()}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_one_file_and_is_taken_back(name: str, corpus: Corpus) -> None:
    before = snapshot(corpus.content)
    change = EDITS[name](corpus)
    change.apply()
    after = snapshot(corpus.content)
    change.undo()
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert len(changed) == (0 if name == "nothing" else 1)
    assert snapshot(corpus.content) == before


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_the_same_at_each_run(name: str, corpus: Corpus) -> None:
    assert EDITS[name](corpus) == EDITS[name](corpus)


def test_what_is_edited_is_what_is_said(corpus: Corpus) -> None:
    old = {event.slug: event for event in read_library(corpus.content, TODAY).events}
    found = {}
    for name, edit in EDITS.items():
        change = edit(corpus)
        change.apply()
        try:
            library = read_library(corpus.content, TODAY)
        finally:
            change.undo()
        found[name] = next(event for event in library.events if event.slug == change.file.stem), library
    event, _ = found["body"]
    assert "prolongée" in event.html
    assert "prolongée" not in old[event.slug].html
    assert found["title"][0].meta.title == f"{old[event.slug].meta.title}, la suite"
    assert found["title"][0].showings[-1].last_day < TODAY
    assert found["new"][0].slug not in old
    assert found["new"][0] in found["new"][1].upcoming
