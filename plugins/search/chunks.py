"""Cut a Pagefind index into smaller pieces, so that a word costs the browser 6 KB of a shard instead of 30.

Pagefind cuts its list of words every 20,000 occurrences, wherever that falls, and has no setting for it. Here it is cut oftener,
and only between words whose beginnings differ, so that what somebody has begun to write finds all that begins so. An index file
is [[word, …]], a word [text, …]; the third entry of the metadata has [first, last, name] of each file.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

from search import cbor

SIZE = 9_000
"""Bytes of a piece, 6 KB when compressed. With smaller ones the metadata, which every visitor needs, would grow."""
TOGETHER = 3
"""Words that share so many letters stay in one piece."""

ENTRY = "pagefind-entry.json"
SIGNATURE = b"pagefind_dcd"
CHUNKS = 2
"""Where the metadata lists the index files."""

Word = tuple[str, bytes]


class NotAsExpected(ValueError):
    """Pagefind's files are other than said above: another version may write them so."""


def cut(bundle: Path, size: int = SIZE) -> None:
    """Replace the index files of a bundle of one language by smaller ones. Raises NotAsExpected; the bundle is then as it was."""
    try:
        old, new, entry = _cut(bundle, size)
    except (AttributeError, EOFError, LookupError, OSError, TypeError, ValueError, zlib.error) as error:
        raise NotAsExpected(f"{type(error).__name__}, {error}") from error
    for file, content in new.items():
        file.write_bytes(content)
    part = bundle / f"{ENTRY}.part"
    part.write_text(entry, "utf-8")
    part.replace(bundle / ENTRY)
    for file in old - new.keys():
        file.unlink()


def _cut(bundle: Path, size: int) -> tuple[set[Path], dict[Path, bytes], str]:
    """The files that go, those that come in their place, and the entry that names these."""
    entry = json.loads((bundle / ENTRY).read_text("utf-8"))
    ((language, about),) = entry["languages"].items()
    old = bundle / f"pagefind.{about['hash']}.pf_meta"
    meta = cbor.items(_read(old))
    files = []
    for chunk in cbor.items(meta[CHUNKS]):
        _first, _last, name = map(cbor.string, cbor.items(chunk))
        files.append(bundle / "index" / f"{name}.pf_index")
    pieces = list(_pieces(_words(files), size))
    new: dict[Path, bytes] = {}

    def put(folder: Path, suffix: str, content: bytes, before: str = "") -> str:
        """A file named by its content; returns that name."""
        name = f"{language}_{blake2b(content, digest_size=5).hexdigest()}"
        new[folder / f"{before}{name}.{suffix}"] = gzip.compress(SIGNATURE + content, 6, mtime=0)
        return name

    names = [put(bundle / "index", "pf_index", cbor.array([cbor.array(word for _text, word in piece)])) for piece in pieces]
    bounds = _bounds([(piece[0][0], piece[-1][0]) for piece in pieces])
    meta[CHUNKS] = cbor.array(cbor.array(map(cbor.text, (*ends, name))) for ends, name in zip(bounds, names, strict=True))
    about["hash"] = put(bundle, "pf_meta", cbor.array(meta), "pagefind.")
    return {*files, old}, new, json.dumps(entry, ensure_ascii=False, separators=(",", ":"))


def _words(files: Iterable[Path]) -> Iterator[Word]:
    """The words of all files, in their order, each with its bytes."""
    for file in files:
        (words,) = cbor.items(_read(file))
        for word in cbor.items(words):
            yield cbor.string(word, 1), word


def _pieces(words: Iterable[Word], size: int) -> Iterator[list[Word]]:
    piece: list[Word] = []
    length = 0
    for text, word in words:
        if length >= size and text[:TOGETHER] != piece[-1][0][:TOGETHER]:
            yield piece
            piece, length = [], 0
        piece.append((text, word))
        length += len(word)
    if piece:
        yield piece


def _bounds(ends: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """First and last words, shortened to what tells a piece from the one before and the one after."""
    firsts, lasts = [first for first, _last in ends], [last for _first, last in ends]
    for number, ((_first, last), (first, _last)) in enumerate(pairwise(ends)):
        told = 1 + next((place for place, (one, other) in enumerate(zip(last, first, strict=False)) if one != other), len(last))
        lasts[number], firsts[number + 1] = last[:told], first[:told]
    return list(zip(firsts, lasts, strict=True))


def _read(file: Path) -> bytes:
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(SIGNATURE):
        raise ValueError(f"{file.name} does not begin as expected")
    return content.removeprefix(SIGNATURE)
