"""Write the sheet in which a kind, or loans, are typed: a column a key, explained, with the choices that there are (Office Open XML)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from contributions.fields.measures import unit_of
from contributions.judging.structure import choices_of, declared_at, field_at
from contributions.models.loan import Loan
from contributions.reference.drafting import explanation, sample
from contributions.reference.reference import Key, reference
from contributions.region.hub import Hub
from contributions.sheets.loan_columns import COLUMNS, REQUIRED, is_day, label_of
from imports.sources.tableur.columns.columns import understood
from imports.sources.tableur.columns.kinds import LOANS, TAKEN
from imports.sources.tableur.columns.names import ROLES, called, own_names

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEETS = {
    "event": "Événements", "exhibition": "Outils", "article": "Articles", "announcement": "Annonces", "resource": "Ressources",
    "organisation": "Structures", "programme": "Dossiers", LOANS: "Prêts",
}  # fmt: skip
"""What the sheet of each kind is called, by which it is known again."""
LISTS = "Listes"
EXAMPLE = "exemple (à effacer)"
ROWS = 1_000
"""Rows that have choices."""
SHORT_UNITS = {
    "centimètres": "cm", "mètres": "m", "mètres carrés": "m²", "mètres cubes": "m³", "kilogrammes": "kg", "minutes": "min",
    "jours": "jours", "euros": "€", "années": "ans",
}  # fmt: skip
LEFT_OUT = frozenset(
    "imported external_ids id publisher recurrence versions loans results images sequence previous_start review_by related logo "
    "image.focus image.licence slots.id slots.status slots.place place.insee place.lat place.lon places.insee places.lat places.lon "
    "partners.organisation leaders.organisation documents.file".split()
)
"""Keys that are none of a sheet's: written by programs, a list within a list, or another column says the same."""
WHOLE = frozenset({"contents", "networks"})
"""Lists of groups that one cell says: « 12 panneaux ; 1 livret »."""
DAY, MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
GREY = "808080"


@dataclass(frozen=True, slots=True)
class Typed:
    """A column of the sheet: its heading, what is said of it, an example, the choices, how it is shown."""

    heading: str
    help: str
    example: Any
    choices: tuple[str, ...] = ()
    several: bool = False
    form: str = ""


def template(kind: str, hub: Hub) -> bytes:
    """An .xlsx in which contributions of a kind, or « loans », are typed. What is filled in there is read without a word."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEETS[kind]
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    for at, typed in enumerate(columns_of(kind, hub), start=1):
        _write(sheet, lists, at, typed)
    sheet.freeze_panes = "B2"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _write(sheet: Worksheet, lists: Worksheet, at: int, typed: Typed) -> None:
    """A column of the sheet, and its choices in the other one."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(at)
    head = sheet.cell(1, at, typed.heading)
    head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="E8EEF4")
    head.comment = Comment(typed.help, "Escale", width=320, height=160)
    shown = sheet.cell(2, at)
    shown.value, shown.font = typed.example, Font(italic=True, color=GREY)
    if isinstance(typed.example, str):
        shown.data_type = "s"  # whatever a region calls a theme, it is no formula
    sheet.column_dimensions[letter].width = max(14, min(40, len(typed.heading) + 4))
    if typed.form:
        shown.number_format = sheet.column_dimensions[letter].number_format = typed.form
    if typed.choices:
        for line, word in enumerate((typed.heading, *typed.choices), start=1):
            lists.cell(line, at, word).data_type = "s"
        choice = DataValidation("list", formula1=f"{LISTS}!${letter}$2:${letter}${len(typed.choices) + 1}", allow_blank=True)
        choice.showErrorMessage = not typed.several  # several are typed, a « ; » between them
        choice.error = "Choisissez dans la liste."
        choice.add(f"{letter}2:{letter}{ROWS}")
        sheet.add_data_validation(choice)


