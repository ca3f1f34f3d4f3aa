"""Entries of a list that begin with a box, « - [ ] apporter une lampe », as GitHub shows them (GFM 5.3).

The box is a sign, not a form's: nobody can tick it, it is printed, read out, and stays in feeds and letters, which show no controls.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

BOX = re.compile(r"\[(?P<done>[ xX])\][ \n]+(?=\S)")
TASK = "task"
"""The class of such an entry, which has no bullet."""
OPEN, DONE = ("☐", "à faire"), ("☑", "fait")
"""The sign, and its name for who does not see it."""


def with_box(entry: Element) -> None:
    """Give an entry whose words begin with a box its sign."""
    first = entry[0] if len(entry) and entry[0].tag == "p" and not entry.text else entry
    found = BOX.match(first.text or "")
    if found is None:
        return
    sign, name = OPEN if found["done"] == " " else DONE
    box = Element("span", {"role": "img", "aria-label": name})
    box.text, box.tail = sign, f" {(first.text or '')[found.end() :]}"
    first.text = None
    first.insert(0, box)
    entry.set("class", TASK)
