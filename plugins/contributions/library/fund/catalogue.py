"""The tools that can be lent, by the static question of the catalogue that each answers (answers.md, « Catalogue »).

A question is called by its address below /outils/ (« themes/astronomie », « vehicule/utilitaire »); « » is the catalogue without one.
What the owner does not say is not promised: a tool without a figure answers no question that asks for it, and is counted apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from contributions.lending.asking import first_loan
from contributions.lending.offer import Offer
from contributions.lending.variants import Variant, variants
from contributions.models import Exhibition, Organisation
from contributions.models.organisation import Closure
from contributions.record.brief import FOREVER
from contributions.record.contribution import Contribution
from contributions.region.hub import Hub
from contributions.words.folding import folded

ALL = ""
VEHICLES = ("voiture", "utilitaire", "camion")
"""From the smallest: who has a larger one has the smaller."""
FREE, PASS_CULTURE = "gratuit", "pass-culture"
PER_PAGE = 24
LINES = 100
"""Tools of a page of the year, about: it ends with an owner."""


class Shelved(NamedTuple):
    """A tool and the questions that it answers; `unsaid` are those that it would answer if its owner said more."""

    slug: str
    title: str
    owner: str
    """The slug of its organisation, else the name of who lends it."""
    first: int
    """The first day on which the shortest loan can begin; FOREVER where none is known."""
    questions: tuple[str, ...]
    unsaid: tuple[str, ...]

    @property
    def order(self) -> tuple[int, str, str]:
        """As lists tell them: the first to be free first, then by title."""
        return self.first, folded(self.title), self.slug


def shelved(tool: Contribution[Exhibition], offer: Offer, hub: Hub, today: int) -> Shelved:
    """The place of a tool in the catalogue, as of a day."""
    meta, lent = tool.meta, variants(tool.meta)
    loan = first_loan(offer, offer.units, today)
    publisher = meta.publisher.name if meta.publisher else ""
    return Shelved(
        tool.slug,
        meta.title,
        meta.organisation or publisher,
        loan.first if loan else FOREVER,
        (ALL, *_of_all(meta, hub), *_of_variants(lent)),
        tuple(_unsaid(lent)),
    )


def closed_by(owner: Contribution[Organisation] | None) -> tuple[Closure, ...]:
    """The days on which an owner hands nothing over, whether or not it stands in the directory."""
    return owner.meta.closed if owner is not None else ()


def answers(tools: Iterable[Shelved]) -> dict[str, tuple[str, ...]]:
    """The slugs of the tools that answer each question, in order. A question that nothing answers is absent."""
    found: dict[str, list[str]] = defaultdict(list)
    for tool in sorted(tools, key=lambda tool: tool.order):
        for question in tool.questions:
            found[question].append(tool.slug)
    return {question: tuple(slugs) for question, slugs in sorted(found.items())}


def unsaid(tools: Iterable[Shelved]) -> dict[str, tuple[int]]:
    """How many tools would answer a question if their owners said more."""
    found: dict[str, int] = defaultdict(int)
    for tool in tools:
        for question in tool.unsaid:
            found[question] += 1
    return {question: (count,) for question, count in sorted(found.items())}


def parts(question: str, slugs: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The tools of each page of a list, by its address (« themes/astronomie/page/2/ »)."""
    base = f"{question}/" if question else ""
    for number, at in enumerate(range(0, len(slugs), PER_PAGE), 1):
        yield f"{base}page/{number}/" if number > 1 else base, tuple(slugs[at : at + PER_PAGE])


def by_owner(tools: Iterable[Shelved], names: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each owner with its tools by title; owners by their names."""
    found: dict[str, list[Shelved]] = defaultdict(list)
    for tool in tools:
        found[tool.owner].append(tool)
    for _name, owner in sorted((folded(names.get(owner, owner)), owner) for owner in found):
        yield owner, tuple(tool.slug for tool in sorted(found[owner], key=lambda tool: (folded(tool.title), tool.slug)))


def years(owners: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The owners of each page of the year, by its address below /outils/; an owner with more tools than a page holds is cut."""
    pages: list[list[tuple[str, tuple[str, ...]]]] = [[]]
    lines = 0
    for owner, slugs in owners:
        for at in range(0, len(slugs), LINES):
            some = slugs[at : at + LINES]
            if lines and lines + len(some) > LINES:
                pages.append([])
                lines = 0
            pages[-1].append((owner, some))
            lines += len(some)
    return {f"disponibilites/page/{n}/" if n > 1 else "disponibilites/": tuple(page) for n, page in enumerate(pages, 1)}


def _of_all(meta: Exhibition, hub: Hub) -> Iterator[str]:
    yield from (f"themes/{theme}" for theme in meta.themes)
    yield from (f"publics/{audience}" for audience in meta.audiences)
    yield from (f"territoires/{code}" for code in hub.departments if code in meta.area or not meta.area)
    if meta.organisation:
        yield f"proprietaires/{meta.organisation}"
    category = hub.all_categories["exhibition"].get(meta.category)
    if category is not None and category.group:
        yield f"categories/{category.group}"
    if meta.pass_culture:
        yield PASS_CULTURE


def _of_variants(lent: Iterable[Variant]) -> Iterator[str]:
    """What one of its versions answers is answered."""
    sizes = [VEHICLES.index(variant.format.vehicle) for variant in lent if variant.format and variant.format.vehicle]
    yield from (f"vehicule/{vehicle}" for vehicle in VEHICLES[min(sizes, default=len(VEHICLES)) :])
    if any(variant.price and variant.price.free for variant in lent):
        yield FREE


def _unsaid(lent: Sequence[Variant]) -> Iterator[str]:
    answered = set(_of_variants(lent))
    if not all(variant.format and variant.format.vehicle for variant in lent):
        yield from (question for vehicle in VEHICLES if (question := f"vehicule/{vehicle}") not in answered)
    if FREE not in answered and not all(variant.price for variant in lent):
        yield FREE
