"""Pagefind, run on the pages of one shard."""

from __future__ import annotations

import gzip
import json
import subprocess
import zlib
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

import pagefind_bin

from contributions.cache.installed import version
from endings.failure import Failure
from search.chunks import NotAsExpected, cut
from search.rows import dress

INTERFACES = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
"""What Pagefind writes beside its index, and no page of ours uses."""
CODE = ("cbor.py", "chunks.py", "entry.py", "pagefind.py", "rows.py")
"""The modules here that decide what an index holds, its texts apart."""
ADVICE = "Reste-t-il de la place sur le disque, et de la mémoire ? Pour publier sans recherche : --no-search."
PROBE = 256 * 1024
"""Bytes for which there must be room still, when Pagefind has written its files."""
UNCUT = ".uncut"
"""A file of an index that could not be cut: why."""


class NoIndex(Failure):
    """Pagefind gave no index."""


def bundle(texts: Mapping[str, str], tongue: str, folder: Path) -> None:
    """Write the index of some pages, by URL path, into a folder. Raises NoIndex with what Pagefind said, and OSError.

    The pages go there as files and are removed at the end: Pagefind's service, which would take them one by one, is twice as slow.
    A shard has a language of its own, `tongue` (« zxx-2026 »), which Pagefind puts before the id of each result: so results of many
    shards tell where they come from. Stemmers go by what is before the hyphen; « zxx », no language, has none.
    """
    folder = folder.resolve()
    with TemporaryDirectory(prefix="pages-", dir=folder) as site:
        for path, text in texts.items():
            file = Path(site) / file_of(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        command = [str(pagefind_bin.get_executable()), "--site", site, "--output-path", str(folder), "--quiet"]
        command += ["--force-language", tongue]
        ended = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace", cwd=site)
        if ended.returncode:
            said = (ended.stderr or ended.stdout).strip().partition("\n")[0] or "rien"
            raise NoIndex(f"Pagefind n’a pas pu faire l’index de recherche ; il a dit : {said} (fin {ended.returncode}). {ADVICE}")
        if not _is_whole(folder):
            raise NoIndex(f"Pagefind a laissé un index de recherche incomplet. {ADVICE}")
    for pattern in INTERFACES:
        for file in folder.glob(pattern):
            file.unlink()
    dress(folder, texts)
    try:
        cut(folder)
    except NotAsExpected as error:
        (folder / UNCUT).write_text(str(error), "utf-8")


def _is_whole(folder: Path) -> bool:
    """Whether Pagefind wrote all that it meant to: it ends with 0 on a full disk, and leaves files that are cut short, or empty.

    Most of them tell by themselves. Raises OSError where the disk is full now, which tells of the others.
    """
    with TemporaryFile(dir=folder) as probe:
        probe.write(bytes(PROBE))
        probe.flush()
    try:
        for file in folder.rglob("*"):
            if file.suffix == ".json":
                json.loads(file.read_bytes())
            elif (file.suffix == ".pagefind" or file.suffix.startswith(".pf_")) and not gzip.decompress(file.read_bytes()):
                return False  # nothing at all decompresses to nothing
    except (EOFError, ValueError, gzip.BadGzipFile, zlib.error):
        return False
    return True


def file_of(path: str) -> str:
    """The file of a page, below the site's folder."""
    return path.lstrip("/") + ("index.html" if path.endswith("/") else "")


@cache
def recipe() -> str:
    """A digest of all that decides what an index holds, its pages apart."""
    digest = blake2b(version("pagefind_bin").encode(), digest_size=12)
    for name in CODE:
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()
