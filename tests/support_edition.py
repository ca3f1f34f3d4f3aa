"""An edition of a festival counted from its files, by hand: what its pages say is compared with this."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

import yaml

from support import Tree
from support_festival import MIDST, SLUG

GROUPS = ("slots", "place", "price", "accessibility", "school_booking", "programmes")
"""What an animation has of its parent where it leaves it out; without days of its own, that it is called off too."""
Keys = dict[str, Any]


class Counted:
    """The edition, counted from its files."""

    def __init__(self, tree: Tree) -> None:
        files = {path: text for path, text in tree.items() if path.startswith("events/")}
        self.written = {path.rpartition("/")[2].removesuffix(".md"): _front_matter(str(text)) for path, text in files.items()}
        published = {slug: self._whole(keys) for slug, keys in self.written.items() if _published(keys)}
        self.events = {slug: keys for slug, keys in published.items() if SLUG in (keys.get("programmes") or [])}
        self.on = {slug: keys for slug, keys in self.events.items() if any(state(keys, slot) != "annule" for slot in keys["slots"])}

    def _whole(self, keys: Keys) -> Keys:
        parent = self.written.get(keys.get("parent", ""), {})
        found = {**{key: parent[key] for key in GROUPS if key in parent}, **keys}
        if "slots" not in keys and "event_status" in parent:
            found.setdefault("event_status", parent["event_status"])
        return found

    def towns(self, events: Iterable[str]) -> dict[str, set[str]]:
        """INSEE codes of towns, each with the events that have a showing there which is not called off."""
        found = defaultdict(set)
        for slug in events:
            keys = self.events[slug]
            for slot in keys["slots"]:
                if keys.get("mode") != "en-ligne" and state(keys, slot) not in {"annule", "passe-en-ligne"}:
                    found[(slot.get("place") or keys["place"])["insee"]].add(slug)
        return found

    def on_day(self, events: Iterable[str], day: date) -> set[str]:
        """The events that have a showing on a day."""
        spans = {
            slug: [(slot["start"][:10], slot.get("end", slot["start"])[:10]) for slot in self.events[slug]["slots"]] for slug in events
        }
        return {slug for slug, shown in spans.items() if any(first <= day.isoformat() <= last for first, last in shown)}

    def organisers(self) -> set[str]:
        """Slugs and names of who publishes what takes place."""
        return {keys.get("organisation") or keys["publisher"]["name"] for keys in self.on.values()}

    def schools(self) -> set[str]:
        """The events with a showing for schools alone."""
        return {slug for slug, keys in self.events.items() if any(slot.get("for") == "scolaires" for slot in keys["slots"])}

    def visitors(self) -> dict[tuple[str, str], int]:
        """Sums by public and method."""
        sums: dict[tuple[str, str], int] = defaultdict(int)
        for keys in self.on.values():
            above = [(one["measure"], one.get("public")) for one in self.on.get(keys.get("parent", ""), {}).get("results", ())]
            for one in keys.get("results", ()):
                if one["measure"] == "visiteurs" and (one["measure"], one.get("public")) not in above:
                    sums[one["public"], one["method"]] += int(one["value"])
        return sums


def _front_matter(text: str) -> Keys:
    found: Keys = yaml.load(text.split("---\n")[1], yaml.BaseLoader)
    return found


def _published(keys: Keys) -> bool:
    return keys.get("status") != "brouillon" and keys.get("visibility") != "reserve" and keys["date"] <= MIDST.isoformat()


def state(keys: Keys, slot: Keys) -> str:
    return str(slot.get("status") or keys.get("event_status") or "programme")
