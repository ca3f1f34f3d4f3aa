"""How people write days, hours and zones: words, marks and numbers of one meaning, as tables that the form's script reads too.

Patterns see text as `plain` gives it, and use only what Python and JavaScript understand alike. A kind is a letter:

    D whole date   X date whose year has two digits   d day and month   M month and year   n day   m month   y year   w weekday
    C hour   p hour with a point, which only a date before it tells from a date   H half of the day   Q quarter   Z zone
    and links: l le   f du, de   b entre   a à   u au, jusqu’au   e et   o ou   t the T of ISO 8601   s dash between spaces   , / -
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_ENGLISH_MONTHS = "january february march april may june july august september october november december".split()
_ENGLISH_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

ACCENTS = "\u0300\u0301\u0302\u0308"
"""What is taken off letters; any other sign is somebody's meaning, and stays in the way."""
BLANKS = r"[ \t\r\n\u00a0\u2000-\u200a\u202f\u3000]+"
SIGNS: Mapping[str, str] = {"’": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "ᵉ": "e", "ʳ": "r"}


def plain(text: str) -> str:
    """Lower case, without accents; one plain space, apostrophe or dash for all of theirs; no point at the end. Nothing else is left out.

    >>> plain("Samedi 13 févr. 2021,  à 14\u202fH")
    'samedi 13 fevr. 2021, a 14 h'
    """
    letters = unicodedata.normalize("NFD", text.translate({ord(sign): said for sign, said in SIGNS.items()})).translate(
        dict.fromkeys(map(ord, ACCENTS))
    )
    return re.sub(BLANKS, " ", letters).strip(" ").lower().removesuffix(".")


def _beginnings(*languages: Iterable[str]) -> Mapping[str, int]:
    """The words of several languages by their number from 1, whole or cut after three letters, where no other begins so."""
    found: dict[str, set[int]] = {}
    for names in languages:
        for number, name in enumerate(map(plain, names), 1):
            for end in range(3, len(name) + 1):
                found.setdefault(name[:end], set()).add(number)
    return MappingProxyType({word: numbers.pop() for word, numbers in found.items() if len(numbers) == 1})


MONTH_WORDS = _beginnings(MONTHS, _ENGLISH_MONTHS)
WEEKDAY_WORDS = _beginnings(WEEKDAYS, _ENGLISH_WEEKDAYS)
LINK_WORDS = {
    "le": "l", "du": "f", "de": "f", "entre": "b", "a": "a", "au": "u", "jusqu'au": "u", "jusqu'a": "u", "et": "e", "puis": "e", "ou": "o",
}  # fmt: skip

LOCAL_HOURS = {
    "Europe/Paris": "heure de Paris",
    "Indian/Reunion": "heure de La Réunion",
    "Indian/Mayotte": "heure de Mayotte",
    "America/Guadeloupe": "heure de Guadeloupe",
    "America/Martinique": "heure de Martinique",
    "America/Cayenne": "heure de Guyane",
}
"""The hours of French regions, as one says and reads them."""
HERE = "here"
ZONES: Mapping[str, tuple[str, tuple[int | str, ...]]] = {
    "z": ("Z", (0,)),
    "utc": ("UTC", (0,)),
    "gmt": ("GMT", (0,)),
    "cet": ("CET", (60, "Europe/Paris")),
    "cest": ("CEST", (120, "Europe/Paris")),
    "heure normale d'europe centrale": ("Heure d’Europe centrale", (60, "Europe/Paris")),
    "heure d'ete d'europe centrale": ("Heure d’été d’Europe centrale", (120, "Europe/Paris")),
    "heure locale": ("Heure locale", (HERE,)),
    **{plain(said): (said.replace("h", "H", 1), (name,)) for name, said in LOCAL_HOURS.items()},
    **{plain(name): (name, (name,)) for name in LOCAL_HOURS},
}
"""How a zone is called in a sentence, and its minutes before universal time, its name, or that of the hub: all must be of one mind."""

