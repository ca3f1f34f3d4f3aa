"""The strings of the interface, in French; another language is a catalogue of translations (gettext)."""

from __future__ import annotations

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(lang: str, locale: Path) -> gettext.NullTranslations:
    """Choose the catalogue of a language below `locale`; French is the source and needs none."""
    global _catalogue  # noqa: PLW0603  the interface has one language a build, as the templates' environment has
    _catalogue = gettext.translation("escale", locale, [lang], fallback=True)
    return _catalogue


def _(text: str) -> str:
    """The text in the interface's language."""
    return _catalogue.gettext(text)


def counted(singular: str, plural: str, number: int) -> str:
    """A phrase that agrees with a number; `{n}` stands for it. Zero is singular in French."""
    return _catalogue.ngettext(singular, plural, max(number, 1)).format(n=f"{number:,}".replace(",", "\u202f"))
