"""Addresses and telephone numbers that are most likely a person's: told, so that nobody is published unawares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contributions.problems.problem import Finding
from contributions.words.folding import ascii_of
from contributions.words.names import FIRST_NAMES, INSTITUTIONS

EMAIL = re.compile(
    r"(?<![\w.+-])(?P<box>(?:[a-z]+(?:-[a-z]+)?|[a-z])(?:\.[a-z]+(?:-[a-z]+)?){0,3}\.[a-z]{2,}(?:-[a-z]+)?)@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
"""« prenom.nom@… », « p.nom@… », with what stands before."""
MOBILE = re.compile(r"(?<![\d/=])(?:0|\+33[ .]?(?:\(0\)[ .]?)?)[67](?:[ .-]?\d\d){4}(?!\d)")
PROVIDERS = "aol|bbox|free|gmail|gmx|hotmail|icloud|laposte|live|mac|me|msn|neuf|orange|outlook|proton|protonmail|sfr|wanadoo|yahoo|ymail"
PRIVATE = re.compile(rf"(?<![\w.+-])(?P<box>[\w.+-]+)@(?:{PROVIDERS})\.[a-z]{{2,4}}(?:\.[a-z]{{2}})?\b", re.IGNORECASE)
"""An address with one of those who give them to everybody: a person's, unless it says whose service it is."""
FIRST_NAMED = re.compile(r"(?<![\w.+-])(?:(?P<box>[\w+-]+)@[\w-]+(?:\.[\w-]+)+|@(?P<account>[\w.-]{2,}))")
WITHOUT_ZERO = re.compile(r"(?<![\d.,])[67]\d{8}(?![\d.,]\d|\d)")
SERVICES = frozenset(
    "accueil action actions adherents administration agence aide animation animations archives asso association associations "
    "atelier ateliers benevolat benevoles bibliotheque bibliotheques billetterie bonjour boutique bureau centre cnrs collections "
    "college colleges com communication comptabilite conservation contact contacts coordination cpie crous culture culturel "
    "direction documentation ecoles ecomusee education enfance enseignants environnement equipe escale etudiants evenement "
    "evenements exposition expositions familles fds festival festivals fete formation groupes hello ifremer info infos inrae inria "
    "inscription inscriptions inserm jeune jeunesse labo laboratoire lettre logistique loisirs lycee lycees mairie mediatheque "
    "mediatheques mediation mjc musee musees museum newsletter noreply numerique office partenariats patrimoine planetarium "
    "prefecture presidence presse pret prets programmation projets public publics recherche redaction regie reservation "
    "reservations science sciences scolaire scolaires secretariat sejours service services site spectacles stages support technique "
    "tourisme univ universite vacances ville visite visites webmaster".split()
)
"""Words of addresses that belong to a service; no family is called so."""
PLACES = INSTITUTIONS | frozenset(
    "academie aeronautique agglo aquarium archive astro astronomie baie base beffroi biologie botanique chateaux chimie citadelle "
    "clubs commune communes coupole eau espaces etoile etoiles fermes foret fort geologie gite histoire jardins "
    "mathematiques maths mer metropole mine mines moulins nature parcs physique planetariums pnr poles reserve saint sainte sante "
    "sejour spectacle stage terre terres tours ufr vie villages villes web zoo".split()
)
"""Words of the addresses of places and societies; families are called so, too: « jean.moulin@… »."""
ARTICLES = frozenset("au aux de des du en la le les nos notre sous sur un une".split())
"""What the name of a place begins with: « la.coupole@… »; within the name of a person, it stands behind another word."""


def personal_email(text: str) -> Iterator[tuple[int, Finding]]:
    """The addresses in a text that name a person, each with where it begins."""
    for found in EMAIL.finditer(text):
        if not _of_a_service(found["box"]):
            repair = "Préférez l’adresse d’un service, ou assurez-vous de l’accord de cette personne."
            yield found.start(), Finding("W606", f"« {found[0]} » semble être l’adresse d’une personne.", repair)


def private_email(text: str) -> Iterator[tuple[int, Finding]]:
    """The addresses in a text that anybody may have and that name no service, each with where it begins."""
    for found in PRIVATE.finditer(text):
        if not EMAIL.fullmatch(found[0]) and not _of_a_service(found["box"]):
            repair = "Préférez l’adresse d’un service, ou assurez-vous de l’accord de cette personne."
            yield found.start(), Finding("W606", f"« {found[0]} » semble être l’adresse d’une personne.", repair)


def _of_a_service(box: str) -> bool:
    """Whether what stands before « @ » names a service, a place or a society: behind a first name, or a letter for it, only a service."""
    first, *others = re.split(r"[._+-]", box.lower())
    if not SERVICES.isdisjoint((first, *others)):
        return True
    return len(first) > 1 and first not in FIRST_NAMES and (first in ARTICLES or not PLACES.isdisjoint((first, *others)))


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
