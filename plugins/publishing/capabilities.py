"""The registry through which plugins declare their pages: each `register()` adds one function of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from contributions.library.library import Library
from contributions.library.lists import Any_
from endings.failure import Failure
from publishing.page import Declared, Page, Planned

PageSource = Callable[[Library], Iterable[Declared]]
"""A pure function: no clock, disk, environment or settings inside."""

PagesOfOne = Callable[[Library, Any_], Iterable[Planned]]
"""A pure function too: the pages that a single contribution has."""

Listed = Page | Planned
"""What the site map and the site plan list."""

Afterwards = Callable[[Library, tuple[Listed, ...]], Iterable[Declared]]
"""A function of the library and of all declared pages: the site map and the site plan."""

_each: dict[str, tuple[frozenset[str], PagesOfOne]] = {}
_sources: dict[str, PageSource] = {}
_afterwards: dict[str, Afterwards] = {}


class PathTaken(Failure):
    """Two declarations share a path; the second would silently overwrite the first."""


def declare(name: str, source: PageSource) -> None:
    """Register a capability's pages under its name; registering again replaces it (Pelican's autoreload does)."""
    _sources[name] = source


def declare_each(name: str, kinds: Iterable[str], pages: PagesOfOne) -> None:
    """Register the pages that every published contribution of some kinds has, by a name of their own."""
    _each[name] = frozenset(kinds), pages


def declare_afterwards(name: str, source: Afterwards) -> None:
    """Register pages that list all the others."""
    _afterwards[name] = source


def declared(library: Library) -> Iterator[Declared]:
    """Everything the site consists of, in a stable order: what belongs to one contribution stands together. Raises PathTaken."""
    taken: dict[str, str] = {}
    pages: list[Listed] = []

    def unique(name: str, found: Iterable[Declared]) -> Iterator[Declared]:
        for item in found:
            if item.path in taken:
                raise PathTaken(f"L’adresse {item.path} est prise deux fois, par « {taken[item.path]} » et par « {name} ».")
            taken[item.path] = name
            if isinstance(item, Page | Planned) and item.template is not None:
                pages.append(item)
            yield item

    for contribution in library.published:
        for name, found in _of_one(library, contribution):
            yield from unique(name, found)
    for name in sorted(_sources):
        yield from unique(name, _sources[name](library))
    for name in sorted(_afterwards):
        yield from unique(name, _afterwards[name](library, tuple(pages)))


def declared_again(library: Library, files: set[str]) -> Iterator[Declared]:
    """What was declared for some files of the site, where all is declared as it was the last time."""
    left = set(files)
    for contribution in dict.fromkeys(filter(None, map(library.at, sorted(files)))):
        for _name, found in _of_one(library, contribution):
            for item in found:
                if item.file in left:
                    left.discard(item.file)
                    yield item
    if left:
        yield from (item for item in declared(library) if item.file in left)


def _of_one(library: Library, contribution: Any_) -> Iterator[tuple[str, Iterable[Planned]]]:
    return ((name, pages(library, contribution)) for name, (kinds, pages) in _each.items() if contribution.kind in kinds)
