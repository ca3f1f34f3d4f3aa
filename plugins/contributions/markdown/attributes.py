"""What the elements of a body may say of themselves: ids that are its own, the classes of notes and code, and values that HTML knows.

A page has ids and classes of its own, which its links, scripts and styles count on. An author's `<h2 id="contenu">` would be a second
« contenu », and `<div class="visually-hidden">` would take what the theme means for something else.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

import nh3

from contributions.markdown.github.tasks import DONE, OPEN, TASK
from contributions.markdown.notes import NAMES

OWN = "texte-"
"""What an id of a body begins with; none of a page's own does (`tests/site/test_bodies.py`)."""
NOTE = re.compile(r"fn(?:ref\d*)?:")
"""How Python-Markdown begins the ids of notes, and of the places that they are called from: no page has such ids."""
BLANKS = re.compile(r"\s+")
LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
VALUES = {
    ("a", "class"): re.compile("footnote-(?:ref|backref)"),
    ("a", "aria-label"): NAMES,
    ("div", "class"): re.compile("footnote"),
    ("li", "class"): re.compile(TASK),
    ("span", "role"): re.compile("img"),
    ("span", "aria-label"): re.compile(f"{OPEN[1]}|{DONE[1]}"),
    ("code", "class"): re.compile(r"language-[\w.+#-]+"),
    **{(tag, "align"): re.compile("left|center|right|justify") for tag in ("td", "th")},
    **{(tag, name): re.compile(r"[1-9]\d{0,2}") for tag in ("td", "th") for name in ("colspan", "rowspan")},
    ("th", "scope"): re.compile("(?:row|col)(?:group)?"),
    ("img", "width"): re.compile(r"[1-9]\d{0,3}"),
    ("img", "height"): re.compile(r"[1-9]\d{0,3}"),
    ("ol", "start"): re.compile(r"-?\d{1,6}"),
    ("time", "datetime"): re.compile(r"[\dTZPWYMDHS:.+ -]{4,40}"),
    ("a", "hreflang"): re.compile(LANGUAGE),
}
"""Element and attribute → the values that it may have."""
ANYWHERE = {"lang": re.compile(LANGUAGE), "dir": re.compile("ltr|rtl|auto")}
"""The same of attributes that every element may have."""


class Attributes:
    """What nh3 asks about each attribute of a body, in the order of the text."""

    def __init__(self) -> None:
        self._moved: dict[str, str] = {}
        self._taken: set[str] = set()

    def clean(self, cleaner: nh3.Cleaner, html: str) -> str:
        """The safe HTML of one body. Links within it are known to lead to an id that has moved once all of it was seen."""
        self._moved.clear()
        self._taken.clear()
        safe = cleaner.clean(html)
        if not self._moved or 'href="#' not in safe:
            return safe
        self._taken.clear()
        return cleaner.clean(html)

    def kept(self, tag: str, name: str, value: str) -> str | None:
        """The value that an attribute is published with; None where it is left out."""
        if name == "id":
            return self._id(value)
        if tag == "a" and name == "href" and value.startswith("#"):
            moved = self._moved.get(unquote(value[1:]))
            return f"#{moved}" if moved else value
        allowed = ANYWHERE.get(name) or VALUES.get((tag, name))
        return value if allowed is None or allowed.fullmatch(value) else None

    def _id(self, value: str) -> str | None:
        """An id has no blanks, and stands once (HTML standard, 3.2.6)."""
        words = BLANKS.sub("-", value.strip())
        own = words if NOTE.match(words) else OWN + words.removeprefix(OWN)
        if own != value:
            self._moved[value] = own
        if not words or own in self._taken:
            return None
        self._taken.add(own)
        return own
