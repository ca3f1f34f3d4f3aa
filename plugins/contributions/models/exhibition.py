"""Itinerant tools: exhibitions, trunks, games and models that an owner lends, and their loans."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from contributions.fields import Access, Bool, Count, Counting, Day, Measure, Precision, Text, Year, key, optional
from contributions.models.common import Age, Contributed, Model

LoanState = Literal["option", "confirme", "en-cours", "rendu", "annule", "maintenance"]


class Item(Model):
    """So many of something."""

    quantity: Count = key("Quantité", "", 12)
    item: Text = key("Élément", "", "panneaux")


class Format(Model):
    """What it measures and needs. Lengths in centimetres, surfaces in m², weights in kg."""

    panels: Count | None = optional("Panneaux")
    width_cm: Measure | None = optional("Largeur", "En centimètres.", 80)
    height_cm: Measure | None = optional("Hauteur", "En centimètres.", 200)
    depth_cm: Measure | None = optional("Profondeur", "En centimètres.")
    material: Text | None = optional("Matière")
    hanging: tuple[Text, ...] = optional("Accrochage", default=())
    surface_m2: Measure | None = optional("Surface", "En mètres carrés.", 40)
    linear_m: Measure | None = optional("Linéaire", "En mètres.")
    weight_kg: Measure | None = optional("Poids", "En kilogrammes.")
    heaviest_kg: Measure | None = optional("Pièce la plus lourde", "En kilogrammes.")
    volume_m3: Measure | None = optional("Volume", "En mètres cubes.")
    crates: Count | None = optional("Caisses")
    vehicle: Literal["voiture", "utilitaire", "camion"] | None = optional("Véhicule")
    power: Text | None = optional("Électricité")
    internet: Bool | None = optional("Connexion")
    indoor_only: Bool | None = optional("Intérieur seulement")
    fire_class: Text | None = optional("Classement au feu")


class Version(Model):
    """The same tool in another format."""

    id: Annotated[Text, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = key("Identifiant", "", "souple")
    label: Text = key("Intitulé", "", "Bâche souple")
    contents: tuple[Item, ...] = optional("Contenu", default=())
    format: Format | None = optional("Format")
    copies: Annotated[Count, Field(ge=1)] = optional("Exemplaires", default=1)


class Setup(Model):
    """What it takes to put it up."""

    minutes: Count | None = optional("Montage", "En minutes.")
    people: Count | None = optional("Personnes")


class Visit(Model):
    """How it is visited."""

    minutes: Count | None = optional("Durée", "En minutes.")
    capacity: Count | None = optional("Personnes à la fois")
    mediator: Text | None = optional("Médiation", "", "conseillée")


class LoanPrice(Model):
    """What a loan costs, in euros."""

    free: Bool = key("Gratuit", "", True)
    amount: Measure | None = optional("Tarif", "En euros.")
    per: Literal["pret", "semaine", "mois"] | None = optional("Par")
    member_amount: Measure | None = optional("Tarif adhérent", "En euros.")
    deposit: Measure | None = optional("Caution", "En euros.")


class Insurance(Model):
    """The value to insure, in euros, and by whom."""

    value: Measure = key("Valeur", "En euros.", 3000)
    by: Literal["emprunteur", "proprietaire"] | None = optional("Par")


class Transport(Model):
    """Who moves it."""

    by: Literal["emprunteur", "proprietaire", "partage"] | None = optional("Par")
    note: Text | None = optional("Précision")


class LoanTerms(Model):
    """Rules of lending, in days."""

    min_days: Annotated[Count, Field(ge=1)] | None = optional("Durée minimale", "En jours.")
    max_days: Annotated[Count, Field(ge=1)] | None = optional("Durée maximale", "En jours.")
    notice_days: Count | None = optional("Délai de demande", "En jours.")
    gap_days: Count = optional("Jours entre deux prêts", "Remise en état.", default=0)
    copies: Annotated[Count, Field(ge=1)] = optional("Exemplaires", default=1)


def _priced(value: Any) -> Any:
    """A venue's price may be a sentence; it is free where the sentence says so and names no sum."""
    if isinstance(value, str):
        free = re.search(r"\b(gratuit|libre)", value, re.IGNORECASE) is not None and re.search(r"\d|€", value) is None
        return {"free": free, "text": value}
    return value


