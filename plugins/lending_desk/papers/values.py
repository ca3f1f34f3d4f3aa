"""What the papers of a loan say: words and figures of the record, in French typography; the templates only set them.

Names of those who sign come from the desk, stand in the papers, and are kept nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from contributions.lending.offer import copies
from contributions.lending.variants import PERIOD_DAYS, lent
from contributions.models import Organisation
from contributions.models.exhibition import Format, Insurance, LoanPrice, Setup
from contributions.models.loan import Loan
from contributions.sheets.habits import worded
from contributions.words.typography import NBSP, typo
from lending_desk.tools import Desk, Tool, organisation_meant
from views.french import dates, labels
from views.french.numbers import number
from views.french.terms import euros

UNITS: Mapping[str, tuple[str, str]] = {"semaine": ("semaine", "semaines"), "mois": ("période de 30 jours", "périodes de 30 jours")}


@dataclass(frozen=True, slots=True)
class Signatories:
    """Who signs, typed on the desk: « Claude Petit, directrice »."""

    owner: str = ""
    borrower: str = ""


def values(desk: Desk, tool: Tool, loan: Loan, name: str, signatories: Signatories) -> dict[str, Any]:
    """Everything that a template may ask of a loan: texts, lists of texts, pairs of texts."""
    variant = lent(tool.meta, loan.version)
    return {
        "hub": typo(desk.library.hub.name),
        "reference": f"{tool.slug}/{name}",
        "tool": typo(tool.meta.title),
        "version": typo(variant.label or ""),
        "copy": str(loan.copy_) if loan.copy_ > 1 or copies(tool.meta, loan.version) > 1 else "",
        "option": _option(loan),
        "owner": _owner(desk, tool),
        "borrower": _borrower(desk, loan),
        "stay": dates.days(loan.start, loan.end),
        "leaves": dates.full_day(loan.start),
        "returns": dates.full_day(loan.end),
        "days": f"{loan.days}{NBSP}jour{'s' if loan.days > 1 else ''}",
        "venue": _venue(loan),
        "showing": _showing(loan),
        "price": list(_price(variant.price, loan)),
        "insurance": _insurance(variant.insurance),
        "transport": _transport(tool),
        "needs": list(_needs(variant.format, variant.setup)),
        "contents": [[str(item.quantity), typo(item.item)] for item in variant.contents],
        "signatories": {"owner": typo(signatories.owner), "borrower": typo(signatories.borrower)},
    }


def _option(loan: Loan) -> str:
    if loan.state != "option":
        return ""
    until = f" jusqu’au {dates.day_month(loan.option_until)}" if loan.option_until else ""
    return f"Ce prêt est encore une {worded('option')}{until} : il n’est convenu qu’une fois ce document signé."


def _owner(desk: Desk, tool: Tool) -> list[str]:
    """Name, address, and the public ways to reach the owner."""
    found = organisation_meant(desk.library, tool.meta.organisation) if tool.meta.organisation else None
    if found is None or not isinstance(found.meta, Organisation):
        return [typo(tool.meta.publisher.name)] if tool.meta.publisher else []
    contact, meta = tool.meta.contact, found.meta
    ways = [contact.email if contact else meta.email, contact.phone if contact else meta.phone]
    return [line for line in (typo(meta.title), *_address(meta), *ways) if line]


def _address(meta: Organisation) -> Iterator[str]:
    if meta.place:
        yield typo(meta.place.address or "")
        yield " ".join(filter(None, (meta.place.postcode, meta.place.city)))


def _borrower(desk: Desk, loan: Loan) -> list[str]:
    found = organisation_meant(desk.library, loan.borrower) if loan.borrower else None
    if found and isinstance(found.meta, Organisation):
        return [line for line in (typo(found.meta.title), *_address(found.meta)) if line]
    return [typo(line) for line in (loan.borrower, loan.city) if line]


def _venue(loan: Loan) -> str:
    venue = loan.venue
    parts = [venue.name, venue.address] if venue else []
    return typo(", ".join(part for part in (*parts, loan.city) if part))


def _showing(loan: Loan) -> str:
    """When the public sees it."""
    if not loan.public_showing:
        return ""
    hours = f" ({loan.venue.hours})" if loan.venue and loan.venue.hours else ""
    return typo(f"Ouverture au public {dates.days(loan.first_shown, loan.last_shown)}{hours}.")


def _price(price: LoanPrice | None, loan: Loan) -> Iterator[str]:
    if price is None:
        yield "Le tarif est à convenir entre les parties."
        return
    if price.free:
        yield "Le prêt est gratuit."
    elif price.amount is not None:
        yield f"Le prêt coûte {_sum(price.amount, price.per, loan)}."
        if price.member_amount is not None:
            yield f"Pour un adhérent, il coûte {_sum(price.member_amount, price.per, loan)}."
    else:
        yield "Le prêt est payant ; son montant est à convenir entre les parties."
    if price.deposit:
        yield f"Une caution de {euros(price.deposit)} est remise au départ, et rendue au retour si rien ne manque."


def _sum(amount: float, per: str | None, loan: Loan) -> str:
    """« 120 € par mois, soit 240 € pour 2 périodes de 30 jours »."""
    if per is None or per not in PERIOD_DAYS:
        return euros(amount)
    times = -(-loan.days // PERIOD_DAYS[per])
    one, many = UNITS[per]
    return f"{euros(amount)} {labels.PERIODS[per]}, soit {euros(amount * times)} pour {times}{NBSP}{many if times > 1 else one}"


def _insurance(insurance: Insurance | None) -> list[str]:
    if insurance is None:
        return ["La valeur à assurer n’est pas fixée ; les parties en conviennent avant le départ."]
    said = [f"La valeur à assurer est de {euros(insurance.value)}."]
    if insurance.by:
        who = {"emprunteur": "L’emprunteur l’assure", "proprietaire": "Le prêteur l’assure"}[insurance.by]
        said.append(f"{who}, du départ au retour, transport compris.")
    if insurance.by == "emprunteur":
        said.append("Il remet une attestation avant le départ.")
    return said


def _transport(tool: Tool) -> list[str]:
    transport = tool.meta.transport
    if transport is None:
        return ["Les parties conviennent du transport."]
    said = [f"Le transport, aller et retour, est {labels.PARTIES[transport.by]}."] if transport.by else []
    return [typo(line) for line in (*said, f"{transport.note.rstrip('.')}." if transport.note else "") if line]


def _needs(form: Format | None, setup: Setup | None) -> Iterator[tuple[str, str]]:
    """What the room, the vehicle and the hands must be."""
    if setup and (setup.minutes or setup.people):
        people = f"{setup.people}{NBSP}personne{'s' if setup.people > 1 else ''}" if setup.people else ""
        minutes = f"{setup.minutes}{NBSP}minute{'s' if setup.minutes > 1 else ''}" if setup.minutes else ""
        yield "Montage", ", ".join(filter(None, (people, minutes)))
    if form is None:
        return
    said: tuple[tuple[str, float | None, str], ...] = (
        ("Surface", form.surface_m2, "m²"),
        ("Linéaire", form.linear_m, "m"),
        ("Poids", form.weight_kg, "kg"),
        ("Pièce la plus lourde", form.heaviest_kg, "kg"),
        ("Caisses", form.crates, ""),
    )
    yield from ((label, f"{number(value)}{NBSP}{unit}".strip()) for label, value, unit in said if value)
    if form.vehicle:
        yield "Véhicule", labels.VEHICLES[form.vehicle]
    if form.power:
        yield "Électricité", typo(form.power)
    if form.indoor_only:
        yield "Lieu", "En intérieur seulement"
    if form.fire_class:
        yield "Classement au feu", typo(form.fire_class)
