"""The lists of when and where: the agenda, its archives, towns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from contributions.cache.listing import Index, listing
from contributions.library.agenda import Row, answers, parts
from contributions.library.communes import Commune, communes
from contributions.library.editions import editions
from contributions.library.lists import Lists
from contributions.library.periods import MONTH
from contributions.library.suggested import Suggested, suggested
from contributions.library.timetable import Entry, InTown, entries, in_order, towns


class Schedule(Lists):
    """What happens on days and in places."""

    @listing
    def coming(self) -> Mapping[str, tuple[Entry, ...]]:
        """What is to come by theme, department and organisation (« by_theme/astronomie »): of an organisation, its events alone."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.to_come:
            keys = [f"by_theme/{theme}" for theme in entry.themes] + [f"by_department/{entry.department}"]
            if entry.kind == "event":
                keys += [f"by_organisation/{slug}" for slug in self.by_key["event", entry.slug].brief.organisations]
            for key in keys:
                found[key].append(entry)
        return Index("coming", lambda: {key: tuple(entries) for key, entries in found.items()})

    @listing
    def editions(self) -> Mapping[str, tuple[Any, ...]]:
        """The events of each programme, archived ones too, and of its parts: see editions.py."""
        return Index("editions", lambda: editions(self.events, self.by_parent))

    @listing
    def towns(self) -> Mapping[tuple[str, str], InTown]:
        """What each town holds, by department and name: stops to come, then listed contributions, newest first."""
        return towns(self.touring, self.listed, self._day)

    @listing
    def towns_in(self) -> Mapping[str, tuple[str, ...]]:
        """The names of towns that hold something, by department."""
        found: dict[str, list[str]] = defaultdict(list)
        for department, name in self.towns:
            found[department].append(name)
        return Index("towns_in", lambda: {department: tuple(names) for department, names in found.items()})

    @listing
    def timetable(self) -> tuple[Entry, ...]:
        """Every entry of the agenda, past ones too."""
        return tuple(entries((event for event in self.events if self._is_listed(event)), self.touring, self._day))

    @listing
    def to_come(self) -> tuple[Entry, ...]:
        """The entries that are not over, what has begun and lasts first, then by day."""
        return tuple(sorted((entry for entry in self.timetable if entry.last >= self._day), key=in_order))

    @listing
    def agenda(self) -> Mapping[str, tuple[Row, ...]]:
        """What is to come, a showing each, by the question that it answers (« jour/2026-12-05 »): see agenda.py."""
        return Index("agenda", lambda: answers((event for event in self.events if self._is_listed(event)), self.touring, self._day))

    @listing
    def agenda_pages(self) -> Mapping[str, tuple[Row, ...]]:
        """The same cut into pages, by their addresses below /agenda/."""
        agenda, day = self.agenda, self._day
        return Index("agenda_pages", lambda: {at: part for name in agenda for at, part in parts(name, agenda[name], day).items()})

    @listing
    def agenda_starts(self) -> Mapping[str, tuple[int]]:
        """The day that each page begins with, by its address: what leads there needs no more."""
        pages = self.agenda_pages
        return Index("agenda_starts", lambda: {path: (rows[0].first,) for path, rows in pages.items() if rows})

    @listing
    def agenda_counts(self) -> Mapping[str, tuple[int]]:
        """How many entries answer each question of the agenda."""
        agenda = self.agenda
        return Index("agenda_counts", lambda: {name: (len(rows),) for name, rows in agenda.items()})

    @listing
    def agenda_months(self) -> tuple[str, ...]:
        """The pages of the months to which something is to come, in order."""
        return tuple(name for name in self.agenda if name.startswith(MONTH))

    @listing
    def archives(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that are over by the year in which they began, in time order."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in sorted(self.timetable, key=lambda entry: (entry.first, entry.start, entry.kind, entry.slug, entry.number)):
            if entry.last < self._day:
                found[str(date.fromordinal(entry.first).year)].append(entry)
        return Index("archives", lambda: {year: tuple(past) for year, past in sorted(found.items())})

    @listing
    def communes(self) -> Mapping[str, tuple[Commune]]:
        """What there is to borrow and to visit in the towns of the region, and that something is to come, by INSEE code."""
        return Index("communes", lambda: communes(self.listed, self.touring, self.agenda, self._day))

    @listing
    def suggested(self) -> Mapping[str, tuple[Suggested, ...]]:
        """What is suggested to whoever has written the first letters of a word (« nu »): see suggested.py."""
        return Index("suggested", lambda: suggested(self.listed, self._day))

    @listing
    def commune_names(self) -> Mapping[str, tuple[str]]:
        """The names of these towns, by INSEE code: what leads to their pages needs no more."""
        communes = self.communes
        return Index("commune_names", lambda: {insee: (town.name,) for insee, (town,) in communes.items()})

    @listing
    def communes_in(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The INSEE codes and names of these towns, by department."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for insee, (town,) in self.communes.items():
            found[town.department].append((insee, town.name))
        return Index("communes_in", lambda: {department: tuple(named) for department, named in found.items()})
