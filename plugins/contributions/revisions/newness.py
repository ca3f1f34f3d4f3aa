"""Whether the letter will announce what is new (W614): it goes by `date`, and a week that is over has had its letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from contributions.library.library import Library
from contributions.models import Common, Contributed
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution
from contributions.source.insertion import Header

LONG_AGO = timedelta(weeks=8)
"""What is dated before that is never new to a letter, and most likely no mistake: a text of its time."""


def dated(library: Library, contribution: Contribution[Common], header: Header) -> Iterator[Finding]:
    """That something that was shown in no list before is dated before the Monday of this week."""
    meta, today = contribution.meta, library.today
    over = bool(contribution.showings) and all(showing.last_day < today for showing in contribution.showings)
    monday = today - timedelta(today.weekday())
    if not isinstance(meta, Contributed) or meta.date >= monday or over or not library.is_listed(contribution):
        return
    old = monday - meta.date > LONG_AGO
    yield Finding(
        "W614",
        f"Cette contribution paraît cette semaine, et elle est datée du {meta.date} : la lettre ne l’annoncerait pas.",
        f"Si c’est une nouveauté, écrivez « date: {today} » ; sinon, laissez." if old else f"Écrivez « date: {today} ».",
        ("date",),
        fix=None if old else header.key((), "date", str(today), after=()),
    )


def unseen(before: Contribution[Common]) -> bool:
    """Whether a contribution is news when it comes to be shown: it was a draft, or for a closed group."""
    return before.meta.status == "brouillon" or before.meta.visibility == "reserve"
