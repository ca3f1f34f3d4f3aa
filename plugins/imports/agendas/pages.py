"""Follow the pages of an answer, as far as there are any and no further: what has no end is stopped and told."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from imports.agendas.answers import Answer, answer
from imports.agendas.json_values import read_json
from imports.taken import Given, Refusal, UnreadableSource

MOST_PAGES = 500
MOST_BYTES = 50_000_000
"""In all."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The records of all pages with where each stands, what stopped it, and whether they are all that there are."""

    records: tuple[tuple[str, Any], ...]
    refused: tuple[Refusal, ...] = ()
    whole: bool = True


def followed(data: bytes, given: Given) -> Followed:
    """All records of an answer and of the pages behind it. Raises UnreadableSource where the first is none."""
    first = answer(read_json(data))
    records = list(first.records)
    if first.single:
        return Followed(tuple(records), whole=False)
    if given.further is None:
        return _counted(records, first, first.start)
    skipped = first.start or _skipped(given.name, first.offset)
    pages, page, weight, asked = 1, first, len(data), {given.name}
    known = {_print(raw) for _, raw in records}
    while address := _next(given.name, page, skipped + len(records)):
        if stop := _stop(address, asked, pages, weight):
            return Followed(tuple(records), (Refusal(f"page {pages + 1}", stop),), whole=False)
        asked.add(address)
        try:
            data = given.further(address)
            page, pages, weight = answer(read_json(data)), pages + 1, weight + len(data)
        except UnreadableSource as error:
            return Followed(tuple(records), (Refusal(f"page {pages + 1}", f"{error} Les pages d’avant sont prises."),), whole=False)
        fresh = {_print(raw) for _, raw in page.records} - known
        if page.records and not fresh:
            message = "Cette page ne dit rien que les précédentes n’aient dit : la lecture s’arrête là."
            return Followed(tuple(records), (Refusal(f"page {pages}", message),), whole=False)
        known |= fresh
        records += [(f"page {pages}, {at}", raw) for at, raw in page.records]
    return _counted(records, first, skipped)


def _print(raw: Any) -> bytes:
    """What tells a record from others."""
    return hashlib.blake2b(json.dumps(raw, sort_keys=True).encode(), digest_size=16).digest()


def _skipped(name: str, offset: str) -> int:
    """How many records an address passes over."""
    asked = dict(parse_qsl(urlsplit(name).query)).get(offset, "")
    return int(asked) if offset and asked.isdecimal() and len(asked) < 9 else 0


def _counted(records: list[tuple[str, Any]], first: Answer, skipped: int) -> Followed:
    """Whether there are as many as the answer says."""
    if first.total is None or skipped + len(records) >= first.total:
        return Followed(tuple(records), whole=skipped == 0)
    message = f"La source dit {first.total} événements, et n’en donne ici que {len(records)} : rien n’est tenu pour disparu."
    return Followed(tuple(records), (Refusal("total", message),), whole=False)


def _next(name: str, page: Answer, seen: int) -> str:
    """The address of the page behind one; empty where it is the last."""
    if not page.records:
        return ""
    if page.after:
        return _with(name, lambda key: key.startswith("after"), [("after[]", value) for value in page.after])
    if page.offset and page.total is not None and seen < page.total:
        return _with(name, lambda key: key == page.offset, [(page.offset, str(seen))])
    return ""


def _stop(address: str, asked: set[str], pages: int, weight: int) -> str:
    """Why the next page is not asked for; empty where it is."""
    if address in asked:
        return "La page qui suit est une page déjà lue : la lecture s’arrête là."
    if pages >= MOST_PAGES:
        return f"Plus de {MOST_PAGES} pages : la lecture s’arrête là. Restreignez l’adresse (dates, département), ou agrandissez ses pages."
    if weight > MOST_BYTES:
        return f"Plus de {MOST_BYTES // 1_000_000} Mo en tout : la lecture s’arrête là. Restreignez l’adresse (dates, département)."
    return ""


def _with(name: str, replaced: Callable[[str], bool], added: list[tuple[str, str]]) -> str:
    """An address with other parameters."""
    parts = urlsplit(name)
    kept: Iterator[tuple[str, str]] = (pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not replaced(pair[0]))
    return urlunsplit(parts._replace(query=urlencode([*kept, *added])))
