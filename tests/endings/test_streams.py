"""What is said can be written on any console, and to nobody."""

import io
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endings.streams import PLAIN, Output, Unheeded
from support import REPOSITORY


class TestPlainLetters:
    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("« Été » n’est pas – œuvre…", '" Ete " n\'est pas - oeuvre...'),
            ("4 │ → Écrivez", "4 | -> Ecrivez"),
            ("10\u202f000 · 2\u00a0h", "10 000 - 2 h"),
            ("🔴 \udcff", "? ?"),
            ("e\u0301", "e"),
        ],
    )
    def test_stand_for_what_a_console_lacks(self, text: str, written: str) -> None:
        assert text.encode("ascii", PLAIN).decode("ascii") == written

    @given(st.text(st.characters()))
    def test_stand_for_anything(self, text: str) -> None:
        for encoding in ("ascii", "latin-1", "utf-8"):
            text.encode(encoding, PLAIN)

    def test_leave_what_a_console_has(self) -> None:
        assert "« été »".encode("latin-1", PLAIN) == "« été »".encode("latin-1")


class TestStreams:
    def test_do_not_mind_a_reader_who_went(self) -> None:
        reads, writes = os.pipe()
        os.close(reads)
        stream = io.BufferedWriter(Output(writes, "w"))
        stream.write(b"x" * 100_000)
        stream.close()

    def test_mind_a_full_disk_unless_nothing_depends_on_them(self) -> None:
        with pytest.raises(OSError, match="No space left"):
            Output(os.open("/dev/full", os.O_WRONLY), "w").write(b"x")
        assert Unheeded(os.open("/dev/full", os.O_WRONLY), "w").write(b"xy") == 2

    @pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
    def test_that_are_closed_are_not_taken_by_a_file(self, closed: str) -> None:
        program = (
            "import os, sys, tempfile; from endings.streams import prepare; prepare(); print('é'); print('é', file=sys.stderr);"
            "sys.exit(0 if os.open(os.devnull, os.O_RDONLY) > 2 else 3)"
        )
        run = subprocess.run(
            ["sh", "-c", f'"$0" -c "$1" {closed}', sys.executable, program], env={"PYTHONPATH": str(REPOSITORY / "plugins")}
        )
        assert run.returncode == 0
