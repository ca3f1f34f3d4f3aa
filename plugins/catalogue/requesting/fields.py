"""What a request asks of the borrower, by the names of a loan's columns where it is said in the loan; no person's name is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from contributions.models.loan import BorrowerCategory
from contributions.region.hub import Hub
from publishing.strings import _
from views.fields import Choice, Field

BORROWERS: Mapping[str, str] = {
    "ecole": "École",
    "college": "Collège",
    "lycee": "Lycée",
    "superieur": "Enseignement supérieur",
    "mediatheque": "Médiathèque",
    "musee": "Musée",
    "association": "Association",
    "centre-social": "Centre social",
    "collectivite": "Collectivité",
    "entreprise": "Entreprise",
    "autre": "Autre",
}
assert tuple(BORROWERS) == get_args(BorrowerCategory)
TRANSPORT: Mapping[str, str] = {
    "emprunteur": "Nous venons chercher l’outil et nous le rapportons.",
    "proprietaire": "Nous souhaitons qu’il soit livré et repris.",
    "partage": "À convenir.",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Some fields under a heading. `kept` marks those that a browser may keep for the next time, days apart."""

    id: str
    title: str
    help: str
    fields: tuple[Field, ...]
    kept: bool = False


def parts(hub: Hub) -> tuple[Part, ...]:
    """The fields of the request, in the order in which an owner asks."""
    return (_who(), _where(), _for_whom(hub))


def _who() -> Part:
    categories = tuple(Choice(value, _(label)) for value, label in BORROWERS.items())
    return Part(
        "qui",
        _("Qui emprunte"),
        _("Une structure, jamais le nom d’une personne."),
        (
            Field("borrower", _("Structure"), example=_("Médiathèque du Moulin"), required=True),
            Field("borrower_category", _("Sorte de structure"), control="select", required=True, choices=categories),
            Field("city", _("Commune"), help=_("Celle où ira l’outil."), required=True),
            Field("email", _("Courriel"), help=_("Celui d’un service ; à défaut, un téléphone."), control="email", sort="email"),
            Field("phone", _("Téléphone"), help=_("Celui d’un service, d’un accueil."), control="tel", sort="tel"),
        ),
        kept=True,
    )


def _where() -> Part:
    transport = tuple(Choice(value, _(label)) for value, label in TRANSPORT.items())
    return Part(
        "ou",
        _("Où, et comment"),
        _("Les horaires et le tarif ne servent que si chacun peut venir."),
        (
            Field("venue_name", _("Lieu"), help=_("La salle, le bâtiment où l’outil sera installé.")),
            Field("venue_address", _("Adresse du lieu"), example="12 rue des Tanneurs"),
            Field("transport", _("Transport"), control="select", default="partage", choices=transport),
            Field("public_showing", _("Ouvert à tous ?"), help=_("Alors le prêt paraît dans l’agenda."), control="bool", sort="bool"),
            Field("opens", _("Ouvre au public le"), help=_("Si ce n’est pas le premier jour du prêt."), control="day", sort="day"),
            Field("closes", _("Ferme au public le"), help=_("Si ce n’est pas le dernier."), control="day", sort="day"),
            Field("venue_hours", _("Horaires d’ouverture"), example=_("mardi et mercredi, de 14 h à 18 h")),
            Field("venue_price", _("Tarif d’entrée"), example=_("gratuit")),
        ),
        kept=True,
    )


def _for_whom(hub: Hub) -> Part:
    audiences = tuple(Choice(value, label) for value, label in hub.audiences.items())
    return Part(
        "pour-qui",
        _("Pour qui"),
        "",
        (
            Field("audiences", _("Publics"), control="checks", choices=audiences),
            Field("people", _("Combien de personnes, environ"), control="integer", sort="integer"),
            Field(
                "pass_culture",
                _("Avec le pass Culture ?"),
                help=_("La part collective des collèges et lycées."),
                control="bool",
                sort="bool",
            ),
            Field("word", _("Un mot pour le propriétaire"), control="area"),
        ),
    )
