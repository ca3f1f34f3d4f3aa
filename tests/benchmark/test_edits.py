"""The edits of the benchmark: one file each, the same at each run, and taken back to the byte."""

from __future__ import annotations

import pytest

from benchmark.corpus import Corpus, write
from benchmark.edits import EDITS, chosen, edited
from benchmark.moulding import TODAY
from incremental.region import differences, snapshot
from support import read_library


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return write(120, tmp_path_factory.mktemp("edits") / "content")


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_one_file_and_is_taken_back(name: str, corpus: Corpus) -> None:
    before = snapshot(corpus.content)
    with edited(corpus, name):
        changed = differences(before, snapshot(corpus.content))
    assert len(changed) == (0 if name == "nothing" else 1)
    assert snapshot(corpus.content) == before


def test_an_edit_is_taken_back_when_a_build_fails(corpus: Corpus) -> None:
    before = snapshot(corpus.content)
    with pytest.raises(OSError, match="full"), edited(corpus, "new"):
        raise OSError("the disk is full")
    assert snapshot(corpus.content) == before


def test_what_is_edited_is_what_is_said(corpus: Corpus) -> None:
    slug = chosen(corpus).slug
    old = next(event for event in read_library(corpus.content, TODAY).events if event.slug == slug)
    found = {}
    for name in ("body", "title", "new"):
        with edited(corpus, name):
            library = read_library(corpus.content, TODAY)
            found[name] = {event.slug: event for event in library.events}
            assert any(event.slug == "une-soiree-de-plus" for event in library.upcoming) == (name == "new")
            assert "prolongée" in found["body"][slug].html
    assert "prolongée" not in old.html
    assert found["title"][slug].meta.title == f"{old.meta.title}, la suite"
    assert old.showings[-1].last_day < TODAY
    assert "une-soiree-de-plus" not in found["title"]
