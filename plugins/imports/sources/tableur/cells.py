"""What a cell says, as front matter has it: typed by the key of its column, and only where all of the cell says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from contributions.fields.addresses import URL, web_address
from contributions.fields.date_answers import Asked, Wanted, answer
from contributions.fields.levels import CLASSES, LEVELS, level_of, levels_in
from contributions.fields.measures import scales_of, unit_of
from contributions.fields.vocabulary import meant
from contributions.geography.town_names import parted
from contributions.geography.towns import Town, Towns
from contributions.judging.certain import number, word
from contributions.judging.reshaping import as_entries, as_group
from contributions.judging.structure import choices_of, declared_at, field_at, shape_of, sort_of, vocabulary_of
from contributions.judging.wordings import UNKNOWN
from contributions.models import KINDS
from contributions.region.hub import Hub
from contributions.sheets.loan_columns import INFLECTED, NO, YES, day_numbered, day_of
from contributions.words.slugs import slug_of
from contributions.words.spelling import marked
from imports.sources.tableur.columns import Column
from imports.sources.tableur.workbook import Cell

DATES: Mapping[str, Wanted] = {"date": "day", "moment": "moment", "precision": "when"}
PARTS = re.compile(r"\s*[;\n|•]\s*")
"""What parts the entries of a list, whatever they are."""
FINER = re.compile(r"\s*[,/]\s*|\s+-\s+")
"""What parts them where no entry has it inside."""
AND = re.compile(r"\s+(?:et|&|\+)\s+")
RANGE = re.compile(r"(?:du|de la|de|des)?\s*(?P<first>\S.*?)\s+(?:à la|à|au|jusqu.(?:à la|à|au))\s+(?P<last>\S.*)", re.IGNORECASE)
BARE = re.compile(r"\d[\d \u00a0\u202f]*(?:[.,]\d+)?")
FRACTION = re.compile(r"(?P<day>[345]\d{4})[.,](?P<part>\d+)")
"""A day and a time of it, as a spreadsheet counts them."""
EPOCH = datetime(1899, 12, 30)
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
PHONE = re.compile(r"[1-9]\d{8}")
"""What a spreadsheet leaves of a French number that it takes for a sum."""


class NotTaken(Exception):
    """A cell that says nothing which its key can hold; the text says why (French, a sentence)."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a cell that are none of the region's: the map may know them."""

    found: tuple[str, ...]
    left: tuple[str, ...]


def value(kind: str, column: Column, cell: Cell, hub: Hub) -> Any:
    """The value of a key that a cell says: a text, a list, a group, or a list of groups. Raises NotTaken."""
    model, path = KINDS[kind], column.path
    field = field_at(model, path)
    assert field is not None, "a column leads to a key"
    shape, sort, text = shape_of(field), sort_of(field), " ".join(cell.text.split())
    if path[-1] == "city" and shape == "word":
        return town(text, hub)
    if shape == "word":
        return _word(kind, column, cell, hub)
    if shape == "words":
        vocabulary = vocabulary_of(field, kind)
        if choices_of(field) == LEVELS:
            return levels(cell.text)
        if known := hub.vocabularies.get(vocabulary) if vocabulary else None:
            return vocabulary_words(cell.text, known)
        if choices := choices_of(field):
            return [_choice(path[-1], part, choices) for part in entries(cell.text)]
        if sort == "date":
            return [dated(Cell(part), "day", hub) for part in entries(cell.text)]
        # A title may have a comma: what names a contribution, or a structure, is parted by what nothing else is.
        several = [part for part in PARTS.split(cell.text) if part] if sort in {"slug", "related"} else entries(cell.text)
        return [" ".join(part.split()) for part in several]
    said = _amount(column, cell) if cell.sort == "number" or BARE.fullmatch(text) else text
    if shape == "group":
        made = as_group(model, path, path[-1], said, hub.vocabularies).get(path[-1])
    elif path[-1] == "contents":
        made = [_counted(part) for part in PARTS.split(cell.text) if part]
    else:
        lines = [part for part in PARTS.split(cell.text) if part]
        made = [entry for line in lines for entry in as_entries(model, path, path[-1], line, hub.vocabularies).get(path[-1], [])]
        if lines and len(made) < len(lines):
            made = []
    plain = _said(made)
    if not plain:
        raise NotTaken(f"« {shortened(text)} » n’est pas compris.")
    return plain


