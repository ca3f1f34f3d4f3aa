"""What browsers keep is named to whom it belongs."""

import re

import pytest

from support import REPOSITORY

SCRIPTS = (REPOSITORY / "themes" / "escale" / "static" / "js").rglob("*.js")
PAGES = ("content/pages/donnees-personnelles.md", "themes/escale/templates/texts/privacy.html")


@pytest.fixture(scope="module")
def scripts() -> str:
    """All scripts of the theme."""
    return "\n".join(file.read_text("utf-8") for file in sorted(SCRIPTS))


@pytest.mark.parametrize("page", PAGES)
def test_each_name_under_which_a_script_keeps_something_is_told_and_no_other(scripts: str, page: str) -> None:
    named = set(re.findall(r"[\"'`](escale\.[a-z]+)[\"'`]", scripts))
    told = set(re.findall(r"(?:`|<code>)(escale\.[a-z.]+)(?:`|</code>)", (REPOSITORY / page).read_text("utf-8")))
    assert told == named == {"escale.selection", "escale.demande", "escale.emprunteur", "escale.comparaison"}


def test_scripts_keep_under_names_that_are_written_once(scripts: str) -> None:
    kept = re.findall(r"localStorage\.(?:get|set|remove)Item\(([^,)]+)", scripts)
    assert set(kept) <= {"NAME", "name", "`${NAME}.try`"}
    assert re.search(r"sessionStorage|indexedDB|document\.cookie|localStorage\[", scripts) is None