HALVES: Mapping[str, Mapping[int, int]] = {
    "a": {hour: hour % 12 for hour in range(1, 13)},
    "p": {hour: hour % 12 + 12 for hour in range(1, 13)},
    "du matin": {hour: hour for hour in range(12)},
    "du soir": {hour: hour + 12 if hour < 12 else hour for hour in (*range(5, 12), *range(17, 24))},
    "de l'apres-midi": {hour: hour + 12 if hour < 12 else hour for hour in (*range(1, 7), *range(12, 19))},
}
"""The hour of the day by the hour that is said of a half; nobody says « 2 h du soir » or « 14:30 PM »."""
QUARTERS = {"et demie": 30, "et demi": 30, "et quart": 15}
NOONS = {"midi": 12, "minuit": 0}

TURN = 69
"""Years of two digits from it on are of the last century, as POSIX has it for %y."""


class Spelling(NamedTuple):
    """A pattern of a kind; `after` are the kinds of which one must stand before it, if it is not empty."""

    kind: str
    pattern: str
    after: str = ""


_HOUR, _MINUTE, _YEAR = r"(?P<hour>[0-9]{1,2})", r"(?P<minute>[0-9]{2})", r"(?P<year>[0-9]{4})"
_DAY, _MONTH, _SEPARATOR = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})", r"(?P<separator>-|\.| ?/ ?)"
_OVER = r"(?![0-9])"
_SECONDS = r":[0-5][0-9](?:[.,][0-9]{1,9})?"
_NAMED_ZONES = "|".join(sorted(ZONES, key=len, reverse=True))
_NAMED_MONTHS = "|".join(sorted({word for word in MONTH_WORDS if len(word) <= 4}))
_OFFSET = r"(?:(?:utc|gmt) ?(?P<sign>[+-])(?P<hours>[0-9]{1,2})|\+(?P<east>[0-9]{2}))(?::?(?P<minutes>[0-9]{2}))?"
# West of Greenwich by itself after seconds only, and with a colon only behind a T: « 08:00-10:00 » is from eight to ten.
_WEST, _WEST_OF_T = (rf"(?: ?-(?P<west>[0-9]{{2}}){colon}(?P<minutes>[0-9]{{2}}){_OVER})?" for colon in ("", ":?"))
_COLON_HOUR = rf"{_HOUR} ?: ?{_MINUTE}"

