"""The public showings of a tool: from its loans, and where each of them takes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contributions.models.loan import Loan
from contributions.record.identity import loan_names
from contributions.record.states import ANNOUNCED
from contributions.record.values import Located, Stop, Whole


def tour(loans: Sequence[Loan], places: Sequence[Located | None], after: Sequence[Loan] = ()) -> tuple[Stop, ...]:
    """The showings that were announced, cancelled ones too, of loans that stand `after` others of their tool: names and numbers go on."""
    names = loan_names((*after, *loans))[len(after) :]
    numbered = enumerate(zip(names, loans, places, strict=True), len(after) + 1)
    return tuple(
        Stop(number, name, loan, place) for number, (name, loan, place) in numbered if loan.public_showing and loan.state in ANNOUNCED
    )


def with_tour(whole: Whole, stops: Iterable[Stop], places: Iterable[Located | None]) -> Whole:
    """The values of a tool with some showings more, in time order, and where some loans more take it."""
    ordered = sorted((*whole.stops, *whole.cancelled_stops, *stops), key=lambda stop: (stop.first_day, stop.number))
    return whole._replace(
        stops=tuple(stop for stop in ordered if stop.stands),
        cancelled_stops=tuple(stop for stop in ordered if not stop.stands),
        lent_to=(*whole.lent_to, *(place.department if place else None for place in places)),
    )
