"""Safe HTML that was stored in a file which somebody may have changed, made safe once more: what a body may hold, and no more."""

from __future__ import annotations

import re
from functools import cache

import nh3

from contributions.markdown.attributes import ANYWHERE, NOTE, OWN, VALUES
from contributions.markdown.safe import ATTRIBUTES, SCHEMES, TAGS

WRAPPER = {"class": "scroll", "role": "region", "tabindex": "0"}
"""What stands around a table; its name is « Tableau 1 »."""
TABLE = re.compile(r"Tableau \d+")


def safe_again(html: str) -> str:
    """The same HTML where it is a body's. What was made safe is what it was: this is idempotent."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    attributes = {**ATTRIBUTES, "div": ATTRIBUTES["div"] | WRAPPER.keys() | {"aria-label"}}
    return nh3.Cleaner(tags=TAGS, attributes=attributes, attribute_filter=_kept, url_schemes=SCHEMES, link_rel=None)


def _kept(tag: str, name: str, value: str) -> str | None:
    if name == "id":
        return value if value.startswith(OWN) or NOTE.match(value) else None
    if tag == "div" and (WRAPPER.get(name) == value or (name == "aria-label" and TABLE.fullmatch(value))):
        return value
    allowed = VALUES.get((tag, name)) or ANYWHERE.get(name)
    if name in {"class", "role", "tabindex"} and allowed is None:
        return None
    return value if allowed is None or allowed.fullmatch(value) else None
