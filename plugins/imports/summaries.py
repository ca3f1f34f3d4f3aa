"""A summary of a text, until imports.texts has one: its first words, cut between two of them."""

from __future__ import annotations

MOST = 200
"""Characters of a summary."""


def summary(text: str, most: int = MOST) -> str:
    """The first words of a text on one line, at most so many characters; « … » stands for those that are left out."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    return words[:most].rpartition(" ")[0].rstrip(" ,;:–-.") + "…" if " " in words[:most] else words[: most - 1] + "…"
