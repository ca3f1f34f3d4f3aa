"""The images and documents of content/ that the published contributions use, and smaller variants of photographs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contributions.library import Library
from contributions.media import PHOTOGRAPHS, variant_path, variant_widths
from publishing.page import Copy, Declared, Variant

FOLDERS = ("images", "documents")


def media(library: Library, content: Path) -> Iterator[Declared]:
    """Every file of content/images and content/documents, and the variants of the photographs in use."""
    for folder in FOLDERS:
        for file in sorted((content / folder).rglob("*")):
            hidden = file.name.startswith(".") or file.suffix == ".md"
            if file.is_file() and not hidden and file.resolve().is_relative_to(content):
                yield Copy(f"/{file.relative_to(content).as_posix()}", file)
    for path, size in sorted(library.media.items()):
        if Path(path).suffix.lower() in PHOTOGRAPHS:
            for width in variant_widths(size):
                yield Variant(variant_path(f"/{path}", width), content / path, width)
