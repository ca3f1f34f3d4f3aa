"""What the search index reads of pages that stand already: they are made again as values, which are not rendered."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from publishing.capabilities import declared_again
from publishing.engine.deciding import Site
from publishing.engine.workers import BATCH, batched, fork_each
from publishing.page import Page, Planned


def texts_of(site: Site, paths: Collection[str]) -> dict[str, str]:
    """The texts of some pages, by URL path. Builds without search make none; the first one with search asks for those of all pages."""
    assert site.search is not None
    text = site.search.text
    files = {path.lstrip("/") + ("index.html" if path.endswith("/") else "") for path in paths}
    items = [item for item in declared_again(site.library, files) if isinstance(item, Page | Planned)] if files else []

    def read(batch: Sequence[Page | Planned]) -> list[tuple[str, str]]:
        values = [item.make() if isinstance(item, Planned) else item for item in batch]
        found = [(value.path, text(value)) for value in values if isinstance(value, Page) and value.search]
        site.library.keep_texts()
        return found

    return {path: found for batch in fork_each(read, batched(items, BATCH), site.jobs) for path, found in batch}
