"""What the words of a source mean here: by its map, and where they are the very words of our vocabularies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from contributions.library.library import Library
from contributions.models import KINDS
from contributions.models.common import Contributed
from contributions.models.needs import Need
from contributions.region.import_map import ImportMap
from contributions.words.folding import folded
from contributions.words.spelling import joined
from imports.drafts.values import NOTHING
from imports.taken import Taken

MOST_THEMES = 3
RIVALS = (("organisation", "publisher"), ("slots", "recurrence"), ("url", "file"))
"""Keys of which one does; where a source gives one, `default` does not give another."""


def mapped(taken: Taken, table: ImportMap, library: Library) -> dict[str, Any]:
    """The values of a record, and what its words, its organiser and the defaults of the map add to them.

    What the source gives goes before what its words mean, and that before a default.
    """
    keys = {field.alias or name for name, field in KINDS[taken.kind].model_fields.items()}
    values = {key: value for key, value in taken.values.items() if value not in NOTHING}
    found = {**_of_words(taken, table, library), **_of_organiser(taken, table, library)}
    for more in (found, table.default):
        given = values.keys() | {other for one in RIVALS if not values.keys().isdisjoint(one) for other in one}
        values |= {key: value for key, value in more.items() if key in keys and key not in given and value not in NOTHING}
    return values


def unmapped(taken: Taken, table: ImportMap, library: Library) -> tuple[str, ...]:
    """The words of a record that mean nothing here: whoever keeps the map may give them a meaning."""
    return tuple(
        word
        for word in dict.fromkeys(taken.words)
        if not any(_ours(name, word, table, vocabulary) for name, vocabulary in _vocabularies(taken.kind, library))
    )


def needed(kind: str) -> frozenset[str]:
    """The keys that a kind needs: by itself, or because of another."""
    model = KINDS[kind]
    required = {field.alias or name for name, field in model.model_fields.items() if field.is_required()}
    return frozenset(required.union(*(need.any_of for need in model.needs if isinstance(need, Need))))


def _of_words(taken: Taken, table: ImportMap, library: Library) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for name, vocabulary in _vocabularies(taken.kind, library):
        meant = [_ours(name, word, table, vocabulary) for word in taken.words]
        found[name] = list(dict.fromkeys(filter(None, meant)))
    by_map = [slug for word in taken.words if (slug := table.by_word["categories"].get(folded(word)))]
    known = library.hub.all_categories.get(taken.kind, {})
    chosen = [slug for slug in by_map if slug in known] or (found["categories"] if len(found["categories"]) == 1 else [])
    return {"category": chosen[0] if chosen else "", "themes": found["themes"][:MOST_THEMES], "audiences": found["audiences"]}


def _vocabularies(kind: str, library: Library) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield "themes", library.hub.themes
    yield "audiences", library.hub.audiences
    yield "categories", library.hub.all_categories.get(kind, {})


def _ours(name: str, word: str, table: ImportMap, vocabulary: Mapping[str, Any]) -> str:
    """The word of a vocabulary that one of the source means; empty where it means none."""
    meant = table.by_word[name].get(folded(word), "")
    if meant in vocabulary:
        return meant
    same = joined(word)
    labels = {slug: str(getattr(label, "label", label)) for slug, label in vocabulary.items()}
    return next((slug for slug, label in labels.items() if same and same in {joined(slug), joined(label)}), "")


def _of_organiser(taken: Taken, table: ImportMap, library: Library) -> dict[str, Any]:
    """Who publishes: an organisation of the directory by the map or by its very title, else a name."""
    name = " ".join(taken.organiser.split())
    if not name or not issubclass(KINDS[taken.kind], Contributed):
        return {}
    known = library.titled.get(f"organisation/{joined(name)}", ())
    slug = table.by_word["organisers"].get(folded(name)) or (known[0] if len(known) == 1 else "")
    return {"organisation": slug} if slug else {"publisher": {"name": name}}
