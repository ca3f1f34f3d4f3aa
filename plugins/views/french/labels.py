"""French words for the values of the contract, one table each."""

from __future__ import annotations

from collections.abc import Iterable

from publishing.strings import _

KINDS = {
    "event": "Événement",
    "exhibition": "Outil itinérant",
    "article": "Article",
    "announcement": "Annonce",
    "resource": "Ressource",
    "organisation": "Structure",
    "programme": "Dossier",
    "page": "Page",
}
LISTS = {
    "event": "Agenda",
    "exhibition": "Outils itinérants",
    "article": "Articles",
    "announcement": "Annonces",
    "resource": "Ressources",
    "organisation": "Annuaire",
    "programme": "Dossiers",
}
ROLES = {
    "co-organisateur": "Co-organisation",
    "financeur": "Financement",
    "mecene": "Mécénat",
    "intervenant": "Intervention",
    "concepteur": "Conception",
    "comite": "Comité",
    "media": "Partenaires médias",
    "partenaire": "Partenaires",
}
ACCESS = {
    "auditif": "Handicap auditif",
    "visuel": "Handicap visuel",
    "psychique": "Handicap psychique",
    "moteur": "Handicap moteur",
    "intellectuel": "Handicap intellectuel",
}
STATUS = {
    "programme": "Programmé",
    "reprogramme": "Reprogrammé",
    "passe-en-ligne": "Passé en ligne",
    "reporte": "Reporté",
    "complet": "Complet",
    "annule": "Annulé",
}
STATUS_TONE = {"reprogramme": "moved", "passe-en-ligne": "online", "reporte": "moved", "complet": "full", "annule": "cancelled"}
MODES = {"sur-place": "Sur place", "en-ligne": "En ligne", "mixte": "Sur place et en ligne"}
FOR = {"tous": "", "public": "Tout public", "scolaires": "Scolaires"}
GROUPS = {"legere": "Expositions légères", "malle": "Malles, maquettes et jeux", "interactive": "Expositions interactives"}
CONDITIONS = {"bon": "Bon état", "a-reviser": "En révision", "retire": "Retiré du prêt"}
VEHICLES = {"voiture": "Voiture", "utilitaire": "Utilitaire", "camion": "Camion"}
PARTIES = {"emprunteur": "à la charge de l’emprunteur", "proprietaire": "à la charge du propriétaire", "partage": "partagé"}
PERIODS = {"pret": "par prêt", "semaine": "par semaine", "mois": "par mois"}
PUBLICS = {"tout-public": "Tout public", "scolaire": "Scolaires"}
LEVELS = {
    "ps": "petite section",
    "ms": "moyenne section",
    "gs": "grande section",
    "cp": "CP",
    "ce1": "CE1",
    "ce2": "CE2",
    "cm1": "CM1",
    "cm2": "CM2",
    "terminale": "terminale",
    "superieur": "enseignement supérieur",
    "cycle-1": "cycle 1",
    "cycle-2": "cycle 2",
    "cycle-3": "cycle 3",
    "cycle-4": "cycle 4",
    "elementaire": "élémentaire",
    "college": "collège",
    "lycee": "lycée",
}
"""Of a school, where the word is not the contract's own."""
PROVIDERS = {
    "brevo": "Brevo",
    "mailchimp": "Mailchimp",
    "listmonk": "Listmonk",
    "buttondown": "Buttondown",
    "sendy": "Sendy",
    "autre": "",
}
LANGUAGES = {
    "fr": "français",
    "en": "anglais",
    "nl": "néerlandais",
    "de": "allemand",
    "es": "espagnol",
    "it": "italien",
    "lsf": "langue des signes",
}


def label(table: dict[str, str], value: str) -> str:
    """The word for a value; the value itself where a region has its own."""
    return _(table[value]) if table.get(value) else value


def levels(values: Iterable[str]) -> str:
    """School levels in a sentence: « CM1, CM2, collège »."""
    words = ", ".join(label(LEVELS, value) for value in values)
    return words[:1].upper() + words[1:]
