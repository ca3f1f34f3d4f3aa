"""What the columns of a table of loans are, whatever they are called, and what their cells say in a spreadsheet's habits.

A cell is given to the model as it would stand in a record; what is no value of its key is left as it was written, and the model tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from contributions.fields.date_answers import Asked, answer
from contributions.fields.vocabulary import nearest
from contributions.fields.when import When, WhenError
from contributions.judging.structure import declared_at
from contributions.models.groups import Model
from contributions.models.loan import Cancelled, Loan, Venue
from contributions.problems.problem import Location
from contributions.words.slugs import slug_of
from contributions.words.spelling import marked, spelt_alike

TOOL = "tool"
"""The column that says which tool is lent: all others are keys of a loan."""
GROUPS: Mapping[str, type[Model]] = {"venue": Venue, "cancelled": Cancelled}
"""Keys of a loan whose own keys are columns: `venue_name`."""
REQUIRED: Mapping[str, str] = {TOOL: "outil", "start": "début", "end": "fin", "state": "état"}
"""Columns that every table has, and what they may be called."""


def _keys(model: type[Model], above: Location) -> Iterator[tuple[str, tuple[Location, Any]]]:
    for name, field in model.model_fields.items():
        key = field.alias or name
        if not above and key in GROUPS:
            yield from _keys(GROUPS[key], (key,))
        else:
            yield "_".join(map(str, (*above, key))), ((*above, key), field.annotation)


COLUMNS: Mapping[str, tuple[Location, Any]] = dict(_keys(Loan, ()))
"""Name of a column → where its value stands in a loan, and of which type it is."""
FRENCH: Mapping[str, str] = {
    word: key
    for key, words in {
        TOOL: "outil outils exposition expo exhibition materiel malle nom_de_l_outil titre titre_de_l_outil support objet",
        "id": "identifiant ref numero_de_pret no_pret n_pret",
        "start": "debut du date_debut date_de_debut debut_du_pret debut_pret date_de_depart depart sortie pret_du date_de_sortie",
        "end": "fin au date_fin date_de_fin fin_du_pret fin_pret pret_au retour_prevu date_de_retour_prevue retour_prevu_le jusqu_au",
        "opens": "ouverture ouvre_le date_d_ouverture ouverture_au_public vernissage",
        "closes": "fermeture ferme_le date_de_fermeture cloture decrochage",
        "state": "etat statut status etat_du_pret situation",
        "returned": "rendu_le retour retour_le date_de_retour date_retour retour_reel retour_effectif revenu_le",
        "copy": "exemplaire exemplaire_no numero_d_exemplaire n_exemplaire no_exemplaire",
        "version": "versions format",
        "option_until": "option_jusqu_au fin_d_option option_jusqu_a",
        "borrower": "emprunteur emprunteurs emprunteuse structure etablissement beneficiaire organisme preteur_a structure_emprunteuse",
        "borrower_category": "sorte_d_emprunteur type_d_emprunteur categorie type categorie_d_emprunteur type_de_structure",
        "city": "ville commune localite commune_emprunteur",
        "audiences": "public publics audience",
        "public_showing": "ouvert_au_public visible grand_public tout_public exposition_publique",
        "venue_name": "lieu lieu_d_exposition salle nom_du_lieu",
        "venue_address": "adresse adresse_du_lieu",
        "venue_hours": "horaires horaire heures heures_d_ouverture",
        "venue_price": "tarif prix entree tarif_d_entree",
        "venue_accessibility": "accessibilite",
        "venue_access_note": "accueil",
        "visitors": "visiteurs nombre_de_visiteurs nb_visiteurs nb_de_visiteurs frequentation visites personnes_accueillies visiteurs_min",
        "visitors_max": "visiteurs_max visiteurs_maximum visiteurs_au_plus",
        "visitors_method": "comptage methode methode_de_comptage mode_de_comptage",
        "via": "par canal voie par_quelle_voie",
        "first_loan": "premier_emprunt premier_pret nouvel_emprunteur nouveau",
        "papers": "pieces documents pieces_recues papiers",
        "cancelled_on": "annule_le date_d_annulation",
        "cancelled_by": "annule_par annulation_par",
        "cancelled_reason": "motif raison motif_d_annulation raison_de_l_annulation cause",
    }.items()
    for word in words.split()
}
"""What people call the columns (as `plain` writes it) → their names."""
YES = frozenset({"oui", "o", "vrai", "true", "yes", "x", "1"})
NO = frozenset({"non", "n", "faux", "false", "no", "0"})
NOTHING = frozenset({"", "-", "–", "—"})
"""What stands in a cell that says nothing."""
FAULT = re.compile(r"#(?:REF|N/A|VALEUR|VALUE|NOM|NAME|NUL|NULL|NOMBRE|NUM|DIV/0)[!?]?")
"""What a spreadsheet writes for a formula that went wrong."""
INFLECTED = {"confirmee": "confirme", "rendue": "rendu", "annulee": "annule", "retournee": "rendu", "retourne": "rendu"}
NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{1,2})/(\d{1,2})/(\d\d)")
"""Days before months, as everybody in France writes them."""
WORDED = re.compile(r"(?:[a-zé]+\.?\s+)?\d{1,2}(?:er)?\s+[a-zéûô]+\.?\s+\d{4}", re.IGNORECASE)
MIDNIGHT = re.compile(r"(?:\s+|T)0?0:00(?::00)?\Z")
"""What a spreadsheet writes behind a day that it takes for a time."""
NUMBERED = re.compile(r"[345]\d{4}")
"""Of days of 1982 to 2064."""
EXPLAINED = re.compile(r"\([^()]*\)")
RETURNS = frozenset({"retour", "retour_le", "date_de_retour", "date_retour"})
"""Headings of the day on which a tool came back; or, in a table that says no other end, of the loan's last day."""
BETWEEN = re.compile(r"[,;|/\n+]")


