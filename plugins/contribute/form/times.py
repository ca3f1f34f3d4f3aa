"""What is said of times that do not fit together, as data for the script: asked of the rules, on events made up for it."""

from __future__ import annotations

from contribute.form.made_up import told_by
from contribute.form.probe import Told
from contributions.fields.when import SMALL_HOURS
from contributions.library.library import Library
from contributions.rules.events import times

NOON, LATER = "2099-12-31 12:00", "2099-12-31 13:00"
NIGHT, NEXT = "2099-12-31 01:00", "2100-01-01 01:00"
_BACKWARDS = {"start": "2099-12-31", "end": "2099-12-30"}


def told_of_times(library: Library) -> dict[str, Told]:
    """The messages; `{start}` and `{end}` stand for what was written, `{next}` for the end a day later, `{number}` for which of several."""
    return {
        "backwards": _of_slots(library, {"start": LATER, "end": NOON}, marks={"start": LATER, "end": NOON}),
        "overnight": _of_slots(library, {"start": LATER, "end": NIGHT}, marks={"start": LATER, "end": NIGHT, "next": NEXT})
        | {"before": f"{SMALL_HOURS:%H:%M}"},
        "uneven": _of_slots(library, {"start": NOON, "end": "2099-12-31"}, code="E403"),
        "mixed": _of_slots(library, {"start": NOON}, {"start": "2099-12-30"}),
        "overlap": _of_slots(library, {"start": NOON, "end": LATER}, {"start": "2099-12-31 12:30"}, marks={"number": "1"}),
        "programme": told_by(times, library, "programme", _BACKWARDS, _BACKWARDS),
    }


def _of_slots(library: Library, *slots: dict[str, str], marks: dict[str, str] | None = None, code: str = "") -> Told:
    return told_by(times, library, "event", {"slots": list(slots)}, marks or {}, code)
