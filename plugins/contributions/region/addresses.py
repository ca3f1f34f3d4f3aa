"""The site's addresses: which there are, which a list keeps for itself, and which may be a contribution's.

Each capability declares its own in `addresses.toml`, beside the pages that answer them:

- `pages`, `files`: addresses, with placeholders (`{year}`, `{theme}`, `{event}`…: SHAPES, and the kinds);
- `lists`: pages that go on at `page/{number}/` below themselves;
- `reserved`: what no contribution may be called, though nothing answers there yet, or what answers is no page;
- `writable`: pages that content/pages/ may give in the place of the site's own;
- `gone`: addresses of pages that were there for a time, with `*` for what differs (and `:name` for what stays), and where one looks on;
- `sections`: the pages that the site plan names first, each with its place among them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote

PATHS = {
    "event": "agenda",
    "exhibition": "outils",
    "article": "articles",
    "announcement": "annonces",
    "resource": "ressources",
    "organisation": "annuaire",
    "programme": "dossiers",
}
"""Kind → first part of its addresses (the contract); a page has none."""
KIND_AT = {path: kind for kind, path in PATHS.items()}
OF_ONE = frozenset({*PATHS, "page"})
"""Placeholders that stand for the slug of a contribution."""
WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SHAPES = {
    "year": r"\d{4}",
    "month": r"\d{4}-\d\d",
    "day": r"\d{4}-\d\d-\d\d",
    "week": r"\d{4}-w\d\d",
    "number": r"[1-9]\d*",
    "code": r"[ew]\d{3}",
    "department": r"[0-9A-Za-z]{1,3}",
    "town": r"[0-9][0-9AB][0-9]{3}",
}
"""What a placeholder looks like; the others are slugs."""
PLACEHOLDER = re.compile(r"\{(\w+)\}")
DECLARED = Path(__file__).resolve().parents[2]
"""The folder of the plugins."""

Known = Callable[[str, str], bool]
"""Whether the value of a placeholder exists, by its name: « theme », « astronomie »."""


@dataclass(frozen=True)
class Address:
    """An address with its placeholders: « /agenda/archives/{year}/ »."""

    pattern: str

    @cached_property
    def _shape(self) -> re.Pattern[str]:
        found, end = [], 0
        for placeholder in PLACEHOLDER.finditer(self.pattern):
            name = placeholder[1]
            found += [re.escape(self.pattern[end : placeholder.start()]), f"(?P<{name}>{SHAPES.get(name, WORD)})"]
            end = placeholder.end()
        return re.compile("".join([*found, re.escape(self.pattern[end:])]))

    @property
    def of_a_contribution(self) -> bool:
        """Whether a contribution stands there, or something of it."""
        return not OF_ONE.isdisjoint(PLACEHOLDER.findall(self.pattern))

    def values(self, path: str) -> dict[str, str] | None:
        """The values of the placeholders in a path, or None where it is another one. Outer bars do not count."""
        inner = path.strip("/")
        found = self._shape.fullmatch(f"/{inner}") or self._shape.fullmatch(f"/{inner}/")
        return found.groupdict() if found else None


@dataclass(frozen=True)
class Addresses:
    """All addresses of a site, in the order of the capabilities' names."""

    all: tuple[Address, ...]
    reserved_paths: tuple[str, ...] = ()
    writable: frozenset[str] = frozenset()
    sections: tuple[str, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _kept(self) -> dict[str, frozenset[str]]:
        """First part of an address → the second parts that nobody may have; under "" the first parts."""
        found: dict[str, set[str]] = {first: set() for first in ("", *PATHS.values())}
        for path in (*(address.pattern for address in self.all), *self.reserved_paths):
            first, second = [*path.strip("/").split("/"), ""][:2]
            found[""].add(first.partition(".")[0])
            if first in found:
                found[first].add(second.partition(".")[0])
        return {first: frozenset(filter(re.compile(WORD).fullmatch, parts)) for first, parts in found.items()}

    def reserved(self, kind: str) -> frozenset[str]:
        """The slugs that no contribution of a kind may have: the site's own pages stand at their addresses."""
        kept = self._kept[PATHS.get(kind, "")]
        return kept - {path.strip("/") for path in self.writable} if kind == "page" else kept

    def of_the_site(self, path: str) -> bool:
        """Whether a path is home, a list, or below what a list keeps for itself: no contribution's, whatever there is.

        >>> addresses().of_the_site("/agenda/archives/2025/"), addresses().of_the_site("/agenda/nuit/")
        (True, False)
        """
        inner = plain(path)
        first, second = [*inner.split("/"), ""][:2]
        own = any(address.values(inner) is not None for address in self.all if not address.of_a_contribution)
        return own or second in self._kept.get(first, ())

    def answers(self, path: str, known: Known) -> bool:
        """Whether a page or a file stands at a path; `known` tells which themes, contributions… there are."""
        first = path.strip("/").partition("/")[0]
        for address in (*self._by_first.get(first, ()), *self._by_first.get("", ())):
            values = address.values(path)
            if values is not None and all(known(name, value) for name, value in values.items()):
                return True
        return False

    @cached_property
    def _by_first(self) -> dict[str, tuple[Address, ...]]:
        """Addresses by their first parts; under "" those whose first part is not the same for all."""
        found: dict[str, tuple[Address, ...]] = {}
        for address in self.all:
            first = address.pattern.strip("/").partition("/")[0]
            key = "" if PLACEHOLDER.search(first) else first
            found[key] = (*found.get(key, ()), address)
        return found


def plain(path: str) -> str:
    """A path as hosts read it: escapes read, without outer bars and the name of an index."""
    return unquote(path).strip("/").removesuffix("index.html").strip("/")


def declarations() -> tuple[Path, ...]:
    """The files in which the capabilities declare their addresses."""
    return tuple(sorted(DECLARED.glob("*/addresses.toml")))


@cache
def addresses() -> Addresses:
    """What the capabilities declare."""
    tables = [tomllib.loads(file.read_text("utf-8")) for file in declarations()]
    sections = {path: place for table in tables for path, place in table.get("sections", {}).items()}
    return Addresses(
        tuple(Address(pattern) for table in tables for pattern in _patterns(table)),
        tuple(path for table in tables for path in table.get("reserved", ())),
        frozenset(path for table in tables for path in table.get("writable", ())),
        tuple(sorted(sections, key=sections.__getitem__)),
        tuple(pair for table in tables for pair in table.get("gone", {}).items()),
    )


def _patterns(table: dict[str, list[str]]) -> Iterable[str]:
    lists = table.get("lists", [])
    return (*lists, *(f"{path}page/{{number}}/" for path in lists), *table.get("pages", ()), *table.get("files", ()))
