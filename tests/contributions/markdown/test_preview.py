"""What is published is what GitHub's preview shows, by GitHub's own converter."""

from __future__ import annotations

import re

import cmarkgfm
import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from cmarkgfm.cmark import Options
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.markdown.body import Converter
from contributions.markdown.safe import plain_text
from support_limits import in_bounded_time

CONVERTER = Converter()
Shape = list[object]
"""Texts, and pairs of an element's name and what it holds."""


def shape(html: str) -> Shape:
    """What an HTML says, whatever stands between its elements; boxes stand in the paragraph that follows them."""
    soup = BeautifulSoup(html, "html.parser")
    for box in soup.find_all("input"):
        box.replace_with("☑ " if box.has_attr("checked") else "☐ ")
    for element in soup.find_all(["span", "div"]):
        element.unwrap()
    flat = re.sub(r"(<li>\s*)([☐☑])\s*<p>", r"\1<p>\2 ", re.sub(r"<li[^>]*>", "<li>", str(soup)))
    return _parts(BeautifulSoup(flat, "html.parser"))


def _parts(element: Tag) -> Shape:
    found: Shape = []
    for child in element.children:
        if isinstance(child, Tag):
            found.append((f"{child.name}{child.get('start') or ''}", _parts(child)))
        elif isinstance(child, NavigableString) and (words := " ".join(child.replace("\u202f", " ").split())):
            if found and isinstance(found[-1], str):
                words = f"{found.pop()} {words}"
            found.append(words)
    return found


def published(body: str) -> Shape:
    """What we make of a body."""
    return shape(CONVERTER.convert(body))


def previewed(body: str) -> Shape:
    """What GitHub makes of it."""
    html = cmarkgfm.github_flavored_markdown_to_html(body)
    return shape(re.sub("<(/?)h1>", "", html))


class TestLists:
    @pytest.mark.parametrize(
        "body",
        [
            "Programme :\n- 14 h : accueil\n- 15 h : atelier",
            "Programme :\n* accueil\n* atelier",
            "Programme :\n+ accueil",
            "Programme :\n1. accueil\n2. atelier",
            "Programme :\n1) accueil\n2) atelier",
            "Le musée a ouvert en\n2023. Une année plus tard, il",
            "Un texte\n-\nsuite",
            "Un texte\n- \n",
            "Un texte\n-suite\n*mot*",
            "- un\n  - deux\n    - trois\n- quatre",
            "- un\n    - deux\n        - trois",
            "1. un\n   - deux\n2. trois",
            "10. un\n    - deux\n11. trois",
            "- un\nsuite\n- deux",
            "- un\n2. deux",
            "- un\n\n  suite\n- deux",
            "- un\n- deux\n\n- trois",
            "- un\n\n- deux\n\nfin",
            "* un\n- deux\n+ trois",
            "1. un\n1) deux",
            "-   un\n    - deux",
            "- un\n\n      code\n- deux",
            "- un\n  ```\n  - code\n\n  code\n  ```\n- deux",
            "-\n  un\n- deux",
            "-\n\n  un",
            "- - un\n  - deux",
            "1. - 2. un",
            "- > un\n  > deux\n- trois",
            "> un\n- deux",
            "> - un\n>   - deux\n> - trois",
            "- # un\n- ## deux\n  suite",
            "- un\n***\n- deux",
            "- | a | b |\n  |---|---|\n  | 1 | 2 |",
            "- a\n---\n",
            "100. un\n\n     deux",
            "- un\n\n\n\n  deux",
            "Terme\n- un",
            "    code\n- un",
            "- [ ] une lampe\n- [x] un carnet\n- [X] un mot\n- [y] rien\n- []\n- [ ]\n- [ ]collé",
            "- [ ] une lampe\n\n  suite",
            "1. [ ] une lampe",
        ],
    )
    def test_are_those_of_the_preview(self, body: str) -> None:
        assert published(body) == previewed(body)

    MARK = st.sampled_from(["", "", "", "- ", "- ", "* ", "+ ", "1. ", "1. ", "2. ", "2023. ", "1) ", "-", "10. ", "-   ", "- - ", "1. - "])
    OTHER = st.sampled_from(["- [ ] ", "- [x] ", "---", "===", "* * *", "```\n  ", "> ", "> - "])
    LINE = st.builds(
        "{}{}{}".format, st.integers(0, 7).map(lambda n: " " * max(n - 2, 0)), MARK | OTHER, st.sampled_from(["a", "b", "mot", "c d"])
    )
    PLAIN = st.builds(
        "{}{}{}".format, st.integers(0, 7).map(lambda n: " " * max(n - 2, 0)), MARK, st.sampled_from(["a", "b", "mot", "c d"])
    )

    @settings(max_examples=400)
    @given(st.lists(PLAIN | st.just(""), max_size=8).map("\n".join))
    def test_of_any_lines_are_those_of_the_preview(self, body: str) -> None:
        assert published(body) == previewed(body)

    @given(st.lists(LINE | PLAIN | st.just(""), max_size=12).map("\n".join))
    def test_of_any_other_lines_lose_no_word(self, body: str) -> None:
        words = re.findall("[a-z]+", body.replace("[x]", ""))
        assert re.findall("[a-z]+", plain_text(CONVERTER.convert(body)).replace("[x]", "")) == words

    def test_boxes_have_a_name_and_no_control(self) -> None:
        html = CONVERTER.convert("- [ ] une lampe\n- [x] un carnet")
        assert '<li class="task"><span aria-label="à faire" role="img">☐</span> une lampe</li>' in html
        assert '<span aria-label="fait" role="img">☑</span> un carnet' in html
        assert "<input" not in html