def plain(heading: str) -> str:
    """A heading as its column may be called; what stands between brackets explains it.

    >>> plain("Début du prêt (jj/mm/aaaa)"), plain("venue.name")
    ('debut_du_pret', 'venue_name')
    """
    return slug_of(EXPLAINED.sub("", heading) or heading).replace("-", "_")


def column_of(heading: str) -> str | None:
    """The column that a heading names, or None."""
    name = plain(heading)
    return name if name == TOOL or name in COLUMNS else FRENCH.get(name)


def column_meant(heading: str) -> str | None:
    """The column that a mistyped heading can only mean, or None."""
    name = plain(heading)
    near = nearest(name, (TOOL, *COLUMNS, *FRENCH))
    return column_of(near) if near and spelt_alike(name, [near]) else None


def label_of(column: str) -> str:
    """What a column is called in French, where a heading of that name is understood; else its name."""
    label = declared_at(Loan, COLUMNS[column][0])[0] if column in COLUMNS else "Outil"
    return label if column_of(label) == column else column


def value_of(column: str, text: str) -> Any:
    """What a cell says, as the model reads it from a record; None where it says nothing."""
    if text in NOTHING:
        return None
    parts = set(_parts(COLUMNS[column][1]))
    words = frozenset(word for part in parts if get_origin(part) is Literal for word in get_args(part))
    if tuple in parts:
        return [_word(entry, words) for entry in map(str.strip, BETWEEN.split(text)) if entry]
    if date in parts:
        return day_of(text)
    if bool in parts:
        return _yes_or_no(text)
    return _worded(text, words) if words else " ".join(text.split())


def _parts(annotation: Any) -> Iterator[Any]:
    """What a type is made of: the types that may stand there, tuples, and lists of words."""
    origin = get_origin(annotation)
    if origin is Literal:
        yield annotation
        return
    if origin is tuple:
        yield tuple
    inner = get_args(annotation)
    for part in inner:
        if part is not NoneType and part is not Ellipsis:
            yield from _parts(part)
    if not inner and isinstance(annotation, type):
        yield annotation


def _word(text: str, words: frozenset[str]) -> str:
    """An entry of a list: all of them are slugs."""
    return _worded(text, words) if words or marked(text) else slug_of(text) or text


def _worded(text: str, words: frozenset[str]) -> str:
    """« En cours » → en-cours; what is none of the words, or is in doubt, stays as it is written."""
    slug = "" if marked(text) else slug_of(text)
    meant = INFLECTED.get(slug, slug)
    return meant if meant in words else text


def _yes_or_no(text: str) -> str:
    word = "" if marked(text) else slug_of(text)
    return "oui" if word in YES else "non" if word in NO else text


def is_day(column: str) -> bool:
    """Whether a column holds days."""
    return date in _parts(COLUMNS[column][1])


def day_of(text: str) -> date | None:
    """The day that a cell says: « 12/03/2026 », « 12/03/2026 00:00 », « jeudi 12 mars 2026 », « 2026-03-12 »; None for anything else."""
    own = MIDNIGHT.sub("", text)
    if found := NUMERIC.fullmatch(own):
        day, month, year = (int(part) for part in found.groups() if part)
        own = f"{year if year > 99 else 2000 + year:04}-{month:02}-{day:02}"
    try:
        when = When.parse(answer(own, Asked("day")).meant if WORDED.fullmatch(own) else own)
    except WhenError:
        return None
    return when.day if when.precision == "day" else None


def day_numbered(text: str) -> date | None:
    """The day that a spreadsheet shows as a number, where its column is no date: so many days since 30 December 1899.

    >>> day_numbered("45992"), day_numbered("2026")
    (datetime.date(2025, 12, 1), None)
    """
    return date(1899, 12, 30) + timedelta(int(text)) if NUMBERED.fullmatch(text) else None
