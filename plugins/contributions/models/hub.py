"""The region's one file, content/hub.yml: names, vocabularies, editor, host."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field

from contributions.geography.gazetteer import GEO
from contributions.models.fields import Email, File, Phone, Text, Url, key, optional, wrong
from contributions.models.groups import Model

CATEGORIES: dict[str, dict[str, str | dict[str, str]]] = {
    "event": {
        "atelier": "Atelier",
        "conference": "Conférence",
        "exposition": "Exposition",
        "visite": "Visite",
        "spectacle": "Spectacle",
        "projection": "Projection",
        "jeu": "Jeu",
        "rencontre-debat": "Rencontre-débat",
        "rencontre-professionnelle": "Rencontre professionnelle",
        "village-des-sciences": "Village des sciences",
        "parcours": "Parcours",
        "festival": "Festival",
        "formation": "Formation",
        "concours": "Concours",
        "ceremonie": "Cérémonie",
    },
    "exhibition": {
        "exposition-panneaux": {"label": "Exposition sur panneaux", "group": "legere"},
        "exposition-autoportante": {"label": "Exposition autoportante", "group": "legere"},
        "roll-up": {"label": "Roll-up", "group": "legere"},
        "bache": {"label": "Bâche", "group": "legere"},
        "mobilier": {"label": "Mobilier", "group": "legere"},
        "malle": {"label": "Malle pédagogique", "group": "malle"},
        "maquette": {"label": "Maquette", "group": "malle"},
        "jeu": {"label": "Jeu", "group": "malle"},
        "exposition-interactive": {"label": "Exposition interactive", "group": "interactive"},
        "planetarium-mobile": {"label": "Planétarium mobile", "group": "interactive"},
        "numerique": {"label": "Dispositif numérique", "group": "interactive"},
    },
    "article": {
        "actualite": "Actualité",
        "portrait": "Portrait",
        "entretien": "Entretien",
        "reportage": "Reportage",
        "retour-d-experience": "Retour d’expérience",
        "communique": "Communiqué",
    },
    "announcement": {
        "appel-a-participation": "Appel à participation",
        "appel-a-projets": "Appel à projets",
        "emploi": "Emploi",
        "stage": "Stage",
        "formation": "Formation",
        "materiel": "Matériel",
        "partenariat": "Partenariat",
        "concours": "Concours",
    },
    "resource": {
        "document": "Document",
        "etude": "Étude",
        "fiche-methode": "Fiche méthode",
        "video": "Vidéo",
        "podcast": "Podcast",
        "jeu": "Jeu",
        "exposition-en-ligne": "Exposition en ligne",
        "donnees": "Données",
        "intervention": "Intervention",
    },
    "organisation": {
        "musee-ccsti": "Musée, centre de sciences",
        "enseignement-recherche": "Enseignement et recherche",
        "mediatheque": "Médiathèque",
        "association": "Association",
        "collectivite": "Collectivité",
        "education-environnement": "Éducation à l’environnement",
        "socio-culturel": "Socio-culturel",
        "entreprise": "Entreprise",
        "institution": "Institution",
    },
    "programme": {
        "festival": "Festival",
        "parcours": "Parcours",
        "formation": "Formation",
        "rencontre": "Rencontre",
        "concours": "Concours",
        "reseau": "Réseau",
    },
}


class Editor(Model):
    """Who answers for the site."""

    name: Text = key("Nom")
    address: Text = key("Adresse")
    email: Email = key("Courriel")
    phone: Phone | None = optional("Téléphone")
    director: Text | None = optional("Direction de la publication")


class Host(Model):
    """Who hosts the site."""

    name: Text = key("Nom")
    address: Text = key("Adresse")


def _region(value: str) -> str:
    if not (GEO / f"communes-{value}.csv").is_file():
        raise wrong("E109", f"« {value} » n’est le code d’aucune région connue ici.", "Écrivez son code INSEE, par exemple 32.")
    return value


class RegionName(Model):
    """The region, by its INSEE code."""

    code: Annotated[Text, Field(pattern=r"^\d{2}$"), AfterValidator(_region)] = key("Code INSEE", "", "32")
    name: Text = key("Nom", "", "Hauts-de-France")


class HubContact(Model):
    """Where readers write."""

    email: Email = key("Courriel")


class HubPartner(Model):
    """A supporter named in the footer."""

    name: Text = key("Nom")
    url: Url | None = optional("Site")
    logo: File | None = optional("Logo")


class Newsletter(Model):
    """The service that sends the letter from its feed."""

    provider: Text | None = optional("Service")
    action_url: Url | None = optional("Adresse du formulaire")


class Category(Model):
    """A category's label and, for tools, its group."""

    label: Text = key("Intitulé")
    group: Text | None = optional("Groupe")


def _labelled(value: Any) -> Any:
    return {"label": value} if isinstance(value, str) else value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise wrong("E109", f"« {value} » n’est pas un fuseau horaire.", "Écrivez par exemple Europe/Paris.") from error
    return value


def _origin(value: str) -> str:
    return value.rstrip("/")


Categories = dict[str, dict[str, Annotated[Category, BeforeValidator(_labelled)]]]


class Hub(Model):
    """The region's settings."""

    name: Text = key("Nom du portail")
    tagline: Text = key("Accroche")
    url: Annotated[Url, AfterValidator(_origin)] = key("Adresse du site, sans barre finale")
    lang: Text = optional("Langue", default="fr")
    timezone: Annotated[Text, AfterValidator(_zone)] = optional("Fuseau horaire", default="Europe/Paris")
    region: RegionName = key("Région")
    departments: dict[str, Text] = key("Départements")
    themes: dict[str, Text] = key("Thèmes")
    audiences: dict[str, Text] = key("Publics")
    categories: Categories = Field(title="Catégories", default_factory=dict)
    editor: Editor = key("Éditeur")
    host: Host = key("Hébergeur")
    contact: HubContact | None = optional("Contact")
    repository: Url | None = optional("Dépôt des sources")
    partners: tuple[HubPartner, ...] = optional("Partenaires", default=())
    newsletter: Newsletter | None = optional("Lettre")
    tokens: dict[str, Text] = Field(title="Couleurs", default_factory=dict)

    @cached_property
    def all_categories(self) -> dict[str, dict[str, Category]]:
        """The contract's categories, kind by kind, where hub.yml does not give its own."""
        defaults = {
            kind: {slug: Category.model_validate(_labelled(entry)) for slug, entry in entries.items()}
            for kind, entries in CATEGORIES.items()
        }
        return {**defaults, **self.categories}

    @cached_property
    def vocabularies(self) -> Mapping[str, Mapping[str, Any]]:
        """What `refuse_unknown` consults."""
        tables: dict[str, Mapping[str, Any]] = {"themes": self.themes, "audiences": self.audiences}
        for kind, categories in self.all_categories.items():
            tables[f"categories.{kind}"] = categories
        return tables

    @cached_property
    def zone(self) -> ZoneInfo:
        """The hub's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def hostname(self) -> str:
        """The host part of calendar UIDs and feed tags."""
        return self.url.split("://", 1)[-1].split("/", 1)[0]

    def category(self, kind: str, slug: str) -> str:
        """A category's label."""
        entry = self.all_categories.get(kind, {}).get(slug)
        return entry.label if entry else slug


HUB_FILE = Path("hub.yml")