def columns_of(kind: str, hub: Hub) -> list[Typed]:
    """The columns of a kind's sheet: what identifies a row, what it must have, then the rest."""
    if kind == LOANS:
        return list(_of_loans())
    said = "Un code à vous, qui ne change pas : la ligne est reconnue si son titre change. Facultatif."
    first = Typed(ROLES["@identity"], said, EXAMPLE)
    keys = [typed for key in reference(kind, hub) for typed in _of_key(kind, key, ())]
    return [
        first,
        *keys,
        Typed(ROLES["@body"], "Le texte de la page, en paragraphes. Une ligne vide entre deux.", "Un texte de quelques lignes."),
    ]


def _of_key(kind: str, key: Key, above: tuple[str, ...]) -> Iterator[Typed]:
    path = (*above, key.name)
    if ".".join(path) in LEFT_OUT:
        return
    if path == ("organisation",):
        owner = "Propriétaire" if kind == "exhibition" else ROLES["@organiser"]
        yield Typed(owner, "Qui publie : le nom de sa fiche dans l’annuaire, ou son nom en toutes lettres.", "Musée de la Craie")
    elif key.keys and key.name not in WHOLE and not above:
        for inner in key.keys:
            yield from _of_key(kind, inner, path)
    elif not key.keys or key.name in WHOLE:
        yield _typed(kind, key, path)


def _typed(kind: str, key: Key, path: tuple[str, ...]) -> Typed:
    labels = {value.slug: value.label or value.slug for value in key.values}
    example: Any = sample(key)
    if key.name == "contents":
        example = "12 panneaux ; 1 livret"
    elif key.name == "networks":
        example = "https://piaille.fr/@musee"
    elif isinstance(example, list):
        example = " ; ".join(labels.get(str(one), str(one)) for one in example)
    elif isinstance(example, bool):
        example = "oui" if example else "non"
    else:
        example = labels.get(str(example), example)
    form, example = _shown(key.type, example)
    choices = tuple(labels.values()) if key.values else ("oui", "non") if key.type == "oui ou non" else ()
    more = " Plusieurs : séparez-les par « ; »." if key.many or key.type.startswith("liste") else ""
    return Typed(heading_of(kind, path, key.help), explanation(key) + more, example, choices, bool(more), form)


def _shown(sort: str, example: Any) -> tuple[str, Any]:
    """How days and times are shown, and the example as one."""
    if sort == "date":
        return DAY, date.fromisoformat(str(example))
    if sort.startswith("date") and len(str(example)) >= 10:
        text = str(example)
        return (MOMENT, datetime.fromisoformat(text)) if " " in text else (DAY, date.fromisoformat(text))
    return "", example


def heading_of(kind: str, path: tuple[str, ...], help: str) -> str:
    """The heading by which a key is known again: its label with its unit, else what others call it, else its name."""
    unit = SHORT_UNITS.get(unit_of(help), "")
    label = called(kind, understood(kind, ".".join(path)) or _no_column(path))
    names = [label, *(name.capitalize() for name, one in own_names(kind) if one.path == path and not one.implied), ".".join(path)]
    for name in names:
        heading = f"{name} ({unit})" if unit else name
        found = understood(kind, heading)
        if found and found.path == path and not found.guessed:
            return heading
    raise AssertionError(f"no heading leads to {path}")


def _no_column(path: tuple[str, ...]) -> Any:
    raise AssertionError(f"{path} is no key")


def _of_loans() -> Iterator[Typed]:
    yield Typed("Outil", "L’outil prêté : le titre de sa fiche, ou le nom de son fichier sans .md.", EXAMPLE)
    for column, (location, _type) in COLUMNS.items():
        field = field_at(Loan, location)
        assert field is not None, "a column leads to a key"
        label, help_, example = declared_at(Loan, location)
        demand = " Obligatoire." if column in REQUIRED else ""
        choices = choices_of(field)
        day = is_day(column)
        shown: Any = date.fromisoformat(str(example)) if day else " ; ".join(example) if isinstance(example, list) else example
        if isinstance(shown, bool):
            shown, choices = ("oui" if shown else "non"), ("oui", "non")
        yield Typed(label_of(column), f"{label}. {help_}{demand}", shown, choices, isinstance(example, list), DAY if day else "")


KINDS_AND_LOANS = (*TAKEN, LOANS)
"""What a sheet can be asked for."""
