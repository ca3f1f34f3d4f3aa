"""Programmes: a festival's edition, a series, a course, a trail; what other contributions belong to."""

from __future__ import annotations

from typing import ClassVar, Literal

from contributions.fields.fields import Bool, Moment, Named, Precision, Text, optional
from contributions.fields.levels import Level
from contributions.models.common import Contributed
from contributions.models.groups import Age, Model, Town
from contributions.models.needs import Choice, Either, Need


class Leader(Model, Choice):
    """Somebody who leads something in an edition, by slug or by name."""

    needs: ClassVar[tuple[Need | Either, ...]] = (
        Need(("organisation", "name"), "Ce porteur de projet n’a ni « organisation » ni « name ».", "Ajoutez l’une des deux clés."),
    )

    organisation: Named | None = optional("Structure", "Nom du fichier de sa fiche dans l’annuaire, sans .md.", "musee-de-la-craie")
    name: Text | None = optional("Nom", "Si elle n’a pas de fiche.", "Radio Plateau")
    state: Literal["labellise", "annule"] | None = optional("État", "annule : il y a renoncé.", "labellise")
    new: Bool = optional("Première fois", "Si elle prend part pour la première fois.", True, default=False)


class Programme(Contributed):
    """What other contributions belong to."""

    kind: ClassVar[str] = "programme"

    edition: Text | None = optional("Édition", "Son numéro ou son année.", "32e")
    start: Precision | None = optional("Début", "", "2026-10-02")
    end: Precision | None = optional("Fin", "", "2026-10-12")
    coordinator: Named | None = optional("Coordination", "Nom de la fiche de qui coordonne, sans .md.", "musee-de-la-craie")
    label: Text | None = optional("Label", "S’il en porte un.", "Sciences avec et pour la société")
    age: Age | None = optional("Âge", "À partir de quel âge, et jusqu’à quel âge.")
    school_levels: tuple[Level, ...] = optional("Niveaux scolaires", "Classes à qui cela convient.", ["cm1", "cm2"], default=())
    deadline: Moment | None = optional("Inscriptions jusqu’au", "", "2026-09-15")
    leaders: tuple[Leader, ...] = optional(
        "Porteurs de projet", "Qui mène quelque chose dans cette édition.", [{"organisation": "musee-de-la-craie"}], default=()
    )
    places: tuple[Town, ...] = optional("Lieux", "Où cela se passe.", default=())
