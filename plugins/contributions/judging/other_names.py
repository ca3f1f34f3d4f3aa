"""What other tools and French habits call the keys of contributions, and the words of the contract: the table other_names.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from contributions.words.spelling import joined, marked, spelt_alike

TABLE = Path(__file__).with_suffix(".toml")
APART = ("yes_no", "none", "values", "hints")
"""Tables that are no key."""
YES, NO = frozenset({"true", "oui", "yes", "1"}), frozenset({"false", "non", "no", "0"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """A key that a name stands for: where it stands, whether it means the same, what to say beside it.

    `inside`: only where the name stands in the key's group already.
    """

    path: tuple[str, ...]
    same: bool
    note: str = ""
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Switch:
    """A name behind which others say yes or no, and the key that says it with one of two words."""

    path: tuple[str, ...]
    yes: str
    no: str

    def word(self, written: str) -> str:
        """What the key says; empty where neither yes nor no is written."""
        said = "" if marked(written) else joined(written)
        return self.yes if said in YES else self.no if said in NO else ""


@dataclass(frozen=True, slots=True)
class Names:
    """The whole table, each part by the form in which its names are compared."""

    keys: Mapping[str, tuple[Meaning, ...]]
    switches: Mapping[str, tuple[Switch, ...]]
    none: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    """By key: what others write → the word of the contract."""
    hints: Mapping[str, Mapping[str, str]]
    """The same, of what may only be meant."""


def meanings(name: str) -> tuple[Meaning, ...]:
    """The keys that a name may stand for, the likeliest first.

    >>> [meaning.path for meaning in meanings("Code postal")]
    [('place', 'postcode'), ('places', 'postcode')]
    """
    return _found(name, names().keys)


def switches(name: str) -> tuple[Switch, ...]:
    """The keys that say with a word what others say with yes or no under a name."""
    return _found(name, names().switches)


def no_place(name: str) -> str:
    """Why a name has no key here, and what to do; empty where the table does not know it."""
    known = names().none
    return known.get(name) or known.get(joined(name), "")


def other_word(key: str, written: str) -> str:
    """The word of the contract that others write so behind a key; empty where the table does not know it.

    >>> other_word("event_status", "EventCancelled")
    'annule'
    """
    known = names().words.get(key, {})
    return known.get(spelt_alike(written, known), "")


def hinted(key: str, written: str) -> str:
    """The word of the contract that may be meant behind a key, and is for its author to choose; empty where the table knows none.

    >>> hinted("state", "À confirmer")
    'option'
    """
    known = names().hints.get(key, {})
    return known.get(spelt_alike(written, known), "")


def _found(name: str, table: Mapping[str, tuple[Any, ...]]) -> tuple[Any, ...]:
    exact = table.get(name, ()) if name.isupper() else ()
    return tuple(dict.fromkeys((*exact, *table.get(joined(name), ()))))


@cache
def names() -> Names:
    """The table, read once."""
    tables = tomllib.loads(TABLE.read_text("utf-8"))
    keys: dict[str, tuple[Meaning, ...]] = {}
    for path, row in tables.items():
        if path not in APART:
            for same in (True, False):
                meaning = Meaning(tuple(path.split(".")), same, row.get("note", ""), row.get("inside", False))
                _add(keys, row.get("names" if same else "near", ()), meaning)
    turned: dict[str, tuple[Switch, ...]] = {}
    for row in tables["yes_no"]:
        _add(turned, row["names"], Switch(tuple(row["key"].split(".")), row["yes"], row["no"]))
    none = {_form(name): row["note"] for row in reversed(tables["none"]) for name in row["names"]}
    return Names(keys, turned, none, _turned(tables["values"]), _turned(tables["hints"]))


def _turned(tables: Mapping[str, Mapping[str, list[str]]]) -> dict[str, dict[str, str]]:
    """What others write → the word of the contract, by key."""
    return {key: {other: word for word, others in rows.items() for other in others} for key, rows in tables.items()}


def _add(table: dict[str, tuple[Any, ...]], written: Iterable[str], meant: Any) -> None:
    for name in written:
        table[_form(name)] = (*table.get(_form(name), ()), meant)


def _form(name: str) -> str:
    """A name as it is looked up: in capitals as it stands, any other without case, accents and marks."""
    return name if name.isupper() else joined(name)
