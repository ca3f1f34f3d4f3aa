"""Bodies become HTML that is safe to show, whatever a contributor sends."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from contributions.markdown.body import Converter
from contributions.markdown.safe import plain_text
from support_bodies import BODIES

CONVERTER = Converter()


def html(*lines: str) -> str:
    """The HTML of a body."""
    return CONVERTER.convert("\n".join(lines))


class TestDialect:
    def test_keeps_headings_lists_and_links(self) -> None:
        assert html("## Titre", "", "* un", "* [deux](/agenda/nuit/)") == (
            '<h2>Titre</h2>\n<ul>\n<li>un</li>\n<li><a href="/agenda/nuit/">deux</a></li>\n</ul>'
        )

    def test_wraps_tables_so_that_they_scroll_in_themselves(self) -> None:
        found = html("| a | b |", "|---|---|", "| 1 | 2 |", "", "| c |", "|---|", "| 3 |")
        assert found.count("<table>") == found.count("</table></div>") == 2
        assert '<div class="scroll" role="region" aria-label="Tableau 1" tabindex="0"><table>' in found
        assert 'aria-label="Tableau 2"' in found

    def test_wraps_tables_that_have_attributes_too(self) -> None:
        found = html('<table lang="fr"><tr><td>1</td></tr></table>', "", "Fin")
        assert found.startswith('<div class="scroll" role="region" aria-label="Tableau 1" tabindex="0"><table lang="fr">')
        assert found.count("</div>") == 1

    def test_leaves_a_table_in_a_table_to_the_one_that_scrolls(self) -> None:
        found = html("<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>", "", "<table><tr><td>2</td></tr></table>")
        assert found.count("<table>") == 3
        assert re.findall("Tableau [0-9]", found) == ["Tableau 1", "Tableau 2"]

    def test_has_no_heading_without_words(self) -> None:
        found = html("| | b |", "|---|---|", "| 1 | 2 |")
        assert "<td></td>\n<th>b</th>" in found

    def test_keeps_footnotes_and_their_way_back(self) -> None:
        found = html("Un mot[^1].", "", "[^1]: La note.")
        assert 'href="#fn:1"' in found
        assert 'id="fn:1"' in found
        assert 'href="#fnref:1"' in found
        assert "La note." in found
        assert 'title="Revenir à l’appel de la note 1"' in found

    def test_names_the_links_of_notes_in_french_whatever_the_language_of_the_text(self) -> None:
        found = BeautifulSoup(html("A word[^1], again[^1] and another[^b].", "", "[^1]: Note.", "[^b]: Other."), "html.parser").find_all(
            "a"
        )
        assert [(link["href"], link["aria-label"]) for link in found] == [
            ("#fn:1", "Note 1"),
            ("#fn:1", "Note 1"),
            ("#fn:b", "Note 2"),
            ("#fnref:1", "Revenir à l’appel de la note 1"),
            ("#fnref2:1", "Revenir au 2e appel de la note 1"),
            ("#fnref:b", "Revenir à l’appel de la note 2"),
        ]
        assert {link["lang"] for link in found} == {"fr"}

    def test_lets_no_other_link_say_that_it_is_one(self) -> None:
        assert html('<a href="/x/" aria-label="Ailleurs">x</a>') == '<p><a href="/x/">x</a></p>'

    def test_keeps_notes_whose_names_have_blanks(self) -> None:
        found = html("Un mot[^la  note].", "", "[^la  note]: Elle.")
        assert re.findall(r'(?:id|href)="#?(fn[^"]*)"', found) == ["fnref:la-note", "fn:la-note", "fn:la-note", "fnref:la-note"]

    def test_takes_a_list_that_an_author_calls_a_footnote(self) -> None:
        found = html('<div class="footnote" markdown="1">', "", "1. un", "", "</div>", "", "Un mot[^1].", "", "[^1]: La note.")
        assert found.startswith('<div class="footnote">\n<ol>\n<li>un</li>')
        assert 'id="fn:1"' in found

    def test_keeps_definitions_abbreviations_and_code(self) -> None:
        assert "<dt>Mot</dt>\n<dd>Sens</dd>" in html("Mot", ":   Sens")
        assert '<abbr title="Fête de la science">FDS</abbr>' in html("La FDS.", "", "*[FDS]: Fête de la science")
        assert html("```python", "x = '<b>'", "```") == "<pre><code class=\"language-python\">x = '&lt;b&gt;'\n</code></pre>"

    def test_keeps_images_with_their_alternative(self) -> None:
        assert html("![Un ciel](/images/ciel.svg)") == '<p><img alt="Un ciel" src="/images/ciel.svg"></p>'

    def test_one_body_leaves_nothing_to_the_next(self) -> None:
        html("La FDS[^1].", "", "*[FDS]: Fête de la science", "[^1]: Note.")
        assert html("La FDS.") == "<p>La FDS.</p>"


class TestWhatIsTheBodysOwn:
    def test_ids_are_told_from_those_of_a_page(self) -> None:
        assert html('<h2 id="contenu">Un</h2>') == '<h2 id="texte-contenu">Un</h2>'
        assert html('<h2 id="texte-un">Un</h2>') == '<h2 id="texte-un">Un</h2>'

    def test_links_follow_them(self) -> None:
        found = html("[avant](#ete-2026) [ailleurs](#dates)", "", '<h3 id="ete-2026">Été</h3>', "", "[après](#ete-2026)")
        assert re.findall(r'href="([^"]*)"', found) == ["#texte-ete-2026", "#dates", "#texte-ete-2026"]

    @pytest.mark.parametrize("link", ["#été", "#%C3%A9t%C3%A9"])
    def test_links_follow_them_however_they_are_written(self, link: str) -> None:
        assert 'href="#texte-été"' in html('<h2 id="été">Été</h2>', "", f'<a href="{link}">x</a>')

    def test_an_id_stands_once_and_has_no_blanks(self) -> None:
        found = html('<h2 id="a b">Un</h2><h2 id="a-b">Deux</h2><h2 id=" ">Trois</h2>', "", '<a href="#a b">x</a>')
        assert found.split("\n")[:3] == ['<h2 id="texte-a-b">Un</h2>', "<h2>Deux</h2>", "<h2>Trois</h2>"]
        assert 'href="#texte-a-b"' in found

    def test_one_body_knows_nothing_of_the_ids_of_another(self) -> None:
        html('<h2 id="un">Un</h2>')
        assert html('<h2 id="un">Un</h2>') == '<h2 id="texte-un">Un</h2>'
        assert html('<a href="#un">x</a>') == '<p><a href="#un">x</a></p>'

    def test_code_that_begins_with_an_empty_line_keeps_it_when_ids_move(self) -> None:
        assert "<pre>\n" in html('<h2 id="un">Un</h2>', "", '<a href="#un">x</a>', "", '<div markdown="1"><pre>')

    @pytest.mark.parametrize(
        "attribute",
        ['class="visually-hidden"', 'class="site-header footnote"', 'dir="sideways"', 'lang="un deux"', 'name="q"', 'role="main"'],
    )
    def test_nothing_of_a_page_can_be_borrowed(self, attribute: str) -> None:
        assert html(f"<div {attribute}>x</div>") == "<div>x</div>"

    def test_what_html_knows_of_a_passage_stays(self) -> None:
        assert html('<p dir="rtl" lang="ar">x</p>') == '<p dir="rtl" lang="ar">x</p>'
        table = '<table><tr><td colspan="2" rowspan="99999">x</td></tr></table>'
        assert '<td colspan="2">x</td>' in html(table)


class TestHostileBodies:
    @pytest.mark.parametrize(
        "hostile",
        [
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//x></SCRIPT>",
            '<img src="x" onerror="alert(1)">',
            '<p onclick="alert(1)">x</p>',
            '<a href="javascript:alert(1)">x</a>',
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "![x](data:image/svg+xml;base64,PHN2Zz4=)",
            "<style>body{display:none}</style>",
            '<p style="position:fixed">x</p>',
            '<iframe src="https://exemple.fr"></iframe>',
            '<form action="https://exemple.fr"><input name="x"><button>ok</button></form>',
            '<object data="x"></object><embed src="x">',
            "<svg><script>alert(1)</script></svg>",
            "<math><mtext><script>alert(1)</script></mtext></math>",
            '<base href="https://exemple.fr/">',
            '<meta http-equiv="refresh" content="0">',
            '<link rel="stylesheet" href="https://exemple.fr/x.css">',
            "<!-- <script> -->",
            '<div markdown="1">\n<script>alert(1)</script>\n</div>',
            "[x](java&#8203;script:alert(1))",
            "[x](java&amp;#8203;script:alert(1))",
            '<a href="java&#8203;script:alert(1)">x</a>',
            '<a href="&#8203;javascript&colon;alert(1)">x</a>',
        ],
    )
    def test_are_made_harmless(self, hostile: str) -> None:
        found = html("Avant.", "", hostile, "", "Après.").lower()
        assert "avant." in found
        assert "après." in found
        for mark in (
            "<script",
            "<style",
            "<iframe",
            "<form",
            "<input",
            "<button",
            "<object",
            "<embed",
            "<svg",
            "<base",
            "<meta",
            "<link",
            "<!--",
        ):
            assert mark not in found
        assert not re.search(r"<[^>]*\s(on\w+|style)\s*=", found)
        assert not re.search(r"(href|src)\s*=\s*[\"']?\s*(javascript|data):", found)

    @given(st.text(alphabet="<>/\"'= abcsriptonlk:;&#x[]()!\n*_`|-", max_size=300))
    def test_of_any_sort_hold_no_script_and_no_handler(self, text: str) -> None:
        found = html(text)
        assert "<script" not in found.lower()
        assert not re.search(r"<[a-z][^>]*\son\w+\s*=", found, re.IGNORECASE)

    def test_a_first_level_heading_keeps_its_words_only(self) -> None:
        assert "<h1" not in html("# Titre")
        assert "Titre" in html("# Titre")


class TestPlainText:
    def test_is_the_words_on_one_line(self) -> None:
        assert plain_text("<h2>Un</h2>\n<p>deux <em>trois</em>\n quatre</p>") == "Un deux trois quatre"

    def test_is_words_as_they_are_meant(self) -> None:
        assert plain_text("<p>Avant<code>&lt;b&gt;</code> &amp; après&nbsp;!</p>") == "Avant <b> & après !"

    @given(BODIES)
    def test_of_any_body_is_what_a_browser_would_show(self, markdown: str) -> None:
        found = html(markdown)
        assert plain_text(found) == " ".join(BeautifulSoup(found, "html.parser").get_text(" ").split())
