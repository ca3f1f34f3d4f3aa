"""Runs of a kind: all of it in order, cut so that a contribution more is in one of them."""

from collections.abc import Callable

from contributions.library.library import Library
from support import article, event

Reading = Callable[..., Library]
SLUGS = [f"rendez-vous-{number:03}" for number in range(300)]


def runs(library: Library) -> dict[str, list[str]]:
    return {name: [one.slug for one in library.runs[name]] for name in library.runs_of["event"]}


def events(slugs: list[str]) -> dict[str, str | bytes]:
    return {path: text for slug in slugs for path, text in event(slug).items()}


class TestRuns:
    def test_hold_all_that_is_published_of_a_kind_by_slug_once(self, library: Reading) -> None:
        found = runs(library(events(SLUGS) | article("article") | event("brouillon", status="brouillon")))
        assert [slug for run in found.values() for slug in run] == SLUGS
        assert [name for name in found if name != f"event/{found[name][0]}"] == []

    def test_of_hundreds_are_some_dozens_each(self, library: Reading) -> None:
        assert 3 < len(runs(library(events(SLUGS)))) < 30

    def test_stay_as_they_are_but_one_where_a_contribution_comes(self, library: Reading) -> None:
        before, after = runs(library(events(SLUGS))), runs(library(events([*SLUGS, "rendez-vous-042-bis"])))
        assert [name for name in after if after[name] != before.get(name)] == [
            name for name, slugs in after.items() if "rendez-vous-042-bis" in slugs
        ]
