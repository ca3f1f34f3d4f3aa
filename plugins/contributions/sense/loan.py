"""What one loan says does not contradict what else it says: showing, return, option, cancellation, count."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.library.library import Library
from contributions.models.loan import Loan
from contributions.problems.problem import Finding, Location

NOT_GONE = {"option": "encore une option", "annule": "annulé", "en-cours": "dit en cours"}
"""States in which a tool cannot have come back, and how they are told."""


def contradictions(library: Library, loan: Loan, location: Location) -> Iterator[Finding]:
    """Findings about a loan by itself. Of one that ends before it begins, that alone is told (rules/loans.py)."""
    if loan.end >= loan.start:
        yield from _showing(loan, location)
        yield from _return(library, loan, location)
        yield from _option(loan, location)
    yield from _cancellation(loan, location)
    yield from _count(loan, location)


def _showing(loan: Loan, location: Location) -> Iterator[Finding]:
    stay = f"du {loan.start} au {loan.end}"
    for key, day, sentence in (("opens", loan.opens, "ouvre"), ("closes", loan.closes, "ferme")):
        if day and not loan.start <= day <= loan.end:
            message = f"L’exposition {sentence} le {day}, hors des jours du prêt ({stay})."
            yield Finding("E510", message, f"Corrigez « {key} », ou les dates du prêt.", (*location, key))
    if loan.opens and loan.closes and loan.closes < loan.opens:
        message = f"L’exposition ferme le {loan.closes}, avant d’ouvrir le {loan.opens}."
        yield Finding("E510", message, "Échangez les deux dates.", (*location, "closes"))


def _return(library: Library, loan: Loan, location: Location) -> Iterator[Finding]:
    if loan.returned is None:
        return
    at = (*location, "returned")
    if loan.returned < loan.start:
        message = f"L’outil serait revenu le {loan.returned}, avant le début du prêt ({loan.start})."
        yield Finding("E510", message, "Corrigez « returned », ou les dates du prêt.", at)
    elif not library.has_come(loan.returned):
        message = f"L’outil ne peut pas être déjà revenu le {loan.returned} : ce jour est à venir."
        yield Finding("E505", message, "Corrigez « returned », ou retirez-le jusqu’au retour.", at)
    elif loan.state in NOT_GONE:
        message = f"L’outil est revenu le {loan.returned}, et ce prêt est {NOT_GONE[loan.state]}."
        yield Finding("E510", message, "Écrivez « state: rendu », ou retirez « returned ».", at)


def _option(loan: Loan, location: Location) -> Iterator[Finding]:
    if loan.state == "option" and loan.option_until and loan.option_until > loan.end:
        message = f"L’option court jusqu’au {loan.option_until}, après la fin du prêt ({loan.end})."
        yield Finding("E510", message, "Corrigez « option_until », ou les dates du prêt.", (*location, "option_until"))


def _cancellation(loan: Loan, location: Location) -> Iterator[Finding]:
    if loan.cancelled and loan.state != "annule":
        message = f"Une annulation est notée, et l’état du prêt est « {loan.state} »."
        yield Finding("E510", message, "Écrivez « state: annule », ou retirez « cancelled ».", (*location, "state"))


def _count(loan: Loan, location: Location) -> Iterator[Finding]:
    if loan.visitors is not None and loan.visitors_max is not None and loan.visitors_max < loan.visitors:
        yield Finding("E114", "« visitors_max » est inférieur à « visitors ».", "Échangez les deux nombres.", (*location, "visitors_max"))
    if loan.visitors is not None and loan.visitors_method == "inconnu":
        message = f"{loan.visitors} visiteurs sont notés, et leur nombre est dit inconnu."
        repair = "Écrivez « visitors_method: compte » ou « estime », ou retirez « visitors »."
        yield Finding("E510", message, repair, (*location, "visitors_method"))
