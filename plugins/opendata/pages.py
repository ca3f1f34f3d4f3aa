"""Open data: each list as JSON and CSV, and the page that describes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contributions.contribution import PATHS
from contributions.library import Library
from opendata.records import as_csv, as_json, records
from publishing.page import Declared, Document
from publishing.strings import _, counted
from views import labels
from views.pages import list_page

LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


@dataclass(frozen=True, slots=True)
class Dataset:
    """A list as data."""

    label: str
    count: str
    json_url: str
    csv_url: str


def pages(library: Library) -> Iterator[Declared]:
    """/donnees/ and its files."""
    datasets: list[Dataset] = []
    documents: list[Document] = []
    for kind, path in PATHS.items():
        found = records(library, kind)
        dataset = Dataset(
            labels.label(labels.LISTS, kind),
            counted("{n} enregistrement", "{n} enregistrements", len(found)),
            f"/donnees/{path}.json",
            f"/donnees/{path}.csv",
        )
        datasets.append(dataset)
        documents += [Document(dataset.json_url, as_json(found)), Document(dataset.csv_url, as_csv(found))]
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
    yield list_page(
        library,
        "/donnees/",
        "data.html",
        _("Données ouvertes"),
        _("Tout ce que publie le portail, à réutiliser librement."),
        {"datasets": tuple(datasets), "licence_url": LICENCE},
        nodes=nodes,
    )
    yield from documents
