"""Write a shaped tree as Markdown (markdownify), escaped where words would mean something else, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Container

from bs4 import BeautifulSoup
from bs4.element import Tag
from markdownify import MarkdownConverter

from contributions.markdown.github.bare import HOST, trimmed
from contributions.markdown.github.shapes import as_text
from contributions.proofreading.glued import EMPHASIS, MARK, WORDY
from imports.rewriting.shaping import START

WEB = re.compile(r"(?<![^\W_])https?://[^\s<>\\`]+", re.IGNORECASE)
ALWAYS = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|(?<!\w)~(?=\S)")
"""What Markdown reads in the midst of a line; a low line within a word means itself."""
ELSEWHERE = re.compile(
    r"=(?==)|(?<==)=|%(?=%)|(?<=%)%|\$(?=\$)|(?<=\$)\$|'(?='')|(?<='')'|(?<=')'(?=')|\{(?=[%:#.])|(?<=\{)[{%]|:(?=:)|!(?=!)|\?(?=\?)"
)
"""What other tools read there (`proofreading/notations.py`)."""
SHORTNAME = re.compile(r":(?=[+\w-]{2,30}:)")
OPENS = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)")
ENTITIES = {"<": "&lt;", "&": "&amp;"}
STARTED = re.compile(rf"(?m){START}[ \t\u00a0\u202f]*(?P<words>[^\n]*)$")
LAST = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:\n(?=[> \t]*(?:\n|\Z))|\Z)")
"""A line end at the end of a paragraph; behind an even number of signs, for two of them are one that was written."""
BLANKS = re.compile(r"(?m)[ \t\u00a0\u202f]+$")
APART = re.compile(r"\n{3,}")
TEXTILE = re.compile(r"\A(h[2-6])(?=\. )")


def written(soup: BeautifulSoup) -> str:
    """The Markdown of a tree."""
    text = _Written(heading_style="atx", newline_style="backslash", autolinks=False, wrap=True, wrap_width=None).convert_soup(soup)
    text = STARTED.sub(lambda line: _as_words(line["words"]), text).replace(START, "")
    text = BLANKS.sub("", text)
    while (shorter := LAST.sub(r"\1\n", text)) != text:
        text = shorter
    return EMPHASIS.sub(_unglued, APART.sub("\n\n", BLANKS.sub("", text))).strip("\n")


def _as_words(line: str) -> str:
    return TEXTILE.sub(r"\1\\", as_text(line))


def _unglued(found: re.Match[str]) -> str:
    """Punctuation at the end of emphasis stands behind it, where a word follows: GitHub would show the stars (`proofreading/glued.py`)."""
    whole, stars, words = found[0], found["stars"], found["words"]
    before, behind = found.string[found.start() - 1 : found.start()], found.string[found.end() : found.end() + 1]
    glued = (MARK.match(words[-1]) and WORDY.match(behind)) or (MARK.match(words) and WORDY.match(before))
    if not glued:
        return whole
    inner = re.fullmatch(r"(?P<first>[^\w\\`\[\]()<>~]*)(?P<words>\w.*\w)(?P<last>[^\w\\`\[\]()<>~]*)", words)
    return f"{inner['first']}{stars}{inner['words']}{stars}{inner['last']}" if inner else words


def escaped(text: str, *, cell: bool = False) -> str:
    r"""Words so written that nothing but themselves is read in them.

    >>> escaped("2 * 3 * 4 [sic] nom_de_fichier <b>")
    '2 \\* 3 \\* 4 \\[sic\\] nom_de_fichier &lt;b>'
    """
    text = OPENS.sub(lambda sign: ENTITIES[sign[0]], text)
    for signs in (ALWAYS, ELSEWHERE, SHORTNAME):
        text = signs.sub(r"\\\g<0>", text)
    return text.replace("|", r"\|") if cell else text


class _Written(MarkdownConverter):
    """The library's writer, which is told how lists, line ends and words are written here."""

    def escape(self, text: str, parent_tags: Container[str]) -> str:
        """Words, and the addresses among them as links."""
        cell = "td" in parent_tags or "th" in parent_tags
        if "a" in parent_tags:
            return escaped(text, cell=cell)
        pieces, done = [], 0
        for found in WEB.finditer(text):
            address = trimmed(found[0])
            if HOST.match(address) and "|" not in address:
                pieces += [escaped(text[done : found.start()], cell=cell), f"<{address}>"]
                done = found.start() + len(address)
        return "".join([*pieces, escaped(text[done:], cell=cell)])

    def convert_p(self, el: Tag, text: str, parent_tags: Container[str]) -> str:
        """A paragraph, whose beginning is marked."""
        words = text.strip()
        if "_inline" in parent_tags:
            return f" {words} "
        return f"\n\n{START}{words}\n\n" if words else ""

    def convert_br(self, el: Tag, text: str, parent_tags: Container[str]) -> str:
        """A line end, behind which words begin."""
        return " " if "_inline" in parent_tags else f"\\\n{START}"

    def convert_li(self, el: Tag, text: str, parent_tags: Container[str]) -> str:
        """An entry, whose further lines are set in as far as its words."""
        mark = f"{el['value']}. " if el.get("value") else "- "
        first, *others = text.strip().split("\n")
        return "\n".join([mark + first, *(" " * len(mark) + line if line.strip() else "" for line in others)]) + "\n"

    def convert_a(self, el: Tag, text: str, parent_tags: Container[str]) -> str:
        """A link; one whose words are its address stands by itself."""
        words, address = text.strip(), str(el.get("href") or "")
        if not words or not address:
            return text
        plain = el.get_text().strip()
        if plain == address and not address.startswith(("mailto:", "tel:")):
            return f"<{address}>"
        return plain if address == f"mailto:{plain}" and "_" not in plain else f"[{words}]({address})"
