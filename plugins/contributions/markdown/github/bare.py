"""Addresses that stand in a text by themselves are links, as GitHub makes them (GFM 6.9): https://…, www.…, and those of mail."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

ADDRESS = (
    r"(?P<leave><a\b[^<>]*>(?:[^<]|<(?!/?a\b))*|<[^<>\s][^<>]*>)"
    r"|(?P<web>(?:(?<![^\W_])(?i:https?)://|(?<![^\s*_~(«“\"'’])www\.)[^\W_](?:[^\s<\x02\\]|\\(?!\n))*)"
    r"|(?<![\w.+/-])(?P<mail>(?:mailto:)?[\w.+-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{1,63})(?![\w@/-])"
)
"""What holds addresses of its own, which is left as it is, or one that stands by itself; \\x02 begins what the library has put aside.
A backslash at the end of a line breaks it."""
HOST = re.compile(r"(?:(?i:https?)://)?+(?:[^/?#@]*@)?[^\W_][^/?#:@%^|\[\]{}\\]*(?=[/?#:]|\Z)")
"""How an address begins that leads to a host; others are text (URL standard, 3.5)."""
BRACKETS = {")": "(", "]": "[", "}": "{"}
CLOSING = "?!.,:;*_~'\"’”»…" + "".join(BRACKETS)
ENTITY = re.compile(r"&[A-Za-z0-9]+;\Z")


class Addresses(InlineProcessor):
    """Makes the links."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self) -> None:
        super().__init__(ADDRESS)

    def handleMatch(  # type: ignore[override]  # because its stubs know no match that is left as it is
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The link, and where it begins and ends; Nones where there is none."""
        if m["mail"]:
            return link(f"mailto:{m['mail'].removeprefix('mailto:')}", m["mail"]), m.start(), m.end()
        web = trimmed(m["web"] or "")
        if not HOST.match(web):
            return None, None, None
        address = web if web[:4].lower() == "http" else f"http://{web}"
        return link(address, web), m.start(), m.start() + len(web)


def link(address: str, words: str) -> Element:
    """A link, whose words nothing is looked for in. What looks like an entity in an address is none: « ?a=1&copy=2 »."""
    made = Element("a", {"href": address.replace("&", "&amp;")})
    made.text = AtomicString(words.replace("&", "&amp;"))
    return made


def trimmed(address: str) -> str:
    """An address without the signs of the sentence that it ends, and without a bracket that it does not open.

    >>> trimmed("https://fr.wikipedia.org/wiki/Nausicaá_(Boulogne))."), trimmed("https://exemple.fr/?a=1&amp;")
    ('https://fr.wikipedia.org/wiki/Nausicaá_(Boulogne)', 'https://exemple.fr/?a=1')
    """
    end = len(address)
    unopened = {close: address.count(close) - address.count(opening) for close, opening in BRACKETS.items()}
    while end and address[end - 1] in CLOSING:
        last = address[end - 1]
        if last in unopened:
            if unopened[last] <= 0:
                break
            unopened[last] -= 1
        entity = ENTITY.search(address, max(0, end - 40), end) if last == ";" else None
        end = entity.start() if entity else end - 1
    return address[:end]
