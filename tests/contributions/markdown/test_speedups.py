"""The bodies' HTML is Python-Markdown's own, byte for byte, whatever is written: the speed-ups only take less time."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import count

import markdown
import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.inlinepatterns import HTML_RE

from contributions.markdown.attributes import Attributes
from contributions.markdown.body import ATTRIBUTES, SCHEMES, TAGS, Converter, extensions
from contributions.markdown.github.bare import ADDRESS
from contributions.markdown.github.headings import Hashed, Underlined
from contributions.markdown.github.lists import begin
from contributions.markdown.github.preview import BREAK, STRIKE
from contributions.markdown.safe import opened
from contributions.markdown.speedups import MARKS, Guarded, Inline, PlainBlock, sped_up
from contributions.source.front_matter import parse
from contributions.source.matter import FrontMatterError
from contributions.source.texts import decode
from contributions.words.hidden import visible
from support import REPOSITORY

LIBRARY = markdown.Markdown(extensions=extensions(), output_format="html")
OURS = sped_up(markdown.Markdown(extensions=extensions(), output_format="html"))
CONVERTER = Converter()
SPECIFICATION: list[str] = json.loads((REPOSITORY / "tests/contributions/markdown/commonmark.json").read_text("utf-8"))["examples"]


def plainly(text: str) -> tuple[str, str]:
    """The HTML of a text without any speed-up, before and after the sanitiser."""
    html = LIBRARY.reset().convert(text)
    attributes = Attributes()
    cleaner = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, attribute_filter=attributes.kept, url_schemes=SCHEMES, link_rel=None)
    clean = visible(attributes.clean(cleaner, opened(html)))
    numbers = count(1)
    clean = re.sub(
        "<table>", lambda _: f'<div class="scroll" role="region" aria-label="Tableau {next(numbers)}" tabindex="0"><table>', clean
    )
    return html, re.sub(r"<th( [^>]*)?></th>", r"<td\1></td>", clean).replace("</table>", "</table></div>")


def swiftly(text: str) -> str:
    """The HTML of a text before the sanitiser. A function, for what the library makes of deep quotes depends on who calls it."""
    return OURS.reset().convert(text)


def check(text: str) -> None:
    """Compare both conversions of a text."""
    before, after = plainly(text)
    assert swiftly(text) == before
    assert CONVERTER.convert(text) == after


def bodies() -> Iterator[str]:
    """Every body of the demonstration."""
    for path in sorted((REPOSITORY / "content").rglob("*.md")):
        try:
            yield parse(decode(path.read_bytes())).body
        except FrontMatterError:
            continue


def test_bodies_of_the_demonstration() -> None:
    found = [body for body in bodies() if body.strip()]
    assert len(found) > 100
    for body in found:
        check(body)
    for several in zip(found[::3], found[1::3], found[2::3], strict=False):
        check("\n\n".join(several))


def test_examples_of_the_specification() -> None:
    assert len(SPECIFICATION) > 600
    for example in SPECIFICATION:
        check(example)


@pytest.mark.parametrize(
    "text",
    [
        "## fin\\",
        "## \\# #",
        "####### sept #",
        "# a # b ##",
        "#",
        "-  -  -\n_ _  _\n* *a*",
        "- un\n- ---\n---\n=",
        "Titre\n---  \nsuite\n===",
        "²\n\n١. un\n2. deux",
        "mot\n \n\x0b\n\x02 \n\x03\n a",
        "\x02klzzwxh:0000\x03 *a* \x02wzxhzdk:0\x03 \x0242\x03",
        "\\*a\\* `\\\\` \\\\`a` <b \\*>",
        "*a*b *a*_b_ **a*b** ***a** b* *a **b* c** __a _b_ c__ a*b*c",
        "* a* *a * **a*** ***a*** ** a**",
        "[a]( /x ) [a](<b c> \"d\") [a](b 'c') [a](b(c)d) [a]() [](b) [a][] [a] (b) [a\\]](b)",
        "[a][b] [b] ![b] ![c][b]\n\n[b]: /u 'T'\n",
        "[a][b] [^1] [^2]\n\n[^1]: une[^2]\n[^2]: deux[^1]",
        "a[^1] *b[^1] **c[^1]*** [d[^1]](e)\n\n- f[^1]\n    - g[^1] *h[^1]*\n\n[^1]: i[^1]\n\n///Footnotes Go Here///",
        '![*a* `b`](c "d") [![i](j)](k) [*a [b*](c)](d) [`a](b`)',
        'La FDS *FDS* `FDS`.\n\n    FDS\n\n*[FDS]: Fête "de la" science\n*[FDS]: ""',
        "a  \nb <br>  \n&amp; &#38 &copy R&D <a@b.fr> <http://a.b/*c*>",
        '<div markdown="1" hidden title="title">\n*a*\n\n| b |\n|---|\n| `c|d` |\n</div>\n*e*',
        '<ol markdown="1" reversed>\n<li markdown="span">*a* FDS <div>*b*</div></li>\n</ol>\n\n*[FDS]: x',
        "Mot\n:   Sens\n\n    suite\n\n    - item\n\n        dans\n\n:   autre",
        "> a\n> > b\nc\n\n1. d\n3. e\n\n    f\n\n- g",
        "```\n<b>\n```\n~~~ {.py #i k=v}\n&\n~~~\n`` ` ``",
    ],
)
def test_corners(text: str) -> None:
    check(text)


def test_quotes_in_quotes_which_the_library_counts_on_the_stack() -> None:
    def quotes(depth: int) -> str:
        return "> " * depth + "mot\n# Titre"

    most = bisect_left(range(400), True, key=lambda depth: "&gt;" in plainly(quotes(depth))[0])
    assert 100 < most < 400
    for depth in range(most - 4, most + 5):
        check(quotes(depth))


def test_one_body_leaves_nothing_to_the_next() -> None:
    for text in ("[a] [^1] *b **c* FDS\n\n[a]: /a\n[^1]: une\n*[FDS]: x", "[a] [^1] *b* FDS", "_a_ *b **c*", "[a]: /a\n", "[a]"):
        check(text)


LINES = ["# a", "   ## a", "#", "---", "===", " =", "- a", "   * a", "+ a", "1. a", " 1) a", "1.", "-", "a", "2023. a", "#a", "é"]
SPECIAL = "*_`[]()!<>&#\\|:~+-=.^\"' \n\tab1é\x02\x03"
FRAGMENTS = [
    *("*", "**", "***", "_", "__", "`", "``", "```", "~~~", "[", "]", "(", ")", "![", "](a)", '](<b c> "t")', "](", "][a]", "[a]", "[^1]"),
    *("\\", "\\\\", "\\*", "\\`", "\\#", "&", "&amp;", "&#38;", "&#38", "<", ">", "<b>", "</b>", "<br>", "<hr>", "<!--", "-->", "<?", "?>"),
    *("<http://a.b>", "<a@b.fr>", "http://x.y", "</>", "<pre>", "</pre>", "<script>", "</script>", "<div>", "</div>", "<p>", "</p>"),
    *(
        '<div markdown="1">',
        '<div markdown="span" hidden>',
        '<p markdown="1">',
        "<details open markdown>",
        "</details>",
        '<td markdown="1">',
    ),
    *(
        "#",
        "## ",
        " #",
        "===",
        "---",
        "- - -",
        "_  _  _",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "12. ",
        "> ",
        ": ",
        ":   ",
        "|",
        "|---|:-:|",
        "| a | b |",
    ),
    *("\n", "\n", "\n", "\n\n", "\n\n", "\n\n", "  \n", " \n", "\n    ", "\n   ", "\n\n    ", "\n\n        ", "\t", "\r\n", " ", "  "),
    *(
        "\n*[FDS]: Fête *x*\n",
        "\n[^1]: note *une*[^1]\n",
        "\n[a]: /u 'T'\n",
        "\n[^2]: deux\n    suite\n\n    encore\n",
        "///Footnotes Go Here///",
    ),
    *(
        "a | b\n--|--\n`x|y` | 2\n",
        "```py\nx < 1\n```\n",
        "\n- un\n- deux\n    - trois\n\n    para\n",
        "\n1. un\n3. deux\n",
        "\nMot\n:   Sens\n",
    ),
    *(
        "\n> cite\n> > deux\nlâche\n",
        "\nTitre\n---\n",
        "\n## C# x ##\n",
        "**a *b* c**",
        "***a** b*",
        "_a*b_c*",
        "[a *b](c) d*",
        "![*a*](b)",
    ),
    *(
        "\x02",
        "\x03",
        "\x02klzzwxh:0000\x03",
        "\x02wzxhzdk:0\x03",
        "\x0242\x03",
        "\x02amp\x03",
        "FDS",
        "mot",
        "é’«",
        "²",
        "1",
        "\x0b",
        "\u2028",
        "\xa0",
    ),
]
FRAGMENT = st.sampled_from(FRAGMENTS)
TEXT = st.one_of(
    st.lists(FRAGMENT, max_size=40).map("".join),
    st.lists(st.one_of(FRAGMENT, st.text(SPECIAL, max_size=6)), max_size=25).map("".join),
    st.text(SPECIAL, max_size=60),
    st.text("*_ab ", max_size=30),
    st.tuples(st.sampled_from(SPECIFICATION), FRAGMENT, st.sampled_from(SPECIFICATION)).map("".join),
)


@settings(max_examples=300)
@given(TEXT)
def test_any_text(text: str) -> None:
    check(text)


def test_the_expressions_that_the_speed_ups_count_on() -> None:
    """A new version of the library that changes one of these asks for MARKS, or for PlainBlock.LINE, to be read again."""
    assert {name: LIBRARY.inlinePatterns[name].compiled_re.pattern for name in MARKS} == {
        "backtick": r"(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<!\\)`)",
        "escape": r"\\(.)",
        "footnote": r"\[\^([^\]]*)\]",
        "reference": r"(?<!\!)\[",
        "link": r"(?<!\!)\[",
        "image_link": r"\!\[",
        "image_reference": r"\!\[",
        "short_reference": r"(?<!\!)\[",
        "short_image_ref": r"\!\[",
        "autolink": r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>]*)>",
        "automail": r"<([^<> !]+@[^@<> ]+)>",
        "linebreak": r"  \n",
        "html": HTML_RE,
        "entity": r"(&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)",
        "em_strong": r"\*|_",
        "address": ADDRESS,
        "strike": STRIKE,
        "strike_around": STRIKE,
        "break": BREAK,
    }
    assert HTML_RE.startswith("(<(")
    assert len(LIBRARY.inlinePatterns) == len(MARKS)
    blocks = {name: LIBRARY.parser.blockprocessors[name] for name in ("abbr", "deflist", "footnote", "quote", "reference")}
    assert {name: block.RE.pattern for name, block in blocks.items()} == {
        "abbr": r"^[*]\[(?P<abbr>[^\\]*?)\][ ]?:[ ]*\n?[ ]*(?P<title>.*)$",
        "deflist": r"(^|\n)[ ]{0,3}:[ ]{1,3}(.*?)(\n|$)",
        "footnote": r"^[ ]{0,3}\[\^([^\]]*)\]:[ ]*(.*)$",
        "quote": r"(^|\n)[ ]{0,3}>[ ]?(.*)",
        "reference": r"""^[ ]{0,3}\[([^\[\]]*)\]:[ ]*(?:\n[ ]*)?([^\s]+)[ ]*(?:\n[ ]*)?((["\'])(.*)\4[ ]*|\((.*)\)[ ]*)?$""",
    }
    for block in (f"mot\n{line}" for line in LINES):
        assert PlainBlock.LINE.search(block) or (begin(block) < 0 and not Hashed.RE.search(block) and not Underlined.RE.search(block))


def test_there_are_three_of_them_and_all_else_is_the_librarys() -> None:
    def kinds(registry: Iterable[object]) -> list[type]:
        return [type(item) for item in registry]

    def others(name: str) -> list[type]:
        pairs = zip(kinds(getattr(OURS, name)), kinds(getattr(LIBRARY, name)), strict=True)
        return [ours for ours, library in pairs if ours is not library]

    assert others("preprocessors") == [Guarded] * 4
    assert others("treeprocessors") == [Inline]
    assert others("inlinePatterns") == others("postprocessors") == []
    assert kinds(OURS.parser.blockprocessors) == [PlainBlock, *kinds(LIBRARY.parser.blockprocessors)]
