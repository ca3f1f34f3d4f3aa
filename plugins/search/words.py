"""Part elided words for the index, which cuts text at spaces only, so that « éclipse » finds « l’éclipse »."""

from __future__ import annotations

import re

ELISION = re.compile(r"(?<!\w)((?:[cdjlmnst]|qu|jusqu|lorsqu|presqu|puisqu|quoiqu)[’'])(?=\w)", re.IGNORECASE)
"""js/search/spelling.js drops the same ones from what is asked, and results.js joins them again in what is shown."""


def parted(text: str) -> str:
    """Text with a space after each elision."""
    return ELISION.sub(r"\1 ", text)
