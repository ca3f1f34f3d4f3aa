"""A contribution in a list: when, where, by whom, in which state."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import cast

from contributions.library.library import Library
from contributions.models import Announcement, Common, Contributed, Event, Exhibition, Organisation, Programme
from contributions.models.common import Themed
from contributions.record.contribution import Contribution
from contributions.record.occurrences import monthly, next_showing
from contributions.record.values import Located, Occurrence, Stop
from contributions.words.typography import typo
from publishing.strings import _, counted
from views.french import dates, labels
from views.french.states import lines, state, word
from views.pictures import picture
from views.tools.words import promise
from views.values import Badge, Card, Day, Link

NEW_DAYS = 30
CLOSING_DAYS = 10


def cards(library: Library, contributions: Iterable[Contribution[Common]]) -> tuple[Card, ...]:
    """Cards in the order given."""
    return tuple(card(library, contribution) for contribution in contributions)


def card(library: Library, contribution: Contribution[Common], occurrence: Occurrence | None = None) -> Card:
    """The card of a contribution; of an event, at one of its showings (its next one unless given)."""
    name = occurrence.name if occurrence else None
    return library.once(("card", *contribution.key, name), lambda: _card(library, contribution, occurrence))


def _card(library: Library, contribution: Contribution[Common], occurrence: Occurrence | None) -> Card:
    meta = contribution.meta
    when, iso, day = _when(library, contribution, occurrence)
    told = occurrence or (next_showing(contribution, library.today) if contribution.showings else None)
    status, schools = state(library, contribution, occurrence)
    status = told.status if told else status  # that of the showing that a card tells the hour of
    return Card(
        kind=contribution.kind,
        url=contribution.url,
        title=typo(meta.title),
        summary=typo(meta.summary),
        kicker=library.hub.category(contribution.kind, meta.category) if isinstance(meta, Themed) else None,
        when=when,
        datetime=iso,
        where=_where(contribution, told),
        publisher=publisher(library, contribution).label if isinstance(meta, Contributed) else None,
        picture=picture(library, meta.image),
        motif=meta.themes[0] if isinstance(meta, Themed) and meta.themes else "sciences-et-societe",
        badges=badges(library, contribution, occurrence, status),
        day=day,
        last=told.last_day.isoformat() if told else None,
        mark=word(library, meta, status, schools),
        notes=tuple(lines(meta, status, schools)),
    )


def stop_card(library: Library, tool: Contribution[Exhibition], stop: Stop) -> Card:
    """A public showing of a tool, as an entry of the agenda."""
    loan, today = stop.loan, library.today
    running = stop.on(today, today)
    return Card(
        kind="exhibition",
        url=stop_url(tool, stop),
        title=typo(tool.meta.title),
        summary=typo(tool.meta.summary),
        kicker=on_tour(),
        when=_until(stop.last_day),
        datetime=stop.first_day.isoformat(),
        where=venue(stop),
        publisher=organisation(library, loan.borrower).label if loan.borrower else None,
        picture=picture(library, tool.meta.image),
        motif=tool.meta.themes[0],
        badges=stop_badges(tool, stop),
        day=sign(today if running else stop.first_day),
        last=stop.last_day.isoformat(),
    )


def on_tour() -> str:
    """What a public showing of a tool is."""
    return _("Exposition en tournée")


def stop_badges(tool: Contribution[Exhibition], stop: Stop) -> tuple[Badge, ...]:
    """What must be known of a public showing at a glance."""
    price = stop.loan.venue.price if stop.loan.venue else None
    free = (Badge(_("Gratuit"), "free"),) if price and price.free else ()
    return (*free, Badge(_("exemple"), "example")) if tool.example else free


def stop_url(tool: Contribution[Exhibition], stop: Stop) -> str:
    """The address of a stop on the page of its tool."""
    return f"{tool.url}#escale-{stop.name}"


def venue(stop: Stop) -> str | None:
    """« Amiens (80), Médiathèque du Moulin »."""
    if stop.place is None:
        return None
    return f"{town(stop.place)}, {typo(stop.place.name)}" if stop.place.name else town(stop.place)


def publisher(library: Library, contribution: Contribution[Common]) -> Link:
    """Who publishes: a link where the organisation stands in the directory, else its name."""
    meta = contribution.meta
    if isinstance(meta, Contributed) and meta.organisation:
        return organisation(library, meta.organisation)
    if isinstance(meta, Contributed) and meta.publisher:
        return Link(typo(meta.publisher.name), meta.publisher.url)
    return Link("")


def organisation(library: Library, slug: str) -> Link:
    """An organisation by slug: its name, and its page if it agreed to have one. A free name stays as it is."""
    found = library.find("organisation", slug)
    if found is None:
        return Link(typo(slug))
    return Link(typo(found.meta.title), found.url if library.has_page(found) else None)


def sign(day: date) -> Day:
    """A day as on a departure sign."""
    return Day(dates.short_weekday(day), dates.ordinal(day), dates.short_month(day), str(day.year), day.isoformat())


def town(place: Located) -> str:
    """« Amiens (80) »."""
    return f"{typo(place.city)} ({place.department})" if place.department else typo(place.city)


def _where(contribution: Contribution[Common], told: Occurrence | None) -> str | None:
    if told and told.mode == "en-ligne":
        return _("En ligne")
    place = told.place if told else contribution.places[0] if contribution.places else None
    if place is None:
        return None
    return f"{town(place)}, {typo(place.name)}" if told and place.name else town(place)


def _when(library: Library, contribution: Contribution[Common], occurrence: Occurrence | None) -> tuple[str | None, str | None, Day | None]:
    meta = contribution.meta
    if isinstance(meta, Event):
        return _event_when(library, cast("Contribution[Event]", contribution), occurrence)
    if isinstance(meta, Announcement):
        return _until(meta.expires), meta.expires.isoformat(), None
    if isinstance(meta, Programme):
        if meta.start and meta.end:
            return dates.days(meta.start.day, meta.end.last_day), meta.start.iso, None
        return (dates.precise(meta.start), meta.start.iso, None) if meta.start else (None, None, None)
    if isinstance(meta, Exhibition | Organisation) or not isinstance(meta, Contributed):
        return None, None, None
    return dates.day_month(meta.date), meta.date.isoformat(), None


def _event_when(library: Library, event: Contribution[Event], occurrence: Occurrence | None) -> tuple[str | None, str | None, Day | None]:
    shown = occurrence or next_showing(event, library.today)
    if monthly(event):
        return dates.precise(shown.start), shown.start.iso, None
    first, last = shown.first_day, shown.last_day
    if first < last:
        begun = first <= library.today <= last
        return _until(last), shown.start.iso, sign(library.today if begun else first)
    return dates.hours(shown.start, shown.end) or None, shown.start.iso, sign(first)


def _until(last: date) -> str:
    """The end of what lasts: its first day stands on its sign."""
    return _("jusqu’au {day}").format(day=dates.day_month(last))


def badges(
    library: Library, contribution: Contribution[Common], occurrence: Occurrence | None = None, told: str | None = None
) -> tuple[Badge, ...]:
    """What must be known at a glance. `told` is the state of the showing whose hour stands beside, where it is not the event's."""
    meta, today = contribution.meta, library.today
    found: list[Badge] = []
    if isinstance(meta, Event):
        status, schools = state(library, contribution, occurrence)
        found += _event_badges(meta, told or status, schools=schools)
        standing = sum(showing.stands for showing in contribution.showings)
        if occurrence is None and standing > 1:
            found.append(Badge(counted("{n} date", "{n} dates", standing)))
    if isinstance(meta, Announcement):
        if meta.expires < today:
            found.append(Badge(_("Close"), "cancelled"))
        elif meta.expires <= today + timedelta(days=CLOSING_DAYS):
            found.append(Badge(_("Dernier jour") if meta.expires == today else _("Se termine bientôt"), "closing"))
    if isinstance(meta, Exhibition):
        found += _tool_badges(library, cast("Contribution[Exhibition]", contribution))
    return (*found, *common_badges(library, contribution))


