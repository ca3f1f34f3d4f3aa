"""The records of a source together: each identity once, and nothing lost in silence."""

from __future__ import annotations

from collections.abc import Iterable

from imports.taken import Reading, Refusal, Taken


def gathered(made: Iterable[tuple[Taken | None, list[Refusal]]], whole: bool) -> Reading:
    """A reading of what each record made. The same record twice, as pages that move give it, is one; two that differ are told."""
    taken: dict[str, Taken] = {}
    refused: list[Refusal] = []
    for one, refusals in made:
        before = taken.get(one.id) if one else None
        if one and before:
            if (before.values, before.body, before.words) != (one.values, one.body, one.words):
                refused.append(Refusal(one.at, f"L’identifiant « {one.id} » est déjà celui de {before.at} : le premier est pris."))
            continue
        if one:
            taken[one.id] = one
        refused += refusals
    return Reading(tuple(taken.values()), refused=tuple(refused), whole=whole)
