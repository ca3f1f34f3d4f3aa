"""The letter's feed: one item a week, which any RSS-to-e-mail service sends."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from feedgen.feed import FeedGenerator

from contributions.library import Library
from newsletter.issues import Issue, issues
from publishing.page import Document
from publishing.strings import _
from views.html import absolute
from views.syndication import channel, moment
from views.values import Card

ITEMS = 12


def feed(library: Library) -> Iterator[Document]:
    """/flux/newsletter.xml."""
    found = issues(library)[:ITEMS]
    title = _("La lettre – {hub}").format(hub=library.hub.name)
    newest = found[0].published if found else None
    rss = channel(
        library,
        title,
        _("Une lettre par semaine : ce qui vient de paraître et ce qui vient."),
        "/newsletter/",
        "/flux/newsletter.xml",
        newest,
    )
    for issue in found:
        _add(library, rss, issue)
    yield Document("/flux/newsletter.xml", rss.rss_str(pretty=True))


def _add(library: Library, rss: FeedGenerator, issue: Issue) -> None:
    item = rss.add_entry(order="append")
    item.title(issue.title)
    item.link(href=library.hub.url + issue.path)
    item.guid(library.hub.url + issue.path, permalink=True)
    item.description(issue.summary)
    item.content(letter(library, issue), type="CDATA")
    item.pubDate(moment(library, issue.published))


def letter(library: Library, issue: Issue) -> str:
    """The letter as simple HTML that mail programs keep: headings, paragraphs, absolute links."""
    parts = [issue.intro or ""]
    for section in issue.sections:
        parts.append(f"<h2>{escape(section.title)}</h2>")
        parts += [_entry(card) for card in section.cards]
    return absolute("".join(parts), library.hub.url)


def _entry(card: Card) -> str:
    facts = " · ".join(escape(part) for part in (card.kicker, _day(card), card.where, card.publisher) if part)
    return f'<h3><a href="{escape(card.url)}">{escape(card.title)}</a></h3><p>{facts}<br>{escape(card.summary)}</p>'


def _day(card: Card) -> str | None:
    day = f"{card.day.weekday} {card.day.day} {card.day.month}" if card.day else None
    return ", ".join(part for part in (day, card.when) if part) or None