def _word(kind: str, column: Column, cell: Cell, hub: Hub) -> Any:
    """A value that is one text."""
    model, path = KINDS[kind], column.path
    field = field_at(model, path)
    assert field is not None, "a column leads to a key"
    sort, text = sort_of(field), " ".join(cell.text.split())
    if sort in DATES:
        return dated(cell, DATES[sort], hub)
    if sort in {"integer", "number"}:
        return _number(kind, column, cell)
    if sort == "boolean":
        return yes_or_no(text)
    if sort == "choice":
        return _choice(path[-1], text, choices_of(field))
    if sort == "vocabulary":
        known = hub.vocabularies.get(vocabulary_of(field, kind), {})
        sure = text if text in known else meant(text, known)
        return sure or Words((), (text,))
    if sort == "uri":
        found = web_address(text)
        if URL.match(text) is None and (found is None or not found.certain):
            raise NotTaken(f"« {shortened(text)} » n’est pas une adresse web.")
        return text if found is None or URL.match(text) else found.text
    if sort == "phone":
        return f"0{text}" if PHONE.fullmatch(text) and cell.sort == "number" else text
    if path[-1] in {"postcode", "insee"} and text.isdigit():
        return text.zfill(5)
    if path[-1] == "lang":
        return text.lower()[:2] if re.fullmatch(r"[A-Za-z]{2}", text) else {"francais": "fr", "anglais": "en"}.get(slug_of(text), text)
    return text


def dated(cell: Cell, wanted: Wanted, hub: Hub) -> str:
    """The day, or the time, that a cell says. Raises NotTaken."""
    text = " ".join(cell.text.split())
    if cell.sort == "moment":
        return text[:10] if wanted == "day" else text
    if cell.sort == "day":
        return text
    if wanted == "when" and re.fullmatch(r"\d{4}", text):
        return text
    if found := FRACTION.fullmatch(text):
        moment = EPOCH + timedelta(int(found["day"]) + float(f"0.{found['part']}"), seconds=30)
        return moment.date().isoformat() if wanted == "day" else moment.strftime("%Y-%m-%d %H:%M")
    day = day_of(text) or day_numbered(text)
    if day:
        return day.isoformat()
    told = answer(text, Asked(wanted, zone=hub.zone))
    if not told.meant:
        raise NotTaken(told.message)
    return told.meant


def yes_or_no(text: str) -> str:
    """« true » or « false ». Raises NotTaken."""
    said = "" if marked(text) and text not in {"✓", "✔", "×"} else slug_of(text)
    if said in YES or text in {"✓", "✔", "×"}:
        return "true"
    if said in NO:
        return "false"
    raise NotTaken(f"« {shortened(text)} » n’est ni oui ni non.")


def town(text: str, hub: Hub) -> dict[str, str]:
    """A town by its name, with its postcode where it stands there: « 80100 Abbeville », « Abbeville (80) »."""
    found = parted(text)
    here = Towns.load(hub.region.code).find(found.name, found.postcode or None)
    if found.around and isinstance(here, Town):
        around = slug_of(found.around)
        if around not in {slug_of(here.department), slug_of(hub.departments.get(here.department, "")), slug_of(hub.region.name), "france"}:
            return {"city": text}
    return {**({"postcode": found.postcode} if found.postcode else {}), "city": found.name or text}


