"""What becomes of the texts of others."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contributions.markdown.body import Converter
from contributions.markdown.safe import plain_text
from contributions.proofreading.findings import body_findings
from imports.texts import markdown_of_html, markdown_of_markdown, plain, summary
from support_bodies import BODIES

SIGNS = st.text(alphabet="*_`[]()<>&#-+=~|\\.:;!?{}%$/'\"^@0123aB é»•\n", max_size=60)
ELEMENTS = st.sampled_from(
    "p div b i em strong ul ol li a h1 h2 h4 h6 br table tr td th blockquote pre code s dl dt dd sup q center o:p".split()
)
MARKUP = st.recursive(
    SIGNS | st.text(max_size=20),
    lambda inner: st.builds(
        lambda tag, words: f'<{tag} href="https://a.fr/x_y(1)" class="MsoNormal">{"".join(words)}</{tag}>',
        ELEMENTS,
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
TAG = re.compile(r"<(?!https?://)/?[a-zA-Z!?][^<>]*>")


def said(body: str) -> list[str]:
    return [finding.message for finding in body_findings(body, 1)]


def shown(body: str) -> str:
    return plain_text(Converter().convert(body))


def letters(text: str) -> str:
    return "".join(re.findall(r"\w", text))


class TestHtmlBecomesMarkdown:
    @pytest.mark.parametrize(
        ("html", "markdown"),
        [
            ("<p>Un atelier.</p><p>Pour tous.</p>", "Un atelier.\n\nPour tous."),
            ("<h1>Le jour</h1><h4>Matin</h4><h2>Le soir</h2>", "## Le jour\n\n### Matin\n\n### Le soir"),
            ("<h3>Le jour</h3><p>Midi</p>", "## Le jour\n\nMidi"),
            ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
            ("<ol start='3'><li>x</li><li>y</li></ol>", "3. x\n4. y"),
            ('<p><a href="https://exemple.fr/a_(b)">Le *site*</a></p>', "[Le \\*site\\*](https://exemple.fr/a_%28b%29)"),
            ("<p>Voir https://exemple.fr/a_b_c.</p>", "Voir <https://exemple.fr/a_b_c>."),
            ('<p><a href="javascript:alert(1)">ici</a> <a href="/autre">là</a> <a href="#bas">bas</a></p>', "ici là bas"),
            ("<p><b>Tarif : </b>5 €</p>", "**Tarif :** 5 €"),
            ("<p><b>à tous :</b>Venez</p>", "**à tous** :Venez"),
            ("<p><b>un<br>deux</b></p>", "**un**\\\n**deux**"),
            ("<p>Programme :<br>- 14h : accueil<br>- 15h : atelier</p>", "Programme :\n\n- 14h : accueil\n- 15h : atelier"),
            ("<p>un<br><br>deux</p>", "un\n\ndeux"),
            ("<p>1. pas une liste<br># ni un titre</p>", "1\\. pas une liste\\\n\\# ni un titre"),
            ("<p>H<sub>2</sub>O, 10<sup>3</sup>, 1<sup>er</sup></p>", "H₂O, 10³, 1er"),
            (
                "<table><tr><th>Heure</th><th>Quoi</th></tr><tr><td>14h</td><td>a|b</td></tr></table>",
                "| Heure | Quoi |\n| --- | --- |\n| 14h | a\\|b |",
            ),
            ("<table><tr><td><p>Une page</p><p>mise en table</p></td></tr></table>", "Une page\n\nmise en table"),
            ("<blockquote><p>Cité</p></blockquote>", "> Cité"),
            ("<p>a</p><p>&nbsp;</p><p><span></span></p><p>b</p>", "a\n\nb"),
            ("<pre>un\n  deux</pre>", "un\\\ndeux"),
            ("<dl><dt>Durée</dt><dd>Une heure</dd></dl>", "**Durée**\n\nUne heure"),
            ("Deux lignes\nsans balise\n\net un paragraphe", "Deux lignes\\\nsans balise\n\net un paragraphe"),
        ],
    )
    def test_what_a_page_says_is_said_in_markdown(self, html: str, markdown: str) -> None:
        assert markdown_of_html(html) == markdown
        assert said(markdown) == []

    @pytest.mark.parametrize(
        "html",
        [
            "<script>alert(1)</script>",
            "<style>p{color:red}</style>",
            "<form><label>x</label><input name=a><button>Envoyer</button></form>",
            '<iframe src="https://mouchard.example/"></iframe>',
            '<img src="https://mouchard.example/1.gif" onerror="alert(1)" width=1>',
            "<!--[if gte mso 9]><xml><w:WordDocument>x</w:WordDocument></xml><![endif]-->",
            "<o:p></o:p>",
            "<!-- wp:paragraph -->",
            '[gallery ids="1,2,3"]',
            '[caption id="a" width="300"]<img src="x.jpg"> Une légende[/caption]',
            '[vc_row full_width="stretch_row"][vc_column][/vc_column][/vc_row]',
            "<svg><script>alert(1)</script></svg>",
        ],
    )
    def test_what_is_no_text_goes(self, html: str) -> None:
        assert markdown_of_html(f"<p>avant</p>{html}<p>après</p>") == "avant\n\naprès"

    def test_a_film_is_a_link_to_it(self) -> None:
        html = '<p>Voyez :</p><iframe src="https://www.youtube.com/embed/abcdefgh123?rel=0"></iframe>'
        assert markdown_of_html(html) == "Voyez :\n\n[Voir la vidéo](https://www.youtube.com/watch?v=abcdefgh123)"

    def test_relative_links_are_read_from_the_page_that_they_stand_on(self) -> None:
        assert markdown_of_html('<a href="../b/">b</a>', "https://exemple.fr/a/c/") == "[b](https://exemple.fr/a/b/)"

    def test_what_belongs_to_a_person_is_masked(self) -> None:
        html = "<p>Écrire à jeanne.petit@exemple.fr, ou à accueil@musee.example, ou au 06 12 34 56 78</p>"
        assert markdown_of_html(html) == "Écrire à (adresse retirée), ou à accueil@musee.example, ou au (numéro retiré)"

    @settings(max_examples=150, deadline=None)
    @given(MARKUP | BODIES)
    @example("<b>a</b><i>b</i>c<b>d :</b>e")
    @example("<ul>text<li># x</li></ul>")
    def test_the_check_has_nothing_to_say_of_it_and_no_tag_is_left(self, html: str) -> None:
        markdown = markdown_of_html(html)
        assert said(markdown) == []
        assert not TAG.search(re.sub(r"`[^`]*`", "", markdown))

    @settings(max_examples=150, deadline=None)
    @given(SIGNS)
    @example("a\n---\nb")
    @example("0.\\")
    @example("| a | b |\n|---|---|")
    def test_words_are_shown_as_they_were_written(self, text: str) -> None:
        words = re.sub(r"\[", "(", text)  # else some are shortcodes, which go
        assert letters(shown(markdown_of_html(f"<p>{escape(words)}</p>"))) == letters(words)

    @settings(max_examples=100, deadline=None)
    @given(MARKUP)
    def test_what_came_out_stays_as_it_is(self, html: str) -> None:
        once = markdown_of_html(html)
        assert markdown_of_markdown(once) == once

    @pytest.mark.parametrize(
        "bomb",
        [
            "<div>" * 60_000,
            "<b><p>" * 40_000,
            "<ol>" + "<li>x" * 60_000,
            "a<br>" * 60_000,
            "[" * 100_000,
            "<!--" * 50_000,
            '[a b="' * 50_000,
        ],
    )
    def test_what_was_made_to_take_long_does_not(self, bomb: str) -> None:
        assert said(markdown_of_html(bomb)) == []


class TestMarkdownStaysMarkdown:
    @pytest.mark.parametrize(
        ("text", "markdown"),
        [
            ("## Un titre\n\n- a\n- b\n\n**gras** [lien](https://a.fr/)", "## Un titre\n\n- a\n- b\n\n**gras** [lien](https://a.fr/)"),
            ("# Un titre\n\n## Sous", "## Un titre\n\n### Sous"),
            ("Un titre\n===\n\ntexte", "## Un titre\n\ntexte"),
            ("#FDS2026 à suivre", "#FDS2026 à suivre"),
            ("Horaires :\n14h : a\n15h : b", "Horaires :\\\n14h : a\\\n15h : b"),
            ("Un <b>mot</b> ![](https://a.fr/x.png)<script>x</script>", "Un **mot**"),
            ("    Une phrase mise en retrait.", "Une phrase mise en retrait."),
        ],
    )
    def test_what_is_well_written_stays_and_the_rest_is_mended(self, text: str, markdown: str) -> None:
        assert markdown_of_markdown(text) == markdown

    @settings(max_examples=150, deadline=None)
    @given(BODIES | SIGNS | st.text())
    @example("<figure><img src='/images/a.jpg' alt='b'><figcaption><img src='/a.png' alt=''></figcaption></figure>")
    def test_the_check_has_nothing_to_say_of_it(self, text: str) -> None:
        assert said(markdown_of_markdown(text)) == []


class TestPlainWords:
    @pytest.mark.parametrize(
        ("html", "words"),
        [
            ("Fête &amp;amp; science", "Fête & science"),
            ("<p>Un</p><p>deux</p>", "Un deux"),
            ("<b>Un</b>e", "Une"),
            ("3 < 4 et **gras**", "3 < 4 et gras"),
            ("a<script>b</script>c<style>d", "a c"),
        ],
    )
    def test_marks_go_and_words_stay(self, html: str, words: str) -> None:
        assert plain(html) == words

    @settings(max_examples=200, deadline=None)
    @given(MARKUP | st.text())
    def test_they_stand_on_one_line_without_tags_and_stay_so(self, html: str) -> None:
        words = plain(html)
        assert "\n" not in words
        assert not re.search(r"</?(?:p|b|div|script)\b[^<>]*>", words)
        assert plain(words) == words


class TestSummaries:
    def test_a_short_text_is_its_own(self) -> None:
        assert summary("Une visite du moulin.") == "Une visite du moulin."

    def test_first_sentences_stand_where_they_fit(self) -> None:
        first = "Une visite de la serre du parc, avec ses plantes et ses insectes."
        assert summary(f"{first} {'Puis un atelier pour les enfants et leurs parents ' * 5}.") == first

    def test_a_long_sentence_is_cut_behind_a_word(self) -> None:
        made = summary("mot " * 100)
        assert made == ("mot " * 49).strip() + " mot…"

    def test_an_abbreviation_ends_no_sentence(self) -> None:
        text = "Une conférence passionnante sur les étoiles, donnée au musée par le Dr. Étoile" + " et ses amis" * 20
        assert summary(text).endswith("…")

    @settings(max_examples=200, deadline=None)
    @given((st.text(min_size=150) | MARKUP).filter(lambda text: "<h" not in text), st.integers(10, 300))
    def test_it_is_never_longer_than_asked_and_says_what_the_text_says(self, text: str, most: int) -> None:
        made = summary(text, most)
        assert len(made) <= most
        assert made.removesuffix("…") in plain(text)
