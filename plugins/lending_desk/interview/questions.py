"""The questions of a loan: in which order they are asked, what return means to each, and what an answer becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from contributions.fields.date_answers import Asked, answer
from contributions.lending.asking import first_loan
from contributions.lending.offer import copies
from contributions.library.offers import offered
from contributions.models import Exhibition, Organisation
from contributions.models.loan import BorrowerCategory, Loan
from contributions.record.column_words import in_french_days
from contributions.sheets.loan_columns import COLUMNS, TOOL, day_of, is_day, value_of
from contributions.words.slugs import slug_of
from lending_desk.noting import Draft, Ledger, first_free
from lending_desk.objections import unit_of
from lending_desk.tools import Desk, Tool, near, organisation_meant, tool_meant, tools

Choices = tuple[tuple[str, str], ...]
"""Words of the contract, each with what people call it."""
USUAL_DAYS, OPTION_DAYS = 28, 14
"""How long a loan is, and an option, where nothing says it."""
MANY_TOOLS = 40
WORDS_OF_BORROWERS: Mapping[str, str] = {
    "ecole": "ecole", "groupe-scolaire": "ecole", "college": "college", "lycee": "lycee", "universite": "superieur", "iut": "superieur",
    "mediatheque": "mediatheque", "bibliotheque": "mediatheque", "ludotheque": "mediatheque", "musee": "musee", "museum": "musee",
    "ecomusee": "musee", "association": "association", "amis": "association", "mjc": "association", "centre-social": "centre-social",
    "mairie": "collectivite", "ville": "collectivite", "commune": "collectivite", "communaute": "collectivite",
}  # fmt: skip
"""How names of borrowers begin → their category."""


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


def _lent(desk: Desk, draft: Draft) -> Tool:
    tool = tool_meant(desk.library, draft[TOOL])
    assert tool is not None, "it is the first question"
    return tool


def _tools(desk: Desk, draft: Draft) -> Choices:
    every = tools(desk.library)
    return tuple((one.slug, one.meta.title) for one in every) if len(every) <= MANY_TOOLS else ()


def _versions(desk: Desk, draft: Draft) -> Choices:
    return tuple((version.id, version.label) for version in _lent(desk, draft).meta.versions)


def _one_version(desk: Desk, draft: Draft) -> str:
    versions = _versions(desk, draft)
    return versions[0][0] if len(versions) == 1 else ""


def _first_day(desk: Desk, draft: Draft) -> str:
    """The first day on which a loan can begin; nothing where the owner has promised none."""
    own = offered(desk.library, _lent(desk, draft))
    unit = unit_of(own, draft.get("version") or None)
    found = first_loan(own, [unit], desk.library.today.toordinal()) if unit else None
    return date.fromordinal(found.first).isoformat() if found else ""


def _last_day(desk: Desk, draft: Draft) -> str:
    """As long a loan as the last one of the tool, within what its owner allows."""
    tool, start = _lent(desk, draft), day_of(draft.get("start", ""))
    if start is None:
        return ""
    lent = [loan for loan in tool.meta.loans if loan.state not in {"annule", "maintenance"}]
    days = max(lent, key=lambda loan: loan.start).days if lent else USUAL_DAYS
    days = min(max(days, tool.meta.loan.min_days or 1), tool.meta.loan.max_days or days)
    return (start + timedelta(days=days - 1)).isoformat()


def _copy(desk: Desk, draft: Draft) -> str:
    return str(first_free(desk, Ledger(), _lent(desk, draft), draft))


def _several_copies(desk: Desk, draft: Draft) -> bool:
    return copies(_lent(desk, draft).meta, draft.get("version") or None) > 1


def _category(desk: Desk, draft: Draft) -> str:
    """What the borrower was the last time; else what its name says that it is."""
    if before := _before(desk, draft):
        return before[-1].borrower_category or ""
    own = slug_of(_name(desk, draft))
    return next((category for word, category in WORDS_OF_BORROWERS.items() if f"{own}-".startswith(f"{word}-")), "")


def _name(desk: Desk, draft: Draft) -> str:
    found = organisation_meant(desk.library, draft.get("borrower", ""))
    return found.meta.title if found else draft.get("borrower", "")


def _city(desk: Desk, draft: Draft) -> str:
    found = organisation_meant(desk.library, draft.get("borrower", ""))
    if found and isinstance(found.meta, Organisation) and found.meta.place:
        return found.meta.place.city
    before = _before(desk, draft)
    return (before[-1].city or "") if before else ""


def _before(desk: Desk, draft: Draft) -> Sequence[Loan]:
    """The loans of any tool to the same borrower, in order."""
    own = slug_of(draft.get("borrower", ""))
    lent = (loan for one in desk.library.all if isinstance(one.meta, Exhibition) for loan in one.meta.loans)
    return sorted((loan for loan in lent if loan.borrower and slug_of(loan.borrower) == own), key=lambda loan: loan.start)


def _first_time(desk: Desk, draft: Draft) -> str:
    return "non" if _before(desk, draft) else "oui"


def _shown(desk: Desk, draft: Draft) -> bool:
    return draft.get("public_showing") == "oui"


def _option(desk: Desk, draft: Draft) -> bool:
    return draft.get("state") == "option"


def _option_ends(desk: Desk, draft: Draft) -> str:
    start = day_of(draft.get("start", "")) or date.max
    return min(start, desk.library.today + timedelta(days=OPTION_DAYS)).isoformat()


CATEGORIES: Choices = tuple((word, re.sub("-", " ", word)) for word in get_args(BorrowerCategory))
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
    Question("version", "Quelle version", _one_version, _versions, lambda desk, draft: bool(_versions(desk, draft)), required=True),
    Question("state", "État", lambda desk, draft: "confirme", lambda desk, draft: STATES, required=True),
    Question("start", "Premier jour", _first_day, required=True),
    Question("end", "Dernier jour, compris", _last_day, required=True),
    Question("copy", "Quel exemplaire", _copy, when=_several_copies, required=True),
    Question("option_until", "Option jusqu’au", _option_ends, when=_option),
    Question("borrower", "Qui emprunte : sa fiche, ou le nom de la structure, jamais une personne", when=_lending, required=True),
    Question("borrower_category", "Quelle sorte d’emprunteur", _category, lambda desk, draft: CATEGORIES, _lending),
    Question("city", "Quelle commune", _city, when=_lending),
    Question("audiences", "Quels publics, séparés par des virgules", choices=_audiences, when=_lending),
    Question("public_showing", "Ouvert au public", lambda desk, draft: "non", lambda desk, draft: YES_NO, _lending),
    Question("venue_name", "Où : le nom du lieu", _name, when=_showing),
    Question("venue_address", "Son adresse, sans la commune", when=_showing),
    Question("venue_hours", "Ses horaires", when=_showing),
    Question("opens", "Ouvre le", lambda desk, draft: draft.get("start", ""), when=_showing),
    Question("closes", "Ferme le", lambda desk, draft: draft.get("end", ""), when=_showing),
    Question("via", "Par quelle voie", lambda desk, draft: "direct", lambda desk, draft: WAYS, _lending),
    Question("first_loan", "Est-ce son premier emprunt", _first_time, lambda desk, draft: YES_NO, _lending),
)
"""In the order in which a lender on the telephone learns it."""
