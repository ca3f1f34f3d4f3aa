"""Compare a file with what its source says now, and say a change where it is published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from typing import Any

from contributions.judging.waiting import waits
from contributions.reading.incomplete import DRAFT, is_draft
from contributions.reference.drafting import yaml_text
from contributions.source.front_matter import parse
from contributions.words.persons import personal_email, private_email
from imports.drafts.drafting import Draft
from imports.drafts.values import line
from imports.plans.known import Known

LONGEST_ID = 150
"""Characters of an identity that is written as it is."""
PLAIN = re.compile(r"[\w./(][\w ./:;@+=#&,?~()'’-]*")
SHOWN = 120
"""Characters of a value that a report shows."""


def identity(text: str) -> str:
    """The identity of a record as a file says it: on one line, short, of plain signs, and no person's address; else a digest of it."""
    own = line(text)
    if own == text.strip() and len(own) <= LONGEST_ID and PLAIN.fullmatch(own) and _is_read_back(own) and not _of_a_person(own):
        return own
    return f"id-{blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}" if own else ""


def _of_a_person(text: str) -> bool:
    return any(True for _ in (*personal_email(text), *private_email(text)))


def _is_read_back(text: str) -> bool:
    """Whether a file that has a text for a value says that text: « null » says nothing, nor does « à définir »."""
    return not waits(text) and parse(f"---\n{yaml_text({'id': text})}---\n").values.get("id") == text


def announce(values: dict[str, Any], before: Mapping[str, Any], today: date, keys: Iterable[str]) -> None:
    """Say that something published has changed, so that calendars and feeds notice: `updated`, else `sequence` rises."""
    day = today.isoformat()
    if is_draft(before) or values.get("status") == DRAFT or "updated" not in keys or str(values.get("date", "")) > day:
        return
    said_today = before.get("updated") == day or ("updated" not in before and values.get("date") == day)
    if said_today and "sequence" in keys:
        written = str(before.get("sequence", "0"))
        values["sequence"] = str(int(written) + 1 if written.isdigit() else 1)
    values["updated"] = day


def sides(known: Known, draft: Draft) -> tuple[tuple[str, str, str], ...]:
    """Where a file that was edited here and its source differ."""
    here = {key: value for key, value in known.values.items() if key != "imported"}
    keys = [*here, *(key for key in draft.values if key not in here)]
    found = [(key, shown(here.get(key)), shown(draft.values.get(key))) for key in keys if here.get(key) != draft.values.get(key)]
    if known.body != draft.body.strip():
        found.append(("texte", shown(known.body), shown(draft.body)))
    return tuple(found)


def shown(value: Any) -> str:
    """A value in a few words."""
    text = line(value if isinstance(value, str) else "" if value is None else ", ".join(_leaves(value)))
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for entry in value.values():
            yield from _leaves(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _leaves(entry)
    else:
        yield str(value)
