"""What is asked after a loan: the agency's own questions, each with the rows of the year's evaluation table that its answers count in.

The table is content/data/evaluations-YYYY.csv. A row that one borrower sends says 100 % or 0 % « sur 1 » ; whoever keeps the table adds
it to those that are there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contributions.region.hub import Hub
from publishing.strings import _
from views.fields import Choice, Field

RECEIVED = "Questionnaires de retour reçus"
RATING = "Note moyenne de l’outil emprunté"
MARKS = 5


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the row of each answer that counts; an answer without a row counts in none, and against all the others."""

    name: str
    label: str
    answers: tuple[tuple[str, str, str | None], ...]
    """Value, what the borrower reads, title of the row."""


def _yes_or_no(name: str, label: str, row: str) -> Question:
    return Question(name, label, (("oui", "Oui", row), ("non", "Non", None)))


QUESTIONS = (
    Question(
        "satisfaction",
        "De ce prêt, vous êtes…",
        (
            ("tres", "très satisfaits", "Emprunteurs très satisfaits"),
            ("satisfaits", "satisfaits", "Emprunteurs satisfaits"),
            ("peu", "peu satisfaits", "Emprunteurs peu satisfaits"),
        ),
    ),
    _yes_or_no("clair", "Le contenu est-il clair et accessible ?", "Contenu jugé clair et accessible"),
    _yes_or_no("sujet", "Le sujet est-il bien traité ?", "Sujet jugé bien traité"),
    _yes_or_no("presentation", "La présentation est-elle attrayante ?", "Présentation jugée attrayante"),
    _yes_or_no("accueil", "L’accueil du propriétaire était-il très bon ?", "Accueil des propriétaires jugé très bon"),
    _yes_or_no("transport", "Le transport a-t-il été difficile ?", "Transport jugé difficile"),
    _yes_or_no("a_jour", "Le contenu est-il à mettre à jour ?", "Contenu signalé comme à mettre à jour"),
    _yes_or_no("recommencer", "Seriez-vous prêts à recommencer ?", "Emprunteurs prêts à recommencer"),
)
COUNTING = {"compte": "comptés", "estime": "estimés", "inconnu": "nous ne savons pas"}


def rows() -> Iterator[str]:
    """The titles of the rows that answers count in."""
    yield RECEIVED
    yield from (row for question in QUESTIONS for _value, _label, row in question.answers if row)
    yield RATING


def loan_fields() -> tuple[Field, ...]:
    """Which loan it was."""
    return (
        Field("tool", _("Outil"), help=_("La fin de l’adresse de sa page : « malle » pour /outils/malle/."), required=True),
        Field("loan", _("Référence du prêt"), help=_("La ligne « id » de votre demande ; à défaut, son premier jour : 2027-03-08.")),
        Field("returned", _("Rendu le"), control="day", sort="day"),
    )


def visitor_fields(hub: Hub) -> tuple[Field, ...]:
    """Who came."""
    counting = tuple(Choice(value, _(label)) for value, label in COUNTING.items())
    audiences = tuple(Choice(value, label) for value, label in hub.audiences.items())
    return (
        Field("visitors", _("Visiteurs"), help=_("Le nombre seul."), control="integer", sort="integer"),
        Field("visitors_max", _("Au plus"), help=_("Si vous donnez une fourchette."), control="integer", sort="integer"),
        Field("visitors_method", _("Ils sont"), control="select", choices=counting),
        Field("audiences", _("Publics"), control="checks", choices=audiences),
    )


def answer_fields() -> tuple[Field, ...]:
    """What the borrower thinks of it."""
    marks = tuple(Choice(str(mark), str(mark)) for mark in range(1, MARKS + 1))
    return (
        *(
            Field(
                question.name,
                _(question.label),
                control="select",
                choices=tuple(Choice(value, _(word)) for value, word, _row in question.answers),
            )
            for question in QUESTIONS
        ),
        Field("note", _("Quelle note donnez-vous à l’outil, sur {most} ?").format(most=MARKS), control="select", choices=marks),
        Field("word", _("Un mot"), help=_("Sans nommer personne."), control="area"),
    )
