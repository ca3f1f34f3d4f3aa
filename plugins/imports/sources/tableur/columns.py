"""What the columns of a sheet are, whatever they are called: our keys, their French labels, what others and owners of tables call them."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product
from pathlib import Path as File

from contributions.fields.measures import UNITS
from contributions.judging.other_names import names as other_names
from contributions.judging.structure import declared_at, field_at, group_at, keys_of, shape_of
from contributions.models import KINDS
from contributions.words.folding import ascii_of
from contributions.words.spelling import denies, form_of

TABLE = File(__file__).with_suffix(".toml")
NEAR = 84
"""Likeness (0–100) from which on letters alone propose a column."""
LONGEST = 120
"""Characters of a heading."""
SHORT = 4
"""Letters of a heading below which letters alone say nothing."""
LITTLE = frozenset("de du des d la le les l en a au aux un une et".split())
"""Words that make no difference in a heading that has others."""
SAME: Mapping[str, str] = {
    **dict.fromkeys(("nb", "nbre", "nbr", "nombres"), "nombre"),
    **dict.fromkeys(("max", "maxi", "maximal", "maximale"), "maximum"),
    **dict.fromkeys(("mini", "minimal", "minimale"), "minimum"),
    "temps": "duree",
}
BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]]")
IN_UNIT = re.compile(r"(?:\ben|/|,)\s+(?P<unit>\S+(?: (?:carrés?|cubes?|linéaires?))?)\s*\Z", re.IGNORECASE)
ENTRY = re.compile(r"(?<!\w)(?<!\d[.,])(?:n°\s*)?(?P<number>[1-9])(?!\w|[.,]\d)")
UNIT_WORDS: Mapping[str, str] = {
    **{word: word for _one, known in UNITS.values() for word in known},
    "kgs": "kg", "kilogrammes": "kg", "kilos": "kg", "cms": "cm", "centimetres": "cm", "metres": "m", "mètres": "m", "mn": "min",
    "minutes": "min", "heures": "h", "jours": "jour", "semaines": "semaine", "euros": "euro", "m2": "m2", "m²": "m2", "m3": "m3",
    "m³": "m3", "litres": "litre",
}  # fmt: skip
OF_SHOWINGS = frozenset({"@day", "@until", "@from", "@to", "@hours", "@slots"})
"""What tells the days and hours of an event in several columns."""

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


def column(kind: str, heading: str) -> Column | None:
    """The column that a heading names; None where nothing is near.

    >>> column("exhibition", "Poids (kg)").path, column("event", "Lieu : commune").path, column("event", "lieu_commune").path
    (('format', 'weight_kg'), ('place', 'city'), ('place', 'city'))
    """
    if found := understood(kind, heading):
        return found
    near = _near(kind, heading)
    return replace(near, heading=heading, unit=unit_said(heading)) if near else None


@lru_cache(maxsize=20_000)  # to find the heading row, and the kind, the same cells are asked for again and again
def understood(kind: str, heading: str) -> Column | None:
    """The same, where it is no guess by letters."""
    if len(heading) > LONGEST:
        return None
    for written, entry in _readings(heading):
        if found := _named(kind, written):
            several = shape_of_first(kind, found) == "groups" or found.role in OF_SHOWINGS
            if entry == 0 or several:
                return replace(found, heading=heading, unit=unit_said(heading), entry=entry)
    return None


def shape_of_first(kind: str, found: Column) -> str:
    """The shape of the value of a column's first key."""
    field = field_at(KINDS[kind], found.path[:1])
    return shape_of(field) if field else ""


def unit_said(heading: str) -> str:
    """The unit that a heading names: « Poids (kg) », « Hauteur en cm »; empty where it names none.

    >>> unit_said("Dimensions (L x H, en cm)"), unit_said("Durée de montage en minutes"), unit_said("Poids")
    ('cm', 'min', '')
    """
    insides = [found["inside"] for found in BRACKETS.finditer(heading)]
    if found := IN_UNIT.search(heading):
        insides.append(found["unit"])
    for inside in reversed(insides):
        words = [word.strip(".") for word in re.split(r"[\s,;/:]+", inside) if word]
        for word in reversed(words):  # « L x H, en cm »: letters stand for sides
            if (len(words) == 1 or len(word) > 1) and (unit := UNIT_WORDS.get(word.lower()) or UNIT_WORDS.get(ascii_of(word))):
                return unit
    return ""


