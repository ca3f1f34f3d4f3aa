"""The dates of a rule: those of dateutil, which most calendars of Python use, and in bounded work where it never ends."""

from datetime import date, datetime, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from contributions.fields.recurrence_rule import BOUNDS, DAYS, FREQUENCIES, RuleError, parsed
from contributions.fields.repetition import repetitions
from support_limits import in_bounded_time

MOST = 60
LAST = date(2034, 12, 31)


def numbers(name: str) -> st.SearchStrategy[str]:
    least, most, backwards = BOUNDS[name]
    number = st.integers(least, min(most, 60)).flatmap(lambda n: st.sampled_from([n, -n]) if backwards else st.just(n))
    return st.lists(number, min_size=1, max_size=3).map(lambda found: f"{name}={','.join(map(str, found))}")


weekdays = st.lists(st.builds(str.__add__, st.sampled_from(["", "1", "2", "-1", "5", "-3"]), st.sampled_from(DAYS)), min_size=1, max_size=3)
parts = st.one_of(
    *(numbers(name) for name in BOUNDS),
    weekdays.map(lambda found: f"BYDAY={','.join(found)}"),
    st.integers(1, 5).map("INTERVAL={}".format),
    st.integers(1, 30).map("COUNT={}".format),
    st.dates(date(2026, 6, 1), date(2030, 1, 1)).map(lambda day: f"UNTIL={day:%Y%m%d}T120000"),
    st.sampled_from(DAYS).map("WKST={}".format),
)
rules = st.builds(
    lambda frequency, others: ";".join([f"FREQ={frequency}", *others]),
    st.sampled_from(FREQUENCIES),
    st.lists(parts, max_size=4, unique_by=lambda part: part.partition("=")[0]),
)
starts = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(lambda moment: moment.replace(second=0, microsecond=0))


@given(rules, starts)
def test_any_rule_gives_the_dates_that_dateutil_gives(text: str, start: datetime) -> None:
    try:
        rule = parsed(text)
    except RuleError:
        assume(False)
    found = list(islice(repetitions(rule, start, LAST), MOST))
    # dateutil looks for one date after the other until the year 9999: it is asked for those that there are.
    assert found == list(islice(rrulestr(text, dtstart=start), len(found)))


@given(rules, starts)
def test_any_rule_gives_dates_in_order_within_its_bounds(text: str, start: datetime) -> None:
    try:
        rule = parsed(text)
    except RuleError:
        assume(False)
    found = list(islice(repetitions(rule, start, LAST), MOST))
    assert found == sorted(set(found))
    assert all(start <= moment for moment in found)
    assert all(moment.date() <= LAST and (rule.until is None or moment <= rule.until) for moment in found)
    assert rule.count is None or len(found) <= rule.count


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=5FR",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=200",
    ],
)
def test_a_rule_that_never_matches_ends(text: str) -> None:
    tuesday = datetime(2026, 11, 17, 18)
    with in_bounded_time():
        assert list(repetitions(parsed(text), tuesday, date(2036, 12, 31))) == []


def test_a_rule_with_as_many_dates_as_it_may_have_is_read_no_further_than_asked() -> None:
    positions = ",".join(map(str, range(1, 366)))
    text = f"FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS={positions};BYHOUR={','.join(map(str, range(24)))}"
    with in_bounded_time():
        assert len(list(islice(repetitions(parsed(text), datetime(2026, 1, 1), date(2036, 12, 31)), 800))) == 800


@pytest.mark.parametrize("start", [datetime(9990, 5, 1), datetime(9999, 12, 31, 23), datetime(1, 1, 1)])
@pytest.mark.parametrize("frequency", FREQUENCIES)
def test_the_ends_of_the_calendar_are_no_error(start: datetime, frequency: str) -> None:
    found = list(islice(repetitions(parsed(f"FREQ={frequency}"), start, min(date(start.year, 12, 31), date.max)), 3))
    assert all(moment - start < timedelta(days=400) for moment in found)
