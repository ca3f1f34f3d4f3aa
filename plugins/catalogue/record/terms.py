"""What borrowing a tool costs and asks, as facts: its price, its insurance, when it leaves and for how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contributions.fields.when import When
from contributions.models import Exhibition
from contributions.models.exhibition import Insurance, LoanPrice
from contributions.models.organisation import Closure
from publishing.strings import _, counted
from views.french import dates, labels
from views.french.terms import euros, loan_price
from views.values import Fact


def price_facts(price: LoanPrice | None) -> Iterator[Fact]:
    """What a loan costs, to members too, and what is deposited."""
    if price is None:
        return
    yield Fact(_("Tarif"), loan_price(price))
    if price.member_amount is not None:
        yield Fact(_("Adhérents"), euros(price.member_amount) if price.member_amount else _("Gratuit"))
    if price.deposit:
        yield Fact(_("Caution"), euros(price.deposit))


def insurance_facts(insurance: Insurance | None) -> Iterator[Fact]:
    """The value to insure, and who does."""
    if insurance:
        by = f", {labels.label(labels.PARTIES, insurance.by)}" if insurance.by else ""
        yield Fact(_("Valeur d’assurance"), euros(insurance.value) + by)


def calendar_facts(meta: Exhibition, closures: Sequence[Closure]) -> Iterator[Fact]:
    """How long, how soon, how many at once, and the days on which its owner hands nothing over."""
    if text := _length(meta):
        yield Fact(_("Durée du prêt"), text)
    if meta.loan.notice_days:
        yield Fact(_("Délai de demande"), counted("{n} jour avant le départ", "{n} jours avant le départ", meta.loan.notice_days))
    if meta.loan.gap_days:
        yield Fact(_("Entre deux prêts"), counted("{n} jour de remise en état", "{n} jours de remise en état", meta.loan.gap_days))
    if meta.loan.copies > 1:
        yield Fact(_("Exemplaires"), str(meta.loan.copies))
    if closures:
        yield Fact(_("Ni départ ni retour"), values=tuple(map(closed, closures)))


def entered(when: When) -> str:
    """The day, month or year of entry into the fund."""
    return dates.day_month(when.day) if when.precision == "day" else dates.precise(when)


def closed(closure: Closure) -> str:
    """« le lundi », « du 24 décembre 2026 au 3 janvier 2027 », « le samedi, à partir du 1er juillet 2027 »."""
    week = dates.enumeration([_("le {day}").format(day=day) for day in closure.weekdays]) if closure.weekdays else ""
    if closure.start and closure.end:
        span = dates.days(closure.start, closure.end)
        span = _("le {day}").format(day=span) if closure.start == closure.end else span
    elif closure.start:
        span = _("à partir du {day}").format(day=dates.day_month(closure.start))
    else:
        span = _("jusqu’au {day}").format(day=dates.day_month(closure.end)) if closure.end else ""
    return ", ".join(filter(None, (week, span)))


def _length(meta: Exhibition) -> str | None:
    low, high = meta.loan.min_days, meta.loan.max_days
    if low and high and low != high:
        return _("de {low} à {high} jours").format(low=low, high=high)
    if high and low == high:
        return counted("{n} jour", "{n} jours", high)
    if high:
        return counted("{n} jour au plus", "{n} jours au plus", high)
    return counted("{n} jour au moins", "{n} jours au moins", low) if low else None
