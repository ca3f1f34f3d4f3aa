"""The index reads a small page, composed of what a page says that it is found by."""

import re
from pathlib import Path

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from publishing.page import Page, Passage, SearchRecord, Share
from search import pagefind
from search.entry import entry
from search.words import parted
from support_search import fragments, page

NIGHT = page(
    "/agenda/nuit/",
    "Nuit « noire » & blanche",
    Passage(("Abbeville (80)", "L’Observatoire d'Amiens")),
    Passage(html='<h2 id="venir">Comment venir</h2>\n<p>Par le <a href="/x/" title="l’eau">train d’Amiens</a>.</p>'),
    Passage(("Astronomie",), "Thèmes et lieux", aside=True),
    Passage((), "Un titre sans rien"),
)
words = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=40)


def text_of(html: str) -> str:
    body = BeautifulSoup(html, "html.parser").body
    assert body is not None
    return body.get_text("\n")


class TestTheEntry:
    def test_says_title_description_lines_and_html(self) -> None:
        found = text_of(entry(NIGHT))
        for said in ("Nuit « noire » & blanche", "Une soirée.", "Abbeville (80)", "Comment venir", "Astronomie"):
            assert said in found
        assert "Un titre sans rien" not in found

    def test_parts_elisions_of_words_and_of_nothing_else(self) -> None:
        found = entry(NIGHT)
        assert "L’ Observatoire d&#x27; Amiens" in found
        assert 'title="l’eau">train d’ Amiens' in found

    def test_is_what_pagefind_keeps_of_the_page(self, tmp_path: Path) -> None:
        pagefind.bundle({"/agenda/nuit/": entry(NIGHT)}, "fr-2026", tmp_path)
        (found,) = fragments(tmp_path).values()
        assert found["url"] == "/agenda/nuit/"
        assert found["meta"] == {"title": "Nuit « noire » & blanche", "kind": "Événement", "date": "2026-11-21"}
        assert found["filters"] == {"genre": ["Agenda"]}
        assert [anchor["id"] for anchor in found["anchors"]] == ["venir"]

    def test_shows_the_page_s_picture(self, tmp_path: Path) -> None:
        shown = Page("/a/", "t.html", "A", "B", image=Share("/images/ciel.jpg", "Un ciel"), search=SearchRecord("Page"))
        pagefind.bundle({"/a/": entry(shown)}, "fr-tout", tmp_path)
        (found,) = fragments(tmp_path).values()
        assert found["meta"]["image"] == "/images/ciel.jpg"

    @given(words, words, st.lists(words, max_size=3))
    def test_holds_any_words_as_words(self, title: str, label: str, lines: list[str]) -> None:
        record = SearchRecord(label, (("genre", label),), passages=(Passage(tuple(lines), heading=title),))
        tree = BeautifulSoup(entry(Page("/a/", "t.html", title, label, search=record)), "html.parser", preserve_whitespace_tags={"h1", "p"})
        assert tree.h1 is not None
        assert tree.h1.get_text() == parted(title)
        assert [line.get_text() for line in tree.find_all("p")] == [parted(label), *map(parted, lines)]
        assert [meta["content"] for meta in tree.find_all("meta")] == [label, label]

    @given(words)
    def test_parted_words_are_the_same_but_for_spaces(self, text: str) -> None:
        assert re.sub(r"\s", "", parted(text)) == re.sub(r"\s", "", text)
