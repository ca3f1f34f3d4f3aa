"""What a lender does to a loan that is noted: confirm it, take it back, call it off, note something; and say that all loans are noted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from contributions.models.loan import Loan
from contributions.sheets.habits import worded
from contributions.sheets.loan_columns import TOOL, column_of, day_of, is_day, label_of, value_of
from endings.failure import Failure
from lending_desk.changing import Change, changed, edited
from lending_desk.objections import Objection
from lending_desk.tools import Desk, NotFound, Tool, loan_meant, names_of, organisation_meant, tool_meant, tools
from views.french import dates

BEGUN = re.compile(r"\d{4}-\d\d-\d\d\Z")
"""How the id of a request ends: with the loan's first day."""
OVER = frozenset({"rendu", "annule"})


class Refused(Failure):
    """A loan is in a state in which that cannot be done; nothing was written."""

    exitcode = 1


class Unclear(Failure):
    """What is to be noted cannot be understood."""


def confirm(desk: Desk, name: str) -> Change:
    """An option becomes a loan. Raises NotFound, Refused, Unwritable."""
    tool, place = loan_meant(desk.library, name)
    loan = tool.meta.loans[place]
    if loan.state != "option":
        raise Refused(f"Ce prêt n’est pas une option : il est {worded(loan.state)}.")
    return changed(desk, tool, place, {"state": "confirme"})


def take_back(desk: Desk, name: str, day: date) -> Change:
    """A tool came back on a day; who has it next is said, and what is late. Raises NotFound, Refused, Unwritable."""
    tool, place = loan_meant(desk.library, name)
    loan = tool.meta.loans[place]
    if loan.state in {"option", "annule"}:
        raise Refused(f"Ce prêt est {worded(loan.state)} : rien n’est parti.")
    edits = {"returned": day.isoformat(), **({"state": "rendu"} if loan.state == "en-cours" else {})}
    found = changed(desk, tool, place, edits)
    return replace(found, objections=(*found.objections, *_of_return(tool, loan, name, day)))


def _of_return(tool: Tool, loan: Loan, name: str, day: date) -> Sequence[Objection]:
    told = []
    if day < loan.end:
        free = f"Pour rendre ces jours : --note {name} fin={day:%d/%m/%Y}."
        told.append(Objection(f"Il reste dit occupé jusqu’au {dates.day_month(loan.end)}.", free, "mild"))
    later = following(tool, loan)
    if later and later.start <= day + timedelta(days=tool.meta.loan.gap_days):
        whom = f" ({later.borrower})" if later.borrower else ""
        told.append(Objection(f"Le prêt suivant est en danger : il part le {dates.day_month(later.start)}{whom}.", weight="mild"))
    return told


def following(tool: Tool, loan: Loan) -> Loan | None:
    """The next loan of the same copy of the same version, unless there is none."""
    same = (one for one in tool.meta.loans if (one.copy_, one.version) == (loan.copy_, loan.version) and one.state != "annule")
    return min((one for one in same if one is not loan and one.start > loan.start), key=lambda one: one.start, default=None)


def call_off(desk: Desk, name: str, by: str | None, reason: str | None) -> Change:
    """A loan is cancelled, from today. Raises NotFound, Refused, Unwritable."""
    tool, place = loan_meant(desk.library, name)
    loan = tool.meta.loans[place]
    if loan.state in OVER:
        raise Refused(f"Ce prêt est déjà {worded(loan.state)}.")
    said = {"cancelled_on": desk.library.today.isoformat(), "cancelled_by": by, "cancelled_reason": reason}
    return changed(desk, tool, place, {"state": "annule", **{column: text for column, text in said.items() if text}})


def note(desk: Desk, name: str, pairs: Sequence[str]) -> Change:
    """Other keys of a loan, as `KEY=VALUE` in the contract's words or in French. Raises NotFound, Unclear, Unwritable."""
    tool, place = loan_meant(desk.library, name)
    edits: dict[str, str] = {}
    for pair in pairs:
        heading, equals, text = pair.partition("=")
        column = column_of(heading)
        if not equals or column is None or column == "tool":
            raise Unclear(f"« {pair} » : écrivez CLÉ=VALEUR, par exemple visiteurs=140 ou pièces=convention,assurance.")
        value = text.strip()
        if value_of(column, value) is None:
            raise Unclear(f"« {pair} » n’est pas une valeur pour « {label_of(column)} ».")
        day = day_of(value) if is_day(column) else None
        edits[column] = day.isoformat() if day else value
    return changed(desk, tool, place, edits)


def outcome(desk: Desk, said: Mapping[str, str]) -> Change:
    """What a borrower says came of a loan; that the questionnaire was received is noted with it. Raises NotFound, Refused, Unwritable."""
    tool, place = _reported(desk, said[TOOL], said.get("id", ""))
    loan = tool.meta.loans[place]
    if loan.state in {"option", "annule", "maintenance"}:
        step = f" Confirmez-le d’abord : --confirm {tool.slug}/{names_of(tool)[place]}." if loan.state == "option" else ""
        raise Refused(f"Ce prêt est dit « {worded(loan.state)} » : il n’a pas de bilan.{step}")
    papers = ", ".join(dict.fromkeys((*loan.papers, "questionnaire")))
    return changed(desk, tool, place, {**{key: text for key, text in said.items() if key not in {TOOL, "id"}}, "papers": papers})


def _reported(desk: Desk, tool: str, name: str) -> tuple[Tool, int]:
    """The loan by its id; where its table has no place for that, by the day on which the id ends."""
    try:
        return loan_meant(desk.library, f"{tool}/{name}")
    except NotFound:
        if day := BEGUN.search(name):
            return loan_meant(desk.library, f"{tool}/{day[0]}")
        raise


def told(desk: Desk, name: str, day: date) -> list[Change]:
    """All loans of a tool, or of all tools of an owner, are noted as of a day. Raises NotFound, Refused, Unwritable."""
    if day > desk.library.today:
        raise Refused(f"Le {dates.day_month(day)} est à venir : personne ne sait encore que tous les prêts y seront notés.")
    found = [one] if (one := tool_meant(desk.library, name)) else _owned(desk, name)
    return [Change(one, one.path.partition("/")[2], edited(desk, one, (), {"availability_on": day.isoformat()})) for one in found]


def owner_meant(desk: Desk, name: str) -> str:
    """The slug of an owner of tools. Raises NotFound."""
    owner = organisation_meant(desk.library, name)
    slug = owner.slug if owner else name
    if not any(one.meta.organisation == slug for one in tools(desk.library)):
        raise NotFound(f"« {name} » n’est ni un outil, ni une structure qui en prête : écrivez le nom de son fichier, sans .md.")
    return slug


def _owned(desk: Desk, name: str) -> list[Tool]:
    owner = owner_meant(desk, name)
    return [one for one in tools(desk.library) if one.meta.organisation == owner]
