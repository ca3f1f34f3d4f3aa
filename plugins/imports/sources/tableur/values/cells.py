"""What a cell says, as front matter has it: typed by the key of its column, and only where all of the cell says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from contributions.fields.addresses import URL, web_address
from contributions.fields.date_answers import Asked, Wanted, answer
from contributions.fields.levels import LEVELS
from contributions.fields.vocabulary import meant
from contributions.geography.town_names import parted
from contributions.geography.towns import Town, Towns
from contributions.judging.certain import word
from contributions.judging.reshaping import as_entries, as_group
from contributions.judging.structure import choices_of, field_at, shape_of, sort_of, vocabulary_of
from contributions.judging.wordings import UNKNOWN
from contributions.models import KINDS
from contributions.region.hub import Hub
from contributions.sheets.loan_columns import INFLECTED, NO, YES, day_numbered, day_of
from contributions.words.slugs import slug_of
from contributions.words.spelling import marked
from imports.sheets.workbook import Cell
from imports.sources.tableur.columns.names import Column
from imports.sources.tableur.values.lists import PARTS, Words, entries, levels, vocabulary_words
from imports.sources.tableur.values.numbers import BARE, as_words, counted, number_of
from imports.sources.tableur.values.taking import NotTaken, shortened

DATES: Mapping[str, Wanted] = {"date": "day", "moment": "moment", "precision": "when"}
FRACTION = re.compile(r"(?P<day>[345]\d{4})[.,](?P<part>\d+)")
"""A day and a time of it, as a spreadsheet counts them."""
EPOCH = datetime(1899, 12, 30)
OF_OWNERS: Mapping[str, str] = {
    **dict.fromkeys(("bon-etat", "tres-bon", "tres-bon-etat", "excellent", "excellent-etat", "neuf", "comme-neuf", "correct"), "bon"),
    **dict.fromkeys(("a-reparer", "a-revoir", "abime", "mauvais", "mauvais-etat", "en-reparation", "endommage"), "a-reviser"),
    **dict.fromkeys(("hors-service", "hs", "perdu", "reforme", "retire-du-pret"), "retire"),
}
"""What owners say of the condition of a tool."""
PHONE = re.compile(r"[1-9]\d{8}")
"""What a spreadsheet leaves of a French number that it takes for a sum."""


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
    said = as_words(column, cell) if cell.sort == "number" or BARE.fullmatch(text) else text
    if shape == "group":
        made = as_group(model, path, path[-1], said, hub.vocabularies).get(path[-1])
    elif path[-1] == "contents":
        made = [counted(part) for part in PARTS.split(cell.text) if part]
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
        return number_of(kind, column, cell)
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


def _choice(key: str, text: str, choices: tuple[str, ...]) -> str:
    own = OF_OWNERS.get(slug_of(text), INFLECTED.get(slug_of(text), slug_of(text))) if not marked(text) else ""
    sure = own if own in choices else word(key, text, choices)
    if not sure:
        raise NotTaken(f"« {shortened(text)} » n’est pas l’un des mots attendus : {', '.join(choices)}.")
    return sure


def _said(made: Any) -> Any:
    """A group, or a list of them, without what nobody said."""
    if isinstance(made, dict):
        return {key: held for key, each in made.items() if (held := _said(each)) not in ("", {}, [], None)}
    if isinstance(made, list):
        return [held for each in made if (held := _said(each)) not in ("", {}, [], None)]
    return "" if made == UNKNOWN else made
