"""Drawings: what is more than one is refused, wherever it hides; what drawing programs leave in one stays out of the published copy."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from contributions.media.drawings import ELSEWHERE, Flaw, cleaned, flaw
from support_limits import in_bounded_time

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
INKSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   width="9" height="9" sodipodi:docname="/home/camille/dessin.svg" inkscape:version="1.3">
  <sodipodi:namedview id="base" inkscape:zoom="1.4"/>
  <metadata><rdf:RDF><rdf:Description>Camille Verdier</rdf:Description></rdf:RDF></metadata>
  <g inkscape:label="Calque 1"><path style="fill:#ff0000;stroke:url(#a)" d="M0 0h9" inkscape:connector-curvature="0"/>avant</g>
</svg>
"""

refused = [
    "<script>alert(1)</script>",
    '<a href="javascript&#58;alert(1)"><rect/></a>',
    '<a href="java&#9;script:alert(1)"><rect/></a>',
    '<a xlink:href=" https://exemple.fr/"><rect/></a>',
    '<image href="//exemple.fr/a.png"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<image href="data:text/html,x"/>',
    '<use href="autre.svg#a"/>',
    '<a><animate attributeName="href" values="javascript:alert(1)"/></a>',
    '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
    "<foreignObject><p>Un texte</p></foreignObject>",
    '<rect onclick="alert(1)"/>',
    '<rect ONLOAD="alert(1)"/>',
    '<rect fill="url(https://exemple.fr/x)"/>',
    '<rect style="fill: u\\72l(https://exemple.fr/x)"/>',
    "<style>@import '//exemple.fr/x.css';</style>",
    "<style>@\\69mport '//exemple.fr/x.css';</style>",
    "<style>rect { fill: url( 'https://exemple.fr/x' ) }</style>",
    "<style>rect { fill: u/**/rl(https://exemple.fr/x) }</style>",
    '<?xml-stylesheet href="x.css"?>',
    '<g id="a"><use href="#a"/></g>',
    "<g>" * 400 + "</g>" * 399,
    '<a HREF="javascript:alert(1)"/>',
]


@pytest.mark.parametrize("part", refused)
def test_what_is_more_than_a_drawing_is_refused_and_never_copied(part: str) -> None:
    data = SVG.format(part).encode()
    assert flaw(data) is not None
    with pytest.raises(ValueError, match="not a drawing"):
        cleaned(data)


@pytest.mark.parametrize(
    "data",
    [
        SVG.format("<rect/>").encode("utf-16"),
        SVG.format("<rect/>").encode("utf-16-le"),
        b'<?xml version="1.0" encoding="utf-7"?>' + SVG.format("").encode(),
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;").encode(),
        b"<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]>" + SVG.format("").encode(),
        b"<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>",
        b"<svg><script>alert(1)</script></svg>",
        b"",
        b"<svg",
    ],
)
def test_what_is_no_plain_text_of_svg_is_refused(data: bytes) -> None:
    assert flaw(data) is not None


def test_copies_of_copies_are_not_drawn_without_end() -> None:
    copies = "".join(f'<g id="a{level}">{f"""<use href="#a{level - 1}"/>""" * 10}</g>' for level in range(1, 9))
    assert flaw(SVG.format(f'<g id="a0"><rect/></g>{copies}').encode()) == Flaw(1, 135, "trop de répétitions (« <use> »)")


@pytest.mark.parametrize(
    "part",
    [
        "<title>Un texte : onload = rien, javascript: non plus</title>",
        "<style>rect { fill: url(#degrade); }</style>",
        '<use xlink:href="#rond"/><circle id="rond" r="2"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<a href="#bas"><rect id="bas"/></a>',
        '<text xml:lang="fr" style="font-family:serif">é</text>',
    ],
)
def test_what_is_only_a_drawing_is_taken_and_stays_as_it_is(part: str) -> None:
    data = SVG.format(part).encode()
    assert flaw(data) is None
    assert etree.tostring(etree.fromstring(cleaned(data)), method="c14n") == etree.tostring(etree.fromstring(data), method="c14n")


