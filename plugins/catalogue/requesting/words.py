"""What the scripts of the request say, in French: `{…}` stands for what they put in; of what is counted, the two forms stand in a list."""

from __future__ import annotations

from collections.abc import Mapping

from catalogue.requesting.evaluation import MARKS, QUESTIONS, RATING, RECEIVED
from catalogue.requesting.fields import BORROWERS, TRANSPORT
from contributions.region.hub import Hub
from publishing.strings import _
from views.french.dates import MONTHS, WEEKDAYS

LABELS: Mapping[str, str] = {
    "borrower": "structure",
    "borrower_category": "sorte de structure",
    "city": "commune",
    "email": "courriel ou téléphone",
}
"""What stands between brackets in a message where it is not said yet."""


def request_words(hub: Hub) -> dict[str, object]:
    """Those of the request, by the room that says them."""
    return {
        "dates": _dates(),
        "verdict": _verdict(),
        "page": _page(),
        "ways": _ways(hub),
        "message": _message(),
        "values": {"borrower_category": _all(BORROWERS), "transport": _all(TRANSPORT), "audiences": dict(hub.audiences)},
    }


def outcome_words(hub: Hub) -> dict[str, object]:
    """Those of what comes back after a loan, with the questions and their rows."""
    return {
        "dates": _dates(),
        "page": _tools(),
        "ways": _ways(hub),
        "questions": [
            {"name": question.name, "answers": [[value, row] for value, _word, row in question.answers]} for question in QUESTIONS
        ],
        "received": RECEIVED,
        "rating": RATING,
        "row": {
            "received": "questionnaires",
            "marks": _("sur {most}").format(most=MARKS),
            "one": _("Questionnaire d’un emprunteur, {month}"),
            "rated": _("1 réponse, questionnaire d’un emprunteur, {month}"),
            "counts": _("1 réponse sur 1, questionnaire d’un emprunteur, {month}"),
            "counts_not": _("0 réponse sur 1, questionnaire d’un emprunteur, {month}"),
        },
        "message": {
            "subject": _("Bilan du prêt : {title}"),
            "hello": _("Bonjour,"),
            "told": _("Voici le bilan du prêt de « {title} »."),
            "loan": _("À noter dans le prêt :"),
            "table": _("À ajouter au tableau des évaluations de l’année :"),
            "thanks": _("Merci pour ce prêt."),
        },
    }


def contact(hub: Hub) -> str:
    """Where the editors are reached."""
    return hub.contact.email if hub.contact else hub.editor.email


def _tools() -> dict[str, object]:
    return {
        "unknown": _("« {slug} » n’est pas au catalogue : laissé de côté."),
        "hostile": _("« {slug} » n’est pas le nom d’un outil : ignoré."),
        "failed": _("« {slug} » n’a pas pu être lu : vérifiez votre connexion, puis rechargez la page."),
    }


def _all(table: Mapping[str, str]) -> dict[str, str]:
    return {value: _(label) for value, label in table.items()}


def _dates() -> dict[str, object]:
    return {
        "weekdays": [_(name) for name in WEEKDAYS],
        "months": [_(name) for name in MONTHS],
        "first": _("1er"),
        "one": _("le {day}"),
        "several": _("du {first} au {last}"),
        "days": [_("{n} jour"), _("{n} jours")],
        "numbers": _("un deux trois quatre cinq six sept huit neuf dix").split(),
    }


