"""The texts of a message as mail programs hand it on: its parts, messages within it, HTML, whatever each says of its encoding.

What is not a message at all (a text that was copied and pasted) is a text, too.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from email import policy
from email.message import Message
from email.parser import BytesParser

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

MOST = 30_000_000
"""Bytes of a message that are read: with its pictures, none is larger at any provider."""
MOST_HTML = 3_000_000
DEEPEST = 5
"""So many messages within one another are opened."""
MESSAGES = (".eml", ".mbox")
TEXTS = (".txt", ".text")
HTML = (".html", ".htm")
BLOCKS = frozenset("address article blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table td tr ul".split())
"""Elements that stand on lines of their own."""
UNSEEN = ("head", "script", "style", "template", "title")
BLANKS = re.compile(r"[ \t\r\n\f]+")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def texts(data: bytes) -> Iterator[str]:
    """Every text that a message may say something in, the likeliest first: plain parts, HTML parts, then the message as it stands."""
    plain, html = _parts(data[:MOST], DEEPEST)
    yield from plain
    yield from map(_lines_of, html)
    whole = decoded(data[:MOST], "")
    yield whole
    yield decoded(quopri.decodestring(data[:MOST]), "")
    if "<" in whole:
        yield _lines_of(whole)


def _parts(data: bytes, deepest: int) -> tuple[list[str], list[str]]:
    """The plain texts and the HTML of a message, and of those that are attached to it."""
    plain: list[str] = []
    html: list[str] = []
    # An attached message is a part that has parts: `walk` goes through it, too.
    for part in BytesParser(policy=policy.compat32).parsebytes(data).walk():
        if part.is_multipart():
            continue
        held, name = _payload(part), (part.get_filename() or "").lower()
        sort = part.get_content_type()
        if name.endswith(MESSAGES) and deepest:
            inner_plain, inner_html = _parts(held, deepest - 1)
            plain += inner_plain
            html += inner_html
        elif sort == "text/html" or name.endswith(HTML):
            html.append(decoded(held[:MOST_HTML], _charset(part)))
        elif sort.startswith("text/") or name.endswith(TEXTS):
            plain.append(decoded(held, _charset(part)))
    return plain, html


def _payload(part: Message) -> bytes:
    try:
        held = part.get_payload(decode=True)
    except (ValueError, LookupError, binascii.Error):  # an encoding that nobody knows, or that is cut off
        held = None
    return held if isinstance(held, bytes) else b""


def _charset(part: Message) -> str:
    return part.get_content_charset("") or ""


def decoded(data: bytes, charset: str) -> str:
    """Text: what can be UTF-8 is UTF-8, whatever a program on the way said of it; « ISO-8859-1 » is Windows-1252, as in all browsers."""
    if data.startswith(UTF_16):
        return data.decode("utf-16", "replace")
    named = "cp1252" if charset.lower() in {"", "iso-8859-1", "latin-1", "us-ascii", "ascii"} else charset
    for encoding in ("utf-8-sig", named):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _lines_of(html: str) -> str:
    """HTML as lines of text: one for each that a reader sees."""
    soup = BeautifulSoup(html, "html.parser")
    for unseen in soup(UNSEEN):
        unseen.decompose()
    said: list[str] = []
    for node in soup.descendants:
        if isinstance(node, Tag):
            if node.name == "br" or node.name in BLOCKS:
                said.append("\n")
        elif type(node) is NavigableString:  # neither a comment nor a declaration
            own = str(node)
            said.append(own if node.find_parent("pre") else BLANKS.sub(" ", own))
            if _ends_a_block(node):
                said.append("\n")
    return "".join(said)


def _ends_a_block(node: NavigableString) -> bool:
    """Whether what follows a text stands on another line."""
    above = node.parent
    return node.next_sibling is None and above is not None and above.name in BLOCKS
