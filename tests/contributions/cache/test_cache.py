"""What is kept comes back as it was, or not at all, whatever happens to the file."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.cache import cache as module
from contributions.cache.cache import ASIDE, FILE, ROOMS, Cache
from publishing.engine.workers import fork_map

KEPT = {f"nom {number} \udcff": (b"key %d" % number, os.urandom(1500)) for number in range(15)}
NEW = {"new": (b"key", b"value")}


def filled(folder: Path) -> Cache:
    cache = Cache(folder)
    for room in ROOMS:
        cache.room(room).put((name, key, value) for name, (key, value) in KEPT.items())
    return cache


def right(cache: Cache) -> bool:
    """Whether all that the cache gives is what was put there."""
    rooms = [cache.room(room) for room in ROOMS]
    all_at_once = all(room.all().items() <= (KEPT | NEW).items() for room in rooms)
    one_by_one = all(room.get(name) in {kept, None} for room in rooms for name, kept in KEPT.items())
    return all_at_once and one_by_one


class TestARoom:
    def test_gives_what_was_put_there(self, tmp_path: Path) -> None:
        filled(tmp_path).close()
        cache = Cache(tmp_path)
        assert [cache.room(room).all() for room in ROOMS] == [KEPT] * len(ROOMS)
        assert cache.remarks() == ()

    def test_gives_a_value_for_its_own_key_alone(self, tmp_path: Path) -> None:
        room = Cache(tmp_path).room("texts")
        room.put([("a", b"key", b"value")])
        assert (room.value("a", b"key"), room.value("a", b"other"), room.value("b", b"key")) == (b"value", None, None)

    def test_lets_go_of_what_it_is_told_to(self, tmp_path: Path) -> None:
        room = Cache(tmp_path).room("texts")
        room.put([("a", b"", b"1"), ("b", b"", b"2")])
        room.drop(["a", "c"])
        assert room.names() == {"b"}

    def test_is_that_of_any_worker(self, tmp_path: Path) -> None:
        cache = Cache(tmp_path)
        room = cache.room("texts")
        fork_map(lambda number: room.put([(str(number), b"", b"%d" % number)]), range(60), 3)
        assert room.all() == {str(number): (b"", b"%d" % number) for number in range(60)}

    @pytest.mark.parametrize("column", ["name", "key", "value", "sum"])
    def test_does_not_give_what_was_changed_and_says_so(self, tmp_path: Path, column: str) -> None:
        cache = filled(tmp_path)
        with closing(sqlite3.connect(tmp_path / FILE)) as base, base:
            base.execute(f"UPDATE texts SET {column} = {column} || X'00' WHERE name = ?", (b"nom 7 \xff",))
        found = cache.room("texts").all()
        assert found == {name: kept for name, kept in KEPT.items() if name != "nom 7 \udcff"}
        assert cache.remarks() == (f"Le cache ({tmp_path}) était abîmé : ce qui l’était a été refait.",)
        assert cache.remarks() == ()

    def test_does_not_give_the_value_of_another_name(self, tmp_path: Path) -> None:
        cache = filled(tmp_path)
        with closing(sqlite3.connect(tmp_path / FILE)) as base, base:
            base.execute("UPDATE texts SET value = (SELECT value FROM texts WHERE name = X'6e6f6d203120ff')")
        assert cache.room("texts").all().keys() == {"nom 1 \udcff"}


def no_database(file: Path) -> None:
    file.write_bytes(b"Bonjour. " * 1000)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def another_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("PRAGMA user_version = 99")


def tables_of_others(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("CREATE TABLE texts (a, b)")


def a_folder(file: Path) -> None:
    file.unlink()
    (file / "in").mkdir(parents=True)


class TestAFileThatIsOfNoUse:
    @pytest.mark.parametrize("harm", [no_database, another_version, tables_of_others, a_folder])
    def test_is_set_aside(self, tmp_path: Path, harm: Callable[[Path], None]) -> None:
        filled(tmp_path).close()
        harm(tmp_path / FILE)
        cache = Cache(tmp_path)
        assert cache.room("texts").all() == {}
        assert (tmp_path / ASIDE).exists()
        assert len(cache.remarks()) == 1
        cache.room("texts").put([("a", b"", b"1")])
        cache.close()
        assert Cache(tmp_path).room("texts").names() == {"a"}

    def test_takes_the_place_of_the_one_before(self, tmp_path: Path) -> None:
        for _again in range(3):
            filled(tmp_path).close()
            no_database(tmp_path / FILE)
        Cache(tmp_path)
        assert len(list(tmp_path.iterdir())) <= 4

    def test_that_is_empty_is_begun(self, tmp_path: Path) -> None:
        filled(tmp_path).close()
        empty(tmp_path / FILE)
        assert Cache(tmp_path).room("texts").names() == set()


@settings(max_examples=100)
@given(st.data())
def test_damage_never_gives_another_value(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Bits that flip, parts that are cut off, lost or moved: at any place of the file."""
    folder = tmp_path_factory.mktemp("cache")
    filled(folder).close()
    file = folder / FILE
    found = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at, length = data.draw(st.integers(0, len(found) - 1)), data.draw(st.sampled_from([1, 40, 4096, 20_000]))
        how = data.draw(st.sampled_from(["flip", "zero", "cut", "drop", "move"]))
        if how == "flip":
            found[at] ^= 1 << data.draw(st.integers(0, 7))
        elif how == "zero":
            found[at : at + length] = bytes(len(found[at : at + length]))
        elif how == "cut":
            del found[max(at, 1) :]
        elif how == "drop":
            del found[at : at + length]
        else:
            to = data.draw(st.integers(0, len(found) - 1))
            found[to : to + length] = found[at : at + length]
        found = found or bytearray(b"x")
    file.write_bytes(found)
    cache = Cache(folder)
    assert right(cache)
    cache.room("texts").put([("new", b"key", b"value")])
    assert cache.room("texts").get("new") in {NEW["new"], None}
    assert right(cache)
    cache.close()
    again = Cache(folder)
    assert right(again)
    again.close()


def test_a_worker_that_finds_damage_tells_the_parent(tmp_path: Path) -> None:
    cache = filled(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as base, base:
        base.execute("UPDATE texts SET value = value || X'00'")
    fork_map(lambda _number: cache.room("texts").all(), range(4), 2)
    assert len(cache.remarks()) == 1


def test_a_full_disk_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = filled(tmp_path)
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL

    def fail(_base: object) -> None:
        raise full

    with pytest.raises(sqlite3.OperationalError, match="full"):
        cache.done(fail, None)
    assert cache.room("texts").all() == KEPT
    assert module.FILE in {file.name for file in tmp_path.iterdir()}
