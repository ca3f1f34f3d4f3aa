"""What the page of a contribution is found by: its words as values, and not as its template writes them.

Cards, dates and practical facts are left out: they are those of other pages, or what nobody looks for by words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publishing.page import Passage
from publishing.strings import _
from views.values import Detail, Fact, Link


def passages(shown: Detail, names: Iterable[str | None], more: Iterable[Passage]) -> tuple[Passage, ...]:
    """All of a page; `names` are the places and persons that its kind tells of, `more` what stands after its words."""
    return tuple(_passages(shown, names, more))


def _passages(shown: Detail, names: Iterable[str | None], more: Iterable[Passage]) -> Iterator[Passage]:
    publisher = shown.publisher.label if shown.publisher else None
    yield Passage(_lines(shown.kicker, *names, publisher, *(programme.label for programme in shown.programmes)))
    yield Passage(_lines(shown.picture.caption if shown.picture else None), html=shown.html)
    yield from more
    yield Passage(_lines(*(picture.caption for picture in shown.gallery)), _("En images"))
    yield facts(
        _("Ce qu’il en est sorti"), (Fact(found.label, f"{found.value} {found.unit or ''} {found.source or ''}") for found in shown.results)
    )
    yield Passage(_lines(*_labels(shown.documents), *_labels(shown.links)), _("Pour aller plus loin"))
    yield facts(_("Avec"), (Fact(group.role, values=_labels(group.names)) for group in shown.partners))
    topics = (*_labels(shown.themes), *_labels(shown.departments), *shown.keywords)
    yield Passage(_lines(*topics), _("Thèmes et lieux"), aside=True)


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