def form(heading: str) -> str:
    """A heading as it is compared: without articles, plurals and marks.

    >>> form("Nb de panneaux"), form("Nombre panneaux")
    ('nombre panneau', 'nombre panneau')
    """
    known = form_of(heading)
    words = [SAME.get(word, SAME.get(one, one)) for word, one in zip(known.parts, known.singular, strict=True)]
    return " ".join([word for word in words if word not in LITTLE] or words)


def _readings(heading: str) -> Iterator[tuple[str, int]]:
    """A heading whole, then without what brackets explain, then without the number of its entry."""
    bare = BRACKETS.sub(" ", heading).strip()
    bare = IN_UNIT.sub("", bare) if unit_said(bare) else bare
    yield heading, 0
    yield bare, 0
    if numbered := ENTRY.search(bare):
        yield f"{bare[: numbered.start()]} {bare[numbered.end() :]}".strip(" .:_-").replace("..", "."), int(numbered["number"]) - 1


def _named(kind: str, heading: str) -> Column | None:
    """The column of a heading that is known, whole or, below another one that spans it, by itself."""
    known = known_names(kind)
    if found := known.get(form(heading)):
        return found
    above, colon, below = heading.rpartition(" : ")
    if not colon:
        return None
    over = known.get(form(above))
    return over if over and over.role == "@person" else known.get(form(below))


def _near(kind: str, heading: str) -> Column | None:
    """The column whose name is nearest in letters."""
    from rapidfuzz import fuzz, process  # slow to import, and a sheet of ours never needs it

    bare = BRACKETS.sub(" ", heading)
    own = form(bare.rpartition(" : ")[2])
    if len(own) < SHORT or len(own) > LONGEST:
        return None
    known = known_names(kind)
    words = [name for name in known if len(name) >= SHORT and not denies(own, name)]
    near = process.extractOne(own, words, scorer=fuzz.ratio, score_cutoff=NEAR)
    return replace(known[near[0]], guessed=called(kind, known[near[0]])) if near else None


def called(kind: str, found: Column) -> str:
    """What a column is called in French."""
    if found.role:
        return ROLES.get(found.role, found.role)
    labels = [declared_at(KINDS[kind], found.path[: depth + 1])[0] for depth in range(len(found.path))]
    return " : ".join(label for label in labels if label) or ".".join(found.path)


ROLES: Mapping[str, str] = {
    "@body": "Texte", "@identity": "Référence", "@organiser": "Structure", "@size": "Dimensions", "@slots": "Dates et horaires",
    "@day": "Date", "@until": "Date de fin", "@from": "Heure de début", "@to": "Heure de fin", "@hours": "Horaires", "@reach": "Contact",
    "@picture": "Image", "@person": "Responsable",
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
    own: dict[Path, list[str]] = defaultdict(list)
    for name, one in own_names(kind):
        own[one.path].append(name)
    for path in paths_of(kind):
        if len(path) == 2:
            groups = {path[0], declared_at(model, path[:1])[0], *others.get(path[:1], ())}
            leaves = {path[1], declared_at(model, path)[0], *others.get(path, ()), *own.get(path, ())}
            for group, leaf in product(sorted(groups), sorted(leaves)):
                yield f"{group} {leaf}", Column("", path)


def _alone(paths: Iterable[Path], by: Callable[[Path], str]) -> Iterator[Path]:
    """The keys of groups whose name no other has."""
    inner = [path for path in paths if len(path) == 2]
    names = [by(path) for path in inner]
    yield from (path for path, name in zip(inner, names, strict=True) if name and names.count(name) == 1)


@cache
def paths_of(kind: str) -> tuple[Path, ...]:
    """The keys of a kind and those of its groups."""
    model = KINDS[kind]
    return tuple(path for key in keys_of(model) for path in ((key,), *((key, inner) for inner in keys_of(group_at(model, (key,))))))


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
            if not path or field_at(KINDS[kind], path) is not None:
                found += [(name, Column("", path, first if not path else "", implied)) for name in names]
    return tuple(found)
