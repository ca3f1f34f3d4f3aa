"""What is known of a tool, as facts for its page: the terms of a loan, its measures, its public and its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contributions.fields.fields import NO, YES
from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.models.exhibition import Format, Insurance, Item, LoanPrice, Setup, Version
from contributions.words.typography import NBSP, typo
from publishing.strings import _, counted
from views.cards import organisation
from views.french import dates, labels
from views.french.numbers import ages, number
from views.values import Fact


def terms(meta: Exhibition) -> Iterator[Fact]:
    """What borrowing it costs and asks."""
    yield from _price(meta.price)
    yield from _insurance(meta.insurance)
    if text := _duration(meta):
        yield Fact(_("Durée"), text)
    if meta.loan.notice_days:
        yield Fact(_("À demander"), counted("{n} jour avant", "{n} jours avant", meta.loan.notice_days))
    if meta.transport:
        parts = (labels.label(labels.PARTIES, meta.transport.by).capitalize() if meta.transport.by else "", typo(meta.transport.note or ""))
        yield Fact(_("Transport"), values=tuple(part for part in parts if part))
    if meta.area:
        yield Fact(_("Zone de prêt"), ", ".join(meta.area))
    if meta.pass_culture:
        yield Fact(_("Pass Culture"), _("Part collective acceptée"))


def own_terms(version: Version) -> Iterator[Fact]:
    """What a version has and asks otherwise than its tool."""
    yield from contents(version.contents)
    yield from format_(version.format)
    yield from _setup(version.setup)
    yield from _price(version.price)
    yield from _insurance(version.insurance)
    if version.acquired:
        yield Fact(_("Entrée dans le fonds"), dates.precise(version.acquired))
    if version.retired_on:
        yield Fact(_("Retirée le"), dates.day_month(version.retired_on))


def _price(price: LoanPrice | None) -> Iterator[Fact]:
    if price is None:
        return
    if price.free:
        yield Fact(_("Tarif"), _("Gratuit"))
    elif price.amount is not None:
        per = f" {labels.label(labels.PERIODS, price.per)}" if price.per else ""
        yield Fact(_("Tarif"), _euros(price.amount) + per)
    else:
        yield Fact(_("Tarif"), _("Payant, à demander"))
    if price.member_amount is not None:
        yield Fact(_("Adhérents"), _euros(price.member_amount) if price.member_amount else _("Gratuit"))
    if price.deposit:
        yield Fact(_("Caution"), _euros(price.deposit))


def _insurance(insurance: Insurance | None) -> Iterator[Fact]:
    if insurance:
        by = f", {labels.label(labels.PARTIES, insurance.by)}" if insurance.by else ""
        yield Fact(_("Valeur d’assurance"), _euros(insurance.value) + by)


def _duration(meta: Exhibition) -> str | None:
    low, high = meta.loan.min_days, meta.loan.max_days
    if low and high and low != high:
        return _("de {low} à {high} jours").format(low=low, high=high)
    if high and low == high:
        return counted("{n} jour", "{n} jours", high)
    if high:
        return counted("{n} jour au plus", "{n} jours au plus", high)
    return counted("{n} jour au moins", "{n} jours au moins", low) if low else None


def contents(items: Iterable[Item]) -> Iterator[Fact]:
    """What is in the crates, one line an item."""
    lines = tuple(f"{item.quantity} × {typo(item.item)}" for item in items)
    if lines:
        yield Fact(_("Contenu"), values=lines)


def measures(library: Library, meta: Exhibition) -> Iterator[Fact]:
    """What it is, whom it suits and where it comes from."""
    yield from contents(meta.contents)
    yield from format_(meta.format)
    yield from _use(meta)
    yield from _public(meta)
    yield from _history(library, meta)


def _use(meta: Exhibition) -> Iterator[Fact]:
    yield from _setup(meta.setup)
    if meta.visit:
        if meta.visit.minutes:
            yield Fact(_("Visite"), f"{meta.visit.minutes} min")
        if meta.visit.capacity:
            yield Fact(_("Groupe"), counted("{n} personne à la fois", "{n} personnes à la fois", meta.visit.capacity))
        if meta.visit.mediator:
            yield Fact(_("Médiation"), said(meta.visit.mediator))


def _setup(setup: Setup | None) -> Iterator[Fact]:
    if setup:
        parts = [
            f"{setup.minutes} min" if setup.minutes else "",
            counted("{n} personne", "{n} personnes", setup.people) if setup.people else "",
        ]
        yield Fact(_("Montage"), ", ".join(part for part in parts if part))


def _public(meta: Exhibition) -> Iterator[Fact]:
    if text := ages(meta.age):
        yield Fact(_("Âge"), text.capitalize())
    if meta.school_levels:
        yield Fact(_("Niveaux scolaires"), labels.levels(meta.school_levels))
    if meta.languages:
        yield Fact(_("Langues"), ", ".join(labels.label(labels.LANGUAGES, code) for code in meta.languages))
    if meta.accessibility:
        yield Fact(_("Accessibilité"), values=tuple(labels.label(labels.ACCESS, value) for value in meta.accessibility))
    if meta.access_note:
        yield Fact(_("Accueil"), typo(meta.access_note))


def _history(library: Library, meta: Exhibition) -> Iterator[Fact]:
    if meta.designers:
        yield Fact(_("Conception"), ", ".join(organisation(library, name).label for name in meta.designers))
    if meta.year:
        yield Fact(_("Création"), str(meta.year))
    if meta.acquired:
        yield Fact(_("Entrée dans le fonds"), dates.precise(meta.acquired))
    if meta.content_updated:
        yield Fact(_("Contenu mis à jour"), dates.day_month(meta.content_updated))
    if meta.condition != "bon":
        text = labels.label(labels.CONDITIONS, meta.condition)
        yield Fact(_("État"), f"{text} ({dates.day_month(meta.retired_on)})" if meta.retired_on else text)


def format_(keys: Format | None) -> Iterator[Fact]:
    """Its measures and what it needs: room, vehicle, power."""
    if keys is None:
        return
    if keys.panels:
        yield Fact(_("Panneaux"), str(keys.panels))
    sides = [number(side) for side in (keys.width_cm, keys.height_cm, keys.depth_cm) if side]
    if sides:
        yield Fact(_("Dimensions"), " × ".join(sides) + f"{NBSP}cm")
    simple = (
        (_("Matière"), typo(keys.material) if keys.material else None),
        (_("Accrochage"), ", ".join(typo(way) for way in keys.hanging) or None),
        (_("Surface au sol"), f"{number(keys.surface_m2)}{NBSP}m²" if keys.surface_m2 else None),
        (_("Linéaire"), f"{number(keys.linear_m)}{NBSP}m" if keys.linear_m else None),
        (_("Poids"), _weight(keys)),
        (_("Volume"), f"{number(keys.volume_m3)}{NBSP}m³" if keys.volume_m3 else None),
        (_("Caisses"), str(keys.crates) if keys.crates else None),
        (_("Véhicule"), labels.label(labels.VEHICLES, keys.vehicle) if keys.vehicle else None),
        (_("Électricité"), said(keys.power) if keys.power else None),
        (_("Internet"), None if keys.internet is None else _("Nécessaire") if keys.internet else _("Inutile")),
        (_("Intérieur"), _("Intérieur seulement") if keys.indoor_only else None),
        (_("Classement au feu"), keys.fire_class),
    )
    yield from (Fact(label, value) for label, value in simple if value)


def said(text: str) -> str:
    """A value that may be a sentence, or only yes or no."""
    word = text.lower()
    return _("Oui") if word in YES else _("Non") if word in NO else typo(text)


def _weight(keys: Format) -> str | None:
    if not keys.weight_kg:
        return None
    text = f"{number(keys.weight_kg)}{NBSP}kg"
    if keys.heaviest_kg:
        text += _(", la pièce la plus lourde {weight}").format(weight=f"{number(keys.heaviest_kg)}{NBSP}kg")
    return text


def _euros(amount: float | int) -> str:
    return f"{number(amount)}{NBSP}€"
