"""Files that are copied as they are, and smaller variants of photographs, made once and kept in the cache."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from contributions.cache.installed import version
from contributions.media.pictures import published, recipe
from publishing.engine.workers import batched, fork_map
from publishing.page import Copy, Variant

QUALITY = 78
SUM = 16
"""Bytes of the hash behind a variant."""


class Variants:
    """Copies and variants; `cache` keeps each variant under the hash of its source, its width and quality, with its own hash behind it."""

    def __init__(self, cache: Path) -> None:
        self._store = cache / "images"
        self._store.mkdir(parents=True, exist_ok=True)

    def digest(self, item: Copy | Variant) -> bytes:
        """What tells whether a file is the same: the stamp of its source, and what is made of it."""
        found = os.stat(item.source)
        made = f"|{item.width}|{QUALITY}|{_pillow()}" if isinstance(item, Variant) else f"|{recipe()}"
        stamp = f"{found.st_size} {found.st_ino} {found.st_mtime_ns} {found.st_ctime_ns}{made}"
        return hashlib.blake2b(stamp.encode(), digest_size=16).digest()

    def prepare(self, variants: Sequence[Variant], jobs: int) -> None:
        """Make the variants that the cache lacks."""
        missing = [variant for variant in variants if self._whole(variant) is None]
        fork_map(self._make, batched(missing, 4), jobs)

    def place(self, item: Copy | Variant, path: str) -> tuple[int, int]:
        """Write a file of the site; returns its size and time (ns)."""
        if isinstance(item, Variant):
            Path(path).write_bytes(self._whole(item) or shrink(item.source.read_bytes(), item.width))
        elif item.path.startswith("/images/"):
            Path(path).write_bytes(published(item.source))
        else:
            shutil.copyfile(item.source, path)
        found = os.stat(path)
        return found.st_size, found.st_mtime_ns

    def _make(self, batch: Sequence[Variant]) -> None:
        for variant in batch:
            kept = self._kept(variant)
            partial = kept.with_suffix(f".{hashlib.sha256(variant.path.encode()).hexdigest()[:8]}.part")
            data = shrink(variant.source.read_bytes(), variant.width)
            partial.write_bytes(data + _sum(data))
            partial.replace(kept)

    def _whole(self, variant: Variant) -> bytes | None:
        """A variant that is there as it was made."""
        try:
            found = self._kept(variant).read_bytes()
        except OSError:
            return None
        data, behind = found[:-SUM], found[-SUM:]
        return data if behind == _sum(data) else None

    def _kept(self, variant: Variant) -> Path:
        data = variant.source.read_bytes()
        return self._store / f"{hashlib.sha256(data + f'|{variant.width}|{QUALITY}|{_pillow()}'.encode()).hexdigest()}.webp"


def _sum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=SUM).digest()


@cache
def _pillow() -> str:
    return version("pillow")


def shrink(data: bytes, width: int) -> bytes:
    """A photograph as WebP, `width` pixels wide; its orientation applied, its metadata (place, camera) left behind."""
    from PIL import Image, ImageOps  # only where a variant is missing: most builds make none

    with Image.open(io.BytesIO(data)) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGB")
        height = max(1, round(image.height * width / image.width))
        out = io.BytesIO()
        image.resize((width, height), Image.Resampling.LANCZOS).save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
