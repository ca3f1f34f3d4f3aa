"""Itinerant tools: exhibitions, trunks, games and models that an owner lends."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, WithJsonSchema, field_validator

from contributions.fields.fields import (
    Access,
    Bool,
    Copies,
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
from contributions.models.common import Contributed
from contributions.models.groups import AccessNote, Age, Model, not_below
from contributions.models.loan import Loan


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
