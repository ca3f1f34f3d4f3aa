"""What somebody new to the code adds, without a word on how it is remembered: a rule that looks at two contributions, and a list."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from contributions import rules
from contributions.cache.cache import Cache
from contributions.library.library import Library
from contributions.loading.loading import load
from contributions.models import Common, Event
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution
from incremental.region import Workplace, region, register
from publishing import capabilities
from publishing.page import Document, Planned
from support import TODAY, Tree, article, event, write

CALLED: list[str] = []


def dearer_than_its_parent(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """A rule: what is part of something free is free."""
    CALLED.append(contribution.slug)
    meta = contribution.meta
    parent = library.find("event", meta.parent) if isinstance(meta, Event) else None
    if parent is not None and parent.meta.price and parent.meta.price.free and not (meta.price and meta.price.free):
        yield Finding("W605", f"« {parent.meta.title} » est gratuit, pas ceci.", "Corrigez l’un des deux.", ("title",))


def longest_titles(library: Library) -> Iterator[Planned]:
    """A list: the three longest titles among the articles."""
    yield Planned("/titres.txt", partial(_titles, library))


def _titles(library: Library) -> Document:
    found = sorted((one.meta.title for one in library.articles), key=len)
    return Document("/titres.txt", "\n".join(found[-3:]).encode())


class TestARuleThatLooksAtTwoContributions:
    @pytest.fixture(autouse=True)
    def _added(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rules, "RULES", (*rules.RULES, dearer_than_its_parent))

    def told(self, place: Path, tree: Tree) -> list[str]:
        """The messages of the rule; CALLED names those that it ran on."""
        CALLED.clear()
        return [problem.path for problem in load(write(place, tree), TODAY, cache=Cache(place / "cache")).problems]

    def test_runs_again_where_one_of_the_two_has_changed_and_nowhere_else(self, tmp_path: Path) -> None:
        village = event("village", price={"free": True}, summary="Un village.")
        tree = village | event("atelier", parent="village", price={"free": True}, summary="Un atelier.") | article("portrait")
        assert self.told(tmp_path, tree) == []
        assert sorted(CALLED) == ["atelier", "portrait", "village"]
        assert self.told(tmp_path, tree) == []
        assert CALLED == []
        dearer = tree | event("atelier", parent="village", price={"free": False, "text": "5 €"}, summary="Un atelier.")
        assert self.told(tmp_path, dearer) == ["content/events/atelier.md"]
        assert sorted(CALLED) == ["atelier", "village"], "the village begins on the same day in the same town: a rule compares them"
        both = dearer | event("village", summary="Un village.")
        assert self.told(tmp_path, both) == []
        assert "portrait" not in CALLED

    def test_is_told_again_though_nothing_has_changed(self, tmp_path: Path) -> None:
        tree = event("village", price={"free": True}) | event("atelier", parent="village", price={"free": False, "text": "5 €"})
        assert self.told(tmp_path, tree) == self.told(tmp_path, tree) == ["content/events/atelier.md"]


class TestAList:
    @pytest.fixture
    def place(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workplace:
        register()
        sources = dict(capabilities._sources)
        monkeypatch.setattr(capabilities, "_sources", sources)
        capabilities.declare("newcomer", longest_titles)
        return Workplace(tmp_path)

    def test_is_made_again_where_it_shows_something_else_and_not_otherwise(self, place: Workplace) -> None:
        sources, file = region(), place.output / "titres.txt"
        place.write(sources)
        place.build(sources.today)
        assert len(file.read_text().splitlines()) == 3
        first, written = file.read_text(), file.stat().st_ino
        sources.contributions["event", "event-0"]["title"] = "Un tout autre titre, et bien plus long que tous les autres"
        place.write(sources)
        place.build(sources.today)
        assert (file.read_text(), file.stat().st_ino) == (first, written)
        sources.contributions["article", "article-0"]["title"] = "Un tout autre titre, et bien plus long que tous les autres"
        place.write(sources)
        place.build(sources.today)
        assert file.read_text().splitlines()[-1] == "Un tout autre titre, et bien plus long que tous les autres"
