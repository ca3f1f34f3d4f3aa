"""When a tool can be had, day by day and as slowly as the contract says it (answers.md, « Catalogue »), and tools at random to ask about.

Nothing here asks the code that it judges: of it come only the keys of a tool, of its loans, and of its owner's closed days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from contributions.models import Exhibition
from contributions.models.organisation import Closure

DAY = timedelta(days=1)
WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
COMMON = {
    "title": "Malle",
    "summary": "Une malle.",
    "date": "2026-01-01",
    "category": "malle",
    "themes": ["astronomie"],
    "publisher": {"name": "Le musée"},
}


def last_told(today: date) -> date:
    """The last day of which anything is said: the end of the eighteenth month behind this one."""
    month = today.replace(day=1)
    for _number in range(19):
        month = (month + 31 * DAY).replace(day=1)
    return month - DAY


def closed(closures: Sequence[Closure], day: date) -> bool:
    """Whether the owner hands nothing over on a day."""
    return any(
        (closure.start is None or closure.start <= day)
        and (closure.end is None or day <= closure.end)
        and (closure.weekdays is None or WEEK[day.weekday()] in closure.weekdays)
        for closure in closures
    )


def confirmed(tool: Exhibition, today: date) -> bool:
    """Whether the owner's word on its loans is at most 90 days old, and the tool is one that leaves."""
    return tool.condition == "bon" and tool.availability_on is not None and (today - tool.availability_on).days <= 90


def versions(tool: Exhibition) -> list[str | None]:
    """What is lent by itself."""
    return [version.id for version in tool.versions] or [None]


def copies_of(tool: Exhibition, version: str | None) -> range:
    """The numbers of its copies."""
    owned = next((found.copies for found in tool.versions if found.id == version), tool.loan.copies)
    return range(1, owned + 1)


def in_fund(tool: Exhibition, version: str | None, day: date) -> bool:
    """Whether it, and the version, is still its owner's to lend."""
    own = [tool, *(found for found in tool.versions if found.id == version)]
    return all((one.acquired is None or one.acquired.day <= day) and (one.retired_on is None or day < one.retired_on) for one in own)


def taken(tool: Exhibition, version: str | None, copy: int, day: date) -> bool:
    """Whether a loan that was not cancelled has the copy on a day."""
    return any(
        loan.state != "annule" and loan.version == version and loan.copy_ == copy and loan.start <= day <= loan.end for loan in tool.loans
    )


def spare(tool: Exhibition, version: str | None, copy: int, day: date) -> bool:
    """Whether the copy may be lent on a day: it is there then, and as many days before and after as it needs between two loans."""
    gap = tool.loan.gap_days
    return in_fund(tool, version, day) and not any(taken(tool, version, copy, day + n * DAY) for n in range(-gap, gap + 1))


def had(tool: Exhibition, closures: Sequence[Closure], today: date, first: date, last: date, version: str | None = None) -> bool:
    """Whether a loan of these days can be had today, of a version, or of the tool where it has none."""
    days = [first + n * DAY for n in range((last - first).days + 1)]
    return (
        confirmed(tool, today)
        and first >= today + (tool.loan.notice_days or 0) * DAY
        and last <= last_told(today)
        and (tool.loan.min_days or 1) <= len(days)
        and (tool.loan.max_days is None or len(days) <= tool.loan.max_days)
        and not closed(closures, first)
        and not closed(closures, last)
        and any(all(spare(tool, version, copy, day) for day in days) for copy in copies_of(tool, version))
    )


def had_of_any(tool: Exhibition, closures: Sequence[Closure], today: date, first: date, last: date) -> bool:
    """The same of any of its versions."""
    return any(had(tool, closures, today, first, last, version) for version in versions(tool))


def first_window(
    tool: Exhibition, closures: Sequence[Closure], today: date, days: int, since: date | None = None, until: date | None = None
) -> date | None:
    """The first day of the first loan of so many days, of any version, that lies between two days and can be had."""
    day = max(today, since or today)
    while day + (days - 1) * DAY <= min(last_told(today), until or date.max):
        if had_of_any(tool, closures, today, day, day + (days - 1) * DAY):
            return day
        day += DAY
    return None


def loans_of(tool: Exhibition, closures: Sequence[Closure], today: date, version: str | None) -> Iterator[tuple[date, date]]:
    """Every loan of a version that can be had, as its two days: what `had` says of all days, without asking each of them again."""
    days = [today + n * DAY for n in range((last_told(today) - today).days + 1)] if confirmed(tool, today) else []
    shut = {day for day in days if closed(closures, day)}
    for copy in copies_of(tool, version):
        there = {day for day in days if spare(tool, version, copy, day)}
        for first in (day for day in days if day not in shut and day >= today + (tool.loan.notice_days or 0) * DAY):
            last, number = first, 1
            while last in there and (tool.loan.max_days is None or number <= tool.loan.max_days):
                if last not in shut and number >= (tool.loan.min_days or 1):
                    yield first, last
                last, number = last + DAY, number + 1


