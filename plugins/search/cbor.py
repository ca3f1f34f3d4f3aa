"""As much of CBOR (RFC 8949) as Pagefind's files hold: arrays, texts and whole numbers. Arrays are parted without being understood."""

from __future__ import annotations

from collections.abc import Iterable

NUMBER, NEGATIVE, TEXT, ARRAY = 0, 1, 3, 4
"""Major types: the three upper bits of an item's first byte; the lower five say a value, or in how many bytes it follows."""
WIDTHS = {24: 1, 25: 2, 26: 4}


class Unexpected(ValueError):
    """Something else than arrays, texts and numbers."""


_STEP = [0] * 256
"""How long an item is by its first byte; 0 where more must be read."""
_MORE = [0] * 256
"""How many items there are still to be read after it, less itself."""
for _low in range(24):
    for _kind in (NUMBER, NEGATIVE):
        _STEP[_kind << 5 | _low], _MORE[_kind << 5 | _low] = 1, -1
    _STEP[TEXT << 5 | _low], _MORE[TEXT << 5 | _low] = 1 + _low, -1
    _STEP[ARRAY << 5 | _low], _MORE[ARRAY << 5 | _low] = 1, _low - 1
for _low, _width in WIDTHS.items():
    for _kind in (NUMBER, NEGATIVE):
        _STEP[_kind << 5 | _low], _MORE[_kind << 5 | _low] = 1 + _width, -1


def items(data: bytes) -> list[bytes]:
    """The items of an array, each as its bytes. Raises Unexpected."""
    count, at = _head(data, 0, ARRAY)
    found = []
    for _number in range(count):
        end = _end(data, at)
        found.append(data[at:end])
        at = end
    if at != len(data):
        raise Unexpected(f"{len(data)} bytes, not {at}")
    return found


def string(data: bytes, at: int = 0) -> str:
    """The text that begins at a place. Raises Unexpected."""
    length, start = _head(data, at, TEXT)
    return data[start : start + length].decode()


def array(content: Iterable[bytes]) -> bytes:
    """An array of items."""
    parts = list(content)
    return _start(ARRAY, len(parts)) + b"".join(parts)


def text(value: str) -> bytes:
    """A text."""
    content = value.encode()
    return _start(TEXT, len(content)) + content


def _end(data: bytes, at: int) -> int:
    """Where an item ends, with all that it holds. Runs over every number of an index: hence the tables."""
    left = 1
    while left:
        first = data[at]
        step = _STEP[first]
        if step:
            at += step
            left += _MORE[first]
        elif first >> 5 == ARRAY:
            count, at = _head(data, at, ARRAY)
            left += count - 1
        else:
            length, at = _head(data, at, TEXT)
            at += length
            left -= 1
    return at


def _head(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """The number that an item begins with (how many items, or bytes), and where its content begins."""
    first = data[at]
    low = first & 31
    width = 0 if low < 24 else WIDTHS.get(low)
    if first >> 5 != kind or width is None:
        raise Unexpected(f"byte {at} is {first:#x}")
    return (low if width == 0 else int.from_bytes(data[at + 1 : at + 1 + width])), at + 1 + width


def _start(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    low, width = next((low, width) for low, width in WIDTHS.items() if number < 1 << 8 * width)
    return bytes([kind << 5 | low]) + number.to_bytes(width)
