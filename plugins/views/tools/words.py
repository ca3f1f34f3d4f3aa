"""When a tool can be had, in words: the same on its card, on its page and in lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from contributions.lending.asking import FRESH_DAYS, first_loan, standing
from contributions.lending.offer import Offer, Unit
from contributions.library.library import Library
from contributions.library.offers import offered
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from publishing.strings import _
from views.french import dates, labels
from views.values import Badge


def promise(library: Library, tool: Contribution[Exhibition]) -> Badge:
    """When it can be had, of all its versions; which of them is said where not all can."""
    offer = offered(library, tool)
    told = promised(library, offer, offer.units)
    if told.tone in {"free", "neutral"}:
        those = [unit for unit in offer.units if promised(library, offer, [unit]) == told]
        names = [typo(version.label) for version in tool.meta.versions if version.id in {unit.version for unit in those}]
        if len(those) < len(offer.units):
            return Badge(_("{told} ({versions})").format(told=told.label, versions=dates.enumeration(names)), told.tone)
    return told


def promised(library: Library, offer: Offer, units: Sequence[Unit]) -> Badge:
    """The same of some of its units."""
    today = library.today.toordinal()
    match standing(offer, today):
        case "withdrawn":
            return Badge(labels.label(labels.CONDITIONS, "retire"), "cancelled")
        case "in repair":
            return Badge(labels.label(labels.CONDITIONS, "a-reviser"), "closing")
        case "unconfirmed":
            return Badge(_("À demander"), "closing")
    loan = first_loan(offer, units, today)
    if loan is None:
        last = date.fromordinal(offer.horizon.last)
        return Badge(_("Rien de libre d’ici fin {month}").format(month=f"{dates.month(last)} {last.year}"), "cancelled")
    if loan.first == today:
        return Badge(_("Libre aujourd’hui"), "free")
    return Badge(_("Libre à partir du {day}").format(day=said(library, loan.first)), "neutral")


def said(library: Library, day: int) -> str:
    """« 12 janvier », with its year where it is not this one."""
    found = date.fromordinal(day)
    return dates.day_month(found, year=found.year != library.today.year)


def owners_word(library: Library, tool: Contribution[Exhibition]) -> str:
    """Whose word its days are, and of when; without a recent one, why nothing is promised (answers.md, « Availability »)."""
    offer = offered(library, tool)
    match standing(offer, library.today.toordinal()):
        case "withdrawn":
            return _("Cet outil n’est plus prêté.")
        case "in repair":
            return _("En révision : il ne part pas pour l’instant. Demandez à son propriétaire quand il sera de retour.")
        case "unconfirmed" if offer.told is None:
            return _("À demander : son propriétaire n’a pas dit quand il est libre.")
        case "unconfirmed":
            text = _("À demander : son propriétaire n’a rien confirmé depuis le {day}, il y a plus de {n} jours.")
            return text.format(day=said(library, offer.told or 0), n=FRESH_DAYS)
    return _("Disponibilités données le {day} par le propriétaire, qui confirme.").format(day=said(library, offer.told or 0))
