"""Files of content/ that nothing reads: told, so that nobody waits for what will never be published.

In the folder of a kind whatever is no contribution is an error (E007): it was put there to be one. Beside these folders it is a warning
(W003). What `leftovers` knows is nobody's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from contributions.fields.vocabulary import nearest
from contributions.media.file_types import ALLOWED
from contributions.models import FOLDERS
from contributions.problems.problem import Problem, Rename
from contributions.reading.entries import entries, oddity, shown
from contributions.reading.leftovers import left, passed
from contributions.reading.reader import APART, MARKDOWN
from contributions.region.hub import HUB_FILE
from contributions.words.slugs import slug_of

OURS = frozenset({*FOLDERS, *APART})
"""Folders of content/; what is beside the contributions is looked at where it is read."""
ENDINGS = tuple(MARKDOWN)
PLAIN = {".txt", ".text", ""}
"""Endings of what is most likely a contribution's text already."""
WORDS = {".odt", ".doc", ".docx", ".rtf", ".html", ".htm", ".pdf", ".pages"}
"""Endings of what was most likely meant as a text."""
UNREAD = APART - {"newsletter", "letters", "reports"}
"""Folders beside the contributions in which no text is read."""
COPY = re.compile(r"~\Z|\.(?:bak|old|orig|rej|tmp|save|backup)\Z", re.IGNORECASE)
"""How the names of copies end that editors and people keep."""
ASIDE = ("_", ".")
"""What a name begins with that is not read; a folder with a point belongs to a program (.obsidian/, .git/)."""


def unread(content: Path) -> Iterator[Problem]:
    """What is said of each file, or of a whole folder, that is neither a contribution nor anything that belongs to one."""
    with os.scandir(content) as found:
        tops = sorted((entry for entry in found if not _passed(entry) and entry.name != HUB_FILE.name), key=lambda entry: entry.name)
    for top in tops:
        if top.name in FOLDERS and top.is_dir(follow_symlinks=False):
            yield from _of_a_kind(content, top)
        elif top.name in UNREAD and top.is_dir(follow_symlinks=False):
            yield from _astray(content, top)
        elif top.name not in OURS and (top.is_file(follow_symlinks=False) or not top.name.startswith(ASIDE)):
            yield from _beside(f"{content.name}/{top.name}", top)


def _beside(path: str, top: os.DirEntry[str]) -> Iterator[Problem]:
    """What lies in content/ itself, or in a folder that is no kind's."""
    if told := oddity(top):
        yield from () if _read(top) else [told(shown(path))]
    elif top.is_file(follow_symlinks=False):
        yield from () if _contribution(top.name) and not top.name.startswith(ASIDE) else [lost(path, "W003")]
    elif any(entry.is_file(follow_symlinks=False) and not _contribution(entry.name) for entry in entries(top.path)):
        near = nearest(top.name.lower(), OURS)
        repair = f"Vouliez-vous dire « {near} » ?" if near else "Déplacez ses fichiers dans les dossiers de content/."
        yield Problem(shown(path), 1, 1, "W003", "Rien de ce que contient ce dossier n’est lu.", repair)


def _astray(content: Path, top: os.DirEntry[str]) -> Iterator[Problem]:
    """Contributions that lie among pictures, documents or tables; what is written in capitals (CREDITS.md) is about the folder."""
    ahead = [top.path]
    while ahead:
        with os.scandir(ahead.pop()) as found:
            for entry in sorted(found, key=lambda entry: entry.name):
                if _passed(entry) or oddity(entry):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    ahead += [] if entry.name.startswith(ASIDE) else [entry.path]
                elif _contribution(entry.name) and not entry.name.rpartition(".")[0].isupper():
                    path = f"{content.name}/{os.path.relpath(entry.path, content)}"
                    message = f"Ce fichier n’est pas lu : aucun texte ne l’est dans « {top.name} »."
                    repair = (
                        "Déplacez-le dans le dossier de son genre : content/events/ pour un événement, content/articles/ pour un article."
                    )
                    yield Problem(shown(path), 1, 1, "W003", message, repair)


