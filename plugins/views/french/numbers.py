"""Numbers as French writes them, and what is counted with them."""

from __future__ import annotations

from contributions.models.groups import Age
from contributions.words.typography import NNBSP
from publishing.strings import _, counted


def number(value: float | int) -> str:
    """A number as French writes it: « 14 525 », « 59,1 »."""
    text = f"{value:,}" if isinstance(value, int) or float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")
    if isinstance(value, float) and float(value).is_integer():
        text = f"{int(value):,}"
    return text.replace(",", NNBSP).replace(".", ",")


def ages(age: Age | None) -> str | None:
    """« de 8 à 12 ans », « dès 1 an », « jusqu’à 6 ans »; None where nothing is known."""
    if age is None or (age.min is None and age.max is None):
        return None
    least, most = (None if years is None else number(years) for years in (age.min, age.max))
    years = counted("an", "ans", int(age.max if age.max is not None else age.min or 0))
    if least is None:
        return _("jusqu’à {most} {years}").format(most=most, years=years)
    if most is None:
        return _("dès {least} {years}").format(least=least, years=years)
    if least == most:
        return f"{least} {years}"
    return _("de {least} à {most} {years}").format(least=least, most=most, years=years)
