"""Footnotes as Python-Markdown makes them, in French, and whatever an author calls a footnote."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension, FootnotePostTreeprocessor
from markdown.treeprocessors import Treeprocessor

BACK = "Revenir à l’appel de la note {}"
NOTE = "Note {}"
AGAIN = re.compile(r"#fnref(?P<times>\d+):")
"""The address of a call of a note but the first."""
NAMES = re.compile(r"(?:Note|Revenir (?:à l’appel|au \d+e appel) de la note) .{1,80}")
"""What these links are called."""


class Notes(FootnoteExtension):
    """The library's extension."""

    def __init__(self) -> None:
        super().__init__(BACKLINK_TITLE=BACK)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the library's processors, and one of them as it is here."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_Repeated(self), "footnote-duplicate", 15)
        md.treeprocessors.register(_Named(self, md), "footnote-names", 14)


class _Repeated(FootnotePostTreeprocessor):
    """Adds ways back to a note that is called more than once."""

    def get_num_duplicates(self, li: Element) -> int:
        """How often a note is called; an author's own list in `<div class="footnote">`, which the library takes for its own, never."""
        return super().get_num_duplicates(li) if ":" in li.get("id", "") else 0


class _Named(Treeprocessor):
    """Gives the links from a text to its notes, and back, names that say where they lead; in French, whatever the text's language."""

    def __init__(self, notes: Notes, md: Markdown) -> None:
        super().__init__(md)
        self._notes = notes

    def run(self, root: Element) -> None:
        """Name them."""
        for link in root.iter("a") if self._notes.footnotes else ():
            sort = link.get("class")
            if sort == "footnote-ref":
                link.set("aria-label", NOTE.format(link.text))
            elif sort == "footnote-backref":
                name = link.get("title", "")
                if again := AGAIN.match(link.get("href", "")):
                    name = name.replace("à l’appel", f"au {again['times']}e appel")
                link.set("aria-label", name)
                link.set("title", name)
            else:
                continue
            link.set("lang", "fr")
