"""Whatever arrives when, and whichever letters are frozen, a letter says each contribution once as new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.library.library import Library
from contributions.library.lists import Any_
from contributions.models.beside import Record
from contributions.reading.sent_letters import read_record
from newsletter.frozen import freeze
from newsletter.weekly import letter
from newsletter.weeks import weeks
from support import article, read_library, write
from support_letters import said_as_new

FIRST = date(2026, 6, 1)
"""A Monday."""
LETTERS = 14
ARTICLES = 6


@st.composite
def articles(draw: st.DrawFn) -> list[tuple[date, date]]:
    """Of some articles, the day that each is dated, and the day on which it is merged, on time or late."""
    found = []
    for _number in range(draw(st.integers(1, ARTICLES))):
        dated = FIRST + timedelta(draw(st.integers(-3, 40)))
        late = draw(st.sampled_from([0, 0, 1, 5, 7, 20, 41, 60, 75]))
        found.append((dated, dated + timedelta(late)))
    return found


EVERY_WEEK = [(FIRST + timedelta(7 * number - 2),) * 2 for number in range(LETTERS)]
"""Articles that come on time, one for each letter: so that there is one."""


def sent(found: list[tuple[date, date]], frozen: list[bool]) -> Iterator[list[str]]:
    """What each Monday's letter says as new when it leaves; `frozen` tells which of them leave a record."""
    tree = {
        name: text for number, (dated, _merged) in enumerate(found) for name, text in article(f"n{number}", date=dated.isoformat()).items()
    }
    with TemporaryDirectory() as folder:
        whole = read_library(write(Path(folder), tree), FIRST + timedelta(365))
        records: dict[str, Record] = {}
        for number in range(LETTERS):
            monday = FIRST + timedelta(7 * number)
            there = [one for one in whole.all if found[int(one.slug[1:])][1] <= monday]
            library = of(whole, there, monday, records)
            year, week, _day = monday.isocalendar()
            name = f"{year}-w{week:02}"
            if name not in weeks(library):
                continue
            yield said_as_new(letter(library, name))
            if frozen[number]:
                records[name] = recorded(Path(folder), name, freeze(library, name)[1])


def of(whole: Library, there: list[Any_], today: date, records: dict[str, Record]) -> Library:
    """The library of what is there on a day."""
    library = Library(whole.hub, there, today)
    library.frozen = records
    return library


def recorded(folder: Path, name: str, data: bytes) -> Record:
    """A record as it is read from its file."""
    file = folder / f"{name}.json"
    file.write_bytes(data)
    read = read_record(data)
    told = read.letter
    return Record(name, file, data, told.title, told.summary, told.label, told.published, read.announced, read.earlier)


def title(number: int) -> str:
    """That of an article."""
    return f"Sujet n{number}"


@given(found=articles())
@settings(max_examples=25)
def test_where_every_letter_is_frozen_each_is_new_once_unless_it_came_eight_weeks_late(found: list[tuple[date, date]]) -> None:
    said = Counter(one for new in sent([*found, *EVERY_WEEK], [True] * LETTERS) for one in new)
    for number, (dated, merged) in enumerate(found):
        # The first Monday after the day that it is dated, on which it is there; letters leave in the morning.
        leaves = next((monday for monday in mondays() if monday > dated and monday >= merged), None)
        late = leaves is None or (leaves - dated).days > 56
        assert said[title(number)] == (0 if late else 1), (dated, merged, leaves)


@given(found=articles(), frozen=st.lists(st.booleans(), min_size=LETTERS, max_size=LETTERS))
@settings(max_examples=25)
def test_whichever_letters_are_frozen_none_is_new_twice(found: list[tuple[date, date]], frozen: list[bool]) -> None:
    said = Counter(one for new in sent(found, frozen) for one in new)
    assert max(said.values(), default=0) <= 1
    for number, (dated, merged) in enumerate(found):
        if merged == dated:
            assert said[title(number)] == 1


def mondays() -> list[date]:
    """Of the letters."""
    return [FIRST + timedelta(7 * number) for number in range(LETTERS)]
