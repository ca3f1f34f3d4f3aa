"""All contributions together: references resolved, and indexes by kind, theme, department, organisation and programme."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import copy
from datetime import date, timedelta
from functools import cached_property, partial
from hashlib import blake2b
from typing import Any, Protocol, TypeVar, cast

from pydantic import TypeAdapter

from contributions.cache.facts import note, note_all, recorded
from contributions.library.fund.shelves import Shelves
from contributions.library.lists import Any_
from contributions.media.pictures import Size
from contributions.models import KINDS
from contributions.models.beside import Annals, Introduction, Record
from contributions.record.contribution import Contribution
from contributions.record.table_loans import TableLoan
from contributions.record.values import Whole
from contributions.region.addresses import KIND_AT
from contributions.region.hub import Hub
from contributions.words.slugs import called

T = TypeVar("T")
C = TypeVar("C", bound=Contribution[Any])
MOST_KEPT = 3_000
"""What a process keeps of contributions (cards, rows, texts of calendars), before it lets go of all: memory stays bounded."""
NO_ANNALS = Annals()
ORDER = {kind: position for position, kind in enumerate(KINDS)}


class Texts(Protocol):
    """Where texts are stored from one build to the next."""

    def text(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, or gave when the facts that it reads were the same."""

    def keep(self) -> None:
        """Write what was made since the last time."""


