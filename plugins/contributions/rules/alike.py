"""Events that are most likely one, sent twice: on one day, in one town, by nearly the same title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from contributions.library.claims import beginning
from contributions.library.library import Library
from contributions.models import Common, Event
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution
from contributions.words.folding import words

LIKENESS = 90
JOINING = frozenset("le la les l un une des du de d au aux a et".split())


def alike(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """That an event looks like one that was there before."""
    del content
    meta = contribution.meta
    if not isinstance(meta, Event) or meta.status == "archive" or not (contribution.showings and contribution.places):
        return
    own = _age(contribution, meta)
    for other in library.together.get(beginning(contribution), ()):
        others: Event = other.meta
        related = contribution.slug == others.parent or other.slug == meta.parent or other.key == contribution.key
        if not related and _age(other, others) < own and same_title(meta.title, others.title):
            repair = "Si c’est le même, gardez-en un seul ; sinon, précisez l’un des deux titres."
            yield Finding("W605", f"Cet événement ressemble fort à {other.path} : même jour, même commune, même titre.", repair, ("title",))


def _age(event: Contribution[Any], meta: Event) -> tuple[int, str]:
    return meta.date.toordinal(), event.slug


def same_title(one: str, other: str) -> bool:
    """Whether two titles are nearly the same; numbers tell a series apart."""
    from rapidfuzz import fuzz  # slow to import, and most events are alone on their day in their town

    numbers = re.findall(r"\d+", one), re.findall(r"\d+", other)
    return numbers[0] == numbers[1] and fuzz.token_sort_ratio(_said(one), _said(other)) >= LIKENESS


def _said(title: str) -> str:
    """Its words, but those that join others: « La nuit du ciel » and « Nuit du ciel » are one."""
    found = words(title)
    return " ".join([word for word in found if word not in JOINING] or found) or title