class TestHeadings:
    @pytest.mark.parametrize(
        "body",
        [
            "Un texte\n## Titre\nsuite",
            "## Titre ##",
            "## C#",
            "   ## Titre",
            "    ## Titre",
            "#FDS2026 à suivre",
            "Venez !\n#FDS2026 #science",
            "##\n",
            "####### sept",
            "## a # b #",
            "Titre\n---\nsuite",
            "Deux\nlignes\n---\nsuite",
            "Titre\n===",
            "> cité\n---",
            "- un\n---",
            "un\n\n---\n\ndeux",
            "## un\n## deux\n### trois",
            "***\n---\n___",
            "un\n-     -      -      -\ndeux",
            "## ##\n### ###",
            "un  \ndeux\\\ntrois",
        ],
    )
    def test_are_those_of_the_preview(self, body: str) -> None:
        html = re.sub("</?h1>", "", cmarkgfm.github_flavored_markdown_to_html(body))
        assert shape(CONVERTER.convert(body)) == shape(html) or "<h1>" in cmarkgfm.github_flavored_markdown_to_html(body)


class TestQuotations:
    @pytest.mark.parametrize(
        "body",
        [
            "> un\n\n> deux",
            "> un\ndeux",
            "> un\n## deux",
            "> un\n> > deux\ntrois",
            ">un\n>\n> deux",
            "texte\n> un\n\nfin",
            "> un\n1. deux",
            "> > un\n> deux",
        ],
    )
    def test_are_those_of_the_preview(self, body: str) -> None:
        assert published(body) == previewed(body)


class TestLinesThatGoOn:
    """What stands below a list or a quotation without its mark goes on with its paragraph, with all that a paragraph may hold."""

    OPEN = st.sampled_from(["> a", "- a", "1. a", "> - a", "- > a", "> > a", "- a\n\n  b", "- - a"])
    WORDS = st.sampled_from(["*b*", "**b** c", "`b`", "``b` ``", "~~b~~", "_b_", "__b__", "[b](/c/)", "![b](/c.png)", "1.b", "#b"])
    SET_IN = st.sampled_from(
        ["- b", "* b", "+ b", "1. b", "12) b", "# b", "> b", "---", "--", "===", "* * *", "___", "```", "~~~", "-", "| b |"]
    )

    @given(OPEN, st.lists(WORDS, min_size=1, max_size=3))
    def test_are_those_of_the_preview(self, above: str, lines: list[str]) -> None:
        body = "\n".join([above, *lines])
        assert published(body) == previewed(body)

    @given(OPEN, SET_IN)
    def test_begin_nothing_of_their_own_where_they_are_set_in(self, above: str, line: str) -> None:
        body = f"{above}\n          {line}"
        assert published(body) == previewed(body)


