"""Open data: each list as JSON and CSV, and the page that describes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from contributions.library.library import Library
from contributions.reference import schema
from contributions.region.addresses import PATHS
from opendata.records import as_json, pieces
from opendata.showings import COLUMNS, showings
from opendata.table import as_csv, table
from publishing.page import Document, Page, Planned
from publishing.strings import _, counted
from views.french import labels
from views.pages import list_page, planned_list

DATES = "/donnees/evenements-dates.csv"
LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


@dataclass(frozen=True, slots=True)
class Dataset:
    """A list as data."""

    label: str
    count: str
    json_url: str
    csv_url: str


def pages(library: Library) -> Iterator[Planned]:
    """/donnees/ and its files."""
    yield planned_list("/donnees/", "data.html", _("Données ouvertes"), partial(_page, library))
    for kind, path in PATHS.items():
        for url, write in ((f"/donnees/{path}.json", _json), (f"/donnees/{path}.csv", _csv)):
            yield Planned(url, partial(write, library, kind, url), wide=True)
    yield Planned(DATES, partial(_dates, library), wide=True)


def _json(library: Library, kind: str, url: str) -> Document:
    return Document(url, as_json(piece.block for piece in pieces(library, kind)))


def _csv(library: Library, kind: str, url: str) -> Document:
    return Document(url, as_csv(lambda: (piece.cells for piece in pieces(library, kind))))


def _dates(library: Library) -> Document:
    return Document(DATES, table(COLUMNS, showings(library)))


def _page(library: Library) -> Page:
    datasets = tuple(
        Dataset(
            labels.label(labels.LISTS, kind),
            counted("{n} enregistrement", "{n} enregistrements", len(library.of(kind))),
            f"/donnees/{path}.json",
            f"/donnees/{path}.csv",
        )
        for kind, path in PATHS.items()
    )
    schemas = tuple((schema.path(kind), labels.label(labels.KINDS, kind)) for kind in labels.KINDS)
    nodes = tuple(
        {
            "@type": "Dataset",
            "name": f"{dataset.label} – {library.hub.name}",
            "description": _("{label} du portail, en JSON et en CSV, à jour à chaque publication.").format(label=dataset.label),
            "url": f"{library.hub.url}/donnees/",
            "license": LICENCE,
            "creator": {"@type": "Organization", "name": library.hub.editor.name, "url": f"{library.hub.url}/"},
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": media, "contentUrl": library.hub.url + url}
                for media, url in (("application/json", dataset.json_url), ("text/csv", dataset.csv_url))
            ],
        }
        for dataset in datasets
    )
    return list_page(
        library,
        "/donnees/",
        "data.html",
        _("Données ouvertes"),
        _("Tout ce que publie le portail, à réutiliser librement."),
        {"datasets": datasets, "dates_url": DATES, "licence_url": LICENCE, "schemas": schemas},
        nodes=nodes,
    )