def free_days(tool: Exhibition, closures: Sequence[Closure], today: date, version: str | None) -> set[date]:
    """The days that are told as « libre »: those of loans that can be had and begin where the shortest can."""
    found = set(loans_of(tool, closures, today, version))
    shortest = {first for first, last in found if (last - first).days + 1 == (tool.loan.min_days or 1)}
    return {first + n * DAY for first, last in found if first in shortest for n in range((last - first).days + 1)}


def tool(*loans: dict[str, Any], **keys: Any) -> Exhibition:
    """A trunk with loans, of which the owner said in November 2026 that they are all."""
    return Exhibition.model_validate({**COMMON, "availability_on": "2026-11-16", "loans": list(loans), **keys})


def closures(*given: dict[str, Any]) -> tuple[Closure, ...]:
    """Closed days of an owner, from their keys."""
    return tuple(Closure.model_validate(one) for one in given)


def shut_days(today: date) -> st.SearchStrategy[tuple[Closure, ...]]:
    """Closed days: of each week, of some time, of some days of each week for some time, with either end left open where it may be."""
    week = st.lists(st.sampled_from(WEEK), min_size=1, max_size=3, unique=True)
    start = st.integers(-20, 80).map(lambda n: today + n * DAY)
    spans = st.tuples(start, st.integers(0, 25)).map(lambda span: {"start": str(span[0]), "end": str(span[0] + span[1] * DAY)})
    some = st.one_of(
        week.map(lambda names: {"weekdays": names}),
        spans,
        st.tuples(spans, week).map(lambda both: {**both[0], "weekdays": both[1]}),
        st.tuples(start, week).map(lambda both: {"start": str(both[0]), "weekdays": both[1]}),
        st.tuples(start, week).map(lambda both: {"end": str(both[0]), "weekdays": both[1]}),
    )
    return st.lists(some, max_size=3).map(lambda given: closures(*given))


STATES = ("option", "confirme", "en-cours", "rendu", "annule", "maintenance")


@st.composite
def tools(draw: st.DrawFn, today: date, reach: int = 120) -> Exhibition:
    """A tool with loans around the coming months: copies, versions, gaps, notice, lengths, states, and how fresh its owner's word is."""
    of = draw(st.lists(st.sampled_from(("souple", "rigide", "mini")), unique=True, max_size=3))
    least = draw(st.none() | st.integers(1, 14))
    terms: dict[str, Any] = {
        "min_days": least,
        "max_days": draw(st.none() | st.integers(least or 1, 40)),
        "notice_days": draw(st.none() | st.integers(0, 30)),
        "gap_days": draw(st.integers(0, 5)),
    }
    terms = {key: value for key, value in terms.items() if value is not None}
    gone = st.none() | st.integers(-10, reach).map(lambda n: str(today + n * DAY))
    came = (
        st.none()
        | st.sampled_from(("2024", str(today + reach // 2 * DAY)[:7]))
        | st.integers(-10, reach).map(lambda n: str(today + n * DAY))
    )
    keys: dict[str, Any] = {
        "acquired": draw(st.none() | came),
        "loan": terms if of else {**terms, "copies": draw(st.integers(1, 3))},
        "condition": draw(st.sampled_from(("bon",) * 8 + ("a-reviser", "retire"))),
        "availability_on": draw(st.none() | st.sampled_from((0, 7, 30, 89, 90, 91)).map(lambda n: str(today - n * DAY))),
        "retired_on": draw(st.none() | gone),
        "versions": [
            {
                "id": name,
                "label": f"Version {name}",
                "copies": draw(st.integers(1, 2)),
                "acquired": draw(st.none() | came),
                "retired_on": draw(st.none() | gone),
            }
            for name in of
        ],
    }
    keys = {key: value for key, value in keys.items() if value}
    return tool(*(draw(_loan(today, reach, of, keys)) for _number in range(draw(st.integers(0, 8)))), **keys)


@st.composite
def _loan(draw: st.DrawFn, today: date, reach: int, of: list[str], keys: dict[str, Any]) -> dict[str, Any]:
    start = today + draw(st.integers(-40, reach)) * DAY
    version = draw(st.sampled_from(of)) if of else None
    owned = next((each["copies"] for each in keys.get("versions", ()) if each["id"] == version), keys["loan"].get("copies", 1))
    lent: dict[str, Any] = {
        "start": str(start),
        "end": str(start + draw(st.integers(0, 30)) * DAY),
        "state": draw(st.sampled_from(STATES)),
        "copy": draw(st.integers(1, owned)),
    }
    return lent | ({"version": version} if version else {})
