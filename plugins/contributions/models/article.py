"""Articles: news, portraits, interviews, reports."""

from __future__ import annotations

from typing import ClassVar

from contributions.fields.fields import Text, optional
from contributions.models.common import Contributed
from contributions.models.groups import Town


class Article(Contributed):
    """Something to read."""

    kind: ClassVar[str] = "article"

    authors: tuple[Text, ...] = optional("Auteurs et autrices", "Qui signe.", ["Camille Verdier"], default=())
    places: tuple[Town, ...] = optional("Lieux", "Où cela se passe.", default=())