class TestTables:
    TABLE = "| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |"

    @pytest.mark.parametrize(
        "above",
        [
            "Texte\n",
            "**Deux**\nlignes  \n",
            "## Titre\n",
            "Titre\n---\n",
            "***\n---\n",
            "> cité\n",
            "texte\n> cité\n",
            "    code\n",
            "- un\n",
            "a | b\n##\n--|--\n",
        ],
    )
    def test_begin_below_what_they_begin_below_in_the_preview(self, above: str) -> None:
        assert published(above + self.TABLE) == previewed(above + self.TABLE)

    @pytest.mark.parametrize(
        "below",
        [
            "## T",
            "##",
            "> b",
            "***",
            "---",
            "    b",
            "- b",
            "2. b",
            "```\nb\n```",
            "===",
            "--",
            "*b*",
            "#b",
            "b",
            "> - b\n\nb",
            "2.b",
            "## T\n| a |\n|-|",
        ],
    )
    def test_end_above_what_they_end_above_in_the_preview(self, below: str) -> None:
        body = f"{self.TABLE}\n{below}"
        assert published(body) == previewed(body)

    @pytest.mark.parametrize("mark", ["- ", "1. ", "> ", "- > ", "> 1. "])
    def test_stand_in_entries_and_quotations(self, mark: str) -> None:
        further = "".join(sign if sign == ">" else " " for sign in mark)
        body = mark + f"Texte\n{self.TABLE}\n# T".replace("\n", f"\n{further}")
        assert published(body) == previewed(body)

    def test_align_their_columns(self) -> None:
        aligned = [(cell.name, cell.get("align")) for cell in BeautifulSoup(CONVERTER.convert(self.TABLE), "html.parser")(["th", "td"])]
        assert aligned == [(name, side) for name in ("th", "td") for side in ("left", "right", "center", None)]

    LINE = st.sampled_from(["a", "a | b", "| a | b |", "--|--", "|:-:|---|", "|--|", ":-:", "--|--|", "## T", "> a", "***", "    a", ""])

    @given(st.lists(LINE, max_size=8).map("\n".join))
    def test_of_any_lines_are_those_of_the_preview(self, body: str) -> None:
        assert published(body) == previewed(body)


class TestFencedCode:
    @pytest.mark.parametrize(
        "body",
        [
            "> ```\n> a\n>\n> - b\n> ```\nfin",
            "> ```\n> a\n\nfin",
            "> ```\na\n```",
            "> > ~~~\n> > a\n> > ~~~\n> fin",
            "- > ```\n  > a\n  > ```",
            " ```\na\n ```",
            "   ```\n   a\n    b\n  c\n```\nfin",
            "Texte\n   ~~~\n  a\n   b\n~~~~\nfin",
            "    ```\n    a\n    ```",
            '```python title="x"\na\n```',
            "```js {1}\na\n```",
            "~~~ `x` ~~~\na\n~~~",
            "```\na\n\n- b",
            "texte\n```\na",
            "- un\n  ```\n  a",
            "- ```\n  a\n- deux",
            "- un\n  ```\n  a\n\nfin",
            "- un\n  ```\nfin\n  ```",
            "- ```\nfin\n  ```",
            "- ```\n\n- deux",
            "- un\n  ```\n  a\n  ```\nfin\n  ```\nb",
            "1. ```\n   a\n   ```\n\n ```\n b",
            "```\na\n`````\nfin",
            "`````\na\n```",
            "```\n<b>&amp;\n\n\n```",
            "```\n```",
        ],
    )
    def test_is_that_of_the_preview(self, body: str) -> None:
        assert published(body) == previewed(body)

    @pytest.mark.parametrize("words", ["python", " python", ".python", '{.python #a title="b"}', 'python title="b"', "python {1}"])
    def test_names_its_language(self, words: str) -> None:
        assert CONVERTER.convert(f"~~~{words}\na\n~~~") == '<pre><code class="language-python">a\n</code></pre>'

    def test_keeps_its_blanks(self) -> None:
        assert CONVERTER.convert("  ```\n    a\n\n b\n\n  ```") == "<pre><code>  a\n\nb\n\n</code></pre>"

    def test_is_none_in_html_that_has_its_signs(self) -> None:
        assert CONVERTER.convert("<p>\n```\n</p>\n\n## Titre").endswith("<h2>Titre</h2>")

    LINE = st.sampled_from(["```", "~~~", "````", "  ```", "> ```", "- ```", "  a", "> a", "- a", "a", "```a b", ""])

    @given(st.lists(LINE, max_size=8).map("\n".join))
    def test_of_any_lines_is_that_of_the_preview(self, body: str) -> None:
        assert published(body) == previewed(body)


