"""What the files of content/newsletter/ and content/letters/ are called: a week, or a letter of hub.yml and a day."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from pathlib import PurePosixPath

from contributions.fields.vocabulary import nearest
from contributions.problems.problem import Problem

WEEK = re.compile(r"(2(?:[01]\d|20)\d)-w(\d\d)", re.ASCII)
"""Of the years in which there may be letters, to those that follow the last day of any contribution; others are typing mistakes, and would
take arithmetic out of the calendar."""
DAY = re.compile(r"2[01]\d\d-\d\d-\d\d", re.ASCII)
WEEKLY, OTHERS = "newsletter", "letters"
"""The folders."""


def monday_of(week: str) -> date | None:
    """The Monday of « 2026-w47 » (ISO 8601), or None where there is no such week."""
    match = WEEK.fullmatch(week)
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None


def day_of(name: str) -> date | None:
    """The day of « 2026-11-23 », or None where there is no such day."""
    try:
        return date.fromisoformat(name) if DAY.fullmatch(name) else None
    except ValueError:
        return None


def letter_name(path: str, letters: Collection[str]) -> str | Problem:
    """The name of the letter that a file is about, by its path from the folder that holds content/; or what is wrong with that path.

    It is « 2026-w47 » of the weekly letter, « curieux/2026-11-23 » of one of `letters`.
    """
    folder, *between, file = PurePosixPath(path).parts[1:]
    stem, ending = PurePosixPath(file).stem, PurePosixPath(file).suffix
    if folder == WEEKLY:
        return stem if monday_of(stem) else _wrong(path, f"« {file} » n’est pas une semaine.", f"Nommez le fichier comme 2026-w47{ending}.")
    if len(between) != 1:
        where = "Rangez-le dans le dossier de sa lettre, dont hub.yml donne le nom : content/letters/NOM/."
        return _wrong(path, "Ce fichier n’est dans le dossier d’aucune lettre.", where)
    if between[0] not in letters:
        near = nearest(between[0], letters)
        repair = f"Vouliez-vous dire « {near} » ?" if near else "Ajoutez-la à « letters » dans hub.yml, ou corrigez le nom du dossier."
        return _wrong(path, f"« {between[0]} » n’est pas une lettre de hub.yml.", repair)
    if day_of(stem) is None:
        return _wrong(path, f"« {file} » n’est pas le jour d’une lettre.", f"Nommez le fichier comme 2026-11-23{ending}.")
    return f"{between[0]}/{stem}"


def _wrong(path: str, message: str, repair: str) -> Problem:
    return Problem(path, 1, 1, "E007", message, repair)
