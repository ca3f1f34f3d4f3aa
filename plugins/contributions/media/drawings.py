"""Drawings (SVG): what makes one more than a drawing, and a copy without what drawing programs leave in it.

The text is understood by an XML parser that opens nothing; elements and attributes are those of the lists below. What belongs to
other vocabularies (Inkscape's, Illustrator's, metadata) is harmless in the file that a contributor sends, and left out of the copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

Element = Any
"""An element of lxml, whose types are nowhere."""

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
SAID = {f"{{{XML}}}lang", f"{{{XML}}}space"}
"""What stays of XML's own attributes: `xml:base` would have addresses lead elsewhere."""
MOST = 2_000_000
"""Bytes of a drawing that are looked at; a heavier one is refused."""
MOST_DRAWN = 50_000
"""Elements that <use> may have a browser draw."""
MOST_ATTRIBUTES = 500
"""Of an element. The parser looks for the value of each from the first one on, so that thousands would take minutes."""
ELEMENTS = frozenset(
    "a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter font font-face g glyph image line "
    "linearGradient marker mask metadata missing-glyph path pattern polygon polyline radialGradient rect stop style svg switch symbol "
    "text textPath title tref tspan use view".split()
)
"""Static elements of SVG 1.1 and 2. What moves (animate, set) is not among them: it can change where a link leads."""
CSS_URL = re.compile(r"url\(\s*[\"']?\s*(?P<target>[^\"')]*)", re.IGNORECASE)
CSS_FETCHING = re.compile(r"@import|\b(?:image-set|image|src|cross-fade|element|paint)\(", re.IGNORECASE)
"""What fetches without url(), now or in browsers to come (CSS Images 4, CSS Values 5)."""
INSIDE = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
"""How an address begins that fetches nothing: a part of the drawing, or a picture in it."""
ELSEWHERE = "un style venu d’ailleurs"
BLANKS = re.compile(r"[\0-\x20\x7f-\xa0\u2028\u2029]+")
DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[<]*[\[<]", re.IGNORECASE)
"""One that holds more than two names; no character of a file is looked at twice."""
ENCODING = re.compile(r"\A<\?xml\b[^>]*\bencoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Flaw:
    """Line and column (from 1) of what a drawing must not hold, and what it is, in French."""

    line: int
    column: int
    what: str


def flaw(data: bytes) -> Flaw | None:
    """The first thing that makes a file more than a drawing, or none at all; None for a drawing."""
    found = _parsed(data)
    if isinstance(found, Flaw):
        return found
    text = _text(data)
    return next((Flaw(*_place(text, mark), what) for mark, what in _flaws(found)), None)


def _text(data: bytes) -> str:
    """The text of a drawing, with the line ends that XML reads (XML 1.0 section 2.11). Raises UnicodeDecodeError."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _place(text: str, mark: str) -> tuple[int, int]:
    """Line and column of what looks like a mark; the parser only knows the lines at which tags end."""
    found = re.search(mark, text, re.IGNORECASE)
    at = found.start() if found else 0
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def cleaned(data: bytes) -> bytes:
    """A drawing without comments, and without what belongs to other vocabularies. Raises ValueError where it is more than a drawing."""
    root = _parsed(data)
    if isinstance(root, Flaw) or next(_flaws(root), None) is not None:
        raise ValueError("not a drawing")
    etree.strip_elements(root, *{element.tag for element in root.iter() if _foreign(element)}, with_tail=False)
    for element in root.iter():
        for name in element.attrib:
            if etree.QName(name).namespace not in {None, XLINK} and name not in SAID:
                del element.attrib[name]
    etree.cleanup_namespaces(root, top_nsmap={None: SVG}, keep_ns_prefixes=["xlink"])
    return bytes(etree.tostring(root, encoding="utf-8"))


def _foreign(element: Element) -> bool:
    """Whether a node is a comment, what another program has written for itself, or what is said of the drawing."""
    return not isinstance(element.tag, str) or etree.QName(element).namespace != SVG or etree.QName(element).localname == "metadata"


def _parsed(data: bytes) -> Element | Flaw:
    if len(data) > MOST:
        return Flaw(1, 1, "plus de 2 Mo de texte")
    try:
        text = _text(data)
    except UnicodeDecodeError:
        return Flaw(1, 1, "un encodage autre que l’UTF-8")
    if "\0" in text or ENCODING.search(text):
        return Flaw(1, 1, "un encodage autre que l’UTF-8")
    if found := DOCTYPE.search(text):
        return Flaw(text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start()), "des entités XML")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        return Flaw(*_stopped(text, *error.position), "une faute : il n’est pas du XML bien formé")
    if (names := root.getroottree().docinfo.internalDTD) is not None and any(True for _ in names.iterentities()):
        return Flaw(*_place(text, "<!ENTITY"), "des entités XML")
    return root if root.tag == f"{{{SVG}}}svg" else Flaw(1, 1, "autre chose qu’un dessin SVG")


def _stopped(text: str, line: int, column: int) -> tuple[int, int]:
    """Line and column of where the parser stopped, which may count on past the end, as they are in the file."""
    lines = text.split("\n")
    line = min(max(line, 1), len(lines))
    return line, min(max(column, 1), len(lines[line - 1]) + 1)


def _flaws(root: Element) -> Iterator[tuple[str, str]]:
    """What a drawing must not hold: an expression that finds it in the text, and what it is."""
    if any(True for _ in root.itersiblings(preceding=True, tag=etree.PI)) or any(True for _ in root.iter(etree.PI)):
        yield r"<\?(?!xml\s)", "une instruction « <? … ?> »"
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        if name.namespace != SVG:
            continue
        if len(element.attrib) > MOST_ATTRIBUTES:
            yield rf"<(?:[\w-]+:)?{re.escape(name.localname)}\b", f"plus de {MOST_ATTRIBUTES} attributs sur « <{name.localname}> »"
            return
        if name.localname not in ELEMENTS:
            yield rf"<(?:[\w-]+:)?{re.escape(name.localname)}\b", f"« <{name.localname}> »"
        if name.localname == "style" and (what := _style("".join(element.itertext()))):
            yield rf"{CSS_FETCHING.pattern}|url\(|\\", what
        yield from _attributes(element)
    if _drawn(root) > MOST_DRAWN:
        yield r"<(?:[\w-]+:)?use\b", "trop de répétitions (« <use> »)"


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    for attribute, value in element.attrib.items():
        name = etree.QName(attribute)
        mark = rf"\b{re.escape(name.localname)}\s*="
        if name.namespace is None and name.localname.lower().startswith("on"):
            yield mark, f"« {name.localname} »"
        elif name.localname.lower() in {"href", "src"} and name.namespace in {None, XLINK}:
            if not INSIDE.match(BLANKS.sub("", str(value))):
                yield mark + r"\s*[\"'](?!#|data:image)", f"un lien vers l’extérieur (« {name.localname} »)"
        elif what := (_style if name.localname == "style" else _fetched)(str(value)):
            yield mark, what


def _style(text: str) -> str | None:
    """What a style fetches or runs; one with escapes is not looked through."""
    plain = _without_comments(text)
    return ELSEWHERE if "\\" in plain or CSS_FETCHING.search(plain) else _fetched(plain)


def _without_comments(text: str) -> str:
    """A style without its comments, the last of which may have no end."""
    kept, at = [], 0
    while (start := text.find("/*", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("*/", start + 2)
        if end < 0:
            return "".join(kept)
        at = end + 2
    return "".join([*kept, text[at:]])


def _fetched(text: str) -> str | None:
    """What a value that may hold url() fetches."""
    outside = any(not INSIDE.match(BLANKS.sub("", found["target"])) for found in CSS_URL.finditer(text))
    return ELSEWHERE if outside else None


def _drawn(root: Element) -> int:
    """How many elements a browser draws, <use> followed; more than MOST_DRAWN where it never ends."""
    targets = {f"#{element.get('id')}": element for element in root.iter(etree.Element) if element.get("id")}
    known: dict[Element, int] = {}
    open_: set[Element] = set()

    def count(element: Element) -> int:
        if element in open_:
            return MOST_DRAWN + 1
        if element not in known:
            open_.add(element)
            total = 1 + sum(count(child) for child in element if isinstance(child.tag, str))
            target = targets.get(str(element.get("href") or element.get(f"{{{XLINK}}}href") or "").strip())
            if target is not None and element.tag == f"{{{SVG}}}use":
                total += count(target)
            open_.discard(element)
            known[element] = min(total, MOST_DRAWN + 1)
        return known[element]

    try:
        return count(root)
    except RecursionError:
        return MOST_DRAWN + 1
