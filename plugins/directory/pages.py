"""The pages of the directory: the list by kind of organisation, one page each of those who agreed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from contributions.library.library import Library
from contributions.models import Organisation
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from directory.lending import lent
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views.cards import cards, stop_card
from views.detail import reach
from views.french import dates, labels
from views.jsonld import Node, address, image_url, without_nothing
from views.lists.facets import by_department, some
from views.lists.paging import page_of, pages_of
from views.lists.sections import kind_sections
from views.pages import ICS, RSS, contribution_page, list_page, planned_list, sentence
from views.pictures import picture
from views.tools.months import columns
from views.values import Fact, FoundBy, Section

LIST = "/annuaire/"
PER_PAGE = 60
TYPES: dict[str, str | list[str]] = {
    # schema.org's Museum is a place only: it has no e-mail address of its own.
    "musee-ccsti": ["Museum", "Organization"],
    "mediatheque": "Library",
    "enseignement-recherche": "EducationalOrganization",
    "collectivite": "GovernmentOrganization",
    "institution": "GovernmentOrganization",
    "entreprise": "Corporation",
}


def pages(library: Library) -> Iterator[Planned]:
    """The pages of the list."""
    for piece in pages_of(LIST, library.organisations, PER_PAGE):
        yield planned_list(piece.path, "directory.html", _("Annuaire"), partial(_list, library, piece.number))


def organisation_page(library: Library, organisation: Contribution[Organisation]) -> Page:
    """The page of an organisation."""
    data = _data(library, organisation)
    feeds = (
        FeedLink(_("Publications (RSS)"), f"/flux/annuaire/{organisation.slug}.xml", RSS),
        FeedLink(_("Rendez-vous (iCalendar)"), f"/annuaire/{organisation.slug}.ics", ICS),
    )
    return contribution_page(
        library,
        organisation,
        "organisation.html",
        data,
        node=organisation_page_node(library, organisation),
        feeds=feeds if library.is_listed(organisation) else (),
    )


def _list(library: Library, number: int) -> Page:
    order = {slug: position for position, slug in enumerate(library.hub.all_categories["organisation"])}
    listed = sorted(library.organisations, key=lambda o: (order.get(o.meta.category, 99), o.meta.title.casefold()))
    piece = page_of(LIST, listed, number, PER_PAGE)
    sections = tuple(
        Section(library.hub.category("organisation", slug), cards(library, [o for o in piece.entries if o.meta.category == slug]), id=slug)
        for slug in dict.fromkeys(o.meta.category for o in piece.entries)
    )
    return list_page(
        library,
        piece.path,
        "directory.html",
        _("Annuaire"),
        _("Musées, universités, associations, médiathèques : qui partage les sciences en {region}.").format(region=library.hub.region.name),
        {
            "sections": sections,
            "pager": piece.pager,
            "count": counted("{n} structure", "{n} structures", len(listed)),
            "facets": some(by_department(library, (o.departments for o in library.organisations))),
        },
        section="annuaire",
        prev=piece.pager.previous_url,
        next=piece.pager.next_url,
    )


def _data(library: Library, organisation: Contribution[Organisation]) -> dict[str, Any]:
    meta = organisation.meta
    listed = library.is_listed(organisation)
    own = [found for found in library.by_organisation.get(organisation.slug, ()) if found.brief.owner != organisation.slug]
    lends = lent(library, organisation)
    coming = library.coming.get(f"by_organisation/{organisation.slug}", ())
    stops = library.stops_at.get(organisation.slug, ())
    hosted = tuple(stop_card(library, tool, stop) for tool, stop in stops if stop.last_day >= library.today)
    passing = (Section(_("Expositions de passage"), hosted, section="outils"),) if hosted else ()
    sections = (*passing, *kind_sections(library, own, coming))
    return {
        "logo": picture(library, meta.logo),
        "facts": tuple(_facts(organisation)),
        "lends": lends,
        "lends_url": f"/outils/proprietaires/{organisation.slug}/",
        "columns": columns(library) if lends else (),
        "sections": sections,
        "networks": tuple(Fact(network.label, network.label, url=network.url) for network in meta.networks),
        "calendar_url": f"/annuaire/{organisation.slug}.ics" if listed else None,
        "feed_url": f"/flux/annuaire/{organisation.slug}.xml" if listed else None,
        "found_by": FoundBy(sentence(_address(organisation))),
    }


def _address(organisation: Contribution[Organisation]) -> tuple[str, ...]:
    """Its lines, but for its name."""
    if not organisation.places:
        return ()
    place = organisation.places[0]
    lines = (place.name or "", place.address or "", " ".join(part for part in (place.postcode, place.city) if part))
    return tuple(typo(line) for line in lines if line and line != organisation.meta.title)


def _facts(organisation: Contribution[Organisation]) -> Iterator[Fact]:
    meta = organisation.meta
    if lines := _address(organisation):
        yield Fact(_("Adresse"), values=lines)
    yield from reach(meta.email, meta.phone, meta.website)
    if meta.opening_hours:
        yield Fact(_("Horaires"), typo(meta.opening_hours))
    if meta.visit:
        text = typo(meta.visit.text) if meta.visit.text else _("Gratuite") if meta.visit.free else _("Payante")
        yield Fact(_("Visite"), text)
    if meta.accessibility:
        yield Fact(_("Accessibilité"), values=tuple(labels.label(labels.ACCESS, value) for value in meta.accessibility))
    if meta.member and meta.member.since:
        yield Fact(_("Membre du réseau"), _("depuis {when}").format(when=dates.precise(meta.member.since)))


def organisation_page_node(library: Library, organisation: Contribution[Organisation]) -> Node:
    """The organisation, by its schema.org type."""
    meta, hub = organisation.meta, library.hub
    place = organisation.places[0] if organisation.places else None
    logo = picture(library, meta.logo)
    person = meta.person
    return without_nothing(
        {
            "@type": "Person" if person else TYPES.get(meta.category, "Organization"),
            "@id": f"{hub.url}{organisation.url}#structure",
            "name": typo(meta.title),
            "description": typo(meta.summary),
            "url": hub.url + organisation.url,
            "sameAs": [meta.website] if meta.website else [],
            "logo": hub.url + logo.src if logo and not person else None,
            "image": image_url(library, meta),
            "address": address(place) if place else None,
            "email": meta.email,
            "telephone": meta.phone,
        }
    )
