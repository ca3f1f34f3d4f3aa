"""What was found out in the last build, kept while all that it follows from is the same."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any, TypeVar, cast

from contributions.cache.cache import Room

T = TypeVar("T")
G = TypeVar("G")


def remembered(room: Room, name: str, grounds: object, make: Callable[[], T]) -> T:
    """What `make` gives (plain values only), kept under a name while its grounds (of a stable `repr`) are the same."""
    key = blake2b(repr(grounds).encode("utf-8", "surrogateescape"), digest_size=16).digest()
    known = room.value(name, key)
    if known is not None:
        return cast("T", marshal.loads(known))
    value: Any = make()
    room.put([(name, key, marshal.dumps(value))])
    return cast("T", value)


def each(room: Room, name: str, recipe: str, grounds: Mapping[str, G], make: Callable[[str], T]) -> dict[str, T]:
    """What `make` gives for each name (plain values only), kept while its own grounds are the same.

    `recipe` says what else decides it. What is asked for no more is let go of.
    """
    key = recipe.encode()
    known = room.value(name, key)
    table: dict[str, tuple[G, T]] = marshal.loads(known) if known is not None else {}
    found = {one: table[one] if one in table and table[one][0] == ground else (ground, make(one)) for one, ground in grounds.items()}
    if found != table:
        room.put([(name, key, marshal.dumps(found))])
    return {one: value for one, (_ground, value) in found.items()}
