"""A contribution as data: its front-matter keys, with slug, url and departments beside them."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic_core import to_json

from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.library.states import VISITED
from contributions.models import Common

Record = dict[str, Any]
SMALL = (re.compile(rb"0\.0000[0-9]+,?\n"), re.compile(rb"e-[0-9]+,?\n"))
"""Numbers below 0.0001 at the end of a line of JSON: Python writes 1e-05, and others 0.00001 or 1e-5."""


def records(library: Library, kind: str) -> list[Record]:
    """The published records of a kind, by slug; both files of a kind are made of the same."""

    def made() -> list[Record]:
        return [record(library, c) for c in library.passing(sorted(library.of(kind), key=lambda c: c.slug))]

    return library.once(("records", kind), made)


def record(library: Library, contribution: Contribution[Common]) -> Record:
    """One contribution. Keys that were not written are absent; an organisation's consent stays with the hub."""
    keys = contribution.meta.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"consent"})
    if "loans" in keys:
        keys["loans"] = [_loan(loan) for loan in keys["loans"] if loan["state"] != "annule"]
    if "url" in keys:  # a resource's own address must not hide that of its page
        keys["resource_url"] = keys.pop("url")
    return {
        "slug": contribution.slug,
        "url": library.hub.url + contribution.url,
        "departments": list(contribution.departments),
        **({"example": True} if contribution.example else {}),
        **keys,
    }


def _loan(loan: Record) -> Record:
    """A loan that the public can visit, whole; of any other only when the tool is away: who has it is nobody's business."""
    if loan.get("public_showing") and loan["state"] in VISITED:
        return loan
    return {key: loan[key] for key in ("start", "end", "copy", "version") if key in loan}


def as_json(found: list[Record]) -> bytes:
    """An array of records, as json.dumps(indent=1) writes it. pydantic's writer does too, but for numbers below 0.0001."""
    text = to_json(found, indent=1)
    if any(form.search(text) for form in SMALL):
        text = json.dumps(found, ensure_ascii=False, indent=1).encode()
    return text + b"\n"
