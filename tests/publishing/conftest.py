"""The interface has one language a process: what a test speaks, the next one must not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing import strings


@pytest.fixture(autouse=True)
def afterwards_in_french() -> Iterator[None]:
    """Go back to the texts as they are written."""
    yield
    strings.use("fr", Path("nowhere"))
