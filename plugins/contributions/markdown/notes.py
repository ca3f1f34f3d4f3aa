"""Footnotes as Python-Markdown makes them, in French, and whatever an author calls a footnote."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension, FootnotePostTreeprocessor

BACK = "Revenir à l’appel de la note {}"


class Notes(FootnoteExtension):
    """The library's extension."""

    def __init__(self) -> None:
        super().__init__(BACKLINK_TITLE=BACK)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 – the library's name
        """Register the library's processors, and one of them as it is here."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_Repeated(self), "footnote-duplicate", 15)


class _Repeated(FootnotePostTreeprocessor):
    """Adds ways back to a note that is called more than once."""

    def get_num_duplicates(self, li: Element) -> int:
        """How often a note is called; an author's own list in `<div class="footnote">`, which the library takes for its own, never."""
        return super().get_num_duplicates(li) if ":" in li.get("id", "") else 0
