"""The page on which tools are asked for, and the one on which a loan is told of afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial

from catalogue.requesting.evaluation import answer_fields, loan_fields, visitor_fields
from catalogue.requesting.fields import Part, parts
from catalogue.requesting.owners import lenders
from catalogue.requesting.words import contact, outcome_words, request_words
from contributions.library.library import Library
from contributions.library.offers import withdrawn
from publishing.page import Page, Passage, Planned, SearchRecord
from publishing.strings import _
from views.pages import list_page, planned_list

REQUEST, OUTCOME = "/outils/demande/", "/outils/bilan/"
ABOVE = (("Outils itinérants", "/outils/"),)


def requesting(library: Library) -> Iterator[Planned]:
    """Both."""
    yield planned_list(REQUEST, "request.html", _("Demander un prêt"), partial(_request, library))
    yield planned_list(OUTCOME, "outcome.html", _("Bilan d’un prêt"), partial(_outcome, library))


def _request(library: Library) -> Page:
    hub, lede = library.hub, _("Choisissez vos dates : le message s’écrit pour chaque propriétaire. Rien ne part de votre navigateur.")
    lending = lenders(library, (tool for tool in library.exhibitions if not withdrawn(library, tool.meta)))
    data = {
        "parts": parts(hub),
        "words": _json(request_words(hub) | {"built": library.today.isoformat()}),
        "contact": contact(hub),
        "lenders": lending,
    }
    found = SearchRecord(_("Page"), passages=(Passage(tuple(lender.name for lender in lending), _("Les propriétaires qui prêtent")),))
    title = _("Demander un prêt")
    return list_page(library, REQUEST, "request.html", title, lede, data, above=_above(), section="outils", search=found)


def _outcome(library: Library) -> Page:
    hub, answers = library.hub, answer_fields()
    questions = tuple(field.label for field in answers)
    data = {
        "parts": (
            Part("pret", _("Quel prêt"), "", loan_fields()),
            Part("visiteurs", _("Qui est venu"), "", visitor_fields(hub)),
            Part("avis", _("Votre avis"), _("Les questions de l’agence ; répondez à celles que vous voulez."), answers),
        ),
        "questions": questions,
        "words": _json(outcome_words(hub) | {"built": library.today.isoformat()}),
        "contact": contact(hub),
    }
    lede = _("Après un prêt : combien de visiteurs, et ce que vous en pensez. Le message s’écrit ici ; rien ne part de votre navigateur.")
    found = SearchRecord(_("Page"), passages=(Passage(questions, _("Votre avis")),))
    return list_page(library, OUTCOME, "outcome.html", _("Bilan d’un prêt"), lede, data, above=_above(), section="outils", search=found)


def _above() -> tuple[tuple[str, str], ...]:
    return tuple((_(label), url) for label, url in ABOVE)


def _json(value: Mapping[str, object]) -> str:
    """Data as a page may hold it in a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
