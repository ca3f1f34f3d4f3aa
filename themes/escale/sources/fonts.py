"""Cut the theme's WOFF2 files from the open fonts (SIL OFL 1.1) that npm's @fontsource packages carry.

    npm pack @fontsource-variable/bricolage-grotesque @fontsource-variable/atkinson-hyperlegible-next   # and untar each
    python themes/escale/sources/fonts.py FOLDER-OF-THE-WOFF2-FILES                                     # needs fonttools, brotli

What is done: only the glyphs French needs are kept, the axes are pinned or narrowed, small kerning values are dropped,
U+202F and U+2009 are added (the sources lack them), and the zero loses its slash: dates and times are full of zeros
that no one can take for a letter.
"""

from __future__ import annotations

import array
import io
import sys
from math import radians, tan
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.varLib import instancer

TARGET = Path(__file__).parent.parent / "static" / "fonts"
LETTERS = {*range(0x20, 0x7F), 0xA0, *map(ord, "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜàâäçéèêëîïôöùûüÿñæÆŒœ’‘“”«»–—…·°²")}
ALL = LETTERS | set(map(ord, "áíóúß•€³×½¼©®±µ§−‹›"))
THIN = 0.18  # of an em


def cut(source: Path, glyphs: set[int], axes: dict[str, Any], kern: bool) -> Any:
    """The font of `source` with these code points only and these axes."""
    font = TTFont(source)
    options = subset.Options()
    options.layout_features = ["mark", "ccmp", "locl", "tnum", *(["kern"] if kern else [])]
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.hinting = options.notdef_outline = options.glyph_names = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=glyphs)
    cutter.subset(font)
    deltas = font["gvar"].variations
    font["gvar"].variations = {name: deltas.get(name, []) for name in font.getGlyphOrder()}
    buffer = io.BytesIO()
    font.save(buffer)
    buffer.seek(0)
    return instancer.instantiateVariableFont(TTFont(buffer), axes)


def add_thin_spaces(font: Any) -> None:
    """Map U+202F and U+2009 to blank glyphs, U+2011 to the hyphen."""
    known = font.getBestCmap()
    if "HVAR" in font:
        del font["HVAR"]
    for name, code in (("nnbsp", 0x202F), ("thinsp", 0x2009)):
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        blank = Glyph()
        blank.numberOfContours = 0
        font["glyf"].glyphs[name] = blank
        font["glyf"].glyphOrder = font.getGlyphOrder()
        font["hmtx"][name] = (round(font["head"].unitsPerEm * THIN), 0)
        if "gvar" in font:
            font["gvar"].variations[name] = []
        for table in font["cmap"].tables:
            table.cmap[code] = name
    for table in font["cmap"].tables:
        table.cmap.setdefault(0x2011, known[0x2D])
    font["maxp"].numGlyphs = len(font.getGlyphOrder())
    if "gvar" not in font:
        for tag in ("STAT", "MVAR", "avar"):
            if tag in font:
                del font[tag]


def prune_kerning(font: Any, least: int) -> None:
    """Forget class kerning under `least` units, round the rest to 4."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2 or table.Format != 2:
                continue
            values = [pair.Value1 for first in table.Class1Record for pair in first.Class2Record if pair.Value1]
            for value in values:
                advance = getattr(value, "XAdvance", 0) or 0
                value.XAdvance = round(advance / 4) * 4 if abs(advance) >= least else 0


def plain_zero(font: Any) -> None:
    """Replace the two counters that leave a slash in the zero by one oval."""
    name = font.getBestCmap()[ord("0")]
    glyph = font["glyf"][name]
    deltas = list(font["gvar"].variations[name]) if "gvar" in font else []
    size = glyph.endPtsOfContours[0] + 1
    outer = list(glyph.coordinates[:size])
    slant = tan(radians(-font["post"].italicAngle))
    across = [x - y * slant for x, y in outer]
    down = [y for _, y in outer]
    middle, height = (min(across) + max(across)) / 2, (min(down) + max(down)) / 2

    def oval(rx: float, ry: float) -> list[tuple[float, float]]:
        k, square = tan(radians(22.5)), 1.06  # a little squarer than an ellipse, as the outer contour is
        ring = [(-rx, -ry * k * square), (-rx, ry * k * square), (-rx * k, ry), (rx * k, ry)]
        ring += [(-x, -y) for x, y in ring]
        placed = [(middle + x + (height + y) * slant, height + y) for x, y in ring]
        return placed if turn(placed) * turn(outer) < 0 else placed[::-1]

    rx, ry = (max(across) - min(across)) / 2 - 90, (max(down) - min(down)) / 2 - 74
    inner, bold = oval(rx, ry), oval(rx - 38, ry - 34)
    glyph.coordinates = GlyphCoordinates([(round(x), round(y)) for x, y in outer + inner])
    glyph.flags = array.array("B", [*glyph.flags[:size], *[0] * len(inner)])
    glyph.endPtsOfContours, glyph.numberOfContours = [size - 1, size + len(inner) - 1], 2
    for delta in deltas:
        moved = [(round(b[0] - i[0]), round(b[1] - i[1])) for b, i in zip(bold, inner, strict=True)]
        delta.coordinates = delta.coordinates[:size] + moved + delta.coordinates[-4:]


def turn(points: list[tuple[float, float]]) -> float:
    """Twice the signed area: its sign is the direction of a contour."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))


def write(font: Any, name: str) -> None:
    font.flavor = "woff2"
    font.save(TARGET / name)
    print(name, (TARGET / name).stat().st_size, "bytes")


def main(folder: Path) -> None:
    display = cut(folder / "bricolage-grotesque-latin-standard-normal.woff2", LETTERS | {ord("€"), ord("×")}, {"opsz": 36, "wdth": 86, "wght": 700}, kern=True)
    prune_kerning(display, 10)
    add_thin_spaces(display)
    write(display, "bricolage-grotesque-700.woff2")
    text = cut(folder / "atkinson-hyperlegible-next-latin-wght-normal.woff2", ALL, {"wght": (400, 700)}, kern=True)
    add_thin_spaces(text)
    plain_zero(text)
    write(text, "atkinson-hyperlegible-next.woff2")
    italic = cut(folder / "atkinson-hyperlegible-next-latin-wght-italic.woff2", LETTERS, {"wght": 400}, kern=False)
    add_thin_spaces(italic)
    plain_zero(italic)
    write(italic, "atkinson-hyperlegible-next-italic.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
