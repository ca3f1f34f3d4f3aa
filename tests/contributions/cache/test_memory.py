"""What was found out is kept while its grounds are the same, name by name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from contributions.cache.memory import each

Make = Callable[[str], str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "table"


def making(asked: list[str]) -> Make:
    def make(name: str) -> str:
        asked.append(name)
        return name.upper()

    return make


class TestEach:
    def test_is_made_once_while_its_grounds_are_the_same(self, file: Path) -> None:
        asked: list[str] = []
        for grounds in ({"a": 1, "b": 1}, {"a": 1, "b": 2, "c": 1}, {"a": 1, "c": 1}, {"a": 1, "b": 2}):
            assert each(file, "recipe", grounds, making(asked)) == {name: name.upper() for name in grounds}
        assert asked == ["a", "b", "b", "c", "b"]

    def test_is_made_again_where_something_else_decides_it(self, file: Path) -> None:
        asked: list[str] = []
        for recipe in ("one", "one", "two"):
            each(file, recipe, {"a": 1}, making(asked))
        assert asked == ["a", "a"]

    @pytest.mark.parametrize("damage", [b"", b"Bonjour", b"\0" * 40])
    def test_is_made_again_where_the_file_is_damaged(self, file: Path, damage: bytes) -> None:
        asked: list[str] = []
        each(file, "recipe", {"a": 1}, making(asked))
        file.write_bytes(damage)
        assert each(file, "recipe", {"a": 1}, making(asked)) == {"a": "A"}
        assert asked == ["a", "a"]
