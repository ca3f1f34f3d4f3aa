"""Contributions gathered by kind, as sections of a page."""

from __future__ import annotations

from collections.abc import Sequence

from contributions.contribution import Contribution
from contributions.library import Library
from contributions.models import Common
from publishing.strings import _
from views.cards import cards
from views.values import Link, Section

SHOWN = 60
PAST = "passes"
"""The id of a section of past events, which pages fold."""


def kind_sections(library: Library, found: Sequence[Contribution[Common]]) -> tuple[Section, ...]:
    """Contributions by kind, upcoming events first and past ones last; each section links to its list where it is cut."""
    ahead = {event.key: position for position, event in enumerate(library.upcoming)}
    coming = sorted((c for c in found if c.key in ahead), key=lambda c: ahead[c.key])
    past = [c for c in found if c.kind == "event" and c.key not in ahead]
    parts = (
        (_("Rendez-vous à venir"), coming, "agenda"),
        (_("Outils à emprunter"), [c for c in found if c.kind == "exhibition"], "outils"),
        (_("Annonces"), [c for c in found if c.kind == "announcement"], "annonces"),
        (_("Articles"), [c for c in found if c.kind == "article"], "articles"),
        (_("Ressources"), [c for c in found if c.kind == "resource"], "ressources"),
        (_("Dossiers"), [c for c in found if c.kind == "programme"], "dossiers"),
        (_("Structures"), [c for c in found if c.kind == "organisation"], "annuaire"),
        (_("Rendez-vous passés"), past, "agenda"),
    )
    sections = []
    for title, entries, section in parts:
        if entries:
            more = Link(_("Tout voir"), f"/{section}/") if len(entries) > SHOWN else None
            sections.append(Section(title, cards(library, entries[:SHOWN]), more, section, PAST if entries is past else None))
    return tuple(sections)
