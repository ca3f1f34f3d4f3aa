"""The groups of keys that kinds share: links, pictures, places, partners, prices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, WithJsonSchema, field_validator

from contributions.fields.fields import Bool, Day, Email, File, Named, Number, Phone, Text, Url, key, optional, wrong
from contributions.models.needs import Choice, Either, Need
from contributions.words.alternatives import a_file_name, named_after_a_file

Role = Literal["co-organisateur", "financeur", "mecene", "intervenant", "concepteur", "comite", "media", "partenaire"]


class Model(BaseModel):
    """Frozen values; an unknown key is an error."""

    # Validators are built when first needed: a build of what was read before needs none.
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


def _alternative(value: str) -> str:
    if named_after_a_file(value):
        found = a_file_name(value)
        raise wrong(found.code, found.message, found.repair)
    return value


Alternative = Annotated[Text, AfterValidator(_alternative)]
"""What a picture shows, in words."""


IDENTIFIER = r"^[A-Za-z0-9_-]+$"
"""Of a slot or a loan, in its calendar entry."""


AccessNote = Annotated[Text, Field(max_length=300)]
"""What is done for whom, when, and whom to call."""


def not_below(least: str) -> Callable[[Any, ValidationInfo], Any]:
    """A validator of a number: that it is not less than another of its group, which stands before it."""

    def checked(value: Any, info: ValidationInfo) -> Any:
        bound = info.data.get(least)
        if value is not None and bound is not None and value < bound:
            raise wrong("E114", f"« {info.field_name} » est inférieur à « {least} ».", "Échangez les deux nombres.")
        return value

    return checked


class Link(Model):
    """A link with the words that carry it."""

    label: Text = key("Intitulé", "Ce que l’on trouve derrière le lien.", "Dossier pédagogique")
    url: Url = key("Adresse", "L’adresse entière.", "https://www.exemple.fr/dossier")


def _below(folder: str, name: str) -> str:
    return name if name.startswith(f"{folder}/") else f"{folder}/{name}"


def image_path(name: str) -> str:
    """The path below content/ of an image that is named with or without its folder: « images/a.jpg »."""
    return _below("images", name)


def document_path(name: str) -> str:
    """The same of a document: « documents/a.pdf »."""
    return _below("documents", name)


class Document(Model, Choice):
    """A document to download: a file of content/documents/ or an address."""

    needs: ClassVar[tuple[Need | Either, ...]] = (
        Need(("url", "file"), "Ce document n’a ni « url » ni « file ».", "Ajoutez l’une des deux clés."),
    )

    label: Text = key("Intitulé", "Ce que l’on télécharge.", "Dossier de presse (PDF)")
    url: Url | None = optional("Adresse", "Si le document est ailleurs sur le web.", "https://www.exemple.fr/dossier.pdf")
    file: File | None = optional("Fichier", "Chemin depuis content/.", "documents/dossier.pdf")

    @property
    def path(self) -> str | None:
        """Its path below content/, if it is a file."""
        return document_path(self.file) if self.file else None


class Picture(Model):
    """An image of content/images/, its text alternative and its credit."""

    src: File = key("Fichier", "Chemin depuis content/.", "images/atelier.jpg")
    alt: Alternative = key("Texte alternatif", "Ce que montre l’image, pour qui ne la voit pas.", "Deux enfants devant un microscope")
    credit: Text = key("Crédit", "L’auteur ou l’autrice de l’image.", "Musée de Desvres")
    licence: Text | None = optional("Licence", "Celle que son auteur ou autrice a choisie.", "CC BY 4.0")
    focus: Text | None = optional("Point d’intérêt", "Ce qui doit rester visible si l’image est recadrée.", "haut")

    @property
    def path(self) -> str:
        """Its path below content/."""
        return image_path(self.src)


class Partner(Model, Choice):
    """Somebody who takes part, by slug or by name, and in which role."""

    needs: ClassVar[tuple[Need | Either, ...]] = (
        Need(("organisation", "name"), "Ce partenaire n’a ni « organisation » ni « name ».", "Ajoutez l’une des deux clés."),
    )

    organisation: Named | None = optional("Structure", "Nom du fichier de sa fiche dans l’annuaire, sans .md.", "musee-de-la-craie")
    name: Text | None = optional("Nom", "Si elle n’a pas de fiche.", "Radio Plateau")
    role: Role = key("Rôle", "Ce qu’elle apporte.", "partenaire")


class Imported(Model):
    """Where an import took it from, and what it wrote: an edit by hand is seen by it, and kept."""

    from_: Text = key("Source", "Le service d’où vient la contribution.", "openagenda", alias="from")
    id: Text = key("Identifiant", "Celui que la source lui donne.", "12345")
    of: Text | None = optional("Ensemble", "Lequel des agendas, fichiers ou flux de cette source, en bref.", "7b20e4")
    on: Day = key("Le", "Jour de l’import.", "2026-11-20")
    digest: Text = key("Empreinte", "Ce que l’import a écrit, en bref : il reconnaît ainsi ce qui fut corrigé à la main.", "3f9a1c")


class Publisher(Model):
    """Who publishes, when it has no file of its own among the organisations."""

    name: Text = key("Nom", "Tel qu’il paraîtra.", "Universcience")
    url: Url | None = optional("Site", "", "https://www.universcience.fr/")


class Town(Model):
    """A place by its town; the region's list of communes gives department and coordinates."""

    name: Text | None = optional("Nom du lieu", "", "Médiathèque du Moulin")
    address: Text | None = optional("Adresse", "", "12 rue des Tanneurs")
    postcode: Annotated[Text, Field(pattern=r"^\d{5}$")] | None = optional(
        "Code postal", "Seulement si deux communes ont le même nom.", "80100"
    )
    city: Text = key("Commune", "Le département et le point sur la carte s’en déduisent.", "Abbeville")
    insee: Annotated[Text, Field(pattern=r"^(\d{5}|2[AB]\d{3})$")] | None = optional(
        "Code INSEE", "Si deux communes ont le même nom.", "80001"
    )
    lat: Annotated[Number, Field(ge=-90, le=90)] | None = optional("Latitude", "Degrés, WGS 84.", 50.1067)
    lon: Annotated[Number, Field(ge=-180, le=180)] | None = optional("Longitude", "Degrés, WGS 84.", 1.8340)


