"""The questions of a loan: in which order they are asked, what return means to each, and what an answer becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from contributions.fields.date_answers import Asked, answer
from contributions.models.loan import BorrowerCategory
from contributions.record.column_words import in_french_days
from contributions.sheets.habits import worded
from contributions.sheets.loan_columns import COLUMNS, TOOL, day_of, is_day, value_of
from contributions.words.slugs import slug_of
from lending_desk.interview import usual
from lending_desk.interview.usual import Choices
from lending_desk.noting import Draft
from lending_desk.tools import Desk, near, organisation_meant, tool_meant, tools

MANY_TOOLS = 40


def _nothing(desk: Desk, draft: Draft) -> str:
    return ""


def _no_choices(desk: Desk, draft: Draft) -> Choices:
    return ()


def _always(desk: Desk, draft: Draft) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a column of a table of loans. `usual` is what return answers; what is not `required` may be left empty."""

    column: str
    label: str
    usual: Callable[[Desk, Draft], str] = _nothing
    choices: Callable[[Desk, Draft], Choices] = _no_choices
    when: Callable[[Desk, Draft], bool] = _always
    required: bool = False


def understood(desk: Desk, question: Question, draft: Draft, text: str) -> tuple[str, str]:
    """An answer as a draft has it, and what is wrong with it (one of the two is empty, where something was answered)."""
    text = " ".join(text.split())
    choices = question.choices(desk, draft)
    if question.column == TOOL:
        return _tool(desk, text)
    if question.column == "borrower":
        found = organisation_meant(desk.library, text)
        return (found.slug if found else text), ""
    if is_day(question.column):  # « tool » was answered above: it is no column of a loan
        day = day_of(text)
        told = answer(text, Asked("day", question.column))
        return (day.isoformat(), "") if day else ("", f"{told.message} {in_french_days(told.repair)}")
    if question.column == "copy":
        return (text, "") if text.isdecimal() and int(text) > 0 else ("", f"« {text} » n’est pas un numéro.")
    if choices:
        words = [_chosen(choices, part.strip()) for part in (text.split(",") if question.column == "audiences" else [text])]
        if wrong := [part for part, word in zip(text.split(","), words, strict=False) if not word]:
            return "", f"« {wrong[0].strip()} » n’est pas dans la liste : écrivez un numéro, ou un mot de la liste."
        return ", ".join(words), ""
    value = value_of(question.column, text)
    if COLUMNS[question.column][0] == ("public_showing",) and value not in {"oui", "non"}:
        return "", "Écrivez oui ou non."
    return str(value or ""), ""


def _tool(desk: Desk, text: str) -> tuple[str, str]:
    found = tool_meant(desk.library, text)
    if found:
        return found.slug, ""
    every = tools(desk.library)
    like = [f"  {every.index(one) + 1}. {one.meta.title}" for one in near(text, every)]
    return "", "\n".join([f"Aucun outil ne s’appelle « {text} »." + (" Vouliez-vous dire :" if like else ""), *like])


def _chosen(choices: Choices, text: str) -> str:
    if text.isdecimal() and 0 < int(text[:6]) <= len(choices):
        return choices[int(text[:6]) - 1][0]
    return next((word for word, label in choices if slug_of(text) in {slug_of(word), slug_of(label)}), "")


def _tools(desk: Desk, draft: Draft) -> Choices:
    every = tools(desk.library)
    return tuple((one.slug, one.meta.title) for one in every) if len(every) <= MANY_TOOLS else ()


def _shown(desk: Desk, draft: Draft) -> bool:
    return draft.get("public_showing") == "oui"


def _option(desk: Desk, draft: Draft) -> bool:
    return draft.get("state") == "option"


CATEGORIES: Choices = tuple((word, worded(word).replace("-", " ")) for word in get_args(BorrowerCategory))
STATES: Choices = (("confirme", "confirmé"), ("option", "option"), ("maintenance", "maintenance, sans emprunteur"))
YES_NO: Choices = (("oui", "oui"), ("non", "non"))
WAYS: Choices = (("direct", "direct"), ("pass-culture", "pass Culture"))


def _audiences(desk: Desk, draft: Draft) -> Choices:
    return tuple((slug, str(label)) for slug, label in desk.library.hub.audiences.items())


def _lending(desk: Desk, draft: Draft) -> bool:
    return draft.get("state") != "maintenance"


def _showing(desk: Desk, draft: Draft) -> bool:
    return _lending(desk, draft) and _shown(desk, draft)


QUESTIONS: tuple[Question, ...] = (
    Question(TOOL, "Quel outil", choices=_tools, required=True),
    Question(
        "version", "Quelle version", usual.one_version, usual.versions, lambda desk, draft: bool(usual.versions(desk, draft)), required=True
    ),
    Question("state", "État", lambda desk, draft: "confirme", lambda desk, draft: STATES, required=True),
    Question("start", "Premier jour", usual.first_day, required=True),
    Question("end", "Dernier jour, compris", usual.last_day, required=True),
    Question("copy", "Quel exemplaire", usual.free_copy, when=usual.several_copies, required=True),
    Question("option_until", "Option jusqu’au", usual.option_ends, when=_option),
    Question("borrower", "Qui emprunte : sa fiche, ou le nom de la structure, jamais une personne", when=_lending, required=True),
    Question("borrower_category", "Quelle sorte d’emprunteur", usual.category, lambda desk, draft: CATEGORIES, _lending),
    Question("city", "Quelle commune", usual.city, when=_lending),
    Question("audiences", "Quels publics, séparés par des virgules", choices=_audiences, when=_lending),
    Question("public_showing", "Ouvert au public", lambda desk, draft: "non", lambda desk, draft: YES_NO, _lending),
    Question("venue_name", "Où : le nom du lieu", usual.name, when=_showing),
    Question("venue_address", "Son adresse, sans la commune", when=_showing),
    Question("venue_hours", "Ses horaires", when=_showing),
    Question("opens", "Ouvre le", lambda desk, draft: draft.get("start", ""), when=_showing),
    Question("closes", "Ferme le", lambda desk, draft: draft.get("end", ""), when=_showing),
    Question("via", "Par quelle voie", lambda desk, draft: "direct", lambda desk, draft: WAYS, _lending),
    Question("first_loan", "Est-ce son premier emprunt", usual.first_time, lambda desk, draft: YES_NO, _lending),
)
"""In the order in which a lender on the telephone learns it."""
