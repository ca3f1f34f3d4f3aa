"""Draw static/motifs.svg: one geometric pattern a theme, tinted by currentColor.

Run `python themes/escale/sources/motifs.py` after a change. A pattern is 480 by 320 and may be cropped on any side,
so nothing in it depends on its edges. A theme of another region that has no pattern here shows `sciences-et-societe`.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin, sqrt
from pathlib import Path

WIDTH, HEIGHT = 480, 320
TARGET = Path(__file__).parent.parent / "static" / "motifs.svg"


def n(value: float) -> str:
    """A coordinate with one decimal at most."""
    text = f"{value:.1f}"
    return "0" if text in ("-0.0", "0.0") else text.removesuffix(".0")


def group(body: str, *, stroke: float = 0, opacity: float = 1, cap: str = "") -> str:
    """Shapes drawn as lines when stroke is a width, filled otherwise."""
    paint = f'fill="none" stroke="currentColor" stroke-width="{n(stroke)}"' if stroke else 'fill="currentColor"'
    fade = f' opacity="{opacity:g}"' if opacity != 1 else ""
    ends = f' stroke-linecap="{cap}"' if cap else ""
    return f"<g {paint}{fade}{ends}>{body}</g>"


def circle(x: float, y: float, r: float) -> str:
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}"/>'


def dots(points: list[tuple[float, float]], size: float) -> str:
    """Discs of one diameter: points with round ends, the shortest way to write them."""
    data = "".join(f"M{n(x)} {n(y)}h0" for x, y in points)
    return group(path(data), stroke=size, cap="round")


def path(data: str) -> str:
    return f'<path d="{data}"/>'


def polygon(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + "Z"


def mathematiques() -> str:
    """Pursuit curves: squares that turn as they shrink, mirrored from tile to tile."""
    out = []
    side, steps, share = 160, 8, 0.16
    for row in range(2):
        for column in range(3):
            x, y = column * side, row * side
            square: list[tuple[float, float]] = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
            if (row + column) % 2:
                square.reverse()
            for _ in range(steps):
                out.append(polygon([(round(a), round(b)) for a, b in square]))
                square = [
                    (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
                    for a, b in zip(square, [*square[1:], square[0]], strict=True)
                ]
            out.append(polygon([(round(a), round(b)) for a, b in square]))
    return group(path("".join(out)), stroke=1.6)


def physique() -> str:
    """Interference: the ripples of two sources."""
    out = []
    for x, y in ((120, 250), (345, 85)):
        out.append(group("".join(circle(x, y, r) for r in range(20, 420, 20)), stroke=2, opacity=0.75))
    return "".join(out) + dots([(120, 250), (345, 85)], 16)


def chimie() -> str:
    """A honeycomb of atoms, some bonds doubled, a few atoms set apart."""
    side = 46
    half = 40
    bonds, atoms, marked = [], [], []
    for row in range(-1, 6):
        for column in range(-1, 8):
            x = column * half * 2 + (half if row % 2 else 0)
            y = row * side * 1.5 + 6
            bonds.append(f"M{x - half} {n(y + side / 2)}v-{side}l{half}-{side // 2} {half} {side // 2}")
            atoms += [(x, y - side), (x - half, y - side / 2)]
            if (row * 2 + column) % 3 == 0:
                bonds.append(f"M{x - half + 9} {n(y + 17)}v-34M{x + 3} {n(y - 34)}l29 16.500")
            if (row * 3 + column * 2) % 7 == 0:
                marked.append((x, y - side))
    lines = "".join(bonds).replace(".500", ".5")
    return group(path(lines), stroke=2, opacity=0.7) + dots(atoms, 10) + dots(marked, 26)


def sciences_de_la_vie() -> str:
    """Phyllotaxis: the seeds of a sunflower head."""
    rings: dict[int, list[tuple[float, float]]] = {}
    for k in range(1, 420):
        radius = 15 * sqrt(k)
        angle = k * pi * (3 - sqrt(5))
        x, y = 210 + radius * cos(angle), 170 + radius * sin(angle)
        if -8 < x < WIDTH + 8 and -8 < y < HEIGHT + 8:
            rings.setdefault(min(int(radius // 48), 5), []).append((round(x), round(y)))
    return "".join(dots(points, 4 + 2.4 * ring) for ring, points in rings.items())


def sante() -> str:
    """Pulses: the same beat travelling down the page."""
    out = []
    for k in range(9):
        y, x = 20 + k * 36, -420 + k * 47
        beat = "h118l9-13 9 13h16l8 9 13-{0} 15 {1} 10-16h14l12-12 12 12h30"
        tall = 24 + (k % 3) * 7
        out.append(f"M{x} {y}" + "".join(beat.format(tall + 9, tall + 16) + f"v-0" for _ in range(4)))
    return group(path("".join(out).replace("v-0", "")), stroke=2.4, cap="round")


def sciences_de_la_terre() -> str:
    """Strata: folded layers, every third one thick."""
    lines, seams = [], []
    for k in range(-1, 12):
        knots = []
        for x in range(-60, WIDTH + 121, 60):
            depth = 18 + k * 28 + 24 * sin(x / 78 + k * 0.2) + 8 * sin(x / 31 + k * 0.8)
            slope = 24 / 78 * cos(x / 78 + k * 0.2) + 8 / 31 * cos(x / 31 + k * 0.8)
            knots.append((x, depth, slope))
        curve = f"M{knots[0][0]} {round(knots[0][1])}"
        for (x0, y0, s0), (x1, y1, s1) in zip(knots, knots[1:], strict=False):
            step = (x1 - x0) / 3
            curve += f"C{n(x0 + step)} {round(y0 + s0 * step)} {n(x1 - step)} {round(y1 - s1 * step)} {x1} {round(y1)}"
        (seams if k % 3 == 1 else lines).append(curve)
    return group(path("".join(lines)), stroke=2) + group(path("".join(seams)), stroke=15, opacity=0.5)


def environnement() -> str:
    """Leaves: four quarter arcs a tile, veined one time out of two."""
    side = 80
    fills, veins = [], []
    for row in range(4):
        for column in range(6):
            x, y = column * side, row * side
            if (row + column) % 2:
                x, turn = x + side, -1
            else:
                turn = 1
            leaf = f"M{x} {y}q{turn * 72} 8 {turn * side} {side}q{-turn * 72}-8 {-turn * side}-{side}z"
            if (row * 2 + column) % 3:
                fills.append(leaf)
            else:
                veins.append(leaf + f"l{turn * side} {side}M{x + turn * 26} {y + 26}v22m0-22h{turn * 22}M{x + turn * 46} {y + 46}v18m0-18h{turn * 18}")
    return group(path("".join(fills)), opacity=0.85) + group(path("".join(veins)), stroke=2)


def astronomie() -> str:
    """Orbits around an off-centre star, and a sky."""
    orbits, bodies = [], []
    tilt = -18 * pi / 180
    for k, radius in enumerate((48, 82, 122, 168, 222, 286, 358)):
        orbits.append(f'<ellipse cx="290" cy="175" rx="{radius}" ry="{n(radius * 0.62)}" transform="rotate(-18 290 175)"/>')
        angle = k * 2.4 + 0.6
        ex, ey = radius * cos(angle), radius * 0.62 * sin(angle)
        body = 290 + ex * cos(tilt) - ey * sin(tilt), 175 + ex * sin(tilt) + ey * cos(tilt)
        bodies.append(circle(*body, (4, 6, 5, 12, 9, 7, 5)[k]))
    # The plastic number spreads points evenly in two dimensions, without rows.
    sky = [(round(k * 0.7548776662 % 1 * WIDTH), round(k * 0.5698402910 % 1 * HEIGHT)) for k in range(1, 60)]
    return (
        group("".join(orbits), stroke=1.6, opacity=0.7)
        + group("".join(bodies) + circle(290, 175, 24))
        + dots(sky[::2], 2.4)
        + dots(sky[1::2], 3.6)
    )


def numerique() -> str:
    """A punched tape: the bits of a word, read row by row."""
    bits = "".join(f"{byte:08b}" for byte in b"escale, science en region")
    ones, zeros = [], []
    for row in range(10):
        for column in range(15):
            x, y = 16 + column * 32, 16 + row * 32
            if bits[row * 15 + column] == "1":
                ones.append(f"M{x - 11} {y - 11}h22v22h-22z")
            else:
                zeros.append((x, y))
    return group(path("".join(ones))) + dots([(float(x), float(y)) for x, y in zeros], 7)


def industrie_technologies() -> str:
    """Stacked cubes in isometric view."""
    side, half = 40, 35
    tops, lefts = [], []
    for row in range(-1, 6):
        for column in range(-1, 8):
            x, y = column * half * 2 + (half if row % 2 else 0), row * 60
            tops.append(f"M{x} {y}l{half}-20-{half}-20-{half} 20z")
            lefts.append(f"M{x} {y}v{side}l-{half}-20v-{side}z")
    return group(path("".join(tops)), opacity=0.9) + group(path("".join(lefts)), opacity=0.4)


def sciences_humaines() -> str:
    """A crowd: heads and shoulders, row behind row."""
    solid, line = [], []
    for row in range(6):
        for column in range(8):
            x, y = column * 68 + (34 if row % 2 else 0), 30 + row * 62
            body = f"M{x - 29} {y + 47}a29 29 0 0 1 58 0z"
            head = circle(x, y, 13)
            (solid if (row * 3 + column * 5) % 4 else line).append(head + path(body))
    return group("".join(solid), opacity=0.85) + group("".join(line), stroke=2.4)


def histoire_patrimoine() -> str:
    """An arcade: nested round arches, a storey above another."""
    out, doors = [], []
    for row in range(3):
        for column in range(-1, 6):
            x, y = column * 96 + 48 + (48 if row % 2 else 0), 60 + row * 124
            for r in (46, 36, 26):
                out.append(f"M{x - r} {y + 64}v-64a{r} {r} 0 0 1 {2 * r} 0v64")
            doors.append(f"M{x - 16} {y + 64}v-64a16 16 0 0 1 32 0v64z")
        out.append(f"M-10 {64 + 60 + row * 124}h500")
    return group(path("".join(out)), stroke=2.2) + group(path("".join(doors)), opacity=0.85)


def sciences_et_societe() -> str:
    """A network of lines and stops: where knowledge changes trains."""
    lines = ["M-10 60H130L230 160H490", "M-10 240H90L210 120H330L450-10", "M60-10V150L160 250H490", "M-10 310H210L300 220V-10", "M390 330V240L490 140"]
    stops = [(60, 60), (130, 60), (60, 150), (111, 219), (170, 160), (210, 120), (270, 120), (300, 160), (390, 160), (160, 250), (250, 270), (390, 250), (300, 60), (390, 60), (450, 160), (60, 310)]
    rings = [(170, 160), (300, 160), (270, 250), (300, 120), (60, 270)]
    dots = [stop for stop in stops if stop not in rings]
    return (
        group(path("".join(lines)), stroke=7, opacity=0.55)
        + group("".join(circle(x, y, 8) for x, y in dots))
        + group("".join(circle(x, y, 15) for x, y in rings), stroke=6)
    )


MOTIFS: tuple[Callable[[], str], ...] = (
    mathematiques,
    physique,
    chimie,
    sciences_de_la_vie,
    sante,
    sciences_de_la_terre,
    environnement,
    astronomie,
    numerique,
    industrie_technologies,
    sciences_humaines,
    histoire_patrimoine,
    sciences_et_societe,
)


def sprite() -> str:
    """The whole sprite; a symbol's id is its theme's slug."""
    symbols = "\n".join(
        f'<symbol id="{draw.__name__.replace("_", "-")}" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMid slice">{draw()}</symbol>'
        for draw in MOTIFS
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


if __name__ == "__main__":
    TARGET.write_text(sprite(), encoding="utf-8")
