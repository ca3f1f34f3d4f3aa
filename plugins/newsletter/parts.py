"""The parts of a letter: sections of which none repeats a card, where something is on, whom to thank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import cast

from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.models.beside import Introduction
from contributions.record.contribution import Contribution
from contributions.words.typography import NBSP, typo
from newsletter.holding import Coming, Key, key_of
from publishing.strings import _, counted
from views.cards import card, organisation, stop_card
from views.values import Badge, Card, Link, Section

SHOWN = 40
"""Cards of a section; the list of the site that it belongs to has the others."""
THANKED = ("financeur", "mecene")
"""Roles of partners who are thanked: they make possible what is told of."""
LISTS = {
    "agenda": "dans l’agenda",
    "outils": "au catalogue",
    "articles": "parmi les articles",
    "annonces": "parmi les annonces",
    "ressources": "parmi les ressources",
    "dossiers": "parmi les dossiers",
}
"""Where the others are, by the navigation's key."""


@dataclass(frozen=True, slots=True)
class Part:
    """What may stand under a heading: contributions, or showings. `section` is the navigation's key."""

    title: str
    entries: Iterable[Key | Coming]
    section: str | None = None
    when: Mapping[Key, str] | None = None
    """What is said of some in the place of their day."""
    notes: Mapping[Key, str] | None = None
    """A sentence on some of them."""
    html: str | None = None
    """An editor's words above them."""


def sections(then: Library, parts: Iterable[Part], news: Collection[Key]) -> tuple[tuple[Section, ...], tuple[Key, ...]]:
    """The sections of a letter as of its day, without empty ones, and what stands in them: each contribution once, where it comes first."""
    told: dict[Key, None] = {}
    found: list[Section] = []
    for part in parts:
        own = {key(entry): entry for entry in part.entries if key(entry) not in told}
        told.update(dict.fromkeys(own))
        if own or part.html:
            shown = tuple(_card(then, part, entry, new=one in news) for one, entry in list(own.items())[:SHOWN])
            found.append(Section(part.title, shown, _more(part, len(own) - SHOWN), part.section, html=part.html))
    return tuple(found), tuple(told)


def _more(part: Part, left: int) -> Link | None:
    if left <= 0 or part.section is None:
        return None
    others = counted("Et {n} autre", "Et {n} autres", left)
    return Link(_("{others}, {where}").format(others=others, where=_(LISTS[part.section])), f"/{part.section}/")


def key(entry: Key | Coming) -> Key:
    """Of the contribution."""
    return entry.key if isinstance(entry, Coming) else entry


def _card(then: Library, part: Part, entry: Key | Coming, *, new: bool) -> Card:
    own = key(entry)
    found = then.by_key[own]
    if not isinstance(entry, Coming):
        shown = card(then, found)
    elif entry.kind == "event":
        shown = card(then, found, found.showings[entry.number])
    else:
        tool = cast("Contribution[Exhibition]", found)
        shown = stop_card(then, tool, next(stop for stop in tool.stops if stop.number == entry.number))
    if isinstance(entry, Coming) and entry.begun:
        shown = replace(shown, day=None)  # it lasts
    if part.when and own in part.when:
        shown = replace(shown, when=part.when[own])
    if part.notes and own in part.notes:
        shown = replace(shown, notes=(*shown.notes, part.notes[own]))
    if new and not any(badge.tone in {"new", "cancelled"} for badge in shown.badges):
        shown = replace(shown, badges=(Badge(_("Nouveau"), "new"), *shown.badges))
    return shown


def chosen(then: Library, words: Introduction | None, *, professionals: bool = False) -> list[Key]:
    """What an editor puts first, as far as lists may show it; what one attends for professionals alone, in a letter that is for them."""
    keys = map(key_of, words.first if words else ())
    found = (then.find(*own) for own in keys)
    listed = (one for one in found if one is not None and then.is_listed(one))
    return [one.key for one in listed if professionals or one.kind != "event" or one.visibility == "public"]


def departments(library: Library, places: Iterable[str]) -> tuple[Link, ...]:
    """« Nord 12 », « Aisne 3 »: how much is on in each department of the region, most first, with the list that says what."""
    names = library.hub.departments
    counts = Counter(code for code in places if code in names)
    order = sorted(counts, key=lambda code: (-counts[code], list(names).index(code)))
    return tuple(Link(f"{typo(names[code])}{NBSP}{counts[code]}", f"/agenda/territoires/{code}/") for code in order)


def thanks(then: Library, told: Iterable[Key]) -> tuple[Link, ...]:
    """Who finances what is told of, and the hub's own partners: each once."""
    own = (Link(typo(partner.name), partner.url) for partner in then.hub.partners)
    return _once(chain((found for one in told for found in supporters(then, one)), own))


def supporters(then: Library, own: Key) -> Iterator[Link]:
    """Who finances a contribution."""
    for partner in then.by_key[own].meta.partners:
        if partner.role in THANKED:
            yield organisation(then, partner.organisation) if partner.organisation else Link(typo(partner.name or ""))


def _once(found: Iterable[Link]) -> tuple[Link, ...]:
    """Links without a second of the same name; one that leads somewhere before one that does not."""
    by_name: dict[str, Link] = {}
    for link in found:
        if link.label and (link.label not in by_name or by_name[link.label].url is None):
            by_name[link.label] = link
    return tuple(by_name.values())
