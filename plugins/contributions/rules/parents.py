"""An event may be part of another, one deep; what neither says is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contributions.library.library import Library
from contributions.models import Common, Event
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution

ROUND = 12
"""How many parents are followed to find an event among its own; each of a longer circle has a parent that has one, which is told."""


def families(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about the parent of an event."""
    del content
    meta = contribution.meta
    if not isinstance(meta, Event):
        return
    if meta.parent == contribution.slug:
        yield Finding(
            "E203", "Un événement ne fait pas partie de lui-même.", "Retirez « parent », ou nommez l’autre événement.", ("parent",)
        )
        return
    parent = _parent(library, meta)
    if parent and _in_a_circle(library, contribution.slug, meta):
        message = f"« {meta.parent} » fait lui-même partie de cet événement : lequel réunit l’autre ?"
        yield Finding("E413", message, "Retirez « parent » de celui qui réunit les autres.", ("parent",))
    elif parent and parent.parent:
        message = f"« {meta.parent} » fait lui-même partie de « {parent.parent} »."
        yield Finding("E414", message, f"Écrivez « parent: {parent.parent} », ou retirez « parent » de {meta.parent}.md.", ("parent",))
    elif parent:
        yield from _missing(meta)


def _missing(meta: Event) -> Iterator[Finding]:
    """What an animation must say, and neither it nor its parent says."""
    neither = f"« {meta.parent} » ne le dit pas non plus."
    if not meta.slots and meta.recurrence is None:
        repair = "Ajoutez « slots: » puis, dessous, « - start: AAAA-MM-JJ HH:MM »."
        yield Finding("E102", f"Il manque « slots » : quand cela a-t-il lieu ? {neither}", repair, ("parent",))
    if meta.place is None and meta.mode != "en-ligne":
        repair = "Ajoutez « place: » avec « name: » et « city: », ou « mode: en-ligne »."
        yield Finding("E102", f"Il manque « place » : où cela a-t-il lieu ? {neither}", repair, ("parent",))


def _parent(library: Library, event: Event) -> Event | None:
    found = library.find("event", event.parent)
    meta = found.meta if found else None
    return meta if isinstance(meta, Event) else None


def _in_a_circle(library: Library, slug: str, event: Event) -> bool:
    """Whether an event is among the parents of its parent."""
    up: Event | None = event
    for _ in range(ROUND):
        up = _parent(library, up) if up else None
        if up is None:
            return False
        if up.parent == slug:
            return True
    return False
