"""Which facts changed since a manifest was written, and so which files must be made again."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.library.library import Library
from publishing.engine.digests import Digests
from publishing.engine.manifest import Made, Manifest

NOT_OF_LISTS = ("image:", "letter:")
"""Facts that no list tells: images, and the editor's words of a letter."""


def changed_facts(library: Library, digests: Digests, before: Manifest, *, same_lists: bool) -> set[int]:
    """Positions of the facts whose digests are other than a manifest says.

    `same_lists` says that all lists depend on is the same: then facts about several contributions are, too.
    """
    found = set(_of_contributions(library, before))
    for position, (fact, digest) in enumerate(zip(before.facts, before.digests, strict=True)):
        looked_at = fact.startswith(NOT_OF_LISTS) or not (same_lists or fact.startswith(("meta:", "body:")))
        if looked_at and digests[fact] != digest:
            found.add(position)
    if not same_lists:
        found.update(_gone(library, before))
    return found


def _of_contributions(library: Library, before: Manifest) -> Iterator[int]:
    """The front matter and bodies that are others."""
    positions = dict(zip(before.facts, range(len(before.facts)), strict=True))
    for contribution in library.all:
        name = f"{contribution.kind}/{contribution.slug}"
        for fact, digest in ((f"meta:{name}", contribution.sums.meta), (f"body:{name}", contribution.sums.body)):
            position = positions.get(fact)
            if position is not None and before.digests[position] != digest:
                yield position


def _gone(library: Library, before: Manifest) -> Iterator[int]:
    """The front matter and bodies of contributions that are no more."""
    for position, fact in enumerate(before.facts):
        sort, _, name = fact.partition(":")
        if sort in {"meta", "body"}:
            kind, _, slug = name.partition("/")
            if (kind, slug) not in library.by_key:
                yield position


def facts_of(made: Made) -> memoryview[int]:
    """The positions of the facts that a file was made of."""
    return memoryview(made.facts).cast("I")
