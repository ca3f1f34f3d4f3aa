"""What asking for a tool must know of it, as a small JSON document: its offer, why copies are taken, its terms and whom to ask.

Days are days since 1970. `withdrawn` and `left` say that it is not lent any more, or from when on. `units` are what is lent by itself,
a version or the tool: of each, `copies` are the runs of days on which a loan may lie (js/catalogue/lending.js reads them), `came` and
`left` are the days on which it enters and leaves its owner's fund, and `taken` are the loans that leave no other days to each copy: first
day, last day, and « option » or « maintenance » where it is one. Nobody is named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from functools import partial
from typing import Any

from catalogue.requesting.owners import owner
from contributions.lending.offer import Unit, came_on
from contributions.lending.variants import Variant, variants
from contributions.library.library import Library
from contributions.library.offers import offered
from contributions.models import Exhibition
from contributions.models.loan import Loan
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from publishing.page import Document, Planned
from publishing.strings import _
from views.french import labels
from views.french.terms import euros, loan_price

EPOCH = date(1970, 1, 1).toordinal()


def tool_document(library: Library, tool: Contribution[Any]) -> tuple[Planned, ...]:
    """The document of a tool, beside its page."""
    path = f"{tool.url.rstrip('/')}.json"
    return (Planned(path, partial(_document, library, tool, path)),)


def _document(library: Library, tool: Contribution[Exhibition], path: str) -> Document:
    text = json.dumps(known(library, tool), ensure_ascii=False, separators=(",", ":"))
    return Document(path, f"{text}\n".encode())


def known(library: Library, tool: Contribution[Exhibition]) -> dict[str, Any]:
    """The values of the document."""
    meta, offer = tool.meta, offered(library, tool)
    found = {
        "slug": tool.slug,
        "title": typo(meta.title),
        "url": tool.url,
        "owner": {key: value for key, value in asdict(owner(library, tool)).items() if value},
        "repaired": offer.repaired or None,
        "withdrawn": offer.withdrawn or None,
        "left": offer.left - EPOCH if offer.left is not None else None,
        "told": offer.told - EPOCH if offer.told is not None else None,
        "notice": offer.notice,
        "least": offer.least,
        "most": meta.loan.max_days,
        "gap": meta.loan.gap_days,
        "until": offer.horizon.last - EPOCH,
        "closed": sorted(day - EPOCH for day in offer.closed),
        "units": [
            {**_unit(meta, unit, offer.horizon.first), "terms": list(_terms(library, meta, variant))}
            for unit, variant in zip(offer.units, variants(meta), strict=True)
        ],
    }
    return {key: value for key, value in found.items() if value is not None}


def _unit(meta: Exhibition, unit: Unit, first: int) -> dict[str, Any]:
    version = next((version for version in meta.versions if version.id == unit.version), None)
    loans = [loan for loan in meta.loans if loan.state != "annule" and (version is None or loan.version in {None, version.id})]
    left = [day.toordinal() - EPOCH for day in (meta.retired_on, version.retired_on if version else None) if day]
    came = came_on(meta, version)
    found = {
        "version": unit.version,
        "label": typo(version.label) if version else "",
        "copies": [[[run.first - EPOCH, run.last - EPOCH] for run in copy] for copy in unit.copies],
        "taken": [list(_taken(loans, number, first - meta.loan.gap_days)) for number in range(1, len(unit.copies) + 1)],
        "came": came.toordinal() - EPOCH if came and came.toordinal() > first else None,
        "left": min(left, default=None),
    }
    return {key: value for key, value in found.items() if value is not None}


def _terms(library: Library, meta: Exhibition, variant: Variant) -> Iterator[tuple[str, str]]:
    """What whoever asks must know and what no verdict says: label and words."""
    if variant.price:
        yield _("Tarif"), loan_price(variant.price)
        if variant.price.deposit:
            yield _("Caution"), euros(variant.price.deposit)
    if meta.transport:
        by = labels.label(labels.PARTIES, meta.transport.by) if meta.transport.by else ""
        yield _("Transport"), ", ".join(filter(None, (by, typo(meta.transport.note or ""))))
    if meta.area:
        yield _("Zone de prêt"), ", ".join(library.hub.departments.get(code, code) for code in meta.area)


def _taken(loans: Iterable[Loan], number: int, first: int) -> Iterator[list[int | str]]:
    """The loans of a copy that end on a day or later, in order."""
    for loan in sorted(loans, key=lambda loan: loan.start):
        if loan.copy_ == number and loan.end.toordinal() >= first:
            state = [loan.state] if loan.state in {"option", "maintenance"} else []
            yield [loan.start.toordinal() - EPOCH, loan.end.toordinal() - EPOCH, *state]
