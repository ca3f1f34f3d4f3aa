"""XML of others, before anything reads it: how large it may be, and that it defines no entities."""

from __future__ import annotations

import re

from imports.taken import UnreadableSource

LARGEST = 50_000_000
"""Bytes."""
ENTITIES = re.compile(rb"<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y")
REMARK = re.compile(rb"<!--.*?-->", re.DOTALL)
ROOT = re.compile(rb"<\0?[A-Za-z]")
PROLOGUE = 20_000
"""Bytes before the first element, the only place that definitions have (XML 1.0, 2.8)."""
MOST = 5_000
"""Articles of a feed."""
ELEMENT = re.compile(rb"<(?P<end>/?)(?P<name>[A-Za-z][^\s<>/]*+)[^<>]*?(?P<empty>/?)>")
UNCLOSED = {b"br", b"hr", b"img", b"input", b"li", b"link", b"meta", b"p"}
"""Elements of HTML that many leave open."""
DEEPEST = 1_000
"""Elements that are open at once in one article: whoever reads a feed takes the square of them."""
JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]")
PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


def checked(data: bytes) -> bytes:
    """The same bytes. Raises UnreadableSource where they are no XML, or such as nobody publishes."""
    if len(data) > LARGEST:
        raise UnreadableSource("Ce flux dépasse 50 Mo.")
    if not data.strip():
        raise UnreadableSource("Ce flux est vide.")
    if JSON.match(data):
        raise UnreadableSource("C’est du JSON : les flux JSON ne se lisent pas ici. Donnez l’adresse du flux RSS ou Atom.")
    if PAGE.match(data[:5000]):
        raise UnreadableSource("C’est une page web, et non un flux : son adresse est souvent dans la page, sous « RSS ».")
    prologue = REMARK.sub(b"", data[:PROLOGUE])
    root = ROOT.search(prologue)
    if root is None:
        raise UnreadableSource("Ce n’est ni un flux RSS, ni un flux Atom, ni un export de WordPress.")
    if ENTITIES.search(prologue, 0, root.start()):
        raise UnreadableSource("Ce fichier définit des entités XML (<!ENTITY) : il n’est pas lu.")
    return data


LARGEST_FEED = 20_000_000
"""The same of a feed, which holds the newest articles only."""


def few(data: bytes) -> tuple[bytes, int]:
    """A feed without the articles beyond the most that are read, and how many those are. Raises UnreadableSource."""
    if len(data) > LARGEST_FEED:
        raise UnreadableSource("Ce flux dépasse 20 Mo.")
    depth = articles = 0
    end = len(data)
    for element in ELEMENT.finditer(data):
        name = element["name"].lower()
        if name in {b"item", b"entry"}:
            depth = 0
            articles += bool(element["end"] or element["empty"])
            if articles == MOST and end == len(data):
                end = element.end()
        elif name not in UNCLOSED and not element["empty"]:
            depth += -1 if element["end"] else 1
            if depth > DEEPEST:
                raise UnreadableSource("Les éléments de ce flux sont imbriqués sans fin : il n’est pas lu.")
    return data[:end], max(0, articles - MOST)
