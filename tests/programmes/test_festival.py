"""A festival of 256 events: what its pages say is what its files hold, counted by hand from these; and no page is too heavy to read."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup, Tag

from support import Built, build, write
from support_edition import Counted, state
from support_festival import DEPARTMENTS, EVENTS, MIDST, ORGANISATIONS, PUBLISHERS, SLUG, TOWNS, festival
from views.french.dates import full_day

PAGE = f"/dossiers/{SLUG}/"


@pytest.fixture(scope="module")
def counted() -> Counted:
    return Counted(festival())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the edition, in its midst."""
    place = tmp_path_factory.mktemp("festival")
    found = build(write(place, festival()), place, env={"ESCALE_TODAY": MIDST.isoformat()})
    assert found.code == 0, found.stderr
    return found


@pytest.fixture(scope="module")
def pages(built: Built) -> dict[str, Tag]:
    """The main part of each page of the edition."""
    found = {url: BeautifulSoup(built.read(url), "lxml").main for url in built.pages if url.startswith(PAGE)}
    return {url: main for url, main in found.items() if main is not None}


def plain(text: str) -> str:
    """Words with plain spaces and apostrophes."""
    return " ".join(text.replace("’", "'").split())


def slugs(part: Tag) -> set[str]:
    """The events that a part of a page leads to."""
    found = (re.fullmatch(r"/agenda/([\w-]+)/", str(link["href"])) for link in part.find_all("a", href=True))
    return {match[1] for match in found if match}


def sections(pages: dict[str, Tag], begins: str) -> Iterator[Tag]:
    """What stands under each heading that begins with some words, however many pages have one."""
    for main in pages.values():
        for heading in main.find_all(re.compile("^h[1-6]$")):
            if plain(heading.get_text()).startswith(plain(begins)):
                own = heading.find_parent("section") or main
                yield own


class TestTheEdition:
    def test_is_of_the_size_of_a_region(self, counted: Counted) -> None:
        assert (len(counted.on), len(counted.towns(counted.on))) == (EVENTS, TOWNS)

    def test_says_its_totals(self, counted: Counted, pages: dict[str, Tag]) -> None:
        departments = {insee[:2] for insee in counted.towns(counted.on)}
        assert (len(counted.organisers()), departments) == (ORGANISATIONS + PUBLISHERS, set(DEPARTMENTS))
        said = [plain(figure.get_text()) for figure in pages[PAGE].select(".totals li")]
        assert said == ["256 événements", "65 communes", "5 départements", "62 organisateurs"]

    def test_says_apart_those_that_reunite_others(self, pages: dict[str, Tag]) -> None:
        assert "dont 33 réunions de plusieurs : 8 villages des sciences, 8 festivals, 17 parcours" in plain(pages[PAGE].get_text())

    def test_tells_who_came_by_public_and_method(self, counted: Counted, pages: dict[str, Tag]) -> None:
        rows = [[plain(cell.get_text()) for cell in row.find_all(["th", "td"])] for row in pages[PAGE].select(".sums tbody tr")]
        visitors = counted.visitors()
        assert set(visitors) == {("tout-public", "compte"), ("scolaire", "estime")}
        of_all, of_schools = visitors["tout-public", "compte"], visitors["scolaire", "estime"]
        assert [[cell.replace(" ", "") for cell in row[2:]] for row in rows] == [
            [str(of_all), "", str(of_all)],
            ["", str(of_schools), str(of_schools)],
        ]

    def test_tells_how_many_places_are_left(self, counted: Counted, pages: dict[str, Tag]) -> None:
        left = 0
        for keys in counted.on.values():
            ends = [slot.get("end", slot["start"])[:10] for slot in keys["slots"] if state(keys, slot) != "annule"]
            if max(ends) >= MIDST.isoformat():
                left += int(keys.get("booking", {}).get("left", 0))
        section = next(sections({PAGE: pages[PAGE]}, "Places encore libres"))
        assert f"{left:,} places encore libres".replace(",", " ") in plain(section.get_text())

    def test_names_who_leads_and_who_is_new(self, pages: dict[str, Tag]) -> None:
        leading = pages[PAGE].select(".people")[0].find_all("li", recursive=False)
        said = [plain(one.get_text(" ")) for one in leading]
        assert len(said) == 63
        assert sum("nouveau" in one for one in said) == 8
        assert [one for one in said if "a renoncé" in one] == ["Communauté d'agglomération a renoncé"]

    def test_leads_to_what_one_reads_and_borrows(self, pages: dict[str, Tag]) -> None:
        links = {str(link["href"]) for link in pages[PAGE].find_all("a", href=True)}
        assert {"/articles/retour-sur-la-fete/", "/outils/malle-de-la-fete/"} <= links


