"""Programmes: a festival's edition, a series, a course, a trail; what other contributions belong to."""

from __future__ import annotations

from typing import ClassVar

from contributions.fields.fields import Moment, Precision, Sheet, Text, optional
from contributions.models.common import Contributed
from contributions.models.groups import Age, Town


class Programme(Contributed):
    """What other contributions belong to."""

    kind: ClassVar[str] = "programme"

    edition: Text | None = optional("Édition", "Son numéro ou son année.", "32e")
    start: Precision | None = optional("Début", "", "2026-10-02")
    end: Precision | None = optional("Fin", "", "2026-10-12")
    coordinator: Sheet | None = optional("Coordination", "Nom de la fiche de qui coordonne, sans .md.", "musee-de-la-craie")
    label: Text | None = optional("Label", "S’il en porte un.", "Sciences avec et pour la société")
    age: Age | None = optional("Âge", "À partir de quel âge, et jusqu’à quel âge.")
    school_levels: tuple[Text, ...] = optional("Niveaux scolaires", "Classes à qui cela convient.", ["CM1", "CM2"], default=())
    deadline: Moment | None = optional("Inscriptions jusqu’au", "", "2026-09-15")
    places: tuple[Town, ...] = optional("Lieux", "Où cela se passe.", default=())
