"""The letters: one an ISO week, published on its Monday with what appeared the week before and what comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from contributions.beside import monday_of
from contributions.contribution import Contribution
from contributions.library import Library
from contributions.models import Announcement, Common, Contributed
from contributions.occurrences import monthly
from publishing.strings import _, counted
from views import dates
from views.cards import card, cards, stop_card
from views.entries import attendable
from views.typography import typo, typo_html
from views.values import Card, Section

AHEAD_DAYS = 10
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Issue:
    """A letter. `week` is « 2026-w47 »; `published` its Monday."""

    week: str
    path: str
    title: str
    summary: str
    label: str
    published: date
    intro: str | None
    sections: tuple[Section, ...]


def issues(library: Library) -> tuple[Issue, ...]:
    """Letters since the first contribution that have something to say, newest first, none of a Monday to come.

    Their addresses were mailed: none ever goes.
    """
    monday = library.today - timedelta(days=library.today.weekday())
    dated = [c for c in library.published if isinstance(c.meta, Contributed) and c.meta.status != "archive"]
    found = []
    first = min(
        [
            monday,
            *(c.meta.date for c in dated if isinstance(c.meta, Contributed)),
            *(day for week in library.introductions if (day := monday_of(week))),
        ]
    )
    for back in range((monday - first).days // 7 + 1):
        day = monday - timedelta(weeks=back)
        issue = _issue(library, day, dated)
        if issue:
            found.append(issue)
    return tuple(found)


def week_of(day: date) -> str:
    """« 2026-w47 » (ISO 8601)."""
    year, week, _weekday = day.isocalendar()
    return f"{year}-w{week:02}"


def _issue(library: Library, monday: date, dated: list[Contribution[Common]]) -> Issue | None:
    first, last = monday - timedelta(days=7), monday - timedelta(days=1)
    new = [c for c in dated if isinstance(c.meta, Contributed) and first <= c.meta.date <= last and _for_readers(c)]
    week = week_of(monday)
    introduction = library.introductions.get(week)
    then = library.as_of(monday)  # a letter must not change after it was sent
    coming = _coming(library, then)
    if not (new or introduction or coming):
        return None
    sections = [
        Section(_("Cette semaine, près de chez vous"), coming[:SHOWN], section="agenda"),
        Section(
            _("Nouveaux rendez-vous"),
            cards(then, [c for c in new if c.kind == "event" and c.showings[-1].last_day >= monday]),
            section="agenda",
        ),
        Section(_("Nouveaux outils à emprunter"), cards(then, [c for c in new if c.kind == "exhibition"]), section="outils"),
        Section(_("À lire"), cards(then, [c for c in new if c.kind == "article"]), section="articles"),
        Section(
            _("Annonces"),
            cards(then, [c for c in new if isinstance(c.meta, Announcement) and c.meta.expires >= monday]),
            section="annonces",
        ),
        Section(_("À utiliser"), cards(then, [c for c in new if c.kind == "resource"]), section="ressources"),
        Section(_("Dossiers"), cards(then, [c for c in new if c.kind == "programme"]), section="dossiers"),
        Section(
            _("Pour mémoire"), cards(then, [c for c in new if c.kind == "event" and c.showings[-1].last_day < monday]), section="agenda"
        ),
    ]
    label = _("Semaine du {day}").format(day=dates.day_month(monday))
    own = typo(introduction.title) if introduction and introduction.title else None
    return Issue(
        week=week,
        path=f"/newsletter/{week}/",
        title=own or label,
        summary=_summary(len(new), len(coming)),
        label=label,
        published=monday,
        intro=typo_html(introduction.html) if introduction else None,
        sections=tuple(section for section in sections if section.cards),
    )


def _summary(new: int, coming: int) -> str:
    """What the letter holds, in one line."""
    news = counted("{n} nouveauté", "{n} nouveautés", new)
    ahead = counted("{n} rendez-vous", "{n} rendez-vous", coming)
    if not coming:
        return _("{news} à découvrir.").format(news=news)
    if not new:
        return _("{ahead} à ne pas manquer.").format(ahead=ahead)
    return _("{news} et {ahead} à ne pas manquer.").format(news=news, ahead=ahead)


def _for_readers(contribution: Contribution[Common]) -> bool:
    """A closed group's appointment is no news for subscribers."""
    return contribution.meta.visibility != "reserve"


def _coming(library: Library, then: Library) -> tuple[Card, ...]:
    """What the public could attend from that Monday on, as it was announced by then: what begins, then what goes on."""
    monday = then.today
    last = monday + timedelta(days=AHEAD_DAYS)
    found: list[tuple[bool, str, str, Card]] = []
    for event in library.events:
        meta = event.meta
        if (
            monthly(event)
            or meta.date > monday
            or meta.visibility != "public"
            or meta.event_status in {"annule", "reporte"}
            or not library.is_listed(event)
        ):
            continue
        shown = next((o for o in event.showings if o.on(monday, last) and attendable(o)), None)
        if shown:
            found.append((shown.first_day < monday, shown.start.iso, event.slug, card(then, event, shown)))
    for tool, stop in library.tour_stops:
        if stop.on(monday, last) and tool.meta.date <= monday:
            begun = stop.loan.start < monday
            found.append((begun, stop.loan.start.isoformat(), tool.slug, stop_card(then, tool, stop)))
    return tuple(entry[3] for entry in sorted(found, key=lambda entry: entry[:3]))
