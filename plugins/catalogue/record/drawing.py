"""A tool drawn to scale, beside a person and the boot of an estate car, from its owner's figures; one unit of a drawing is a centimetre."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contributions.lending.variants import Variant, variants
from contributions.models import Exhibition
from contributions.models.exhibition import Format
from contributions.words.typography import NBSP, typo
from publishing.strings import _, counted
from views.french import dates
from views.french.numbers import number

PERSON = 170
BOOT = (100, 140, 80)
"""Width, depth and height of an estate's boot with the back seat folded, about: what most of them have between the wheels."""
BOOT_M3 = BOOT[0] * BOOT[1] * BOOT[2] / 1e6
MOST_BOOTS = 2
"""Boots that are drawn; of more the words tell."""
ROOM = 260
"""How wide panels may stand side by side, so that words can still be read on a phone; one is always drawn."""
SLANT = (0.36, 0.25)
"""How far a centimetre of depth goes to the right and up."""
GAP, SLOT, MARGIN = 34, 112, 12
LINE = 24
"""From one line of words to the next."""


@dataclass(frozen=True, slots=True)
class Box:
    """A body as SVG path data: its front, and what is seen of its top and side (empty of what has no depth)."""

    front: str
    depth: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """Words below a drawing, about a point."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A tool, or some of its versions (`label`). `said` has the same in sentences."""

    label: str | None
    width: int
    height: int
    floor: int
    person: int
    """The middle of the person."""
    bodies: tuple[Box, ...]
    boots: tuple[Box, ...]
    loads: tuple[Box, ...]
    captions: tuple[Caption, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The figures that a drawing needs, in centimetres and cubic metres; None and 0: the owner does not say."""

    panels: int
    width: float | None
    height: float | None
    depth: float | None
    volume: float | None

    @property
    def shows(self) -> bool:
        """Whether a body can be drawn."""
        return bool(self.width and self.height)


def drawings(meta: Exhibition) -> Iterator[Drawing]:
    """One for all versions that have the same figures; none where these do not suffice."""
    labels: dict[Sizes, list[str]] = {}
    for one in variants(meta):
        if (sizes := _sizes(one)) and (sizes.shows or sizes.volume):
            labels.setdefault(sizes, []).extend([typo(one.label)] if one.label else [])
    for sizes, names in labels.items():
        yield _drawing(sizes, dates.enumeration(names) if names else None)


def _sizes(one: Variant) -> Sizes | None:
    keys: Format | None = one.format
    return Sizes(keys.panels or 0, keys.width_cm, keys.height_cm, keys.depth_cm, keys.volume_m3) if keys else None


def _drawing(sizes: Sizes, label: str | None) -> Drawing:
    loads = _shares(sizes.volume)
    shown = _shown(sizes)
    rise = _up(BOOT[1])
    floor = round(max(PERSON, BOOT[2] + rise, (sizes.height or 0) + _up(sizes.depth) if shown else 0)) + MARGIN
    at = MARGIN + SLOT // 2
    captions = [*_captions(at, floor, [_("une personne"), f"1,70{NBSP}m"])]
    person, at = at, at + SLOT // 2 + GAP
    bodies: list[Box] = []
    if shown and sizes.width and sizes.height:
        step = sizes.width + 8
        whole = round(step * shown - 8 + _right(sizes.depth))
        start = at + max(0, (SLOT - whole) // 2)
        bodies = [_box(start + step * n, floor, sizes.width, sizes.height, sizes.depth or 0) for n in range(shown)]
        captions += _captions(at + max(SLOT, whole) // 2, floor, [_measured(sizes), *_of_all(sizes, shown)])
        at += max(SLOT, whole) + GAP
    step = BOOT[0] + _right(BOOT[1]) + 8
    drawn = max(1, min(len(loads), MOST_BOOTS))
    boots = [_box(at + step * n, floor, BOOT[0], BOOT[2], BOOT[1]) for n in range(drawn)]
    filled = [_box(at + step * n, floor, BOOT[0], BOOT[2] * share, BOOT[1]) for n, share in enumerate(loads[:drawn])]
    whole = round(step * drawn)
    captions += _captions(at + whole // 2, floor, [_("coffre d’un break"), f"{' × '.join(map(str, BOOT))}{NBSP}cm"])
    return Drawing(
        label=label,
        width=at + whole + MARGIN,
        height=floor + 3 * LINE,
        floor=floor,
        person=person,
        bodies=tuple(bodies),
        boots=tuple(boots),
        loads=tuple(filled),
        captions=tuple(captions),
        said=tuple(_said(sizes, shown)),
    )


def _shown(sizes: Sizes) -> int:
    """How many bodies stand side by side."""
    if not (sizes.width and sizes.height):
        return 0
    return max(1, min(sizes.panels or 1, int(ROOM // (sizes.width + 8))))


def _shares(volume: float | None) -> list[float]:
    """How full each boot would be: ones, and the rest."""
    if not volume:
        return []
    boots = round(volume / BOOT_M3, 6)
    return [min(1.0, boots - n) for n in range(math.ceil(boots))]


def _box(x: float, floor: int, width: float, height: float, depth: float) -> Box:
    """A body on the floor, its left edge at x."""
    front = f"M{x:.0f} {floor - height:.0f}h{width:.0f}V{floor}h-{width:.0f}Z"
    if not depth:
        return Box(front)
    right, up = round(_right(depth)), round(_up(depth))
    top = f"M{x:.0f} {floor - height:.0f}l{right}-{up}h{width:.0f}l-{right} {up}Z"
    side = f"M{x + width:.0f} {floor}l{right}-{up}v-{height:.0f}l-{right} {up}Z"
    return Box(front, top + side)


def _right(depth: float | None) -> float:
    return (depth or 0) * SLANT[0]


def _up(depth: float | None) -> float:
    return (depth or 0) * SLANT[1]


def _captions(x: int, floor: int, lines: Iterable[str]) -> Iterator[Caption]:
    yield from (Caption(x, floor + LINE * number, text) for number, text in enumerate(lines, 1))


def _measured(sizes: Sizes) -> str:
    """« 80 × 180 cm »."""
    sides = (sizes.width, sizes.height, sizes.depth)
    return " × ".join(number(side) for side in sides if side) + f"{NBSP}cm"


def _of_all(sizes: Sizes, shown: int) -> list[str]:
    return [_("{shown} sur {all}").format(shown=shown, all=sizes.panels)] if sizes.panels > shown else []


def _said(sizes: Sizes, shown: int) -> Iterator[str]:
    """What the drawing shows, and what share of a boot the tool would take."""
    boot = _("le coffre d’un break (environ {sides} cm, soit {volume} m³)").format(
        sides=" × ".join(map(str, BOOT)), volume=number(round(BOOT_M3, 2))
    )
    yield _("À la même échelle : {things}.").format(
        things=dates.enumeration([_("une personne de 1,70 m"), *_bodies_said(sizes, shown), boot])
    )
    if not sizes.volume:
        yield _("Le propriétaire ne donne pas le volume une fois emballé.")
        return
    volume, share = f"{number(sizes.volume)}{NBSP}m³", round(sizes.volume / BOOT_M3, 6)
    if share <= 1:
        yield _("Emballé, il fait {volume} : environ {share} % de ce coffre.").format(volume=volume, share=math.ceil(round(share * 100, 3)))
    else:
        text = _("Emballé, il fait {volume} : autant que {boots} coffres comme celui-ci.")
        yield text.format(volume=volume, boots=number(round(share, 1)))
    if math.ceil(share) > MOST_BOOTS:
        yield _("{n} sont dessinés.").format(n=MOST_BOOTS)


def _bodies_said(sizes: Sizes, shown: int) -> Iterator[str]:
    if not shown:
        return
    if not sizes.panels:
        yield _("une pièce de {sides}").format(sides=_measured(sizes))
    elif sizes.panels > shown:
        text = counted("{n} panneau", "{n} panneaux", shown)
        yield _("{shown} de {sides} sur les {all}").format(shown=text, sides=_measured(sizes), all=sizes.panels)
    else:
        yield _("{panels} de {sides}").format(panels=counted("{n} panneau", "{n} panneaux", sizes.panels), sides=_measured(sizes))
