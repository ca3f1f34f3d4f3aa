"""The registry through which plugins declare their pages: each `register()` adds one function of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from contributions.library import Library
from publishing.page import Declared, Page, Planned

PageSource = Callable[[Library], Iterable[Declared]]
"""A pure function: no clock, disk, environment or settings inside."""

Listed = Page | Planned
"""What the site map and the site plan list."""

Afterwards = Callable[[Library, tuple[Listed, ...]], Iterable[Declared]]
"""A function of the library and of all declared pages: the site map and the site plan."""

_sources: dict[str, PageSource] = {}
_afterwards: dict[str, Afterwards] = {}


class PathTaken(Exception):
    """Two declarations share a path; the second would silently overwrite the first."""

    exitcode = 2


def declare(name: str, source: PageSource) -> None:
    """Register a capability's pages under its name; registering again replaces it (Pelican's autoreload does)."""
    _sources[name] = source


def declare_afterwards(name: str, source: Afterwards) -> None:
    """Register pages that list all the others."""
    _afterwards[name] = source


def declared(library: Library) -> Iterator[Declared]:
    """Everything the site consists of, in a stable order. Raises PathTaken."""
    taken: dict[str, str] = {}
    pages: list[Listed] = []

    def unique(name: str, found: Iterable[Declared]) -> Iterator[Declared]:
        for item in found:
            if item.path in taken:
                raise PathTaken(f"{item.path} is declared by {taken[item.path]} and by {name}.")
            taken[item.path] = name
            if isinstance(item, Page | Planned) and item.template is not None:
                pages.append(item)
            yield item

    for name in sorted(_sources):
        yield from unique(name, _sources[name](library))
    for name in sorted(_afterwards):
        yield from unique(name, _afterwards[name](library, tuple(pages)))
