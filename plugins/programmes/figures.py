"""The figures of an edition: how much it holds, who came, how many places are left. Each is told by its function, to the letter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from contributions.library.editions import GATHERING
from contributions.models import Event
from contributions.models.groups import Result
from contributions.record.contribution import Contribution
from contributions.words.folding import folded
from publishing.strings import counted

OTHER = "autre"
SORTS = {
    "village-des-sciences": ("{n} village des sciences", "{n} villages des sciences"),
    "festival": ("{n} festival", "{n} festivals"),
    "parcours": ("{n} parcours", "{n} parcours"),
    OTHER: ("{n} autre", "{n} autres"),
}
"""How events that reunite others are counted, by category."""
Events = Sequence[Contribution[Event]]
SUMMED = ("visiteurs", "participants", "etablissements", "classes", "ateliers", "relais-presse")
"""Measures of results that are sums, in the order in which they are told; a satisfaction is none."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How much takes place; `gatherings` are the events that reunite others, by category: « autre » where that does not say so."""

    events: int
    gatherings: Counter[str]
    towns: int
    departments: int
    organisers: int


@dataclass(frozen=True, slots=True)
class Came:
    """A sum of results: of one measure and public (None where that is not said), by method (compte, estime, or None)."""

    measure: str
    public: str | None
    by_method: Mapping[str | None, float]

    @property
    def all(self) -> float:
        """However they were counted."""
        return sum(self.by_method.values())


@dataclass(frozen=True, slots=True)
class Places:
    """What is left of the places of the events that tell it."""

    left: int
    capacity: int
    """0 where one of them does not tell it."""
    events: int


def called_off(event: Contribution[Event]) -> bool:
    """Whether no showing of an event takes place, nor is put off to another day."""
    return all(showing.status == "annule" for showing in event.showings)


def taking_place(events: Iterable[Contribution[Event]]) -> tuple[Contribution[Event], ...]:
    """The events that are not called off: villages, trails and animations, one each."""
    return tuple(event for event in events if not called_off(event))


def totals(events: Events) -> Totals:
    """Of events that take place. A town counts where a showing is that is not called off; what is on line is nowhere."""
    parents = {event.meta.parent for event in events}
    gatherings = (_sort(event.meta) for event in events if event.slug in parents or _sort(event.meta) in GATHERING)
    places = [showing.place for event in events for showing in event.showings if showing.place and showing.status != "annule"]
    return Totals(
        len(events),
        Counter(gatherings),
        len({place.insee or (place.department, place.city) for place in places}),
        len({place.department for place in places if place.inside}),
        len({organiser(event.meta) for event in events}),
    )


def _sort(meta: Event) -> str:
    return meta.category if meta.category in GATHERING and meta.parent is None else OTHER


def said(found: Totals) -> tuple[str, ...]:
    """« 256 événements », « 65 communes », « 5 départements », « 62 organisateurs »; what there is none of is not said."""
    told = (
        (found.events, "{n} événement", "{n} événements"),
        (found.towns, "{n} commune", "{n} communes"),
        (found.departments, "{n} département", "{n} départements"),
        (found.organisers, "{n} organisateur", "{n} organisateurs"),
    )
    return tuple(counted(one, many, number) for number, one, many in told if number)


def gathered(found: Totals) -> str:
    """« dont 33 réunions de plusieurs : 8 villages des sciences, 8 festivals, 17 parcours »."""
    count = found.gatherings.total()
    if not count:
        return ""
    sorts = ", ".join(counted(one, many, found.gatherings[sort]) for sort, (one, many) in SORTS.items() if found.gatherings[sort])
    whole = counted("dont {n} réunion de plusieurs", "dont {n} réunions de plusieurs", count)
    return f"{whole} : {sorts}"


def organiser(meta: Event) -> tuple[str, str]:
    """Who publishes an event, so that two that are one are the same: an organisation by its slug, else a name."""
    if meta.organisation:
        return "organisation", meta.organisation
    return "name", folded(meta.publisher.name) if meta.publisher else ""


def came(events: Events) -> tuple[Came, ...]:
    """The sums of results by measure and public. Those of a parent stand for its animations' of the same measure and public."""
    above = {event.slug: {_counts(result) for result in event.meta.results} for event in events}
    sums: dict[tuple[str, str | None], dict[str | None, float]] = defaultdict(lambda: defaultdict(float))
    for event in events:
        told_above = above.get(event.meta.parent or "", set())
        for result in event.meta.results:
            if result.measure in SUMMED and _counts(result) not in told_above:
                sums[_counts(result)][result.method] += result.value
    ordered = sorted(sums.items(), key=lambda one: (SUMMED.index(one[0][0]), PUBLICS.index(one[0][1])))
    return tuple(Came(measure, public, dict(by_method)) for (measure, public), by_method in ordered)


PUBLICS = ("tout-public", "scolaire", None)


def _counts(result: Result) -> tuple[str, str | None]:
    return result.measure, result.public


def telling(events: Events) -> int:
    """How many events have told who came."""
    return sum(any(result.measure in SUMMED for result in event.meta.results) for event in events)


def places(events: Iterable[Contribution[Event]]) -> Places:
    """The places left of events that tell how many, all together."""
    told = [booking for event in events if (booking := event.meta.booking) and booking.left is not None]
    known = all(booking.capacity for booking in told)
    return Places(sum(one.left or 0 for one in told), sum(one.capacity or 0 for one in told) if known else 0, len(told))


def minutes(events: Events) -> int:
    """How long all showings last together that take place and tell both hours."""
    found = 0
    for showing in (one for event in events for one in event.showings if one.stands):
        if showing.end is not None and showing.end.clock:
            found += round((showing.end.moment - showing.start.moment).total_seconds() / 60)
    return found


def sessions(events: Events) -> int:
    """How many showings take place."""
    return sum(showing.stands for event in events for showing in event.showings)
