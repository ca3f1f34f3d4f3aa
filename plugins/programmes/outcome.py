"""What came of an edition: who came, by public and by how they were counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from contributions.library.library import Library
from contributions.models import Event, Programme
from contributions.record.contribution import Contribution
from contributions.words.folding import folded
from contributions.words.typography import typo
from programmes.figures import Came, Events, came, organiser, taking_place, telling
from publishing.strings import _, counted
from views.cards import organisation, publisher
from views.french import labels
from views.french.numbers import number
from views.values import Badge, Link

MEASURES = {
    "visiteurs": "Visiteurs",
    "participants": "Participants",
    "etablissements": "Établissements",
    "classes": "Classes",
    "ateliers": "Ateliers",
    "relais-presse": "Relais dans la presse",
}


@dataclass(frozen=True, slots=True)
class Sum:
    """A line of the table: what was counted, of whom, and how many by each method; empty where none was."""

    measure: str
    public: str
    counted: str
    estimated: str
    unsaid: str
    all: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who came: in a sentence and as a table, with what is known of how it was counted."""

    sentence: str
    sums: tuple[Sum, ...]
    unsaid: bool
    """Whether some sums do not say how they were counted."""
    basis: str


@dataclass(frozen=True, slots=True)
class Leading:
    """Who leads something in an edition."""

    who: Link
    count: str
    """Of the events that they publish and that are not called off; empty where there are none, and none is awaited."""
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Organising:
    """Who publishes events, and how many."""

    who: Link
    count: str


def outcome(events: Events) -> Outcome | None:
    """What the results of events that take place add up to; None where none are known."""
    sums = came(events)
    if not sums:
        return None
    basis = _("D’après les bilans de {told} sur {all}.").format(
        told=counted("{n} événement", "{n} événements", telling(events)), all=number(len(events))
    )
    return Outcome(_sentence(sums), tuple(map(_sum, sums)), any(None in one.by_method for one in sums), basis)


def _sentence(sums: tuple[Came, ...]) -> str:
    visitors = [one for one in sums if one.measure == "visiteurs"]
    total = sum(one.all for one in visitors)
    if not total:
        return ""
    said = _("{n} visiteurs") if total >= 2 else _("{n} visiteur")
    parts = (_("{n} {public}").format(public=_public(one).lower(), n=number(one.all)) for one in visitors)
    return typo(f"{said.format(n=number(total))} : {', '.join(parts)}")


def _sum(one: Came) -> Sum:
    by_method = {method: number(value) for method, value in one.by_method.items()}
    return Sum(
        measure=labels.label(MEASURES, one.measure),
        public=_public(one),
        counted=by_method.get("compte", ""),
        estimated=by_method.get("estime", ""),
        unsaid=by_method.get(None, ""),
        all=number(one.all),
    )


def _public(one: Came) -> str:
    return labels.label(labels.PUBLICS, one.public) if one.public else _("Tous publics ensemble")


def leading(library: Library, meta: Programme, events: Events) -> tuple[Leading, ...]:
    """Its leaders in the order of its front matter: which of all its events are theirs, their state, and who is new."""
    awaited = meta.end is None or not library.is_past(meta.end.last_day)
    published = {organiser(event.meta) for event in events}
    own, found = Counter(organiser(event.meta) for event in taking_place(events)), []
    for leader in meta.leaders:
        who = organisation(library, leader.organisation) if leader.organisation else Link(typo(leader.name or ""))
        state = {"labellise": Badge(_("labellisé"), "free"), "annule": Badge(_("a renoncé"), "cancelled")}.get(leader.state or "")
        key = ("organisation", leader.organisation) if leader.organisation else ("name", folded(leader.name or ""))
        count = counted("{n} événement", "{n} événements", own[key]) if own[key] or leader.state != "annule" else ""
        if count and awaited and key not in published:
            count = _("{count}, pas encore publié").format(count=count)
        found.append(Leading(who, count, tuple(filter(None, (state, Badge(_("nouveau"), "new") if leader.new else None)))))
    return tuple(found)


def leading_count(meta: Programme) -> str:
    """« 62 porteurs de projet, dont 8 nouveaux » of those who did not give up."""
    on = [leader for leader in meta.leaders if leader.state != "annule"]
    new = sum(leader.new for leader in on)
    said = counted("{n} porteur de projet", "{n} porteurs de projet", len(on))
    return f"{said}, {counted('dont {n} nouveau', 'dont {n} nouveaux', new)}" if new else said


def organising(library: Library, events: Events) -> tuple[Organising, ...]:
    """Who publishes events that take place, those with most of them first."""
    by_name: dict[tuple[str, str], list[Contribution[Event]]] = {}
    for event in events:
        by_name.setdefault(organiser(event.meta), []).append(event)
    ordered = sorted(by_name.items(), key=lambda one: (-len(one[1]), one[0][1]))
    return tuple(Organising(publisher(library, own[0]), counted("{n} événement", "{n} événements", len(own))) for _name, own in ordered)
