"""The versions of a tool: what each has and asks otherwise than the tool, and what is the tool's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.record.measures import contents, in_the_room, on_the_road, setting_up
from catalogue.record.terms import entered, insurance_facts, price_facts
from contributions.models import Exhibition
from contributions.models.exhibition import Version
from contributions.words.typography import typo
from publishing.strings import _
from views.french import dates
from views.values import Fact


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version: its own facts, and a sentence on those that it shares with the tool (empty where there are none)."""

    label: str
    facts: tuple[Fact, ...]
    shared: str


def versions(meta: Exhibition) -> tuple[VersionView, ...]:
    """All of them, in the record's order."""
    return tuple(VersionView(typo(version.label), tuple(_own(version)), _shared(meta, version)) for version in meta.versions)


def _own(version: Version) -> Iterator[Fact]:
    yield from in_the_room(version.format)
    yield from setting_up(version.setup)
    yield from contents(version.contents)
    yield from on_the_road(version.format)
    yield from price_facts(version.price)
    yield from insurance_facts(version.insurance)
    if version.copies > 1:
        yield Fact(_("Exemplaires"), str(version.copies))
    if version.acquired:
        yield Fact(_("Entrée dans le fonds"), entered(version.acquired))
    if version.retired_on:
        yield Fact(_("Retirée le"), dates.day_month(version.retired_on))


def _shared(meta: Exhibition, version: Version) -> str:
    """« Comme l’outil : montage, tarif et assurance. » A group that a version gives replaces the tool's as a whole."""
    pairs = (
        (_("mesures et transport"), meta.format, version.format),
        (_("montage"), meta.setup, version.setup),
        (_("contenu"), meta.contents, version.contents),
        (_("tarif"), meta.price, version.price),
        (_("assurance"), meta.insurance, version.insurance),
    )
    names = [name for name, whole, own in pairs if whole and not own]
    return _("Comme l’outil : {groups}.").format(groups=dates.enumeration(names)) if names else ""
