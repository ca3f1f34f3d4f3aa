"""What the host is told in files of its own (Netlify's): where old addresses lead, and what to say with each answer."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, unquote_to_bytes

from contributions.library.library import Library
from contributions.region.addresses import addresses
from publishing.headers import headers
from publishing.page import Document, Planned

REDIRECTS, HEADERS = "/_redirects", "/_headers"


def hosting(library: Library) -> Iterator[Planned]:
    """`/_headers` and `/_redirects`, whose lines are made here: a list that exists only where it is read has no digest before."""
    _lines(library)
    yield Planned(REDIRECTS, lambda: Document(REDIRECTS, "".join(f"{line}\n" for line in _lines(library)).encode()))
    yield Planned(HEADERS, lambda: Document(HEADERS, headers(library).encode()))


def _lines(library: Library) -> tuple[str, ...]:
    return library.list_of("redirects", lambda: tuple(redirects(library)))


def redirects(library: Library) -> Iterator[str]:
    """A line for each alias, `OLD NEW 301`, by old path; then one for pages that go with their day: a host asks these where no file is.

    Where two contributions claim an alias, the first in the library's order has it.
    """
    targets: dict[str, str] = {}
    for contribution in library.published:
        for alias in contribution.brief.aliases:
            targets.setdefault(old_path(alias), contribution.url)
    for old, new in sorted(targets.items()):
        if old.strip("/") != new.strip("/"):
            yield f"{old} {new} 301"
    for pattern, above in addresses().gone:
        yield f"{pattern} {above} 302"


def old_path(alias: str) -> str:
    """An alias as a path of this site: blanks, line ends and the marks of the host's own syntax (`:`, `*`) are encoded."""
    return "/" + quote(unquote_to_bytes(alias.strip().lstrip("/")), safe="/-._~!$&'()+,;=@")
