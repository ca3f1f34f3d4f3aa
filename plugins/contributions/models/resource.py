"""Resources: documents, methods, podcasts, and undated offers."""

from __future__ import annotations

from typing import ClassVar

from contributions.fields.fields import Count, File, Text, Url, Year, optional
from contributions.models.common import Contributed
from contributions.models.groups import Town, document_path
from contributions.models.needs import Case, Either, Need


class Resource(Contributed):
    """Something to use."""

    kind: ClassVar[str] = "resource"

    url: Url | None = optional("Adresse", "Où la trouver.", "https://www.exemple.fr/fiche")
    file: File | None = optional("Fichier", "Chemin depuis content/.", "documents/fiche.pdf")
    licence: Text | None = optional("Licence", "", "CC BY-SA 4.0")
    authors: tuple[Text, ...] = optional("Auteurs et autrices", "Qui l’a faite.", ["Camille Verdier"], default=())
    year: Year | None = optional("Année", "", 2024)
    level: Text | None = optional("Niveau", "À qui elle convient.", "cycle 3")
    minutes: Count | None = optional("Durée", "En minutes.", 20)
    places: tuple[Town, ...] = optional("Lieux", "Où elle est proposée.", default=())

    needs: ClassVar[tuple[Need | Either, ...]] = (
        *Contributed.needs,
        Need(
            ("url", "file"),
            "Il manque « url » ou « file » : où trouve-t-on cette ressource ?",
            "Ajoutez l’une des deux clés.",
            unless=(Case("category", ("intervention",)),),
        ),
    )
    """A resource is somewhere, but for a talk on request."""

    @property
    def path(self) -> str | None:
        """Its path below content/, if it is a file."""
        return document_path(self.file) if self.file else None
