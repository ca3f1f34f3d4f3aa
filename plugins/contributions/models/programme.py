"""Programmes: a festival's edition, a series, a course, a trail; what other contributions belong to."""

from __future__ import annotations

from typing import ClassVar

from contributions.fields import Moment, Precision, Slug, Text, optional
from contributions.models.common import Age, Contributed, Town


class Programme(Contributed):
    """What other contributions belong to."""

    kind: ClassVar[str] = "programme"
    list_slugs: ClassVar[frozenset[str]] = frozenset({"page", "archives", "themes"})

    edition: Text | None = optional("Édition", "", "32e")
    start: Precision | None = optional("Début")
    end: Precision | None = optional("Fin")
    coordinator: Slug | None = optional("Coordination", "Nom de la fiche.")
    label: Text | None = optional("Label")
    age: Age | None = optional("Âge")
    school_levels: tuple[Text, ...] = optional("Niveaux scolaires", default=())
    deadline: Moment | None = optional("Inscriptions jusqu’au")
    places: tuple[Town, ...] = optional("Lieux", default=())
