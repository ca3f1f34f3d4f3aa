"""A price says one thing: whoever reads « Gratuit » pays nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from contributions.judging.wordings import reads_as_free
from contributions.library.library import Library
from contributions.models import Common, Event, Exhibition, Organisation
from contributions.models.exhibition import LoanPrice
from contributions.problems.problem import Finding, Location
from contributions.record.contribution import Contribution
from contributions.sense.sums import sum_in

BESIDE = re.compile(
    r"\b(?:gratuite?s?|libres?|offerte?s?|sauf|hors|option|en sus|caution|conseillée?s?|dons?|consommations?|repas|goûter|boissons?|livret"
    r"|matériel|participation|chapeau|conscient|suppléments?|restauration|buvette|vestiaire|parking|adhésion|audioguide|kit"
    r"|certaine?s?|quelques|ateliers?)\b",
    re.IGNORECASE,
)
"""Words that say what a sum is for, or for whom it is none: then readers understand."""
PAID = re.compile(r"(?<!non )\bpayante?s?\b", re.IGNORECASE)


def priced(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about prices whose words say otherwise than « free »."""
    del library, content
    for free, text, location in _prices(contribution.meta):
        words = text.strip().strip(".!").strip()
        if free and not BESIDE.search(words) and (paid := _paid(words)):
            message = f"« free » dit que c’est gratuit, et « text » que l’on paie : « {paid} »."
            yield Finding("E126", message, "Écrivez « free: false », ou dites dans « text » ce qui est gratuit.", (*location, "free"))
        elif free is False and reads_as_free(words):
            message = f"« free » dit que l’on paie, et « text » que c’est gratuit : « {text} »."
            yield Finding("E126", message, "Écrivez « free: true », ou dites le tarif.", (*location, "free"))


def _paid(words: str) -> str:
    """What says that one pays: a sum, or words; empty where nothing does."""
    found = PAID.search(words)
    return sum_in(words) or (found[0] if found else "")


def lent(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about sums of a tool, or of its versions, that say otherwise than « free »."""
    del library, content
    tool = contribution.meta
    if not isinstance(tool, Exhibition):
        return
    held: list[tuple[LoanPrice | None, Location]] = [(tool.price, ("price",))]
    held += [(version.price, ("versions", index, "price")) for index, version in enumerate(tool.versions)]
    for price, location in held:
        if price and price.free and price.amount:
            message = f"« free » dit que c’est gratuit, et « amount » que l’on paie {price.amount} €."
            yield Finding("E126", message, "Écrivez « free: false », ou retirez « amount ».", (*location, "free"))
        elif price and not price.free and price.amount == 0:
            message = "« free » dit que l’on paie, et « amount » que ce n’est rien."
            yield Finding("E126", message, "Écrivez « free: true », ou le tarif.", (*location, "free"))


def _prices(meta: Common) -> Iterator[tuple[bool | None, str, Location]]:
    """Whether it is free, in which words, and where that stands."""
    if isinstance(meta, Event) and meta.price and meta.price.text:
        yield meta.price.free, meta.price.text, ("price",)
    if isinstance(meta, Organisation) and meta.visit and meta.visit.text:
        yield meta.visit.free, meta.visit.text, ("visit",)
    if isinstance(meta, Exhibition):
        for index, loan in enumerate(meta.loans):
            if loan.venue and loan.venue.price and loan.venue.price.text:
                yield loan.venue.price.free, loan.venue.price.text, ("loans", index, "venue", "price")
