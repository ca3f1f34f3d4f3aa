"""What of a tool is lent by itself: each version, with what it leaves out as the tool has it; else the tool."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from contributions.models import Exhibition
from contributions.models.exhibition import Format, Insurance, Item, LoanPrice, Setup
from contributions.words.typography import typo
from publishing.strings import _


@dataclass(frozen=True, slots=True)
class Lent:
    """A version, or a tool that has none (then `version` and `label` are None)."""

    version: str | None
    label: str | None
    contents: tuple[Item, ...]
    format: Format | None
    setup: Setup | None
    price: LoanPrice | None
    insurance: Insurance | None


def lent(meta: Exhibition) -> tuple[Lent, ...]:
    """All that can be borrowed by itself, in the record's order; what a version leaves out is the tool's, group by group (the contract)."""
    if not meta.versions:
        return (Lent(None, None, meta.contents, meta.format, meta.setup, meta.price, meta.insurance),)
    return tuple(
        Lent(
            version.id,
            typo(version.label),
            version.contents or meta.contents,
            version.format or meta.format,
            version.setup or meta.setup,
            version.price or meta.price,
            version.insurance or meta.insurance,
        )
        for version in meta.versions
    )


def either(things: Iterable[Lent], say: Callable[[Lent], str | None]) -> str | None:
    """What is said of them, each wording once: « Voiture ou Utilitaire »; None where nothing is."""
    words = tuple(dict.fromkeys(filter(None, map(say, things))))
    return _(" ou ").join(words) or None
