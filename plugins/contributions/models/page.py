"""Pages that stand alone: about, legal."""

from __future__ import annotations

from typing import ClassVar

from contributions.models.common import Common

SITE_PAGES = frozenset(
    "agenda outils articles annonces ressources annuaire dossiers carte recherche newsletter flux donnees plan-du-site proposer contribuer "
    "accessibilite mentions-legales donnees-personnelles".split()
)
"""The pages at the top of every site; the last three may be written in content/pages/."""


class StandalonePage(Common):
    """A page at the top of the site."""

    kind: ClassVar[str] = "page"
    list_slugs: ClassVar[frozenset[str]] = (SITE_PAGES - {"accessibilite", "mentions-legales", "donnees-personnelles"}) | frozenset(
        "themes territoires observatoire images documents theme pagefind page archives catalogue 404 index".split()
    )
