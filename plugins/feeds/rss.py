"""RSS 2.0 with full content: categories, enclosure, stable guid; dates come from the contributions."""

from __future__ import annotations

import mimetypes
from html import escape

from feedgen.feed import FeedGenerator

from contributions.contribution import Contribution
from contributions.library import Library
from contributions.models import Common, Contributed
from contributions.models.common import Themed
from feeds.catalogue import Offer
from publishing.strings import _
from views import dates, labels
from views.cards import card, publisher
from views.html import absolute
from views.pictures import picture
from views.syndication import channel, moment
from views.typography import typo, typo_html


def rss(library: Library, offer: Offer) -> bytes:
    """The feed of an offer."""
    days = [c.meta.updated or c.meta.date for c in offer.items if isinstance(c.meta, Contributed)]
    assert offer.rss_url is not None
    title = library.hub.name if offer.page == "/" else f"{offer.label} – {library.hub.name}"
    found = channel(
        library,
        title,
        offer.description or _("{label} : ce qui paraît.").format(label=offer.label),
        offer.page,
        offer.rss_url,
        min(max(days, default=library.today), library.today),
    )
    for contribution in offer.items:
        add(library, found, contribution)
    return bytes(found.rss_str(pretty=True))


def add(library: Library, feed: FeedGenerator, contribution: Contribution[Common]) -> None:
    """Add an item: its guid is the contribution's first address, which aliases remember."""
    meta, hub = contribution.meta, library.hub
    assert isinstance(meta, Contributed)
    item = feed.add_entry(order="append")
    item.title(typo(meta.title))
    item.link(href=hub.url + contribution.url)
    item.guid(hub.url + (_first_alias(meta) or contribution.url), permalink=not meta.aliases)
    item.description(typo(meta.summary))
    item.content(content(library, contribution), type="CDATA")
    item.pubDate(moment(library, meta.date))
    item.dc.dc_creator(publisher(library, contribution).label)
    item.category([{"term": label} for label in _categories(library, contribution)])
    if meta.image and (shown := picture(library, meta.image)):
        kind = mimetypes.guess_type(shown.src)[0] or "image/jpeg"
        item.enclosure(
            hub.url + shown.src, str(library.media[shown.src.lstrip("/")].bytes if shown.src.lstrip("/") in library.media else 0), kind
        )


def _first_alias(meta: Common) -> str | None:
    return "/" + meta.aliases[0].strip("/") + "/" if meta.aliases else None


def _categories(library: Library, contribution: Contribution[Common]) -> list[str]:
    meta, hub = contribution.meta, library.hub
    found = [labels.label(labels.KINDS, contribution.kind)]
    if isinstance(meta, Themed):
        found += [hub.category(contribution.kind, meta.category), *(hub.themes.get(slug, slug) for slug in meta.themes)]
    return list(dict.fromkeys(found + [hub.departments[code] for code in contribution.departments]))


def content(library: Library, contribution: Contribution[Common]) -> str:
    """The item's HTML: when and where first, then the body with absolute addresses."""
    return library.once(("feed content", *contribution.key), lambda: _content(library, contribution))


def _content(library: Library, contribution: Contribution[Common]) -> str:
    shown = card(library, contribution)
    practical = " · ".join(part for part in (_when(library, contribution), shown.where) if part)
    lead = (
        f"<p><strong>{escape(practical)}</strong></p>" if practical and contribution.kind in {"event", "announcement", "programme"} else ""
    )
    image = shown.picture
    figure = f'<p><img src="{escape(image.src)}" alt="{escape(image.alt)}"></p>' if image else ""
    return absolute(lead + figure + typo_html(contribution.html), library.hub.url)


def _when(library: Library, contribution: Contribution[Common]) -> str | None:
    if contribution.showings:
        shown = contribution.showings
        text = dates.showing(shown[0])
        return text if len(shown) == 1 else _("{first}, puis {n} autres dates").format(first=text, n=len(shown) - 1)
    return card(library, contribution).when
