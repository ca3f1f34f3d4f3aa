"""Golden files beside those of the small region: what a test makes is compared with tests/golden/NAME, or rewritten."""

from __future__ import annotations

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def golden(request: pytest.FixtureRequest, name: str, made: str) -> None:
    """Fail where `made` is not what tests/golden/NAME holds; `pytest --refresh-golden` writes it."""
    file = GOLDEN / name
    if request.config.getoption("--refresh-golden"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made, encoding="utf-8")
    assert file.is_file(), f"{name} has no golden file: run pytest --refresh-golden"
    assert made.splitlines() == file.read_text(encoding="utf-8").splitlines()
