"""Same sources, settings and today: same bytes, whatever the number of workers, the zone of the machine or the caches."""

from pathlib import Path

import pytest

from support import REPOSITORY, Built, build

DEMO = REPOSITORY / "content"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demo, built by one process."""
    built = build(DEMO, tmp_path_factory.mktemp("first"), "--jobs", "1")
    assert built.code == 0, built.stderr
    return built


def differences(one: Built, other: Built) -> list[str]:
    """Files that are not the same in two sites."""
    before, after = one.snapshot(), other.snapshot()
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


class TestTwoBuilds:
    def test_with_other_workers_zone_locale_and_hash_seed_give_the_same_bytes(self, first: Built, tmp_path: Path) -> None:
        machine = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "COLUMNS": "40"}
        other = build(DEMO, tmp_path, "--jobs", "2", env=machine)
        assert other.code == 0, other.stderr
        assert differences(first, other) == []

    def test_with_a_warm_cache_give_the_same_bytes(self, first: Built) -> None:
        before = first.snapshot()
        again = build(DEMO, first.output.parent, "--jobs", "2")
        assert again.code == 0, again.stderr
        assert again.snapshot() == before

    def test_on_another_day_differ(self, first: Built, tmp_path: Path) -> None:
        other = build(DEMO, tmp_path, env={"ESCALE_TODAY": "2027-03-01"})
        assert other.code == 0, other.stderr
        assert "index.html" in differences(first, other)

    def test_name_nothing_of_the_machine(self, first: Built) -> None:
        for name, data in first.snapshot().items():
            assert str(REPOSITORY).encode() not in data, name
            assert str(first.output).encode() not in data, name
