"""The pages of /contribuer/ and /proposer/, and the schemas of /donnees/schemas/."""

from __future__ import annotations

from collections.abc import Iterator

from contribute.form.pages import proposal
from contribute.guide import guide
from contribute.problems import problems
from contribute.schemas import schemas
from contributions.library.library import Library
from publishing.page import Planned


def pages(library: Library) -> Iterator[Planned]:
    """All of them, part by part."""
    yield from problems(library)
    yield from guide(library)
    yield from schemas(library)
    yield from proposal(library)
