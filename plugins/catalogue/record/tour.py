"""The tour of a tool: its public showings as a list, with visitors and what a visit costs, and on a map."""

from __future__ import annotations

from dataclasses import dataclass

from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.models.loan import Loan
from contributions.record.contribution import Contribution
from contributions.record.values import Located, Stop
from contributions.words.typography import typo
from publishing.strings import _, counted
from views.cards import organisation, stop_url, town, venue
from views.french import dates
from views.french.numbers import number
from views.french.terms import price
from views.maps.values import Map, Spot, small_map
from views.values import Link
from views.values import Stop as StopView


@dataclass(frozen=True, slots=True)
class TourStop(StopView):
    """A stop with its anchor and practical facts."""

    id: str = ""
    hours: str | None = None
    price: str | None = None
    address: str | None = None
    visitors: str | None = None


def stops(library: Library, tool: Contribution[Exhibition]) -> tuple[TourStop, ...]:
    """All showings, in time order."""
    return tuple(_stop(library, tool, stop) for stop in tool.stops)


def tour_map(library: Library, tool: Contribution[Exhibition]) -> Map | None:
    """The towns where it was, is or will be, each once with how often; a mark leads to its last showing there."""
    towns: dict[tuple[str, str | None], list[Stop]] = {}
    for stop in tool.stops:
        if stop.place:
            towns.setdefault((stop.place.city, stop.place.department), []).append(stop)
    return small_map(library.hub, _("Carte de la tournée"), (), (_spot(tool, found) for found in towns.values()))


def visited(loan: Loan) -> str | None:
    """« 240 visiteurs comptés », « de 220 à 260 visiteurs, estimation »; None where nobody said anything."""
    if loan.visitors is None:
        return _("Nombre de visiteurs inconnu") if loan.visitors_method == "inconnu" else None
    if loan.visitors_max and loan.visitors_max > loan.visitors:
        text = _("de {least} à {most} visiteurs").format(least=number(loan.visitors), most=number(loan.visitors_max))
    else:
        text = counted("{n} visiteur", "{n} visiteurs", loan.visitors)
    how = {"compte": _("comptage"), "estime": _("estimation")}.get(loan.visitors_method or "")
    return f"{text} ({how})" if how else text


def _spot(tool: Contribution[Exhibition], found: list[Stop]) -> Spot:
    last = found[-1]
    place = last.place
    assert place is not None
    name = town(place)
    when = ", ".join(dates.short_days(stop.first_day, stop.last_day) for stop in found)
    return Spot(name, f"{name} : {when}", place.lat, place.lon, (("exhibition", len(found)),), stop_url(tool, last))


def _stop(library: Library, tool: Contribution[Exhibition], stop: Stop) -> TourStop:
    loan, today = stop.loan, library.today
    host = organisation(library, loan.borrower) if loan.borrower else Link("")
    name = typo(loan.venue.name) if loan.venue and loan.venue.name else host.label or (venue(stop) or _("Lieu à préciser"))
    state = "past" if stop.last_day < today else "now" if stop.first_day <= today else "next"
    return TourStop(
        label=name,
        when=dates.short_days(stop.first_day, stop.last_day),
        where=venue(stop) if not (loan.venue and loan.venue.name) else (venue(stop) or "").split(", ")[0] or None,
        url=host.url,
        state=state,
        id=stop_url(tool, stop).rsplit("#", 1)[1],
        hours=typo(loan.venue.hours) if loan.venue and loan.venue.hours else None,
        price=_entry(loan),
        address=_street(stop.place, loan),
        visitors=visited(loan),
    )


def _entry(loan: Loan) -> str | None:
    """« Entrée : 4 € »; « Entrée libre » as it is."""
    if not (loan.venue and loan.venue.price):
        return None
    told = price(loan.venue.price)
    return told[:1].upper() + told[1:] if told.casefold().startswith(_("entrée")) else _("Entrée : {price}").format(price=told)


def _street(place: Located | None, loan: Loan) -> str | None:
    """Of a stop in a town, beside which the town stands; of another, whatever its address says."""
    address = place.address if place else loan.venue.address if loan.venue else None
    return typo(address) if address else None
