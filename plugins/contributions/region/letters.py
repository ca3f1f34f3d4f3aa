"""The letters of a hub beside the weekly one: whom each is for, how often it comes, and what its sections hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from contributions.fields.fields import Bool, Slug, Text, key, optional, wrong
from contributions.fields.vocabulary import did_you_mean
from contributions.models.groups import Contact, Model, Role
from contributions.problems.problem import Finding, Fix, Location
from contributions.region.hub_values import KindName
from contributions.words.spelling import spelt_alike


def _thanked(value: Any) -> Any:
    """One word stands for all who finance what is told of, and those of hub.yml; whoever else is thanked is a list."""
    if isinstance(value, str) and value != "partners":
        raise wrong("E109", f"« {value} » n’est pas une valeur connue ici.", f"Écrivez « thanks: partners », ou « thanks: [{value}] ».")
    return value


class LetterSection(Model):
    """A heading of a letter, and what stands below it: all that fits each of its conditions."""

    title: Text = key("Titre", "", "À voir ce mois-ci")
    kinds: tuple[KindName, ...] = optional("Genres", "", ["event"], default=())
    categories: tuple[Text, ...] = optional("Catégories", "", ["atelier"], default=())
    programmes: tuple[Slug, ...] = optional("Dossiers", "", ["fete-de-la-science-2026"], default=())
    roles: tuple[Role, ...] = optional("Rôles de partenaires", "", ["financeur"], default=())
    new: Bool = optional("Nouveautés seulement", "", True, default=False)


class PeriodicLetter(Model):
    """A letter; what is left out of departments, themes and audiences leaves nothing out."""

    name: Text = key("Nom")
    tagline: Text | None = optional("Accroche")
    every: Literal["semaine", "mois", "trimestre", "libre"] = optional("Rythme", default="semaine")
    departments: tuple[Text, ...] = optional("Départements", default=())
    themes: tuple[Text, ...] = optional("Thèmes", default=())
    audiences: tuple[Text, ...] = optional("Publics", default=())
    sections: tuple[LetterSection, ...] = key("Rubriques", min_length=1)
    thanks: Annotated[Literal["partners"] | tuple[Text, ...], BeforeValidator(_thanked)] = optional("Remerciements", default=())
    contact: Contact | None = optional("Contact")
    notice: Text | None = optional("Mention")


def unknown_words(letters: Mapping[str, PeriodicLetter], words: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
    """Findings about words of letters that the hub's vocabularies do not hold: departments, themes, audiences, categories."""
    for slug, letter in letters.items():
        for name in ("departments", "themes", "audiences"):
            yield from _unknown(getattr(letter, name), words[name], ("letters", slug, name))
        for number, section in enumerate(letter.sections):
            yield from _unknown(section.categories, words["categories"], ("letters", slug, "sections", number, "categories"))


def _unknown(written: tuple[str, ...], known: Mapping[str, Any], location: Location) -> Iterator[Finding]:
    for index, word in enumerate(written):
        if word not in known:
            sure = spelt_alike(word, known)
            message = f"« {word} » n’est pas une valeur connue ici."
            yield Finding("E109", message, did_you_mean(word, known), (*location, index), fix=Fix(sure) if sure else None)
