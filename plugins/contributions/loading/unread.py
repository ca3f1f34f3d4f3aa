"""Files of content/ that nothing reads: told, so that nobody waits for what will never be published."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from contributions.fields.vocabulary import nearest
from contributions.loading.entries import entries, oddity, shown
from contributions.loading.reader import APART, MARKDOWN
from contributions.loading.reading import NOTES
from contributions.media.file_types import ALLOWED
from contributions.models import FOLDERS
from contributions.problems.problem import Problem
from contributions.region.hub import HUB_FILE

OURS = frozenset({*FOLDERS, *APART})
"""Folders of content/; what is beside the contributions is looked at where it is read."""
ENDINGS = tuple(MARKDOWN)
PAPERS = ("licence", "license", "readme", "lisezmoi")
"""How names of files begin that are about the folder itself."""
WORDS = {".txt", ".text", ".odt", ".doc", ".docx", ".rtf", ".html", ".htm", ".pdf"}
"""Endings of what was most likely meant as a text."""


def unread(content: Path) -> Iterator[Problem]:
    """A warning for each file, or for a whole folder, that is neither a contribution nor anything that belongs to one."""
    with os.scandir(content) as found:
        tops = sorted((entry for entry in found if not _passed(entry.name) and not oddity(entry)), key=lambda entry: entry.name)
    for top in tops:
        path = f"{content.name}/{top.name}"
        if top.is_file(follow_symlinks=False):
            if top.name not in {HUB_FILE.name, *OURS} and not _contribution(top.name):
                yield _file(path)
        elif top.name not in OURS:
            if any(entry.is_file(follow_symlinks=False) and not _contribution(entry.name) for entry in entries(top.path)):
                near = nearest(top.name.lower(), OURS)
                repair = f"Vouliez-vous dire « {near} » ?" if near else "Déplacez ses fichiers dans les dossiers de content/."
                yield Problem(shown(path), 1, 1, "W003", "Rien de ce que contient ce dossier n’est lu.", repair)
        elif top.name in FOLDERS:
            others = [entry for entry in entries(top.path) if not _contribution(entry.name)]  # few, of thousands
            for entry in sorted(others, key=lambda entry: entry.path):
                inner = PurePosixPath(os.path.relpath(entry.path, content))
                if entry.is_file(follow_symlinks=False) and not oddity(entry) and not any(map(_passed, inner.parts)):
                    yield _file(f"{content.name}/{inner}")


def _file(path: str) -> Problem:
    name = PurePosixPath(path)
    ending = name.suffix.lower()
    folder = next((folder for folder, allowed in ALLOWED.items() if ending in allowed), None)
    if ".md" in name.suffixes[:-1] or ending in {".txt", ".text", ""}:
        repair = f"Renommez-le en « {name.name.split('.')[0]}.md »."
    elif folder and ending not in WORDS:
        repair = f"Déposez-le dans content/{folder}/."
    else:
        repair = "Écrivez-en le texte dans un fichier « .md » ; s’il est à télécharger, déposez-le dans content/documents/."
    return Problem(shown(path), 1, 1, "W003", "Ce fichier n’est pas lu : une contribution finit par « .md ».", repair)


def _contribution(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def _passed(name: str) -> bool:
    """Whether a name says that it is not for the site."""
    return name.startswith((".", "_")) or name in NOTES or name.lower().startswith(PAPERS)
