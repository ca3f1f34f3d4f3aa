"""What an item of a feed holds: its state, pictures that readers show, and words in the place of the others."""

from collections.abc import Callable

import pytest

from contributions.cache.facts import recorded
from contributions.library.digests import Digests
from contributions.library.library import Library
from feeds.items import content, entry, feed, without_drawings
from feeds.offers import offers
from support import PNG, SVG, article, event, one_of_each

FILES = {"images/photo.png": PNG, "images/dessin.svg": SVG}
PHOTO = {"src": "images/photo.png", "alt": "Un ciel & une mer", "credit": "Claire <Duval>"}
DRAWING = {"src": "images/dessin.svg", "alt": "Un dessin", "credit": "Escale"}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p><img src="/images/a.svg" alt="Un four"></p>', "<p><em>Image\u00a0: Un four</em></p>"),
        (
            '<p><img alt="2 &gt; 1 &amp; &quot;3&quot;" src="/images/a.AVIF"></p>',
            "<p><em>Image\u00a0: 2 &gt; 1 &amp; &quot;3&quot;</em></p>",
        ),
        ('<p><img src="/images/a.svg" alt=""></p>', "<p></p>"),
        ('<p><img src="/images/a%20b.jpg" alt="Un ciel"></p>', '<p><img src="/images/a%20b.jpg" alt="Un ciel"></p>'),
        ('<p><img src="https://a.example/image?n=3" alt="Un ciel"></p>', '<p><img src="https://a.example/image?n=3" alt="Un ciel"></p>'),
        ("<p>Un four.svg</p>", "<p>Un four.svg</p>"),
    ],
    ids=["drawing", "avif", "ornament", "photograph", "elsewhere", "words"],
)
def test_tells_in_words_what_readers_do_not_show(html: str, expected: str) -> None:
    assert without_drawings(html) == expected


def test_shows_its_pictures_with_their_credit(library: Callable[..., Library]) -> None:
    found = library(article("ciel", image=PHOTO, images=[DRAWING]) | FILES)
    made = entry(found, found.articles[0]).item
    (shown,) = made.pictures
    assert (shown.url, shown.alt, shown.credit) == (f"{found.hub.url}/images/photo.png", PHOTO["alt"], PHOTO["credit"])
    assert (shown.width, shown.height, shown.length, made.enclosure) == (3, 2, found.media["images/photo.png"].bytes, shown)
    assert f'<img src="{shown.url}" alt="Un ciel &amp; une mer"/><figcaption>Claire &lt;Duval&gt;</figcaption>' in made.content


def test_has_no_enclosure_that_readers_do_not_show(library: Callable[..., Library]) -> None:
    found = library(article("ciel", image=DRAWING) | FILES)
    made = entry(found, found.articles[0]).item
    assert (made.pictures, made.enclosure) == ((), None)
    assert "<img" not in content(found, found.articles[0])


@pytest.mark.parametrize(("keys", "creator"), [({"authors": ["Alice", "Bob"]}, "Alice, Bob"), ({}, "Médiathèque du Moulin")])
def test_is_said_by_its_authors_or_else_by_who_publishes_it(library: Callable[..., Library], keys: dict[str, object], creator: str) -> None:
    found = library(article("ciel", publisher={"name": "Médiathèque du Moulin"}, **keys))
    assert entry(found, found.articles[0]).item.creator == creator


def test_is_told_by_kind_category_theme_department_and_audience(library: Callable[..., Library]) -> None:
    found = library(event("nuit", category="conference", audiences=["famille"]))
    assert entry(found, found.events[0]).item.categories == ("Événement", "Conférence", "Astronomie", "Somme", "En famille")


def made_with(library: Library) -> dict[str, tuple[bytes, frozenset[str]]]:
    """The text of each feed, and the facts that it was made of."""
    found = {}
    for group in offers(library):
        for offer in group.offers:
            for path in (offer.rss_url, offer.json_url):
                if path and not offer.made_elsewhere:
                    with recorded() as facts:
                        text = feed(library, offer, path)
                    found[path] = text, frozenset(facts)
    return found


@pytest.mark.parametrize("old", [False, True], ids=["new", "old"])
def test_of_an_event_more_remakes_the_feeds_that_show_it_and_no_other(library: Callable[..., Library], old: bool) -> None:
    many = {
        file: text for number in range(60) for file, text in event(f"e{number}", themes=["sciences-de-la-terre"], date="2026-09-01").items()
    }
    tree = one_of_each() | many
    one = event("autre", themes=["sciences-de-la-terre"], audiences=["tout-public"], date="2020-01-01" if old else "2026-11-20")
    before = library(tree)
    texts, digests = made_with(before), Digests(before)
    known = {path: {fact: digests[fact] for fact in facts} for path, (_text, facts) in texts.items()}
    after = library(tree | one)
    now, again = made_with(after), Digests(after)
    remade = {path for path, facts in known.items() if any(again[fact] != digest for fact, digest in facts.items())}
    assert remade == {path for path, (text, _facts) in now.items() if text != texts[path][0]}
    names = (
        ["publics/tout-public"] if old else ["nouveautes", "agenda", "themes/sciences-de-la-terre", "territoires/80", "publics/tout-public"]
    )
    assert remade == {f"/flux/{name}.{ending}" for name in names for ending in ("xml", "json")}