class TestMarkdownInHtml:
    @pytest.mark.parametrize(
        "body",
        [
            "<details>\n<summary>Le **programme**</summary>\n\n- a\n- **b**\n\n</details>\n\n*fin*",
            '<div align="center">\n\n## Titre\n\n</div>',
            "<details>\n  <summary>T</summary>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n</details>\nsuite\n\n*fin*",
            "<div>\n\n  <div>\n\n*a*\n\n  </div>\n\n</div>\n\n*b*",
            "<table><tbody><tr><td>\n\n*a*\n\n</td></tr></tbody></table>",
            "<ul>\n<li>a\n\n- b\n</li></ul>",
            "<blockquote>\na\n\n*b*\n</blockquote>",
            "texte\n<DIV>\n\n*a*\n\n</DIV>",
            "<div>\n\n*a*\n\nfin",
            "<div>\n\n```\n</div>\n```\n\n*a*\n\n</div>",
            "<div>\n*a*\n</div>",
            "<pre>\n\n*a*\n\n<div>\n\n*b*\n\n</pre>",
            "<details><summary>T</summary>\n**a**\n</details>\n\n**b**",
            "</div>\n\n*a*",
        ],
    )
    def test_is_that_of_the_preview(self, body: str) -> None:
        assert published(body) == shape(cmarkgfm.github_flavored_markdown_to_html(body, Options.CMARK_OPT_UNSAFE))

    def test_is_none_in_a_comment(self) -> None:
        assert CONVERTER.convert("<!--\n\n<div>\n\n*a*\n\n-->\n\n*b*").strip() == "<p><em>b</em></p>"

    def test_is_the_librarys_where_it_is_asked_for(self) -> None:
        assert CONVERTER.convert('<div markdown="1">\n*a*\n\n<p>*b*</p>\n\n</div>').count("<em>") == 1

    @given(
        st.lists(
            st.sampled_from(["<div>", "</div>", "<p>a", "</ul>", "*a*", "<!--", "-->", "<pre>", "  <div>", "- a", "", ""]), max_size=10
        )
    )
    def test_lets_nothing_unsafe_through(self, lines: list[str]) -> None:
        html = CONVERTER.convert("\n".join([*lines, '<div onclick="a()"><script>a()</script>', "", "<details onclick='a()'>", "</div>"]))
        assert not re.search("onclick|<script|\x02", html)

    def test_takes_no_time(self) -> None:
        with in_bounded_time():
            for body in ("<div>\n\n" * 5_000, "<div\n" * 5_000, "<" * 40_000, "<!--\n" * 5_000, "<p " + "a" * 40_000, "</p>\n\n" * 5_000):
                CONVERTER.convert(body)


