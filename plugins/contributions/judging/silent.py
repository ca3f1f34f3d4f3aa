"""Keys with nothing behind them: of a known one that says nothing; of any other, its name is what somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from contributions.judging.misnamed import misnamed
from contributions.judging.misplaced import explained
from contributions.judging.structure import Shape, field_at, group_at, keys_of, shape_of
from contributions.problems.problem import Finding, Fix
from contributions.source.matter import FrontMatter, Silent, as_written


def unknown_and_silent(matter: FrontMatter, model: type[BaseModel], vocabularies: Mapping[str, Any]) -> Iterator[Finding]:
    """What is said of the silent keys of a header that a model does not know, each at its key."""
    unknown = [(key, misnamed(model, key.location, matter.values)) for key in matter.silent if _unknown(key, model)]
    told = explained([one for _key, one in unknown], model, matter.values, vocabularies)
    for (key, _one), found in zip(unknown, told, strict=True):
        yield _placed(found, key, matter)
    for key in matter.silent:
        name, shape = str(key.location[-1]), _shape_above(key, model)
        if shape in {"word", "words"}:
            repair = f"Écrivez « - {name} » : une liste a des tirets." if shape == "words" else "Écrivez le texte sur la ligne de la clé."
            yield _placed(Finding("E101", f"La clé « {name} » n’existe pas ici.", repair), key, matter)


def _unknown(key: Silent, model: type[BaseModel]) -> bool:
    """Whether a key stands in a group of the model's that has none of its name."""
    above = key.location[:-1]
    return (not above or _shape_above(key, model) in {"group", "groups"}) and key.location[-1] not in keys_of(group_at(model, above))


def _shape_above(key: Silent, model: type[BaseModel]) -> Shape | None:
    """What the key above holds; None where there is none that the model knows: that one is told itself."""
    field = field_at(model, key.location[:-1])
    return shape_of(field) if field else None


def _placed(found: Finding, key: Silent, matter: FrontMatter) -> Finding:
    """A finding at its key: entries of lists that say nothing are not counted, and so a location may not lead there."""
    fix = replace(found.fix, old=str(key.location[-1])) if isinstance(found.fix, Fix) else None
    column = as_written(key.line, key.column, matter.mends)
    return replace(found, location=(), line=key.line, column=column, fix=fix)