def _verdict() -> dict[str, object]:
    return {
        "free": _("Libre {days} ({length})."),
        "copies_free": _("{n} exemplaires libres {days} ({length})."),
        "told": _("Disponibilités données le {day} par le propriétaire, qui confirme."),
        "undated": _("Donnez vos dates."),
        "half": _("Donnez aussi le dernier jour."),
        "backwards": _("Le dernier jour est avant le premier."),
        "withdrawn": _("N’est plus prêté."),
        "repair": _("En révision : son propriétaire ne le prête pas en ce moment."),
        "unconfirmed": _("À demander : le propriétaire n’a pas dit ses prêts depuis le {day}."),
        "never": _("À demander : le propriétaire n’a pas dit ses prêts."),
        "unknown": _("À demander : rien n’est encore dit au-delà du {day}."),
        "between": _("Se prête de {least} à {most} jours : vous en demandez {n}."),
        "exactly": _("Se prête {length} : vous en demandez {n}."),
        "short": _("Se prête {length} au moins : vous en demandez {n}."),
        "long": _("Se prête {length} au plus : vous en demandez {n}."),
        "past": _("Ce jour est passé."),
        "soon": _("Demandez au moins {length} avant : le prêt peut commencer le {day}."),
        "shut_weekly": _("Le propriétaire est fermé le {weekday} : ni départ, ni retour."),
        "shut": _("Le propriétaire est fermé {days} : ni départ, ni retour."),
        "taken": _("Pris {days}"),
        "option": _("En option {days}"),
        "maintenance": _("En maintenance {days}"),
        "after": _(", puis {gap} de remise en état"),
        "before": _(", et {gap} avant pour la remise en état"),
        "came": _("Entre dans le fonds de son propriétaire le {day}."),
        "left": _("Quitte le fonds de son propriétaire le {day}."),
        "copy": _("Exemplaire {n} : {reason}"),
        "few": [_("{n} exemplaire libre sur les {asked} demandés."), _("{n} exemplaires libres sur les {asked} demandés.")],
        "asked": _("Déjà demandé plus haut pour ces dates."),
        "next": _("Prendre {days} ({length})"),
        "none": _("Rien de libre pour cette durée d’ici le {day}."),
    }


def _page() -> dict[str, object]:
    return {
        "count": [_("{n} outil dans la demande"), _("{n} outils dans la demande")],
        **_tools(),
        "withdrawn": _("« {title} » n’est plus prêté : laissé de côté."),
        "many": _("{n} outils au plus dans une demande : les autres sont laissés de côté."),
        "left_out": [
            _("{n} outil n’est dans aucun message : voyez ce qui en est dit."),
            _("{n} outils ne sont dans aucun message : voyez ce qui en est dit."),
        ],
        "reach": _("courriel ou téléphone"),
        "review": _("Après le prêt, le bilan de « {title} »"),
    }


def _ways(hub: Hub) -> dict[str, object]:
    return {
        "contact": contact(hub),
        "heading": _("Message pour {owner}"),
        "to": _("À {to}"),
        "no_mail": _("Son adresse n’est pas publique : passez par"),
        "no_way": _("Ce propriétaire ne publie aucune adresse : confiez votre message à la rédaction, {contact}."),
        "elsewhere": _("Collez ici le message que vous avez copié."),
    }


def _message() -> dict[str, object]:
    return {
        "subject": _("Demande de prêt : {titles}"),
        "hello": _("Bonjour,"),
        "ask": _("{borrower} ({category}, {city}) souhaite emprunter :"),
        "line": _("- {title}, {days} ({length})"),
        "version": _("version « {label} »"),
        "copies": _("{n} exemplaires"),
        "confirm": _("libre au catalogue"),
        "unconfirmed": _("disponibilité à confirmer"),
        "venue": _("Lieu : {venue}"),
        "transport": _("Transport : {transport}"),
        "showing": _("Ouvert à tous : {when}"),
        "private": _("Ouvert à tous : non"),
        "price": _("Entrée : {price}"),
        "audiences": _("Publics : {audiences}"),
        "people": _("environ {n} personnes"),
        "pass_culture": _("Pass Culture : oui"),
        "answer": _("Nous répondre : {ways}"),
        "thanks": _("Merci,"),
        "forward": _("Si c’est oui, transférez ce message à la rédaction : {contact}"),
        "blank": _("[{field}]"),
        "yes": _("oui"),
        "labels": {name: _(label) for name, label in LABELS.items()},
    }
