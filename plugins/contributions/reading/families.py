"""Complete the rows of animations by what their parents say now: lists and digests then know of an animation what its pages show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from contributions.record.brief import Origin, brief_of, digest_of, packed, restored, sums_of
from contributions.record.inheritance import completed
from contributions.record.store import Above, Fetched, Kept, Store
from contributions.record.values import Whole


def of_families(kept: Mapping[str, Kept], store: Store) -> dict[str, Kept]:
    """The entries, those of events with a parent as they are beside it; without one that can be read, as they stand.

    A parent gives what its own file says: that it has a parent itself is an error, which a rule tells.
    """
    wanted = {entry.parent for entry in kept.values() if entry.parent}
    if not wanted:
        return dict(kept)
    parents: dict[str, str] = {}
    for path, entry in kept.items():
        if entry.kind == "event" and entry.slug in wanted and entry.brief:
            parents.setdefault(entry.slug, path)

    def own(path: str) -> Whole:
        return Fetched(store, path, kept[path]).alone()

    of_parent = cache(own)  # a village has a hundred animations

    def beside(path: str, entry: Kept) -> Kept:
        parent = parents.get(entry.parent)
        if parent is None:
            return entry.by_itself()
        above = Above(parent, kept[parent].by_itself().sums[0])
        return entry if entry.above == above else _completed(entry.by_itself(), above, completed(own(path), of_parent(parent)))

    return {path: beside(path, entry) if entry.parent else entry for path, entry in kept.items()}


def _completed(alone: Kept, above: Above, whole: Whole) -> Kept:
    """An entry with the values that its parent completes."""
    brief = restored(alone.brief)
    complete = brief_of(Origin(brief.kind, brief.slug, brief.path, brief.example), whole)
    sums = sums_of(complete, digest_of(alone.sums[0] + above.meta), alone.sums[1])
    return alone._replace(brief=packed(complete), sums=(*sums,), above=(*above,), alone=(alone.brief, alone.sums))
