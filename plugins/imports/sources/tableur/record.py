"""One row of a sheet as a record: its values in their groups, its text, its words for the map, and what of it could not be taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from contributions.fields.vocabulary import meant
from contributions.judging.structure import field_at, shape_of
from contributions.judging.wordings import reads_as_free
from contributions.models import KINDS
from contributions.region.hub import Hub
from contributions.sheets.loan_columns import FAULT, NOTHING
from contributions.words.hidden import visible
from contributions.words.names import named
from contributions.words.slugs import SLUG
from imports.sheets.workbook import MOST_CELL, Cell
from imports.sources.tableur.columns.names import OF_SHOWINGS, Column
from imports.sources.tableur.soundness import sound
from imports.sources.tableur.texts import alias, in_markdown
from imports.sources.tableur.values.cells import value, yes_or_no
from imports.sources.tableur.values.lists import PARTS, Words
from imports.sources.tableur.values.reach import is_personal, is_private_way, is_service, reached
from imports.sources.tableur.values.showings import showings
from imports.sources.tableur.values.sizes import sizes
from imports.sources.tableur.values.taking import NotTaken, shortened
from imports.taken import Picture
from imports.texts import summary

LONGEST_TITLE = 140
LONGEST_SUMMARY = 200
MOST_THEMES = 3
WAYS = frozenset({("contact", "email"), ("contact", "phone"), ("email",), ("phone",)})
"""Keys of how somebody is reached: of a service alone. A booking has its own, which an event gives for that."""


@dataclass(slots=True)
class Record:
    """What is gathered of a row, cell by cell."""

    kind: str
    hub: Hub
    values: dict[str, Any] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    organiser: str = ""
    identity: str = ""
    pictures: list[Picture] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """The heading of a column, and why its cell was not taken."""
    persons: list[str] = field(default_factory=list)
    """The headings of the columns that said something of a person, which stays out."""
    origins: dict[tuple[str, ...], str] = field(default_factory=dict)
    """The headings by the keys that they gave."""
    said: dict[int, dict[str, Cell]] = field(default_factory=dict)
    """What columns say of each showing."""
    picture: dict[str, str] = field(default_factory=dict)

    def take(self, column: Column, cell: Cell) -> None:
        """Take a cell; what cannot be taken is noted, and nothing else is lost for it."""
        text = visible(cell.text).strip()
        if text in NOTHING:
            return
        try:
            if FAULT.fullmatch(text) or text.startswith("Err:"):
                raise NotTaken(f"« {shortened(text)} » est une erreur de calcul du tableur : écrivez la valeur elle-même.")
            if len(text) > MOST_CELL:
                raise NotTaken(f"Cette case a plus de {MOST_CELL} caractères : un guillemet n’est sans doute pas fermé.")
            self._take(column, Cell(text, cell.sort))
        except NotTaken as why:
            if is_personal(text):  # what is told is read by others, too
                self.persons.append(column.heading)
            else:
                self.refused.append((column.heading, str(why)))

    def _take(self, column: Column, cell: Cell) -> None:
        role, path, text = column.role, column.path, cell.text
        if role == "@person":
            self.persons.append(column.heading)
        elif role == "@body":
            self.body.append(in_markdown(text))
        elif role == "@identity":
            self.identity = " ".join(text.split())[:200]
        elif role == "@organiser" or path in {("organisation",), ("publisher",)}:
            self._owned(column, " ".join(text.split()))
        elif role == "@size":
            for key, number in sizes(text, column.unit, column.heading).items():
                self._put(("format", key), 0, number, column)
        elif role in OF_SHOWINGS or path[:1] == ("slots",):
            self.said.setdefault(column.entry, {})[role or path[-1]] = cell
            self.origins.setdefault(("slots",), column.heading)
        elif role == "@reach":
            found = reached(text)
            for key, way in found.keys.items():
                self._put(("contact", key), 0, way, column)
            self.persons += [column.heading] * found.persons
        elif role == "@wheelchairs":
            if yes_or_no(text) == "true":
                self._put(("accessibility",), 0, ["moteur"], column)
        elif role == "@picture" or path in {("image", "src"), ("image", "alt"), ("image", "credit")}:
            self.picture.setdefault("src" if role else path[-1], " ".join(text.split()))
            self.origins.setdefault(("image",), column.heading)
        else:
            self._take_value(column, cell)

    def _take_value(self, column: Column, cell: Cell) -> None:
        path, text = column.path, cell.text
        if path == ("aliases",):
            self._put(path, 0, [alias(part) for part in PARTS.split(text) if part], column)
        elif path == ("summary",):
            self._summed_up(column, text)
        elif path[0] == "external_ids":
            self._put((*path[:1], path[-1] if len(path) > 1 else "autre"), 0, text, column)
        elif (path in WAYS and is_private_way(text)) or (path == ("contact", "name") and not is_service(text)):
            self.persons.append(column.heading)
        elif path == ("price", "amount") and reads_as_free(text):
            self._put(("price", "free"), 0, "true", column)
        elif path == ("age",) and (public := meant(text, self.hub.audiences)):
            self._put(("audiences",), 0, [public], column)
        else:
            found = value(self.kind, column, cell, self.hub)
            if isinstance(found, Words):
                self.words += found.left
                found = list(found.found)
            if path == ("themes",) and len(set(found)) > MOST_THEMES:
                self.refused.append((column.heading, f"Trois thèmes au plus : « {', '.join(found[MOST_THEMES:])} » n’est pas repris."))
                found = found[:MOST_THEMES]
            self._put(path, column.entry, found, column)
            for implied, said in column.implied:
                self._put(implied, 0, said, column)

    def _owned(self, column: Column, name: str) -> None:
        """Who publishes, by its name, or by the name of its file."""
        if next(named(name), None):
            self.persons.append(column.heading)
            return
        self.organiser = self.organiser or name
        if SLUG.fullmatch(name) and "-" in name:
            self._put(("organisation",), 0, name, column)

    def _summed_up(self, column: Column, text: str) -> None:
        """A summary as long as it may be; what is longer is the beginning of the text."""
        own = " ".join(text.split())
        if len(own) > LONGEST_SUMMARY or "<" in own:
            self.body.insert(0, in_markdown(text))
            own = summary(own)
        self._put(column.path, 0, own, column)

    def _put(self, path: tuple[str, ...], entry: int, said: Any, column: Column) -> None:
        """Write a value at its place: lists go on, a group keeps what it has."""
        if said in ("", [], {}):
            return
        held: Any = self.values
        shape = _several(self.kind, path[:1])
        for part in path[:-1]:
            held = held.setdefault(part, [] if shape and part == path[0] else {})
            if isinstance(held, list):
                held.extend({} for _ in range(entry + 1 - len(held)))
                held = held[entry]
        if isinstance(said, dict) and path[-1] == "city":
            for key, own in said.items():
                held.setdefault(key, own)
        elif isinstance(said, list):
            held[path[-1]] = [*held.get(path[-1], []), *(one for one in said if one not in held.get(path[-1], []))]
        elif isinstance(said, dict) and isinstance(held.get(path[-1]), dict):
            held[path[-1]] = {**said, **held[path[-1]]}
        elif path[-1] in held and held[path[-1]] != said:
            raise NotTaken(f"« {shortened(str(said))} » : une autre colonne dit déjà « {shortened(str(held[path[-1]]))} ».")
        else:
            held[path[-1]] = said
        for depth in range(1, len(path) + 1):
            self.origins.setdefault(path[:depth], column.heading)

    def finish(self) -> None:
        """Join what several columns say together, and leave out what the model refuses."""
        self._shown()
        self._pictured()
        price = self.values.get("price")
        if isinstance(price, dict) and "free" not in price and "amount" in price:
            price["free"] = "true" if float(price["amount"]) == 0 else "false"
        for entry in (one for key in ("links", "documents") for one in self.values.get(key, ()) if "url" in one):
            entry.setdefault("label", urlsplit(entry["url"]).netloc.removeprefix("www.") or entry["url"])
        _without_empty(self.values)
        title = str(self.values.get("title", ""))
        if len(title) > LONGEST_TITLE:
            self.refused.append((self.origins[("title",)], f"Ce titre a plus de {LONGEST_TITLE} caractères : il est coupé à un mot."))
            self.values["title"] = summary(title, LONGEST_TITLE)
        self.values, refused = sound(self.kind, self.values, self.hub)
        for location, message in refused:
            heading = next((self.origins[location[:end]] for end in range(len(location), 0, -1) if location[:end] in self.origins), "")
            self.refused.append((heading, "Cette case n’est pas comprise." if is_personal(message) else message))
        _without_empty(self.values)

    def _shown(self) -> None:
        slots: list[Any] = []
        for parts in self.said.values():
            own = {key: cell.text for key, cell in parts.items() if key in {"for", "status", "id"}}
            try:
                slots += [{**slot, **own} for slot in showings(parts, self.hub)]
            except NotTaken as why:
                self.refused.append((self.origins[("slots",)], str(why)))
        if slots:
            self.values["slots"] = [slot for at, slot in enumerate(slots) if slot not in slots[:at]]

    def _pictured(self) -> None:
        """A picture that lies elsewhere is fetched, one of content/ is named; neither without its author."""
        source = self.picture.get("src", "")
        if not source:
            return
        if source.startswith(("http://", "https://")):
            self.pictures.append(Picture(source, self.picture.get("alt", ""), self.picture.get("credit", "")))
        elif source.startswith(("images/", "content/images/")) and ".." not in source:
            self.values["image"] = {**self.picture, "src": source.removeprefix("content/")}
        else:
            self.refused.append(
                (self.origins[("image",)], f"« {shortened(source)} » n’est ni une adresse web, ni un fichier de content/images/.")
            )


def _several(kind: str, path: tuple[str, ...]) -> bool:
    declared = field_at(KINDS[kind], path)
    return declared is not None and shape_of(declared) == "groups"


def _without_empty(values: Any) -> None:
    """Leave out the empty entries of lists, which columns of a later entry made."""
    for key, held in list(values.items()) if isinstance(values, dict) else ():
        if isinstance(held, list):
            values[key] = [one for one in held if one != {}]
        elif isinstance(held, dict):
            _without_empty(held)
            if not held:
                del values[key]
