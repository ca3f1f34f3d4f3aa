"""The check to which a form's file is given, and a console in which nothing may be said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from support_proposal import Desk


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The demo's contributions, beside which a file can be checked."""
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(autouse=True)
def silent(page: Page) -> Iterator[None]:
    """Nothing goes wrong in the console while a form is filled."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    yield
    assert told == []
