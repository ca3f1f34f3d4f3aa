"""JSON-LD of a tool: a CreativeWork, and an ExhibitionEvent for each public showing that is not over."""

from __future__ import annotations

from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.record.values import Stop
from contributions.words.typography import typo
from views.cards import stop_url
from views.jsonld import Node, image_url, organisation_node, place_node, publisher_node, without_nothing


def tool_node(library: Library, tool: Contribution[Exhibition]) -> Node:
    """The tool as a work."""
    meta, hub = tool.meta, library.hub
    showings = [_showing(library, tool, stop) for stop in tool.stops if stop.last_day >= library.today and stop.place]
    node = without_nothing(
        {
            "@type": "CreativeWork",
            "@id": f"{hub.url}{tool.url}#outil",
            "name": typo(meta.title),
            "description": typo(meta.summary),
            "url": hub.url + tool.url,
            "image": image_url(library, meta),
            "genre": hub.category("exhibition", meta.category),
            "about": [hub.themes.get(slug, slug) for slug in meta.themes],
            "keywords": ", ".join(meta.keywords),
            "provider": publisher_node(library, tool),
            "creator": [node for name in meta.designers if (node := organisation_node(library, name))],
            "dateCreated": str(meta.year) if meta.year else None,
            "dateModified": meta.updated.isoformat() if meta.updated else None,
            "datePublished": meta.date.isoformat(),
            "inLanguage": list(meta.languages) or meta.lang,
            "audience": [{"@type": "Audience", "audienceType": hub.audiences.get(slug, slug)} for slug in meta.audiences],
        }
    )
    if showings:
        node["subjectOf"] = showings
    return node


def _showing(library: Library, tool: Contribution[Exhibition], stop: Stop) -> Node:
    loan = stop.loan
    assert stop.place is not None
    price = loan.venue.price if loan.venue else None
    return without_nothing(
        {
            "@type": "ExhibitionEvent",
            "name": typo(tool.meta.title),
            "description": typo(tool.meta.summary),
            "url": library.hub.url + stop_url(tool, stop),
            "startDate": stop.first_day.isoformat(),
            "endDate": stop.last_day.isoformat(),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": place_node(stop.place),
            "organizer": organisation_node(library, loan.borrower) if loan.borrower else None,
            "isAccessibleForFree": price.free if price else None,
            "image": image_url(library, tool.meta),
        }
    )
