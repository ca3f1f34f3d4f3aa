"""Part elided words for the index, which cuts text at spaces only, so that « éclipse » finds « l’éclipse »."""

from __future__ import annotations

import re

ELISION = re.compile(r"(?<!\w)((?:[cdjlmnst]|qu|jusqu|lorsqu|presqu|puisqu|quoiqu)[’'])(?=\w)", re.IGNORECASE)
"""js/search/question.js drops the same ones from what is asked, and results.js joins them again in what is shown."""

TAG = re.compile(r"(<[^>]*>)")


def parted(html: str) -> str:
    """HTML with a space after each elision of its text; tags and their attributes stay as they are."""
    return "".join(part if part.startswith("<") else ELISION.sub(r"\1 ", part) for part in TAG.split(html))
