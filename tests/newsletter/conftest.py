"""Fixtures of letters: a content folder that they are sent from, and the theme with which they are made into mails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support import Tree
from support_letters import Desk
from support_mails import hub
from theming import with_theme


@pytest.fixture(autouse=True)
def theme() -> None:
    """The theme of the repository, in the colours of no region."""
    with_theme(hub())


@pytest.fixture
def desk(tmp_path: Path) -> Callable[[Tree], Desk]:
    """A desk with some files."""
    return lambda tree: Desk(tmp_path, dict(tree))
