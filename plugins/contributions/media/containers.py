"""Whether the file of a picture holds anything but what shows it: what a camera, a program or a person wrote, where it was, and for whom.

The formats are read as far as their parts are named, and a part that is not on the list of what pictures need is more: nobody can
list what may be told in a file, but what is needed to show one.
"""

from __future__ import annotations

from collections.abc import Iterator

PNG = set(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT".split())
"""Chunks (PNG, third edition, section 11) without those of text and time, EXIF, and what programs keep for themselves."""
WEBP = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
"""Chunks (RFC 9649 section 2.7) without EXIF and XMP."""
JPEG_BARE = {0x01, *range(0xD0, 0xD8)}
"""Markers without a length: TEM and RST."""
JPEG = {0xC4, 0xCC, 0xDA, 0xDB, 0xDC, 0xDD, *range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)}
"""Segments (ITU-T T.81, table B.1): frames, scans, tables. Of those of applications, see below."""
GIF_LOOP = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
AVIF = {b"ftyp", b"meta", b"mdat"}
"""Boxes of a file (ISO/IEC 14496-12); in « meta », items of these types tell."""
AVIF_TOLD = (b"Exif", b"mime", b"uri ", b"uuid", b"udta")


def says_more(data: bytes, ending: str) -> bool:
    """True also where a file is not put together as its format wants."""
    try:
        parts = {".jpg": _jpeg, ".jpeg": _jpeg, ".png": _png, ".gif": _gif, ".webp": _webp, ".avif": _avif}[ending](data)
        return any(parts)
    except (IndexError, ValueError):
        return True


def _png(data: bytes) -> Iterator[bool]:
    at = 8
    name = b""
    while name != b"IEND":
        name = data[at + 4 : at + 8]
        yield name not in PNG
        at += 12 + _number(data, at, 4)
    yield at != len(data)


def _webp(data: bytes) -> Iterator[bool]:
    yield 8 + int.from_bytes(data[4:8], "little") != len(data)
    at = 12
    while at < len(data):
        yield data[at : at + 4] not in WEBP
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == b"ANMF":  # a frame holds chunks of its own
            inner = at + 24
            while inner < at + 8 + length:
                yield data[inner : inner + 4] not in WEBP
                inner += 8 + _even(int.from_bytes(data[inner + 4 : inner + 8], "little"))
        at += 8 + _even(length)


def _even(length: int) -> int:
    return length + length % 2


def _jpeg(data: bytes) -> Iterator[bool]:
    at = 2
    while (marker := data[at + 1]) != 0xD9:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        if marker == 0xFF:  # filling
            at += 1
            continue
        if marker in JPEG_BARE:
            at += 2
            continue
        length = _number(data, at + 2, 2)
        segment = data[at + 4 : at + 2 + length]
        yield not (marker in JPEG or _of_an_application(marker, segment))
        at += 2 + length
        if marker == 0xDA:
            at = _after_scan(data, at)
    yield at + 2 != len(data)


def _of_an_application(marker: int, segment: bytes) -> bool:
    """JFIF without a preview, colours, and how Adobe's programs count them."""
    jfif = marker == 0xE0 and segment.startswith(b"JFIF\0") and len(segment) == 14
    return jfif or (marker == 0xE2 and segment.startswith(b"ICC_PROFILE\0")) or (marker == 0xEE and segment.startswith(b"Adobe"))


def _after_scan(data: bytes, at: int) -> int:
    """The next marker behind what is compressed, in which FF is followed by 00 or a restart."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] != 0 and data[at + 1] not in range(0xD0, 0xD8):
            return at
        at += 2


def _gif(data: bytes) -> Iterator[bool]:
    at = 13 + _table(data[10])
    while (block := data[at]) != 0x3B:
        if block == 0x2C:
            at += 10 + _table(data[at + 9]) + 1
        elif block == 0x21:
            label, first = data[at + 1], data[at + 3 : at + 3 + data[at + 2]]
            yield not (label == 0xF9 or (label == 0xFF and first in GIF_LOOP))
            at += 2
        else:
            raise ValueError("no block")
        while data[at]:
            at += 1 + data[at]
        at += 1
    yield at + 1 != len(data)


def _table(flags: int) -> int:
    """Bytes of a table of colours."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _avif(data: bytes) -> Iterator[bool]:
    at = 0
    while at < len(data):
        length, name = _number(data, at, 4), data[at + 4 : at + 8]
        if length < 8:
            raise ValueError("no box")
        yield name not in AVIF or (name == b"meta" and any(told in data[at : at + length] for told in AVIF_TOLD))
        at += length
    yield at != len(data)


def _number(data: bytes, at: int, length: int) -> int:
    if at + length > len(data):
        raise IndexError(at)
    return int.from_bytes(data[at : at + length], "big")
