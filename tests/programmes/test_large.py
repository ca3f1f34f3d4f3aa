"""Programmes that are large in one way each: their pages stay light, and leave nothing out."""

from __future__ import annotations

import gzip
import re
from datetime import date, timedelta

import pytest

from programmes.parts import PER_PAGE
from support import Built, Tree, article, build, event, programme, write

PLACE = {"name": "Salle des fêtes", "city": "Amiens", "insee": "80021"}
RESEAU, ATELIER, VILLAGE = "reseau", "atelier-permanent", "village"
DAY = date(2026, 9, 1)


def network() -> Tree:
    """Three hundred events of one town, all of one day; what lasts for two years; and many articles."""
    found: dict[str, str | bytes] = programme(RESEAU, category="reseau")
    for number in range(300):
        found |= event(f"seance-{number}", programmes=[RESEAU], place=PLACE, slots=[{"start": f"{DAY} 14:00", "for": "scolaires"}])
    for number in range(8):
        slots = [{"start": f"{DAY + timedelta(number)}", "end": f"{DAY + timedelta(730)}"}]
        found |= event(f"exposition-{number}", programmes=[RESEAU], category="exposition", slots=slots)
    for number in range(120):
        found |= article(f"article-{number}", programmes=[RESEAU])
    return found


def workshop() -> Tree:
    """One event with as many showings as an event may have, on twenty days."""
    slots = [{"start": f"{DAY + timedelta(at // 40)} {8 + at % 40 // 4:02}:{at % 4 * 15:02}", "for": "scolaires"} for at in range(800)]
    return {**programme(ATELIER, category="formation"), **event("creneaux", programmes=[ATELIER], slots=slots)}


def village() -> Tree:
    """A village of three hundred animations."""
    found: dict[str, str | bytes] = {**programme(VILLAGE), **event("le-village", category="village-des-sciences", programmes=[VILLAGE])}
    for number in range(300):
        found |= event(f"animation-{number}", parent="le-village", slots=None, place=None)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    place = tmp_path_factory.mktemp("large")
    found = build(write(place, {**network(), **workshop(), **village()}), place)
    assert found.code == 0, found.stderr
    return found


def pages(built: Built, slug: str) -> list[str]:
    return [url for url in built.pages if url.startswith(f"/dossiers/{slug}/")]


def linked(built: Built, urls: list[str], section: str = "agenda") -> set[str]:
    """What some pages lead to, of a section."""
    return {slug for url in urls for slug in re.findall(rf'href="/{section}/([\w-]+)/"', built.read(url))}


@pytest.mark.slow
@pytest.mark.parametrize("slug", [RESEAU, ATELIER, VILLAGE])
def test_no_page_is_too_heavy(built: Built, slug: str) -> None:
    sizes = {url: (len(text), len(gzip.compress(text, 9))) for url in pages(built, slug) for text in (built.file(url).read_bytes(),)}
    assert max(size for size, _packed in sizes.values()) <= 400 * 1024, sizes
    assert max(packed for _size, packed in sizes.values()) <= 45 * 1024, sizes


@pytest.mark.slow
def test_every_event_stands_among_those_of_its_day_its_town_and_the_schools(built: Built) -> None:
    sessions = {f"seance-{number}" for number in range(300)}
    for part in (f"mois/{DAY:%Y-%m}/", "territoires/80/", "scolaires/"):
        own = [url for url in pages(built, RESEAU) if url.startswith(f"/dossiers/{RESEAU}/{part}")]
        assert len(own) >= 300 / max(PER_PAGE.values())
        assert sessions <= linked(built, own), part


@pytest.mark.slow
def test_what_lasts_stands_among_those_of_each_month(built: Built) -> None:
    months = [url for url in pages(built, RESEAU) if re.fullmatch(rf"/dossiers/{RESEAU}/mois/[\d-]+/", url)]
    assert len(months) == 24
    assert all(
        {f"exposition-{number}" for number in range(8)} <= linked(built, [url, f"{url}page/2/"][: 1 + built.has(f"{url}page/2/")])
        for url in months[1:]
    )


@pytest.mark.slow
def test_days_on_which_nothing_begins_are_folded(built: Built) -> None:
    shown = built.page(f"/dossiers/{RESEAU}/mois/2027-02/")
    folded = shown.select("main details.fold")
    assert [fold.summary.get_text() for fold in folded if fold.summary] == ["Du 1er au 20\xa0février 2027 : ce qui dure"]
    assert [day["datetime"] for day in folded[0].select("h2 time")] == [f"2027-02-{day:02}" for day in range(1, 21)]


@pytest.mark.slow
def test_a_village_leads_to_each_of_its_animations(built: Built) -> None:
    own = [url for url in pages(built, VILLAGE) if "/villages/" in url]
    assert {f"animation-{number}" for number in range(300)} <= linked(built, own)


@pytest.mark.slow
def test_what_one_reads_has_pages_too(built: Built) -> None:
    own = [url for url in pages(built, RESEAU) if "/a-lire/" in url]
    assert linked(built, own, "articles") == {f"article-{number}" for number in range(120)}


@pytest.mark.slow
def test_many_sessions_of_one_event_are_told_by_the_first_of_them(built: Built) -> None:
    assert "et 794 autres séances, jusqu’au" in built.text(f"/dossiers/{ATELIER}/")
