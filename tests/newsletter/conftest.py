"""The fixture of letters that are sent from a content folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support import Tree
from support_letters import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Callable[[Tree], Desk]:
    """A desk with some files."""
    return lambda tree: Desk(tmp_path, dict(tree))
