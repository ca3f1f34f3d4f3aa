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


class Variants:
    """Copies and variants; `cache` keeps each variant under the hash of its source, its width and quality."""

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
        missing = [variant for variant in variants if not self._kept(variant).is_file()]
        fork_map(self._make, batched(missing, 4), jobs)

    def place(self, item: Copy | Variant, path: str) -> tuple[int, int]:
        """Write a file of the site; returns its size and time (ns)."""
        if isinstance(item, Copy) and item.path.startswith("/images/"):
            Path(path).write_bytes(published(item.source))
        else:
            shutil.copyfile(self._kept(item) if isinstance(item, Variant) else item.source, path)
        found = os.stat(path)
        return found.st_size, found.st_mtime_ns

    def _make(self, batch: Sequence[Variant]) -> None:
        for variant in batch:
            kept = self._kept(variant)
            partial = kept.with_suffix(f".{hashlib.sha256(variant.path.encode()).hexdigest()[:8]}.part")
            partial.write_bytes(shrink(variant.source.read_bytes(), variant.width))
            partial.replace(kept)

    def _kept(self, variant: Variant) -> Path:
        data = variant.source.read_bytes()
        return self._store / f"{hashlib.sha256(data + f'|{variant.width}|{QUALITY}|{_pillow()}'.encode()).hexdigest()}.webp"


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
