"""Sizes of images, read without decoding them, so that pages reserve their place; and names of smaller variants."""

from __future__ import annotations

import re
import warnings
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from contributions.cache.installed import version

PHOTOGRAPHS = {".jpg", ".jpeg", ".png", ".webp"}
WIDTHS = (480, 960)
JPEG = ".jpg"
BESIDE, WIDE = 88, 552
"""Widths of a picture in a mail, in pixels: beside its text, and alone."""
MAILED = (2 * BESIDE, 2 * WIDE)
"""Widths of the copies for mails, as JPEG: sharp on fine screens."""


class Size(NamedTuple):
    """Width and height in CSS pixels, and the length in bytes of what is published."""

    width: int
    height: int
    bytes: int


def size_of(file: Path) -> Size | None:
    """The size of an image file, or None where it cannot be told."""
    try:
        return _svg(file) if file.suffix.lower() == ".svg" else _raster(file)
    except Exception:  # what is wrong with it, the check tells (photographs.py, drawings.py)
        return None


@cache
def recipe() -> str:
    """What decides how pictures are published, as a text: the code, and the libraries that it uses."""
    code = b"".join(Path(__file__).with_name(name).read_bytes() for name in ("drawings.py", "photographs.py", "pictures.py"))
    return f"{sha256(code).hexdigest()[:16]} {version('pillow')} {version('lxml')}"


def published(file: Path) -> bytes:
    """What is published of a contributor's picture: nothing that a camera, a person or a drawing program wrote into it beside the picture.

    Raises ValueError and OSError for one in which the check finds a flaw.
    """
    from contributions.media import drawings, photographs  # most builds look at no new image

    ending = file.suffix.lower()
    if ending == ".svg":
        return drawings.cleaned(file.read_bytes())
    return photographs.stripped(file.read_bytes(), ending) if ending in photographs.FORMATS else file.read_bytes()


def _raster(file: Path) -> Size:
    from PIL import Image

    from contributions.media.photographs import orientation

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is wrong is told by the check, in French
        with Image.open(file) as image:
            width, height = reversed(image.size) if orientation(image) >= 5 else image.size
    return Size(width, height, len(published(file)))


def _svg(file: Path) -> Size | None:
    root = next(ElementTree.iterparse(file, ["start"]))[1]
    sides = [re.fullmatch(r"(\d{1,6}(?:\.\d+)?)(?:px)?", root.get(side, "")) for side in ("width", "height")]
    box = re.fullmatch(r"\s*\S+[\s,]+\S+[\s,]+(\d{1,6}(?:\.\d+)?)[\s,]+(\d{1,6}(?:\.\d+)?)\s*", root.get("viewBox", ""))
    found = [side[1] for side in sides if side] if all(sides) else box.groups() if box else ()
    width, height = (round(float(side)) for side in found) if found else (0, 0)
    return Size(width, height, len(published(file))) if width and height else None


def variant_widths(size: Size) -> tuple[int, ...]:
    """Widths of the variants of a photograph: those smaller than itself."""
    return tuple(width for width in WIDTHS if width < size.width)


def variant_path(path: str, width: int) -> str:
    """The URL of a variant: « /images/a.jpg » at 480 → « /images/a.jpg.480.webp »."""
    return f"{path}.{width}.webp"


def mailed_path(path: str, width: int) -> str:
    """The URL of the copy of a photograph for mails: « /images/a.webp » at 176 → « /images/a.webp.176.jpg »."""
    return f"{path}.{width}{JPEG}"


def mailed(path: str) -> bool:
    """Whether there are copies for mails of the picture at an address: programs show neither SVG nor AVIF, and some no WebP."""
    return path.startswith("/images/") and Path(path).suffix.lower() in PHOTOGRAPHS
