"""French typography: narrow no-break spaces, guillemets that hold their words, curly apostrophes."""

from __future__ import annotations

import re

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


def typo(text: str) -> str:
    """Plain text with the spaces and apostrophes that French asks for; idempotent."""
    text = OPENING.sub("«" + NNBSP, text)
    text = CLOSING.sub(NNBSP + "»", text)
    text = HIGH.sub(NNBSP + r"\1", text)
    text = COLON.sub(NBSP + ":", text)
    text = NUMBER.sub(NNBSP, text)
    return APOSTROPHE.sub("’", text)


def typo_html(html: str) -> str:
    """The same for the words of HTML; tags and code stay as they are."""
    parts = CODE.split(html)
    # split() yields text, the whole match, and the code tag's name, in turn.
    texts, tags = parts[::3], ["", *parts[1::3], ""]
    done = (_between(tags[index], text, tags[index + 1]) + tags[index + 1] for index, text in enumerate(texts))
    return "".join(done)


def _between(before: str, text: str, after: str) -> str:
    """Words between two tags: « l'<a> » and « </em>'il » have apostrophes too, « <p>'mot » has not."""
    text = typo(text)
    if after:
        text = BEFORE_TAG.sub("’", text)
    return AFTER_TAG.sub("’", text) if before.startswith("</") else text


def number(value: float | int) -> str:
    """A number as French writes it: « 14 525 », « 59,1 »."""
    text = f"{value:,}" if isinstance(value, int) or float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")
    if isinstance(value, float) and float(value).is_integer():
        text = f"{int(value):,}"
    return text.replace(",", NNBSP).replace(".", ",")