SPELLINGS = (
    Spelling("Z", rf"[\[(]?(?P<zone>{_NAMED_ZONES})[\])]?(?![a-z0-9+-])", "CpHQZ"),
    Spelling("Z", rf"[\[(]?{_OFFSET}[\])]?(?![0-9:h])", "Cp"),
    Spelling("H", r"(?P<half>du matin|du soir|de l'apres-midi)(?![a-z])", "Cp"),
    Spelling("Q", r"(?P<quarter>et demie?|et quart)(?![a-z])", "C"),
    Spelling("t", r"t(?=[0-9])", "D"),
    Spelling("C", rf"(?P<hour>[0-9]{{2}}){_MINUTE}(?:[0-5][0-9])?{_OVER}", "t"),
    Spelling("D", rf"{_YEAR}{_SEPARATOR}{_MONTH}(?P=separator){_DAY}{_OVER}"),
    Spelling("D", rf"{_DAY}{_SEPARATOR}{_MONTH}(?P=separator){_YEAR}{_OVER}"),
    Spelling("D", rf"{_DAY}(?P<separator>[-/.])(?P<name>[a-z]{{3,9}})\.?(?P=separator){_YEAR}{_OVER}"),
    Spelling("D", rf"(?P<year>(?:1[5-9]|2[0-2])[0-9]{{2}})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3][0-9]){_OVER}"),
    Spelling("C", rf"{_HOUR}(?: ?[:.h] ?{_MINUTE}(?::[0-5][0-9])?)? ?(?P<half>[ap])\.?m\.?(?![a-z])"),
    Spelling("C", rf"{_COLON_HOUR}{_SECONDS}{_WEST_OF_T}(?![0-9:])", "t"),
    Spelling("C", rf"{_COLON_HOUR}(?:{_SECONDS}{_WEST})?(?: ?h(?![a-z0-9]))?(?![0-9:])"),
    Spelling("C", rf"{_HOUR} ?(?:heures?|hrs?|h)(?![a-z])(?: ?{_MINUTE}{_OVER}(?: ?(?:minutes?|min|mn)(?![a-z]))?)?{_OVER}"),
    Spelling("C", r"(?P<noon>midi|minuit)(?![a-z])"),
    Spelling("M", rf"{_MONTH}[-/.]{_YEAR}(?![0-9]|[-/.][0-9])"),
    Spelling("M", rf"{_YEAR}[-/.]{_MONTH}(?![0-9]|[-/.][0-9])"),
    Spelling("X", r"(?P<one>[0-9]{1,2})(?P<separator>[-/.])(?P<month>[0-9]{1,2})(?P=separator)(?P<other>[0-9]{2})(?![0-9])"),
    Spelling("d", rf"{_DAY}/{_MONTH}(?![0-9/]| ?(?:{_NAMED_MONTHS}))"),
    Spelling("p", rf"{_HOUR}\.{_MINUTE}(?![0-9]|\.[0-9])"),
    Spelling("n", r"(?P<day>0?1) ?er(?![a-z])"),
    Spelling("n", rf"{_DAY}(?![0-9a-z])"),
    Spelling("y", rf"{_YEAR}(?![0-9a-z])"),
    Spelling("s", r"(?<= )-(?= )"),
    Spelling("-", r"[-=]?>|→|-"),
    Spelling(",", r"[,;]"),
    Spelling("e", r"[&+]"),
    Spelling("/", r"/"),
)
"""Tried in order at each place; a word is looked up in the tables of words, a month and a weekday with or without a point."""
IN_FIGURES = r"^[0-9]{1,2}[-./ ]+[0-9]"
"""A day whose month may come first, as Americans write it."""
WORD = r"(?P<word>[a-z]+(?:'[a-z]+)?)(?P<point>\.?)"

ITEMS = r"(?P<D>l?(?:w,?)?l?(?:D|X|d|nm,?y|nmn(?!,?[my])|nm|mn,?y|n))|(?P<C>[Cp]H?Q?Z*)|(?P<M>M|my)|(?P<Y>y)|(?P<link>.)"
"""What the letters of a text are, put together: days, hours, months, a year alone; any other letter links them."""

# A dash without spaces is no « à »: « 2026-10-13-03:00 » is a day of a zone.
_TO, _AND, _AT = r"(?:[-s/u]|au|a)", r"(?:,?[eo]|,)a?", r"(?:t|[,s]?a?)"
_DAYS = rf"f?D{_TO}D|D(?:{_AND}D)+|bDeD|D"
_CLOCKS = rf"f?C{_TO}C|C(?:{_AND}C)+|bCeC|C"
ONE = rf"^(?:D(?:{_AT}C)?|a?C(?:,?D)?|M|Y)$"
PAIRED = rf"^(?:f?D{_AT}C(?P<to>{_TO}f?D{_AT}C)|D{_AT}C(?:{_AND}D{_AT}C)+)$"
"""Days that each have their hour."""
CROSSED = rf"^(?:(?P<days>{_DAYS})(?:{_AT}(?P<clocks>{_CLOCKS}))?|(?P<clocks_first>{_CLOCKS})(?:,?(?P<days_last>{_DAYS}))?)$"
"""Days that share their hours."""
TO = r"[-s/ub]|(?<![eo,])a"
"""In a part of CROSSED: that it goes from one to another, where the others are single ones."""
