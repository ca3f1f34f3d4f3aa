"""What the page of a contribution is found by: its words as values, and not as its template writes them.

Cards, dates and practical facts are left out: they are those of other pages, or what nobody looks for by words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contributions.library.library import Library
from contributions.models import Common
from contributions.record.contribution import Contribution
from publishing.page import Passage
from publishing.strings import _
from views.naming import acronyms, postcodes
from views.values import Detail, Fact, Link


def passages(shown: Detail, more: Iterable[Passage]) -> tuple[Passage, ...]:
    """The text of a page; `more` is what stands after its words."""
    return tuple(_passages(shown, more))


def names(library: Library, contribution: Contribution[Common], shown: Detail, own: Iterable[str | None]) -> tuple[str, ...]:
    """Who, where and on what: `own` are the places and persons that its kind tells of."""
    publisher = shown.publisher.label if shown.publisher else None
    places = (word for place in contribution.places for word in (place.name, place.address, place.city, *postcodes(library, place)))
    return _lines(
        shown.kicker,
        *own,
        publisher,
        *acronyms(library, contribution.brief.organisations),
        *places,
        *_labels(shown.themes),
        *shown.keywords,
        *_labels(shown.programmes),
        *shown.audiences,
        *_labels(shown.departments),
    )


def _passages(shown: Detail, more: Iterable[Passage]) -> Iterator[Passage]:
    yield Passage(_lines(shown.picture.caption if shown.picture else None), html=shown.html)
    yield from more
    yield Passage(_lines(*(picture.caption for picture in shown.gallery)), _("En images"))
    yield facts(
        _("Ce qu’il en est sorti"), (Fact(found.label, f"{found.value} {found.unit or ''} {found.source or ''}") for found in shown.results)
    )
    yield Passage(_lines(*_labels(shown.documents), *_labels(shown.links)), _("Pour aller plus loin"))
    yield facts(_("Avec"), (Fact(group.role, values=_labels(group.names)) for group in shown.partners))


def facts(heading: str, found: Iterable[Fact]) -> Passage:
    """Labels and what they say, a line each; HTML of facts is no text of a page's own."""
    return Passage(_lines(*(f"{fact.label} {', '.join(fact.values) or fact.value or ''}" for fact in found)), heading)


def said_by(found: Iterable[Fact], *labels: str) -> tuple[str, ...]:
    """What the facts of some labels say."""
    return tuple(", ".join(fact.values) or fact.value or "" for fact in found if fact.label in labels)


def _labels(links: Iterable[Link]) -> tuple[str, ...]:
    return tuple(link.label for link in links)


def _lines(*words: str | None) -> tuple[str, ...]:
    """Each once, without those that are not there."""
    return tuple(dict.fromkeys(filter(None, words)))
