"""What the page of a tool adds: its terms, its measures, its availability and its tour."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from contributions.contribution import Contribution, Stop
from contributions.fields import NO, YES
from contributions.lending import Period, copies, next_free, periods, state_on
from contributions.library import Library
from contributions.models import Exhibition, Organisation
from contributions.models.exhibition import Format, Item
from publishing.strings import _, counted
from views import dates, labels
from views.cards import cards, organisation, stop_url, venue
from views.typography import NBSP, number, typo
from views.values import Fact, Link
from views.values import Stop as StopView

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class DayState:
    """A day of the availability strip. state: free, option, busy, past."""

    day: int
    state: str


@dataclass(frozen=True, slots=True)
class MonthStrip:
    """A month of it."""

    label: str
    days: tuple[DayState, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """The same tool in another format."""

    label: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class TourStop(StopView):
    """A stop with its anchor and practical facts."""

    id: str = ""
    hours: str | None = None
    address: str | None = None


def tool_data(library: Library, tool: Contribution[Exhibition]) -> dict[str, Any]:
    """The values of tool.html beside `detail`."""
    meta, today = tool.meta, library.today
    lendable = meta.condition != "retire"
    known = bool(meta.loans) and lendable
    end = _end_of_strip(today)
    free = next_free(meta, today) if known else None
    return {
        "owner": organisation(library, meta.organisation) if meta.organisation else Link(typo(meta.publisher.name) if meta.publisher else ""),
        "lendable": lendable,
        "borrow": tuple(_borrow(meta)),
        "ask_url": _ask(library, tool),
        "facts": tuple(_facts(library, meta)),
        "versions": tuple(VersionView(typo(v.label), (*_contents(v.contents), *_format(v.format))) for v in meta.versions),
        "availability_known": known,
        "free_from": dates.day_month(free) if free else None,
        "free_now": free == today,
        "copies": copies(meta),
        "months": tuple(_months(meta, today)) if known else (),
        "periods": tuple(_in_words(period) for period in periods(meta, today, end)) if known else (),
        "stops": tuple(_stop(library, tool, stop) for stop in tool.stops),
        "events": cards(library, library.by_exhibition.get(tool.slug, ())),
    }


def _ask(library: Library, tool: Contribution[Exhibition]) -> str | None:
    """Where to ask for the tool: its own contact, else its owner's, where the owner agreed to be reached."""
    meta = tool.meta
    email = meta.contact.email if meta.contact else None
    owner = library.page("organisation", meta.organisation)
    if not email and owner is not None and isinstance(owner.meta, Organisation):
        email = owner.meta.email
    return f"mailto:{email}" if email else (meta.contact.url if meta.contact else None)


def _euros(amount: float | int) -> str:
    return f"{number(amount)}{NBSP}€"


def _borrow(meta: Exhibition) -> Iterator[Fact]:
    if price := meta.price:
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
    if meta.insurance:
        by = f", {labels.label(labels.PARTIES, meta.insurance.by)}" if meta.insurance.by else ""
        yield Fact(_("Valeur d’assurance"), _euros(meta.insurance.value) + by)
    if text := _duration(meta):
        yield Fact(_("Durée"), text)
    if meta.loan.notice_days:
        yield Fact(_("À demander"), counted("{n} jour avant", "{n} jours avant", meta.loan.notice_days))
    if meta.transport:
        parts = [labels.label(labels.PARTIES, meta.transport.by) if meta.transport.by else "", typo(meta.transport.note or "")]
        yield Fact(_("Transport"), ". ".join(part for part in parts if part).capitalize())
    if meta.area:
        yield Fact(_("Zone de prêt"), ", ".join(meta.area))
    if meta.pass_culture:
        yield Fact(_("Pass Culture"), _("Part collective acceptée"))


def _duration(meta: Exhibition) -> str | None:
    low, high = meta.loan.min_days, meta.loan.max_days
    if low and high:
        return _("de {low} à {high} jours").format(low=low, high=high)
    if high:
        return counted("{n} jour au plus", "{n} jours au plus", high)
    return counted("{n} jour au moins", "{n} jours au moins", low) if low else None


