"""What git knows of a content folder: which contributions differ from those of an earlier revision, and what their files held then.

Whatever lies in the folder counts, committed or not, but what git is told to ignore. Nothing is written, and no link is followed.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from contributions.media.file_types import unpublished
from contributions.models import FOLDERS
from contributions.reading.leftovers import NOTES
from contributions.sheets.loan_tables import ENDING
from contributions.sheets.loan_tables import FOLDER as TABLES
from contributions.source.texts import bytes_of
from endings.failure import Failure

OBJECT = re.compile(rb"([0-9a-f]{40,64})\n")
"""The name that git gives a commit or the bytes of a file, alone on its line."""
FILES = frozenset({"100644", "100755"})
"""Modes of what is a file, and no link or repository of its own."""
AIMS = frozenset({
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR",
    "GIT_PREFIX", "GIT_NAMESPACE",
})  # fmt: skip
"""Variables that git gives its hooks: they would lead away from the repository of the content folder."""
PLAIN = ("--no-ext-diff", "--no-textconv", "--no-color", "-z")
LONGEST = 160


class NoRevision(Failure):
    """There is nothing to compare with: no git, no repository, no such revision. Its words say which."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Paths are below the content folder (« events/nuit.md »), of files that may be contributions, or tables of loans."""

    before: Mapping[str, bytes]
    """What those held that have changed or gone."""
    now: frozenset[str]
    """Those that have changed or come."""
    renamed: Mapping[str, str]
    """New path → old path, of files that git finds similar enough."""
    moved_in: bool
    """Whether nothing of the content folder was there before."""
    tables: Mapping[str, bytes] = field(default_factory=dict)
    """What tables of loans held that have changed or gone; nothing, where one has come."""


def differences(content: Path, revision: str) -> Differences:
    """How a content folder differs from that of a revision, or of where it and HEAD parted. Raises NoRevision."""
    git = _Git(content)
    base = _base(git, revision)
    names, there = {}, set(_paths(git.said("ls-files", "--others", "--exclude-standard", "-z", "--", *FOLDERS, TABLES)))
    raw = git.said("diff", *PLAIN, "--raw", "--no-abbrev", "--no-renames", "--relative", base, "--", *FOLDERS, TABLES)
    for mode, name, path in _changed(raw):
        there.add(path)
        if mode in FILES and (_may_be_one(path) or _is_table(path)):
            names[path] = name
    there = {path for path in there if (_may_be_one(path) or _is_table(path)) and _is_file(content, path)}
    # A folder or a link in the place of a file is told by itself.
    names = {path: name for path, name in names.items() if path in there or not os.path.lexists(content / path)}
    held = dict(zip(names, git.held(names.values()), strict=True))
    before, now = {path: data for path, data in held.items() if _may_be_one(path)}, {path for path in there if _may_be_one(path)}
    tables = {path: held.get(path, b"") for path in sorted(held.keys() | there) if _is_table(path)}
    gone, come = {path: before[path] for path in before.keys() - now}, {path: bytes_of(content / path) for path in now - before.keys()}
    moved_in = not git.said("ls-tree", "--name-only", "-z", base)
    return Differences(before, frozenset(now), _renamed(gone, come) if gone and come else {}, moved_in, tables)


def _base(git: _Git, revision: str) -> str:
    """The name of the commit to compare with."""
    git.said("rev-parse", "--git-dir")
    # What begins with a dash is an option to git, and no name of a revision; not all such names can be gone on with (« :/words »).
    named = "" if revision.startswith("-") else git.name("rev-parse", "--verify", "--quiet", revision)
    commit = named and git.name("rev-parse", "--verify", "--quiet", f"{named}^{{commit}}")
    if not commit:
        raise NoRevision(f"« {_shown(revision)} » n’est pas une révision de ce dépôt git.")
    return git.name("merge-base", commit, "HEAD") or commit


