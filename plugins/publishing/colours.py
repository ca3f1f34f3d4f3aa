"""The colours of the theme as literals, light and dark, for what knows no variables: mails, and drawings made into pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

ENOUGH = 4.5
"""The least contrast of a text with its ground (WCAG 2.2, 1.4.3)."""
BLACK, WHITE = "#000000", "#ffffff"
TOKEN = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")
HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
BOTH = re.compile(r"light-dark\((.+),\s*([^,()]+)\)")
RGB = re.compile(r"rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)")


class Colour(NamedTuple):
    """A colour as « #rrggbb », in the light scheme and in the dark one."""

    light: str
    dark: str


def colours(css: str, own: Mapping[str, str]) -> dict[str, Colour]:
    """The tokens of a sheet that are plain colours; a region's `own` count where they are written as hexadecimal or rgb()."""
    found: dict[str, Colour] = {}
    for name, value in (*TOKEN.findall(css), *own.items()):
        if colour := _colour(value.strip()):
            found[name] = colour
    return found


def _colour(value: str) -> Colour | None:
    pair = BOTH.fullmatch(value)
    light, dark = (_literal(part.strip()) for part in (pair.groups() if pair else (value, value)))
    return Colour(light, dark) if light and dark else None


def _literal(value: str) -> str | None:
    if HEX.fullmatch(value):
        digits = value[1:].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    rgb = RGB.fullmatch(value)
    return f"#{''.join(f'{min(int(part), 255):02x}' for part in rgb.groups())}" if rgb else None


def readable(text: str, ground: str) -> str:
    """A text's colour where it can be read on a ground, as it is and inverted; else black or white, whichever can be read better."""
    if legible(text, ground) >= ENOUGH:
        return text
    return max((BLACK, WHITE), key=lambda colour: legible(colour, ground))


def legible(text: str, ground: str) -> float:
    """The lesser contrast of two colours: as they are, and as a program shows them that inverts what it is given."""
    return min(contrast(text, ground), contrast(inverted(text), inverted(ground)))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, « contrast ratio »)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def inverted(colour: str) -> str:
    """The colour on the other side: « #ffcc1c » is « #0033e3 »."""
    return "#" + "".join(f"{255 - part:02x}" for part in bytes.fromhex(colour[1:]))


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
