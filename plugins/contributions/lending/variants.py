"""What is lent of a tool: the tool itself, or each of its versions with what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contributions.models.exhibition import Exhibition, Format, Insurance, Item, LoanPrice, Setup

PERIOD_DAYS: Mapping[str, int] = {"semaine": 7, "mois": 30}
"""How many days a price is for, where it is not for the whole loan; a period that has begun is paid whole (answers.md, « budget »)."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A version, or the tool where it has none (`version` and `label` are None then). None and empty: the owner does not say."""

    version: str | None
    label: str | None
    contents: tuple[Item, ...]
    format: Format | None
    setup: Setup | None
    price: LoanPrice | None
    insurance: Insurance | None


def variants(tool: Exhibition) -> tuple[Variant, ...]:
    """In the order of the record. What a version says of its format, set-up, price or insurance replaces the tool's as a whole."""
    if not tool.versions:
        return (_whole(tool),)
    return tuple(
        Variant(
            version.id,
            version.label,
            version.contents or tool.contents,
            version.format or tool.format,
            version.setup or tool.setup,
            version.price or tool.price,
            version.insurance or tool.insurance,
        )
        for version in tool.versions
    )


def lent(tool: Exhibition, version: str | None) -> Variant:
    """What a loan of a version takes along; of a version that the record does not know, or of none, the tool itself."""
    return next((variant for variant in variants(tool) if version and variant.version == version), _whole(tool))


def _whole(tool: Exhibition) -> Variant:
    return Variant(None, None, tool.contents, tool.format, tool.setup, tool.price, tool.insurance)
