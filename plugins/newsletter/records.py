"""A letter as it was sent: its record (content/newsletter/YYYY-wWW.json), written once and read ever after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import TypeAdapter

from contributions.models.beside import Record
from contributions.reading.letter_format import LetterRecord, ShownLetter
from contributions.reading.sent_letters import read_record
from contributions.source.texts import bytes_of
from newsletter.letter import Letter

LETTER = TypeAdapter(Letter)


def letter_of(record: Record) -> Letter:
    """The letter of a record."""
    return shown(bytes_of(record.file))


def shown(data: bytes) -> Letter:
    """The letter that the bytes of a record tell."""
    return LETTER.validate_python(read_record(data).letter.model_dump())


def record_of(letter: Letter, announced: Iterable[str], earlier: Mapping[str, str]) -> bytes:
    """The record of a letter; names are those by which contributions are known (« event/nuit »).

    `announced` is new in it; `earlier` was in letters before it that have no record, by the name of the letter.
    """
    values = ShownLetter.model_validate(letter)
    record = LetterRecord(version=1, letter=values, announced=tuple(announced), earlier=dict(earlier))
    return record.model_dump_json(indent=1, exclude_defaults=True).encode() + b"\n"
