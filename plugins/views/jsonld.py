"""JSON-LD (schema.org) of what several kinds of pages show: breadcrumbs, places, organisations, images."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from contributions.geography.countries import abroad
from contributions.library.library import Library
from contributions.models import Common, Contributed, Organisation
from contributions.record.contribution import Contribution
from contributions.record.values import Located
from contributions.region.hub import Hub
from contributions.words.typography import typo
from publishing.page import Crumb
from views.cards import publisher
from views.pictures import picture

Node = dict[str, Any]


def script(*nodes: Node) -> str:
    """The nodes as the text of a script element; « < » is escaped, so that no value can close it."""
    graph = [node for node in nodes if node]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":")).replace(
        "<", "\\u003c"
    )


def breadcrumbs(hub: Hub, crumbs: Iterable[Crumb]) -> Node:
    """BreadcrumbList, the page itself last."""
    items = [
        {"@type": "ListItem", "position": position, "name": crumb.label, "item": hub.url + crumb.url}
        for position, crumb in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def website(hub: Hub) -> Node:
    """WebSite with its search."""
    return {
        "@type": "WebSite",
        "@id": f"{hub.url}/#site",
        "name": hub.name,
        "url": f"{hub.url}/",
        "inLanguage": hub.lang,
        "description": hub.tagline,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{hub.url}/recherche/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def address(place: Located) -> Node:
    """PostalAddress."""
    town, country = abroad(place.city) or (place.city, "FR")
    found = {
        "@type": "PostalAddress",
        "streetAddress": place.address,
        "postalCode": place.postcode,
        "addressLocality": town,
        "addressCountry": country,
    }
    return {key: value for key, value in found.items() if value}


def place_node(place: Located) -> Node:
    """Place with its address and, where known, its point."""
    node: Node = {"@type": "Place", "name": typo(place.name or place.city), "address": address(place)}
    if place.lat is not None:
        node["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return node


def organisation_node(library: Library, slug: str) -> Node:
    """An organisation that has a page here; empty where it has none, as nothing true could stand for its address."""
    found = library.page("organisation", slug)
    if found is None:
        return {}
    person = isinstance(found.meta, Organisation) and found.meta.person
    return {"@type": "Person" if person else "Organization", "name": typo(found.meta.title), "url": library.hub.url + found.url}


def publisher_node(library: Library, contribution: Contribution[Common]) -> Node:
    """Who publishes, where an address is known."""
    meta = contribution.meta
    if isinstance(meta, Contributed) and meta.organisation:
        return organisation_node(library, meta.organisation)
    link = publisher(library, contribution)
    return {"@type": "Organization", "name": link.label, "url": link.url} if link.url else {}


def work_node(
    library: Library, contribution: Contribution[Common], kind: str, *, expires: str | None = None, licence: str | None = None
) -> Node:
    """What is read, or belongs together: `kind` is its type in schema.org."""
    meta = contribution.meta
    assert isinstance(meta, Contributed)
    return without_nothing(
        {
            "@type": kind,
            "name": typo(meta.title),
            "description": typo(meta.summary),
            "url": library.hub.url + contribution.url,
            "datePublished": meta.date.isoformat(),
            "dateModified": meta.updated.isoformat() if meta.updated else None,
            "expires": expires,
            "license": licence,
            "publisher": publisher_node(library, contribution),
            "image": image_url(library, meta),
            "inLanguage": meta.lang,
        }
    )


def image_url(library: Library, meta: Common) -> list[str]:
    """Absolute addresses of a contribution's pictures."""
    found = [picture(library, keys) for keys in (meta.image, *meta.images)]
    return [library.hub.url + shown.src for shown in found if shown]


def without_nothing(node: Node) -> Node:
    """A node without the properties that are not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {}, ())}
