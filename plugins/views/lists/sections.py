"""Contributions gathered by kind, as sections of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from contributions.library.library import Library
from contributions.library.offers import withdrawn
from contributions.library.timetable import Entry
from contributions.models import Common, Exhibition
from contributions.record.contribution import Contribution
from publishing.strings import _
from views.cards import cards
from views.entries import entry_cards
from views.values import Link, Section

AGENDA, TOOLS = "/agenda/", "/outils/"
SHOWN = 24
PAST = "passes"
"""The id of a section of past events, which pages fold."""


def kind_sections(
    library: Library, found: Sequence[Contribution[Common]], coming: Sequence[Entry], agenda: str = AGENDA, tools: str = TOOLS
) -> tuple[Section, ...]:
    """Contributions by kind, before what is to come, which stands on a page of the agenda too, and what is past.

    A section that is cut links to its list; what is to come, and tools, to `agenda` and `tools` where these are pages of their own.
    """
    ahead = {entry.slug for entry in coming if entry.kind == "event"}
    past = [c for c in found if c.kind == "event" and c.slug not in ahead]
    parts = (
        (
            _("Outils à emprunter"),
            [c for c in found if c.kind == "exhibition" and not withdrawn(library, cast("Exhibition", c.meta))],
            "outils",
        ),
        (_("Annonces"), [c for c in found if c.kind == "announcement"], "annonces"),
        (_("Articles"), [c for c in found if c.kind == "article"], "articles"),
        (_("Ressources"), [c for c in found if c.kind == "resource"], "ressources"),
        (_("Dossiers"), [c for c in found if c.kind == "programme"], "dossiers"),
        (_("Structures"), [c for c in found if c.kind == "organisation"], "annuaire"),
    )
    sections = []
    for title, entries, section in parts:
        if entries:
            more = Link(_("Tout voir"), tools) if section == "outils" and tools != TOOLS else _more(f"/{section}/", entries)
            sections.append(Section(title, cards(library, entries[:SHOWN]), more, section))
    if coming:
        more = Link(_("Tout voir"), agenda) if len(coming) > SHOWN or agenda != AGENDA else None
        sections.append(Section(_("Rendez-vous à venir"), entry_cards(library, coming[:SHOWN]), more, "agenda"))
    if past:
        sections.append(Section(_("Rendez-vous passés"), cards(library, past[:SHOWN]), _more("/agenda/", past), "agenda", PAST))
    return tuple(sections)


def _more(url: str, entries: Sequence[object]) -> Link | None:
    return Link(_("Tout voir"), url) if len(entries) > SHOWN else None
