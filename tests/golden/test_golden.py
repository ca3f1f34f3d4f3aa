"""What machines read, byte by byte: feeds, calendars, JSON-LD and data of the small region in content/.

`pytest --refresh-golden` rewrites expected/; read its difference before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from contributions.library.library import Library
from publishing.page import Document, Page
from support import exhibition, made, read_library, write
from support_requests import OWNER, SAID, WHO, Desk, day, museum, outcomes

HERE = Path(__file__).parent

FILES = (
    "/flux/nouveautes.xml",
    "/flux/nouveautes.json",
    "/flux/tout.opml",
    "/flux/newsletter.xml",
    "/newsletter/2026-w47/mail.html",
    "/newsletter/2026-w47/mail.txt",
    "/newsletter/derniere.json",
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
REQUESTS = ("request-whole", "request-short")
MESSAGES = (*REQUESTS, "outcome")
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


BACK = {
    "loan": "mediatheque-des-glycines-2027-03-08", "returned": "2027-03-26", "visitors": "240", "visitors_max": "260",
    "visitors_method": "estime", "audiences": ["famille", "college"], "satisfaction": "tres", "clair": "oui", "transport": "non", "note": "4",
    "word": "Les enfants ont adoré, « surtout » les tiroirs.",
}  # fmt: skip


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A request in which everything is said, of two tools and two copies, and one in which nothing is that can be left out."""
    valise = {"versions": [{"id": "valise", "label": "Valise", "copies": 2}, {"id": "salle", "label": "En salle"}]}
    tree = museum() | exhibition("ciel", title="Le ciel d’hiver", **OWNER) | exhibition("mars", title="Mars", **{**OWNER, **valise})
    first, last = day("2027-03-08"), day("2027-03-26")
    lines = [
        {"slug": "ciel", "copies": 1, "from": first, "to": last},
        {"slug": "mars", "version": "valise", "copies": 2, "from": first, "to": first},
    ]
    said = {
        "phone": "03 22 11 22 33", "venue_name": "Salle du Moulin", "venue_address": "12 rue des Tanneurs", "transport": "emprunteur",
        "public_showing": "true", "opens": "2027-03-10", "closes": "2027-03-24", "venue_hours": "du mardi au samedi, de 10 h à 18 h",
        "venue_price": "gratuit", "audiences": ["famille", "tout-public"], "people": "120", "pass_culture": "true",
        "word": "Nous avons deux panneaux à vous rendre.\nÀ bientôt.",
    }  # fmt: skip
    asking = Desk(read_library(write(tmp_path_factory.mktemp("messages"), tree)))
    whole = {"lines": lines, "who": {**WHO, **said}}
    found = asking.asked(whole, {"lines": lines[:1], "who": WHO})["cases"]
    requests = {name: _written(case["messages"][0]) for name, case in zip(REQUESTS, found, strict=True)}
    [outcome] = outcomes({**SAID, **BACK})
    return {**requests, "outcome": _written(outcome)}


def _written(message: dict[str, Any]) -> str:
    return f"{', '.join(message['to'])}\n{message['subject']}\n\n{message['text']}\n"


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_is_as_it_was(name: str, messages: dict[str, str], golden: Golden) -> None:
    golden.check(f"messages/{name}.txt", messages[name].encode())


def test_no_golden_file_is_left_over() -> None:
    expected = {path.lstrip("/") for path in FILES} | {f"jsonld{path.rstrip('/')}.json" for path in JSONLD}
    expected |= {f"messages/{name}.txt" for name in MESSAGES}
    assert {file.relative_to(HERE / "expected").as_posix() for file in (HERE / "expected").rglob("*") if file.is_file()} == expected
