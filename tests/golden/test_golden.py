"""What machines read, byte by byte: feeds, calendars, JSON-LD and data of the small region in content/.

`pytest --refresh-golden` rewrites expected/; read its difference before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contributions.library.library import Library
from publishing.page import Document, Page
from support import made, read_library

HERE = Path(__file__).parent

FILES = (
    "/flux/nouveautes.xml",
    "/flux/newsletter.xml",
    "/agenda/serie.ics",
    "/agenda/mardis.ics",
    "/agenda.ics",
    "/outils/malle-etoiles.ics",
    "/agenda/entrees.json",
    "/agenda/mots.json",
    "/outils/fiches.json",
    "/outils/mots.json",
    "/donnees/agenda.json",
    "/donnees/outils.csv",
    "/donnees/evenements-dates.csv",
)
JSONLD = ("/agenda/serie/", "/agenda/mardis/", "/outils/malle-etoiles/", "/articles/portrait/", "/annuaire/musee-du-ciel/")


@pytest.fixture(scope="module")
def region() -> Library:
    """The library of the small region."""
    return read_library(HERE / "content")


@pytest.fixture(scope="module")
def documents(region: Library) -> dict[str, bytes]:
    """Every file for machines, by path."""
    return {item.path: item.content for item in made(region) if isinstance(item, Document)}


@pytest.fixture(scope="module")
def jsonld(region: Library) -> dict[str, str]:
    """The JSON-LD of every page that has any, by path."""
    return {item.path: item.jsonld for item in made(region) if isinstance(item, Page) and item.jsonld}


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare with expected/, or rewrite it."""
    return Golden(bool(request.config.getoption("--refresh-golden")))


class Golden:
    """The expected files, or their refreshment."""

    def __init__(self, refresh: bool) -> None:
        self._refresh = refresh

    def check(self, name: str, made: bytes) -> None:
        """Fail where `made` is not what expected/NAME holds."""
        file = HERE / "expected" / name
        if self._refresh:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made)
        assert file.is_file(), f"{name} has no golden file: run pytest --refresh-golden"
        assert made.decode().splitlines() == file.read_bytes().decode().splitlines()
        assert made == file.read_bytes()


@pytest.mark.parametrize("path", FILES)
def test_a_file_for_machines_is_as_it_was(path: str, documents: dict[str, bytes], golden: Golden) -> None:
    golden.check(path.lstrip("/"), documents[path])


@pytest.mark.parametrize("path", JSONLD)
def test_the_jsonld_of_a_page_is_as_it_was(path: str, jsonld: dict[str, str], golden: Golden) -> None:
    text = json.dumps(json.loads(jsonld[path]), ensure_ascii=False, indent=1) + "\n"
    golden.check(f"jsonld{path.rstrip('/')}.json", text.encode())


def test_no_golden_file_is_left_over() -> None:
    expected = {path.lstrip("/") for path in FILES} | {f"jsonld{path.rstrip('/')}.json" for path in JSONLD}
    assert {file.relative_to(HERE / "expected").as_posix() for file in (HERE / "expected").rglob("*") if file.is_file()} == expected
