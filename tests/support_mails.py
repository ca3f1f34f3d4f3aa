"""Letters written by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from contributions.region.hub import Hub
from newsletter.letter import Letter
from support import HUB
from views.values import Badge, Card, Day, Fact, Link, Picture, Section

MONDAY = date(2026, 11, 16)


def hub(**keys: Any) -> Hub:
    """A hub; `provider` and `action_url` are those of its letter."""
    service = {name: keys.pop(name) for name in ("provider", "action_url") if name in keys}
    return Hub.model_validate({**HUB, **({"newsletter": service} if service else {}), **keys})


def card(number: int = 1, **keys: Any) -> Card:
    """A card of an event on a Saturday afternoon."""
    values: dict[str, Any] = {
        "kind": "event",
        "url": f"/agenda/soiree-{number}/",
        "title": f"Soirée d’observation n° {number}",
        "summary": "Saturne et la Lune, à l’œil nu puis à la lunette, avec les bénévoles du club.",
        "kicker": "Atelier",
        "when": "14\u202fh\u00a0– 17\u202fh\u202f30",
        "datetime": "2026-11-21T14:00",
        "where": "Amiens (80), Médiathèque du Moulin",
        "publisher": "La Maison des étoiles",
        "motif": "astronomie",
        "day": Day("sam.", "21", "nov.", "2026", "2026-11-21"),
        "last": "2026-11-21",
    }
    return Card(**{**values, **keys})


def letter(**keys: Any) -> Letter:
    """A letter that has something of everything."""
    photograph = Picture("/images/ciel.jpg", "La Lune au-dessus du beffroi", 1600, 900)
    values: dict[str, Any] = {
        "slug": "",
        "name": "2026-w47",
        "path": "/newsletter/2026-w47/",
        "title": "La semaine des premières étoiles",
        "subject": "La semaine des premières étoiles",
        "summary": "6 rendez-vous, dont 2 samedi, et 1 outil à emprunter.",
        "label": "Semaine du 16\u00a0novembre 2026",
        "published": MONDAY,
        "words": '<p>Le parcours <em>L’hiver des astronomes</em> commence dimanche&nbsp;: voyez <a href="/dossiers/hiver/">le dossier</a>.</p>'
        "<ul><li>Un pull.</li><li>Une lampe rouge.</li></ul>",
        "departments": (Link("Nord 12", "/territoires/59/"), Link("Aisne 3", "/territoires/02/")),
        "sections": (
            Section("À la une", (card(1, picture=photograph, badges=(Badge("Gratuit", "free"),)),), section="agenda"),
            Section(
                "Cette semaine",
                (
                    card(2, mark="Annulé", notes=("Ce rendez-vous est annulé.",), badges=(Badge("Annulé", "cancelled"),)),
                    card(3, picture=photograph, motif="physique"),
                    card(
                        4,
                        day=Day("lun.", "16", "nov.", "2026", "2026-11-16"),
                        datetime="2026-11-03",
                        last="2027-01-31",
                        when="jusqu’au 31\u00a0janvier 2027",
                    ),
                ),
                more=Link("Tout l’agenda", "/agenda/"),
                section="agenda",
            ),
            Section(
                "Nouveaux outils", (card(5, kind="exhibition", url="/outils/malle/", day=None, when=None, last=None),), section="outils"
            ),
            Section(
                "À lire",
                (card(6, kind="article", url="/articles/portrait/", motif="chimie", day=None, when="12\u00a0novembre 2026"),),
                section="articles",
            ),
        ),
        "thanks": (Link("La Région", "https://region.example/"), Link("L’université")),
        "contact": (Fact("Courriel", "lettre@escale.example", url="mailto:lettre@escale.example"),),
        "notice": "Cette lettre est tirée du portail.",
    }
    return Letter(**{**values, **keys})
