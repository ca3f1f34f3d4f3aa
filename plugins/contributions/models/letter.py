"""What an editor's introduction to a weekly letter says beside its words."""

from __future__ import annotations

from contributions.fields import Text, optional
from contributions.models.common import Model


class Letter(Model):
    """The front matter of content/newsletter/YYYY-wWW.md."""

    title: Text | None = optional("Titre de la lettre", "", "La semaine des premières étoiles")
