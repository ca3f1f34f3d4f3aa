"""The folders beside the contributions (images, documents, letters, reports, tables): their files, and what is told and never opened."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from contributions.media.file_types import unpublished
from contributions.problems.problem import Problem
from contributions.reading.entries import a_file_for_a_folder, a_link, entries, oddity, shown
from contributions.reading.leftovers import passed
from contributions.record.store import Stamp, stamp
from contributions.region.hub import HUB_FILE

MEDIA = ("images", "documents")
FOLDERS = (*MEDIA, "newsletter", "letters", "reports", "data", "loans", "imports")


def media_files(content: Path) -> Mapping[str, Stamp]:
    """The files of content/images and content/documents, by path below content/, with their stamps."""
    return {file.relative_to(content).as_posix(): stamp(file.stat()) for folder in MEDIA for file in files_of(content / folder)}


def files_of(folder: Path) -> list[Path]:
    """Every file of a folder and those below it, sorted; what a symbolic link leads to is none of them."""
    return sorted(Path(entry.path) for entry in _entries(folder) if entry.is_file(follow_symlinks=False) and not oddity(entry))


def odd_files(content: Path) -> Iterator[Problem]:
    """What is wrong with whatever is no file that can be read, nor a folder."""
    for name in FOLDERS:
        folder = content / name
        if folder.is_symlink():
            yield a_link(f"{content.name}/{name}")
        elif os.path.lexists(folder) and not folder.is_dir():
            yield a_file_for_a_folder(f"{content.name}/{name}")
        for entry in sorted(_entries(folder), key=lambda entry: entry.path):
            if told := oddity(entry):
                yield told(shown(f"{content.name}/{Path(entry.path).relative_to(content).as_posix()}"))


def looked_at(content: Path, path: str) -> bool:
    """Whether something at a path, as problems have it, is hub.yml or a file beside the contributions that a check reads."""
    inner = PurePosixPath(path).relative_to(content.name)
    if inner == PurePosixPath(HUB_FILE):
        return True
    notes = passed(inner.name) or (inner.parts[0] not in {"newsletter", "letters"} and unpublished(inner.name))
    return inner.parts[0] in FOLDERS and not notes and (content / inner).is_file()


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    return iter(()) if folder.is_symlink() or not folder.is_dir() else entries(folder)
