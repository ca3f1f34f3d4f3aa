"""Same sources, settings and today: same bytes, whatever the number of workers, the zone of the machine or the caches."""

from pathlib import Path

import pytest

from support import REPOSITORY, Built, build, event, write

DEMO = REPOSITORY / "content"
MACHINE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "COLUMNS": "40"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo is built once more."""
    return tmp_path_factory.mktemp("other")


@pytest.fixture(scope="module")
def other(place: Path) -> Built:
    """The demo, built by one process on another machine."""
    built = build(DEMO, place, "--jobs", "1", env=MACHINE)
    assert built.code == 0, built.stderr
    return built


def differences(one: Built, other: Built) -> list[str]:
    """Files that are not the same in two sites."""
    before, after = one.snapshot(), other.snapshot()
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


class TestTwoBuilds:
    def test_with_other_workers_zone_locale_and_hash_seed_give_the_same_bytes(self, demo: Built, other: Built) -> None:
        assert differences(demo, other) == []

    def test_with_a_warm_cache_give_the_same_bytes(self, demo: Built, other: Built, place: Path) -> None:
        again = build(DEMO, place, "--jobs", "2")
        assert again.code == 0, again.stderr
        assert differences(demo, again) == []

    def test_on_another_day_differ(self, tmp_path: Path) -> None:
        content, later = write(tmp_path, event("nuit")), tmp_path / "later"
        later.mkdir()
        before, after = build(content, tmp_path), build(content, later, env={"ESCALE_TODAY": "2027-03-01"})
        assert (before.code, after.code) == (0, 0)
        assert "index.html" in differences(before, after)

    def test_name_nothing_of_the_machine(self, demo: Built, other: Built) -> None:
        for built in (demo, other):
            for name, data in built.snapshot().items():
                assert str(REPOSITORY).encode() not in data, name
                assert str(built.output).encode() not in data, name
