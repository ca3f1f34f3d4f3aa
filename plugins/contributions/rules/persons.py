"""Nobody's own address or telephone number is published unawares: those of a service are meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.models import Common, Event, Organisation
from contributions.problems.problem import Finding, Location
from contributions.words.persons import personal_email, personal_phone


def addresses(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about e-mail addresses and telephone numbers of the front matter."""
    del library, content
    for email, phone, location in _ways(contribution.meta):
        found = [(finding, "email") for _at, finding in personal_email(email or "")]
        found += [(finding, "phone") for _at, finding in personal_phone(phone or "")]
        for finding, key in found:
            yield replace(finding, location=(*location, key))


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
