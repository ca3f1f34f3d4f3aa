"""What is lent of a tool: the tool itself, or each of its versions with what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from contributions.models.exhibition import Exhibition, Format, Insurance, Item, LoanPrice, Setup


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
        return (Variant(None, None, tool.contents, tool.format, tool.setup, tool.price, tool.insurance),)
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
