"""What a process holds of contributions is bounded, and what is let go of is had again as it was."""

from collections.abc import Callable

import pytest

from contributions.library.library import Library
from contributions.record.contribution import Contribution
from support import article, event

Reading = Callable[..., Library]
MOST = 5
SLUGS = [f"article-{number:02}" for number in range(20)]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that holds few."""
    monkeypatch.setattr("contributions.record.contribution.MOST_IN_MEMORY", MOST)
    monkeypatch.setattr("contributions.library.library.MOST_KEPT", MOST)
    for contribution in tuple(Contribution.in_memory):
        contribution.forget()


def articles() -> dict[str, str | bytes]:
    return {path: text for slug in SLUGS for path, text in article(slug, title=f"Le titre de {slug}").items()}


class TestValues:
    def test_are_held_of_some_contributions_only(self, library: Reading) -> None:
        found = library(articles())
        for contribution in found.all:
            assert contribution.meta.title == f"Le titre de {contribution.slug}"
            assert contribution.html
            assert len(Contribution.in_memory) <= MOST

    def test_that_were_let_go_of_are_had_again(self, library: Reading) -> None:
        found = library(articles())
        before = {one.slug: (one.meta, one.html) for one in found.all}
        assert sum(one.fetched for one in found.all) <= MOST
        assert {one.slug: (one.meta, one.html) for one in found.all} == before


class TestWhatIsComputedOnce:
    def test_is_computed_again_where_much_else_was(self, library: Reading) -> None:
        found, made = library(articles()), list[int]()

        def value(number: int) -> int:
            made.append(number)
            return number

        assert [found.once(("a", number % 10), lambda number=number: value(number % 10)) for number in range(20)] == [
            *range(10),
            *range(10),
        ]
        assert found.once(("a", 9), lambda: value(-1)) == 9
        assert len(made) == 20


class TestTextsOfRuns:
    def test_come_in_order_and_each_is_made_when_it_is_asked_for(self, library: Reading) -> None:
        found = library(articles() | event("nuit"))
        made: list[str] = []

        def text(run: str) -> bytes:
            made.append(run)
            return run.encode()

        texts = found.stored_runs("dates", "article", text)
        assert next(texts) == b"article/article-00"
        assert made == ["article/article-00"]
        assert [made[0].encode(), *texts] == [run.encode() for run in found.runs_of["article"]]
