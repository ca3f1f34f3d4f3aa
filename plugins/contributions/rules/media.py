"""What is wrong with the files beside the contributions: of no published type, too heavy, damaged, or drawings that would run scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from contributions.cache.memory import Memory
from contributions.library.store import Stamp
from contributions.media import photographs
from contributions.media.file_types import ALLOWED, BEGINNING, allowed, belongs, ending, unpublished
from contributions.problems.problem import Problem

HEAVIEST = {"images": 5_000_000, "documents": 20_000_000}
"""Bytes, by folder of content/."""
Told = tuple[str, int, int, str, str, str]
"""Path below content/, line, column, code, message and repair."""


def media_problems(content: Path, media: Mapping[str, Stamp], memory: Memory | None) -> Iterator[Problem]:
    """Problems of the files of content/images and content/documents, by their stamps; what is in them is looked at once."""
    shown = {path: now for path, now in sorted(media.items()) if not unpublished(path)}

    def look() -> list[Told]:
        return [told for path, (size, *_) in shown.items() for told in _problems(content, path, size)]

    for path, line, column, code, message, repair in memory.of("media", sorted(shown.items()), look) if memory else look():
        yield Problem(f"{content.name}/{path}", line, column, code, message, repair)


def _problems(content: Path, path: str, size: int) -> Iterator[Told]:
    folder = path.partition("/")[0]
    if not allowed(path):
        repair = f"Formats acceptés ici : {', '.join(name.removeprefix('.') for name in ALLOWED[folder])}."
        yield path, 1, 1, "E219", f"Un fichier « {ending(path) or Path(path).name} » n’est pas publié.", repair
        return
    if size > (most := HEAVIEST[folder]):
        repair = "Réduisez-le, ou déposez-le ailleurs et donnez son adresse."
        yield path, 1, 1, "E212", f"Ce fichier pèse {_megabytes(size)} : {_megabytes(most)} au plus.", repair
        return
    data = (content / path).read_bytes()
    if not belongs(path, data[:BEGINNING]):
        repair = "Enregistrez-le dans le format que dit son nom, ou donnez-lui le nom de son format."
        yield path, 1, 1, "E220", f"Ce fichier n’est pas ce que dit son nom ({ending(path)}).", repair
    elif ending(path) == ".svg":
        yield from _of_a_drawing(path, data)
    elif folder == "images" and (what := photographs.flaw(data, ending(path))):
        yield path, 1, 1, "E221", what, "Réduisez-la, ou enregistrez-la à nouveau, et déposez-la encore une fois."


def _of_a_drawing(path: str, data: bytes) -> Iterator[Told]:
    from contributions.media import drawings  # most builds look at no new drawing, and do without its parser

    flaw = drawings.flaw(data)
    if flaw:
        repair = "Exportez-le à nouveau en « SVG simple », sans script ni lien, ou en PNG."
        yield path, flaw.line, flaw.column, "E218", f"Ce dessin contient {flaw.what}, que le site ne publie pas.", repair


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " Mo"
