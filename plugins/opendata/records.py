"""A contribution as data: its front-matter keys, with slug, url and departments beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import quote

from pydantic_core import to_json

from contributions.library.library import Library
from contributions.models import Common
from contributions.models.groups import document_path, image_path
from contributions.record.contribution import Contribution
from contributions.record.states import VISITED
from opendata.table import ONE_LINE, cells, joined

Record = dict[str, Any]
OF_ANY_LOAN = ("start", "end", "state", "version", "copy", "borrower_category")
"""What is told of a loan whoever the borrower is."""
SPLIT = b"\0"
SMALL = (re.compile(rb"0\.0000[0-9]+,?\n"), re.compile(rb"e-[0-9]+,?\n"))
"""Numbers below 0.0001 at the end of a line of JSON: Python writes 1e-05, and others 0.00001 or 1e-5."""


class Piece(NamedTuple):
    """What is kept of a contribution, in a run."""

    block: bytes
    """How it stands in the JSON of its list."""
    row: bytes
    """Its cells, by column, as JSON."""

    @property
    def cells(self) -> dict[str, str]:
        """The same."""
        found: dict[str, str] = json.loads(self.row.decode("utf-8", "surrogatepass"))
        return found


def pieces(library: Library, kind: str) -> Iterator[Piece]:
    """The published records of a kind, by slug; both files of a kind are made of the same. A run that has not changed is not made again."""
    for run in library.stored_runs("records", kind, partial(_packed, library)):
        yield from _unpacked(run)


def _packed(library: Library, run: str) -> bytes:
    own = (record(library, contribution) for contribution in library.passing(library.runs[run]))
    return SPLIT.join(part for one in own for part in (block(one), ONE_LINE.encode(cells(one)).encode("utf-8", "surrogatepass")))


def _unpacked(kept: bytes) -> Iterator[Piece]:
    parts = iter(kept.split(SPLIT))
    return map(Piece, parts, parts)


def record(library: Library, contribution: Contribution[Common]) -> Record:
    """One contribution. Keys that were not written are absent; an organisation's consent stays with the hub."""
    keys = contribution.meta.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"consent"})
    if "loans" in keys:
        keys["loans"] = _loans(library, contribution, keys["loans"])
    _addressed(keys)
    if "url" in keys:  # a resource's own address must not hide that of its page
        keys["resource_url"] = keys.pop("url")
    return {
        "slug": contribution.slug,
        "url": library.hub.url + contribution.url,
        "departments": list(contribution.departments),
        **({"example": True} if contribution.example else {}),
        **keys,
    }


def _addressed(keys: Record) -> None:
    """Files by their paths below the site's home, as an address has them."""
    for picture in (keys.get("image"), keys.get("logo"), *keys.get("images", ())):
        if picture:
            picture["src"] = quote(image_path(picture["src"]))
    for document in (keys, *keys.get("documents", ())):
        if "file" in document:
            document["file"] = quote(document_path(document["file"]))


def _loans(library: Library, tool: Contribution[Common], written: Sequence[Record]) -> list[Record]:
    """The loans that take a tool away, but for what is its owner's business.

    One that the public can visit is whole, without the papers. Of any other it is told when the tool is away, in which state, and to
    what sort of borrower, in which department: never who that is.
    """
    found: list[Record] = []
    for loan, department in zip(written, tool.whole.lent_to, strict=True):
        if loan["state"] == "annule":
            continue
        if loan.get("public_showing") and loan["state"] in VISITED:
            found.append({key: value for key, value in loan.items() if key != "papers"})
            continue
        own = {key: loan[key] for key in OF_ANY_LOAN if key in loan}
        where = department or _department(library, loan.get("borrower"))
        found.append({**own, "borrower_department": where} if where else own)
    return found


def _department(library: Library, borrower: str | None) -> str | None:
    """That of a borrower who stands in the directory."""
    known = library.page("organisation", borrower)
    return known.departments[0] if known is not None and known.departments else None


def as_json(blocks: Iterable[bytes]) -> bytes:
    """An array of records, as json.dumps(indent=1) writes it."""

    def written() -> Iterator[bytes]:
        before = b"[\n"
        for found in blocks:
            yield before
            yield found
            before = b",\n"
        yield b"\n]\n" if before == b",\n" else b"[]\n"

    return joined(written())


def block(own: Record) -> bytes:
    """A record as it stands in that array. pydantic's writer does the same, but for numbers below 0.0001."""
    text = to_json([own], indent=1)
    if any(form.search(text) for form in SMALL):
        text = json.dumps([own], ensure_ascii=False, indent=1).encode()
    return text.removeprefix(b"[\n").removesuffix(b"\n]")
