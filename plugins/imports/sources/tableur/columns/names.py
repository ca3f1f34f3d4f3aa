"""What people call the columns of sheets: our keys, their French labels, what others say, and what whoever keeps a table does."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path as File

from contributions.judging.other_names import names as other_names
from contributions.judging.structure import declared_at, field_at, group_at, keys_of
from contributions.models import KINDS
from contributions.words.spelling import form_of

TABLE = File(__file__).with_suffix(".toml")
LITTLE = frozenset("de du des d la le les l en a au aux un une et".split())
"""Words that make no difference in a heading that has others."""
SAME: Mapping[str, str] = {
    **dict.fromkeys(("nb", "nbre", "nbr", "nombres"), "nombre"),
    **dict.fromkeys(("max", "maxi", "maximal", "maximale"), "maximum"),
    **dict.fromkeys(("mini", "minimal", "minimale"), "minimum"),
    "temps": "duree",
}
OF_SHOWINGS = frozenset({"@day", "@until", "@from", "@to", "@hours", "@slots"})
"""What tells the days and hours of an event in several columns."""

APART = frozenset({"loans", "versions", "imported"})
"""Keys that no column of a kind's sheet has."""

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Where the cells of a column go: the path of a key, or a role (« @body »: columns.toml), and what its heading says besides.

    `entry`: of which entry of a list of groups it is, from 0. `exact`: it is called by the key itself, whose unit is in its name.
    `guessed`: the name that its letters resemble, where nothing else is known.
    """

    heading: str
    path: Path = ()
    role: str = ""
    implied: tuple[tuple[Path, str], ...] = ()
    unit: str = ""
    entry: int = 0
    exact: bool = False
    guessed: str = ""

    @property
    def target(self) -> tuple[Path, str, int]:
        """What two columns must not both have."""
        return self.path, self.role, self.entry


def form(heading: str) -> str:
    """A heading as it is compared: without articles, plurals and marks.

    >>> form("Nb de panneaux"), form("Nombre panneaux")
    ('nombre panneau', 'nombre panneau')
    """
    known = form_of(heading)
    words = [SAME.get(word, SAME.get(one, one)) for word, one in zip(known.parts, known.singular, strict=True)]
    return " ".join([word for word in words if word not in LITTLE] or words)


def called(kind: str, found: Column) -> str:
    """What a column is called in French."""
    if found.role:
        return ROLES.get(found.role, found.role)
    labels = [declared_at(KINDS[kind], found.path[: depth + 1])[0] for depth in range(len(found.path))]
    return " : ".join(label for label in labels if label) or ".".join(found.path)


ROLES: Mapping[str, str] = {
    "@body": "Texte", "@identity": "Référence", "@organiser": "Structure", "@size": "Dimensions", "@slots": "Dates et horaires",
    "@day": "Date", "@until": "Date de fin", "@from": "Heure de début", "@to": "Heure de fin", "@hours": "Horaires", "@reach": "Contact",
    "@picture": "Image", "@wheelchairs": "Accès PMR", "@person": "Responsable",
}  # fmt: skip


@cache
def known_names(kind: str) -> Mapping[str, Column]:
    """Every name of a column of a kind, as `form` writes it; what is said first of a name holds."""
    found: dict[str, Column] = {}
    for name, one in _all_names(kind):
        found.setdefault(form(name), one)
    return found


def _all_names(kind: str) -> Iterator[tuple[str, Column]]:
    paths = paths_of(kind)
    for path in paths:
        if len(path) > 1:  # « place.city » can be nothing else
            yield ".".join(path), Column("", path, exact=True)
    yield from own_names(kind)
    for path in paths:
        yield ".".join(path), Column("", path, exact=True)
        yield called(kind, Column("", path)), Column("", path)
    same, near = _of_others(kind)
    yield from _in_groups(kind, same)
    for path in paths:
        for name in same.get(path, ()):
            yield name, Column("", path)
    for path in _alone(paths, lambda path: path[-1]):
        yield path[-1], Column("", path, exact=True)
    for path in _alone(paths, lambda path: form(declared_at(KINDS[kind], path)[0])):
        yield declared_at(KINDS[kind], path)[0], Column("", path)
    for path in paths:
        for name in near.get(path, ()):
            yield name, Column("", path, guessed=called(kind, Column("", path)))


def _of_others(kind: str) -> tuple[Mapping[Path, list[str]], Mapping[Path, list[str]]]:
    """What other_names.toml calls the keys: what means the same, and what only is about the same."""
    same: dict[Path, list[str]] = defaultdict(list)
    near: dict[Path, list[str]] = defaultdict(list)
    for name, meanings in other_names().keys.items():
        for meaning in meanings:
            (same if meaning.same else near)[meaning.path].append(name)
    return same, near


def _in_groups(kind: str, others: Mapping[Path, list[str]]) -> Iterator[tuple[str, Column]]:
    """The keys of groups behind the names of their groups: « Lieu commune »."""
    model = KINDS[kind]
    own: dict[Path, dict[str, Column]] = defaultdict(dict)
    for name, one in own_names(kind):
        own[one.path].setdefault(name, one)
    for path in paths_of(kind):
        if len(path) == 2:
            groups = {path[0], declared_at(model, path[:1])[0], *others.get(path[:1], ())}
            leaves = {path[1], declared_at(model, path)[0], *others.get(path, ()), *own.get(path, ())}
            for group, leaf in product(sorted(groups), sorted(leaves)):
                yield f"{group} {leaf}", own[path].get(leaf, Column("", path))


def _alone(paths: Iterable[Path], by: Callable[[Path], str]) -> Iterator[Path]:
    """The keys of groups whose name no other has."""
    inner = [path for path in paths if len(path) == 2]
    names = [by(path) for path in inner]
    yield from (path for path, name in zip(inner, names, strict=True) if name and names.count(name) == 1)


@cache
def paths_of(kind: str) -> tuple[Path, ...]:
    """The keys of a kind and those of its groups, but for what has sheets of its own, or is nobody's to write."""
    model = KINDS[kind]
    keys = [key for key in keys_of(model) if key not in APART]
    return tuple(path for key in keys for path in ((key,), *((key, inner) for inner in keys_of(group_at(model, (key,))))))


@cache
def own_names(kind: str) -> tuple[tuple[str, Column], ...]:
    """The names of columns.toml, the kind's own first."""
    tables = tomllib.loads(TABLE.read_text("utf-8"))
    found = []
    for table in (tables.get(kind, {}), tables["all"]):
        for goal, names in table.items():
            first, *more = goal.split(" ")
            group = first.partition(".")[0]
            implied = tuple(((group, key), value) for key, _equal, value in (each.partition("=") for each in more))
            path = () if first.startswith("@") else tuple(first.split("."))
            if not path or (field_at(KINDS[kind], path) is not None and path[0] not in APART):
                found += [(name, Column("", path, first if not path else "", implied)) for name in names]
    return tuple(found)
