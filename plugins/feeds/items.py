"""The items of feeds: a contribution with its whole text, its state, pictures, categories and a guid that stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from contributions.library.library import Library
from contributions.models import Common, Contributed
from contributions.models.common import Themed
from contributions.record.contribution import Contribution
from contributions.record.identity import revised
from contributions.record.states import to_tell
from contributions.region.addresses import PATHS
from contributions.words.typography import typo
from feeds.offers import Offer
from publishing.strings import _, counted
from views.cards import card
from views.french import dates, labels
from views.french.states import mark, marked, sentences
from views.html import absolute
from views.pictures import picture
from views.syndication import Entry, Item, Shown, channel, item
from views.values import Picture

SHOWN = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp"}
"""Pictures that readers show, with their media types."""
IMAGE = re.compile(r"""<img(?: [\w-]+="[^"]*")+>""")
"""As nh3 writes it."""
ATTRIBUTE = re.compile(r"""([\w-]+)="([^"]*)\"""")


def feed(library: Library, offer: Offer, own: str) -> bytes:
    """The feed of an offer, in the format that belongs at the path `own`."""
    items = offer.items
    newest = max((revised(c.meta) for c in items if isinstance(c.meta, Contributed)), default=None)
    title = library.hub.name if offer.page == "/" else f"{offer.label} – {library.hub.name}"
    return channel(
        library,
        title,
        offer.description or _("{label} : ce qui paraît.").format(label=offer.label),
        offer.page,
        own,
        newest if newest is None or library.has_come(newest) else library.today,
        (entry(library, contribution) for contribution in items),
    )


def entry(library: Library, contribution: Contribution[Common]) -> Entry:
    """The item of a contribution, the same in every feed that holds it."""
    return library.once(("feed item", *contribution.key), lambda: item(library, _item(library, contribution)))


def _item(library: Library, contribution: Contribution[Common]) -> Item:
    """Its guid is the address that its `id` would have: see contributions/record/identity.py."""
    meta, hub = contribution.meta, library.hub
    assert isinstance(meta, Contributed)
    shown = card(library, contribution)
    own = f"/{PATHS[contribution.kind]}/{contribution.id}/"
    pictures = tuple(_pictures(library, meta))
    authors: tuple[str, ...] = getattr(meta, "authors", ())
    return Item(
        title=marked(mark(library, contribution), shown.title),
        link=hub.url + contribution.url,
        summary=shown.summary,
        content=content(library, contribution),
        guid=hub.url + own,
        permalink=own == contribution.url,
        day=meta.date,
        updated=meta.updated if meta.updated and library.has_come(meta.updated) else None,
        categories=tuple(_categories(library, contribution)),
        enclosure=next(iter(pictures), None),
        pictures=pictures,
        creator=", ".join(map(typo, authors)) or shown.publisher or None,
        lang=meta.lang,
    )


def _categories(library: Library, contribution: Contribution[Common]) -> list[str]:
    meta, hub = contribution.meta, library.hub
    found = [labels.label(labels.KINDS, contribution.kind)]
    if isinstance(meta, Themed):
        found += [hub.category(contribution.kind, meta.category), *(hub.themes.get(slug, slug) for slug in meta.themes)]
    found += [hub.departments[code] for code in contribution.departments]
    return list(dict.fromkeys(found + [hub.audiences.get(slug, slug) for slug in meta.audiences]))


def _pictures(library: Library, meta: Common) -> Iterator[Shown]:
    """What readers can show of its pictures, the first of them first."""
    for keys in (meta.image, *meta.images):
        shown = picture(library, keys)
        size = library.image(keys.path) if keys else None
        if shown and size and (kind := SHOWN.get(suffix(shown.src))):
            yield Shown(
                url=library.hub.url + shown.src,
                length=size.bytes,
                type=kind,
                width=size.width,
                height=size.height,
                alt=shown.alt,
                credit=shown.credit or "",
            )


def content(library: Library, contribution: Contribution[Common]) -> str:
    """The item's HTML: in which state it is, when and where first, then the picture and the body with absolute addresses."""
    shown = card(library, contribution)
    practical = " · ".join(part for part in (_when(library, contribution), shown.where) if part)
    lead = (
        f"<p><strong>{escape(practical)}</strong></p>" if practical and contribution.kind in {"event", "announcement", "programme"} else ""
    )
    state = "".join(f"<p><strong>{escape(sentence)}</strong></p>" for sentence in sentences(library, contribution))
    return absolute(state + lead + _figure(shown.picture) + without_drawings(contribution.html), library.hub.url)


def _figure(shown: Picture | None) -> str:
    if shown is None or suffix(shown.src) not in SHOWN:
        return ""
    credit = f"<figcaption>{escape(shown.credit)}</figcaption>" if shown.credit else ""
    return f'<figure><img src="{escape(shown.src)}" alt="{escape(shown.alt)}">{credit}</figure>'


def without_drawings(html: str) -> str:
    """Safe HTML with the words of a picture in the place of one that mail programs and some readers do not show (SVG, AVIF)."""
    return IMAGE.sub(_in_words, html)


def _in_words(image: re.Match[str]) -> str:
    values = {name: unescape(value) for name, value in ATTRIBUTE.findall(image[0])}
    source = values.get("src", "")
    if suffix(source) in SHOWN or "." not in source.rpartition("/")[2]:
        return image[0]
    alt = values.get("alt", "")
    return f"<em>{escape(_('Image : {words}').format(words=alt))}</em>" if alt else ""


def suffix(source: str) -> str:
    """The ending of an address: « .svg »."""
    return PurePosixPath(urlsplit(source).path).suffix.lower()


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
