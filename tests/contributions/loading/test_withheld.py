"""A file that only unpublished contributions name is not on the site: somebody may guess its address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from contributions.loading.loading import Loaded
from support import SVG, Tree, article, organisation

Reading = Callable[[Tree], Loaded]
KIT = {"documents/dossier de presse.pdf": b"%PDF-1.7\n", "images/affiche.svg": SVG, "images/libre.svg": SVG}
IMAGE = {"src": "images/affiche.svg", "alt": "Une affiche", "credit": "Le club"}
DOCUMENTS = [{"label": "Dossier de presse", "file": "documents/dossier de presse.pdf"}]


@pytest.mark.parametrize("keys", [{"status": "brouillon"}, {"date": "2026-11-22"}])
@pytest.mark.parametrize(
    "named",
    [
        {"image": IMAGE, "documents": DOCUMENTS},
        {"body": "Voir [le dossier](/documents/dossier%20de%20presse.pdf#page=2).\n\n![Une affiche](/images/affiche.svg)\n"},
    ],
)
def test_what_an_unpublished_article_names_is_withheld(
    loaded: Callable[[Tree], Loaded], keys: dict[str, Any], named: dict[str, Any]
) -> None:
    found = loaded(article("secret", **keys, **named) | KIT)
    assert found.problems == ()
    assert found.media == ["images/libre.svg"]


def test_what_somebody_shows_is_published(loaded: Reading) -> None:
    hidden, shown = article("secret", status="brouillon", image=IMAGE, documents=DOCUMENTS), article("public", image=IMAGE)
    assert loaded(hidden | shown | KIT).media == ["images/affiche.svg", "images/libre.svg"]
    letter = {"newsletter/2026-w47.md": "---\ntitle: La semaine\n---\n![Une affiche](/images/affiche.svg)\n"}
    assert "images/affiche.svg" in loaded(hidden | letter | KIT).media


def test_the_logo_of_who_did_not_consent_is_withheld(loaded: Reading) -> None:
    logo = {"src": "images/affiche.svg", "alt": "Le logo"}
    assert loaded(organisation("club", consent=False, logo=logo) | KIT).media == ["images/libre.svg", "documents/dossier de presse.pdf"]


def test_what_the_day_brings_is_published_on_the_day(loaded: Reading) -> None:
    assert len(loaded(article("public", date="2026-11-21", image=IMAGE, documents=DOCUMENTS) | KIT).media) == 3
