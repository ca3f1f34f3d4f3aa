"""What the page of a tool adds: its facts, its availability and its tour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalogue.strips import strips
from catalogue.tool_facts import measures, own_terms, terms
from contributions.lending.offer import copies
from contributions.library.library import Library
from contributions.library.offers import withdrawn
from contributions.models import Exhibition, Organisation
from contributions.record.contribution import Contribution
from contributions.record.values import Stop
from contributions.words.escapes import mailto
from contributions.words.typography import typo
from publishing.page import Passage
from publishing.strings import _
from views.cards import cards, organisation, stop_url, venue
from views.found import facts
from views.french import dates
from views.french.terms import price
from views.values import Fact, Link
from views.values import Stop as StopView


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
    price: str | None = None
    address: str | None = None


def tool_data(library: Library, tool: Contribution[Exhibition]) -> dict[str, Any]:
    """The values of tool.html beside `detail`."""
    meta = tool.meta
    lendable = not withdrawn(library, meta)
    return {
        "owner": organisation(library, meta.organisation)
        if meta.organisation
        else Link(typo(meta.publisher.name) if meta.publisher else ""),
        "lendable": lendable,
        "borrow": tuple(terms(meta)),
        "ask_url": _ask(library, tool),
        "facts": tuple(measures(library, meta)),
        "versions": tuple(VersionView(typo(v.label), tuple(own_terms(v))) for v in meta.versions),
        "copies": copies(meta),
        "strips": tuple(strips(library, tool)) if lendable else (),
        "calendar_url": f"/outils/{tool.slug}.ics",
        "stops": tuple(_stop(library, tool, stop) for stop in tool.stops),
        "events": cards(library, library.by_exhibition.get(tool.slug, ())),
    }


def found_after(data: Mapping[str, Any]) -> Iterator[Passage]:
    """What its page is found by after its words: its facts, where it went, what took place around it."""
    yield facts(_("Fiche technique"), data["facts"])
    for version in data["versions"]:
        yield facts(version.label, version.facts)
    stops = (" ".join(filter(None, (stop.label, stop.when, stop.where, stop.address, stop.hours, stop.price))) for stop in data["stops"])
    yield Passage(tuple(stops), _("La tournée"))
    events = (" ".join(filter(None, (event.title, event.when, event.where, event.publisher))) for event in data["events"])
    yield Passage(tuple(events), _("Rendez-vous autour de cet outil"))


def _ask(library: Library, tool: Contribution[Exhibition]) -> str | None:
    """Where to ask for the tool: its own contact, else its owner's, where the owner agreed to be reached."""
    meta = tool.meta
    email = meta.contact.email if meta.contact else None
    owner = library.page("organisation", meta.organisation)
    if not email and owner is not None and isinstance(owner.meta, Organisation):
        email = owner.meta.email
    return mailto(email) if email else (meta.contact.url if meta.contact else None)


def _street(stop: Stop) -> str | None:
    """Of a stop in a town, beside which the town stands; of another, whatever its address says."""
    address = stop.place.address if stop.place else stop.loan.venue.address if stop.loan.venue else None
    return typo(address) if address else None


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
        price=price(loan.venue.price) if loan.venue and loan.venue.price else None,
        address=_street(stop),
    )