def levels(text: str) -> list[str]:
    """School levels one and another, or from one to another. Raises NotTaken."""
    if whole := levels_in(text):
        return whole
    found: list[str] = []
    for part in (part for entry in PARTS.split(text) for part in re.split(r"\s*[,/]\s*", entry) if part):
        span = RANGE.fullmatch(part)
        first, last = (level_of(span[name]) for name in ("first", "last")) if span else ("", "")
        classes = [level for level in LEVELS if level not in CLASSES]
        if first in classes and last in classes and classes.index(first) <= classes.index(last):
            found += classes[classes.index(first) : classes.index(last) + 1]
        elif each := levels_in(part):
            found += each
        else:
            raise NotTaken(f"« {shortened(part)} » n’est pas un niveau scolaire connu.")
    return list(dict.fromkeys(found))


def vocabulary_words(text: str, known: Mapping[str, Any]) -> Words:
    """The region's words that a cell has, by their labels or as they are, and those that are none of them."""
    found: list[str] = []
    left: list[str] = []
    for entry in filter(None, PARTS.split(text)):
        whole = [entry] if _known(entry, known) else [part for part in FINER.split(entry) if part]
        for part in whole:
            both = [part] if _known(part, known) or not all(_known(each, known) for each in AND.split(part)) else AND.split(part)
            for each in both:
                (found if (sure := _known(each, known)) else left).append(sure or each)
    return Words(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(left)))


def entries(text: str) -> list[str]:
    """The entries of a list in a cell."""
    several = [part for part in PARTS.split(text) if part]
    if len(several) == 1:
        several = [part for part in FINER.split(text) if part.strip()]
    return [part.strip(" -–•") for part in several if part.strip(" -–•")]


def shortened(text: str) -> str:
    """A text as a message shows it."""
    own = " ".join(text.split())
    return own if len(own) <= 60 else f"{own[:59].rstrip()}…"


def _known(text: str, known: Mapping[str, Any]) -> str:
    return text if text in known else meant(text, known)


def _choice(key: str, text: str, choices: tuple[str, ...]) -> str:
    own = INFLECTED.get(slug_of(text), slug_of(text)) if not marked(text) else ""
    sure = own if own in choices else word(key, text, choices)
    if not sure:
        raise NotTaken(f"« {shortened(text)} » n’est pas l’un des mots attendus : {', '.join(choices)}.")
    return sure


def _number(kind: str, column: Column, cell: Cell) -> str:
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
        return text.replace("\u00a0", " ").replace("\u202f", " ").replace(" ", "").replace(",", ".")
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
    if least <= float(re.sub(r"[^\d.]", "", text.replace(",", "."))) <= most:
        return own
    raise NotTaken(f"« {text} » : dans quelle unité ? Dites-la dans le titre de la colonne, par exemple « {column.heading} ({own}) ».")


def _amount(column: Column, cell: Cell) -> str:
    """A number alone in the place of a group: a price, an age."""
    text = " ".join(cell.text.split())
    if column.path[-1] in {"price", "insurance"}:
        return (
            "gratuit"
            if column.path[-1] == "price"
            and float(text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace(",", ".")) == 0
            else f"{text} €"
        )
    return text


def _counted(text: str) -> dict[str, str]:
    """So many of something: « 12 panneaux », « loupes x 5 », « loupes (5) ». Raises NotTaken."""
    own = text.strip(" -–•.")
    found = re.fullmatch(r"(?P<quantity>\d{1,4})\s*[x×]?\s*(?P<item>[^\W\d].*)", own) or re.fullmatch(
        r"(?P<item>[^\W\d].*?)\s*(?:[x×:]\s*|\()(?P<quantity>\d{1,4})\)?", own
    )
    if not found:
        raise NotTaken(f"« {shortened(text)} » ne dit pas combien : « 12 panneaux ».")
    return {"quantity": found["quantity"], "item": found["item"]}


def _said(made: Any) -> Any:
    """A group, or a list of them, without what nobody said."""
    if isinstance(made, dict):
        return {key: held for key, each in made.items() if (held := _said(each)) not in ("", {}, [], None)}
    if isinstance(made, list):
        return [held for each in made if (held := _said(each)) not in ("", {}, [], None)]
    return "" if made == UNKNOWN else made
