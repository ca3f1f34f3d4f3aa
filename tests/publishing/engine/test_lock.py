"""Whoever comes second waits, says so, and goes on once the first has ended, in whichever way; nothing is left in anybody's way."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from publishing.engine import lock
from publishing.engine.lock import NeverFree, cache_locked, output_locked
from support import REPOSITORY

HOLD = """
import sys
sys.path.insert(0, {plugins!r})
from pathlib import Path
from publishing.engine.lock import cache_locked, output_locked
with {what}_locked(Path({path!r})):
    print("held", flush=True)
    {then}
"""


@contextmanager
def another(what: str, path: Path, then: str = "sys.stdin.read()") -> Iterator[subprocess.Popen[str]]:
    """Another process that holds a lock until its standard input ends."""
    program = HOLD.format(plugins=str(REPOSITORY / "plugins"), what=what, path=str(path), then=then)
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.stdin.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say at once that one waits."""
    monkeypatch.setattr(lock, "MOMENT", 0.0)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("what", ["cache", "output"])
class TestTheSecond:
    def hold(self, what: str, path: Path) -> None:
        with (cache_locked if what == "cache" else output_locked)(path):
            pass

    def test_waits_says_so_once_and_goes_on(self, what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        with another(what, tmp_path / "place") as first:
            second = threading.Thread(target=self.hold, args=(what, tmp_path / "place"))
            second.start()
            second.join(0.5)
            assert second.is_alive()
            assert first.stdin is not None
            first.stdin.close()
            second.join(60)
            assert not second.is_alive()
        (said,) = capsys.readouterr().err.splitlines()
        assert said.startswith("Une autre c")
        assert f"« {tmp_path / 'place'} »" in said

    def test_goes_on_where_the_first_was_killed(self, what: str, tmp_path: Path) -> None:
        with another(what, tmp_path / "place") as first:
            first.send_signal(signal.SIGKILL)
            first.wait()
            self.hold(what, tmp_path / "place")

    def test_waits_for_what_the_first_has_forked(self, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lock, "PATIENCE", 0.2)
        forked = "import os; child = os.fork(); print(child, flush=True) if child else None; sys.stdin.read()"
        with another(what, tmp_path / "place", forked) as first:
            assert first.stdout is not None
            child = int(first.stdout.readline())
            first.kill()
            first.wait()
            with pytest.raises(NeverFree):
                self.hold(what, tmp_path / "place")
            os.kill(child, signal.SIGKILL)
            monkeypatch.setattr(lock, "PATIENCE", 60)
            self.hold(what, tmp_path / "place")

    def test_does_not_wait_for_ever(self, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lock, "PATIENCE", 0.2)
        with another(what, tmp_path / "place"), pytest.raises(NeverFree, match="recommencez plus tard"):
            self.hold(what, tmp_path / "place")


class TestAnOutput:
    def test_has_nothing_in_it_or_beside_it_afterwards(self, tmp_path: Path) -> None:
        with output_locked(tmp_path / "deep" / "output"):
            assert {path.name for path in (tmp_path / "deep").iterdir()} == {".output.lock"}
        assert list((tmp_path / "deep").iterdir()) == []

    def test_is_held_by_one_however_many_come_and_go(self, tmp_path: Path) -> None:
        holders, most = 0, 0
        guard = threading.Lock()

        def hold() -> None:
            nonlocal holders, most
            for _again in range(5):
                with output_locked(tmp_path / "output"):
                    with guard:
                        holders += 1
                        most = max(most, holders)
                    with guard:
                        holders -= 1

        threads = [threading.Thread(target=hold) for _one in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(120)
        assert most == 1
        assert list(tmp_path.iterdir()) == []
