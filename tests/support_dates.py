"""People who write days and hours, in many spellings: what they mean is known here, and is not asked of the code that reads them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
SHORT_MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
SPACES = [" ", " ", " ", "\u00a0", "\u202f", "  "]
NOISE = ["vers", "environ", "à confirmer", "sauf", "date limite", "mi-octobre", "?", "(annulé)", "avant", "à partir du", "reporté", "3e"]


@dataclass(frozen=True)
class Said:
    """A text, and the moment or the moments that whoever wrote it means, as the contract writes them."""

    text: str
    meant: tuple[str, ...]


days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
minutes = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


def _plain(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def _cases() -> SearchStrategy[Callable[[str], str]]:
    return st.sampled_from([str, str, str.upper, str.capitalize, _plain, lambda text: unicodedata.normalize("NFD", text)])


@st.composite
def day_in_words(draw: DrawFn, day: date, year: bool = True, weekday: bool = True) -> str:
    """« samedi 1er janvier 2028 », in many ways."""
    space = st.sampled_from(SPACES)
    number = draw(st.sampled_from(["1er", "1ER", "1", "01"] if day.day == 1 else [str(day.day), f"{day.day:02}"]))
    month = draw(st.sampled_from([MONTHS[day.month - 1], SHORT_MONTHS[day.month - 1], SHORT_MONTHS[day.month - 1].rstrip(".")]))
    name = WEEKDAYS[day.weekday()]
    front = draw(st.sampled_from(["", f"{name} ", f"{name[:3]}. ", f"le {name} ", "le ", f"{name}, "])) if weekday else ""
    text = f"{front}{number}{draw(space)}{month}" + (f"{draw(space)}{day.year}" if year else "")
    return draw(_cases())(text)


@st.composite
def day_in_figures(draw: DrawFn, day: date) -> str:
    """The day, month and year in French order, or as ISO 8601 has them, with one mark between them."""
    mark = draw(st.sampled_from(["/", "-", ".", " / "]))
    padded = draw(st.booleans())
    parts = [f"{day.day:02}", f"{day.month:02}"] if padded else [str(day.day), str(day.month)]
    return mark.join([str(day.year), *reversed(parts)] if draw(st.booleans()) else [*parts, str(day.year)])


@st.composite
def hour(draw: DrawFn, clock: time, after_a_date: bool = True, after_figures: bool = False) -> str:
    """« 18 h 30 », in many ways; no AM or PM after figures, which may have the month first then."""
    said, two = clock.hour, f"{clock.minute:02}"
    space = draw(st.sampled_from(["", *SPACES[3:]]))
    ways = [
        f"{said}h{two}", f"{said:02}:{two}", f"{said}:{two}", f"{said}{space}h{space}{two}", f"{said}H{two}", f"{said} heures {two}",
        f"{said:02}:{two}:00",
    ]  # fmt: skip
    ways += [f"{said}.{two}"] if after_a_date else []
    ways += [f"{said}h", f"{said} h", f"{said} heures"] if clock.minute == 0 else []
    twelve, half = said % 12 or 12, "AM" if said < 12 else "PM"
    ways += [] if after_figures else [f"{twelve}:{two} {half}", f"{twelve}:{two}{half.lower()}"]
    ways += [f"{said - 12}h{two} du soir"] if 17 <= said <= 23 else []
    ways += [f"{said - 12}h{two} de l’après-midi"] if 13 <= said <= 18 else []
    ways += [f"{said}h{two} du matin"] if said < 12 else []
    ways += ["midi"] if clock == time(12) else []
    return draw(st.sampled_from(ways))


@st.composite
def moments(draw: DrawFn) -> Said:
    """One day, or one day with its hour."""
    day = draw(days)
    in_figures = draw(st.booleans())
    text = draw(day_in_figures(day) if in_figures else day_in_words(day))
    if draw(st.booleans()):
        return Said(text, (day.isoformat(),))
    clock = draw(minutes)
    meant = f"{day.isoformat()} {clock:%H:%M}"
    if draw(st.integers(0, 5)) == 0:
        return Said(f"{draw(hour(clock, after_a_date=False))} le {draw(day_in_words(day, weekday=False))}", (meant,))
    return Said(f"{text}{draw(st.sampled_from([' à ', ' ', ', ', ' - ', ', à ']))}{draw(hour(clock, after_figures=in_figures))}", (meant,))


@st.composite
def several(draw: DrawFn) -> Said:
    """Days or hours from one to another, or one and another."""
    day, clock = draw(days), time(draw(st.integers(0, 11)), draw(st.integers(0, 59)))
    later_day, later = day + timedelta(days=draw(st.integers(1, 40))), time(draw(st.integers(12, 23)), draw(st.integers(0, 59)))
    way = draw(st.sampled_from(["du_au", "and", "slash", "hours", "moments"]))
    if way == "du_au":
        text = f"du {draw(day_in_words(day, weekday=False))} au {draw(day_in_words(later_day, weekday=False))}"
        return Said(text, (str(day), str(later_day)))
    if way == "and":
        link = draw(st.sampled_from([" et ", " ou ", ", ", " & ", " puis "]))
        return Said(f"{draw(day_in_words(day))}{link}{draw(day_in_words(later_day))}", (str(day), str(later_day)))
    if way == "slash":
        return Said(f"{day}{draw(st.sampled_from(['/', ' / ', ' - ', ' – ', ' au ', ' → ']))}{later_day}", (str(day), str(later_day)))
    if way == "hours":
        link = draw(st.sampled_from([" - ", "-", " à ", "/", " – ", " et "]))
        one, other = (draw(hour(each, after_figures=True)) for each in (clock, later))
        return Said(f"{draw(day_in_figures(day))} {one}{link}{other}", tuple(f"{day} {each:%H:%M}" for each in (clock, later)))
    text = f"du {draw(day_in_words(day, weekday=False))} à {draw(hour(clock))} au {draw(day_in_words(later_day))} à {draw(hour(later))}"
    return Said(text, (f"{day} {clock:%H:%M}", f"{later_day} {later:%H:%M}"))


@st.composite
def noisy(draw: DrawFn) -> str:
    """A moment with words beside it that make something else of it."""
    said, word = draw(st.one_of(moments(), several())).text, draw(st.sampled_from(NOISE))
    return f"{word} {said}" if draw(st.booleans()) else f"{said} {word}"