class Library(Shelves):
    """What the capabilities read. Built once; all lists are in a stable order. `drafts` shows what is not published yet.

    Lists are made from briefs alone. What is read of the library is noted as facts (facts.py); publishing/engine/digests.py
    has their digests.
    """

    def __init__(
        self,
        hub: Hub,
        contributions: Iterable[Any_],
        today: date,
        *,
        introductions: Mapping[str, Introduction] | None = None,
        annals: Annals = NO_ANNALS,
        media: Mapping[str, Size] | None = None,
        files: Collection[str] = (),
        drafts: bool = False,
    ) -> None:
        self.hub = hub
        self.drafts = drafts
        self.introductions = dict(introductions or {})
        self.frozen: Mapping[str, Record] = {}
        """Letters that were sent, by the same names."""
        self.annals = annals
        self.table_loans: Mapping[str, tuple[TableLoan, ...]] = {}
        """Of tools, by slug: their loans that stand in tables, which are the last of `meta.loans`."""
        self.media = dict(media or {})
        self.files = files
        self.all: tuple[Any_, ...] = tuple(sorted(contributions, key=lambda c: (ORDER[c.kind], c.slug)))
        self.by_key: dict[tuple[str, str], Any_] = {c.key: c for c in self.all}
        self.lists: dict[str, Any] = {}
        self._today = today
        self._day = today.toordinal()
        self._moves = True
        self._kept: dict[tuple[object, ...], tuple[Any, frozenset[str]]] = {}
        self.searched = True
        """Whether the site gets a search index, and needs what serves it."""
        self.texts: Texts | None = None
        """Where a build stores texts."""

    @cached_property
    def outline(self) -> bytes:
        """The digest of all that lists and checks depend on, but the day and the region."""
        found = blake2b(digest_size=16)
        for contribution in self.all:
            found.update(contribution.kind.encode() + b"/" + contribution.slug.encode() + contribution.sums.listing)
        return found.digest()

    @property
    def today(self) -> date:
        """The build's day."""
        if self._moves:
            note("today")
        return self._today

    @property
    def is_of_a_day(self) -> bool:
        """Whether it is seen from a day of its own (`as_of`): what is told of it is read later, and must not be of that day alone."""
        return not self._moves

    def is_past(self, day: date) -> bool:
        """Whether a day is over. To ask that, rather than which day it is, leaves what follows from it as it is on other days."""
        if self._moves:
            note(f"past:{day.toordinal()}")
        return day.toordinal() < self._day

    def has_come(self, day: date) -> bool:
        """Whether a day is today or over."""
        return self.is_past(day - timedelta(days=1))

    def is_this_year(self, day: date) -> bool:
        """Whether a day is of the year that it is."""
        return self.has_come(day.replace(month=1, day=1)) and not self.is_past(day.replace(month=12, day=31))

    def as_of(self, day: date) -> Library:
        """The same contributions seen from another day: what a weekly letter knew on its Monday."""
        other = copy(self)
        vars(other).update(_today=day, _day=day.toordinal(), _moves=False, lists={}, _kept={}, texts=None)
        return other

    def once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What pure functions of the library give, computed once: the card of an event stands on a dozen pages."""
        kept = self._kept.get(key)
        if kept is None:
            with recorded() as reads:
                value = make()
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            kept = self._kept[key] = value, frozenset(reads)
        note_all(kept[1])
        return cast("T", kept[0])

    def stored(self, name: str, make: Callable[[], bytes]) -> bytes:
        """A text that is dear to make: computed once, and by no later build while the facts that it follows from are the same."""
        return self.once(("text", name), lambda: self._text(name, make))

    def stored_value(self, name: str, form: TypeAdapter[T], make: Callable[[], T]) -> T:
        """The same of a value, which is stored as such a text."""
        return self.once(("value", name), lambda: form.validate_json(self._text(name, lambda: form.dump_json(make()))))

    def stored_runs(self, name: str, kind: str, make: Callable[[str], bytes]) -> Iterator[bytes]:
        """The texts of all runs of a kind, one after the other, each stored as such a text: none stays in memory, for they are large."""
        for run in self.runs_of.get(kind, ()):
            yield self._text(f"{name}/{run}", partial(make, run))

    def _text(self, name: str, make: Callable[[], bytes]) -> bytes:
        return make() if self.texts is None else self.texts.text(name, make)

    @staticmethod
    def passing(contributions: Iterable[C]) -> Iterator[C]:
        """Contributions one by one; the values that are fetched for each are let go of again: there may be ten thousand."""
        for contribution in contributions:
            known = contribution.fetched
            yield contribution
            if not known:
                contribution.forget()

    def keep_texts(self) -> None:
        """Have the texts stored that were made since the last time."""
        if self.texts is not None:
            self.texts.keep()

    def at(self, file: str) -> Any_ | None:
        """The contribution to which a file of the site belongs, by its path: its page, or what stands beside it."""
        first, _, rest = file.removeprefix("flux/").partition("/")
        return self.by_key.get((KIND_AT.get(first, ""), rest.partition("/")[0].partition(".")[0]))

    def find(self, kind: str, slug: str | None) -> Any_ | None:
        """Any contribution, published or not."""
        if not slug:
            return None
        note(f"page:{kind}/{slug}")
        return self.by_key.get((kind, slug))

    def values_of_event(self, slug: str) -> Whole | None:
        """The values of an event by its slug, published or not."""
        found = self.find("event", slug)
        return found.whole if found else None

    def page(self, kind: str, slug: str | None) -> Any_ | None:
        """A contribution that has a page to link to."""
        found = self.find(kind, slug)
        return found if found is not None and self._has_page(found) else None

    def image(self, path: str) -> Size | None:
        """The size of an image, by its path below content/; None where it cannot be told."""
        note(f"image:{path}")
        return self.media.get(path)

    def has_file(self, path: str) -> bool:
        """Whether content/ has an image or a document at a path below it."""
        note(f"file:{path}")
        return path in self.files

    def beside(self, path: str) -> tuple[str, ...]:
        """The images or documents in the folder of a path."""
        folder = path.rpartition("/")[0]
        note(f"beside:{folder}")
        return tuple(sorted(other for other in self.files if other.rpartition("/")[0] == folder))

    def called(self, name: str) -> tuple[str, ...]:
        """The images and documents that have a name (slugs.called), wherever they lie."""
        note(f"called:{name}")
        return self._files_by_name.get(name, ())

    @cached_property
    def _files_by_name(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for file in sorted(self.files):
            found[called(file)] = (*found.get(called(file), ()), file)
        return found

    def rows(self, slug: str) -> tuple[TableLoan, ...]:
        """The rows of tables that hold loans of a tool, with where they stand."""
        found = self.table_loans.get(slug, ())
        if found:  # a tool that loses its last row is another tool
            note(f"rows:{slug}")
        return found

    def introduction(self, letter: str) -> Introduction | None:
        """What an editor wrote for a letter, by its name (« 2026-w47 », « curieux/2026-11-23 »)."""
        note(f"letter:{letter}")
        return self.introductions.get(letter)

    def record_of(self, letter: str) -> Record | None:
        """A letter as it was sent, by its name; None where none is kept."""
        note(f"frozen:{letter}")
        return self.frozen.get(letter)

    def has_page(self, contribution: Any_) -> bool:
        """Published by today; an organisation only with its consent."""
        note(f"page:{contribution.kind}/{contribution.slug}")
        return self._has_page(contribution)

    def is_listed(self, contribution: Any_) -> bool:
        """Whether lists, feeds and the letter show it: it has a page, is not archived, and not for a closed group."""
        note(f"page:{contribution.kind}/{contribution.slug}")
        return self._is_listed(contribution)

    def _has_page(self, contribution: Any_) -> bool:
        brief = contribution.brief
        return brief.consent if self.drafts else brief.public_from <= self._day

    def _is_listed(self, contribution: Any_) -> bool:
        brief = contribution.brief
        closed = brief.status == "archive" or brief.visibility == "reserve"
        return self._has_page(contribution) and not closed and (brief.expires is None or brief.expires >= self._day)

    def shown(self, contribution: Any_) -> int:
        """0 without a page, 1 with one, 2 in lists too."""
        return self._has_page(contribution) + self._is_listed(contribution)
