"""Itinerant tools: exhibitions, trunks, games and models that an owner lends, and their loans."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, field_validator

from contributions.fields.fields import (
    Access,
    Bool,
    Copies,
    Count,
    Counting,
    Day,
    Days,
    Measure,
    Precision,
    Some,
    Text,
    Year,
    key,
    optional,
)
from contributions.fields.languages import Spoken
from contributions.fields.levels import Level
from contributions.models.common import Audience, Contributed
from contributions.models.groups import IDENTIFIER, Age, Model, not_below

LoanState = Literal["option", "confirme", "en-cours", "rendu", "annule", "maintenance"]
BorrowerCategory = Literal[
    "ecole", "college", "lycee", "superieur", "mediatheque", "musee", "association", "centre-social", "collectivite", "entreprise", "autre"
]
AccessNote = Annotated[Text, Field(max_length=300)]
"""How somebody who needs it is received: what, when, whom to call."""


class Item(Model):
    """So many of something."""

    quantity: Some = key("Quantité", "Le nombre seul.", 12)
    item: Text = key("Élément", "", "panneaux")


class Format(Model):
    """What it measures and needs. Lengths in centimetres, surfaces in m², weights in kg."""

    panels: Some | None = optional("Panneaux", "", 12)
    width_cm: Measure | None = optional("Largeur", "En centimètres.", 80)
    height_cm: Measure | None = optional("Hauteur", "En centimètres.", 200)
    depth_cm: Measure | None = optional("Profondeur", "En centimètres.", 40)
    material: Text | None = optional("Matière", "", "Bâche souple")
    hanging: tuple[Text, ...] = optional("Accrochage", "Comment cela tient.", ["cimaises", "grilles"], default=())
    surface_m2: Measure | None = optional("Surface", "En mètres carrés.", 40)
    linear_m: Measure | None = optional("Linéaire", "En mètres.", 10)
    weight_kg: Measure | None = optional("Poids", "En kilogrammes.", 45)
    heaviest_kg: Measure | None = optional("Pièce la plus lourde", "En kilogrammes.", 12)
    volume_m3: Measure | None = optional("Volume", "En mètres cubes.", 0.8)
    crates: Some | None = optional("Caisses", "", 2)
    vehicle: Literal["voiture", "utilitaire", "camion"] | None = optional("Véhicule", "Le plus petit qui suffit.", "voiture")
    power: Text | None = optional("Électricité", "", "une prise 230 V")
    internet: Bool | None = optional("Connexion", "Faut-il Internet ?", False)
    indoor_only: Bool | None = optional("Intérieur seulement", "", True)
    fire_class: Text | None = optional("Classement au feu", "", "M1")


class Setup(Model):
    """What it takes to put it up."""

    minutes: Some | None = optional("Montage", "En minutes.", 60)
    people: Some | None = optional("Personnes", "Pour monter.", 2)


class Visit(Model):
    """How it is visited."""

    minutes: Some | None = optional("Durée", "En minutes.", 45)
    capacity: Some | None = optional("Personnes à la fois", "", 15)
    mediator: Text | None = optional("Médiation", "", "conseillée")


class LoanPrice(Model):
    """What a loan costs, in euros."""

    free: Bool = key("Gratuit", "Rien à payer.", True)
    amount: Measure | None = optional("Tarif", "En euros.", 150)
    per: Literal["pret", "semaine", "mois"] | None = optional("Par", "", "semaine")
    member_amount: Measure | None = optional("Tarif adhérent", "En euros.", 100)
    deposit: Measure | None = optional("Caution", "En euros.", 300)


class Insurance(Model):
    """The value to insure, in euros, and by whom."""

    value: Measure = key("Valeur", "En euros.", 3000)
    by: Literal["emprunteur", "proprietaire"] | None = optional("À la charge de", "", "emprunteur")


class Version(Model):
    """The same tool in another format. What it leaves out is the tool's."""

    id: Annotated[Text, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = key(
        "Identifiant", "Minuscules, chiffres et traits d’union.", "souple"
    )
    label: Text = key("Intitulé", "", "Bâche souple")
    contents: tuple[Item, ...] = optional("Contenu", "Ce qu’elle contient.", default=())
    format: Format | None = optional("Format", "Ses mesures et ses besoins.")
    copies: Copies = optional("Exemplaires", "Combien il y en a.", 1, default=1)
    setup: Setup | None = optional("Montage", "Si ce n’est pas celui de l’outil.")
    insurance: Insurance | None = optional("Assurance", "Si ce n’est pas celle de l’outil.")
    price: LoanPrice | None = optional("Tarif du prêt", "Si ce n’est pas celui de l’outil.")
    acquired: Precision | None = optional("Entrée dans le fonds", "AAAA, AAAA-MM ou jour.", "2025")
    retired_on: Day | None = optional("Retirée le", "Le jour où cette version a quitté le fonds.", "2027-01-31")


class Transport(Model):
    """Who moves it."""

    by: Literal["emprunteur", "proprietaire", "partage"] | None = optional("À la charge de", "", "emprunteur")
    note: Text | None = optional("Précision", "", "Tient dans un break, sièges rabattus.")


class LoanTerms(Model):
    """Rules of lending, in days."""

    min_days: Annotated[Days, Field(ge=1)] | None = optional("Durée minimale", "En jours.", 7)
    max_days: Annotated[Days, Field(ge=1)] | None = optional("Durée maximale", "En jours.", 28)
    notice_days: Days | None = optional("Délai de demande", "En jours.", 15)
    gap_days: Days = optional("Jours entre deux prêts", "En jours : le temps de la remise en état.", 2, default=0)
    copies: Copies = optional(
        "Exemplaires", "Combien on peut en prêter à la fois ; s’il a des versions, chacune compte les siens.", 1, default=1
    )

    _in_order = field_validator("max_days")(not_below("min_days"))


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
    by: Literal["proprietaire", "emprunteur"] | None = optional("Par", "", "emprunteur")
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


class Exhibition(Contributed):
    """Any itinerant tool."""

    kind: ClassVar[str] = "exhibition"

    designers: tuple[Text, ...] = optional("Conception", "Fiches de l’annuaire, ou noms.", ["Musée de la Craie"], default=())
    year: Year | None = optional("Année de création", "", 2024)
    acquired: Precision | None = optional("Entrée dans le fonds", "AAAA, AAAA-MM ou jour.", "2024-03")
    content_updated: Day | None = optional("Contenu mis à jour le", "Le dernier jour où le fond a été revu.", "2026-01-15")
    contents: tuple[Item, ...] = optional("Contenu", "Ce qui part en prêt.", default=())
    format: Format | None = optional("Format", "Mesures et besoins : centimètres, m², kilogrammes.")
    versions: tuple[Version, ...] = optional("Versions", "Le même outil sous plusieurs formes.", default=())
    setup: Setup | None = optional("Montage", "Ce qu’il faut pour monter.")
    visit: Visit | None = optional("Visite", "Comment on le visite.")
    age: Age | None = optional("Âge", "À partir de quel âge, et jusqu’à quel âge.")
    school_levels: tuple[Level, ...] = optional("Niveaux scolaires", "Classes à qui cela convient.", ["cm1", "cm2", "6e"], default=())
    languages: tuple[Spoken, ...] = optional("Langues", "Codes à deux lettres ; lsf pour la langue des signes.", ["fr", "en"], default=())
    accessibility: tuple[Access, ...] = optional("Accessibilité", "Handicaps pris en compte.", ["visuel"], default=())
    access_note: AccessNote | None = optional(
        "Accueil",
        "En 300 caractères : ce qui est prévu, pour qui, qui appeler.",
        "Panneaux en gros caractères, textes en braille sur demande.",
    )
    price: LoanPrice | None = optional("Tarif du prêt", "Gratuit ou non, et combien.")
    insurance: Insurance | None = optional("Assurance", "La valeur à assurer.")
    transport: Transport | None = optional("Transport", "Qui déplace l’outil.")
    loan: LoanTerms = Field(title="Conditions de prêt", description="Durées, délais, exemplaires.", default_factory=LoanTerms)
    area: tuple[Annotated[Text, WithJsonSchema({"type": "string", "vocabulary": "departments"})], ...] = optional(
        "Zone de prêt", "Où il peut aller : codes des départements.", ["80", "62"], default=()
    )
    condition: Literal["bon", "a-reviser", "retire"] = optional("État", "retire : l’outil n’est plus prêté.", "a-reviser", default="bon")
    retired_on: Day | None = optional("Retiré le", "Le jour où il a quitté le fonds.", "2027-01-31")
    availability_on: Day | None = optional(
        "Prêts à jour le", "Le dernier jour où vous avez vérifié que tous les prêts à venir sont notés.", "2026-11-16"
    )
    loans: tuple[Loan, ...] = optional(
        "Prêts", "Passés, en cours et à venir, ici ou dans un tableau (content/loans/2027.csv) : la disponibilité s’en déduit.", default=()
    )
