"""The page on which tools are asked for, and the one on which a loan is told of afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial

from catalogue.requesting.fields import parts
from catalogue.requesting.owners import lenders
from catalogue.requesting.words import request_words
from contributions.library.library import Library
from contributions.library.offers import withdrawn
from publishing.page import Page, Passage, Planned, SearchRecord
from publishing.strings import _
from views.pages import list_page, planned_list

REQUEST = "/outils/demande/"
ABOVE = (("Outils itinérants", "/outils/"),)


def requesting(library: Library) -> Iterator[Planned]:
    """Both."""
    yield planned_list(REQUEST, "request.html", _("Demander un prêt"), partial(_request, library))


def _request(library: Library) -> Page:
    hub, lede = library.hub, _("Choisissez vos dates : le message s’écrit pour chaque propriétaire. Rien ne part de votre navigateur.")
    lending = lenders(library, (tool for tool in library.exhibitions if not withdrawn(library, tool.meta)))
    data = {
        "parts": parts(hub),
        "words": _json(request_words(hub) | {"built": library.today.isoformat()}),
        "contact": hub.contact.email if hub.contact else hub.editor.email,
        "lenders": lending,
    }
    found = SearchRecord(_("Page"), passages=(Passage(tuple(lender.name for lender in lending), _("Les propriétaires qui prêtent")),))
    title = _("Demander un prêt")
    return list_page(library, REQUEST, "request.html", title, lede, data, above=_above(), section="outils", search=found)


def _above() -> tuple[tuple[str, str], ...]:
    return tuple((_(label), url) for label, url in ABOVE)


def _json(value: Mapping[str, object]) -> str:
    """Data as a page may hold it in a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
