"""A number in a cell, in the unit of its key: its own, else the heading's, else the one that it can only be."""

from __future__ import annotations

import re
from collections.abc import Mapping

from contributions.fields.measures import scales_of, unit_of
from contributions.judging.certain import number
from contributions.judging.structure import declared_at
from contributions.models import KINDS
from imports.sheets.workbook import Cell
from imports.sources.tableur.columns.names import Column
from imports.sources.tableur.values.taking import NotTaken, shortened

BARE = re.compile(r"\d[\d \u00a0\u202f]*(?:[.,]\d+)?")
PLAIN_UNITS: Mapping[str, str] = {
    "kilogrammes": "kg",
    "mètres carrés": "m2",
    "mètres cubes": "m3",
    "mètres": "m",
    "euros": "€",
    "années": "an",
}
"""Units that a number without one has for everybody."""
LIKELY: Mapping[str, tuple[int, int, str]] = {"centimètres": (30, 500, "cm"), "minutes": (10, 600, "min"), "jours": (7, 400, "jours")}
"""Units of which a number without one may be another (metres, hours, weeks): between which numbers it can be no other."""
BLANKS = re.compile(r"[ \u00a0\u202f]")


def number_of(kind: str, column: Column, cell: Cell) -> str:
    """A number in the unit of its key: of the cell, else of the heading, else the one that it can only be. Raises NotTaken."""
    model, text = KINDS[kind], " ".join(cell.text.split())
    label, help_, _example = declared_at(model, column.path)
    unit = unit_of(help_)
    if cell.sort == "clock" and unit == "minutes":
        hours, minutes = (int(part) for part in text.split(":"))
        return str(hours * 60 + minutes)
    said = text
    if BARE.fullmatch(text) and unit and not column.exact:
        said = f"{text} {_unit(text, unit, column)}"
    elif BARE.fullmatch(text):
        return bare(text)
    found = number(model, column.path, said)
    if not found:
        raise NotTaken(f"« {shortened(text)} » ne donne pas un nombre sûr pour « {label} »{f' (en {unit})' if unit else ''}.")
    return found


def _unit(text: str, unit: str, column: Column) -> str:
    known = scales_of(unit)[1]
    if column.unit in known:
        return column.unit
    if unit in PLAIN_UNITS:
        return PLAIN_UNITS[unit]
    least, most, own = LIKELY[unit]
    if least <= float(bare(text)) <= most:
        return own
    raise NotTaken(f"« {text} » : dans quelle unité ? Dites-la dans le titre de la colonne, par exemple « {column.heading} ({own}) ».")


def as_words(column: Column, cell: Cell) -> str:
    """A number alone in the place of a group, as words say it: a price, an age."""
    text = " ".join(cell.text.split())
    if column.path[-1] == "price" and float(bare(text)) == 0:
        return "gratuit"
    return f"{text} €" if column.path[-1] in {"price", "insurance"} else text


def bare(text: str) -> str:
    """A number as programs write it: « 1 200,5 » is 1200.5."""
    return BLANKS.sub("", text).replace(",", ".")


def counted(text: str) -> dict[str, str]:
    """So many of something: « 12 panneaux », « loupes x 5 », « loupes (5) ». Raises NotTaken."""
    own = text.strip(" -–•.")
    found = re.fullmatch(r"(?P<quantity>\d{1,4})\s*[x×]?\s*(?P<item>[^\W\d].*)", own) or re.fullmatch(
        r"(?P<item>[^\W\d].*?)\s*(?:[x×:]\s*|\()(?P<quantity>\d{1,4})\)?", own
    )
    if not found:
        raise NotTaken(f"« {shortened(text)} » ne dit pas combien : « 12 panneaux ».")
    return {"quantity": found["quantity"], "item": found["item"]}