class TestHtmlOfEntries:
    @pytest.mark.parametrize(
        "body",
        [
            "- un\n  <div>deux</div>\n- trois",
            "- un\n\n  <div>\n  deux\n  </div>\n\n- trois",
            "- un\n  <details>\n  <summary>x</summary>\n\n  *texte*\n\n  </details>\n- b",
            "1. un\n\n   <p>deux</p>\n2. x",
            "- <div>x</div>\n- <b>y</b>",
            "- <div>\n  x\n  </div>\n- y",
            "- a\n  - b\n    <div>c</div>\n  - d\n- e",
            "- ```html\n  <div>\n  ```\n- x",
            "- un\n  <pre>\n  a\n\n  b\n  </pre>\n- z",
            "- a\n\n<div>b</div>\n\n- c",
            "- un\n  <b>gras</b>\n- deux",
            "> - a\n>   <div>b</div>\n> - c",
            "- un\n  <p>x</p>\n\n  suite\n- deux",
            "- un\n  <br>\n  suite\n- deux",
            "- un\n\n  ```\n  <p>\n\n  </p>\n  ```\n\n  suite",
            "- un\n\n  <p>a</p>\n  <p>b</p>\n- deux\n\nfin",
        ],
    )
    def test_stands_where_the_preview_has_it(self, body: str) -> None:
        assert published(body) == shape(cmarkgfm.github_flavored_markdown_to_html(body, options=Options.CMARK_OPT_UNSAFE))

    LINES = st.lists(
        st.sampled_from(["- un", "  <p>deux</p>", "  trois", "", "- <p>quatre</p>", "  - cinq", "    <p>six</p>", "sept"]), max_size=7
    )

    @given(LINES)
    def test_loses_no_word(self, lines: list[str]) -> None:
        body = "\n".join(lines)
        html = cmarkgfm.github_flavored_markdown_to_html(body, options=Options.CMARK_OPT_UNSAFE)
        assert re.findall("[a-z]{2,}", plain_text(CONVERTER.convert(body))) == re.findall("[a-z]{2,}", plain_text(html))

    def test_may_be_a_remark(self) -> None:
        assert published("- un\n  <!-- x -->\n- deux") == [("ul", [("li", ["un"]), ("li", ["deux"])])]


class TestOtherBlocks:
    @pytest.mark.parametrize(
        "body", ["Un texte\n```\ncode\n```\nsuite", "Un texte\n~~~\ncode\n~~~", "Un texte\n***\nsuite", "| a |\n|---|\n| 1 |\n- un"]
    )
    def test_may_follow_a_line_of_text(self, body: str) -> None:
        assert published(body) == previewed(body)


def hrefs(html: str) -> list[tuple[str, str]]:
    """The links of an HTML: address and words."""
    return [(str(link["href"]), link.get_text()) for link in BeautifulSoup(html, "html.parser").find_all("a")]


