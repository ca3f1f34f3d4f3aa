"""What is written of a day or an hour is what whoever said it means, or nothing: their words are composed with their meaning beside."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from contributions.fields.date_answers import Asked, answer
from contributions.fields.when import When
from contributions.fields.written_dates import read
from support_dates import MONTHS, SHORT_MONTHS, WEEKDAYS, Said, moments, noisy, several
from support_limits import in_bounded_time

START = Asked("moment", "start", ZoneInfo("Europe/Paris"))
SHORT_WORDS = [
    "du",
    "au",
    "le",
    "à",
    "et",
    "ou",
    "de",
    "entre",
    "puis",
    "vers",
    "sauf",
    "midi",
    "soir",
    "matin",
    "h",
    "am",
    "pm",
    "er",
    "t",
]
WORDS = [
    *MONTHS,
    *SHORT_MONTHS,
    *WEEKDAYS,
    *SHORT_WORDS,
    "mar.",
    "jeu",
    "sept",
    "septembr",
    "octo",
    "fin",
    "début",
    "environ",
    "PM",
    "du soir",
]
MARKS = [" ", " ", " ", "", "-", "/", ".", ":", ",", ", ", "h", "H", " à ", " et ", "–", "T", "(", ")", "?", "'", "er "]
NUMBERS = st.one_of(
    st.integers(0, 31).map(str),
    st.integers(1, 31).map(lambda number: f"{number:02}"),
    st.integers(1990, 2040).map(str),
    st.integers(0, 99999).map(str),
)
PIECES = st.one_of(NUMBERS, NUMBERS, st.sampled_from(WORDS))
ANY = st.lists(st.tuples(PIECES, st.sampled_from(MARKS)), min_size=1, max_size=8).map(lambda pieces: "".join(map("".join, pieces)).strip())
KNOWN = {
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "le", "a", "h", "er", "t", "am", "pm", "du", "soir", "matin", "midi", "p", "m",
}  # fmt: skip
"""Words that may stand beside one date without changing it, besides the names of months, and what shortens either."""


@given(moments())
@settings(max_examples=400)
def test_one_moment_is_written_as_it_is_meant(said: Said) -> None:
    assert answer(said.text, START).meant == said.meant[0]


@given(several())
@settings(max_examples=300)
def test_of_several_none_is_written_and_each_is_told(said: Said) -> None:
    told = answer(said.text, START)
    assert told.meant == ""
    assert all(moment in told.repair for moment in said.meant), (said, told)


@given(noisy())
@settings(max_examples=200)
def test_beside_words_that_are_not_understood_nothing_is_written(text: str) -> None:
    assert answer(text, START).meant == ""


@given(ANY)
@settings(max_examples=1000)
@example("7 janvier 2027 18h 20 2028")
@example("14h 20 janvier 2027")
@example("13 octobre 2026 14")
@example("20261013")
@example("13/10/2026 24h")
@example("13/10/2026 14:30:45")
def test_every_number_and_word_of_any_text_is_in_what_is_written(text: str) -> None:
    meant = answer(text, START).meant
    if not meant:
        return
    assert any(_numbers(text) <= said for said in _said(When.parse(meant))), (text, meant)
    assert {word for word in re.findall(r"[a-z]+", _bare(text)) if not _known(word)} == set(), (text, meant)


@given(st.text(alphabet="0123456789/-.: hàetduT", max_size=150))
def test_no_text_takes_long(text: str) -> None:
    with in_bounded_time():
        read(text)


def _numbers(text: str) -> Counter[int]:
    """The numbers of a text but seconds; eight digits are a year, a month and a day."""
    apart = re.sub(r"(?<![0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])", r"\1 \2 \3", re.sub(r"(:[0-9]{2}):[0-9]{2}", r"\1", text))
    return Counter(int(number) for number in re.findall(r"[0-9]+", apart))


def _said(written: When) -> Iterator[Counter[int]]:
    """The numbers by which a moment can be said: its hour of twelve too, and midnight as the 24th hour of the day before."""
    day, clock = written.day, written.clock
    if clock is None:
        yield Counter((day.year, day.month, day.day))
        return
    for hour in (clock.hour, clock.hour % 12, clock.hour % 12 or 12):
        yield Counter((day.year, day.month, day.day, hour, clock.minute))
    before = day - timedelta(days=1)
    yield Counter((before.year, before.month, before.day, 24, 0))


def _bare(text: str) -> str:
    return text.lower().translate(str.maketrans("éèêûôàç", "eeeuoac"))


def _known(word: str) -> bool:
    return word in KNOWN or any(_bare(name).startswith(word) for name in (*MONTHS, *WEEKDAYS) if len(word) > 2)
