"""Which kind of contribution a sheet holds, or that it holds loans: by its name, by its columns, by the name of its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from contributions.models import KINDS
from contributions.models.common import Common, Contributed
from contributions.sheets.loan_columns import column_of
from contributions.words.spelling import words_of
from imports.sources.tableur.columns.columns import understood
from imports.sources.tableur.columns.names import OF_SHOWINGS, Column

LOANS = "loans"
NAMES: Mapping[str, str] = {
    word: kind
    for kind, words in {
        LOANS: "pret prets emprunt emprunts loan loans reservation reservations",
        "event": "evenement evenements agenda event events animation animations manifestation manifestations sorties",
        "exhibition": "exposition expositions expo expos outil outils malle malles exhibition exhibitions fonds catalogue jeux maquettes",
        "article": "article articles actualites actualite blog",
        "announcement": "annonce annonces announcement announcements appels offres",
        "resource": "ressource ressources resource resources documentation",
        "organisation": "organisation organisations structure structures annuaire membre membres organisme organismes adherents",
        "programme": "programme programmes dossier dossiers festival festivals",
    }.items()
    for word in words.split()
}
"""A word of a sheet's, or a file's, name → what it holds; « prêts de malles » are loans."""
TAKEN = tuple(kind for kind in KINDS if kind != "page")
SURE = 4
"""Weight of the columns that are understood, from which on they tell the kind."""


def named(name: str) -> str:
    """What a name says that a sheet holds; empty where it says nothing, or two things.

    >>> named("Malles 2023"), named("Prêts des malles"), named("Feuil1")
    ('exhibition', 'loans', '')
    """
    said = {NAMES[word] for word in words_of(name) if word in NAMES}
    return LOANS if LOANS in said else said.pop() if len(said) == 1 else ""


def are_loans(headings: Iterable[str]) -> bool:
    """Whether columns are those of loans: from when to when, and a word of borrowing; events have a structure and days, too."""
    texts = [heading for heading in headings if heading]
    found = {column_of(heading.rpartition(" : ")[2]) for heading in texts}
    lent = any(word.startswith(("emprunt", "pret", "borrow")) for heading in texts for word in words_of(heading))
    return {"start", "end"} <= found and lent and bool({"borrower", "tool", "state", "returned"} & found)


def of_columns(headings: Sequence[str], name: str = "") -> str:
    """The kind whose columns most headings are; empty where two are as likely.

    The kind that a name says holds, unless there are twice as many columns of another: « Programme 2026 » lists events.
    """
    scores = {kind: sum(_weight(understood(kind, heading), kind) for heading in headings if heading) for kind in TAKEN}
    first, second = sorted(scores.values(), reverse=True)[:2]
    best = max(scores, key=lambda kind: scores[kind])
    if name:
        return best if first > second and first >= 2 * max(scores[name], 1) else name
    return best if first > second and first >= SURE else ""


def _weight(found: Column | None, kind: str) -> int:
    """A key that few kinds have says more than one that all have."""
    if found is None or found.guessed or found.role == "@person":
        return 0
    if found.role:
        return 3 if found.role in OF_SHOWINGS or found.role == "@size" else 1
    return 1 if found.path[0] in _shared() else 3 if found.path[0] in KINDS[kind].model_fields else 0


@cache
def _shared() -> frozenset[str]:
    return frozenset(
        (*Common.model_fields, *Contributed.model_fields, "place", "places", "authors", "age", "school_levels", "accessibility")
    )
