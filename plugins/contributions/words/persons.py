"""Addresses and telephone numbers that are most likely a person's: told, so that nobody is published unawares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contributions.problems.problem import Finding
from contributions.words.folding import ascii_of
from contributions.words.names import FIRST_NAMES

EMAIL = re.compile(r"\b(?P<name>[a-z]+(?:-[a-z]+)?|[a-z])\.(?P<family>[a-z]{2,}(?:-[a-z]+)?)@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
"""« prenom.nom@… », « p.nom@… »"""
MOBILE = re.compile(r"(?<![\d/=])(?:0|\+33[ .]?(?:\(0\)[ .]?)?)[67](?:[ .-]?\d\d){4}(?!\d)")
PROVIDERS = "aol|bbox|free|gmail|gmx|hotmail|icloud|laposte|live|mac|me|msn|neuf|orange|outlook|proton|protonmail|sfr|wanadoo|yahoo|ymail"
PRIVATE = re.compile(rf"(?<![\w.+-])(?P<box>[\w.+-]+)@(?:{PROVIDERS})\.[a-z]{{2,4}}(?:\.[a-z]{{2}})?\b", re.IGNORECASE)
"""An address with one of those who give them to everybody: a person's, unless it says whose service it is."""
FIRST_NAMED = re.compile(r"(?<![\w.+-])(?:(?P<box>[\w+-]+)@[\w-]+(?:\.[\w-]+)+|@(?P<account>[\w.-]{2,}))")
WITHOUT_ZERO = re.compile(r"(?<![\d.,])[67]\d{8}(?![\d.,]\d|\d)")
ROLES = frozenset(
    "accueil action actions administration agence animation animations association asso atelier ateliers billetterie bibliotheque "
    "bonjour bureau centre communication com contact contacts culture culturel coordination direction education equipe escale evenement "
    "evenements exposition expositions fds fete formation groupes hello infos info inscription inscriptions jeune jeunesse labo "
    "laboratoire lettre mairie mediation mediatheque musee museum newsletter office patrimoine planetarium prefecture presse pret prets "
    "programmation public publics reservation reservations redaction scolaire scolaires science sciences secretariat service services "
    "site tourisme universite univ ville visite visites webmaster".split()
)
"""Words of addresses that belong to a service."""


def personal_email(text: str) -> Iterator[tuple[int, Finding]]:
    """The addresses in a text that name a person, each with where it begins."""
    for found in EMAIL.finditer(text):
        if not ROLES & {*re.split("-", found["name"].lower()), *re.split("-", found["family"].lower())}:
            repair = "Préférez l’adresse d’un service, ou assurez-vous de l’accord de cette personne."
            yield found.start(), Finding("W606", f"« {found[0]} » semble être l’adresse d’une personne.", repair)


def private_email(text: str) -> Iterator[tuple[int, Finding]]:
    """The addresses in a text that anybody may have and that name no service, each with where it begins."""
    for found in PRIVATE.finditer(text):
        if not EMAIL.fullmatch(found[0]) and not any(role in re.split(r"[._+-]", found["box"].lower()) for role in ROLES):
            repair = "Préférez l’adresse d’un service, ou assurez-vous de l’accord de cette personne."
            yield found.start(), Finding("W606", f"« {found[0]} » semble être l’adresse d’une personne.", repair)


def first_named(text: str) -> Iterator[tuple[int, Finding]]:
    """The addresses, and the accounts of networks, in a text that have a first name for a name: « julie@mairie.fr », « @julie_m »."""
    for found in FIRST_NAMED.finditer(text):
        if FIRST_NAMES & set(re.split(r"[._+\d-]+", ascii_of(found["box"] or found["account"]))):
            yield found.start(), Finding("W606", f"« {found[0]} » semble être l’adresse d’une personne.", "Préférez celle d’un service.")


def bare_phone(text: str) -> Iterator[tuple[int, Finding]]:
    """The mobile numbers that lost their zero, as a spreadsheet takes it."""
    for found in WITHOUT_ZERO.finditer(text):
        yield found.start(), Finding("W607", f"« {found[0]} » semble être le numéro d’une personne.", "Préférez celui d’un service.")


def personal_phone(text: str) -> Iterator[tuple[int, Finding]]:
    """The mobile numbers in a text, each with where it begins."""
    for found in MOBILE.finditer(text):
        repair = "Préférez le numéro d’un service, ou assurez-vous de l’accord de cette personne."
        yield found.start(), Finding("W607", f"« {found[0]} » semble être le numéro d’une personne.", repair)
