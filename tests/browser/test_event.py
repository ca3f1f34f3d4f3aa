"""The page of an event as its visitors use it: on a phone, to take a date along, to tell others, on paper."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support import SVG, Built, Tree, build, event, organisation, write
from support_browser import at_a_desk, served, visiting

pytestmark = pytest.mark.browser

HOME = {"name": "Musée du ciel", "address": "5 place de l’Hôtel-de-Ville", "postcode": "80000", "city": "Amiens"}
BOOKING = {"required": True, "url": "https://billets.example/", "capacity": 30, "left": 12, "phone": "03 22 00 00 00"}
PICTURE = {"src": "images/ciel.svg", "alt": "Un ciel étoilé", "credit": "Escale"}
WHOLE: dict[str, Any] = {
    "title": "La nuit des comètes",
    "organisation": "musee",
    "publisher": None,
    "place": HOME,
    "booking": BOOKING,
    "price": {"free": False, "text": "4 €, gratuit pour les moins de 12 ans"},
    "age": {"min": 8},
    "accessibility": ["moteur", "auditif"],
    "access_note": "Visite en langue des signes le samedi à 15 h.",
    "image": PICTURE,
    "slots": [
        {"start": "2026-12-05 21:00", "end": "2026-12-06 00:30", "id": "premier", "status": "complet"},
        {"start": "2026-12-09 14:00", "end": "2026-12-09 16:00"},
        {"start": "2027-01-09 14:00", "end": "2027-01-09 16:00"},
    ],
}
RULE = {"start": "2026-10-06 18:00", "end": "2026-10-06 19:30", "rule": "FREQ=WEEKLY;UNTIL=20270430", "except": ["2026-12-22"]}
MANY = [
    {"start": f"{date(2026, 10, 1) + timedelta(days=n // 2)} {hour}:00", "end": f"{date(2026, 10, 1) + timedelta(days=n // 2)} {hour}:45"}
    for n, hour in ((n, 15 if n % 2 else 10) for n in range(800))
]
TREE: Tree = (
    organisation("musee", title="Musée du ciel", place=HOME, getting_there="Bus 4 — arrêt Cathédrale · parking à vélos.")
    | event("comete", **WHOLE)
    | event("mardis", title="Les mardis", recurrence=RULE)
    | event("seul", title="Un seul soir")
    | event("toujours", title="Huit cents séances", place=HOME, slots=MANY)
    | {"images/ciel.svg": SVG}
)
ORDER = ("h1", ".state", ".when-told", ".facts dd >> nth=0", "text=4 €", ".booking a", ".lede", ".event-lead img")
STARTS_A_LINE = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const box = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getClientRects()[0];
  };
  for (let node; (node = walker.nextNode());) {
    for (const { index } of node.data.matchAll(/[–·]/g)) {
      const here = box(node, index);
      const before = index > 1 ? box(node, index - 2) : null;
      if (here && before && before.width && here.top > before.top + 2) found.push(node.data.trim());
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of a few events, as of 21 November 2026."""
    place = tmp_path_factory.mktemp("events")
    built = build(write(place, TREE), place)
    assert built.code == 0, built.stderr
    return built


@pytest.fixture(scope="module")
def address(events: Built) -> Iterator[str]:
    with served(events.output) as found:
        yield found


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[BrowserContext]:
    with at_a_desk(browser, address) as visitor:
        visitor.grant_permissions(["clipboard-write"])
        yield visitor


@pytest.fixture
def page(reader: BrowserContext) -> Iterator[Page]:
    with reader.new_page() as opened:
        yield opened


def cut(page: Page, add: int) -> tuple[str, Calendar]:
    """The file that the menu of a date gives, by its place among the dates: its name, and what it holds."""
    menu = page.locator(".dates .adding").nth(add)
    menu.locator("summary").click()
    with page.expect_download() as waiting:
        menu.get_by_role("button", name="Autre agenda (.ics)").click()
    text = Path(waiting.value.path()).read_bytes()
    assert b"\n" not in text.replace(b"\r\n", b"")
    return waiting.value.suggested_filename, Calendar.from_ical(text)


