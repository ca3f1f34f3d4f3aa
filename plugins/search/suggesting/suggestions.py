"""What js/suggest/ suggests while somebody writes: names of the hub at the first letter, titles at the second, a document for two letters.

`/recherche/suggestions.json` has themes, departments, towns that have a page, and lists, each as [kind, title, path, beside]; of each kind
its word and the folder of its pages (`kinds`); which letters have a document (`begun`); and the sentences of the script.
`/recherche/suggestions/nu.json` has what a word of which begins so: [kind, title, slug, beside, day]; `beside` is a town, or an acronym.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from contributions.library.library import Library
from contributions.library.suggested import Suggested
from contributions.models import Organisation
from contributions.region.addresses import PATHS
from contributions.words.typography import typo
from publishing.page import Document, Planned
from publishing.strings import _
from views.french import labels

PATH = "/recherche/suggestions.json"
FOLDER = "/recherche/suggestions/"
KINDS = {**labels.KINDS, "event": "Rendez-vous"}
"""A title is told from others by a short word."""
PLACED = {"event", "organisation"}
"""Kinds of which the town is told."""

Row = list[Any]


def suggestions(library: Library) -> Iterator[Planned]:
    """All documents."""
    yield Planned(PATH, lambda: Document(PATH, _json(_names(library))))
    for letters in library.suggested:
        yield Planned(f"{FOLDER}{letters}.json", partial(_titles, library, letters))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _names(library: Library) -> dict[str, Any]:
    kinds = {kind: (_(KINDS[kind]), f"/{path}/") for kind, path in PATHS.items()}
    own = {"town": _("Ville"), "theme": _("Thème"), "department": _("Département"), "list": _("Rubrique")}
    return {
        "kinds": {**kinds, **{kind: (label, "") for kind, label in own.items()}},
        "rows": list(_rows(library)),
        "begun": " ".join(library.suggested),
        "said": {
            "one": _("{n} suggestion"),
            "many": _("{n} suggestions"),
            "search": _("Chercher « {words} »"),
            "list": _("Suggestions"),
        },
    }


def _rows(library: Library) -> Iterator[Row]:
    hub = library.hub
    for slug, label in hub.themes.items():
        yield ["theme", label, f"/themes/{slug}/"]
    for department, towns in library.communes_in.items():
        yield from (["town", typo(name), f"/communes/{insee}/", hub.departments[department]] for insee, name in towns)
    for code, name in hub.departments.items():
        yield ["department", name, f"/territoires/{code}/", code]
    for kind, path in PATHS.items():
        yield ["list", labels.label(labels.LISTS, kind), f"/{path}/"]
    yield ["list", _("Carte"), "/carte/"]


def _titles(library: Library, letters: str) -> Document:
    rows = [_row(library, one) for one in library.suggested[letters]]
    return Document(f"{FOLDER}{letters}.json", _json(rows))


def _row(library: Library, one: Suggested) -> Row:
    found = library.by_key[one.kind, one.slug]
    acronym = found.meta.acronym if one.kind == "organisation" and isinstance(found.meta, Organisation) else None
    beside = ", ".join(filter(None, (acronym, one.town if one.kind in PLACED else "")))
    row = [one.kind, typo(found.title), one.slug, typo(beside), date.fromordinal(one.day).isoformat() if one.day else ""]
    while not row[-1]:
        row.pop()
    return row
