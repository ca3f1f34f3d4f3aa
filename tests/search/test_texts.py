"""The texts of a site outlive a build."""

from pathlib import Path

import pytest

from contributions.cache.cache import Cache
from publishing.searching import Findable, digest_of
from search.texts import Texts

SAID = {"/a/": "un", "/b/": "deux", "/é/": "l’été \ud7ff"}


def pages(said: dict[str, str]) -> list[Findable]:
    return [Findable(path, digest_of(text), "2026") for path, text in said.items()]


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    return Texts(Cache(tmp_path).room("words"))


class TestTexts:
    def test_are_there_for_the_next_build(self, texts: Texts, tmp_path: Path) -> None:
        texts.keep(pages(SAID), SAID)
        assert Texts(Cache(tmp_path).room("words")).of(pages(SAID)) == SAID

    def test_go_with_their_pages(self, texts: Texts) -> None:
        texts.keep(pages(SAID), SAID)
        texts.keep(pages({"/a/": "un"}), {})
        assert texts.of(pages(SAID)) == {"/a/": "un"}

    def test_that_are_others_by_now_are_not_given(self, texts: Texts) -> None:
        texts.keep(pages(SAID), SAID)
        assert texts.of(pages({"/a/": "autre", "/b/": "deux"})) == {"/b/": "deux"}