def common_badges(library: Library, contribution: Contribution[Common]) -> tuple[Badge, ...]:
    """What any contribution may bear: for whom alone it is, that it is not published yet, that it is made up."""
    meta = contribution.meta
    found: list[Badge] = []
    if meta.visibility == "professionnels":
        found.append(Badge(_("Professionnels"), "pro"))
    if meta.visibility == "reserve":
        found.append(Badge(_("Sur inscription de groupe"), "pro"))
    if meta.status == "brouillon":
        found.append(Badge(_("Brouillon"), "closing"))
    if isinstance(meta, Contributed) and meta.date > library.today:
        found.append(Badge(_("À paraître"), "closing"))
    if contribution.example:
        found.append(Badge(_("exemple"), "example"))
    return tuple(found)


def _event_badges(meta: Event, status: str, *, schools: bool) -> list[Badge]:
    found = []
    if status != "programme":
        found.append(Badge(labels.label(labels.STATUS, status), labels.STATUS_TONE.get(status, "neutral")))
    if meta.price and meta.price.free:
        found.append(Badge(_("Gratuit"), "free"))
    if meta.mode != "sur-place" and status != "passe-en-ligne":
        found.append(Badge(labels.label(labels.MODES, meta.mode), "online"))
    if schools:
        found.append(Badge(_("Scolaires"), "school"))
    return found


def _tool_badges(library: Library, tool: Contribution[Exhibition]) -> list[Badge]:
    meta = tool.meta
    found = [] if library.is_of_a_day else [promise(library, tool)]
    if meta.price and meta.price.free:
        found.append(Badge(_("Prêt gratuit"), "free"))
    return [*found, *new_badges(library, meta)]


def new_badges(library: Library, meta: Exhibition) -> tuple[Badge, ...]:
    """« Nouveau », of a tool that has just come."""
    return (Badge(_("Nouveau"), "new"),) if (library.today - meta.date).days <= NEW_DAYS else ()
