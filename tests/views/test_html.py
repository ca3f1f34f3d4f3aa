"""HTML that leaves the site says what it said, and needs nothing of the site."""

from functools import cache
from html import escape
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.library.library import Library
from contributions.markdown.body import Converter
from contributions.words.typography import typo_html
from support import REPOSITORY, read_library
from support_bodies import BODIES
from views.html import absolute

ORIGIN = "https://escale.example"
CONVERTER = Converter()
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs")))
OURS = ("id", "class", "role", "tabindex", "aria-label")


def said(html: str) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """The words of some HTML, and its elements with what they tell a reader; a link to nowhere is none."""
    soup = BeautifulSoup(html, "lxml", multi_valued_attributes=None)
    elements = []
    for tag in soup.find_all(True):
        kept = {name: str(value) for name, value in tag.attrs.items() if name not in OURS}
        for name in kept.keys() & {"href", "src"}:
            if not kept[name].startswith("#"):
                kept[name] = urljoin(ORIGIN, kept[name])
        if tag.name != "a" or not kept.get("href", "#").startswith("#"):
            elements.append((tag.name, kept))
    return " ".join(soup.get_text().split()), elements


@cache
def demo() -> Library:
    return read_library(REPOSITORY / "content")


class TestAbsolute:
    def test_says_what_every_body_of_the_demo_says(self) -> None:
        assert demo().all
        for contribution in demo().all:
            assert said(absolute(contribution.html, ORIGIN)) == said(contribution.html), contribution.path

    @settings(max_examples=300)
    @given(BODIES)
    def test_says_what_any_body_says(self, markdown: str) -> None:
        html = typo_html(CONVERTER.convert(markdown))
        assert said(absolute(html, ORIGIN)) == said(html)

    @given(BODIES)
    def test_of_any_body_needs_nothing_of_the_site(self, markdown: str) -> None:
        soup = BeautifulSoup(absolute(CONVERTER.convert(markdown), ORIGIN), "html.parser")
        assert not [tag for tag in soup.find_all(True) if set(OURS) & set(tag.attrs)]
        addresses = [str(tag[name]) for tag in soup.find_all(True) for name in ("href", "src") if name in tag.attrs]
        assert not [address for address in addresses if address.startswith(("/", "#"))]

    @given(WORDS, WORDS, st.sampled_from(["/agenda/nuit/", "/images/a%20&%20b.jpg", "/l'eau.png"]))
    def test_says_what_our_own_markup_says(self, title: str, alt: str, url: str) -> None:
        html = f'<h3><a href="{escape(url)}">{escape(title)}</a></h3><p>a<br>{escape(alt)}</p><p><img src="{escape(url)}" alt="{escape(alt)}"></p>'
        assert said(absolute(html, ORIGIN)) == said(html)

    @pytest.mark.parametrize(
        ("html", "expected"),
        [
            ('<a href="/agenda/">Agenda</a>', '<a href="https://escale.example/agenda/">Agenda</a>'),
            ('<a href="//cdn.example/x">x</a>', '<a href="https://cdn.example/x">x</a>'),
            ('<p>Voir<sup id="r1"><a href="#n1" class="note">1</a></sup></p>', "<p>Voir<sup><a>1</a></sup></p>"),
            ('<h2 id="a">Un&nbsp;titre</h2>', "<h2>Un&nbsp;titre</h2>"),
            ('<p>Un<br>deux<img src="/b.png" alt="2 &gt; 1"></p>', f'<p>Un<br/>deux<img src="{ORIGIN}/b.png" alt="2 &gt; 1"/></p>'),
            (
                '<div class="scroll" role="region" aria-label="Tableau 1" tabindex="0"><table><tbody></tbody></table></div>',
                "<div><table><tbody></tbody></table></div>",
            ),
        ],
    )
    def test_leaves_nothing_that_needs_the_site(self, html: str, expected: str) -> None:
        assert absolute(html, ORIGIN) == expected
