"""Letters are made into mails with the theme."""

import pytest

from support import with_theme
from support_letters import hub


@pytest.fixture(autouse=True)
def theme() -> None:
    """The theme of the repository, in the colours of no region."""
    with_theme(hub())
