"""Numbers as French writes them."""

from __future__ import annotations

from contributions.words.typography import NNBSP


def number(value: float | int) -> str:
    """A number as French writes it: « 14 525 », « 59,1 »."""
    text = f"{value:,}" if isinstance(value, int) or float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")
    if isinstance(value, float) and float(value).is_integer():
        text = f"{int(value):,}"
    return text.replace(",", NNBSP).replace(".", ",")