def _of_a_kind(content: Path, top: os.DirEntry[str]) -> Iterator[Problem]:
    """What lies in the folder of a kind, and is no contribution."""
    ahead = [top.path]
    while ahead:  # folders may lie a thousand deep
        with os.scandir(ahead.pop()) as found:
            for entry in sorted(found, key=lambda entry: entry.name):
                if _sound(entry) or _passed(entry):
                    continue
                path = f"{content.name}/{os.path.relpath(entry.path, content)}"
                if told := oddity(entry):
                    yield from () if _read(entry) else [told(shown(path))]
                elif entry.is_file(follow_symlinks=False):
                    yield lost(path, "E007")
                elif not entry.name.startswith(ASIDE):
                    ahead.append(entry.path)
                elif entry.name.startswith("_") and any(not _passed(inner) for inner in entries(entry.path)):
                    yield _a_folder_aside(path)


def _sound(entry: os.DirEntry[str]) -> bool:
    """Whether this is a contribution's file, as thousands are."""
    aside = entry.name.startswith(ASIDE)
    return _contribution(entry.name) and not aside and entry.is_file(follow_symlinks=False) and not oddity(entry)


def _read(entry: os.DirEntry[str]) -> bool:
    """Whether what is odd about an entry is told where contributions are read: see reading.py."""
    return not entry.name.startswith(ASIDE) and (_contribution(entry.name) or Path(entry.path).is_dir())


def _passed(entry: os.DirEntry[str]) -> bool:
    return passed(entry.name) if entry.is_file(follow_symlinks=False) else left(entry.name)


def _contribution(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def _a_folder_aside(path: str) -> Problem:
    name = PurePosixPath(path).name
    message = f"Rien de ce que contient « {name} » n’est lu : son nom commence par « _ »."
    return Problem(
        shown(path), 1, 1, "E007", message, "Renommez ce dossier ; un texte à garder pour plus tard porte « status: brouillon »."
    )


def lost(path: str, code: str) -> Problem:
    """That a file is not read, and what its author should do; `code` says how bad that is where it lies."""
    name = PurePosixPath(path).name
    bare = COPY.sub("", name).lstrip("._~")
    stem, dot, _rest = bare.partition(".")
    slug = slug_of(stem)
    ending = PurePosixPath(bare).suffix.lower() if dot else ""
    message, fix = "Ce fichier n’est pas lu : une contribution finit par « .md ».", None
    if COPY.search(name):
        message = "Ce fichier n’est pas lu : c’est une copie, qu’un éditeur de texte a pu laisser."
        repair = f"Supprimez-le ; ou, si c’est lui que vous proposez, renommez-le en « {slug or 'nom-du-fichier'}.md »."
    elif name.startswith(ASIDE) and slug and (ending in MARKDOWN or ending in PLAIN):
        message = f"Ce fichier n’est pas lu : son nom commence par « {name[0]} »."
        repair = f"Renommez-le en « {slug}.md » ; s’il ne doit pas encore paraître, écrivez-y « status: brouillon »."
    elif ending in PLAIN:
        repair = f"Renommez-le en « {slug or 'nom-du-fichier'}.md »."
        fix = Rename(f"{slug}.md") if slug and re.search(r"\.(?:md|markdown)\.te?xt\Z", name, re.IGNORECASE) else None
    elif ending not in WORDS and (folder := next((folder for folder, allowed in ALLOWED.items() if ending in allowed), None)):
        repair = f"Déposez-le dans content/{folder}/."
    else:
        repair = "Écrivez-en le texte dans un fichier « .md » ; s’il est à télécharger, déposez-le dans content/documents/."
    return Problem(shown(path), 1, 1, code, message, repair, fix)
