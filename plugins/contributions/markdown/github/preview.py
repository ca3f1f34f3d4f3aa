"""What GitHub's preview shows an author is what is published: where Python-Markdown reads a text otherwise, it is read as GitHub does."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListIndentProcessor
from markdown.inlinepatterns import SimpleTagInlineProcessor, SubstituteTagInlineProcessor

from contributions.markdown.github.bare import Addresses
from contributions.markdown.github.entries import Entries
from contributions.markdown.github.fences import Fences
from contributions.markdown.github.headings import Across, Hashed, Underlined
from contributions.markdown.github.lists import Lists
from contributions.markdown.github.parts import Parts
from contributions.markdown.github.quotes import Quotes
from contributions.markdown.github.tables import Tables

BREAK = r"\\\n"
WORDY = r"[^\W_]"
"""A sign that is neither blank nor punctuation."""
STRIKE = (
    rf"(?<!~)(?:(?<!{WORDY})(?=~~?[^~\s])|(?=~~?{WORDY}))(~~?)"
    rf"([^~]++)(?<!\s)(?:(?<={WORDY})|(?=\1(?!{WORDY})))\1(?!~)"
)
"""What is struck: its signs stand at its words as those of emphasis do (CommonMark 6.2), so that « (~1 h), (~2 h) » is text."""
ESCAPED = '|~@:=$%/,;?^"' + "'"
"""Signs that a backslash before them keeps from meaning something (CommonMark 2.4), beside those that the library knows."""


class Defined(DefListIndentProcessor):
    """The library's, which goes on with definitions, and would go on with lists that are none of theirs."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether a block that is set in belongs to a definition."""
        within = parent.tag == "dd" or (len(parent) > 0 and parent[-1].tag == "dl")
        return within and super().test(parent, block)


class Preview(Extension):
    """Fenced code, lists, tables, headings, bare addresses, strikes and boxes."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take the places of the library's own."""
        md.preprocessors.register(Fences(md), "fenced_code_block", 25)
        md.preprocessors.register(Entries(md), "html_entries", 23)
        md.preprocessors.register(Parts(md), "html_parts", 22)
        for name in ("indent", "olist", "ulist"):
            md.parser.blockprocessors.deregister(name)
        md.parser.blockprocessors.register(Lists(md), "lists", 95)
        md.parser.blockprocessors.register(Defined(md.parser), "defindent", 85)
        md.parser.blockprocessors.register(Tables(md.parser), "table", 75)
        md.parser.blockprocessors.register(Hashed(md.parser), "hashheader", 70)
        md.parser.blockprocessors.register(Underlined(md.parser), "setextheader", 60)
        md.parser.blockprocessors.register(Across(md.parser), "hr", 50)
        md.parser.blockprocessors.register(Quotes(md.parser), "quote", 20)
        md.inlinePatterns.register(Addresses(), "address", 105)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(BREAK, "br"), "break", 99)
        md.inlinePatterns.register(SimpleTagInlineProcessor(STRIKE, "del"), "strike", 65)
        md.inlinePatterns.register(SimpleTagInlineProcessor(STRIKE, "del"), "strike_around", 64)  # what holds what is struck
        md.ESCAPED_CHARS.extend(ESCAPED)
