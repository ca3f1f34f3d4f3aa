"""Who lends, and how to reach them: by what a tool says of it, else by the owner's own public addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contributions.library.library import Library
from contributions.models import Exhibition, Organisation
from contributions.record.contribution import Contribution
from contributions.words.folding import folded
from publishing.strings import _, counted
from views.cards import publisher
from views.detail import reach
from views.values import Fact


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom to ask for a tool. `key` is the same for all tools of one owner; a person is never named."""

    key: str
    name: str
    url: str | None = None
    email: str | None = None
    phone: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Lender:
    """An owner in the list of those who lend: how much, and each way to reach it."""

    name: str
    url: str | None
    tools: str
    ways: tuple[Fact, ...]


def owner(library: Library, tool: Contribution[Exhibition]) -> Owner:
    """The owner of a tool."""
    meta, shown = tool.meta, publisher(library, tool)
    found = library.page("organisation", meta.organisation)
    own = found.meta if found is not None and isinstance(found.meta, Organisation) else None
    return Owner(
        key=meta.organisation or shown.label,
        name=shown.label,
        url=shown.url,
        email=(meta.contact and meta.contact.email) or (own and own.email) or None,
        phone=(meta.contact and meta.contact.phone) or (own and own.phone) or None,
        site=(meta.contact and meta.contact.url) or (own and own.website) or None,
    )


def lenders(library: Library, tools: Iterable[Contribution[Exhibition]]) -> tuple[Lender, ...]:
    """Those who own some tools, by name, with all addresses that their tools give."""
    held: dict[str, list[Owner]] = {}
    for tool in tools:
        found = owner(library, tool)
        held.setdefault(found.key, []).append(found)
    return tuple(sorted(map(_lender, held.values()), key=lambda lender: folded(lender.name)))


def _lender(same: list[Owner]) -> Lender:
    ways = dict.fromkeys(way for one in same for way in reach(one.email, one.phone, one.site))
    label = {_("Courriel"): 0, _("Téléphone"): 1}
    tools = counted("{n} outil", "{n} outils", len(same))
    return Lender(same[0].name, same[0].url, tools, tuple(sorted(ways, key=lambda way: label.get(way.label, 2))))