def _contents(items: Iterable[Item]) -> Iterator[Fact]:
    lines = tuple(f"{item.quantity} × {typo(item.item)}" for item in items)
    if lines:
        yield Fact(_("Contenu"), values=lines)


def _facts(library: Library, meta: Exhibition) -> Iterator[Fact]:
    yield from _contents(meta.contents)
    yield from _format(meta.format)
    if meta.setup:
        parts = [f"{meta.setup.minutes} min" if meta.setup.minutes else "", counted("{n} personne", "{n} personnes", meta.setup.people) if meta.setup.people else ""]
        yield Fact(_("Montage"), ", ".join(part for part in parts if part))
    if meta.visit:
        if meta.visit.minutes:
            yield Fact(_("Visite"), f"{meta.visit.minutes} min")
        if meta.visit.capacity:
            yield Fact(_("Groupe"), counted("{n} personne à la fois", "{n} personnes à la fois", meta.visit.capacity))
        if meta.visit.mediator:
            yield Fact(_("Médiation"), said(meta.visit.mediator))
    if meta.age and (meta.age.min is not None or meta.age.max is not None):
        low, high = meta.age.min, meta.age.max
        text = _("De {min} à {max} ans") if low is not None and high is not None else _("Dès {min} ans") if low is not None else _("Jusqu’à {max} ans")
        yield Fact(_("Âge"), text.format(min=low, max=high))
    if meta.school_levels:
        yield Fact(_("Niveaux scolaires"), ", ".join(typo(level) for level in meta.school_levels))
    if meta.languages:
        yield Fact(_("Langues"), ", ".join(labels.label(labels.LANGUAGES, code) for code in meta.languages))
    if meta.accessibility:
        yield Fact(_("Accessibilité"), values=tuple(labels.label(labels.ACCESS, value) for value in meta.accessibility))
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


def _format(keys: Format | None) -> Iterator[Fact]:
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


def _end_of_strip(today: date) -> date:
    last = today.replace(day=1) + timedelta(days=31 * (MONTHS_SHOWN - 1))
    return last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _months(meta: Exhibition, today: date) -> Iterator[MonthStrip]:
    first = today.replace(day=1)
    while first <= _end_of_strip(today):
        length = calendar.monthrange(first.year, first.month)[1]
        days = (first.replace(day=n) for n in range(1, length + 1))
        states = tuple(DayState(day.day, "past" if day < today else state_on(meta, day)) for day in days)
        label = dates.short_month(first) + (f" {first:%y}" if first.month == 1 else "")
        yield MonthStrip(label, states)
        first = first.replace(day=length) + timedelta(days=1)


def _in_words(period: Period) -> str:
    text = dates.days(period.start, period.end)
    if period.start == period.end:
        text = _("le {day}").format(day=text)
    return (_("Occupé {days}") if period.state == "busy" else _("En option {days}")).format(days=text)


def _stop(library: Library, tool: Contribution[Exhibition], stop: Stop) -> TourStop:
    loan, today = stop.loan, library.today
    host = organisation(library, loan.borrower) if loan.borrower else Link("")
    name = typo(loan.venue.name) if loan.venue and loan.venue.name else host.label or (venue(stop) or _("Lieu à préciser"))
    state = "past" if loan.end < today else "now" if loan.start <= today else "next"
    return TourStop(
        label=name,
        when=dates.short_days(loan.start, loan.end),
        where=venue(stop) if not (loan.venue and loan.venue.name) else (venue(stop) or "").split(", ")[0] or None,
        url=host.url,
        state=state,
        id=stop_url(tool, stop).rsplit("#", 1)[1],
        hours=typo(loan.venue.hours) if loan.venue and loan.venue.hours else None,
        address=typo(loan.venue.address) if loan.venue and loan.venue.address else None,
    )
