"""How the form is laid out: its kinds, its sections, the keys it leaves out and why, and the words for values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from views.french import labels


@dataclass(frozen=True, slots=True)
class Offered:
    """A kind that one proposes: the last part of its address, what it is called, a sentence on it, and what its text may say."""

    slug: str
    label: str
    sentence: str
    body: str


OFFERED: Mapping[str, Offered] = {
    "event": Offered(
        "evenement",
        "Un événement",
        "Un atelier, une conférence, une visite, un festival : ce à quoi l’on se rend un jour donné, sur place ou en ligne.",
        "Ce qui attend le public, pour qui, dans quel ordre, ce qu’il faut apporter.",
    ),
    "exhibition": Offered(
        "outil",
        "Un outil itinérant",
        "Une exposition, une malle, une maquette, un jeu ou un planétarium que votre structure prête.",
        "Ce que l’on y découvre, comment on s’en sert, ce que disent ceux qui l’ont accueilli.",
    ),
    "article": Offered(
        "article",
        "Un article",
        "Une actualité, un portrait, un entretien, un reportage, un retour d’expérience.",
        "Votre texte.",
    ),
    "announcement": Offered(
        "annonce",
        "Une annonce",
        "Un appel, un emploi, un stage, du matériel à donner : ce à quoi l’on répond avant un jour donné.",
        "Ce qui est proposé, à qui, et comment répondre.",
    ),
    "resource": Offered(
        "ressource",
        "Une ressource",
        "Une fiche, une vidéo, un podcast, une étude, ou une intervention à la demande.",
        "Ce que l’on y trouve et à quoi cela sert.",
    ),
    "organisation": Offered(
        "structure",
        "Une structure",
        "La fiche de votre musée, médiathèque, association, laboratoire ou entreprise dans l’annuaire.",
        "Qui vous êtes et ce que vous faites pour partager les sciences.",
    ),
    "programme": Offered(
        "dossier",
        "Un dossier",
        "Un festival, un parcours, une formation, un concours, un réseau : ce qui réunit plusieurs contributions.",
        "Ce qui est proposé, à qui, comment y prendre part.",
    ),
}
"""In the order in which the first page offers them."""


@dataclass(frozen=True, slots=True)
class Section:
    """Keys that stand together under a heading. The open ones show at once, the others are unfolded by whoever needs them."""

    title: str
    keys: tuple[str, ...]
    open: bool = False
    help: str = ""


def _keys(words: str) -> tuple[str, ...]:
    return tuple(words.split())


SECTIONS: tuple[Section, ...] = (
    Section("L’essentiel", _keys("title summary category themes audiences date expires"), open=True),
    Section("Qui publie", _keys("organisation publisher"), open=True),
    Section("Quand", _keys("slots"), open=True),
    Section("Où", _keys("mode place online_url"), open=True),
    Section("Où la trouver", _keys("url file"), open=True),
    Section("Accord", _keys("consent"), open=True),
    Section(
        "Répétition",
        _keys("recurrence"),
        help="À la place des dates ci-dessus, pour ce qui revient souvent. Si vous hésitez, ajoutez plutôt des dates.",
    ),
    Section("Dates et édition", _keys("edition start end deadline year acquired content_updated")),
    Section("Public", _keys("age school_levels level minutes languages accessibility access_note outdoors visibility")),
    Section("Tarif et réservation", _keys("price booking school_booking pass_culture")),
    Section("Contact et site", _keys("contact website email phone opening_hours closed getting_there networks acronym visit lends")),
    Section("Conditions de prêt", _keys("loan insurance transport area")),
    Section("Contenu et format", _keys("contents format versions setup")),
    Section("Images", _keys("image images logo"), help="Joignez les fichiers à votre envoi : la dernière étape dit comment."),
    Section("Liens et documents", _keys("links documents")),
    Section("Partenaires, auteurs et autrices", _keys("authors designers partners coordinator leaders label licence")),
    Section("Lieux", _keys("places")),
    Section("Rattachement", _keys("programmes parent exhibition related")),
    Section("Bilan chiffré", _keys("results"), help="Si c’est déjà passé : visiteurs, séances, satisfaction."),
)
"""Every kind takes its own keys of each; a key that stands nowhere comes last, under OTHERS."""

OTHERS = "Autres précisions"

LEFT_OUT: Mapping[str, str] = {
    "updated": "a proposal is new",
    "lang": "nearly everything is in the region's language",
    "aliases": "a new page has no old address",
    ".id": "a new file has a name of its own",
    "status": "what is proposed is to be published; the editor decides",
    "featured": "the editor's choice",
    "external_ids": "known after publication elsewhere",
    "review_by": "the editor's reminder",
    "imported": "written by imports",
    "event_status": "a new event is on; what changes is changed in its file",
    "previous_start": "the same",
    "sequence": "the same",
    "condition": "a tool that is offered is in good order",
    "retired_on": "the same",
    "availability_on": "said of the loans, once they are noted in the file",
    "loans": "the owner's diary, kept in the file",
    "member": "the agency knows its members",
    "person": "the directory is of structures; the editor tells the exceptions",
    "insee": "the postcode settles which town is meant",
    "lat": "the town has a point; a finer one is for the file",
    "lon": "the same",
    "focus": "a cut of the image is seen after publication",
    "slots.*.id": "for calendars that were sent already",
    "slots.*.status": "a new showing is on",
    "booking.left": "changes every day",
}
"""Keys, or paths, that the form does not ask, each with the reason; what begins with a point is a key of the contribution itself."""

CONTROLS: Mapping[str, str] = {"summary": "area", "slots.*.start": "moment", "slots.*.place": "fold", "versions.*.format": "fold"}
"""Where another control serves better than that of the type."""

REFERENCES: Mapping[str, str] = {
    "organisation": "organisation",
    "coordinator": "organisation",
    "programmes": "programme",
    "parent": "event",
    "exhibition": "exhibition",
}
"""Keys that name a contribution, and of which kind."""

VOCABULARIES: Mapping[str, str] = {"themes": "themes", "audiences": "audiences", "area": "departments"}
"""Keys whose values the region chooses."""

ONE: Mapping[str, str] = {
    "slots": "une date", "except": "un jour", "partners": "un partenaire", "images": "une image", "links": "un lien",
    "documents": "un document", "results": "un chiffre", "places": "un lieu", "programmes": "un dossier", "networks": "un réseau",
    "contents": "un élément", "versions": "une version", "closed": "une fermeture", "leaders": "un porteur de projet",
}  # fmt: skip
"""What a row of each key is called, to add one and to number them."""

AGAIN: Mapping[str, str] = {"slots": "Ajouter la même, une semaine plus tard"}
"""Rows of days that often come back, and the words to add the next one."""

HELPS: Mapping[str, str] = {
    "slots": "Une date, ou plusieurs : toutes avec une heure, ou toutes sans.",
    "slots.*.start": "Laissez l’heure vide si elle n’est pas connue.",
    "slots.*.end": "Facultative. Un jour seul est compris.",
    "organisation": "Votre structure, si elle a une fiche dans l’annuaire.",
    "publisher": "Seulement si votre structure n’est pas dans la liste.",
    "date": "Aujourd’hui, sauf si la page doit paraître plus tard.",
    "place.city": "Le nom de la commune suffit.",
    "place.postcode": "Utile si deux communes ont le même nom.",
    "parent": "Le festival ou le village dont votre événement fait partie.",
    "related": "Genre et nom d’autres pages du site, une par ligne.",
    "category": "",
    "slots.*.for": "",
    "recurrence": "",
    "recurrence.rule": "FREQ=WEEKLY;BYDAY=TU;COUNT=10 : chaque mardi, dix fois (RFC 5545).",
    "visibility": "",
    "keywords": "Un par ligne.",
    "authors": "Un nom par ligne.",
    "designers": "Un nom par ligne.",
    "image.src": "Le nom du fichier, que vous joindrez à votre envoi.",
    "images.*.src": "Le nom du fichier, que vous joindrez à votre envoi.",
    "logo.src": "Le nom du fichier, que vous joindrez à votre envoi.",
    "documents.*.file": "Le nom du fichier, que vous joindrez à votre envoi, s’il n’est pas sur le web.",
    "file": "Le nom du fichier, que vous joindrez à votre envoi, s’il n’est pas sur le web.",
    "area": "",
    "results.*.method": "",
    "results.*.measure": "Si c’est l’un de ces comptes, il entre dans les bilans.",
    "consent": "Votre structure paraît dans l’annuaire si elle en est d’accord.",
}
"""What is told at a path instead of the model's help, which speaks of the file."""

WORDS: Mapping[str, Mapping[str, str]] = {
    "role": labels.ROLES,
    "accessibility": labels.ACCESS,
    "mode": labels.MODES,
    "for": {**labels.FOR, "tous": "Tout le monde"},
    "vehicle": labels.VEHICLES,
    "per": labels.PERIODS,
    "by": {"emprunteur": "L’emprunteur", "proprietaire": "Le propriétaire", "partage": "Les deux"},
    "public": labels.PUBLICS,
    "levels": labels.LEVELS,
    "school_levels": labels.LEVELS,
    "measure": {
        "visiteurs": "Des visiteurs",
        "participants": "Des participants",
        "etablissements": "Des établissements",
        "classes": "Des classes",
        "ateliers": "Des ateliers",
        "satisfaction": "La satisfaction",
        "relais-presse": "Des articles de presse",
        "autre": "Autre chose",
    },
    "state": {"labellise": "Labellisé", "annule": "A renoncé"},
    "method": {"compte": "Compté", "estime": "Estimé"},
    "visibility": {"public": "Tout le monde", "professionnels": "Professionnels", "reserve": "Groupe inscrit"},
}
"""The words for the values of a key, wherever it stands."""
