"""Keep the names by which calendars know the showings of an event, when its source gives them other hours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contributions.fields.when import When, WhenError
from contributions.record.identity import compact

Slot = dict[str, Any]


def keep_names(values: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """Give the slots of a draft the `id` that those of its file have, or need where one has moved (content-model.md, « Identity »).

    A slot is the one that began when it does; one that begins anew has moved where it stands in the place of the only one that is gone.
    Sources know no identity of a showing, so that two moves at once are not told apart.
    """
    old, new = _slots(before), _slots(values)
    ids = {slot["start"]: slot["id"] for slot in old if "id" in slot}
    for slot in new:
        if slot["start"] in ids:
            slot["id"] = ids[slot["start"]]
    gone = [place for place, slot in enumerate(old) if not any(slot["start"] == other["start"] for other in new)]
    come = [place for place, slot in enumerate(new) if not any(slot["start"] == other["start"] for other in old)]
    if len(old) == len(new) and len(gone) == 1 and gone == come:
        name = _name(old[gone[0]])
        if name and name not in map(_name, new):
            new[gone[0]]["id"] = name


def _slots(values: Mapping[str, Any]) -> list[Slot]:
    slots = values.get("slots")
    return [slot for slot in slots if isinstance(slot, dict) and "start" in slot] if isinstance(slots, list) else []


def _name(slot: Slot) -> str:
    """How calendars call a slot; empty where its start is no date."""
    try:
        return str(slot.get("id") or compact(When.parse(str(slot["start"]))))
    except WhenError:
        return ""
