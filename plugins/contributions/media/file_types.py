"""The files that content/ may hold beside contributions: their endings, and the first bytes that belong to each.

Whatever lies there is published on the site's own address: a page or a script among the documents would be the site's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

Belongs = Callable[[bytes], bool]
"""Whether the beginning of a file is that of its type."""
BEGINNING = 1024
"""Bytes that decide."""
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
MARKUP = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<", re.DOTALL)


def _starts(*marks: bytes) -> Belongs:
    return lambda data: data.startswith(marks)


def _zip_with(first: bytes) -> Belongs:
    """A zip archive whose first entry is stored and says its type (OpenDocument 1.3 part 2, 3.3; EPUB 3.3, 4.3)."""
    return lambda data: data.startswith(b"PK\3\4") and data[30:].startswith(first)


def _film(*brands: bytes) -> Belongs:
    """ISO base media: a box « ftyp » with one of the brands, if any is asked for."""
    return lambda data: data[4:8] == b"ftyp" and (not brands or any(brand in data[8:64] for brand in brands))


def _riff(form: bytes) -> Belongs:
    return lambda data: data[:4] == b"RIFF" and data[8:12] == form


def _table(data: bytes) -> bool:
    return b"\0" not in data and MARKUP.match(data) is None


PICTURES: dict[str, Belongs] = {
    ".jpg": _starts(b"\xff\xd8\xff"),
    ".jpeg": _starts(b"\xff\xd8\xff"),
    ".png": _starts(b"\x89PNG\r\n\x1a\n"),
    ".gif": _starts(b"GIF87a", b"GIF89a"),
    ".webp": _riff(b"WEBP"),
    ".avif": _film(b"avif", b"avis"),
    ".svg": lambda data: MARKUP.match(data) is not None,
}
DOCUMENTS: dict[str, Belongs] = {
    ".pdf": lambda data: b"%PDF-" in data,
    ".odt": _zip_with(OPEN_DOCUMENT + b"text"),
    ".ods": _zip_with(OPEN_DOCUMENT + b"spreadsheet"),
    ".odp": _zip_with(OPEN_DOCUMENT + b"presentation"),
    ".epub": _zip_with(b"mimetypeapplication/epub+zip"),
    ".docx": _starts(b"PK\3\4"),
    ".xlsx": _starts(b"PK\3\4"),
    ".pptx": _starts(b"PK\3\4"),
    ".zip": _starts(b"PK\3\4", b"PK\5\6"),
    ".csv": _table,
    ".mp3": lambda data: data.startswith(b"ID3") or (data[:1] == b"\xff" and data[1:2] >= b"\xe2"),
    ".mp4": _film(),
    ".m4a": _film(),
    ".ogg": _starts(b"OggS"),
    ".webm": _starts(b"\x1aE\xdf\xa3"),
}
ALLOWED = {"images": PICTURES, "documents": DOCUMENTS}
"""By folder of content/: ending in lower case → whether the first bytes belong to it."""


def ending(path: str) -> str:
    """The ending of a file's name, in lower case: « .pdf »."""
    return PurePosixPath(path).suffix.lower()


def allowed(path: str) -> bool:
    """Whether a file of content/images or content/documents is of a type that is published, by its path below content/."""
    return ending(path) in ALLOWED[path.partition("/")[0]]


def belongs(path: str, beginning: bytes) -> bool:
    """Whether a file of an allowed ending begins as its type does."""
    return ALLOWED[path.partition("/")[0]][ending(path)](beginning)


def unpublished(path: str) -> bool:
    """Whether a file is nobody's contribution: hidden, or a note to those who work here."""
    name = PurePosixPath(path).name
    return name.startswith(".") or name.endswith(".md")
