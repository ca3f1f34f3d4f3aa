"""The region's one file, content/hub.yml: names, vocabularies, editor, host."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field

from contributions.fields.fields import Days, Email, File, Phone, Text, Url, key, optional
from contributions.models.groups import Model
from contributions.region.categories import CATEGORIES, GROUPS
from contributions.region.hub_values import (
    Colour,
    ColourName,
    DepartmentCode,
    KindName,
    Language,
    Origin,
    RegionCode,
    SafeUrl,
    SlugKey,
    TimeZone,
)
from contributions.region.import_map import SourceName
from contributions.region.letters import PeriodicLetter


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


class RegionName(Model):
    """The region, by its INSEE code."""

    code: RegionCode = key("Code INSEE", "", "32")
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

    provider: Literal["brevo", "mailchimp", "listmonk", "buttondown", "sendy", "autre"] | None = optional("Service")
    action_url: Url | None = optional("Adresse du formulaire")


class Source(Model):
    """Another service whose contributions are imported."""

    source: SourceName = key("Source", "", "openagenda")
    url: SafeUrl = key("Adresse", "Elle commence par https://.", "https://openagenda.com/agendas/12345/events.v2.json")
    every: Literal["jour", "semaine", "mois"] = optional("Rythme", "La nuit, le lundi, ou le 1er du mois.", "semaine", default="jour")


class Category(Model):
    """A category's label and, for tools, its group, which stands in an address."""

    label: Text = key("Intitulé")
    group: SlugKey | None = optional("Groupe")


def _labelled(value: Any) -> Any:
    return {"label": value} if isinstance(value, str) else value


Some = Field(min_length=1)
"""A vocabulary without words would leave nothing to choose, and forms and examples without a value."""
Categories = dict[KindName, Annotated[dict[SlugKey, Annotated[Category, BeforeValidator(_labelled)]], Some]]


class Hub(Model):
    """The region's settings."""

    name: Text = key("Nom du portail")
    tagline: Text = key("Accroche")
    url: Origin = key("Adresse du site, sans barre finale")
    lang: Language = optional("Langue", default="fr")
    timezone: TimeZone = optional("Fuseau horaire", default="Europe/Paris")
    region: RegionName = key("Région")
    departments: Annotated[dict[DepartmentCode, Text], Some] = key("Départements")
    themes: Annotated[dict[SlugKey, Text], Some] = key("Thèmes")
    audiences: Annotated[dict[SlugKey, Text], Some] = key("Publics")
    categories: Categories = Field(title="Catégories", default_factory=dict)
    editor: Editor = key("Éditeur")
    host: Host = key("Hébergeur")
    contact: HubContact | None = optional("Contact")
    repository: Url | None = optional("Dépôt des sources")
    partners: tuple[HubPartner, ...] = optional("Partenaires", default=())
    newsletter: Newsletter | None = optional("Lettre")
    letters: dict[SlugKey, PeriodicLetter] = Field(title="Autres lettres", default_factory=dict)
    school_holidays: Literal["A", "B", "C"] | None = optional("Zone des vacances scolaires")
    imports: tuple[Source, ...] = optional("Imports", default=())
    review_days: Days | None = optional("Jours de relecture d’une proposition")
    tokens: dict[ColourName, Colour] = Field(title="Couleurs", default_factory=dict)

    @cached_property
    def all_categories(self) -> dict[str, dict[str, Category]]:
        """The contract's categories, kind by kind, where hub.yml does not give its own."""
        defaults = {
            kind: {slug: Category.model_validate(_labelled(entry)) for slug, entry in entries.items()}
            for kind, entries in CATEGORIES.items()
        }
        return {**defaults, **self.categories}

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups of categories of tools: the contract's, and those of the hub's own."""
        own = (category.group for category in self.all_categories["exhibition"].values() if category.group)
        return tuple(dict.fromkeys([*GROUPS, *own]))

    @cached_property
    def vocabularies(self) -> Mapping[str, Mapping[str, Any]]:
        """What values are read by: the words that `refuse_unknown` consults, and the time zone of their hours."""
        tables: dict[str, Mapping[str, Any]] = {
            "themes": self.themes,
            "audiences": self.audiences,
            "departments": self.departments,
            "timezone": {self.timezone: self.zone},
        }
        for kind, categories in self.all_categories.items():
            tables[f"categories.{kind}"] = categories
        return tables

    @property
    def words(self) -> Mapping[str, Mapping[str, Any]]:
        """What its letters choose from: the words of all vocabularies, whatever the kind."""
        categories = {slug: entry for table in self.all_categories.values() for slug, entry in table.items()}
        return {**self.vocabularies, "departments": self.departments, "categories": categories}

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
