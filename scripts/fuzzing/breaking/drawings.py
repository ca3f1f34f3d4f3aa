"""Drawings (SVG) with what may hide in them, wherever a parser may overlook it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from fuzzing.breaking.mutations import mutated as broken_text
from fuzzing.breaking.values import ARTICLE
from fuzzing.sources import REPOSITORY

TAG = re.compile(r"<[A-Za-z][^<>]*>")
LINKS = (
    *(
        "javascript:alert(1)",
        "java&#9;script:alert(1)",
        "javascript&#58;alert(1)",
        "&#x6A;avascript:x",
        " \njavascript:x",
        "JAVASCRIPT:x",
        "vbscript:x",
    ),
    *(
        "data:text/html,<script>x</script>",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "https://evil.example/",
        "//evil.example/x",
        "#a",
        "",
        "file:///etc/passwd",
    ),
)
ELEMENTS = (
    "<script>alert(1)</script>",
    "<script href='x.js'/>",
    "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>x</script></body></foreignObject>",
    "<animate attributeName='href' values='javascript:x'/>",
    "<set attributeName='onload' to='x'/>",
    "<style>@import url(//evil.example/x.css);</style>",
    "<style>a{background:u\\72l(//evil.example)}</style>",
    "<style><![CDATA[*{fill:url('https://evil.example/x#a')}]]></style>",
    "<image href='https://evil.example/x.png' width='1' height='1'/>",
    "<feImage href='//evil.example/x'/>",
    "<iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:x'/>",
    "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
    "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
    "<metadata><script>alert(1)</script></metadata>",
    "<handler type='text/ecmascript'>x</handler>",
    "<use href='#a'/>",
    "<g id='a'><use href='#a'/></g>",
    "<text>&lt;script&gt;</text>",
    "<![CDATA[<script>x</script>]]>",
    "<!-- <script> -->",
    "<?xml-stylesheet href='//evil.example/x.css'?>",
    "<?php x ?>",
    "&x;",
    "&#0;",
    "]]>",
)
ATTRIBUTES = (
    *(
        "onload='x()'",
        "ONLOAD='x()'",
        "onload&#61;'x'",
        "x:onload='x()' xmlns:x='urn:x'",
        "onbegin='x'",
        "style='background:url(//evil.example)'",
    ),
    *(
        "style='fill:url(#a)'",
        "fill='url(https://evil.example/#a)'",
        "fill='url( &quot;//evil.example&quot; )'",
        "filter='URL(//evil.example#f)'",
    ),
    *(
        "xml:base='https://evil.example/'",
        "src='//evil.example/x'",
        "ping='//evil.example'",
        "target='_top'",
        "width='1e999'",
        "viewBox='0 0 nan inf'",
    ),
    *(
        "width='-5'",
        "width='100%'",
        "viewBox='a b'",
        "height='999999999999'",
        "id='a'",
        "class='x'",
        "xmlns='urn:other'",
        "inkscape:label='x'",
    ),
)
HEADS = (
    "",
    "\ufeff",
    "\n",
    "<?xml version='1.0'?>",
    "<?xml version='1.0' encoding='utf-16'?>",
    "<?xml version='1.0' encoding='UTF-7'?>",
    "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>",
    "<!DOCTYPE svg [<!ENTITY x '<script>alert(1)</script>'>]>",
    "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]>",
    "<!doctype html>",
    "<!-- a -->",
)
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "utf-7", "cp037")


def seeds() -> list[bytes]:
    """The drawings of the demonstration that are small, and one with a bit of everything."""
    found = (
        file.read_bytes() for root in ("content", "tests/golden/content") for file in sorted((REPOSITORY / root / "images").rglob("*.svg"))
    )
    own = (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40"><title>Ciel</title><defs>'
        b'<linearGradient id="a"><stop offset="0"/></linearGradient></defs><g id="b"><rect width="9" height="9" fill="url(#a)"/></g>'
        b'<use xlink:href="#b" x="9"/><a href="#b"><text>Ciel</text></a><style>rect{fill:red}</style></svg>'
    )
    return [own, *(data for data in found if len(data) < 20_000)]


def mutated(data: bytes, random: Random) -> bytes:
    """A drawing with hostile parts, broken as a text, or in another encoding."""
    text = data.decode("utf-8", "replace")
    for _ in range(random.choice((1, 1, 2, 3))):
        text = _with_something(text, random)
    if random.random() < 0.3:
        text = random.choice(HEADS) + text
    if random.random() < 0.3:
        return broken_text(text, random)
    return text.encode(random.choice(ENCODINGS), "replace") if random.random() < 0.07 else text.encode()


def _with_something(text: str, random: Random) -> str:
    tags = list(TAG.finditer(text))
    if not tags:
        return text + random.choice(ELEMENTS)
    tag, way = random.choice(tags), random.random()
    if way < 0.4:
        return text[: tag.end()] + random.choice(ELEMENTS) + text[tag.end() :]
    end = tag.end() - (2 if tag[0].endswith("/>") else 1)
    if way < 0.65:
        return f"{text[:end]} {random.choice(ATTRIBUTES)}{text[end:]}"
    if way < 0.85:
        name = random.choice(("href", "xlink:href", "HREF", "y:href", "src"))
        return f"{text[:end]} {name}='{random.choice(LINKS)}'{text[end:]}"
    if way < 0.92:
        depth = random.choice((10, 300, 5000))
        return text[: tag.end()] + "<g>" * depth + "</g>" * depth + text[tag.end() :]
    uses = "".join(f"<g id='u{n}'>" + f"<use href='#u{n - 1}'/>" * 10 + "</g>" for n in range(1, random.choice((3, 6, 12))))
    return text[: tag.end()] + "<g id='u0'/>" + uses + text[tag.end() :]


def laid(data: bytes) -> Mapping[bytes, bytes]:
    """The drawing, and an article that shows it."""
    image = "image: {src: images/ciel.svg, alt: Un ciel, credit: Le musée}\n"
    return {b"images/ciel.svg": data, b"articles/portrait.md": (ARTICLE % image).encode()}
