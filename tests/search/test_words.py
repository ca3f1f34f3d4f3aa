"""The index finds « éclipse » in « l’éclipse », and knows the site's words."""

from collections.abc import Callable

import pytest
from bs4.element import NavigableString
from hypothesis import example, given

from contributions.library.library import Library
from contributions.markdown.body import Converter
from contributions.markdown.soup import parsed, written
from contributions.words.typography import typo_html
from publishing.page import Document
from search.vocabulary import vocabulary
from search.words import parted, parted_html
from support import article
from support_bodies import BODIES

CONVERTER = Converter()


class TestParting:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("l’éclipse", "l’ éclipse"),
            ("L'eau d'Amiens", "L' eau d' Amiens"),
            ("jusqu’au soir, qu’il pleuve", "jusqu’ au soir, qu’ il pleuve"),
            ("aujourd’hui", "aujourd’hui"),
            ("presqu’île", "presqu’île"),
            ("« l’eau » ; (d’or)", "« l’ eau » ; (d’ or)"),
        ],
    )
    def test_puts_a_space_after_an_elision_of_the_text_alone(self, text: str, found: str) -> None:
        assert parted(text) == found


class TestPartingHtml:
    @given(BODIES)
    @example("l'eau & l’air [l'île](/l'a \"l'île\")")
    def test_changes_words_alone(self, markdown: str) -> None:
        html = typo_html(CONVERTER.convert(markdown))
        soup = parsed(html)
        for text in list(soup.find_all(string=True)):
            text.replace_with(NavigableString(parted(text)))
        assert parted_html(html) == written(soup)


class TestTheVocabulary:
    def test_holds_the_words_of_the_site_most_frequent_first(self, library: Callable[..., Library]) -> None:
        tree = article("un", title="Comète et météorite", summary="Une comète.", body="La comète revient.\n")
        found = vocabulary(library(tree)).make()
        assert isinstance(found, Document)
        words = found.content.decode().split("\n")
        assert words[0] == "comète"
        assert {"météorite", "revient"} <= set(words)

    def test_holds_no_markup(self, library: Callable[..., Library]) -> None:
        found = vocabulary(library(article("un", body="[Une **comète**](https://exemple.example/adresse)\n"))).make()
        assert isinstance(found, Document)
        assert "exemple" not in found.content.decode().split("\n")
        assert "strong" not in found.content.decode().split("\n")
