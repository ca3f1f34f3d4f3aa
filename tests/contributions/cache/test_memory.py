"""What was found out is kept while its grounds are the same, name by name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from contributions.cache.cache import Cache, Room
from contributions.cache.memory import each, remembered

Make = Callable[[str], str]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Cache(tmp_path).room("remembered")


def making(asked: list[str]) -> Make:
    def make(name: str) -> str:
        asked.append(name)
        return name.upper()

    return make


class TestEach:
    def test_is_made_once_while_its_grounds_are_the_same(self, room: Room) -> None:
        asked: list[str] = []
        for grounds in ({"a": 1, "b": 1}, {"a": 1, "b": 2, "c": 1}, {"a": 1, "c": 1}, {"a": 1, "b": 2}):
            assert each(room, "table", "recipe", grounds, making(asked)) == {name: name.upper() for name in grounds}
        assert asked == ["a", "b", "b", "c", "b"]

    def test_is_made_again_where_something_else_decides_it(self, room: Room) -> None:
        asked: list[str] = []
        for recipe in ("one", "one", "two"):
            each(room, "table", recipe, {"a": 1}, making(asked))
        assert asked == ["a", "a"]


class TestRemembered:
    def test_is_made_once_while_its_grounds_are_the_same(self, room: Room) -> None:
        asked: list[str] = []
        for grounds in (1, 1, (1, "2026-11-21"), (1, "2026-11-21"), 1):
            assert remembered(room, "words", grounds, lambda: making(asked)("a")) == "A"
        assert len(asked) == 3
