"""What stands in a header and would say nothing is told: words in braces without a colon, templates, unknown keys with nothing behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.problems.problem import Problem
from contributions.reading.reader import Reader

HEADER = """---
title: Nuit des chouettes
summary: On écoute les chouettes du parc, puis on ouvre leurs pelotes à la loupe.
date: 2026-12-01
category: atelier
themes: [sciences-de-la-vie]
audiences: [famille]
"""
PUBLISHER = "publisher: {name: Médiathèque du Moulin}"
SLOTS = "slots: [{start: 2027-03-13 18:00, end: 2027-03-13 21:00}]"
PLACE = "place: {name: Médiathèque du Moulin, city: Abbeville}"
PRICE = "price: {free: true}"


def problems(reader: Reader, *, instead: str = "", written: str = "") -> tuple[Problem, ...]:
    """The problems of an event, with something instead of one of its lines, or in addition."""
    lines = [written if line == instead else line for line in (PUBLISHER, SLOTS, PLACE, PRICE)]
    more = [] if instead else [written]
    return reader.read("content/events/nuit.md", (HEADER + "\n".join([*lines, *more, "---", "", "Un texte."])).encode()).problems


@pytest.mark.parametrize(
    ("instead", "written", "column", "asked"),
    [
        (PRICE, "price: {5 €}", 9, "un texte s’écrit sans elles"),
        (PRICE, "price: {free: false, text: 5, 50 €}", 31, 'text: "5, 50 €"'),
        (PRICE, "price: {free = true}", 9, "« free: true »"),
        (PUBLISHER, "publisher: {name: Musée Boucher, Ville d’Abbeville}", 34, 'name: "Musée Boucher, Ville d’Abbeville"'),
        (PLACE, "place: {name: Médiathèque, salle 2, city: Abbeville}", 28, 'name: "Médiathèque, salle 2"'),
        (SLOTS, "slots: [{start: 2027-03-13 18:00, réservé aux scolaires}]", 35, "devant « réservé aux scolaires »"),
        ("", "contact: {email:a@b.fr}", 11, "« email: a@b.fr »"),
        ("", "age: {min: 8, 14}", 15, "devant « 14 »"),
        ("", "access_note: {voir plan}", 15, "un texte s’écrit sans elles"),
        ("", "keywords: {nuit, chouette}", 12, "une liste entre crochets"),
        ("", "contact: {{ site.contact }}", 11, "à la place de « {{ site.contact }} »"),
        ("", "featured: {{ x }}", 12, "à la place de « {{ x }} »"),
        ("", "keywords: [nuit, {{ mot }}]", 19, "à la place de « {{ mot }} »"),
        (PRICE, "price: {free: false, text: {{ tarif }}}", 29, "à la place de « {{ tarif }} »"),
    ],
)
def test_words_in_braces_without_a_colon_are_an_error_at_their_place(
    reader: Reader, instead: str, written: str, column: int, asked: str
) -> None:
    first = problems(reader, instead=instead, written=written)[0]
    assert (first.code, first.column) == ("E004", column)
    assert asked in first.repair


@given(st.text("abcdeé €", min_size=1).map(str.strip).filter(bool))
def test_no_words_in_braces_pass(reader: Reader, words: str) -> None:
    for written in (f"contact: {{{words}}}", f"contact: {{name: Ada, {words}}}", f"keywords: [nuit, {{{words}}}]"):
        assert [problem.code for problem in problems(reader, written=written)][:1] == ["E004"], written


@pytest.mark.parametrize(
    ("written", "line", "column", "name"),
    [
        ("keywords:\n  nuit:", 13, 3, "nuit"),
        ("access_note:\n  voir le plan:", 13, 3, "voir le plan"),
        ("voir le plan:", 12, 1, "voir le plan"),
        ("contact:\n  telephon: ~", 13, 3, "telephon"),
        ("links:\n  -\n  - adresse:\n", 14, 5, "adresse"),
    ],
)
def test_an_unknown_key_is_told_though_nothing_is_behind_it(reader: Reader, written: str, line: int, column: int, name: str) -> None:
    found = [(each.line, each.column, each.code) for each in problems(reader, written=written) if f"« {name} »" in each.message]
    assert found == [(line, column, "E101")]


@pytest.mark.parametrize("written", ["keywords:", "contact:\n  email: ~", "booking:\n  url: null", "links:\n  -\n  - url:"])
def test_a_known_key_with_nothing_behind_says_nothing(reader: Reader, written: str) -> None:
    assert problems(reader, written=written) == ()


@pytest.mark.parametrize(("written", "shown"), [("{{ x }}: 3", "{{ x }}"), ("[a, b]: c", "[a, b]"), ("contact: {[a]: b}", "[a]")])
def test_a_list_or_a_group_is_no_key(reader: Reader, written: str, shown: str) -> None:
    assert [(each.code, each.repair) for each in problems(reader, written=written)] == [
        ("E004", f"Écrivez le nom d’une clé à la place de « {shown} ».")
    ]
