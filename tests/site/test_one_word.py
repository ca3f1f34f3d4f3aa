"""No two statements about one tool contradict one another: cards, records, lists and calendars, of the demo and of tools at random."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

import pytest
from icalendar import Calendar

from contributions.models import Exhibition, Organisation
from contributions.models.organisation import Closure
from support import REPOSITORY, TODAY, Built, build, read_library, write
from support_fund import fund, shelf
from support_lending import DAY, confirmed, had, last_told, versions
from support_statements import NOTHING, cards, free, main, standings, words


class Known(NamedTuple):
    """A tool with its owner's closed days; `firsts` has the first day of the shortest loan that can be had of each version."""

    tool: Exhibition
    closed: tuple[Closure, ...]
    firsts: dict[str | None, date | None]
    withdrawn: bool

    @property
    def first(self) -> date | None:
        """The first day of all."""
        return min((day for day in self.firsts.values() if day), default=None)

    def begins(self, day: date) -> bool:
        """Whether the shortest loan of any version can begin on a day."""
        last = day + ((self.tool.loan.min_days or 1) - 1) * DAY
        return any(had(self.tool, self.closed, TODAY, day, last, version) for version in self.firsts)


class Statement(NamedTuple):
    """What is said of the tool of a path, and the page that says so."""

    path: str
    text: str
    url: str


class Shown(NamedTuple):
    """A site, what is known of its tools by the paths of their pages, and what is said of them."""

    site: Built
    tools: dict[str, Known]
    statements: tuple[Statement, ...]


def known(content: Path) -> Iterator[tuple[str, Known]]:
    """The tools of a content folder, by the slow reading of the contract."""
    library = read_library(content)
    for contribution in library.of("exhibition"):
        tool = cast("Exhibition", contribution.meta)
        owner = library.find("organisation", tool.organisation) if tool.organisation else None
        closed = owner.meta.closed if owner is not None and isinstance(owner.meta, Organisation) else ()
        gone = tool.retired_on is not None and tool.retired_on <= TODAY
        firsts = {version: first(tool, closed, version) for version in versions(tool)}
        yield contribution.url, Known(tool, closed, firsts, tool.condition == "retire" or gone)


def first(tool: Exhibition, closed: tuple[Closure, ...], version: str | None) -> date | None:
    """The first day on which the shortest loan of a version can begin."""
    if not confirmed(tool, TODAY):
        return None
    length = ((tool.loan.min_days or 1) - 1) * DAY
    days = (TODAY + n * DAY for n in range((last_told(TODAY) - TODAY).days + 1))
    return next((day for day in days if had(tool, closed, TODAY, day, day + length, version)), None)


@pytest.fixture(scope="module", params=["the demo", "tools at random", "a fund"])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """A site with what is known of its tools."""
    if request.param == "the demo":
        site = request.getfixturevalue("demo")
    else:
        place = tmp_path_factory.mktemp("site")
        site = build(write(place, shelf(250) if request.param == "tools at random" else fund(TODAY)), place)
        assert site.code == 0, site.stderr
    content = REPOSITORY / "content" if request.param == "the demo" else site.content
    tools = dict(known(content))
    return Shown(site, tools, tuple(statements(site, frozenset(tools))))


def statements(site: Built, paths: frozenset[str]) -> Iterator[Statement]:
    """Of each page that names a tool, its cards, lines and rows of one tool alone; of a tool's own page the rest."""
    for url in site.pages:
        text = site.read(url)
        if "/outils/" not in text:
            continue
        page = main(text)
        for path, card in list(cards(page, paths - {url})):
            if {other for other, _part in cards(card, paths)} <= {path}:
                yield Statement(path, words(card), url)
                card.extract()
        if url in paths:
            yield Statement(url, words(page), url)


class TestStatements:
    def test_of_what_may_not_be_promised_never_say_free(self, shown: Shown) -> None:
        said = [(url, path, text) for path, text, url in shown.statements if shown.tools[path].first is None and free(text, TODAY)]
        assert said == []

    def test_say_free_today_where_the_shortest_loan_can_begin_today_and_nowhere_else(self, shown: Shown) -> None:
        for path, text, url in shown.statements:
            today = any(found.first == TODAY for found in free(text, TODAY))
            assert not today or shown.tools[path].begins(TODAY), (url, path, text)
            assert today or shown.tools[path].first != TODAY or not free(text, TODAY), (url, path, text)

    def test_begin_only_on_days_on_which_a_loan_can(self, shown: Shown) -> None:
        for path, text, url in shown.statements:
            for found in free(text, TODAY):
                assert shown.tools[path].begins(found.first), (url, path, found, text)

    def test_say_everywhere_one_first_day(self, shown: Shown) -> None:
        firsts = defaultdict(set)
        for path, text, _url in shown.statements:
            if found := free(text, TODAY):
                firsts[path].add(min(one.first for one in found))
        assert firsts == {path: {tool.first} for path, tool in shown.tools.items() if tool.first}

    def test_say_that_nothing_is_free_only_where_nothing_is(self, shown: Shown) -> None:
        for path, text, url in shown.statements:
            if NOTHING.search(text):
                assert None in shown.tools[path].firsts.values(), (url, path, text)
                assert confirmed(shown.tools[path].tool, TODAY), (url, path, text)

    def test_say_one_standing(self, shown: Shown) -> None:
        for path, text, url in shown.statements:
            tool = shown.tools[path]
            stands = "withdrawn" if tool.withdrawn else "in repair" if tool.tool.condition == "a-reviser" else "unconfirmed"
            assert standings(text) <= (set() if confirmed(tool.tool, TODAY) and not tool.withdrawn else {stands}), (url, path, text)


class TestRecords:
    def test_say_when_the_tool_can_be_had(self, shown: Shown) -> None:
        """Each says one of the promises; of what can be had, with a day."""
        records = {path: text for path, text, url in shown.statements if path == url}
        silent = [path for path, text in records.items() if not (free(text, TODAY) or NOTHING.search(text) or standings(text))]
        assert [path for path in silent if not shown.tools[path].withdrawn] == []


class TestCalendars:
    def test_have_no_day_that_a_record_says_is_free(self, shown: Shown) -> None:
        for path, text, url in shown.statements:
            if path != url:
                continue
            calendar = Calendar.from_ical(shown.site.read(f"{path.rstrip('/')}.ics"))
            entries = [(str(one["UID"]).split(".occupe")[1], one["DTSTART"].dt, one["DTEND"].dt) for one in calendar.walk("VEVENT")]
            for found in free(text, TODAY):
                taken = {uid.split(".")[1] for uid, start, end in entries if start <= found.first < end}
                assert len(taken) < len(shown.tools[path].firsts), (path, found, entries)

    def test_name_nobody(self, shown: Shown) -> None:
        for path, tool in shown.tools.items():
            text = shown.site.read(f"{path.rstrip('/')}.ics").replace("\r\n ", "")
            borrowers = {loan.borrower for loan in tool.tool.loans if loan.borrower and loan.borrower not in tool.tool.title}
            assert [borrower for borrower in borrowers if borrower in text] == []


class TestData:
    def test_tell_of_a_loan_that_is_not_public_nothing_but_its_days_and_what_sort_of_borrower(self, shown: Shown) -> None:
        keys = {"start", "end", "state", "version", "copy", "borrower_category", "borrower_department"}
        for record in shown.site.json("/donnees/outils.json"):
            assert [loan for loan in record.get("loans", ()) if not loan.get("public_showing") and set(loan) - keys] == []
