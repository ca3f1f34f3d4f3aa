"""Compose the front matter and the body of a record, before the check has seen them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contributions.geography.towns import Towns
from contributions.judging.wordings import UNKNOWN, priced
from contributions.library.library import Library
from contributions.models import KINDS
from contributions.problems.problem import Location
from contributions.region.import_map import ImportMap
from contributions.words.folding import folded
from contributions.words.hidden import visible
from imports.drafts.mapping import mapped
from imports.drafts.placing import placed
from imports.drafts.values import clean, line, named
from imports.taken import Refusal, Taken
from imports.texts import MOST, summary

MOST_TITLE = 140
CARRIED = ("date", "updated", "sequence", "id")
"""Keys of a file that an import leaves as they are there."""
IMAGES = "images/imports/"


@dataclass(slots=True)
class Draft:
    """A record on its way: values and body until the check takes them, what it lacks, and what could not be taken of it."""

    taken: Taken
    id: str
    slug: str
    values: dict[str, Any]
    body: str
    lacking: tuple[str, ...] = ()
    """What it lacks, in sentences: then it is a draft."""
    told: list[Refusal] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.taken.kind

    def refuse(self, location: Location, message: str) -> None:
        """Note that a value could not be taken."""
        place = named(location)
        self.told.append(Refusal(f"{self.taken.at}, {place}" if place else self.taken.at, message))


@dataclass(frozen=True, slots=True)
class Rules:
    """What records of a source are composed by."""

    source: str
    table: ImportMap
    library: Library
    today: date
    towns: Towns


def composed(taken: Taken, id: str, slug: str, rules: Rules, carried: Mapping[str, Any]) -> Draft:
    """A record as front matter and body; `carried` is the front matter of its file, where there is one."""
    draft = Draft(taken, id, slug, clean(mapped(taken, rules.table, rules.library)), _text(taken.body))
    keys = {field.alias or name for name, field in KINDS[taken.kind].model_fields.items()}
    _titled(draft)
    _summed_up(draft)
    _located(draft, rules.towns)
    _priced(draft)
    if "date" in keys:
        created = min(taken.created or rules.today, rules.today)
        draft.values["date"] = draft.values.get("date") or created.isoformat()
    draft.values |= {key: carried[key] for key in CARRIED if key in keys and key in carried}
    aliases = [*carried.get("aliases", ()), *_list(draft.values.get("aliases"))]
    if aliases:
        draft.values["aliases"] = list(dict.fromkeys(aliases))
    picture = carried.get("image")
    if isinstance(picture, dict) and str(picture.get("src", "")).startswith(IMAGES) and "image" not in draft.values:
        draft.values["image"] = picture
    others = draft.values.get("external_ids")
    draft.values["external_ids"] = {**(others if isinstance(others, dict) else {}), rules.source: id}
    return draft


def _text(body: str) -> str:
    """A body without what nothing shows, its lines ended as ours are."""
    return visible(body.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _titled(draft: Draft) -> None:
    title = draft.values.get("title")
    if isinstance(title, str) and len(title) > MOST_TITLE:
        draft.values["title"] = summary(title, MOST_TITLE)
        draft.refuse(("title",), f"Ce titre a {len(title)} caractères : il est coupé à {MOST_TITLE}.")


def _summed_up(draft: Draft) -> None:
    """A summary that fits; what is cut of it opens the body, where that does not say it."""
    given = draft.values.get("summary")
    if not isinstance(given, str):
        if given is None and draft.body and (found := line(summary(draft.body))):
            draft.values["summary"] = found
        return
    if len(given) > MOST:
        draft.values["summary"] = line(summary(given))
        if folded(given) not in folded(draft.body):
            draft.body = f"{given}\n\n{draft.body}".strip()


def _located(draft: Draft, towns: Towns) -> None:
    """Every place, matched with the towns that are known."""
    values = draft.values
    groups: list[tuple[Location, dict[str, Any]]] = []
    if isinstance(values.get("place"), dict):
        groups.append((("place",), values["place"]))
    groups += [(("slots", n, "place"), slot["place"]) for n, slot in _groups(values.get("slots")) if isinstance(slot.get("place"), dict)]
    groups += [(("places", n), place) for n, place in _groups(values.get("places"))]
    for location, group in groups:
        found, told = placed(group, towns)
        more = {key: value for key, value in group.items() if key not in found and key not in {"lat", "lon", "postcode", "insee", "city"}}
        group.clear()
        group.update(found | more)
        for key, message in told:
            draft.refuse((*location, key), message)


def _priced(draft: Draft) -> None:
    """A price in words says whether one pays, where it says that for sure."""
    price = draft.values.get("price")
    if isinstance(price, str):
        price = draft.values["price"] = {"text": price}
    if not isinstance(price, dict) or "free" in price or draft.kind != "event":
        return
    said = priced(str(price.get("text", "")))
    if said["free"] != UNKNOWN:
        price["free"] = said["free"]


def _groups(value: Any) -> list[tuple[int, dict[str, Any]]]:
    return [(number, entry) for number, entry in enumerate(_list(value)) if isinstance(entry, dict)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
