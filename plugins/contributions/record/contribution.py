"""A contribution that has been read: its kind, slug, brief, values and body, each fetched when it is asked for."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, Protocol, TypeVar
from weakref import WeakSet

from contributions.cache.facts import note, recorder
from contributions.models import Common
from contributions.record.brief import Brief
from contributions.record.values import Located, Occurrence, Stop, Sums, Whole
from contributions.region.addresses import PATHS

M_co = TypeVar("M_co", bound=Common, covariant=True)
MOST_IN_MEMORY = 500
"""Contributions of which a process holds values or bodies, some 10 kB each and 85 of a tool, before it lets go of all."""


class Stored(Protocol):
    """Where what is known of a contribution can be had when it is needed."""

    def brief(self) -> Brief:
        """What lists need to know of it."""

    def whole(self) -> Whole:
        """Its values."""

    def html(self) -> str:
        """Its body."""


class Contribution(Generic[M_co]):
    """A contribution: its brief, its values and its body are fetched when they are asked for; reading the last two is noted."""

    __slots__ = ("__weakref__", "_fact", "_html", "_stored", "_whole", "brief", "kind", "slug", "sums")

    in_memory: ClassVar[WeakSet[Contribution[Any]]] = WeakSet()
    """Those that hold their values or their body, in this process: nothing keeps them alive, nor the file that they were read from open."""
    brief: Brief

    def __init__(self, kind: str, slug: str, sums: Sums, stored: Stored) -> None:
        self.kind, self.slug, self.sums = kind, slug, sums
        self._stored = stored
        self._whole: Whole | None = None
        self._html: str | None = None
        self._fact = f"meta:{kind}/{slug}"

    def __getattr__(self, name: str) -> Any:
        """Called for a slot that is still empty: most builds look at few briefs."""
        if name != "brief":
            raise AttributeError(name)
        self.brief = self._stored.brief()
        return self.brief

    def __repr__(self) -> str:
        return f"<{self.kind}/{self.slug}>"

    @property
    def whole(self) -> Whole:
        """All values together."""
        if recorder.reads is not None:
            recorder.reads.add(self._fact)
        if self._whole is None:
            self._hold()
            self._whole = self._stored.whole()
        return self._whole

    @property
    def meta(self) -> M_co:
        """The values of its front matter."""
        if recorder.reads is not None:
            recorder.reads.add(self._fact)
        found: Any = self._whole or self.whole
        meta: M_co = found.meta  # its kind decides which model that is
        return meta

    @property
    def html(self) -> str:
        """Its body, as safe HTML."""
        note(f"body:{self.kind}/{self.slug}")
        if self._html is None:
            self._hold()
            self._html = self._stored.html()
        return self._html

    @property
    def path(self) -> str:
        """Its file, from the folder that holds content/."""
        note(self._fact)
        return self.brief.path

    @property
    def title(self) -> str:
        """Its title, from its brief: a list of thousands of titles need not fetch their values."""
        note(self._fact)
        return self.brief.title

    @property
    def example(self) -> bool:
        """Whether it is of the fictional set of a demo."""
        note(self._fact)
        return self.brief.example

    @property
    def id(self) -> str:
        """By which feeds and calendars know it: see identity.py."""
        return self.meta.id or self.slug

    @property
    def places(self) -> tuple[Located, ...]:
        """Its places, found in the list of towns."""
        return self.whole.places

    @property
    def departments(self) -> tuple[str, ...]:
        """Codes of the region's departments that it touches."""
        note(self._fact)
        return self.brief.departments

    @property
    def related(self) -> tuple[str, ...]:
        """What its author names as related (« events/nuit »), from its brief."""
        note(self._fact)
        return self.brief.related

    @property
    def showings(self) -> tuple[Occurrence, ...]:
        """An event's showings, in time order."""
        return self.whole.showings if self.brief.showings else ()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """A tool's public showings, in time order."""
        return self.whole.stops if self.brief.stops else ()

    @property
    def cancelled_stops(self) -> tuple[Stop, ...]:
        """A tool's public showings that do not take place, in time order."""
        return self.whole.cancelled_stops if self.brief.cancelled_stops else ()

    @property
    def url(self) -> str:
        """Root-relative address of its page."""
        return f"/{self.slug}/" if self.kind == "page" else f"/{PATHS[self.kind]}/{self.slug}/"

    @property
    def key(self) -> tuple[str, str]:
        """Kind and slug: unique in the library."""
        return self.kind, self.slug

    @property
    def visibility(self) -> str:
        """To whom it is shown, from its brief."""
        note(self._fact)
        return self.brief.visibility

    @property
    def fetched(self) -> bool:
        """Whether its values are in memory."""
        return self._whole is not None

    def _hold(self) -> None:
        """Be one of those in memory: what is fetched now is let go of where there are too many."""
        if len(Contribution.in_memory) >= MOST_IN_MEMORY:
            for contribution in tuple(Contribution.in_memory):
                contribution.forget()
        Contribution.in_memory.add(self)

    def forget(self) -> None:
        """Let go of what was fetched: it can be fetched again."""
        Contribution.in_memory.discard(self)
        self._whole = self._html = None
