"""What stands beside the contributions: the words above a weekly letter, and rows of figures."""

from __future__ import annotations

from dataclasses import dataclass

from contributions.fields.fields import Text, optional
from contributions.models.groups import Model


class Letter(Model):
    """The front matter of content/newsletter/YYYY-wWW.md."""

    title: Text | None = optional("Titre de la lettre", "", "La semaine des premières étoiles")


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of content/data/*.csv."""

    file: str
    title: str
    value: str
    unit: str
    source: str
    series: str = ""
    """Rows of one series are one chart."""
    year: int | None = None
    category: str = ""
    answers: int | None = None
    """How many were asked and answered."""
    note: str = ""
    """What a reader must know: a changed law, a declared basis."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """An editor's words above a weekly letter."""

    week: str
    title: str | None
    html: str
