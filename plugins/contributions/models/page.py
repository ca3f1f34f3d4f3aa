"""Pages that stand alone: about, legal."""

from __future__ import annotations

from typing import ClassVar

from contributions.models.common import Common


class StandalonePage(Common):
    """A page at the top of the site."""

    kind: ClassVar[str] = "page"
    list_slugs: ClassVar[frozenset[str]] = frozenset(
        "agenda outils articles annonces ressources annuaire dossiers themes territoires carte recherche newsletter observatoire proposer "
        "contribuer flux donnees plan-du-site images documents theme pagefind page archives catalogue 404 index".split()
    )
