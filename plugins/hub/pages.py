"""All pages that every hub has, from the modules beside this one."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.library.library import Library
from hub.home import home
from hub.lists import lists
from hub.map import map_pages
from hub.press import press
from hub.selection import selection
from hub.standalone import not_found, standalone
from hub.territories import territories
from hub.themes import themes
from hub.towns import towns
from publishing.page import Planned


def pages(library: Library) -> Iterator[Planned]:
    """Every page of this capability but those of single contributions."""
    yield home(library)
    yield from lists(library)
    yield from themes(library)
    yield from territories(library)
    yield from towns(library)
    yield from selection(library)
    yield from map_pages(library)
    yield from press(library)
    yield from standalone(library)
    yield not_found(library)
