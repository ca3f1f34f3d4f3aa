"""What a check left is of the shape that is meant, or it is nothing."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from follow_up.findings import HIGHEST, LONGEST, MOST, Findings, Verdict, findings, verdict

WRONG = {"path": "content/events/nuit.md", "line": 4, "code": "E103", "message": "Non.", "repair": "Écrivez.", "text": "date: hier"}
SHOWN = {"title": "Nuit", "summary": "Une nuit.", "facts": ["Événement", "Amiens"], "url": "/agenda/nuit/"}
FOUND: dict[str, Any] = {
    "version": 1, "errors": 1, "warnings": 0, "files": 1, "repairable": 0, "problems": [WRONG], "published": 1, "previews": [SHOWN],
}  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*FOUND, *WRONG, *SHOWN]), inner),
    max_leaves=12,
)


def read(**keys: Any) -> Findings:
    """What is read of findings with some other keys."""
    return findings(json.dumps(FOUND | keys).encode())


class TestFindings:
    def test_are_read(self) -> None:
        found = read()
        assert (found.errors, found.problems[0].message, found.previews[0].facts) == (1, "Non.", ("Événement", "Amiens"))

    @pytest.mark.parametrize(
        "keys",
        [
            {"version": 2}, {"errors": -1}, {"errors": True}, {"errors": 1.5}, {"files": "3"}, {"published": HIGHEST + 1}, {"problems": {}},
            {"errors": 0}, {"problems": [WRONG | {"code": "X1"}]}, {"problems": [WRONG | {"code": "E103](https://mal.example)"}]},
            {"problems": [WRONG | {"line": "4"}]}, {"problems": [WRONG | {"message": None}]}, {"problems": [WRONG | {"path": 3}]},
            {"previews": [SHOWN | {"facts": "x"}]}, {"previews": [SHOWN | {"facts": [1]}]}, {"previews": [[]]},
        ],
    )  # fmt: skip
    def test_of_another_shape_are_none(self, keys: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="no findings"):
            read(**keys)

    @pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"3", b'{"version": 1}', b"[" * 100_000, b"1" * 10_000])
    def test_that_are_no_such_json_are_none(self, data: bytes) -> None:
        with pytest.raises(ValueError, match="no findings"):
            findings(data)

    def test_are_bounded(self) -> None:
        many = read(errors=1000, problems=[WRONG | {"message": "x" * 10_000}] * 1000, previews=[SHOWN | {"facts": ["x"] * 1000}] * 1000)
        assert (len(many.problems), len(many.previews), len(many.previews[0].facts)) == (MOST, MOST, MOST)
        assert len(many.problems[0].message) == LONGEST

    @given(JSON)
    def test_are_read_or_refused_whatever_they_hold(self, found: Any) -> None:
        for data in (found, FOUND | found if isinstance(found, dict) else FOUND):
            with contextlib.suppress(ValueError):
                assert isinstance(findings(json.dumps(data).encode()), Findings)


class TestVerdict:
    @pytest.mark.parametrize(
        ("data", "read"),
        [
            (b'{"check": 0, "build": 2}', Verdict(0, 2)),
            (b'{"check": 1}', Verdict(1, None)),
            (b'{"check": -9}', Verdict(-9)),
            (b'{"check": true, "build": "0"}', Verdict()),
            (b"{}", Verdict()),
            (b"", Verdict()),
            (b"[]", Verdict()),
            (b"[" * 10_000, Verdict()),
        ],
    )
    def test_is_what_came_to_its_end(self, data: bytes, read: Verdict) -> None:
        assert verdict(data) == read
