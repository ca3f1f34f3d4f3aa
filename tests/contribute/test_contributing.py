"""The first steps of CONTRIBUTING.md, done as they are written: what they show passes the check."""

import re
import textwrap
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from support import REPOSITORY, Tree, exhibition

TEXT = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
STEPS = TEXT.partition("## Ce que dit le contrôle")[0]
TODAY = date(2026, 12, 1)
HUB: Tree = {"hub.yml": (REPOSITORY / "content" / "hub.yml").read_bytes()}
PHOTOGRAPHS = sorted((REPOSITORY / "content" / "images").rglob("*.jpg"))
Report = Callable[..., list[str]]


def shown(language: str) -> str:
    """The first block of a language in the first steps."""
    found = re.search(rf"^( *)```{language}\n(.*?)^ *```$", STEPS, re.MULTILINE | re.DOTALL)
    assert found
    return textwrap.dedent(found[2])


@pytest.fixture
def picture() -> dict[str, bytes]:
    """The picture that they speak of."""
    return {"images/chouette.jpg": PHOTOGRAPHS[0].read_bytes()}


class TestTheFirstSteps:
    def test_show_an_event_with_a_date_a_town_and_a_picture(self, reported: Report, picture: dict[str, bytes]) -> None:
        keys = yaml.safe_load(shown("markdown").split("---")[1])
        assert keys["slots"]
        assert keys["place"]["city"]
        assert keys["image"]["src"] == "images/chouette.jpg"
        assert reported({**HUB, "events/nuit-des-chouettes-2027.md": shown("markdown"), **picture}, TODAY) == []

    def test_say_rightly_what_is_told_until_the_picture_is_there(self, reported: Report) -> None:
        (line,) = reported({**HUB, "events/nuit-des-chouettes-2027.md": shown("markdown")}, TODAY)
        assert "E206" in line
        assert "content/images/chouette.jpg" in line
        assert "E206" in STEPS

    def test_show_a_loan_that_stands_at_the_end_of_a_header(self, reported: Report) -> None:
        (path, text), *_others = exhibition("malle").items()
        _, header, body = str(text).split("---\n")
        assert reported({**HUB, path: f"---\n{header}{shown('yaml')}---\n{body}"}, TODAY) == []

    def test_lead_to_headings_that_are_there(self) -> None:
        headings = {re.sub(r"[^\w -]", "", line[1]).lower().replace(" ", "-") for line in re.finditer(r"^#+ (.+)$", TEXT, re.MULTILINE)}
        assert {link[1] for link in re.finditer(r"\]\(#([^)]+)\)", TEXT)} <= headings

    def test_name_folders_that_are_there(self) -> None:
        assert [path for path in re.findall(r"`(content/[\w/-]*/)`", STEPS) if not (REPOSITORY / Path(path)).is_dir()] == []
