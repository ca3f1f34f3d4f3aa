"""Words behind « # » are told where they may be a text's, and left alone where somebody wrote them to themselves."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.judging.remarks import cut_by_remarks
from contributions.models import Event
from contributions.source.front_matter import parse
from contributions.source.matter import FrontMatterError
from support import event

Reported = Callable[..., list[str]]


def told(header: str) -> list[str]:
    """The repairs of a header."""
    return [found.repair for found in cut_by_remarks(parse(f"---\n{header}\n---\n"), Event)]


class TestWordsBehindAText:
    @pytest.mark.parametrize(
        ("header", "line"),
        [
            ("title: Atelier # 3 du mois", 'title: "Atelier # 3 du mois"'),
            ("title: Musique en do # mineur", 'title: "Musique en do # mineur"'),
            ("summary: Une nuit\n  noire # et une autre", 'summary: "Une nuit noire # et une autre"'),
            ("place:\n  name: Salle # 4\n  city: Lille", 'name: "Salle # 4"'),
            ("keywords:\n  - craie # 2", '- "craie # 2"'),
            ('title: Le mot "do" # 3', """title: 'Le mot "do" # 3'"""),
            ("date: 2026-11-01 # le jour\ntitle: Atelier # 3", 'title: "Atelier # 3"'),
        ],
    )
    def test_are_told_with_the_line_to_write(self, header: str, line: str) -> None:
        (repair,) = told(header)
        assert f"« {line} »" in repair

    @pytest.mark.parametrize(
        "header",
        [
            *(
                "title: Nuit # à vérifier",
                "title: Nuit # TODO",
                "title: Nuit # voir avec le musée",
                "title: Nuit de la craie # un titre",
                "title: Nuit  # bien trop long",
            ),
            *("title: Nuit # « titre » provisoire", "title: Nuit # 14 h ou 15 h ?", 'title: "Nuit # 3"', 'title: "Nuit" # la suite'),
            *("keywords: [craie, mer] # deux mots", "date: 2026-11-01 # un dimanche", "place: {name: Salle, city: Lille} # la grande"),
            *("date: 2026-11-01 # le jour\ntitle: Nuit # le titre de la page", "# title: Atelier # 3", "#title: Atelier # 3"),
            *(
                "summary: >\n  Atelier # 3",
                "place:\n  name: Salle\n  city: Lille # dans le 59",
                "place: # où\n  name: Salle",
                "title: Nuit #",
            ),
        ],
    )
    def test_that_are_a_remark_are_not(self, header: str) -> None:
        assert told(header) == []

    @given(st.text(alphabet="ab #:«»'\"-[]{}\n", max_size=30))
    def test_end_no_check_whatever_they_are(self, words: str) -> None:
        with suppress(FrontMatterError):
            assert len(told("title: Nuit # " + words.replace("\n", "\n  "))) <= 1 + words.count("\n")

    def test_that_count_stay_in_the_text_where_a_line_is_mended(self, reported: Reported) -> None:
        tree = {path: str(text).replace("title: nuit", "title: Nuit : atelier # 3") for path, text in event("nuit", title="nuit").items()}
        assert [line.split()[1] for line in reported(tree)] == ["E004"]
        assert 'title: "Nuit : atelier # 3"' in reported(tree)[0]

    def test_are_a_warning_in_a_letter_too(self, reported: Reported) -> None:
        assert [line.split()[1] for line in reported({"newsletter/2026-w47.md": "---\ntitle: La semaine # 3\n---\nBonjour.\n"})] == ["W007"]
