"""The pages and feeds of the letters of hub.yml beside the weekly one: each letter, and each of its issues."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from contributions.library.library import Library
from contributions.words.typography import typo
from newsletter.feed import ITEMS, of_letters
from newsletter.mail.making import TEMPLATE
from newsletter.others.issues import beside, issues, said
from newsletter.others.letters import head, letter, letters, path_of, title_of
from newsletter.pages import page_of
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _
from views.pages import RSS, list_page, planned_list
from views.syndication import both
from views.values import Link

RHYTHMS = {
    "semaine": "Chaque lundi.",
    "mois": "Le premier lundi du mois.",
    "trimestre": "Le premier lundi du trimestre.",
    "libre": "Quand il y a de quoi dire.",
}


def pages_of_others(library: Library) -> Iterator[Planned]:
    """/lettres/SLUG/, and a page an issue."""
    for slug, keys in library.hub.letters.items():
        yield planned_list(path_of(slug), "letter.html", typo(keys.name), partial(_list, library, slug))
        for make in (beside, said):  # a list that pages read is made where they are planned: its digest is asked for before any is made
            make(library, slug)
        for day in issues(library, slug):
            yield Planned(path_of(slug, day), partial(_issue, library, slug, day), "newsletter_issue.html", updated=day)


def feeds_of_others(library: Library) -> Iterator[Planned]:
    """/flux/lettres/SLUG.xml, and .json beside it."""
    for slug in library.hub.letters:
        yield from both(_feed_path(slug), partial(_feed, library, slug), filled=TEMPLATE)


def _feed_path(slug: str) -> str:
    return f"/flux/lettres/{slug}.xml"


def _feed_link(library: Library, slug: str) -> FeedLink:
    return FeedLink(_("{letter} (RSS)").format(letter=typo(library.hub.letters[slug].name)), _feed_path(slug), RSS)


def _list(library: Library, slug: str) -> Page:
    keys = library.hub.letters[slug]
    return list_page(
        library,
        path_of(slug),
        "letter.html",
        typo(keys.name),
        typo(keys.tagline or keys.name),
        {
            "letters": tuple(head(library, slug, day) for day in issues(library, slug)),
            "rhythm": _(RHYTHMS[keys.every]),
            "feed": _feed_link(library, slug),
        },
        above=((_("La lettre"), "/newsletter/"),),
        feeds=(_feed_link(library, slug),),
    )


def _issue(library: Library, slug: str, day: str) -> Page:
    older, newer = beside(library, slug)[day]
    above = typo(library.hub.letters[slug].name), path_of(slug)
    return page_of(
        library, letter(library, slug, day), above, _feed_link(library, slug), _link(library, slug, older), _link(library, slug, newer)
    )


def _link(library: Library, slug: str, day: str | None) -> Link | None:
    return Link(title_of(library, slug, day), path_of(slug, day)) if day else None


def _feed(library: Library, slug: str, own: str) -> bytes:
    keys = library.hub.letters[slug]
    title = _("{letter} – {hub}").format(letter=typo(keys.name), hub=library.hub.name)
    found = tuple(islice(letters(library, slug), ITEMS))
    return of_letters(library, title, typo(keys.tagline or keys.name), path_of(slug), own, found)
