"""A tool as the filters know it: what a question is compared with. What its owner does not say is null."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from contributions.lending.offer import Offer, Runs
from contributions.lending.runs import Run, merged
from contributions.lending.variants import PERIOD_DAYS, Variant, variants
from contributions.library.fund.catalogue import VEHICLES
from contributions.library.library import Library
from contributions.library.offers import offered
from contributions.models import Exhibition
from contributions.models.exhibition import LoanPrice
from contributions.record.contribution import Contribution
from contributions.words.folding import words
from views.cards import publisher

Record = dict[str, Any]
LENT = {"confirme", "en-cours", "rendu"}
"""What a loan was that counts as one, for « les plus empruntés »."""


def record(library: Library, tool: Contribution[Exhibition]) -> Record:
    """Its values, and among them those of its `units`: its versions, or itself."""
    return cast("Record", json.loads(library.stored(f"catalogue/{tool.slug}", lambda: _json(_record(library, tool)))))


def vocabulary(library: Library, tool: Contribution[Exhibition]) -> str:
    """The words that it is found by, each once, with a blank before it."""
    return library.stored(f"catalogue-words/{tool.slug}", lambda: _words(library, tool).encode()).decode()


def owner_key(tool: Contribution[Exhibition]) -> str:
    """What a question calls its owner: as the record does."""
    meta = tool.meta
    return meta.organisation or (meta.publisher.name if meta.publisher else "")


def language(meta: Exhibition) -> tuple[str, ...]:
    """The languages that it speaks: that of its record, where it does not say."""
    return meta.languages or (meta.lang.partition("-")[0],)


def _record(library: Library, tool: Contribution[Exhibition]) -> Record:
    meta, offer = tool.meta, offered(library, tool)
    epoch = offer.horizon.first
    gone = {version.id for version in meta.versions if version.retired_on and library.has_come(version.retired_on)}
    return {
        "theme": sorted(meta.themes),
        "public": sorted(meta.audiences),
        "niveau": sorted(meta.school_levels),
        "langue": sorted(language(meta)),
        "acces": sorted(meta.accessibility),
        "departement": sorted(meta.area),
        "categorie": meta.category,
        "pass": int(meta.pass_culture is True),
        "visiteurs": meta.visit.capacity if meta.visit else None,
        "owner": owner_key(tool),
        "lent": sum(loan.state in LENT for loan in meta.loans),
        "repaired": int(offer.repaired),
        "left": _since(offer.left, epoch),
        "told": _since(offer.told, epoch),
        "terms": [offer.notice, offer.least, offer.most if offer.most < offer.horizon.days else None],
        "closed": list(steps(merged(Run(day, day) for day in offer.closed), epoch)),
        "units": [
            _unit(variant, unit.copies, offer)
            for variant, unit in zip(variants(meta), offer.units, strict=True)
            if variant.version not in gone
        ],
    }


def _unit(variant: Variant, copies: Iterable[Runs], offer: Offer) -> Record:
    measures, setup = variant.format, variant.setup
    return {
        "surface": measures.surface_m2 if measures else None,
        "hauteur": measures.height_cm if measures else None,
        "vehicule": VEHICLES.index(measures.vehicle) if measures and measures.vehicle else None,
        "poids": measures.heaviest_kg if measures else None,
        "personnes": setup.people if setup else None,
        "price": _price(variant.price),
        "copies": [list(steps(copy, offer.horizon.first, offer.horizon.last)) for copy in copies],
    }


def _price(price: LoanPrice | None) -> list[Any] | None:
    """Euros (none: not said) and per how many days, where not for the whole loan."""
    if price is None:
        return None
    if price.free:
        return [0]
    return [price.amount, *filter(None, [PERIOD_DAYS.get(price.per or "")])]


def steps(runs: Iterable[tuple[int, int]], epoch: int, end: int | None = None) -> Iterator[int]:
    """Runs of days as steps: how many days until each one begins, how many it has; the last has no number where it goes on to an end."""
    at = epoch
    for first, last in runs:
        yield first - at
        if last != end:
            yield last + 1 - first
        at = last + 1


def _since(day: int | None, epoch: int) -> int | None:
    return None if day is None else day - epoch


def _words(library: Library, tool: Contribution[Exhibition]) -> str:
    meta = tool.meta
    texts = (meta.title, meta.summary, *meta.keywords, publisher(library, tool).label)
    return "".join(f" {word}" for word in dict.fromkeys(word for text in texts for word in words(text)))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
