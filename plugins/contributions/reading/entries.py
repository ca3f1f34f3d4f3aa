"""What lies in the folders of content/: files that can be read, and what is told in their place and never opened.

Links are not followed, wherever they lead; a pipe would keep whoever opens it waiting for ever; a name that is no text, or so long
that those made of it would be too long for a disk, can be neither shown nor published.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from contributions.problems.problem import Problem

LONGEST = 240
"""Bytes of a name: names of 255 are the longest that disks take, and smaller pictures are named after the large one."""
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Categories of characters that nothing shows: control, format, halves of pairs, which stand for bytes that are no UTF-8, line ends."""
Oddity = Callable[[str], Problem]
"""What is told of an entry, by its path as it is shown."""


def entries(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    """Everything in a folder and in those below it. Raises OSError where one cannot be read: nothing is left out in silence."""
    ahead = [os.fspath(folder)]
    while ahead:  # folders may lie a thousand deep
        with os.scandir(ahead.pop()) as found:
            for entry in found:
                yield entry
                if entry.is_dir(follow_symlinks=False) and not odd_name(entry.name):
                    ahead.append(entry.path)


def oddity(entry: os.DirEntry[str]) -> Oddity | None:
    """Why an entry is neither a file that can be read nor a folder, or None."""
    if entry.is_symlink():
        return a_link
    if not entry.is_dir(follow_symlinks=False) and not entry.is_file(follow_symlinks=False):
        return a_special_file
    return odd_name(entry.name)


def odd_name(name: str) -> Oddity | None:
    """Why a name cannot be used, or None."""
    if name.isascii() and name.isprintable() and len(name) <= LONGEST:
        return None
    if any(unicodedata.category(character) in UNSEEN for character in name):
        return an_illegible_name
    return a_long_name if len(name.encode()) > LONGEST else None


def shown(path: str) -> str:
    r"""A path as it can be written on one line: bytes that are no UTF-8, and line ends, as « \xff »."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(repr(c)[1:-1] if unicodedata.category(c) in UNSEEN else c for c in text)


def a_link(path: str) -> Problem:
    """That there is a symbolic link at a path."""
    repair = "Mettez à sa place le fichier ou le dossier lui-même."
    return Problem(path, 1, 1, "E018", "Ceci est un lien symbolique, pas une contribution.", repair)


def a_special_file(path: str) -> Problem:
    """That there is a pipe, a socket or a device at a path."""
    return Problem(path, 1, 1, "E021", "Ceci n’est pas un fichier ordinaire : tube, prise ou périphérique.", "Retirez-le de content/.")


def a_file_for_a_folder(path: str) -> Problem:
    """That there is a file at a path, where a folder is wanted."""
    return Problem(path, 1, 1, "E021", "Il y a un fichier là où il faut un dossier.", "Retirez-le, et créez un dossier de ce nom.")


def a_folder_for_a_file(path: str) -> Problem:
    """That there is a folder at a path, where a file is wanted."""
    return Problem(path, 1, 1, "E021", "Il y a un dossier là où il faut un fichier.", "Retirez-le, et déposez le fichier de ce nom.")


def a_long_name(path: str) -> Problem:
    """That a name is too long."""
    repair = "Raccourcissez-le : quelques mots suffisent."
    return Problem(path, 1, 1, "E007", f"Ce nom est trop long : {LONGEST} octets au plus.", repair)


def an_illegible_name(path: str) -> Problem:
    """That a name is in another encoding than UTF-8, or has something in it that nobody sees."""
    message = "Ce nom n’est pas écrit en UTF-8, ou contient un caractère que rien ne montre."
    return Problem(path, 1, 1, "E007", message, "Renommez-le, en minuscules sans accent.")
