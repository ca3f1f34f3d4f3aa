"""For journalists: the press releases, each with whom to ask, their pictures with credit, and the hub's own contact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from contributions.library.library import Library
from contributions.library.windows import is_for_the_press
from contributions.models import Article
from contributions.record.contribution import Contribution
from contributions.words.escapes import file_at, mailto
from contributions.words.typography import NBSP, typo
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views.cards import card
from views.detail import contact, telephone
from views.french.numbers import number
from views.jsonld import Node, without_nothing
from views.lists.paging import older_pages, page_from_oldest
from views.pages import RSS, list_page, planned_list
from views.pictures import picture
from views.values import Card, Fact, Picture

PATH = "/presse/"
FEED = FeedLink("Communiqués (RSS)", "/flux/presse.xml", RSS)
KIBI, MEBI = 1024, 1024 * 1024


@dataclass(frozen=True, slots=True)
class Release:
    """A press release in a list; `contact` is empty where it names nobody."""

    card: Card
    contact: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """A picture to take along: `file` tells its format and weight, `of` is what it goes with."""

    picture: Picture
    file: str
    of: Card


def press(library: Library) -> Iterator[Planned]:
    """/presse/ and its further pages."""
    for page in range(older_pages(library.press) + 1):
        path = page_from_oldest(PATH, library.press, page).path
        yield planned_list(path, "press.html", _("Presse"), partial(_page, library, page))


def press_contact(library: Library, article: Contribution[Article]) -> tuple[Fact, ...]:
    """Whom a journalist asks about an article: nobody, where it is no press release; else its own contact, or the hub's."""
    if not is_for_the_press(article.brief):
        return ()
    return contact(article.meta) or hub_contact(library)


def hub_contact(library: Library) -> tuple[Fact, ...]:
    """Whom a journalist asks about the site."""
    editor = library.hub.editor
    found = [Fact(_("Rédaction"), typo(editor.name)), Fact(_("Courriel"), editor.email, url=mailto(editor.email))]
    if editor.phone:
        found.append(telephone(editor.phone))
    if editor.director:
        found.append(Fact(_("Direction de la publication"), typo(editor.director)))
    return tuple(found)


def press_node(meta: Article) -> Node:
    """The press contact that an article names, as a ContactPoint."""
    keys = meta.contact
    if keys is None:
        return {}
    return without_nothing(
        {
            "@type": "ContactPoint",
            "contactType": "press",
            "name": typo(keys.name) if keys.name else None,
            "email": keys.email,
            "telephone": keys.phone,
            "url": keys.url,
        }
    )


def _page(library: Library, page: int) -> Page:
    piece = page_from_oldest(PATH, library.press, page)
    first = page == 0
    return list_page(
        library,
        piece.path,
        "press.html",
        _("Presse"),
        _("Les communiqués de celles et ceux qui font vivre les sciences en {region}, et à qui s’adresser.").format(
            region=library.hub.region.name
        ),
        {
            "releases": tuple(Release(card(library, article), contact(article.meta)) for article in piece.entries),
            "pictures": tuple(_pictures(library, piece.entries)),
            "contact": hub_contact(library),
            "count": counted("{n} communiqué", "{n} communiqués", len(library.press)) if first else None,
            "pager": piece.pager,
        },
        feeds=(FEED,),
        nodes=(_node(library, piece.path, piece.entries),),
        prev=piece.pager.previous_url,
        next=piece.pager.next_url,
    )


def _pictures(library: Library, articles: tuple[Contribution[Article], ...]) -> Iterator[Download]:
    """The pictures of some press releases that say whose they are, each once."""
    seen: set[str] = set()
    for article in articles:
        for keys in (article.meta.image, *article.meta.images):
            shown = picture(library, keys)
            if shown and shown.credit and shown.src not in seen:
                seen.add(shown.src)
                yield Download(shown, _file(library, shown), card(library, article))


def _file(library: Library, shown: Picture) -> str:
    """« JPEG, 1 600 × 1 067 pixels, 312 Ko »; a drawing has no pixels."""
    ending = shown.src.rpartition(".")[2].upper().replace("JPG", "JPEG")
    size = library.image(file_at(shown.src))
    if size is None:
        return ending
    pixels = () if ending == "SVG" else (f"{number(size.width)} × {number(size.height)} {_('pixels')}",)
    return ", ".join((ending, *pixels, _weight(size.bytes)))


def _weight(length: int) -> str:
    if length >= MEBI:
        return f"{number(round(length / MEBI, 1))}{NBSP}Mo"
    return f"{number(max(1, round(length / KIBI)))}{NBSP}Ko"


def _node(library: Library, path: str, articles: tuple[Contribution[Article], ...]) -> Node:
    """CollectionPage; whom journalists ask is the editor's ContactPoint."""
    hub = library.hub
    asked = {"@type": "ContactPoint", "contactType": "press", "email": hub.editor.email, "telephone": hub.editor.phone}
    items = [
        {"@type": "ListItem", "position": position, "name": typo(article.meta.title), "url": hub.url + article.url}
        for position, article in enumerate(articles, 1)
    ]
    return without_nothing(
        {
            "@type": "CollectionPage",
            "name": _("Presse"),
            "url": hub.url + path,
            "inLanguage": hub.lang,
            "publisher": {
                "@type": "Organization",
                "name": typo(hub.editor.name),
                "url": f"{hub.url}/",
                "contactPoint": without_nothing(asked),
            },
            "mainEntity": {"@type": "ItemList", "itemListElement": items} if items else None,
        }
    )
