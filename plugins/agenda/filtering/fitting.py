"""For whom something is, as the filters ask it: an age, a school level (answers.md, « Agenda »)."""

from __future__ import annotations

from collections.abc import Iterable

from contributions.models.groups import Age

OLDEST = 120
EVERYBODY: list[float] = [0, OLDEST]
YEARS: dict[str, list[float]] = {
    "petite-enfance": [0, 6],
    "primaire": [6, 11],
    "college": [11, 15],
    "lycee": [15, 18],
    "superieur": [18, OLDEST],
    "adultes": [18, OLDEST],
    "professionnels": [18, OLDEST],
}
"""The ages that an audience means; any other may be of any age."""

Ages = list[list[float]]
"""First and last year of each span, both included."""


def ages(written: Age | None, audiences: Iterable[str]) -> Ages:
    """The ages that something fits: those it gives, else those of its audiences, else all."""
    if written is not None:
        return [[written.min or 0, OLDEST if written.max is None else written.max]]
    meant = [YEARS.get(audience, EVERYBODY) for audience in audiences]
    return [EVERYBODY] if not meant or EVERYBODY in meant else meant
