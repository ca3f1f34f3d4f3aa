"""French words for the values of the contract, one table each."""

from __future__ import annotations

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
