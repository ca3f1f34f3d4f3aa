"""RSS 2.0 with full content: categories, enclosure, stable guid; dates come from the contributions."""

from __future__ import annotations

import mimetypes
from html import escape
from typing import TYPE_CHECKING

from contributions.library.library import Library
from contributions.models import Common, Contributed
from contributions.models.common import Themed
from contributions.record.contribution import Contribution
from contributions.record.identity import revised
from contributions.record.states import to_tell
from contributions.region.addresses import PATHS
from contributions.words.escapes import file_at
from feeds.offers import Offer
from publishing.strings import _, counted
from views.cards import card
from views.french import dates, labels
from views.french.states import mark, marked, sentences
from views.html import absolute
from views.syndication import Enclosure, Item, channel, item
from views.values import Picture

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry


def rss(library: Library, offer: Offer) -> bytes:
    """The feed of an offer."""
    items = offer.items
    days = [revised(c.meta) for c in items if isinstance(c.meta, Contributed)]
    assert offer.rss_url is not None
    title = library.hub.name if offer.page == "/" else f"{offer.label} – {library.hub.name}"
    return channel(
        library,
        title,
        offer.description or _("{label} : ce qui paraît.").format(label=offer.label),
        offer.page,
        offer.rss_url,
        min(max(days), library.today) if days else None,
        (entry(library, contribution) for contribution in items),
    )


def entry(library: Library, contribution: Contribution[Common]) -> FeedEntry:
    """The item of a contribution, the same in every feed that holds it."""
    return library.once(("rss item", *contribution.key), lambda: item(library, _item(library, contribution)))


def _item(library: Library, contribution: Contribution[Common]) -> Item:
    """Its guid is the address that its `id` would have: see contributions/record/identity.py."""
    meta, hub = contribution.meta, library.hub
    assert isinstance(meta, Contributed)
    shown = card(library, contribution)
    own = f"/{PATHS[contribution.kind]}/{contribution.id}/"
    return Item(
        title=marked(mark(library, contribution), shown.title),
        link=hub.url + contribution.url,
        summary=shown.summary,
        content=content(library, contribution),
        guid=hub.url + own,
        permalink=own == contribution.url,
        day=meta.date,
        categories=tuple(_categories(library, contribution)),
        enclosure=_enclosure(library, shown.picture) if shown.picture else None,
        creator=shown.publisher,
    )


def _categories(library: Library, contribution: Contribution[Common]) -> list[str]:
    meta, hub = contribution.meta, library.hub
    found = [labels.label(labels.KINDS, contribution.kind)]
    if isinstance(meta, Themed):
        found += [hub.category(contribution.kind, meta.category), *(hub.themes.get(slug, slug) for slug in meta.themes)]
    return list(dict.fromkeys(found + [hub.departments[code] for code in contribution.departments]))


def _enclosure(library: Library, shown: Picture) -> Enclosure:
    size = library.image(file_at(shown.src))
    return Enclosure(
        url=library.hub.url + shown.src,
        length=size.bytes if size else 0,
        type=mimetypes.guess_type(shown.src)[0] or "image/jpeg",
    )


def content(library: Library, contribution: Contribution[Common]) -> str:
    """The item's HTML: in which state it is, when and where first, then the body with absolute addresses."""
    shown = card(library, contribution)
    practical = " · ".join(part for part in (_when(library, contribution), shown.where) if part)
    lead = (
        f"<p><strong>{escape(practical)}</strong></p>" if practical and contribution.kind in {"event", "announcement", "programme"} else ""
    )
    state = "".join(f"<p><strong>{escape(sentence)}</strong></p>" for sentence in sentences(library, contribution))
    image = shown.picture
    figure = f'<p><img src="{escape(image.src)}" alt="{escape(image.alt)}"></p>' if image else ""
    return absolute(state + lead + figure + contribution.html, library.hub.url)


def _when(library: Library, contribution: Contribution[Common]) -> str | None:
    """Of an event: its next showing, and how many others are ahead; once it is over, its first."""
    shown = contribution.showings
    if not shown:
        return card(library, contribution).when
    ahead = [one for one in shown if one.last_day >= library.today] or list(shown)
    told = to_tell(ahead, lambda one: True)
    others = sum(one.stands for one in ahead if one is not told)
    first = dates.showing(told)
    return f"{first}, {counted('puis {n} autre date', 'puis {n} autres dates', others)}" if others else first
