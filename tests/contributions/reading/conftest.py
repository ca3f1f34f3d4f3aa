"""What reads one file among those of the demonstration."""

import pytest

from contributions.reading.reader import Reader
from support import REPOSITORY, demo_hub


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(REPOSITORY / "content", demo_hub().vocabularies)
