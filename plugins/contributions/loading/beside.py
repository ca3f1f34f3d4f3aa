"""The folders beside the contributions (images, documents, letters, tables): their files, and the links that nobody follows."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from contributions.library.store import Stamp, stamp
from contributions.problems.problem import Problem

MEDIA = ("images", "documents")
FOLDERS = (*MEDIA, "newsletter", "data")


def media_files(content: Path) -> Mapping[str, Stamp]:
    """The files of content/images and content/documents, by path below content/, with their stamps."""
    return {file.relative_to(content).as_posix(): stamp(file.stat()) for folder in MEDIA for file in files_of(content / folder)}


def files_of(folder: Path) -> list[Path]:
    """Every file of a folder and those below it, sorted; what a symbolic link leads to is none of them."""
    return sorted(entry for entry in _entries(folder) if not entry.is_symlink() and entry.is_file())


def link_problems(content: Path) -> Iterator[Problem]:
    """That a file or a folder is a symbolic link: it is not followed, wherever it leads, nor is anything of it shown."""
    for folder in FOLDERS:
        for entry in sorted(_entries(content / folder)):
            if entry.is_symlink():
                yield a_link(f"{content.name}/{entry.relative_to(content).as_posix()}")


def a_link(path: str) -> Problem:
    """That there is a symbolic link at a path."""
    repair = "Mettez à sa place le fichier ou le dossier lui-même."
    return Problem(path, 1, 1, "E018", "Ceci est un lien symbolique, pas une contribution.", repair)


def _entries(folder: Path) -> Iterator[Path]:
    if folder.is_symlink():
        yield folder
        return
    for above, folders, files in os.walk(folder):
        yield from (Path(above, name) for name in (*folders, *files))
