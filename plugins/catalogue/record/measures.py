"""What a tool measures, weighs and needs, as facts: for the room, and for the road."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contributions.fields.fields import NO, YES
from contributions.models.exhibition import Format, Item, Setup
from contributions.words.typography import NBSP, typo
from publishing.strings import _, counted
from views.french import labels
from views.french.numbers import number
from views.values import Fact


def contents(items: Iterable[Item]) -> Iterator[Fact]:
    """What is in the crates, one line an item."""
    lines = tuple(f"{item.quantity} × {typo(item.item)}" for item in items)
    if lines:
        yield Fact(_("Contenu"), values=lines)


def setting_up(setup: Setup | None) -> Iterator[Fact]:
    """How long it takes to put it up, and how many hands."""
    if setup is None:
        return
    if setup.minutes:
        yield Fact(_("Durée du montage"), minutes(setup.minutes))
    if setup.people:
        yield Fact(_("Pour le monter"), counted("{n} personne", "{n} personnes", setup.people))


def in_the_room(keys: Format | None) -> Iterator[Fact]:
    """What stands in the room, and what the room must have."""
    if keys is None:
        return
    sides = [number(side) for side in (keys.width_cm, keys.height_cm, keys.depth_cm) if side]
    simple = (
        (_("Surface au sol"), _with_unit(keys.surface_m2, "m²")),
        (_("Hauteur"), _with_unit(keys.height_cm, "cm")),
        (_("Linéaire"), _with_unit(keys.linear_m, "m")),
        (_("Panneaux"), str(keys.panels) if keys.panels else None),
        (_("Dimensions"), " × ".join(sides) + f"{NBSP}cm" if len(sides) > 1 else None),
        (_("Matière"), typo(keys.material) if keys.material else None),
        (_("Accrochage"), ", ".join(typo(way) for way in keys.hanging) or None),
        (_("Électricité"), said(keys.power) if keys.power else None),
        (_("Internet"), None if keys.internet is None else _("Nécessaire") if keys.internet else _("Inutile")),
        (_("Intérieur"), None if keys.indoor_only is None else _("Intérieur seulement") if keys.indoor_only else _("Dehors aussi")),
        (_("Classement au feu"), keys.fire_class),
    )
    yield from (Fact(label, value) for label, value in simple if value)


def on_the_road(keys: Format | None) -> Iterator[Fact]:
    """What it takes to move it."""
    if keys is None:
        return
    simple = (
        (_("Véhicule"), labels.label(labels.VEHICLES, keys.vehicle) if keys.vehicle else None),
        (_("Poids"), _with_unit(keys.weight_kg, "kg")),
        (_("Pièce la plus lourde"), _with_unit(keys.heaviest_kg, "kg")),
        (_("Volume"), _with_unit(keys.volume_m3, "m³")),
        (_("Caisses"), str(keys.crates) if keys.crates else None),
    )
    yield from (Fact(label, value) for label, value in simple if value)


def minutes(value: int) -> str:
    """« 45 min », « 2 h », « 1 h 30 »."""
    hours, rest = divmod(value, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h{NBSP}{rest:02}" if rest else f"{hours}{NBSP}h"


def said(text: str) -> str:
    """A value that may be a sentence, or only yes or no."""
    word = text.lower()
    return _("Oui") if word in YES else _("Non") if word in NO else typo(text)


def _with_unit(value: float | None, unit: str) -> str | None:
    return f"{number(value)}{NBSP}{unit}" if value else None
