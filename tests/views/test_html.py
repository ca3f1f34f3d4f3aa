"""HTML that leaves the site is, byte by byte, what Beautiful Soup would make of it."""

from functools import cache
from html import escape

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.library.library import Library
from contributions.markdown.body import Converter
from contributions.words.typography import typo_html
from support import REPOSITORY, read_library
from views.html import absolute

ORIGIN = "https://escale.example"
CONVERTER = Converter()
INLINE = st.sampled_from(
    [
        *"*mot* **gras** `<code>` [un](/agenda/) [deux](#bas) ![](/images/a.jpg) <br> <a_b> &nbsp; &amp;nbsp; &copy; &#39; &lt; &#1;".split(),
        *"<span>s</span> [^1] HTML mot«mot » 1 000 ! ? : ; l'eau ' & > \" \\* ]]> é 🌌 \u00a0 https://a.example <mots@exemple.fr>".split(
            " "
        ),
        '[trois](https://a.example/?b=1&c=2#d "Un « titre »")',
        """![l'un & "l'autre"](/images/a%20b.jpg "Titre 'a'")""",
        '<a href="#x">ancre</a>',
        '<a href="#x"><em>ancre</em> d\'</a>',
        """<a href="/x" class="c" id="i" hreflang="en" title='"'>lien</a>""",
        """<a href="//cdn.example" title='"' lang="fr">l'<b>ien</b></a>""",
        '<time datetime="2026-11-21">hier</time>',
        '<abbr title="a > b < c &amp; d">x</abbr>',
        '<img src="/a.png" alt="">',
        '<b lang="fr">b',
        "<i> </i>",
        "<code>  </code>",
        '<h3 id="t">titre</h3>',
        "<script>x</script>",
    ]
)
BLOCKS = st.sampled_from(
    [
        "## Titre {}",
        "- {}\n- {}",
        "1. {}\n\n   {}",
        "> {}",
        "| a | b |\n| --- | :-: |\n| {} | {} |",
        "```\n{}\n\n  {}\n```",
        "    {}\n\n    {}",
        "Terme\n: {}",
        "---",
        "[^1]: {}",
        "*[HTML]: {}",
        '<table lang="fr">\n<tr><td align="left"> {} </td></tr>\n</table>',
        '<div class="note" markdown="1">\n\n{}\n\n<table lang="fr"><tr><td>{}</td></tr></table>\n\nfin\n\n</div>',
        "<details><summary>{}</summary>\n\n<pre>\n \n{}</pre> \t <pre> </pre>\n</details>",
        "<ul>\n\t<li id='l'>{}</li>  <li> \n </li></ul>",
        "<figure><img src='/images/a.jpg' alt='{}'><figcaption>{}</figcaption></figure>",
        "<!-- {} --><p title='{}'>{}",
    ]
)
WORDS = st.lists(INLINE | st.text(max_size=12), max_size=6).map(" ".join)
PARAGRAPHS = st.builds(lambda block, words: block.replace("{}", words), BLOCKS, WORDS) | WORDS


def by_beautiful_soup(html: str) -> str:
    """The same by parsing, as it was done when a body took two milliseconds."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(True):
        for name in ("href", "src"):
            value = tag.get(name)
            if isinstance(value, str) and value.startswith("/"):
                tag[name] = ORIGIN + value
        for name in ("id", "class", "role", "tabindex", "aria-label"):
            del tag[name]
        if tag.name == "a" and str(tag.get("href", "")).startswith("#"):
            tag.unwrap()
    return str(soup)


@cache
def demo() -> Library:
    return read_library(REPOSITORY / "content")


class TestAbsolute:
    def test_gives_every_body_of_the_demo_as_before(self) -> None:
        assert demo().all
        for contribution in demo().all:
            html = typo_html(contribution.html)
            assert absolute(html, ORIGIN) == by_beautiful_soup(html), contribution.path

    @settings(max_examples=300)
    @given(st.lists(PARAGRAPHS, max_size=6).map("\n\n".join))
    def test_gives_any_body_as_before(self, markdown: str) -> None:
        html = typo_html(CONVERTER.convert(markdown))
        assert absolute(html, ORIGIN) == by_beautiful_soup(html)

    @given(st.text(), st.text(), st.sampled_from(["/agenda/nuit/", "/images/a & b.jpg", "/l'eau.png"]))
    def test_gives_our_own_markup_as_before(self, title: str, alt: str, url: str) -> None:
        html = f'<h3><a href="{escape(url)}">{escape(title)}</a></h3><p>a<br>{escape(alt)}</p><p><img src="{escape(url)}" alt="{escape(alt)}"></p>'
        assert absolute(html, ORIGIN) == by_beautiful_soup(html)

    @pytest.mark.parametrize(
        ("html", "expected"),
        [
            ('<a href="/agenda/">Agenda</a>', '<a href="https://escale.example/agenda/">Agenda</a>'),
            ('<p>Voir<sup id="r1"><a href="#n1" class="note">1</a></sup></p>', "<p>Voir<sup>1</sup></p>"),
            ('<h2 id="a">Un&nbsp;titre</h2>', "<h2>Un\u00a0titre</h2>"),
            ('<div class="scroll" role="region" aria-label="Tableau 1" tabindex="0"><table></table></div>', "<div><table></table></div>"),
            ('<table lang="fr"><tr></tr></table></div>', '<table lang="fr"><tr></tr></table>'),
            ('<div><table lang="fr"><tr></tr></table></div>mot</div>', '<div><table lang="fr"><tr></tr></table></div>mot'),
            ('<ul><li><table lang="fr"></table></div>mot</li></ul>', '<ul><li><table lang="fr"></table>mot</li></ul>'),
            ("<p><b><i>mot</b> fin</p>", "<p><b><i>mot</i></b> fin</p>"),
            ("<pre>  </pre>  <p>a</p> \n <p>b", "<pre>  </pre> <p>a</p>\n<p>b</p>"),
        ],
    )
    def test_leaves_nothing_that_needs_the_site(self, html: str, expected: str) -> None:
        assert absolute(html, ORIGIN) == expected == by_beautiful_soup(html)