def test_a_copy_has_nothing_of_the_program_that_drew_it() -> None:
    assert flaw(INKSCAPE.encode()) is None
    copy = cleaned(INKSCAPE.encode()).decode()
    assert not re.search("inkscape|sodipodi|rdf|Camille|camille|<!--", copy)
    assert 'd="M0 0h9"' in copy
    assert "avant" in copy


def test_a_copy_leads_nowhere_else_by_its_base() -> None:
    assert b"base" not in cleaned(SVG.format('<g xml:base="https://exemple.fr/"><a href="#a"/></g>').encode())


def test_lines_end_as_xml_reads_them() -> None:
    assert flaw(b"<svg>\r<desc/>\r\n&x y</svg>") == Flaw(3, 3, "une faute : il n’est pas du XML bien formé")


def test_a_mistake_is_told_in_characters_inside_of_the_drawing() -> None:
    text = "<svg>\n<desc>ééééé</desc>&x y</svg>"
    found = flaw(text.encode())
    assert found is not None
    assert (found.line, found.column) == (2, len("<desc>ééééé</desc>&x") + 1)


@given(st.text(st.sampled_from("<>/&;'\"= ésvg\n\r!-[]?")))
def test_a_flaw_is_told_where_there_is_something(text: str) -> None:
    found = flaw(f'<svg xmlns="http://www.w3.org/2000/svg">{text}'.encode())
    lines = re.split("\r\n|\r|\n", f'<svg xmlns="http://www.w3.org/2000/svg">{text}')
    assert found is not None
    assert 1 <= found.line <= len(lines)
    assert 1 <= found.column <= len(lines[found.line - 1]) + 1


@given(st.text(), st.sampled_from(refused))
def test_a_refused_part_is_found_behind_any_text(words: str, part: str) -> None:
    escaped = re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd]", "", words).replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "")
    assert flaw(SVG.format(f"<desc>{escaped}</desc>{part}").encode("utf-8", "replace")) is not None


@given(st.binary())
def test_any_bytes_get_an_answer(data: bytes) -> None:
    assert flaw(data) is not None


@pytest.mark.parametrize(
    "style",
    [
        "a{}<g/>@import 'https://ailleurs.example/a.css'",
        "<!-- x -->\\75rl(https://ailleurs.example/a.png)",
        "a{background:image-set('https://ailleurs.example/a.png' 1x)}",
        "a{background:-webkit-image-set('https://ailleurs.example/a.png' 1x)}",
        "a{background:/* x */URL(https://ailleurs.example/a.png)}",
        "a{src:src('https://ailleurs.example/a.png')}",
    ],
)
def test_a_style_fetches_nothing_however_it_is_written(style: str) -> None:
    found = flaw(f'<svg xmlns="http://www.w3.org/2000/svg"><style>{style}</style></svg>'.encode())
    assert found is not None
    assert found.what == ELSEWHERE


@pytest.mark.parametrize(
    "text", ["<svg xmlns='http://www.w3.org/2000/svg'><style>{}</style></svg>".format("/*" * 400_000), "<!DOCTYPE " * 150_000]
)
def test_what_is_begun_again_and_again_takes_no_time(text: str) -> None:
    with in_bounded_time():
        flaw(text.encode())


def test_an_element_of_thousands_of_attributes_is_refused_at_once() -> None:
    attributes = " ".join(f'x{number}="1"' for number in range(90_000))
    with in_bounded_time():
        found = flaw(f'<svg xmlns="http://www.w3.org/2000/svg">\n <g {attributes}/></svg>'.encode())
    assert found is not None
    assert (found.line, found.column, found.what) == (2, 2, "plus de 500 attributs sur « <g> »")


def test_words_behind_what_is_left_out_stay_however_many_they_are() -> None:
    with in_bounded_time():
        copy = cleaned(b'<svg xmlns="http://www.w3.org/2000/svg"><text>' + b'<x:g xmlns:x="u"/>a<!--b-->' * 40_000 + b"</text></svg>")
    assert copy.count(b"a") == 40_000
    assert b"<!--" not in copy


def test_names_for_text_are_refused_behind_any_address() -> None:
    found = flaw(b'<!DOCTYPE svg SYSTEM "a>b" [<!ENTITY x "mots">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>')
    assert found is not None
    assert found.what == "des entités XML"
