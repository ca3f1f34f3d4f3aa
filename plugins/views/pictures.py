"""Images with their sizes, variants and the part that must stay visible."""

from __future__ import annotations

from pathlib import Path

from contributions.library.library import Library
from contributions.media.pictures import PHOTOGRAPHS, Size, variant_path, variant_widths
from contributions.models.groups import Picture as PictureKeys
from contributions.models.organisation import Logo
from contributions.words.escapes import file_address
from contributions.words.typography import typo
from views.values import Picture

FOCUS = {
    "haut": "top",
    "bas": "bottom",
    "gauche": "left",
    "droite": "right",
    "centre": "center",
    "top": "top",
    "bottom": "bottom",
    "left": "left",
    "right": "right",
}


def picture(library: Library, keys: PictureKeys | Logo | None) -> Picture | None:
    """A picture of the front matter as templates show it."""
    if keys is None:
        return None
    path = keys.path
    size = library.image(path)
    return Picture(
        src=file_address(path),
        alt=typo(keys.alt),
        width=size.width if size else None,
        height=size.height if size else None,
        srcset=srcset(path, size) if size else None,
        focus=FOCUS.get((keys.focus or "").lower()) if isinstance(keys, PictureKeys) else None,
        credit=typo(keys.credit) if isinstance(keys, PictureKeys) else None,
        licence=keys.licence if isinstance(keys, PictureKeys) else None,
    )


def srcset(path: str, size: Size) -> str | None:
    """The variants of a photograph (path below content/) for the browser to choose from; None where there are none."""
    widths = variant_widths(size) if Path(path).suffix.lower() in PHOTOGRAPHS else ()
    if not widths:
        return None
    return ", ".join([*(f"{file_address(variant_path(path, width))} {width}w" for width in widths), f"{file_address(path)} {size.width}w"])


def thumbnail(library: Library, keys: PictureKeys | Logo | None) -> str | None:
    """The address of the smallest variant of a picture, or of the picture where it has none."""
    if keys is None:
        return None
    size = library.image(keys.path)
    widths = variant_widths(size) if size and Path(keys.path).suffix.lower() in PHOTOGRAPHS else ()
    return file_address(variant_path(keys.path, widths[0]) if widths else keys.path)
