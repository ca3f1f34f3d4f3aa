"""Organisations: who shares science; in the directory only with their consent."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from contributions.fields.fields import Access, Bool, Day, Email, File, Phone, Precision, Text, Url, key, optional, wrong
from contributions.models.common import Theme, Themed
from contributions.models.groups import AccessNote, Alternative, Model, Place, image_path
from contributions.models.needs import Case, Choice, Either, Need


def _consent(value: Any) -> Any:
    """`consent: true` is short for `consent: {given: true}`."""
    return {"given": value} if isinstance(value, str | bool) else value


def _network(value: Any) -> Any:
    """An account elsewhere may be given by its address alone, or by the network's name."""
    if not isinstance(value, str):
        return value
    if value.startswith(("http://", "https://")):
        return {"label": value.split("/")[2].removeprefix("www."), "url": value}
    return {"label": value}


class Network(Model):
    """An account on a social network."""

    label: Text = key("Réseau", "Son nom.", "Mastodon")
    url: Url | None = optional("Adresse", "Celle du compte.", "https://piaille.fr/@musee")


class Consent(Model):
    """The organisation agreed to stand in the directory."""

    given: Bool = key("Accord donné", "Elle a dit oui.", True)
    on: Day | None = optional("Le", "Jour de l’accord.", "2026-09-04")
    how: Text | None = optional("Comment", "Comment il a été donné.", "formulaire")


class Logo(Model):
    """A logo and its text alternative."""

    src: File = key("Fichier", "Chemin depuis content/.", "images/logos/musee.svg")
    alt: Alternative = key("Texte alternatif", "Ce que montre l’image.", "Logo du musée")

    @property
    def path(self) -> str:
        """Its path below content/."""
        return image_path(self.src)


class Welcome(Model):
    """Whether and how the place is visited."""

    free: Bool | None = optional("Gratuit", "Rien à payer.", True)
    text: Text | None = optional("Modalités", "", "Le dernier dimanche du mois, sur réservation.")


Weekday = Literal["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


class Closure(Model, Choice):
    """Days on which nobody is there: some of each week, or from one day to another, both included; with both, those of that time."""

    needs: ClassVar[tuple[Need | Either, ...]] = (
        Need(("start", "weekdays"), "Cette fermeture n’a ni « start » ni « weekdays ».", "Ajoutez l’une des deux clés."),
    )

    start: Day | None = optional("Du", "Premier jour.", "2026-12-24")
    end: Day | None = optional("Au", "Dernier jour, compris.", "2027-01-03")
    weekdays: Annotated[tuple[Weekday, ...], Field(min_length=1)] | None = optional("Chaque", "Des jours de la semaine.", ["lundi"])

    @field_validator("end")
    @classmethod
    def _not_before_start(cls, value: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("start")
        if value is not None and start is not None and value < start:
            raise wrong("E401", f"La fin ({value}) est avant le début ({start}).", "Corrigez l’une des deux dates.")
        return value


class Membership(Model):
    """Membership of the agency."""

    since: Precision | None = optional("Depuis", "", "2019")
    until: Precision | None = optional("Jusqu’à", "", "2026-12-31")
    college: Text | None = optional("Collège", "", "Associations")


class Organisation(Themed):
    """Somebody who shares science."""

    kind: ClassVar[str] = "organisation"

    themes: Annotated[tuple[Theme, ...], Field(max_length=3)] = optional("Thèmes", "Trois au plus.", ["astronomie"], default=())
    place: Place | None = optional("Lieu", "Où elle se trouve.")
    website: Url | None = optional("Site", "", "https://www.exemple.fr/")
    email: Email | None = optional("Courriel", "Une adresse de service, pas celle d’une personne.", "contact@exemple.fr")
    phone: Phone | None = optional("Téléphone", "", "03 22 00 00 00")
    logo: Logo | None = optional("Logo", "Son image et ce qu’elle montre.")
    networks: tuple[Annotated[Network, BeforeValidator(_network, json_schema_input_type=Text | Network)], ...] = optional(
        "Réseaux", "Un compte par entrée : son adresse suffit.", ["https://piaille.fr/@musee"], default=()
    )
    lends: Bool = optional("Prête des outils", "Alors ses outils sont au catalogue.", True, default=False)
    acronym: Text | None = optional("Sigle", "Celui que l’on connaît : la recherche le trouve, avec ou sans points.", "MNHN")
    opening_hours: Text | None = optional("Horaires", "", "du mardi au samedi, de 10 h à 18 h")
    closed: tuple[Closure, ...] = optional(
        "Fermetures",
        "Jours de la semaine, ou périodes, où aucun outil n’est remis.",
        [{"start": "2026-12-24"}],
        default=(),
    )
    getting_there: Text | None = optional("Venir", "Bus, gare, stationnement.", "À dix minutes à pied de la gare.")
    visit: Welcome | None = optional("Visite", "Si on la visite : c’est alors aussi un lieu de sortie.")
    accessibility: tuple[Access, ...] = optional("Accessibilité", "Handicaps pris en compte.", ["moteur"], default=())
    access_note: AccessNote | None = optional(
        "Précisions d’accès", "Ce qui est prévu, quand, qui appeler : 300 caractères au plus.", "Entrée de plain-pied côté jardin ; sonnez."
    )
    member: Membership | None = optional("Adhésion", "Depuis quand elle est membre de l’agence.")
    person: Bool = optional("Personne physique", "oui s’il s’agit d’une personne, non d’une structure.", True, default=False)
    consent: Annotated[Consent, BeforeValidator(_consent, json_schema_input_type=Bool | Consent)] | None = optional(
        "Accord", "oui si elle accepte de paraître dans l’annuaire ; sinon, seul son nom paraît là où l’on y fait référence."
    )

    needs: ClassVar[tuple[Need | Either, ...]] = (
        Need(
            ("place",),
            "Il manque « place » : où se trouve cette structure ?",
            "Ajoutez « place: » avec « name: » et « city: ».",
            when=Case("consent"),
        ),
    )
    """With consent, it stands on the map."""

    @property
    def listed(self) -> bool:
        """Whether it agreed to stand in the directory."""
        return self.consent is not None and self.consent.given
