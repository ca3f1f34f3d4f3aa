"""The lists of what can be borrowed: by question, by owner, and with the pass Culture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import cast

from contributions.cache.listing import Index, listing
from contributions.lending.offer import offer
from contributions.library.fund import catalogue
from contributions.library.fund.catalogue import Shelved
from contributions.library.schedule import Schedule
from contributions.models import Common, Exhibition, Organisation
from contributions.record.contribution import Contribution
from contributions.region.hub import Hub
from contributions.words.folding import folded


class Shelves(Schedule):
    """What the catalogue lists: see catalogue.py."""

    hub: Hub

    @listing
    def shelved(self) -> tuple[Shelved, ...]:
        """Each tool that can be lent, with the questions that it answers."""
        return tuple(self._shelved())

    @listing
    def catalogue(self) -> Mapping[str, tuple[str, ...]]:
        """The tools that answer each question, in the order of lists (« themes/astronomie »)."""
        return Index("catalogue", lambda: catalogue.answers(self.shelved))

    @listing
    def catalogue_pages(self) -> Mapping[str, tuple[str, ...]]:
        """The same cut into pages, by their addresses below /outils/."""
        found = self.catalogue
        return Index("catalogue_pages", lambda: dict(page for name, slugs in found.items() for page in catalogue.parts(name, slugs)))

    @listing
    def catalogue_counts(self) -> Mapping[str, tuple[int]]:
        """How many tools answer each question."""
        found = self.catalogue
        return Index("catalogue_counts", lambda: {name: (len(slugs),) for name, slugs in found.items()})

    @listing
    def catalogue_lengths(self) -> Mapping[str, tuple[int]]:
        """How many pages each question has."""
        found = self.catalogue
        return Index("catalogue_lengths", lambda: {name: (-(-len(slugs) // catalogue.PER_PAGE),) for name, slugs in found.items()})

    @listing
    def catalogue_unsaid(self) -> Mapping[str, tuple[int]]:
        """How many do not say what a question asks for."""
        return Index("catalogue_unsaid", lambda: catalogue.unsaid(self.shelved))

    @listing
    def years(self) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
        """The owners and their tools on each page of /outils/disponibilites/, by its address."""
        return Index("years", lambda: catalogue.years(catalogue.by_owner(self.shelved, self._owners)))

    @listing
    def pass_culture(self) -> tuple[Contribution[Common], ...]:
        """What a school can have with the pass Culture beside tools: listed interventions, and events to come."""
        interventions = (found for found in self.resources if found.brief.category == "intervention")
        ahead = (event for event in self.upcoming if any(one.stands and one.last >= self._day for one in event.brief.showings))
        return tuple(found for found in (*interventions, *ahead) if found.brief.pass_culture)

    @listing
    def lenders(self) -> tuple[str, ...]:
        """The slugs of the organisations that lend tools, or lent some, by their names."""
        owners = {tool.brief.owner for tool in self.exhibitions} | {found.slug for found in self.organisations if found.brief.lends}
        names = self._owners
        return tuple(sorted(owners & set(names), key=lambda slug: (folded(names[slug]), slug)))

    def tools(self, slugs: Iterable[str]) -> Iterator[Contribution[Exhibition]]:
        """Tools by their slugs."""
        return (cast("Contribution[Exhibition]", self.by_key["exhibition", slug]) for slug in slugs)

    @property
    def _owners(self) -> dict[str, str]:
        return {slug: found.brief.title for (kind, slug), found in self.by_key.items() if kind == "organisation"}

    def _shelved(self) -> Iterator[Shelved]:
        today = date.fromordinal(self._day)
        for tool in self.lendable:
            known = tool.fetched
            owner = cast("Contribution[Organisation] | None", self.by_key.get(("organisation", tool.brief.owner)))
            yield catalogue.shelved(tool, offer(tool.meta, catalogue.closed_by(owner), today), self.hub, self._day)
            if not known:
                tool.forget()
