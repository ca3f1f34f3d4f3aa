"""Read the records of letters that were sent (content/newsletter/YYYY-wWW.json, content/letters/SLUG/YYYY-MM-DD.json)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from contributions.cache.cache import Room
from contributions.cache.memory import each
from contributions.models.beside import Record
from contributions.problems.problem import Problem
from contributions.reading.introductions import RECORD, letter_files
from contributions.reading.leftovers import passed
from contributions.reading.letter_format import LetterRecord
from contributions.reading.letter_names import day_of, letter_name, monday_of
from contributions.record.store import parts_of, problem_of, stamp
from contributions.region.hub import Hub
from contributions.source.matter import FrontMatterError
from contributions.source.positions import Positions, located, positions
from contributions.source.texts import bytes_of, decode

CODE = "E023"
AGAIN = "Reprenez ce fichier tel que « scripts/letter.py --freeze » l’a écrit."
MOST = 20
"""What is told of one record; a file that is no record at all is wrong everywhere."""
PLACE = re.compile(r" at line (\d+) column (\d+)\Z")
SAID = {
    "missing": "« {name} » manque.",
    "extra_forbidden": "La clé « {name} » n’existe pas ici.",
    "string_too_long": "« {name} » est trop long.",
    "too_long": "« {name} » tient trop de choses.",
    "value_error": "« {name} » contient ce qu’aucune lettre ne montre.",
    "string_pattern_mismatch": "« {name} » contient ce qu’aucune lettre ne montre.",
}
"""What is told of a value, by the type of pydantic's error; of any other that it is not what belongs there."""


def read_sent_letters(content: Path, hub: Hub, room: Room, key: bytes) -> tuple[dict[str, Record], list[Problem]]:
    """The record of each letter by its name (letter_names.py), and what is wrong with such files."""
    files = {
        file.relative_to(content).as_posix(): file for file in letter_files(content) if file.suffix == RECORD and not passed(file.name)
    }
    if not files:
        return {}, []
    grounds = {path: stamp(file.stat()) for path, file in files.items()}
    rows = each(room, "sent letters", key.hex(), grounds, lambda path: _row(f"{content.name}/{path}", files[path], hub))
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for path, (row, told) in rows.items():
        problems += map(problem_of, told)
        if row:
            name, digest, published, title, summary, label, announced, earlier = row
            if name in records:
                message, shown = f"« {records[name].file.name} » garde déjà cette lettre.", f"{content.name}/{path}"
                problems.append(Problem(shown, 1, 1, "E009", message, "Gardez l’un des deux fichiers."))
                continue
            day = date.fromordinal(published)
            records[name] = Record(name, files[path], digest, title, summary, label, day, announced, earlier)
    return records, problems


def read_record(data: bytes) -> LetterRecord:
    """A record by the bytes of its file. Raises FrontMatterError, or pydantic's ValidationError."""
    return LetterRecord.model_validate_json(decode(data))


def _row(path: str, file: Path, hub: Hub) -> tuple[Any, Any]:
    """What is kept of a record, or nothing, and what is wrong with it: plain values."""
    name = letter_name(path, hub.letters)
    if isinstance(name, Problem):
        return None, (parts_of(name),)
    data = bytes_of(file)
    try:
        record = read_record(data)
    except FrontMatterError as error:
        return None, tuple(map(parts_of, located(path, error.findings, None)))
    except ValidationError as error:
        return None, tuple(map(parts_of, _told(path, data.decode("utf-8", "replace"), error)))
    slug, _, own = name.rpartition("/")
    letter = record.letter
    page = f"/lettres/{slug}/{own}/" if slug else f"/newsletter/{own}/"
    if (letter.slug, letter.name, letter.path, letter.published) != (slug, own, page, monday_of(own) or day_of(own)):
        message = f"Ce fichier porte le nom d’une autre lettre que celle qu’il garde, « {letter.name} »."
        return None, (parts_of(Problem(path, 1, 1, CODE, message, AGAIN)),)
    digest = blake2b(data, digest_size=12).digest()
    told = letter.title, letter.summary, letter.label
    return (name, digest, letter.published.toordinal(), *told, record.announced, record.earlier), ()


def _told(path: str, text: str, error: ValidationError) -> Iterator[Problem]:
    """What is wrong with a record, each at its place."""
    errors = error.errors(include_url=False, include_input=False)
    if errors[0]["type"] == "json_invalid":
        place = PLACE.search(errors[0]["msg"])
        line, column = (int(place[1]), max(1, int(place[2]))) if place else (1, 1)
        yield Problem(path, line, column, CODE, "Ce fichier ne se lit pas comme du JSON.", AGAIN)
        return
    table = _places(text)
    for one in errors[:MOST]:
        yield _one(path, table, one)


def _one(path: str, table: Positions, error: ErrorDetails) -> Problem:
    location = error["loc"]
    name = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    said = SAID.get(error["type"], "« {name} » n’est pas ce qu’une lettre garde ici.")
    message = said.format(name=name) if name else "Ce fichier n’est pas une lettre gardée."
    while location and location not in table.values:
        location = location[:-1]
    line, column, _text = table.values.get(location, (2, 1, ""))
    return Problem(path, line - 1, column, CODE, message, AGAIN)  # those of a front matter, which has a line above it


def _places(text: str) -> Positions:
    """Where the values of some JSON stand: it is read as YAML, which has marks."""
    try:
        return positions(text)
    except (yaml.YAMLError, RecursionError):
        return Positions({}, {})
