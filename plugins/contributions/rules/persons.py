"""Nobody's own address or telephone number is published unawares, where a service's is meant, and no person stands in a loan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from contributions.library.library import Library
from contributions.models import Common, Event, Exhibition, Organisation
from contributions.models.loan import Loan, VenuePrice
from contributions.problems.problem import Finding, Location
from contributions.record.contribution import Contribution
from contributions.words.names import named
from contributions.words.persons import bare_phone, first_named, personal_email, personal_phone, private_email

VENUE = ("name", "address", "hours", "price", "access_note")
"""Keys of a venue that are free words."""
FREE: tuple[Location, ...] = (("borrower",), ("city",), *(("venue", name) for name in VENUE), ("cancelled", "reason"))
"""Where a loan says something in free words."""


def addresses(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about e-mail addresses and telephone numbers of the front matter."""
    del library, content
    for email, phone, location in _ways(contribution.meta):
        found = [(finding, "email") for _at, finding in personal_email(email or "")]
        found += [(finding, "phone") for _at, finding in personal_phone(phone or "")]
        for finding, key in found:
            yield replace(finding, location=(*location, key))


def lent(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about persons in the loans of a tool: who borrows is an institution, whatever a table held before."""
    del content
    if not isinstance(contribution.meta, Exhibition):
        return
    for index, loan in enumerate(contribution.meta.loans):
        for text, key in _texts(loan):
            for finding in persons_in(text):
                yield replace(finding, location=("loans", index, *key))
        borrower = library.find("organisation", loan.borrower)
        if borrower is not None and isinstance(borrower.meta, Organisation) and borrower.meta.person:
            message = f"« {loan.borrower} » est la fiche d’une personne : aucune n’est nommée dans un prêt."
            yield Finding("E507", message, "Nommez la structure qui emprunte.", ("loans", index, "borrower"))


def _texts(loan: Loan) -> Iterator[tuple[str, Location]]:
    """What is written of a loan in free words, and under which key."""
    for location in FREE:
        value: Any = loan
        for name in location:
            value = getattr(value, str(name), None)
        if text := value.text if isinstance(value, VenuePrice) else value:
            yield text, location


def persons_in(text: str) -> Iterator[Finding]:
    """Findings about the persons in free words of a loan, without a place."""
    for _at, words in named(text):
        message = f"« {words} » semble être une personne : aucune n’est nommée dans un prêt."
        yield Finding(
            "E507", message, "Retirez la personne ; si c’est un établissement, dites d’abord ce qu’il est : « Collège Marie Curie »."
        )
    told = (*personal_email(text), *private_email(text), *first_named(text), *personal_phone(text), *bare_phone(text))
    for found in {found.message: found for _at, found in told}.values():
        yield replace(found, code="E507", repair="Retirez-le : un prêt ne dit pas qui joindre.")


def _ways(meta: Common) -> Iterator[tuple[str | None, str | None, Location]]:
    """E-mail address, telephone number, and the group they stand in."""
    if meta.contact:
        yield meta.contact.email, meta.contact.phone, ("contact",)
    if isinstance(meta, Event):
        for name, booking in (("booking", meta.booking), ("school_booking", meta.school_booking)):
            if booking:
                yield booking.email, booking.phone, (name,)
    if isinstance(meta, Organisation) and not meta.person:
        yield meta.email, meta.phone, ()
