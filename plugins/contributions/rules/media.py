"""What is wrong with the files beside the contributions: of no published type, too heavy, damaged, or drawings that would run scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from contributions.cache.cache import Room
from contributions.cache.memory import each
from contributions.media import file_types, photographs, pictures
from contributions.media.file_types import ALLOWED, BEGINNING, allowed, belongs, ending, unpublished
from contributions.problems.problem import Problem
from contributions.record.store import Stamp

HEAVIEST = {"images": 5_000_000, "documents": 20_000_000}
"""Bytes, by folder of content/."""
NO_ADDRESS = re.compile(r"[#?%\\<>\"|*:]")
"""What ends or changes an address, or cannot be in the name of a file everywhere."""
OF_A_VARIANT = re.compile(r"\.(?:jpe?g|png|webp)\.\d+\.webp\Z", re.IGNORECASE)
"""See pictures.variant_path."""
Told = tuple[int, int, str, str, str]
"""Line, column, code, message and repair."""


def media_problems(content: Path, media: Mapping[str, Stamp], room: Room) -> Iterator[Problem]:
    """Problems of the files of content/images and content/documents, by their stamps; each file is looked at once."""
    shown = {path: now for path, now in sorted(media.items()) if not unpublished(path)}

    def look(path: str) -> list[Told]:
        return list(_problems(content, path, shown[path][0]))

    for path, problems in each(room, "media", _recipe(), shown, look).items():
        for problem in problems:
            yield Problem(f"{content.name}/{path}", *problem)


@cache
def _recipe() -> str:
    """What decides what is said of a file, as a text."""
    code = Path(__file__).read_bytes() + Path(file_types.__file__).read_bytes()
    return f"{sha256(code).hexdigest()[:16]} {pictures.recipe()}"


def _problems(content: Path, path: str, size: int) -> Iterator[Told]:
    folder = path.partition("/")[0]
    if not allowed(path):
        repair = f"Formats acceptés ici : {', '.join(name.removeprefix('.') for name in ALLOWED[folder])}."
        yield 1, 1, "E219", f"Un fichier « {ending(path) or Path(path).name} » n’est pas publié.", repair
        return
    if sign := NO_ADDRESS.search(path):
        repair = "Renommez-le : lettres, chiffres, tirets."
        yield 1, 1, "E007", f"Le nom de ce fichier contient « {sign[0]} » : son adresse ne mènerait à rien.", repair
        return
    if unicodedata.normalize("NFC", path) != path:
        repair = "Renommez-le : lettres, chiffres, tirets."
        yield 1, 1, "E007", "Le nom de ce fichier a des accents en deux signes, comme macOS en écrit : rien ne mène à lui.", repair
        return
    if OF_A_VARIANT.search(path):
        repair = "Donnez au fichier un autre nom, sans nombre avant « .webp »."
        yield 1, 1, "E220", "Ce nom est celui que le site donne à ses propres copies réduites.", repair
        return
    if size > (most := HEAVIEST[folder]):
        repair = "Réduisez-le, ou déposez-le ailleurs et donnez son adresse."
        yield 1, 1, "E212", f"Ce fichier pèse {_megabytes(size)} : {_megabytes(most)} au plus.", repair
        return
    data = (content / path).read_bytes()
    if not belongs(path, data[:BEGINNING]):
        repair = "Enregistrez-le dans le format que dit son nom, ou donnez-lui le nom de son format."
        yield 1, 1, "E220", f"Ce fichier n’est pas ce que dit son nom ({ending(path)}).", repair
    elif ending(path) == ".svg":
        yield from _of_a_drawing(data)
    elif folder == "images" and (flaw := photographs.flaw(data, ending(path))):
        yield 1, 1, "E221", flaw.what, flaw.repair


def _of_a_drawing(data: bytes) -> Iterator[Told]:
    from contributions.media import drawings  # most builds look at no new drawing, and do without its parser

    flaw = drawings.flaw(data)
    if flaw:
        repair = "Exportez-le à nouveau en « SVG simple », sans script ni lien, ou en PNG."
        yield flaw.line, flaw.column, "E218", f"Ce dessin contient {flaw.what}, que le site ne publie pas.", repair


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " Mo"
