"""An edition and a fund that come in by imports stand on the pages of the agenda and of the catalogue, as their sources have them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

import pytest

from support import Built, build, hub, programme, write
from support_agendas import as_csv, edition
from support_sheets import agency, agency_loans, association, museum

DAY = date(2026, 10, 9)
BEFORE = {"ESCALE_TODAY": "2026-09-15"}
MAPS = {
    "imports/fete-de-la-science.yml": "default: {themes: [astronomie], category: atelier, programmes: [fete-2026]}\n",
    "imports/tableur.yml": "default: {themes: [astronomie], category: malle, summary: À emprunter., publisher: {name: Un musée}}\n",
}
SOURCES: dict[str, Callable[[], bytes]] = {
    "fete.csv": lambda: as_csv(edition()),
    "musee.xlsx": museum,
    "association.ods": association,
    "agence.csv": agency,
    "prets-agence.csv": agency_loans,
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A hub that had nothing but maps, with all of it."""
    place = tmp_path_factory.mktemp("imported")
    content = write(place, hub() | programme("fete-2026", title="Fête de la science 2026", edition="2026") | MAPS)
    with pytest.MonkeyPatch.context() as given:
        given.setenv(*next(iter(BEFORE.items())))
        for name, made in SOURCES.items():
            file = place / name
            file.write_bytes(made())
            source = "fete-de-la-science" if name == "fete.csv" else "tableur"
            code = import_module("import").main([source, str(file), "--content", str(content), "--cache", str(place / "cache")])
            assert code in {0, 1}
    built = build(content, place, env=BEFORE)
    assert built.code == 0, built.stderr
    return built


def drafts(content: Path) -> set[str]:
    """The titles of events that lack something."""
    texts = [file.read_text("utf-8") for file in (content / "events").glob("*.md")]
    return {text.partition("title: ")[2].partition("\n")[0] for text in texts if "\nstatus: brouillon\n" in text}


def begins(row: dict[str, str], day: date) -> bool:
    """Whether a row of the ministry's file has a showing on a day."""
    return any(datetime.fromisoformat(times[:25]).date() == day for times in row["horaires_iso"].split())


def test_a_day_has_the_events_that_the_ministrys_file_has_then(imported: Built) -> None:
    waiting = drafts(imported.content)
    expected = {row["titre_fr"] for row in edition() if begins(row, DAY) and row["titre_fr"] not in waiting}
    rows = imported.page(f"/agenda/jour/{DAY}/").select("[data-slug] .slot-title")
    assert {row.get_text(" ", strip=True).replace("\u202f", " ") for row in rows} == expected
    assert expected


def test_what_lacks_something_is_published_nowhere(imported: Built) -> None:
    assert 0 < len(drafts(imported.content)) < 0.2 * len(edition())
    assert len(imported.json("/donnees/agenda.json")) == len(edition()) - len(drafts(imported.content))


def test_the_catalogue_has_the_tools_of_three_owners(imported: Built) -> None:
    assert imported.page("/outils/").select_one("[role=status][data-count]")["data-count"] == "300"


def test_loans_are_those_of_their_tools(imported: Built) -> None:
    tables = [file.read_text("utf-8-sig").splitlines()[1:] for file in (imported.content / "loans").glob("*.csv")]
    rows = [row for table in tables for row in table]
    assert len(rows) == 109
    held = [loan for tool in imported.json("/donnees/outils.json") for loan in tool.get("loans", ())]
    assert len(held) == sum(";annulé;" not in row for row in rows)
