"""The questions that have pages of their own below /outils/: their names, and how they are said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from contributions.library.fund.catalogue import FREE, VEHICLES
from contributions.library.library import Library
from publishing.strings import _, counted
from views.cards import organisation
from views.french import labels

LIST = "/outils/"
YEAR = f"{LIST}disponibilites/"
SCHOOLS = f"{LIST}pass-culture/"


@dataclass(frozen=True, slots=True)
class Question:
    """`name` is the address below /outils/ without its last slash; `label` says it in a group of links, `lede` what its page holds."""

    name: str
    label: str
    lede: str

    @property
    def url(self) -> str:
        """Where it is answered."""
        return f"{LIST}{self.name}/"


def _themes(library: Library) -> Iterator[Question]:
    for slug, label in library.hub.themes.items():
        yield Question(f"themes/{slug}", label, _("Les outils à emprunter sur ce thème."))


def _for_whom(library: Library) -> Iterator[Question]:
    for slug, label in library.hub.audiences.items():
        yield Question(f"publics/{slug}", label, _("Les outils annoncés pour ce public."))


def _sorts(library: Library) -> Iterator[Question]:
    for group in library.hub.groups:
        yield Question(f"categories/{group}", labels.label(labels.GROUPS, group), _("Les outils à emprunter de cette sorte."))


def _vehicles(_library: Library) -> Iterator[Question]:
    said = {
        "voiture": (_("En voiture"), _("Les outils qui tiennent dans une voiture.")),
        "utilitaire": (_("En utilitaire"), _("Les outils qui tiennent dans un utilitaire, ou dans moins.")),
        "camion": (_("En camion"), _("Les outils qui tiennent dans un camion, ou dans moins.")),
    }
    for vehicle in VEHICLES:
        yield Question(f"vehicule/{vehicle}", *said[vehicle])


def _where(library: Library) -> Iterator[Question]:
    for code, name in library.hub.departments.items():
        yield Question(f"territoires/{code}", f"{name} ({code})", _("Les outils qui peuvent aller dans ce département."))


def _owners(library: Library) -> Iterator[Question]:
    for slug in library.lenders:
        name = organisation(library, slug).label
        yield Question(f"proprietaires/{slug}", name, _("Les outils que prête {owner}.").format(owner=name))


def _terms(_library: Library) -> Iterator[Question]:
    yield Question(FREE, _("Gratuit"), _("Les outils qui se prêtent gratuitement."))


GROUPS: Mapping[str, Callable[[Library], Iterator[Question]]] = {
    "Thème": _themes,
    "Pour qui": _for_whom,
    "Sorte": _sorts,
    "Transport": _vehicles,
    "Où": _where,
    "Propriétaire": _owners,
    "Tarif": _terms,
}
"""All questions but what has a page of its own making (YEAR, SCHOOLS), as ways into the catalogue; each group is read by itself."""


def not_said(question: Question, count: int) -> str:
    """How many tools do not say what a question asks for; empty where all do, or where nothing need be said."""
    if not count:
        return ""
    if question.name == FREE:
        return counted("{n} autre outil ne dit pas son tarif.", "{n} autres outils ne disent pas leur tarif.", count)
    return counted(
        "{n} autre outil ne dit pas quel véhicule il lui faut.", "{n} autres outils ne disent pas quel véhicule il leur faut.", count
    )
