"""The schema of each kind's front matter, for editors and programs: /donnees/schemas/KIND.json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from contributions.library.library import Library
from contributions.models import KINDS
from contributions.reference.schema import path, schema
from contributions.region.hub import Hub
from publishing.page import Document, Planned


def schemas(library: Library) -> Iterator[Planned]:
    """One document a kind."""
    for kind in KINDS:
        yield Planned(path(kind), partial(_document, library, kind))


def _document(library: Library, kind: str) -> Document:
    return Document(path(kind), text(kind, library.hub).encode())


def text(kind: str, hub: Hub) -> str:
    """The schema of a kind as a file."""
    return json.dumps(schema(kind, hub), ensure_ascii=False, indent=1) + "\n"