class TestItsLists:
    def test_by_day_hold_all_of_each_day_and_nothing_else(self, counted: Counted, pages: dict[str, Tag]) -> None:
        first = min(slot["start"][:10] for keys in counted.events.values() for slot in keys["slots"])
        for later in range(14):
            day = date.fromisoformat(first) + timedelta(later)
            shown = {slug for section in sections(pages, full_day(day)) for slug in slugs(section)}
            assert counted.on_day(counted.on, day) <= shown <= counted.on_day(counted.events, day), day

    def test_by_day_tell_every_showing_once(self, counted: Counted, pages: dict[str, Tag]) -> None:
        told = [
            (str(row["data-slug"]), str(row["data-start"]))
            for url, main in pages.items()
            if "/jour/" in url
            for row in main.select("[data-slug]")
            if str(row["data-start"])[:10] in url
        ]
        spans = {slug: [slot["start"].replace(" ", "T") for slot in keys["slots"]] for slug, keys in counted.events.items()}
        assert sorted(told) == sorted((slug, start) for slug, starts in spans.items() for start in starts)

    def test_by_town_hold_all_of_each_town_and_nothing_else(self, counted: Counted, pages: dict[str, Tag]) -> None:
        towns = counted.towns(counted.on)
        found: dict[str, set[str]] = defaultdict(set)
        for main in pages.values():
            for heading in main.select(".programme-town > [id]"):
                found[str(heading["id"]).removeprefix("c")] |= slugs(heading.parent or main)
        assert {insee: own & found[insee] for insee, own in towns.items()} == towns
        assert {slug for insee in found if insee not in towns for slug in found[insee]} & counted.on.keys() == found["en-ligne"]
        assert found["en-ligne"] == {"sur-les-ecrans", "finalement-en-ligne"}

    def test_by_town_have_headings_that_begin_with_its_name(self, counted: Counted, pages: dict[str, Tag]) -> None:
        names = {keys["place"]["city"] for keys in counted.on.values() if "place" in keys}
        assert all(any(True for _section in sections(pages, name)) for name in names)

    def test_for_schools_hold_every_event_with_a_session_for_them_alone_and_no_other(self, counted: Counted, pages: dict[str, Tag]) -> None:
        shown = {slug for section in sections(pages, "Séances scolaires") for slug in slugs(section)}
        assert shown == counted.schools()

    def test_of_villages_and_trails_lead_to_each_animation(self, counted: Counted, pages: dict[str, Tag]) -> None:
        expected: dict[str, set[str]] = defaultdict(set)
        for slug, keys in counted.events.items():
            if "parent" in keys:
                expected[keys["parent"]].add(slug)
        shown: dict[str, set[str]] = defaultdict(set)
        for main in pages.values():
            for village in main.select(".gathering"):
                own = slugs(village.find(re.compile("^h[2-4]$")) or village)
                shown[own.pop()] |= slugs(village)
        assert {slug: shown[slug] - {slug} for slug in expected} == expected

    def test_mark_what_is_called_off(self, pages: dict[str, Tag]) -> None:
        rows = [row for main in pages.values() for row in main.select('[data-slug="annule"]')]
        assert rows
        assert all("Annulé" in row.get_text() for row in rows)


class TestItsPages:
    def test_are_light_enough(self, built: Built, pages: dict[str, Tag]) -> None:
        sizes = {url: (len(text), len(gzip.compress(text, 9))) for url in pages for text in (built.file(url).read_bytes(),)}
        assert max(size for size, _packed in sizes.values()) <= 400 * 1024, sizes
        assert max(packed for _size, packed in sizes.values()) <= 45 * 1024, sizes

    def test_are_all_reached_from_its_own(self, pages: dict[str, Tag]) -> None:
        seen, left = set(), {PAGE}
        while left:
            url = left.pop()
            seen.add(url)
            left |= {str(link["href"]).partition("#")[0] for link in pages[url].find_all("a", href=True)} & pages.keys() - seen
        assert seen == pages.keys()

    def test_mark_on_the_map_each_town_that_the_list_has(self, pages: dict[str, Tag]) -> None:
        marks = {str(mark["href"]) for mark in pages[PAGE].select("svg.map a.map-town")}
        assert len(marks) == TOWNS
        assert all(url.partition("#")[0] in pages for url in marks)
