"""Addresses that stand in a text by themselves are links, as GitHub makes them (GFM 6.9): https://…, www.…, and those of mail."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

ADDRESS = (
    r"(?P<leave><a\b[^<>]*>(?:[^<]|<(?!/?a\b))*|<[^<>\s][^<>]*>)"
    r"|(?P<web>(?:(?<![^\W_])(?i:https?)://|(?<![^\s*_~(«“\"'’])www\.)[^\W_][^\s<\x02]*)"
    r"|(?<![\w.+/-])(?P<mail>(?:mailto:)?[\w.+-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{1,63})(?![\w@/-])"
)
"""What holds addresses of its own, which is left as it is, or one that stands by itself; \\x02 begins what the library has put aside."""
HOST = re.compile(r"(?:(?i:https?)://)?(?:[^\W_][\w-]*\.)*[^\W_][\w-]*(?=[/?#:]|\Z)")
CLOSING = "?!.,:;*_~'\"’”»)…"
ENTITY = re.compile(r"&[A-Za-z0-9]+;\Z")


class Addresses(InlineProcessor):
    """Makes the links."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self) -> None:
        super().__init__(ADDRESS)

    def handleMatch(  # type: ignore[override]  # noqa: N802 – the library's name; its stubs know no match that is left as it is
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The link, and where it begins and ends; Nones where there is none."""
        if m["mail"]:
            return link(f"mailto:{m['mail'].removeprefix('mailto:')}", m["mail"]), m.start(), m.end()
        web = trimmed(m["web"] or "")
        if not HOST.match(web):
            return None, None, None
        address = unescape(web if web[:4].lower() == "http" else f"http://{web}")
        return link(address, unescape(web)), m.start(), m.start() + len(web)


def link(address: str, words: str) -> Element:
    """A link, whose words nothing is looked for in."""
    made = Element("a", {"href": address})
    made.text = AtomicString(words)
    return made


def trimmed(address: str) -> str:
    """An address without the signs of the sentence that it ends, and without a parenthesis that it does not open.

    >>> trimmed("https://fr.wikipedia.org/wiki/Nausicaá_(Boulogne))."), trimmed("https://exemple.fr/?a=1&amp;")
    ('https://fr.wikipedia.org/wiki/Nausicaá_(Boulogne)', 'https://exemple.fr/?a=1')
    """
    end, unopened = len(address), address.count(")") - address.count("(")
    while end and address[end - 1] in CLOSING:
        last = address[end - 1]
        if last == ")" and unopened <= 0:
            break
        entity = ENTITY.search(address, max(0, end - 40), end) if last == ";" else None
        unopened -= last == ")"
        end = entity.start() if entity else end - 1
    return address[:end]