class Place(Town):
    """A place that has a name."""

    name: Text = key("Nom du lieu", "Comme on le dit sur place.", "Médiathèque du Moulin")


class Contact(Model):
    """Whom to ask: a role address rather than a person's."""

    name: Text | None = optional("Nom ou service", "", "Accueil du musée")
    email: Email | None = optional("Courriel", "Une adresse de service.", "contact@exemple.fr")
    phone: Phone | None = optional("Téléphone", "Celui d’un service.", "03 22 00 00 00")
    url: Url | None = optional("Page de contact", "", "https://www.exemple.fr/contact")


Counted = Literal["visiteurs", "participants", "etablissements", "classes", "ateliers", "satisfaction", "relais-presse", "autre"]


class Result(Model):
    """What came of it: a figure with its unit and where it comes from."""

    label: Text = key("Intitulé", "Ce qui est compté.", "Visiteurs")
    value: Number = key("Valeur", "Le nombre seul.", 14525)
    unit: Text | None = optional("Unité", "", "personnes")
    measure: Counted = optional("Ce qui est compté", "Les sommes se font par mesure ; autre : dans aucune.", "visiteurs", default="autre")
    public: Literal["tout-public", "scolaire"] | None = optional("Public", "", "tout-public")
    method: Literal["compte", "estime"] | None = optional("Méthode", "compte si compté, estime si estimé.", "compte")
    source: Text | None = optional("Source", "D’où vient le chiffre.", "Billetterie")


Years = Annotated[Number, Field(ge=0, le=120), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 120})]


class Age(Model):
    """Ages in years, both included."""

    min: Years | None = optional("À partir de", "En années.", 8)
    max: Years | None = optional("Jusqu’à", "En années, compris.", 14)

    _in_order = field_validator("max")(not_below("min"))


class Price(Model):
    """Free or not, and in the contributor's words."""

    free: Bool = key("Gratuit", "Rien à payer.", True)
    text: Text | None = optional("Tarif", "En quelques mots, si l’entrée se paie.", "4 €, gratuit pour les moins de 12 ans")
