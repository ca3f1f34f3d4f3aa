"""How dates are read and what is said of wrong ones, as data for the script: the forms of contributions/when.py and its words."""

from __future__ import annotations

from typing import Any

from contribute.form.checks import VALUE, Told, words
from contributions.fields import when
from contributions.fields.fields import Day, Moment
from contributions.models.groups import Model
from contributions.models.validation import validate
from contributions.region.hub import Hub


class _Dates(Model):
    """A key of each sort that asks for more than a year."""

    day: Day | None = None
    moment: Moment | None = None


def dates(hub: Hub) -> dict[str, Any]:
    """Forms (regular expressions), names of months, bounds, and messages in which `{value}`, `{iso}`, `{last}`… stand for what was read."""
    return {
        "form": f"^{_script(when.FORM.pattern)}",
        "clock": _script(when.CLOCK.pattern),
        "written": [_script(pattern.pattern) for pattern in (when.ISO, when.NUMERIC, when.FRENCH)],
        "months": when.MONTHS,
        "earliest": when.EARLIEST,
        "latest": when.LATEST,
        "unreadable": _told(hub, VALUE, {}),
        "meant": _told(hub, "31/12/2099", {"value": "31/12/2099", "iso": "2099-12-31"}),
        "improbable": _told(hub, "9876-01-01", {"value": "9876-01-01", "year": "9876"}),
        "month": _told(hub, "2019-77-01", {"value": "2019-77-01", "month": "77"}),
        "days": _told(hub, "2019-06-39", {"value": "2019-06-39", "name": "Juin", "year": "2019", "last": "30"}),
        "imprecise": {"day": _told(hub, "2019-06", {"value": "2019-06"}), "moment": _told(hub, "2019-06", {"value": "2019-06"}, "moment")},
    }


def _told(hub: Hub, text: str, marks: dict[str, str], sort: str = "day") -> Told:
    _value, findings = validate(_Dates, {sort: text}, hub.vocabularies)
    return words(findings[0], marks)


def _script(pattern: str) -> str:
    """The end of a text and the names of its parts, as JavaScript writes them."""
    return pattern.replace(r"\Z", "$").replace("(?P<", "(?<")
