"""A contribution as data: its front-matter keys, with slug, url and departments beside them."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from contributions.contribution import Contribution
from contributions.library import Library
from contributions.models import Common

Record = dict[str, Any]
SHOWN = {"confirme", "en-cours", "rendu"}
"""States in which a public showing is a stop: an option is no appointment yet."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def records(library: Library, kind: str) -> list[Record]:
    """The published records of a kind, by slug."""
    return [record(library, c) for c in sorted(library.of(kind), key=lambda c: c.slug)]


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
    if loan.get("public_showing") and loan["state"] in SHOWN:
        return loan
    return {key: loan[key] for key in ("start", "end", "copy", "version") if key in loan}


def as_json(found: list[Record]) -> bytes:
    """An array of records."""
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(found: list[Record]) -> bytes:
    """A table: a row a record, a column a key, nested values as JSON; with a byte-order mark, for spreadsheets."""
    columns = list(dict.fromkeys(key for entry in found for key in entry)) or ["slug", "url", "departments"]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    for entry in found:
        writer.writerow({key: _cell(value) for key, value in entry.items()})
    return ("\ufeff" + text.getvalue()).encode()


def _cell(value: Any) -> str:
    """Lists of words joined by « | »; what a spreadsheet would run as a formula is held back by an apostrophe."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        value = "|".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    return "'" + text if text.startswith(FORMULA) and not text.lstrip("-").replace(".", "", 1).isdigit() else text
