"""The keys that kinds share: all of them, those that are sorted by theme, those that somebody publishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field, ValidationInfo, WithJsonSchema, field_validator

from contributions.fields.fields import Bool, Day, Named, Related, Slug, Text, key, optional
from contributions.fields.vocabulary import refuse_unknown
from contributions.models.groups import Contact, Document, Imported, Link, Model, Partner, Picture, Publisher, Result
from contributions.models.needs import Either, Need, unmet


def _theme(value: str, info: ValidationInfo) -> str:
    return refuse_unknown(value, "themes", info)


def _audience(value: str, info: ValidationInfo) -> str:
    return refuse_unknown(value, "audiences", info)


Theme = Annotated[str, AfterValidator(_theme), WithJsonSchema({"type": "string", "vocabulary": "themes"})]
Audience = Annotated[str, AfterValidator(_audience), WithJsonSchema({"type": "string", "vocabulary": "audiences"})]


class Common(Model):
    """Keys of all eight kinds."""

    kind: ClassVar[str]
    needs: ClassVar[tuple[Need | Either, ...]] = ()
    """What must be there because of another key's value."""

    title: Annotated[Text, Field(min_length=3, max_length=140)] = key(
        "Titre", "De 3 à 140 caractères.", "Nuit des chercheuses et des chercheurs"
    )
    summary: Annotated[Text, Field(max_length=200)] = key(
        "Résumé", "Une phrase, 200 caractères au plus : la carte, la recherche, le flux.", "Une soirée au milieu des étoiles"
    )
    updated: Day | None = optional("Mis à jour le", "Jour de la dernière mise à jour du texte.", "2026-12-01")
    lang: Annotated[Text, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = optional("Langue", "Code à deux lettres.", "fr", default="fr")
    audiences: Annotated[tuple[Audience, ...], Field(max_length=20)] = optional("Publics", "À qui cela s’adresse.", ["famille"], default=())
    keywords: Annotated[tuple[Text, ...], Field(max_length=30)] = optional(
        "Mots-clés", "Libres : ils aident la recherche.", ["marais", "oiseaux"], default=()
    )
    partners: Annotated[tuple[Partner, ...], Field(max_length=200)] = optional(
        "Partenaires", "Qui prend part, et à quel titre.", default=()
    )
    image: Picture | None = optional("Image", "La photo ou le dessin de la carte et du haut de la page.")
    images: Annotated[tuple[Picture, ...], Field(max_length=100)] = optional(
        "Autres images", "D’autres images, en bas de la page.", default=()
    )
    links: Annotated[tuple[Link, ...], Field(max_length=100)] = optional("Liens", "Des pages à voir ailleurs.", default=())
    documents: Annotated[tuple[Document, ...], Field(max_length=100)] = optional("Documents", "Des fichiers à télécharger.", default=())
    contact: Contact | None = optional("Contact", "À qui écrire : une adresse de service, pas celle d’une personne.")
    programmes: Annotated[tuple[Named, ...], Field(max_length=20)] = optional(
        "Dossiers", "Noms des dossiers dont la contribution fait partie.", ["fete-de-la-science-2026"], default=()
    )
    related: Annotated[tuple[Related, ...], Field(max_length=30)] = optional(
        "À voir aussi", "D’autres contributions : leur genre puis leur nom.", ["article/portrait"], default=()
    )
    aliases: Annotated[tuple[Text, ...], Field(max_length=100)] = optional(
        "Anciennes adresses", "Des adresses qui doivent mener à celle-ci.", ["/agenda/ancien-nom/"], default=()
    )
    id: Slug | None = optional(
        "Identifiant", "Ce que fut le nom du fichier avant d’être renommé : agendas et lecteurs de flux la reconnaissent.", "ancien-nom"
    )
    results: Annotated[tuple[Result, ...], Field(max_length=100)] = optional(
        "Bilan chiffré", "Ce que cela a donné : visiteurs, satisfaction…", default=()
    )
    pass_culture: Bool = optional("Pass Culture", "Proposé sur le pass Culture.", True, default=False)
    status: Literal["publie", "brouillon", "archive"] = optional(
        "État", "brouillon : publié nulle part ; archive : la page reste, les listes l’oublient.", "brouillon", default="publie"
    )
    visibility: Literal["public", "professionnels", "reserve"] = optional(
        "Visibilité", "professionnels ou reserve : montré, jamais proposé au grand public.", "professionnels", default="public"
    )
    featured: Bool = optional("À la une", "Mis en avant par la rédaction.", True, default=False)
    external_ids: dict[str, str] = Field(
        title="Identifiants ailleurs",
        description="Le nom du service, puis l’identifiant qu’il donne.",
        examples=[{"openagenda": "12345"}],
        default_factory=dict,
    )
    imported: Imported | None = optional("Importé de", "Écrit par les imports : à laisser tel quel.")
    review_by: Day | None = optional("À relire avant le", "Jour après lequel le texte est à vérifier.", "2027-06-30")

    @classmethod
    def incomplete(cls, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Which of its needs the raw front matter does not meet: (what is wrong, how to mend it).

        Separate from pydantic's validators, which stay silent once any field is wrong: all problems come in one run.
        """
        return unmet(cls.needs, values)


class Themed(Common):
    """Kinds that are sorted by theme and category: all but pages."""

    category: Annotated[Text, WithJsonSchema({"type": "string", "vocabulary": "categories"})] = key(
        "Catégorie", "Une seule, de la liste du genre."
    )
    themes: Annotated[tuple[Theme, ...], Field(min_length=1, max_length=3)] = key("Thèmes", "De un à trois.", ["astronomie"])

    @field_validator("category")
    @classmethod
    def _known_category(cls, value: str, info: ValidationInfo) -> str:
        return refuse_unknown(value, f"categories.{cls.kind}", info)


class Contributed(Themed):
    """Kinds that somebody publishes on a day: all but organisations and pages."""

    date: Day = key("Publié le", "Jour de publication.", "2026-11-21")
    organisation: Named | None = optional("Structure", "Qui publie : nom du fichier de sa fiche, sans .md.", "musee-de-la-craie")
    publisher: Publisher | None = optional("Éditeur", "Si qui publie n’a pas de fiche dans l’annuaire.")

    needs: ClassVar[tuple[Need | Either, ...]] = (
        Need(
            ("organisation", "publisher"),
            "Il manque « organisation » ou « publisher » : qui publie ?",
            "Ajoutez « organisation: nom-de-la-fiche », ou « publisher: » avec « name: ».",
        ),
    )
