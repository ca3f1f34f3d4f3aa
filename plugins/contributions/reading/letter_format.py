"""The record of a letter that was sent (content/newsletter/YYYY-wWW.json): its keys, and what each may hold.

It is a format of its own, for records outlast the values that templates take; whoever reads one needs not trust it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from contributions.markdown.stored import safe_again
from contributions.words.hidden import CONTROL

ADDRESS = r"(?:/(?![/\\])|https?://|mailto:|tel:)[^\s\"<>\\]*"
"""Of the site, or of the web: nothing that runs."""
OWN = re.compile(r"/(?![/\\])[^\s\"<>\\]*")
ANY = re.compile(ADDRESS, re.IGNORECASE)
VARIANTS = re.compile(r"/(?![/\\])[^\s\",<>\\]* \d+w(?:, /(?![/\\])[^\s\",<>\\]* \d+w)*")


def _shown(text: str) -> str:
    if CONTROL.search(text):
        raise ValueError("signes de commande")
    return text


def _as(pattern: re.Pattern[str]) -> AfterValidator:
    def checked(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError("adresse")
        return text

    return AfterValidator(checked)


Words = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_shown)]
Own = Annotated[str, StringConstraints(max_length=2_000), _as(OWN)]
Web = Annotated[str, StringConstraints(max_length=2_000), _as(ANY)]
Html = Annotated[str, StringConstraints(max_length=200_000), AfterValidator(safe_again)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{0,200}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[A-Za-z0-9_-]{1,200}$")]
"""A contribution's, whatever its file is called."""

Letter = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,200}(?:/[0-9-]{10})?$")]
"""The name of a letter: see letter_names.py."""


class _Part(BaseModel):
    """Frozen values; what is not known is wrong. Made of the values of views and of the letter as of JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True, defer_build=True)


class BadgeRecord(_Part):
    """A short label."""

    label: Words
    tone: Slug


class DayRecord(_Part):
    """A day as on a departure sign."""

    weekday: Words
    day: Words
    month: Words
    year: Words
    iso: Words


class PictureRecord(_Part):
    """A picture as it was shown."""

    src: Own
    alt: Words
    width: int | None = None
    height: int | None = None
    srcset: Annotated[str, StringConstraints(max_length=20_000), _as(VARIANTS)] | None = None
    focus: Slug | None = None
    credit: Words | None = None
    licence: Words | None = None
    caption: Words | None = None


class LinkRecord(_Part):
    """Words and where they lead."""

    label: Words
    url: Web | None = None


class CardRecord(_Part):
    """A contribution as it was told of."""

    kind: Slug
    url: Own
    title: Words
    summary: Words
    kicker: Words | None = None
    when: Words | None = None
    datetime: Words | None = None
    where: Words | None = None
    publisher: Words | None = None
    picture: PictureRecord | None = None
    motif: Slug | None = None
    badges: Annotated[tuple[BadgeRecord, ...], Field(max_length=20)] = ()
    day: DayRecord | None = None
    last: Words | None = None
    mark: Words = ""
    notes: Annotated[tuple[Words, ...], Field(max_length=20)] = ()


class SectionRecord(_Part):
    """Cards under a heading."""

    title: Words
    cards: Annotated[tuple[CardRecord, ...], Field(max_length=500)]
    more: LinkRecord | None = None
    section: Slug | None = None
    id: Slug | None = None
    html: Html | None = None


class FactRecord(_Part):
    """A label and what it says."""

    label: Words
    value: Words | None = None
    values: Annotated[tuple[Words, ...], Field(max_length=50)] = ()
    html: Html | None = None
    url: Web | None = None


class ShownLetter(_Part):
    """A letter as it is shown."""

    slug: Slug = ""
    name: Slug
    path: Own
    title: Words
    subject: Words
    summary: Words
    label: Words
    published: date
    words: Html | None = None
    departments: Annotated[tuple[LinkRecord, ...], Field(max_length=200)] = ()
    sections: Annotated[tuple[SectionRecord, ...], Field(max_length=100)] = ()
    thanks: Annotated[tuple[LinkRecord, ...], Field(max_length=500)] = ()
    contact: Annotated[tuple[FactRecord, ...], Field(max_length=50)] = ()
    notice: Words | None = None


class LetterRecord(_Part):
    """What a record holds."""

    version: Literal[1]
    letter: ShownLetter
    announced: Annotated[tuple[Name, ...], Field(max_length=20_000)] = ()
    earlier: Annotated[dict[Name, Letter], Field(max_length=20_000)] = Field(default_factory=dict)
