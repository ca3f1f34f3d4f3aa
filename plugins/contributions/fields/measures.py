"""Numbers as people write them, with their unit: what each says in the unit of its key, where that leaves no doubt.

The unit of a key stands in its help, once for contributors and for this: « En kilogrammes. », « En jours. ».
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from contributions.words.folding import ascii_of

LONGEST = 60
"""Characters of a number with its unit; a longer text says more than that."""
HELP = re.compile(r"En (?P<unit>[^\W\d_]+(?: carrés| cubes)?)\s?[.,:]")
LENGTHS: Mapping[str, str] = {
    "mm": "0.001", "cm": "0.01", "dm": "0.1", "m": "1", "km": "1000", "millimetre": "0.001", "centimetre": "0.01", "decimetre": "0.1",
    "metre": "1", "kilometre": "1000", "metre lineaire": "1", "ml": "1",
}  # fmt: skip
WEIGHTS = {"g": "0.001", "gramme": "0.001", "kg": "1", "kilo": "1", "kilogramme": "1", "t": "1000", "tonne": "1000"}
DURATIONS = {"min": "1", "mn": "1", "minute": "1", "'": "1", "h": "60", "heure": "60"}
DAYS = {"j": "1", "jour": "1", "jr": "1", "semaine": "7", "sem": "7", "quinzaine": "15"}
"""No months: they have 28 to 31 days."""
UNITS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "centimètres": ("0.01", LENGTHS),
    "mètres": ("1", LENGTHS),
    "mètres carrés": ("1", {"m2": "1", "metre carre": "1", "cm2": "0.0001"}),
    "mètres cubes": ("1", {"m3": "1", "metre cube": "1", "l": "0.001", "litre": "0.001", "dm3": "0.001"}),
    "kilogrammes": ("1", WEIGHTS),
    "minutes": ("1", DURATIONS),
    "jours": ("1", DAYS),
    "euros": ("1", {"€": "1", "euro": "1", "eur": "1"}),
    "années": ("1", {"an": "1", "annee": "1"}),
}
"""The unit of a key → what it is in the first unit of its sort, and what others are in that one."""
NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
    "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30,
}  # fmt: skip
PART = re.compile(
    r"(?P<number>\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[a-z]+)\s*(?P<unit>[cd]?m[23]|[a-z€'][a-z ]*?)?\s*(?=\d|et\b|,\s|$)"
)
AND = re.compile(r"(?:,\s*)?\bet\b\s*|,\s+")
UNSURE = re.compile(r"\d\.\d{3}(?!\d)")
"""« 1.200 kg » is 1,2 kg to some and 1 200 kg to others."""
BEFORE = re.compile(r"(?:poids|largeur|hauteur|profondeur|duree|surface|volume|prix|tarif)\s*:\s*")
SQUARE = str.maketrans({"²": "2", "³": "3", "\u00a0": " ", "\u202f": " ", "\u2019": "'"})


def unit_of(help: str) -> str:
    """The unit that the help of a key names, in the plural; empty where it names none.

    >>> unit_of("En kilogrammes."), unit_of("En tout.")
    ('kilogrammes', '')
    """
    found = HELP.match(help)
    return found["unit"] if found and found["unit"] in UNITS else ""


def measured(written: str, unit: str, noun: str = "") -> str:
    """The number that a text says, in a unit; empty where that is not certain. `noun` is what is counted, by the label of the key.

    >>> measured("45 kg", "kilogrammes"), measured("1,2 m", "centimètres"), measured("3 semaines", "jours"), measured("1h30", "minutes")
    ('45', '120', '21', '90')
    >>> measured("45 à 50 kg", "kilogrammes"), measured("12 panneaux", "", "Panneaux")
    ('', '12')
    """
    if len(written) > LONGEST:
        return ""
    text = BEFORE.sub("", _plain(written), count=1)
    own, known = scales_of(unit, noun)
    if UNSURE.search(text):
        return ""
    parts = _parts(text, known)
    return _shown(sum(parts, Decimal(0)) / Decimal(own)) if parts else ""


def scales_of(unit: str, noun: str = "") -> tuple[str, Mapping[str, str]]:
    """What a unit is in the first one of its sort, and what others are in that one; what is counted is a unit by itself."""
    return UNITS.get(unit, ("1", {_singular(_plain(noun)): "1"} if noun else {}))


def counted(written: str) -> str:
    """The number of a text that is nothing but a number in words: « douze »; empty for any other.

    >>> counted("Douze"), counted("une douzaine")
    ('12', '')
    """
    number = NUMBERS.get(_plain(written)) if len(written) <= LONGEST else None
    return str(number) if number else ""


def _parts(text: str, known: Mapping[str, str]) -> list[Decimal]:
    """Each quantity of a text in the first unit of its sort, largest unit first; none where a part of it says something else."""
    found: list[Decimal] = []
    scales: list[Decimal] = []
    at = 0
    while at < len(text):
        part = PART.match(text, at)
        number = _number(part["number"]) if part else None
        if part is None or number is None:
            return []
        unit = _singular(" ".join((part["unit"] or "").split()))
        scale = Decimal(known[unit]) if unit in known else _minutes(part["number"], scales, known) if not unit else None
        if scale is None or (scales and scale >= scales[-1]):
            return []
        found.append(number * scale)
        scales.append(scale)
        joint = AND.match(text, part.end())
        at = joint.end() if joint else part.end()
    return found


def _minutes(number: str, scales: list[Decimal], known: Mapping[str, str]) -> Decimal | None:
    """The unit of the two digits behind hours (« 1h30 »); no other number goes without one."""
    of_an_hour = known is DURATIONS and scales == [Decimal(60)] and re.fullmatch(r"[0-5]\d", number)
    return Decimal(1) if of_an_hour else None


def _number(word: str) -> Decimal | None:
    if word[0].isdigit():
        return Decimal(word.replace(" ", "").replace(",", "."))
    return Decimal(NUMBERS[word]) if word in NUMBERS else None


def _plain(text: str) -> str:
    """Lower case ASCII, one space between words; what has no such form stays, so that it says something."""
    lower = text.strip().rstrip(".").translate(SQUARE).lower()
    return " ".join("".join(ascii_of(mark) or mark for mark in lower).split())


def _singular(unit: str) -> str:
    return " ".join(word[:-1] if len(word) > 2 and word[-1] in "sx" else word for word in unit.split())


def _shown(number: Decimal) -> str:
    plain = f"{number.normalize():f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
