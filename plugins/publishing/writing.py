"""Write what is not rendered: documents, copies, and smaller variants of photographs."""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import PIL
from PIL import Image, ImageOps

from publishing.page import Copy, Document, Variant
from publishing.workers import batched, fork_map

QUALITY = 78


def write_documents(documents: Iterable[Document], folder: Path) -> None:
    """Write each document below `folder`."""
    for document in documents:
        file = folder / document.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(document.content)


def copy_files(copies: Iterable[Copy], folder: Path) -> None:
    """Copy each file below `folder`."""
    for copy in copies:
        file = folder / copy.file
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(copy.source, file)


def write_variants(variants: Sequence[Variant], folder: Path, cache: Path, jobs: int) -> None:
    """Make each variant once; the cache keeps it under the hash of its source, width and quality."""
    store = cache / "images"
    store.mkdir(parents=True, exist_ok=True)

    def make(batch: Sequence[Variant]) -> None:
        for variant in batch:
            data = variant.source.read_bytes()
            name = hashlib.sha256(data + f"|{variant.width}|{QUALITY}|{PIL.__version__}".encode()).hexdigest()
            kept = store / f"{name}.webp"
            if not kept.is_file():
                partial = store / f"{name}.{hashlib.sha256(variant.path.encode()).hexdigest()[:8]}.part"
                partial.write_bytes(shrink(data, variant.width))
                partial.replace(kept)
            file = folder / variant.file
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(kept, file)

    fork_map(make, batched(variants, 4), jobs)


def shrink(data: bytes, width: int) -> bytes:
    """A photograph as WebP, `width` pixels wide; its orientation applied, its metadata (place, camera) left behind."""
    with Image.open(io.BytesIO(data)) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGB")
        height = max(1, round(image.height * width / image.width))
        out = io.BytesIO()
        image.resize((width, height), Image.Resampling.LANCZOS).save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
