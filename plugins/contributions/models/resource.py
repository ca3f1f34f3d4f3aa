"""Resources: documents, methods, podcasts, and undated offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from contributions.fields import Count, File, Text, Url, Year, optional
from contributions.models.common import Contributed, Town


class Resource(Contributed):
    """Something to use."""

    kind: ClassVar[str] = "resource"
    list_slugs: ClassVar[frozenset[str]] = frozenset({"page", "archives", "themes"})

    url: Url | None = optional("Adresse", "Où la trouver.")
    file: File | None = optional("Fichier", "Chemin depuis content/.", "documents/fiche.pdf")
    licence: Text | None = optional("Licence", "", "CC BY-SA 4.0")
    authors: tuple[Text, ...] = optional("Auteurs et autrices", default=())
    year: Year | None = optional("Année")
    level: Text | None = optional("Niveau", "", "cycle 3")
    minutes: Count | None = optional("Durée", "En minutes.")
    places: tuple[Town, ...] = optional("Lieux", default=())

    @classmethod
    def incomplete(cls, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """A resource is somewhere, but for a talk on request."""
        yield from super().incomplete(values)
        if values.get("category") != "intervention" and not ("url" in values or "file" in values):
            yield "Il manque « url » ou « file » : où trouve-t-on cette ressource ?", "Ajoutez l’une des deux clés."
