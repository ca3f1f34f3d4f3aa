"""Work in several processes gives what it gives in one."""

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.engine.workers import WorkerLost, batched, cores, fork_map
from support import REPOSITORY


class TestWorkers:
    @pytest.mark.parametrize("jobs", [1, 2, 5])
    def test_give_results_in_the_order_of_the_batches(self, jobs: int) -> None:
        assert fork_map(sum, [[n, n] for n in range(40)], jobs) == [2 * n for n in range(40)]

    def test_are_other_processes(self) -> None:
        assert os.getpid() not in fork_map(lambda _: os.getpid(), [1, 2, 3], 2)

    def test_of_one_job_are_this_process(self) -> None:
        assert set(fork_map(lambda _: os.getpid(), [1, 2, 3], 1)) == {os.getpid()}

    def test_see_what_cannot_be_pickled(self) -> None:
        table = {"a": 1}
        assert fork_map(lambda key: table[key], ["a", "a"], 2) == [1, 1]

    def test_pass_on_an_exception(self) -> None:
        with pytest.raises(ZeroDivisionError):
            fork_map(lambda n: 1 // n, [1, 0], 2)

    def test_pass_on_what_a_disk_refused_with_its_path(self) -> None:
        with pytest.raises(FileNotFoundError) as raised:
            fork_map(lambda name: Path(name).read_bytes(), ["/dev/null", "/nowhere"], 2)
        assert raised.value.filename == "/nowhere"

    def test_pass_on_what_cannot_be_pickled_in_other_words(self) -> None:
        class Odd(Exception):
            pass

        def fail(_: int) -> None:
            raise Odd("said")

        with pytest.raises(RuntimeError, match="Odd: said"):
            fork_map(fail, [1, 2], 2)

    def test_pass_on_that_one_of_them_was_killed(self) -> None:
        with pytest.raises(WorkerLost, match="--jobs 1"):
            fork_map(lambda n: os.kill(os.getpid(), signal.SIGKILL) if n == 5 else n, range(20), 2)

    def test_that_the_system_does_not_let_begin_leave_none_behind(self, monkeypatch: pytest.MonkeyPatch) -> None:
        fork, begun = os.fork, 0

        def refused() -> int:
            nonlocal begun
            begun += 1
            if begun == 3:
                raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
            return fork()

        monkeypatch.setattr(os, "fork", refused)
        with pytest.raises(BlockingIOError):
            fork_map(abs, range(20), 4)
        for child in multiprocessing.active_children():
            child.join(60)
        assert multiprocessing.active_children() == []

    def test_hear_nothing_of_an_interruption(self) -> None:
        def interrupted(_: int) -> bool:
            os.kill(os.getpid(), signal.SIGINT)
            return True

        assert fork_map(interrupted, [1, 2, 3], 2) == [True, True, True]

    def test_do_not_outlive_their_parent(self, tmp_path: Path) -> None:
        program = (
            "import os, sys, time; sys.path.insert(0, sys.argv[1]); from publishing.engine.workers import fork_map;"
            "fork_map(lambda n: (print(os.getpid(), flush=True), time.sleep(600)), [1, 2], 2)"
        )
        with subprocess.Popen([sys.executable, "-c", program, str(REPOSITORY / "plugins")], stdout=subprocess.PIPE, text=True) as parent:
            assert parent.stdout is not None
            parent.stdout.readline(), parent.stdout.readline()
            parent.kill()
            assert parent.stdout.read() == ""  # it ends where the last of them has ended

    def test_write_files(self, tmp_path: Path) -> None:
        fork_map(lambda n: (tmp_path / str(n)).write_text(str(n)), [1, 2, 3], 2)
        assert {file.name for file in tmp_path.iterdir()} == {"1", "2", "3"}

    def test_without_batches_do_nothing(self) -> None:
        assert fork_map(sum, [], 4) == []

    def test_are_at_least_one(self) -> None:
        assert cores() >= 1

    @given(st.lists(st.integers(), max_size=50), st.integers(1, 9))
    def test_batches_hold_every_item_once(self, items: list[int], size: int) -> None:
        found = batched(items, size)
        assert [item for batch in found for item in batch] == items
        assert all(0 < len(batch) <= size for batch in found)
