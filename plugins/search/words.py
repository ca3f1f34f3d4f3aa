"""Part elided words for the index, which cuts text at spaces only, so that « éclipse » finds « l’éclipse »."""

from __future__ import annotations

import re

ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|jusqu|lorsqu|presqu|puisqu|quoiqu)\Z", re.IGNORECASE)
"""js/search/spelling.js drops the same ones from what is asked, and results.js joins them again in what is shown."""
LONGEST = 7
"""Characters that decide whether an apostrophe ends an elision: « lorsqu », and what stands before it."""

MARK = re.compile(r"<[^>]*>|[’'](?=\w)")


def parted(html: str) -> str:
    """HTML with a space after each elision of its text; tags and their attributes stay as they are."""

    def spaced(mark: re.Match[str]) -> str:
        start = mark.start()
        elision = len(mark[0]) == 1 and ELIDED.search(html[max(0, start - LONGEST) : start])
        return f"{mark[0]} " if elision else mark[0]

    return MARK.sub(spaced, html)
