"""Files that are copied as they are, and pictures made of photographs and drawings, once, and kept in the cache."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from contributions.cache.installed import version
from contributions.media.pictures import JPEG, published, recipe
from publishing.engine.workers import batched, fork_map
from publishing.page import Copy, Drawing, Variant

QUALITY = 78
SUM = 16
"""Bytes of the hash behind a picture."""
COLOURS = 32
"""Of a drawing's picture: two, and what lies between them along its lines."""


class Variants:
    """Copies and made pictures; `cache` keeps each of these under the hash of what it is made of, with its own hash behind it."""

    def __init__(self, cache: Path) -> None:
        self._store = cache / "images"
        self._store.mkdir(parents=True, exist_ok=True)

    def digest(self, item: Copy | Variant | Drawing) -> bytes:
        """What tells whether a file is the same: the stamp of its source, and what is made of it."""
        if isinstance(item, Drawing):
            return hashlib.blake2b(_source(item), digest_size=16).digest()
        found = os.stat(item.source)
        made = f"|{item.width}|{_format(item)}" if isinstance(item, Variant) else f"|{recipe()}"
        stamp = f"{found.st_size} {found.st_ino} {found.st_mtime_ns} {found.st_ctime_ns}{made}"
        return hashlib.blake2b(stamp.encode(), digest_size=16).digest()

    def prepare(self, pictures: Sequence[Variant | Drawing], jobs: int) -> None:
        """Make the pictures that the cache lacks."""
        missing = [picture for picture in pictures if self._whole(picture) is None]
        fork_map(self._make, batched(missing, 4), jobs)

    def place(self, item: Copy | Variant | Drawing, path: str) -> tuple[int, int]:
        """Write a file of the site; returns its size and time (ns)."""
        if not isinstance(item, Copy):
            Path(path).write_bytes(self._whole(item) or _made(item))
        elif item.path.startswith("/images/"):
            Path(path).write_bytes(published(item.source))
        else:
            shutil.copyfile(item.source, path)
        found = os.stat(path)
        return found.st_size, found.st_mtime_ns

    def _make(self, batch: Sequence[Variant | Drawing]) -> None:
        for picture in batch:
            kept = self._kept(picture)
            partial = kept.with_suffix(f".{hashlib.sha256(picture.path.encode()).hexdigest()[:8]}.part")
            data = _made(picture)
            partial.write_bytes(data + _sum(data))
            partial.replace(kept)

    def _whole(self, picture: Variant | Drawing) -> bytes | None:
        """A picture that is there as it was made."""
        try:
            found = self._kept(picture).read_bytes()
        except OSError:
            return None
        data, behind = found[:-SUM], found[-SUM:]
        return data if behind == _sum(data) else None

    def _kept(self, picture: Variant | Drawing) -> Path:
        return self._store / f"{hashlib.sha256(_source(picture)).hexdigest()}{Path(picture.path).suffix}"


def _source(picture: Variant | Drawing) -> bytes:
    """All that a picture depends on."""
    if isinstance(picture, Drawing):
        return f"{picture.svg}|{picture.scale}|{COLOURS}|{version('vl-convert-python')}|{_pillow()}".encode()
    return picture.source.read_bytes() + f"|{picture.width}|{_format(picture)}".encode()


def _format(picture: Variant) -> str:
    return f"{QUALITY}|{_pillow()}{'|JPEG' if picture.path.endswith(JPEG) else ''}"


def _made(picture: Variant | Drawing) -> bytes:
    if isinstance(picture, Drawing):
        return drawn(picture.svg, picture.scale)
    return shrink(picture.source.read_bytes(), picture.width, "JPEG" if picture.path.endswith(JPEG) else "WEBP")


def _sum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=SUM).digest()


@cache
def _pillow() -> str:
    return version("pillow")


def shrink(data: bytes, width: int, form: str = "WEBP") -> bytes:
    """A photograph, `width` pixels wide at most; its orientation applied, its metadata (place, camera) left behind.

    A JPEG knows nothing of what is see-through: it lies on white there.
    """
    from PIL import Image, ImageOps  # only where a picture is missing: most builds make none

    with Image.open(io.BytesIO(data)) as opened:
        image = ImageOps.exif_transpose(opened)
        if form == "JPEG" and image.has_transparency_data:
            image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
        image = image.convert("RGB")
        width = min(width, image.width) if form == "JPEG" else width
        height = max(1, round(image.height * width / image.width))
        options = {"optimize": True, "progressive": True} if form == "JPEG" else {"method": 4}
        out = io.BytesIO()
        image.resize((width, height), Image.Resampling.LANCZOS).save(out, form, quality=QUALITY, **options)
    return out.getvalue()


def drawn(svg: str, scale: int) -> bytes:
    """A drawing as PNG, of few colours: a fifth of the bytes."""
    import vl_convert  # as above
    from PIL import Image

    with Image.open(io.BytesIO(vl_convert.svg_to_png(svg, scale=scale))) as image:
        out = io.BytesIO()
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
