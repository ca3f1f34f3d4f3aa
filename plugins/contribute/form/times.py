"""What is said of times that do not fit together, as data for the script: asked of the rules, on events made up for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

from contribute.form.checks import Told, words
from contributions.cache.facts import recorded
from contributions.fields.when import SMALL_HOURS
from contributions.library.library import Library
from contributions.models import Common, Event, Programme
from contributions.record.contribution import Contribution
from contributions.record.values import Sums, Whole
from contributions.rules.events import times

NOON, LATER = "2099-12-31 12:00", "2099-12-31 13:00"
NIGHT, NEXT = "2099-12-31 01:00", "2100-01-01 01:00"
_BACKWARDS = {"start": "2099-12-31", "end": "2099-12-30"}
KEYS: dict[str, Any] = {"title": "Essai", "summary": "Essai", "category": "-", "themes": ["-"], "date": "2026-01-01"}


class _MadeUp:
    """Where the values of a contribution that nobody sent come from."""

    def __init__(self, meta: Common) -> None:
        self._meta = meta

    def whole(self) -> Whole:
        """Its values."""
        return Whole(self._meta)

    def brief(self) -> NoReturn:
        """Nothing that lists need."""
        raise NotImplementedError

    def html(self) -> str:
        """No body."""
        return ""


def told_of_times(library: Library) -> dict[str, Told]:
    """The messages; `{start}` and `{end}` stand for what was written, `{next}` for the end a day later, `{number}` for which of several."""
    return {
        "backwards": _of_slots(library, {"start": LATER, "end": NOON}, marks={"start": LATER, "end": NOON}),
        "overnight": _of_slots(library, {"start": LATER, "end": NIGHT}, marks={"start": LATER, "end": NIGHT, "next": NEXT})
        | {"before": f"{SMALL_HOURS:%H:%M}"},
        "uneven": _of_slots(library, {"start": NOON, "end": "2099-12-31"}, code="E403"),
        "mixed": _of_slots(library, {"start": NOON}, {"start": "2099-12-30"}),
        "overlap": _of_slots(library, {"start": NOON, "end": LATER}, {"start": "2099-12-31 12:30"}, marks={"number": "1"}),
        "programme": _said(library, "programme", Programme, _BACKWARDS, _BACKWARDS),
    }


def _of_slots(library: Library, *slots: dict[str, str], marks: dict[str, str] | None = None, code: str = "") -> Told:
    return _said(library, "event", Event, {"slots": list(slots)}, marks or {}, code)


def _said(library: Library, kind: str, model: type[Common], keys: dict[str, Any], marks: dict[str, str], code: str = "") -> Told:
    """What the rule says first (or first of a code), and no further; what it reads of the library is no part of a page."""
    made = Contribution[Common](kind, "essai", Sums(b"", b"", b""), _MadeUp(model.model_validate({**KEYS, **keys})))
    with recorded():
        return words(next(finding for finding in times(library, made, Path()) if code in finding.code), marks)
