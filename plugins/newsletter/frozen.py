"""A letter as it was sent: its record (content/newsletter/YYYY-wWW.json), written and read."""

from __future__ import annotations

from pydantic import TypeAdapter

from contributions.models.letter_record import Record
from newsletter.letter import Letter

LETTER = TypeAdapter(Letter)


def letter_of(record: Record) -> Letter:
    """The letter of a record."""
    return LETTER.validate_json(record.file.read_bytes())