class TestAddresses:
    @pytest.mark.parametrize(
        "body",
        [
            "Voir https://exemple.fr/a_b_c?d=1&e=2#f.",
            "Voir (https://exemple.fr/a) et http://exemple.fr, puis www.exemple.fr !",
            "https://fr.wikipedia.org/wiki/Nausicaa_(Boulogne)",
            "(https://fr.wikipedia.org/wiki/Nausicaa_(Boulogne))",
            "**https://exemple.fr** *https://exemple.fr* ~~https://exemple.fr~~",
            "l'adresse:https://exemple.fr",
            "xhttps://exemple.fr",
            "contact@exemple.fr, a.b-c+d@exemple.example.fr.",
            "a@b a@b. @exemple.fr a@exemple.fr_",
            "`https://exemple.fr` et `contact@exemple.fr`",
            "[ici](https://exemple.fr) et <https://exemple.fr> et [https://a.fr](https://exemple.fr)",
            "| a | b |\n|---|---|\n| https://exemple.fr | contact@exemple.fr |",
            "## https://exemple.fr",
            "- https://exemple.fr\n- www.exemple.fr/a",
            "HTTPS://exemple.fr WWW.exemple.fr",
            "mailto:contact@exemple.fr",
            "https://exemple.fr/a*b* https://exemple.fr/a_b_",
            "http:// https://. http://localhost/a",
            "https://exemple.fr/?a=b;c https://exemple.fr/a;",
            "https://exemple.fr/?page=1&region=32 www.exemple.fr/?a=1&copy=2&lang=fr&sect=3",
            "https://exemple.fr/?a&lt=3&gt=4&notit;x https://exemple.fr/?a=1&amp;b=2 https://exemple.fr/&copy https://exemple.fr/&copy;",
            "un  \nwww.exemple.fr",
            "un\\\nwww.exemple.fr  \nwww.exemple.fr/a",
            "un<br>www.exemple.fr",
            "https://camille@exemple.fr https://exemple.fr:8080/a",
            "[https://exemple.fr](/a) ![https://exemple.fr](/a.png) [https://exemple.fr][1]\n\n[1]: /b",
        ],
    )
    def test_are_the_links_of_the_preview(self, body: str) -> None:
        assert hrefs(CONVERTER.convert(body)) == hrefs(cmarkgfm.github_flavored_markdown_to_html(body))

    def test_end_before_french_quotation_marks(self) -> None:
        assert hrefs(CONVERTER.convert("Voir «https://exemple.fr/» et “www.exemple.fr” et l’https://exemple.fr…")) == [
            ("https://exemple.fr/", "https://exemple.fr/"),
            ("http://www.exemple.fr", "www.exemple.fr"),
            ("https://exemple.fr", "https://exemple.fr"),
        ]

    @pytest.mark.parametrize("body", ["[voir ¤]", "{¤}", "{{¤}}", "[¤].", "[a (¤)]", "[a: ¤], [b]", "¤]", "¤\\\nfin"])
    @pytest.mark.parametrize(
        "address", ["https://exemple.fr", "https://exemple.fr/a", "http://www.exemple.fr/a(b)[c]?d=1", "https://exemple.fr/{a}"]
    )
    def test_end_before_a_bracket_that_they_do_not_open(self, body: str, address: str) -> None:
        """The preview makes no link within brackets."""
        assert hrefs(CONVERTER.convert(body.replace("¤", address))) == [(address, address)]

    @pytest.mark.parametrize(
        "text", ["https://[a", "https://]", "http://a]b", "https://a%b/", "https://a|b", "https://a^b", "https://a\\b"]
    )
    def test_that_lead_to_no_host_are_text(self, text: str) -> None:
        assert "<a" not in CONVERTER.convert(text)

    def test_in_a_link_written_in_html_are_its_words(self) -> None:
        body = "Voir <a href='/agenda/'>https://exemple.fr</a> <img src='https://exemple.fr/a.png' alt='x'> puis www.exemple.fr."
        assert hrefs(CONVERTER.convert(body)) == [("/agenda/", "https://exemple.fr"), ("http://www.exemple.fr", "www.exemple.fr")]

    def test_that_a_backslash_parts_are_text(self) -> None:
        assert CONVERTER.convert(r"contact\@exemple.fr https\://exemple.fr") == "<p>contact@exemple.fr https://exemple.fr</p>"

    PART = st.builds(
        "{}{}{}".format,
        st.sampled_from(["", "(", "~ ", "é ", ". "]),
        st.sampled_from(["https://exemple.fr", "https://exemple.fr/a", "www.exemple.fr", "a.b@exemple.fr", "mot"]),
        st.sampled_from(["", ")", ".", ",", "!?", ").", " (a)", ";", " é"]),
    )

    @given(st.lists(PART).map(" ".join))
    def test_of_any_text_are_those_of_the_preview(self, body: str) -> None:
        assert hrefs(CONVERTER.convert(body)) == hrefs(cmarkgfm.github_flavored_markdown_to_html(body))


class TestStrikes:
    @pytest.mark.parametrize(
        "body",
        [
            "~~annulé~~ ~reporté~",
            "de ~10 à ~20 personnes",
            "~~ annulé ~~",
            "~~annulé~",
            "mot ~~~annulé~~~ mot",
            "mot~~annulé~~mot",
            "~~**annulé**~~ **~~annulé~~**",
            "\\~~annulé~~",
            "~~le soir, ~~à 20 h~~, est annulé~~",
            "~~un ~deux~ trois~~ et ~quatre ~~cinq~~ six~",
            "`~~annulé~~`",
            "~~deux\nlignes~~",
            "~~deux\n\nparagraphes~~",
            "~~[un lien](/a/)~~",
            "Durée (~1 h) ; prix (~5 €)",
            "«~1 h» et «~2 h», l’~1 et l’~2",
            "~~«a»~~b a~~«b»~~c a~(b)~c ~~(a)~~ (~~a~~).",
        ],
    )
    def test_are_those_of_the_preview(self, body: str) -> None:
        assert published(body) == previewed(body)

    WORDS = st.text("ab («»’)é5", max_size=4)
    SIGN = st.sampled_from(["~", "~~"])

    @given(st.tuples(WORDS, SIGN, WORDS.filter(bool), SIGN, WORDS).map("".join))
    def test_of_any_two_signs_are_those_of_the_preview(self, text: str) -> None:
        assert published(f"x {text} x") == previewed(f"x {text} x")
