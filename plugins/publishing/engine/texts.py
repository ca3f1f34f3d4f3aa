"""Texts that are dear to make, stored from one build to the next under the digests of the facts that they were made of."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import blake2b

from contributions.cache.cache import Cache, Row
from contributions.cache.facts import note_all, recorded
from contributions.library.digests import Digests

SPLIT = b"\n"
AT_ONCE = 200_000
"""Bytes of texts that are written together: those of a hundred VEVENTs, for each time costs as much as making one."""


class Texts:
    """Each text stands behind the names of the facts that it was made of, and is bound to their digests.

    Workers share them, so that little of what one of them has made is made by another. What is gone from the site leaves its row,
    which nobody asks for any more.
    """

    def __init__(self, cache: Cache, key: bytes, digests: Digests) -> None:
        """`key` sums up code and settings; `digests` are those of this build."""
        self._room, self._key, self._digests = cache.room("texts"), key, digests
        self._made: dict[str, Row] = {}
        self._waiting = 0
        """Bytes that are made, and not written yet."""

    def text(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, or gave when the facts that it reads were the same."""
        row = self._made.get(name) or self._room.get(name)
        if row is not None:
            names, _, text = row[-1].partition(SPLIT)
            facts = json.loads(names)
            if row[-2] == self._bound(facts):
                note_all(facts)
                return text
        with recorded() as reads:
            made = make()
        facts = sorted(reads)
        note_all(facts)
        self._made[name] = name, self._bound(facts), json.dumps(facts).encode() + SPLIT + made
        self._waiting += len(made)
        if self._waiting >= AT_ONCE:
            self.keep()
        return made

    def keep(self) -> None:
        """Write what was made since the last time."""
        self._room.put(self._made.values())
        self._made.clear()
        self._waiting = 0

    def _bound(self, facts: list[str]) -> bytes:
        return blake2b(repr((self._key, [self._digests[fact] for fact in facts])).encode(), digest_size=16).digest()
