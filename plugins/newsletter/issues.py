"""The letters: one an ISO week, published on its Monday with what appeared the week before and what comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from contributions.library.library import Library
from contributions.models import Announcement, Exhibition
from contributions.reading.introductions import monday_of
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from newsletter.weeks import Coming, weeks
from publishing.strings import _, counted
from views.cards import card, cards, stop_card
from views.french import dates
from views.html import addressed
from views.values import Card, Section

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Head:
    """A letter in a list. `week` is « 2026-w47 »; `published` its Monday."""

    week: str
    path: str
    title: str
    summary: str
    label: str
    published: date


@dataclass(frozen=True, slots=True)
class Issue:
    """A letter."""

    head: Head
    intro: str | None
    sections: tuple[Section, ...]


def issues(library: Library) -> Iterator[Issue]:
    """The letters, newest first."""
    return (issue(library, week) for week in weeks(library))


def head(library: Library, week: str) -> Head:
    """What a list tells of a letter. Raises KeyError for a week without one."""
    new, coming = weeks(library)[week]
    monday = monday_of(week)
    assert monday is not None
    introduction = library.introduction(week)
    label = _("Semaine du {day}").format(day=dates.day_month(monday))
    own = typo(introduction.title) if introduction and introduction.title else None
    return Head(week, f"/newsletter/{week}/", own or label, _summary(len(new), len(coming)), label, monday)


def issue(library: Library, week: str) -> Issue:
    """The letter of a week. Raises KeyError for a week without one."""
    shown = head(library, week)
    then = library.as_of(shown.published)  # a letter must not change after it was sent
    keys, coming = weeks(library)[week]
    new = [library.by_key[key] for key in keys]
    introduction = library.introduction(week)

    def section(title: str, of: str, kind: str) -> Section:
        return Section(title, cards(then, [c for c in new if c.kind == kind]), section=of)

    events = [c for c in new if c.kind == "event"]
    open_ = [c for c in new if isinstance(c.meta, Announcement) and c.meta.expires >= shown.published]
    ahead = [c for c in events if c.showings[-1].last_day >= shown.published]
    past = [c for c in events if c.showings[-1].last_day < shown.published]
    sections = (
        Section(_("Cette semaine, près de chez vous"), tuple(_card(then, entry) for entry in coming[:SHOWN]), section="agenda"),
        Section(_("Nouveaux rendez-vous"), cards(then, ahead), section="agenda"),
        section(_("Nouveaux outils à emprunter"), "outils", "exhibition"),
        section(_("À lire"), "articles", "article"),
        Section(_("Annonces"), cards(then, open_), section="annonces"),
        section(_("À utiliser"), "ressources", "resource"),
        section(_("Dossiers"), "dossiers", "programme"),
        Section(_("Pour mémoire"), cards(then, past), section="agenda"),
    )
    intro = addressed(introduction.html) if introduction else None
    return Issue(shown, intro, tuple(found for found in sections if found.cards))


def _card(then: Library, entry: Coming) -> Card:
    found = then.by_key[entry.kind, entry.slug]
    if entry.kind == "event":
        return card(then, found, found.showings[entry.number])
    tool = cast("Contribution[Exhibition]", found)
    return stop_card(then, tool, next(stop for stop in tool.stops if stop.number == entry.number))


def _summary(new: int, coming: int) -> str:
    """What the letter holds, in one line."""
    news = counted("{n} nouveauté", "{n} nouveautés", new)
    ahead = counted("{n} rendez-vous", "{n} rendez-vous", coming)
    if not coming:
        return _("{news} à découvrir.").format(news=news)
    if not new:
        return _("{ahead} à ne pas manquer.").format(ahead=ahead)
    return _("{news} et {ahead} à ne pas manquer.").format(news=news, ahead=ahead)
