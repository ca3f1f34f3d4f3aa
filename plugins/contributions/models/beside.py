"""What stands beside the contributions: an editor's words for a letter, those of a year's report, and rows of figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from contributions.fields.fields import Day, Named, Related, Text, key, optional
from contributions.models.groups import Model


class LetterKeys(Model):
    """The front matter of content/newsletter/YYYY-wWW.md, and of content/letters/SLUG/YYYY-MM-DD.md."""

    title: Text | None = optional("Titre de la lettre", "", "La semaine des premières étoiles")
    subject: Text | None = optional("Objet du courriel", "S’il n’est pas le titre.", "Ce dimanche, on cherche des tardigrades")
    first: tuple[Related, ...] = optional("D’abord", "Ce qui vient avant tout le reste.", ["event/nuit-des-etoiles"], default=())
    leave_out: tuple[Related, ...] = optional("À laisser", "Ce que cette lettre ne dit pas.", ["article/portrait"], default=())


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
    """What an editor wrote for a letter, by its name: « 2026-w47 », or « curieux/2026-11-23 » of another letter than the weekly one."""

    name: str
    title: str | None
    html: str
    subject: str | None = None
    first: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    path: str = ""
    """Its file, from the folder that holds content/."""


@dataclass(frozen=True, slots=True)
class Record:
    """A letter as it was sent: what is known of it before its file is read again. `name` is as an introduction's.

    Other names are those by which contributions are known (« event/nuit »).
    """

    name: str
    file: Path
    digest: bytes
    title: str
    summary: str
    label: str
    published: date
    announced: tuple[str, ...] = ()
    """What it said as new."""
    earlier: Mapping[str, str] = field(default_factory=dict)
    """What letters before it that have no record had said as new when it was written, each with the name of that letter."""


class Action(Model):
    """Something that was done in the year, and where it is told of."""

    title: Text = key("Intitulé", "", "Fête de la science")
    axis: Text | None = optional("Axe", "La partie du projet dont elle relève.", "Aller vers tous les publics")
    programmes: tuple[Named, ...] = optional("Dossiers", "", ["fete-de-la-science-2026"], default=())
    events: tuple[Named, ...] = optional("Événements", "", ["nuit-des-etoiles"], default=())
    cost: Text | None = optional("Coût", "L’intitulé d’une ligne de finances-AAAA.csv.", "Fête de la science")


class ReportKeys(Model):
    """The front matter of content/reports/YYYY.md."""

    title: Text = key("Titre", "", "Rapport d’activités 2025")
    date: Day = key("Publié le", "Jour de publication.", "2026-05-12")
    actions: tuple[Action, ...] = optional("Actions", "Ce qui fut fait dans l’année.", default=())


class Annals(NamedTuple):
    """What is told of years beside the contributions."""

    reports: tuple[Report, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was read."""

    year: str
    keys: ReportKeys
    html: str
