"""Images and documents that a contribution names are in content/, and stay inside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from contributions.fields.vocabulary import nearest
from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.markdown.targets import targets
from contributions.models import Common, Organisation, Resource
from contributions.models.groups import Picture
from contributions.models.organisation import Logo
from contributions.problems.problem import Finding, Location
from contributions.words.escapes import file_at

BESIDE = ("/images/", "/documents/")
"""Where the files beside the contributions are on the site."""
PICTURES = {".svg", ".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"}


def present(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about files that are missing, or outside content/."""
    del content
    for picture, location in pictures(contribution.meta):
        yield from _file(library, picture.path, location)
    for path, location in documents(contribution.meta):
        yield from _file(library, path, location)


def formats(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about pictures of a sort that browsers do not show."""
    del library, content
    for picture, location in pictures(contribution.meta):
        if Path(picture.src).suffix.lower() not in PICTURES:
            yield Finding("E207", f"« {picture.src} » n’est pas une image.", "Formats : SVG, JPEG, PNG, WebP, AVIF.", location)


def _file(library: Library, path: str, location: Location) -> Iterator[Finding]:
    if library.has_file(path):
        return
    near = nearest(path, library.beside(path))
    if near and unicodedata.normalize("NFC", near) == path:
        return  # media.py tells what is wrong with the name of the file
    repair = f"Vouliez-vous dire « {near} » ?" if near else f"Déposez le fichier : content/{path}."
    yield Finding("E206", f"Le fichier « {path} » n’existe pas dans content/.", repair, location)


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
    if any(f'="{folder}' in html for folder in BESIDE):
        inside = (target.address for target in targets(html) if target.address.startswith(BESIDE))
        found += [file_at(address) for address in inside]
    return tuple(dict.fromkeys(found))
