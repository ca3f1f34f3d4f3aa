"""Who has what only one can have: an address, an identity, a name; and events that may be one. The rules ask these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from contributions.cache.listing import Index, Listings, listing
from contributions.record.contribution import Contribution
from contributions.region.addresses import plain
from contributions.words.spelling import joined


class Claims(Listings):
    """Indexes by what is claimed; reading one entry is a fact of its own, so that others' claims do not matter."""

    all: tuple[Contribution[Any], ...]

    @listing
    def addresses(self) -> Mapping[str, tuple[Contribution[Any], ...]]:
        """Who claims each path (addresses.plain): those whose page it is first, then those whose old address it was."""
        found: dict[str, list[Contribution[Any]]] = defaultdict(list)
        for contribution in self.all:
            found[contribution.url.strip("/")].append(contribution)
        for contribution in self.all:
            for alias in contribution.brief.aliases:
                found[plain(alias)].append(contribution)
        return _index("addresses", found)

    @listing
    def identities(self) -> Mapping[str, tuple[Contribution[Any], ...]]:
        """Who goes by each name (« event/nuit »): see identity.py."""
        found: dict[str, list[Contribution[Any]]] = defaultdict(list)
        for contribution in self.all:
            found[f"{contribution.kind}/{contribution.brief.id or contribution.slug}"].append(contribution)
        return _index("identities", found)

    @listing
    def slugs(self) -> Mapping[str, tuple[str, ...]]:
        """The slugs of each kind."""
        found: dict[str, list[str]] = defaultdict(list)
        for contribution in self.all:
            found[contribution.kind].append(contribution.slug)
        return _index("slugs", found)

    @listing
    def titled(self) -> Mapping[str, tuple[str, ...]]:
        """The slugs of a kind that have a title, by « organisation/museedelacraie »: however the title is written."""
        found: dict[str, list[str]] = defaultdict(list)
        for contribution in self.all:
            found[f"{contribution.kind}/{joined(contribution.brief.title)}"].append(contribution.slug)
        return _index("titled", found)

    @listing
    def told_in(self) -> Mapping[str, tuple[Contribution[Any], ...]]:
        """Events and articles of each programme, archived ones too; drafts left out."""
        found: dict[str, list[Contribution[Any]]] = defaultdict(list)
        for contribution in self.all:
            brief = contribution.brief
            for slug in brief.programmes if brief.kind in {"event", "article"} and brief.status != "brouillon" else ():
                found[slug].append(contribution)
        return _index("told_in", found)

    @listing
    def together(self) -> Mapping[str, tuple[Contribution[Any], ...]]:
        """Events that begin on one day in one town, by « 740123/80/Amiens »; archived ones left out."""
        found: dict[str, list[Contribution[Any]]] = defaultdict(list)
        for contribution in self.all:
            brief = contribution.brief
            if brief.showings and brief.towns and brief.status != "archive":
                found[beginning(contribution)].append(contribution)
        return _index("together", found)


def beginning(event: Contribution[Any]) -> str:
    """The day (ordinal), the department and the town in which an event begins."""
    brief = event.brief
    return "/".join((str(brief.showings[0].first), *brief.towns[0][:2]))


def _index(name: str, found: Mapping[str, list[Any]]) -> Index:
    return Index(name, lambda: {key: tuple(entries) for key, entries in found.items()})
