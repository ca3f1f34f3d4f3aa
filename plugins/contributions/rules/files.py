"""Images and documents that a contribution names are in content/, and stay inside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from contributions.fields.vocabulary import nearest
from contributions.library.library import Library
from contributions.markdown.targets import targets
from contributions.models import Common, Organisation, Resource
from contributions.models.groups import Picture
from contributions.models.organisation import Logo
from contributions.problems.problem import Finding, Fix, Location
from contributions.record.contribution import Contribution
from contributions.words.escapes import file_at
from contributions.words.slugs import called

BESIDE = ("/images/", "/documents/")
"""Where the files beside the contributions are on the site."""
PICTURES = {".svg", ".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"}


def present(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about files that are missing, or outside content/."""
    del content
    for picture, location in pictures(contribution.meta):
        yield from _file(library, picture.path, picture.src, location)
    for path, location in documents(contribution.meta):
        yield from _file(library, path, path, location)


def formats(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about pictures of a sort that browsers do not show."""
    del library, content
    for picture, location in pictures(contribution.meta):
        if Path(picture.src).suffix.lower() not in PICTURES:
            yield Finding("E207", f"« {picture.src} » n’est pas une image.", "Formats : SVG, JPEG, PNG, WebP, AVIF.", location)


def _file(library: Library, path: str, written: str, location: Location) -> Iterator[Finding]:
    if library.has_file(path):
        return
    message = f"Le fichier « {path} » n’existe pas dans content/."
    if meant := _meant(library, written, path.partition("/")[0]):
        yield Finding("E206", message, f"Écrivez {meant}.", location, fix=Fix(meant))
        return
    near = nearest(path, library.beside(path))
    if near and unicodedata.normalize("NFC", near) == path:
        return  # media.py tells what is wrong with the name of the file
    repair = f"Vouliez-vous dire « {near} » ?" if near else f"Déposez le fichier : content/{path}."
    yield Finding("E206", message, repair, location)


def _meant(library: Library, written: str, folder: str) -> str:
    """The one file that a path means which begins elsewhere or is spelt otherwise; empty where there is none, or more than one."""
    parts = [part for part in PurePosixPath(written).parts if part not in {"/", "."}]
    if parts[:1] == ["content"]:
        parts = parts[1:]
    same = [file for file in library.called(called(parts[-1])) if file.startswith(f"{folder}/") and _lies(file, parts)] if parts else []
    return same[0] if len(same) == 1 and same[0] == unicodedata.normalize("NFC", same[0]) else ""


def _lies(file: str, parts: list[str]) -> bool:
    """Whether the folders that are named before a file, if any, are those in which it lies."""
    folders = [part.lower() for part in parts[:-1]]
    lies = [part.lower() for part in file.split("/")[:-1]]
    return folders in ([], lies, lies[1:])


def pictures(meta: Common) -> Iterator[tuple[Picture | Logo, Location]]:
    """Every picture of the front matter, with its location."""
    if meta.image:
        yield meta.image, ("image", "src")
    for index, picture in enumerate(meta.images):
        yield picture, ("images", index, "src")
    if isinstance(meta, Organisation) and meta.logo:
        yield meta.logo, ("logo", "src")


def documents(meta: Common) -> Iterator[tuple[str, Location]]:
    """The path below content/ of every document of the front matter that is a file, with its location."""
    for index, document in enumerate(meta.documents):
        if document.path:
            yield document.path, ("documents", index, "file")
    if isinstance(meta, Resource) and meta.path:
        yield meta.path, ("file",)


def named(meta: Common, html: str) -> tuple[str, ...]:
    """The path below content/ of every image and document that a contribution names, in its front matter or its body."""
    found = [*(picture.path for picture, _location in pictures(meta)), *(path for path, _location in documents(meta))]
    return tuple(dict.fromkeys([*found, *named_in(html)]))


def named_in(html: str) -> Iterator[str]:
    """The path below content/ of every image and document that a body names."""
    if any(f'="{folder}' in html for folder in BESIDE):
        yield from (file_at(target.address) for target in targets(html) if target.address.startswith(BESIDE))
