"""Which facts changed since a manifest was written, and so which pages must be made again."""

from __future__ import annotations

from contributions.digests import Digests
from contributions.library import Library
from publishing.manifest import Manifest

SINGLE = ("meta:", "body:")
APART = ("image:", "letter:")


def changed_facts(library: Library, digests: Digests, lists: bytes, before: Manifest) -> set[int]:
    """Positions of the facts whose digests are other than a manifest says.

    `lists` is the digest of all that lists depend on: where it is the same, facts about several contributions are too.
    """
    now = {f"meta:{c.kind}/{c.slug}": c.sums.meta for c in library.all}
    now.update((f"body:{c.kind}/{c.slug}", c.sums.body) for c in library.all)
    same_lists = lists == before.lists
    found = set()
    for position, (fact, digest) in enumerate(zip(before.facts, before.digests, strict=True)):
        current = now.get(fact)
        if current is None and not fact.startswith(SINGLE):
            current = digest if same_lists and not fact.startswith(APART) else digests[fact]
        if current != digest:
            found.add(position)
    return found
