"""Contributions gathered by kind, as sections of a page."""

from __future__ import annotations

from collections.abc import Sequence

from contributions.library.library import Library
from contributions.library.timetable import Entry
from contributions.models import Common
from contributions.record.contribution import Contribution
from publishing.strings import _
from views.cards import cards
from views.entries import entry_cards
from views.values import Link, Section

SHOWN = 24
PAST = "passes"
"""The id of a section of past events, which pages fold."""


def kind_sections(library: Library, found: Sequence[Contribution[Common]], coming: Sequence[Entry]) -> tuple[Section, ...]:
    """Contributions by kind, after what is to come (all of it) and before what is past; a section that is cut links to its list."""
    ahead = {entry.slug for entry in coming if entry.kind == "event"}
    past = [c for c in found if c.kind == "event" and c.slug not in ahead]
    parts = (
        (_("Outils à emprunter"), [c for c in found if c.kind == "exhibition"], "outils"),
        (_("Annonces"), [c for c in found if c.kind == "announcement"], "annonces"),
        (_("Articles"), [c for c in found if c.kind == "article"], "articles"),
        (_("Ressources"), [c for c in found if c.kind == "resource"], "ressources"),
        (_("Dossiers"), [c for c in found if c.kind == "programme"], "dossiers"),
        (_("Structures"), [c for c in found if c.kind == "organisation"], "annuaire"),
        (_("Rendez-vous passés"), past, "agenda"),
    )
    ahead_cards = entry_cards(library, coming[:SHOWN])
    sections = [Section(_("Rendez-vous à venir"), ahead_cards, _more("agenda", coming), "agenda")] if coming else []
    for title, entries, section in parts:
        if entries:
            shown = cards(library, entries[:SHOWN])
            sections.append(Section(title, shown, _more(section, entries), section, PAST if entries is past else None))
    return tuple(sections)


def _more(section: str, entries: Sequence[object]) -> Link | None:
    return Link(_("Tout voir"), f"/{section}/") if len(entries) > SHOWN else None
