"""That a cell says nothing which its key can hold."""

from __future__ import annotations


class NotTaken(Exception):
    """A cell that says nothing which its key can hold; the text says why (French, a sentence)."""


def shortened(text: str) -> str:
    """A text as a message shows it."""
    own = " ".join(text.split())
    return own if len(own) <= 60 else f"{own[:59].rstrip()}…"
