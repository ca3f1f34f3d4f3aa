"""Content lines of iCalendar as bytes: text escaped (RFC 5545 section 3.3.11), lines folded at 75 octets (section 3.1)."""

from __future__ import annotations

CRLF = b"\r\n"
FOLD = b"\r\n "
WIDTH = 74
"""Octets before a fold: with the space that begins its continuation, a line has 75 at most."""


def escaped(text: str) -> str:
    r"""A value of type TEXT: backslash, semicolon and comma escaped, each line break as « \n » (RFC 5545 section 3.3.11)."""
    # A written « \N » is that section's other line break, and is read as one.
    text = text.replace(r"\N", "\n").replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,")
    if "\n" in text or "\r" in text:
        text = text.replace("\r\n", r"\n").replace("\n", r"\n").replace("\r", r"\n")
    return text


def text_line(name: str, text: str) -> bytes:
    """The content line of a property whose value is TEXT."""
    return line(f"{name}:{escaped(text)}")


def line(text: str) -> bytes:
    """A content line, folded where it is long: between characters, never inside an escape (RFC 5545 section 3.1)."""
    data = text.encode()
    return data + CRLF if len(data) <= WIDTH else _folded(data)


def _folded(data: bytes) -> bytes:
    parts = []
    start = 0
    while len(data) - start > WIDTH:
        end = start + WIDTH
        while data[end] & 0xC0 == 0x80:  # inside a character of UTF-8
            end -= 1
        # Some readers unescape before they unfold; « ^ » escapes in parameters (RFC 6868).
        if data[end - 1] in b"\\^":
            end -= 1
        parts.append(data[start:end])
        start = end
    parts.append(data[start:])
    return FOLD.join(parts) + CRLF