class TestOneDateForAnyCalendar:
    @pytest.mark.parametrize(
        ("add", "uid", "name", "start"),
        [
            (0, "comete.premier", "comete-20261205T2100.ics", "2026-12-05T21:00:00+01:00"),
            (1, "comete.20261209T1400", "comete-20261209T1400.ics", "2026-12-09T14:00:00+01:00"),
            (2, "comete.20270109T1400", "comete-20270109T1400.ics", "2027-01-09T14:00:00+01:00"),
        ],
    )
    def test_is_cut_from_the_calendar_of_the_event(self, page: Page, add: int, uid: str, name: str, start: str) -> None:
        page.goto("/agenda/comete/")
        called, calendar = cut(page, add)
        (entry,) = calendar.walk("VEVENT")
        assert called == name
        assert entry["UID"] == f"{uid}@escale.example"
        assert entry.decoded("DTSTART") == datetime.fromisoformat(start)
        assert len(calendar.walk("VTIMEZONE")) == 1

    def test_of_a_repetition_is_that_date_and_no_other(self, page: Page) -> None:
        page.goto("/agenda/mardis/")
        called, calendar = cut(page, 1)
        (entry,) = calendar.walk("VEVENT")
        assert called == "mardis-20261201T1800.ics"
        assert entry["UID"] == "mardis.20261201T1800@escale.example"
        assert {name for name in ("RRULE", "EXDATE", "RDATE") if name in entry} == set()
        assert entry.decoded("DTSTART") == datetime.fromisoformat("2026-12-01T18:00:00+01:00")
        assert entry.decoded("DTEND") == datetime.fromisoformat("2026-12-01T19:30:00+01:00")
        assert entry["SUMMARY"] == "Les mardis"

    def test_that_is_the_only_one_needs_no_script(self, browser: Browser, address: str) -> None:
        with visiting(browser, address, java_script_enabled=False) as visitor, visitor.new_page() as plain:
            plain.goto("/agenda/seul/")
            plain.locator(".adding-main summary").click()
            menu = plain.locator(".adding-main")
            assert menu.get_by_role("link", name="Autre agenda (.ics)").get_attribute("href") == "/agenda/seul.ics"
            assert (menu.get_by_role("link", name="Google Agenda").get_attribute("href") or "").startswith("https://calendar.google.com/")
            assert (menu.get_by_role("link", name="Outlook").get_attribute("href") or "").startswith("https://outlook.live.com/")

    def test_offers_no_button_that_does_nothing_without_a_script(self, browser: Browser, address: str) -> None:
        with visiting(browser, address, java_script_enabled=False) as visitor, visitor.new_page() as plain:
            plain.goto("/agenda/comete/")
            for menu in plain.locator(".adding summary").all():
                menu.click()
            assert [button for button in plain.locator("main button").all() if button.is_visible()] == []
            expect(plain.get_by_role("link", name="Toutes les dates ensemble (.ics)")).to_be_visible()


def test_the_text_for_networks_is_copied_whole(page: Page) -> None:
    page.goto("/agenda/comete/")
    page.get_by_role("button", name="Copier pour les réseaux").click()
    expect(page.get_by_text("Texte copié")).to_be_visible()
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("main textarea").focus()
    page.keyboard.press("Control+v")
    copied = page.locator("main textarea").input_value()
    assert copied.replace("\u00a0", " ").replace("\u202f", " ").splitlines() == [
        "La nuit des comètes",
        "Samedi 5 décembre 2026, de 21 h à 0 h 30, et d’autres dates",
        "Musée du ciel, Amiens (80)",
        "4 €, gratuit pour les moins de 12 ans",
        "https://escale.example/agenda/comete/",
        "Image : Un ciel étoilé",
    ]


class TestOnAPhone:
    @pytest.fixture
    def phone(self, browser: Browser, address: str) -> Iterator[Page]:
        with visiting(browser, address, viewport={"width": 390, "height": 844}) as visitor, visitor.new_page() as opened:
            yield opened

    def test_what_one_asks_first_stands_first(self, phone: Page) -> None:
        phone.goto("/agenda/comete/")
        tops = [(phone.locator("main").locator(part).first.bounding_box() or {"y": -1.0})["y"] for part in ORDER]
        assert all(above < below for above, below in pairwise(tops)), dict(zip(ORDER, tops, strict=True))

    def test_the_date_that_is_full_leads_to_one_that_is_not(self, phone: Page) -> None:
        phone.goto("/agenda/comete/")
        phone.get_by_role("link", name=re.compile("Prochaine date où il reste des places")).click()
        expect(phone.locator("#date-20261209T1400")).to_be_in_viewport()

    @pytest.mark.parametrize("slug", ["comete", "mardis", "toujours", "seul"])
    @pytest.mark.parametrize("width", [320, 390])
    def test_no_line_begins_with_a_dash_or_a_dot(self, phone: Page, slug: str, width: int) -> None:
        phone.set_viewport_size({"width": width, "height": 800})
        phone.goto(f"/agenda/{slug}/")
        for fold in phone.locator("main details").all():
            fold.evaluate("(fold) => { fold.open = true; }")
        assert phone.evaluate(STARTS_A_LINE) == []
        assert phone.evaluate("document.documentElement.scrollWidth") <= width


class TestEightHundredDates:
    def test_are_a_light_page(self, events: Built) -> None:
        assert len(gzip.compress(events.read("/agenda/toujours/").encode(), 9)) < 60 * 1024

    def test_fold(self, page: Page) -> None:
        page.goto("/agenda/toujours/")
        shown = [line for line in page.locator(".showing").all() if line.is_visible()]
        assert 0 < len(shown) <= 20
        assert page.locator("details.fold:not([open])").count() > 10

    def test_are_all_reached_one_below_the_other(self, page: Page) -> None:
        page.goto("/agenda/toujours/")
        page.get_by_text("Octobre 2027,").click()
        lines = page.locator("details[open] .showing-when")
        expect(lines).to_have_text([re.compile(f"^tous les jours du 1er au 31, de {hour}") for hour in (10, 15)])


@pytest.mark.parametrize("slug", ["comete", "mardis", "seul", "toujours"])
def test_it_is_printed_on_one_sheet(page: Page, slug: str) -> None:
    page.goto(f"/agenda/{slug}/")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1
