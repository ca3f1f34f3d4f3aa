"""The values of tool.html, beside `detail`, and what its page is found by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalogue.record.drawing import drawings
from catalogue.record.fitting import fitting
from catalogue.record.groups import groups
from catalogue.record.review import to_review
from catalogue.record.tour import stops, tour_map
from catalogue.record.versions import versions
from catalogue.record.year import years
from contributions.library.library import Library
from contributions.library.offers import withdrawn
from contributions.models import Exhibition, Organisation
from contributions.record.contribution import Contribution
from contributions.words.escapes import mailto
from contributions.words.typography import typo
from publishing.page import Passage
from publishing.strings import _
from views.cards import cards, organisation
from views.found import facts
from views.tools.cards import tool_card
from views.tools.words import owners_word
from views.values import Link


def tool_data(library: Library, tool: Contribution[Exhibition]) -> dict[str, Any]:
    """The values of tool.html beside `detail`."""
    meta = tool.meta
    lendable = not withdrawn(library, meta)
    return {
        "slug": tool.slug,
        "owner": organisation(library, meta.organisation)
        if meta.organisation
        else Link(typo(meta.publisher.name) if meta.publisher else ""),
        "card": tool_card(library, tool),
        "lendable": lendable,
        "contact_url": _contact(library, tool),
        "review": to_review(meta, library.today),
        "groups": groups(library, tool),
        "drawings": tuple(drawings(meta)),
        "fitting": fitting(library, tool) if lendable else None,
        "versions": versions(meta),
        "word": owners_word(library, tool),
        "calendar_url": f"/outils/{tool.slug}.ics",
        "years": tuple(years(library, tool)) if lendable else (),
        "stops": stops(library, tool),
        "map": tour_map(library, tool),
        "events": cards(library, library.by_exhibition.get(tool.slug, ())),
    }


def found_after(data: Mapping[str, Any]) -> Iterator[Passage]:
    """What its page is found by after its words: its facts, and where it went."""
    for group in data["groups"].told:
        yield facts(group.title, group.facts)
    for version in data["versions"]:
        yield facts(version.label, version.facts)
    tour = (
        " ".join(filter(None, (stop.label, stop.when, stop.where, stop.address, stop.hours, stop.price, stop.visitors)))
        for stop in data["stops"]
    )
    yield Passage(tuple(tour), _("La tournée"))


def _contact(library: Library, tool: Contribution[Exhibition]) -> str | None:
    """Where to write to for the tool: its own contact, else its owner's, where the owner agreed to be reached."""
    meta = tool.meta
    email = meta.contact.email if meta.contact else None
    owner = library.page("organisation", meta.organisation)
    if not email and owner is not None and isinstance(owner.meta, Organisation):
        email = owner.meta.email
    return mailto(email) if email else (meta.contact.url if meta.contact else None)
