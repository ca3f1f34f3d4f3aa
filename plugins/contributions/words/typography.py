"""French typography: narrow no-break spaces, guillemets that hold their words, curly apostrophes."""

from __future__ import annotations

import re
from functools import lru_cache

NNBSP, NBSP = "\u202f", "\u00a0"

# At the start of a text, too: in HTML it may follow a word in <em>.
HIGH = re.compile(r"(?:(?<=[^\s(\[])|^)[ \u00a0\u202f]([;!?%€])")
COLON = re.compile(r"(?:(?<=\S)|^)[ \u00a0\u202f]:(?=[\s<]|$)")
OPENING = re.compile(r"«[ \u00a0\u202f]?")
CLOSING = re.compile(r"[ \u00a0\u202f]?»")
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
BEFORE_TAG = re.compile(r"(?<=[^\W\d_])'\Z")
AFTER_TAG = re.compile(r"\A'(?=[^\W\d_])")
CODE = re.compile(r"(<(pre|code|kbd|samp)\b.*?</\2>|<[^>]*>)", re.DOTALL | re.IGNORECASE)
NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


MARKED = re.compile(r"[«»;!?%€:']|\d \d")
"""What all patterns above need to find anything."""


@lru_cache(maxsize=20_000)
def typo(text: str) -> str:
    """Plain text with the spaces and apostrophes that French asks for; idempotent."""
    return _typo(text) if MARKED.search(text) else text


def _typo(text: str) -> str:
    """Each pattern, where the characters that it needs are there: to look for these is a hundred times quicker."""
    if "«" in text:
        text = OPENING.sub("«" + NNBSP, text)
    if "»" in text:
        text = CLOSING.sub(NNBSP + "»", text)
    if "?" in text or "!" in text or ";" in text or "%" in text or "€" in text:
        text = HIGH.sub(NNBSP + r"\1", text)
    if ":" in text:
        text = COLON.sub(NBSP + ":", text)
    text = NUMBER.sub(NNBSP, text)
    return APOSTROPHE.sub("’", text) if "'" in text else text


def typo_html(html: str) -> str:
    """The same for the words of HTML; tags and code stay as they are."""
    parts = CODE.split(html)
    # split() yields text, the whole match, and the code tag's name, in turn.
    del parts[2::3]
    last = len(parts) - 1
    for at in range(0, len(parts), 2):
        text = parts[at]
        if (len(text) > 1 and MARKED.search(text)) or text == "'":
            parts[at] = _between(parts[at - 1] if at else "", text, parts[at + 1] if at < last else "")
    return "".join(parts)


def _between(before: str, text: str, after: str) -> str:
    """Words between two tags: « l'<a> » and « </em>'il » have apostrophes too, « <p>'mot » has not."""
    text = _typo(text)
    if after:
        text = BEFORE_TAG.sub("’", text)
    return AFTER_TAG.sub("’", text) if before.startswith("</") else text
