"""Loans of itinerant tools: to whom, for how long, and where the public can see them. No person's name ever stands here."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from contributions.fields.fields import Access, Bool, Copies, Count, Counting, Day, Text, key, optional
from contributions.models.common import Audience
from contributions.models.groups import IDENTIFIER, AccessNote, Model

LoanState = Literal["option", "confirme", "en-cours", "rendu", "annule", "maintenance"]
BorrowerCategory = Literal[
    "ecole", "college", "lycee", "superieur", "mediatheque", "musee", "association", "centre-social", "collectivite", "entreprise", "autre"
]


def _priced(value: Any) -> Any:
    """A venue's price may be a sentence; it is free where the sentence says so and names no sum."""
    if isinstance(value, str):
        free = re.search(r"\b(gratuit|libre)", value, re.IGNORECASE) is not None and re.search(r"\d|€", value) is None
        return {"free": free, "text": value}
    return value


class VenuePrice(Model):
    """What a visit costs."""

    free: Bool = key("Gratuit", "Rien à payer.", True)
    text: Text | None = optional("Tarif", "", "4 €, gratuit pour les moins de 12 ans")


class Venue(Model):
    """Where a loan can be seen by the public."""

    name: Text | None = optional("Nom", "", "Médiathèque du Moulin")
    address: Text | None = optional("Adresse", "", "12 rue des Tanneurs")
    hours: Text | None = optional("Horaires", "", "mardi et mercredi, de 14 h à 18 h")
    price: Annotated[VenuePrice, BeforeValidator(_priced, json_schema_input_type=Text | VenuePrice)] | None = optional(
        "Tarif", "Un groupe, ou une phrase : « gratuit », « 4 € »."
    )
    accessibility: tuple[Access, ...] = optional("Accessibilité", "Handicaps pris en compte.", ["moteur"], default=())
    access_note: AccessNote | None = optional(
        "Accueil", "En 300 caractères : ce qui est prévu, quand, qui appeler.", "Ascenseur ; boucle magnétique sur demande."
    )


class Cancelled(Model):
    """How a loan fell through."""

    on: Day | None = optional("Le", "Le jour où on l’a su.", "2026-10-02")
    by: Literal["emprunteur", "proprietaire"] | None = optional("Par", "", "emprunteur")
    reason: Text | None = optional("Raison", "Sans nommer personne.", "Travaux dans la salle")


class Loan(Model):
    """A stay of the tool with a borrower, both days included. No person's name ever stands here."""

    id: Annotated[Text, Field(pattern=IDENTIFIER)] | None = optional(
        "Identifiant", "Pour garder l’entrée d’agenda si les jours changent.", "moulin-2026"
    )
    start: Day = key("Du", "Premier jour.", "2026-11-03")
    end: Day = key("Au", "Dernier jour, compris.", "2026-11-28")
    opens: Day | None = optional("Ouvre le", "Premier jour pour le public, si ce n’est pas celui du prêt.", "2026-11-05")
    closes: Day | None = optional("Ferme le", "Dernier jour pour le public, si ce n’est pas celui du prêt.", "2026-11-26")
    state: LoanState = key("État", "confirme suffit jusqu’au bout : ses jours venus, le prêt est en cours, puis rendu.", "confirme")
    returned: Day | None = optional("Rendu le", "Le jour où l’outil est revenu.", "2026-11-30")
    copy_: Copies = optional("Exemplaire", "Le numéro de celui qui part, s’il y en a plusieurs.", 1, default=1, alias="copy")
    version: Text | None = optional("Version", "L’identifiant de celle qui part.", "souple")
    option_until: Day | None = optional("Option jusqu’au", "Pour une option : ensuite elle tombe.", "2026-10-15")
    borrower: Text | None = optional(
        "Emprunteur", "Fiche de l’annuaire, ou nom de la structure ; jamais une personne.", "Médiathèque du Moulin"
    )
    borrower_category: BorrowerCategory | None = optional("Sorte d’emprunteur", "", "mediatheque")
    city: Text | None = optional("Commune", "", "Abbeville")
    audiences: tuple[Audience, ...] = optional("Publics", "Qui l’a vue, ou doit la voir.", ["famille"], default=())
    public_showing: Bool = optional("Ouvert au public", "Alors une étape de l’itinérance, et une entrée de l’agenda.", True, default=False)
    venue: Venue | None = optional("Lieu d’exposition", "Où on peut la voir.")
    visitors: Count | None = optional("Visiteurs", "Le nombre seul.", 240)
    visitors_max: Count | None = optional("Visiteurs au plus", "Si une fourchette est donnée.", 260)
    visitors_method: Counting | None = optional("Comptage", "", "compte")
    via: Literal["direct", "pass-culture"] | None = optional("Par quelle voie", "", "direct")
    first_loan: Bool | None = optional("Premier emprunt", "La première fois que cette structure emprunte.", True)
    papers: tuple[Literal["convention", "assurance", "questionnaire"], ...] = optional(
        "Pièces reçues", "Pour votre suivi : elles ne paraissent nulle part.", ["convention", "assurance"], default=()
    )
    cancelled: Cancelled | None = optional("Annulation", "Pour un prêt annulé : quand, par qui, pourquoi.")

    @property
    def first_shown(self) -> date:
        """The first day on which the public can see it, where it can."""
        return self.opens or self.start

    @property
    def last_shown(self) -> date:
        """The last one."""
        return self.closes or self.end

    @property
    def days(self) -> int:
        """Length in days, first and last included."""
        return (self.end - self.start).days + 1
