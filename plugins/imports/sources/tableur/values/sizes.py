"""Width, height and depth from one cell: « 2 x 3 m », « 200 × 300 cm », « L 60 x l 40 x H 45 cm », « 12 panneaux de 80 x 200 cm »."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from contributions.fields.measures import measured
from imports.sources.tableur.values.taking import NotTaken, shortened

NUMBER = r"\d+(?:[.,]\d+)?"
UNIT = r"(?:mm|cm|dm|m)\b"
LETTER = r"(?:larg(?:eur)?|long(?:ueur)?|haut(?:eur)?|prof(?:ondeur)?|[LlHhPp])\b\.?"
SIDE = re.compile(rf"(?:(?P<before>{LETTER})\s*[:=]?\s*)?(?P<number>{NUMBER})\s*(?P<unit>{UNIT})?\s*(?:\(?(?P<behind>{LETTER})\)?)?")
BETWEEN = re.compile(r"\s*(?:[x×X*]|sur|par|/)\s*|\s*,\s+|\s+(?=[LlHhPp]\b)")
WHAT = "panneaux?|roll[- ]?ups?|kak[ée]monos?|b[âa]ches?|posters?|affiches?|toiles?"
COUNTED = re.compile(rf"(?P<count>\d{{1,3}})\s+(?:{WHAT})\s*(?:\(?\s*(?:de|format|:|,|\()?\s*)", re.IGNORECASE)
LETTERS = re.compile(r"(?<![\w])(?P<letter>[LlHhPp])(?:\.|\b)")
LEAST, MOST = 30, 500
"""Centimetres of a side that is written without its unit: below may be metres, above millimetres."""
THIN = 10
"""How many times a thickness goes into the side before it, at least."""
SIDES = ("width_cm", "height_cm", "depth_cm")


def sizes(text: str, unit: str = "", heading: str = "") -> dict[str, str]:
    """The keys of a format that a text says, lengths in centimetres. `unit` and the letters of a heading say what a cell does not.

    Two sides are width and height; three are length, width and height, or the last of them a thickness. Raises NotTaken.

    >>> sizes("2 x 3 m"), sizes("12 panneaux de 80 x 200 cm")
    ({'width_cm': '200', 'height_cm': '300'}, {'panels': '12', 'width_cm': '80', 'height_cm': '200'})
    """
    own = " ".join(text.split()).strip(" .")
    made: dict[str, str] = {}
    if (counted := COUNTED.match(own)) and counted.end() < len(own):
        made["panels"] = counted["count"]
        own = own[counted.end() :].removesuffix(")")
    parts = [SIDE.fullmatch(part) for part in BETWEEN.split(own)]
    found = [part for part in parts if part]
    if len(found) != len(parts) or not 2 <= len(found) <= 3:
        raise NotTaken(f"« {shortened(text)} » n’est pas compris comme une largeur et une hauteur : « 80 x 200 cm ».")
    said = next((part["unit"] for part in reversed(found) if part["unit"]), unit)
    lengths = [_in_centimetres(part["number"], part["unit"] or said, text) for part in found]
    letters = [part["before"] or part["behind"] or "" for part in found]
    if not all(letters):
        letters = [each["letter"] for each in LETTERS.finditer(heading)] if not any(letters) else []
    if len(letters) != len(lengths):
        letters = []
    keys = _by_letters(letters) if letters else _by_order(lengths)
    if len(set(keys)) < len(lengths):
        raise NotTaken(f"« {shortened(text)} » dit deux fois le même côté.")
    return {**made, **{key: length for key in SIDES for name, length in zip(keys, lengths, strict=True) if name == key}}


def _in_centimetres(number: str, unit: str, text: str) -> str:
    if unit:
        return measured(f"{number} {unit}", "centimètres")
    if not LEAST <= float(number.replace(",", ".")) <= MOST:
        raise NotTaken(
            f"« {shortened(text)} » : en mètres ou en centimètres ? Dites-le dans la case, ou dans le titre : « Dimensions (cm) »."
        )
    return number.replace(",", ".")


def _by_order(lengths: Sequence[str]) -> tuple[str, ...]:
    if len(lengths) == 3 and float(lengths[2]) * THIN > float(lengths[1]):
        return "width_cm", "depth_cm", "height_cm"
    return SIDES[: len(lengths)]


def _by_letters(letters: Sequence[str]) -> tuple[str, ...]:
    """« L » is the length or the width; beside it, « l » is the other side on the floor."""
    names: Mapping[str, str] = {"h": "height_cm", "p": "depth_cm", "L": "width_cm"}
    small = "depth_cm" if "L" in (letter[0] for letter in letters) else "width_cm"
    return tuple(names.get(letter[0], names.get(letter[0].lower(), small)) for letter in letters)
