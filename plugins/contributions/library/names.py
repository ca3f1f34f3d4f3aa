"""Short lists as the names of what they hold: digests from which the lists can be had again, without making them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from contributions.library.contribution import Contribution
from contributions.models import Common

ABSENT = b""
"""The digest of what is not there."""
NAMED = b"="
"""How such a digest begins."""
MOST_NAMED = 200
"""Longer lists have a hash for a digest."""


def names_of(entries: Iterable[Contribution[Common] | None]) -> bytes:
    """Entries by their names."""
    return NAMED + "|".join("" if entry is None else f"{entry.kind}/{entry.slug}" for entry in entries).encode()


def entries_of(by_key: Mapping[tuple[str, str], Contribution[Common]], names: bytes) -> tuple[Contribution[Common] | None, ...]:
    """The entries whose names `names_of` gave."""
    found = (name.partition("/") for name in names.removeprefix(NAMED).decode().split("|"))
    return tuple(by_key[kind, slug] if kind else None for kind, _, slug in found)


def recalled(by_key: Mapping[tuple[str, str], Contribution[Common]], digest: bytes | None) -> tuple[Contribution[Common], ...] | None:
    """The list that a digest tells, or None where it does not. Raises KeyError where it says that there is none."""
    if digest == ABSENT:
        raise KeyError
    return tuple(filter(None, entries_of(by_key, digest))) if digest and digest.startswith(NAMED) else None
