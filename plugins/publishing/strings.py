"""The strings of the interface, in French; another language is a catalogue of translations (gettext)."""

from __future__ import annotations

import gettext
from pathlib import Path


class Interface:
    """The language of the interface: one a build, as the templates' environment has one."""

    catalogue: gettext.NullTranslations = gettext.NullTranslations()


_interface = Interface()


def use(lang: str, locale: Path) -> gettext.NullTranslations:
    """Choose the catalogue of a language below `locale`; French is the source and needs none."""
    _interface.catalogue = gettext.translation("escale", locale, [lang], fallback=True)
    return _interface.catalogue


def _(text: str) -> str:
    """The text in the interface's language."""
    return _interface.catalogue.gettext(text)


def counted(singular: str, plural: str, number: int) -> str:
    """A phrase that agrees with a number; `{n}` stands for it. Zero is singular in French."""
    return _interface.catalogue.ngettext(singular, plural, max(number, 1)).format(n=f"{number:,}".replace(",", "\u202f"))