class VenuePrice(Model):
    """What a visit costs."""

    free: Bool = key("Gratuit", "", True)
    text: Text | None = optional("Tarif")


class Venue(Model):
    """Where a loan can be seen by the public."""

    name: Text | None = optional("Nom")
    address: Text | None = optional("Adresse")
    hours: Text | None = optional("Horaires")
    price: Annotated[VenuePrice, BeforeValidator(_priced, json_schema_input_type=Text | VenuePrice)] | None = optional("Tarif")
    accessibility: tuple[Access, ...] = optional("Accessibilité", default=())


class Loan(Model):
    """A stay of the tool with a borrower, both days included. No person's name ever stands here."""

    start: Day = key("Du", "", "2026-11-03")
    end: Day = key("Au", "", "2026-11-28")
    state: LoanState = key("État", "", "confirme")
    copy_: Annotated[Count, Field(ge=1)] = optional("Exemplaire", default=1, alias="copy")
    version: Text | None = optional("Version")
    option_until: Day | None = optional("Option jusqu’au")
    borrower: Text | None = optional("Emprunteur", "Fiche de l’annuaire, ou nom de la structure.")
    borrower_category: Text | None = optional("Sorte d’emprunteur")
    city: Text | None = optional("Commune")
    public_showing: Bool = optional("Ouvert au public", "Alors une étape de l’itinérance, et une entrée de l’agenda.", default=False)
    venue: Venue | None = optional("Lieu d’exposition")
    visitors: Count | None = optional("Visiteurs")
    visitors_max: Count | None = optional("Visiteurs au plus", "Si une fourchette est donnée.")
    visitors_method: Counting | None = optional("Comptage")
    via: Literal["direct", "pass-culture"] | None = optional("Par")
    first_loan: Bool | None = optional("Premier emprunt")

    @property
    def days(self) -> int:
        """Length in days, first and last included."""
        return (self.end - self.start).days + 1


class Exhibition(Contributed):
    """Any itinerant tool."""

    kind: ClassVar[str] = "exhibition"
    list_slugs: ClassVar[frozenset[str]] = frozenset({"page", "catalogue", "themes", "categories"})

    designers: tuple[Text, ...] = optional("Conception", "Fiches de l’annuaire, ou noms.", default=())
    year: Year | None = optional("Année de création")
    acquired: Precision | None = optional("Entrée dans le fonds", "AAAA, AAAA-MM ou jour.")
    content_updated: Day | None = optional("Contenu mis à jour le")
    contents: tuple[Item, ...] = optional("Contenu", default=())
    format: Format | None = optional("Format")
    versions: tuple[Version, ...] = optional("Versions", default=())
    setup: Setup | None = optional("Montage")
    visit: Visit | None = optional("Visite")
    age: Age | None = optional("Âge")
    school_levels: tuple[Text, ...] = optional("Niveaux scolaires", default=())
    languages: tuple[Text, ...] = optional("Langues", default=())
    accessibility: tuple[Access, ...] = optional("Accessibilité", default=())
    price: LoanPrice | None = optional("Tarif du prêt")
    insurance: Insurance | None = optional("Assurance")
    transport: Transport | None = optional("Transport")
    loan: LoanTerms = Field(title="Conditions de prêt", default_factory=LoanTerms)
    area: tuple[Annotated[Text, WithJsonSchema({"type": "string", "vocabulary": "departments"})], ...] = optional(
        "Zone de prêt", "Codes de départements.", ["80", "62"], default=()
    )
    condition: Literal["bon", "a-reviser", "retire"] = optional("État", default="bon")
    retired_on: Day | None = optional("Retiré le")
    loans: tuple[Loan, ...] = optional("Prêts", default=())
