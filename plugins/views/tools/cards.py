"""A tool in the lists of the catalogue: what one chooses it by, at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from contributions.fields.levels import CLASSES
from contributions.lending.variants import Variant, variants
from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.models.exhibition import Format
from contributions.record.contribution import Contribution
from contributions.words.typography import NBSP, typo
from publishing.strings import _, counted
from views.cards import common_badges, new_badges, publisher, town
from views.french import labels
from views.french.numbers import ages, number
from views.french.terms import loan_price
from views.tools.months import Month, months, year_said
from views.tools.words import promise
from views.values import Badge

ICONS = {"main": "bag", "voiture": "car", "utilitaire": "van", "camion": "lorry"}
BY_HAND_KG, BY_HAND_M3 = 10, 0.1
"""What one person carries in a bag: both figures must be given by the owner."""
SUMMARY = 110
"""Characters of a summary, about."""
LADDER = ("ps", "ms", "gs", "cp", "ce1", "ce2", "cm1", "cm2", "6e", "5e", "4e", "3e", "2de", "1re", "terminale", "superieur")
"""Classes in the order in which one passes through them."""


@dataclass(frozen=True, slots=True)
class Decisive:
    """One of the figures that decide: a drawing of icons.svg, what it is about, and what there is to know."""

    icon: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class ToolCard:
    """A tool among others, without a picture: lists of them must be light.

    `months` is empty where nothing can be promised of any; `year` says the same in words.
    """

    slug: str
    url: str
    title: str
    summary: str
    kicker: str
    owner: str
    town: str | None
    promise: Badge
    vehicle: Decisive | None
    decisive: tuple[Decisive, ...]
    months: tuple[Month, ...]
    year: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class YearGroup:
    """Tools whose years are shown under a heading, which may lead somewhere."""

    label: str
    url: str | None
    lines: tuple[ToolCard, ...]


def tool_cards(library: Library, tools: Iterable[Contribution[Exhibition]]) -> tuple[ToolCard, ...]:
    """Cards in the order given."""
    return tuple(tool_card(library, tool) for tool in tools)


def tool_card(library: Library, tool: Contribution[Exhibition]) -> ToolCard:
    """The card of a tool: it is dear, and stands on a dozen pages."""
    return library.stored_value(f"tool-card/{tool.slug}", _stored(), lambda: _card(library, tool))


@cache
def _stored() -> TypeAdapter[ToolCard]:
    return TypeAdapter(ToolCard)


def _card(library: Library, tool: Contribution[Exhibition]) -> ToolCard:
    meta = tool.meta
    owner = library.page("organisation", meta.organisation)
    shown, lent = months(library, tool), variants(meta)
    return ToolCard(
        slug=tool.slug,
        url=tool.url,
        title=typo(meta.title),
        summary=_first_words(typo(meta.summary)),
        kicker=library.hub.category("exhibition", meta.category),
        owner=publisher(library, tool).label,
        town=town(owner.places[0]) if owner is not None and owner.places else None,
        promise=promise(library, tool),
        vehicle=_transport(lent),
        decisive=tuple(_decisive(meta, lent)),
        months=shown,
        year=year_said(shown),
        badges=(*new_badges(library, meta), *common_badges(library, tool)),
    )


def _transport(lent: Iterable[Variant]) -> Decisive | None:
    """The least vehicle that each version needs, the smallest first; None where the owner says of none."""
    ways = sorted({_vehicle(variant.format) for variant in lent if variant.format} - {""}, key=list(ICONS).index)
    return Decisive(ICONS[ways[0]], _("Transport"), _either(_way(way) for way in ways)) if ways else None


def _decisive(meta: Exhibition, lent: Sequence[Variant]) -> Iterator[Decisive]:
    """What the owner says of surface, price and public; of several versions, whatever one of them has."""
    if surfaces := sorted({one.format.surface_m2 for one in lent if one.format and one.format.surface_m2}):
        span = number(surfaces[0])
        if len(surfaces) > 1:
            span = _("{least} à {most}").format(least=span, most=number(surfaces[-1]))
        yield Decisive("surface", _("Surface"), f"{span}{NBSP}m²")
    if prices := _prices(lent):
        yield Decisive("euro", _("Tarif"), _either(prices))
    if public := level(meta):
        yield Decisive("school", _("Public"), public)
    if len(lent) > 1:
        yield Decisive("copy", _("Formats"), counted("{n} version", "{n} versions", len(lent)))


def _vehicle(one: Format) -> str:
    """The least vehicle that carries it, of ICONS; empty where its owner does not say."""
    if one.vehicle in {None, "voiture"} and one.weight_kg and one.volume_m3 and one.weight_kg <= BY_HAND_KG and one.volume_m3 <= BY_HAND_M3:
        return "main"
    return one.vehicle or ""


def _way(vehicle: str) -> str:
    return _("À la main") if vehicle == "main" else labels.label(labels.VEHICLES, vehicle)


def _prices(lent: Iterable[Variant]) -> list[str]:
    """« 60 à 120 € par mois » of versions that differ by their amount alone."""
    prices = [variant.price for variant in lent if variant.price]
    amounts = sorted({one.amount for one in prices if one.amount is not None and not one.free})
    if len(amounts) > 1 and len({(one.free, one.per) for one in prices}) == 1 and all(one.amount is not None for one in prices):
        dearest = loan_price(prices[0].model_copy(update={"amount": amounts[-1]}))
        return [_("{least} à {most}").format(least=number(amounts[0]), most=dearest)]
    return list(dict.fromkeys(map(loan_price, prices)))


def _either(said: Iterable[str]) -> str:
    """« Voiture ou utilitaire »: the versions differ."""
    first, *others = said
    return _(" ou ").join([first, *(other[:1].lower() + other[1:] for other in others)])


def level(meta: Exhibition) -> str:
    """The school levels that it suits, else the ages; empty where neither is given."""
    return levels_said(meta.school_levels) or ages_said(meta)


def ages_said(meta: Exhibition) -> str:
    """« Dès 8 ans »."""
    said = ages(meta.age) or ""
    return said[:1].upper() + said[1:]


def levels_said(levels: Iterable[str]) -> str:
    """In few words: « Cycles 2 à 4 », « CM1 à 3e »; levels with a gap between them one by one."""
    given = tuple(levels)
    cycles = [name for name in ("cycle-1", "cycle-2", "cycle-3", "cycle-4") if name in given]
    if len(cycles) == len(given) > 1 and int(cycles[-1][-1]) - int(cycles[0][-1]) == len(cycles) - 1:
        return _("Cycles {first} à {last}").format(first=cycles[0][-1], last=cycles[-1][-1])
    classes = sorted({LADDER.index(one) for name in given for one in CLASSES.get(name, (name,))})
    if len(given) > 2 and classes[-1] - classes[0] == len(classes) - 1:
        first, last = LADDER[classes[0]], LADDER[classes[-1]]
        if last == "superieur":
            return _("{first} au supérieur").format(first=labels.levels([first]))
        return _("{first} à {last}").format(first=labels.levels([first]), last=labels.label(labels.LEVELS, last))
    return labels.levels(given)


def _first_words(text: str) -> str:
    """A text cut behind a word where it is long."""
    if len(text) <= SUMMARY:
        return text
    return text[:SUMMARY].rpartition(" ")[0].rstrip(" ,;:–\u00a0\u202f") + "…"