@dataclass(frozen=True, slots=True)
class _Git:
    """Git, asked about a folder."""

    folder: Path

    def said(self, *command: str, fine: Collection[int] = (0,)) -> bytes:
        """What a command answers. Raises NoRevision where it fails."""
        done = self._run(command)
        if done.returncode not in fine:
            words = _shown(done.stderr.decode("utf-8", "replace").strip())
            raise NoRevision(f"git ne sait rien de {self.folder} : --since n’a rien à comparer ({words}).")
        return done.stdout

    def name(self, *command: str) -> str:
        """The name of the object that a command answers with; empty where there is none."""
        found = OBJECT.fullmatch(self._run(command).stdout)
        return found[1].decode() if found else ""

    def held(self, names: Collection[str]) -> Iterator[bytes]:
        """What files held, by the names of their bytes."""
        rest = self._run(("cat-file", "--batch"), "".join(f"{name}\n" for name in names).encode()).stdout
        for name in names:
            head, _, rest = rest.partition(b"\n")
            if not head.startswith(f"{name} blob ".encode()):
                raise NoRevision(f"git n’a plus ce que {self.folder} contenait alors : --since n’a rien à comparer.")
            size = int(head.rpartition(b" ")[2])
            yield rest[:size]
            rest = rest[size + 1 :]

    def _run(self, command: Collection[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        variables = {name: value for name, value in os.environ.items() if name not in AIMS}
        try:
            return subprocess.run(
                ["git", "-C", self.folder, *command],
                input=given,
                capture_output=True,
                check=False,
                env={**variables, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
            )
        except OSError:
            raise NoRevision("--since compare à l’aide de git, qui n’est pas installé ici.") from None
        except ValueError:  # what no command line can hold
            return subprocess.CompletedProcess([], 1, b"", b"")


def _changed(raw: bytes) -> Iterator[tuple[str, str, str]]:
    """Mode and name of what was there, and the path, of `git diff --raw -z`: « :100644 100644 NAME NAME M », then a path."""
    parts = iter(_paths(raw))
    for about, path in zip(parts, parts, strict=True):
        mode, _mode, name, *_others = about.removeprefix(":").split()
        yield mode, name, path


def _renamed(gone: Mapping[str, bytes], come: Mapping[str, bytes]) -> dict[str, str]:
    """New path → old path, by git's own measure; it is shown copies, for it does not look at what nobody has added yet."""
    with tempfile.TemporaryDirectory(prefix="escale-") as place:
        folder = Path(place)
        names: dict[str, str] = {}
        for side, files in (("a", gone), ("b", come)):
            (folder / side).mkdir()
            for path, data in sorted(files.items()):
                copy = f"{side}/{len(names)}.md"
                names[copy] = path
                (folder / copy).write_bytes(data)
        command = "diff", *PLAIN, "--no-index", "--find-renames", "--name-status", "--", "a", "b"
        parts, found = iter(_paths(_Git(folder).said(*command, fine=(0, 1)))), {}
        for status in parts:
            one = next(parts)
            if status.startswith("R"):
                found[names[next(parts)]] = names[one]
        return found


def _paths(listed: bytes) -> list[str]:
    """What `-z` parts, names of any bytes."""
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _may_be_one(path: str) -> bool:
    """Whether a path is one that a contribution may have: see loading/reading.py."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith((".", "_")) for part in parts)
    return len(parts) > 1 and parts[0] in FOLDERS and not hidden and parts[-1].endswith(".md") and parts[-1] not in NOTES


def _is_table(path: str) -> bool:
    """Whether a path is one that a table of loans may have."""
    parts = PurePosixPath(path).parts
    return len(parts) > 1 and parts[0] == TABLES and parts[-1].lower().endswith(ENDING) and not unpublished(path)


def _is_file(content: Path, path: str) -> bool:
    """Whether a file stands at a path to which no link leads."""
    linked = any((content / part).is_symlink() for part in (PurePosixPath(path), *PurePosixPath(path).parents[:-1]))
    return not linked and (content / path).is_file()


def _shown(words: str) -> str:
    """Words of others on one line, with nothing that steers a terminal or a workflow."""
    plain = "".join(character if character.isprintable() else " " for character in words)
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"
