"""Who leads something in an edition publishes it: one who has published nothing when it begins may have been forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contributions.library.library import Library
from contributions.models import Common, Contributed, Programme
from contributions.models.programme import Leader
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution
from contributions.words.folding import folded


def heard(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Warnings about leaders with neither an event nor an article in a programme that has begun.

    It has on the day of its `start`, or on that of its publication where it says none: before, they still have time.
    Those who gave up are not waited for.
    """
    del content
    meta = contribution.meta
    if not isinstance(meta, Programme) or not meta.leaders or not library.has_come(meta.start.day if meta.start else meta.date):
        return
    known = {name for one in library.told_in.get(contribution.slug, ()) for name in _publishers(one.meta)}
    for index, leader in enumerate(meta.leaders):
        if leader.state != "annule" and _name(leader) not in known:
            who = leader.organisation or leader.name
            repair = "Demandez-lui son événement ou son article, ou écrivez « state: annule »."
            key = "organisation" if leader.organisation else "name"
            yield Finding("W616", f"« {who} » n’a rien publié dans ce dossier.", repair, ("leaders", index, key))


def _name(leader: Leader) -> str:
    return leader.organisation or folded(leader.name or "")


def _publishers(meta: Common) -> Iterator[str]:
    """Who publishes something, and who organises it too: slugs, and names as they are compared."""
    if isinstance(meta, Contributed):
        yield from (meta.organisation,) if meta.organisation else ()
        yield from (folded(meta.publisher.name),) if meta.publisher else ()
    for partner in meta.partners:
        if partner.role == "co-organisateur":
            yield partner.organisation or folded(partner.name or "")
