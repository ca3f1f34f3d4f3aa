"""What the host says with each answer: the table headers.toml as rules, one for each top-level path, and as the text of /_headers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from contributions.library.library import Library
from contributions.region.addresses import PLACEHOLDER, Addresses, addresses
from contributions.region.hub import Hub

FILE = Path(__file__).with_name("headers.toml")
POLICY = "Content-Security-Policy"
ROBOTS = "X-Robots-Tag"
EVERYWHERE = "/*"
HOME = "/index.html"
"""Another address of « / », for whoever types it."""
OF_A_PAGE = "{page}"
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?")
"""What a policy can name of a site (CSP 3, section 2.3.1: host-source)."""

Values = Mapping[str, str]
"""Name of a header → its value."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said of all addresses that fit a path, in which `*` is anything and `:name` one part."""

    path: str
    values: Values

    def fits(self, path: str) -> bool:
        """Whether it is said of an address, by the widest reading that a host is known to make: Netlify's own parser's."""
        return _shape(self.path).fullmatch(path) is not None


@cache
def _shape(path: str) -> re.Pattern[str]:
    """@netlify/headers-parser, for_regexp.js: `/x/*` is whatever begins with /x, a bar at the end counts for nothing, nor does case."""
    parts = ("[^/]+" if part.startswith(":") else "?.*" if part == "*" else part.replace("*", ".*") for part in path.split("/") if part)
    return re.compile(f"/{'/'.join(parts)}/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Apart:
    """A top-level path below which a file has headers of its own: the addresses below it that have a page's, and those of the file."""

    pages: tuple[str, ...]
    own: Rule


@dataclass(frozen=True, slots=True)
class Table:
    """What headers.toml says. `own` and `apart` are by top-level path (« /documents/ »)."""

    everywhere: Values
    pages: Values
    own: Mapping[str, Values] = field(default_factory=lambda: MappingProxyType({}))
    some: tuple[Rule, ...] = ()
    apart: Mapping[str, Apart] = field(default_factory=lambda: MappingProxyType({}))


@cache
def table() -> Table:
    """The table of headers.toml."""
    read = tomllib.loads(FILE.read_text("utf-8"))
    return Table(
        _values(read["everywhere"]),
        _values(read["pages"]),
        {path: _values(own) for path, own in read["own"].items()},
        tuple(Rule(path, _values(entry)) for entry in read["some"] for path in entry["for"]),
        {path: Apart(tuple(found["pages"]), Rule(found["file"], _values(read["apart"]))) for path, found in read["apart"]["below"].items()},
    )


def _values(entry: Mapping[str, object]) -> Values:
    return {name: " ".join(value.split()) for name, value in entry.items() if isinstance(value, str)}


def rules(table: Table, known: Addresses, pages: Iterable[str]) -> Iterator[Rule]:
    """The rules of a table for the addresses of a site and the slugs of its pages: for any address, no two give one name two values."""
    paths = (*_top_level(known), HOME, *(f"/{slug}/" for slug in pages), *table.own)
    top = {path: table.own.get(path, table.pages) for path in sorted(paths)}
    yield Rule(EVERYWHERE, table.everywhere)
    for path, values in top.items():
        if path in table.apart:
            yield from (Rule(shape, values) for shape in table.apart[path].pages)
            yield table.apart[path].own
            continue
        others = [other for other in top if top[other] != values or other in table.apart]
        yield from (Rule(shape, values) for shape in _shapes(path, others))
    yield from table.some


def _top_level(known: Addresses) -> Iterator[str]:
    """« / », « /agenda/ », « /robots.txt »: what the capabilities publish or keep at the top, but pages and the host's files."""
    for pattern in (*(address.pattern for address in known.all), *known.reserved_paths):
        first, bar, _rest = pattern.removeprefix("/").partition("/")
        if first != OF_A_PAGE and not first.startswith("_"):
            yield f"/{PLACEHOLDER.sub('*', first)}{bar}"


def _shapes(path: str, others: Iterable[str]) -> tuple[str, ...]:
    """What fits a top-level path and all below it, and none of the others that only begin like it, as /documents-utiles/ may for a host."""
    if path == "/" or not path.endswith("/"):
        return (path,)
    if any(other.startswith(path.removesuffix("/")) for other in others):
        return path, f"{path}:file", f"{path}:folder/*"
    return (f"{path}*",)


def headers(library: Library) -> str:
    """The text of /_headers for a site; a preview is for no search engine, whatever the file."""
    said = table()
    kept = {ROBOTS: "noindex"} if library.drafts else {}
    some = tuple(Rule(rule.path, {name: value for name, value in rule.values.items() if name not in kept}) for rule in said.some)
    values = Table({**said.everywhere, **kept}, {**said.pages, POLICY: _policy(library.hub)}, said.own, some, said.apart)
    return "".join(f"{_text(rule)}\n" for rule in rules(values, addresses(), (page.slug for page in library.pages)))


def _text(rule: Rule) -> str:
    return "\n".join([rule.path, *(f"  {name}: {value}" for name, value in rule.values.items())])


def read(text: str) -> tuple[Rule, ...]:
    """The rules of a /_headers that `headers` wrote."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append((line, {}))
        elif line.strip():
            name, _, value = line.partition(":")
            found[-1][1][name.strip()] = value.strip()
    return tuple(Rule(path, values) for path, values in found)


def _policy(hub: Hub) -> str:
    return " ".join(table().pages[POLICY].replace("{letter}", _letter(hub)).split()).replace(" ;", ";")


def _letter(hub: Hub) -> str:
    """The site to which the form of the letter is sent, as a policy names it; nothing where it has no such name."""
    try:
        parts = urlsplit(hub.newsletter.action_url if hub.newsletter and hub.newsletter.action_url else "")
        host = parts.netloc.rpartition("@")[2].encode("idna").decode().lower()
    except ValueError:
        return ""
    return f"{parts.scheme.lower()}://{host}" if HOST.fullmatch(host) else ""


def policy_of_a_page_anywhere(hub: Hub) -> str:
    """The policy of pages as a page can say it by itself: who may frame it is for the host alone to say (CSP 3, section 3.3)."""
    return "; ".join(part for part in _policy(hub).split("; ") if not part.startswith("frame-ancestors"))
