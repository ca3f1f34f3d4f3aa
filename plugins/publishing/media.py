"""The images and documents of content/ that are published, and smaller variants of photographs, for pages and for mails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from contributions.library.library import Library
from contributions.media.file_types import allowed, unpublished
from contributions.media.pictures import MAILED, PHOTOGRAPHS, mailed_path, variant_path, variant_widths
from publishing.page import Copy, Variant


def media(library: Library, content: Path, files: Iterable[str]) -> Iterator[Copy | Variant]:
    """Files of content/images and content/documents, by their path below content/, and the variants of the photographs in use."""
    shown = {path for path in files if not unpublished(path) and allowed(path)}
    for path in sorted(shown):
        yield Copy(f"/{path}", content / path)
    for path, size in sorted(library.media.items()):
        if path in shown and Path(path).suffix.lower() in PHOTOGRAPHS:
            for width in variant_widths(size):
                yield Variant(variant_path(f"/{path}", width), content / path, width)
            for width in MAILED:
                yield Variant(mailed_path(f"/{path}", width), content / path, width)
