"""Addresses of pages in the repair of a list of contributions: « /outils/malle/ » is « exhibition/malle », and nobody mends it twice."""

from __future__ import annotations

import re
from dataclasses import replace

from contributions.problems.problem import Finding, Fix
from contributions.region.addresses import KIND_AT, WORD

PAGE = re.compile(rf"(?<![\w/])(?:https?://[^\s/\[\],]+)?/?(?P<path>{'|'.join(KIND_AT)})/(?P<slug>{WORD})/?(?=[\s,\].]|\Z)")


def by_their_names(found: Finding) -> Finding:
    """A finding about `related` in whose repair contributions go by their names; any other as it is."""
    if found.location != ("related",):
        return found
    fix = replace(found.fix, new=_named(found.fix.new)) if isinstance(found.fix, Fix) else found.fix
    return replace(found, repair=_named(found.repair), fix=fix)


def _named(text: str) -> str:
    return PAGE.sub(lambda page: f"{KIND_AT[page['path']]}/{page['slug']}", text)
