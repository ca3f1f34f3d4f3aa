"""A letter that was sent does not change by one byte, whatever becomes of what it tells of."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsletter.records import shown
from newsletter.weekly import letter
from support import SVG, TODAY, Tree, announcement, article, event, exhibition, hub, loan
from support_letters import Desk, made, said_as_new, titles

WEEK = "2026-w47"
LATER = date(2027, 3, 1)
PICTURE = {"src": "images/ciel d’été.svg", "alt": "Le ciel", "credit": "Escale"}
WORDS = """---
title: Sous la mousse
first: [article/portrait]
---
Un mot, *deux* [liens](/articles/portrait/) et une note[^1].

| a | b |
|---|---|
| 1 | 2 |

## La suite

![Le ciel](/images/ciel%20d%E2%80%99%C3%A9t%C3%A9.svg)

[^1]: Une note.
"""
TREE: dict[str, str | bytes] = {
    **event("soir", date="2026-11-10", slots=[{"start": "2026-11-18 19:00", "end": "2026-11-18 21:00"}], image=PICTURE),
    **article("portrait", date="2026-11-11", partners=[{"name": "La Ville", "role": "mecene"}]),
    **announcement("appel", date="2026-11-12", expires="2026-11-20"),
    **exhibition("malle", date="2026-11-10", loans=[loan("2026-11-18", "2026-11-20", "rendu", public_showing=True, city="Amiens")]),
    **hub(letters={"curieux": {"name": "Les curieux", "every": "mois", "sections": [{"title": "Tout"}], "thanks": "partners"}}),
    f"newsletter/{WEEK}.md": WORDS,
    "images/ciel d’été.svg": SVG,
}


def of_sent(desk: Desk, today: date = TODAY) -> tuple[object, ...]:
    """What stands at the addresses of what was sent; of the feeds, the items."""
    found = made(desk.on(today))
    item = found["/flux/newsletter.xml"].content.partition(b"<item>")[2]
    page = found[f"/newsletter/{WEEK}/"]
    return repr(page), item[item.index(f"/newsletter/{WEEK}/".encode()) :]


class TestARecord:
    def test_gives_back_the_letter_that_it_was_made_of(self, desk: Callable[[Tree], Desk]) -> None:
        found = desk(TREE)
        before = letter(found.on(), WEEK)
        assert shown(found.send(WEEK)) == before == letter(found.on(), WEEK)

    def test_is_the_same_when_it_is_frozen_again(self, desk: Callable[[Tree], Desk]) -> None:
        found = desk(TREE)
        first = found.send(WEEK)
        found.tree |= article("portrait", date="2026-11-11", title="Un autre titre")
        assert found.send(WEEK) == first

    def test_names_what_was_new_and_what_earlier_letters_had_said(self, desk: Callable[[Tree], Desk]) -> None:
        found = desk(TREE | article("avant", date="2026-11-04", id="jadis"))
        data = found.send(WEEK)
        assert b'"announced": [\n  "announcement/appel",\n  "article/portrait",\n  "event/soir",\n  "exhibition/malle"\n ]' in data
        assert b'"earlier": {\n  "article/jadis": "2026-w46"\n }' in data

    def test_of_a_week_without_a_letter_is_none(self, desk: Callable[[Tree], Desk]) -> None:
        with pytest.raises(KeyError):
            desk(TREE).send("2026-w30")

    def test_may_be_made_of_the_next_mondays_letter(self, desk: Callable[[Tree], Desk]) -> None:
        found = desk(TREE | article("neuf", date="2026-11-20"))
        found.send("2026-w48")
        assert "/newsletter/2026-w48/" not in made(found.on())
        assert "/newsletter/2026-w48/" in made(found.on(date(2026, 11, 23)))


CHANGES: dict[str, Callable[[dict[str, str | bytes]], None]] = {
    "edited": lambda tree: tree.update(article("portrait", date="2026-11-11", title="Un autre titre", summary="Autre chose.")),
    "archived": lambda tree: tree.update(article("portrait", date="2026-11-11", status="archive")),
    "a draft again": lambda tree: tree.update(article("portrait", date="2026-11-11", status="brouillon")),
    "of another day": lambda tree: tree.update(event("soir", date="2026-11-10", slots=[{"start": "2026-12-24 19:00"}], image=PICTURE)),
    "deleted": lambda tree: tree.pop("events/soir.md", None) and None,
    "without what is named first": lambda tree: tree.pop("articles/portrait.md", None) and None,
    "no announcement": lambda tree: tree.pop("announcements/appel.md", None) and None,
    "no tool": lambda tree: tree.pop("exhibitions/malle.md", None) and None,
    "without its words": lambda tree: tree.pop(f"newsletter/{WEEK}.md", None) and None,
    "other words": lambda tree: tree.update({f"newsletter/{WEEK}.md": "---\ntitle: Rien\nleave_out: [event/soir]\n---\nRien.\n"}),
    "more of it": lambda tree: tree.update(article("tardif", date="2026-11-12")),
}


@given(names=st.lists(st.sampled_from(sorted(CHANGES)), unique=True, max_size=4), later=st.booleans())
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_letter_that_was_sent_does_not_change(desk: Callable[[Tree], Desk], names: list[str], later: bool) -> None:
    found = desk(TREE)
    found.send(WEEK)
    before = of_sent(found)
    for name in names:
        CHANGES[name](found.tree)
    assert of_sent(found, LATER if later else TODAY) == before


class TestALateComer:
    def test_is_announced_once_in_the_next_letter(self, desk: Callable[[Tree], Desk]) -> None:
        found = desk(TREE)
        found.send(WEEK)
        found.tree |= article("tardif", date="2026-11-12")
        library = found.on(date(2026, 11, 30))
        assert "Sujet tardif" not in said_as_new(letter(library, WEEK))
        assert said_as_new(letter(library, "2026-w48")) == ["Sujet tardif"]

    def test_is_new_in_no_letter_where_it_is_dated_more_than_eight_weeks_back(self, desk: Callable[[Tree], Desk]) -> None:
        found = desk(TREE)
        found.send(WEEK)
        found.tree |= article("juste", date="2026-09-28") | article("trop", date="2026-09-27")
        library = found.on(date(2026, 11, 30))
        assert said_as_new(letter(library, "2026-w48")) == ["Sujet juste"]

    def test_under_another_name_of_its_file_is_none(self, desk: Callable[[Tree], Desk]) -> None:
        found = desk({name: text for name, text in TREE.items() if not name.startswith("newsletter/")})
        found.send(WEEK)
        del found.tree["articles/portrait.md"]
        found.tree |= article("autre-nom", date="2026-11-11", id="portrait") | article("neuf", date="2026-11-18")
        assert said_as_new(letter(found.on(date(2026, 11, 23)), "2026-w48")) == ["Sujet neuf"]

    def test_of_a_tree_whose_first_record_this_is_are_none_of_those_that_letters_had_told(self, desk: Callable[[Tree], Desk]) -> None:
        found = desk(TREE | article("avant", date="2026-11-04") | article("neuf", date="2026-11-18"))
        found.send(WEEK)
        library = found.on(date(2026, 11, 23))
        assert said_as_new(letter(library, "2026-w46")) == ["Sujet avant"]
        assert said_as_new(letter(library, "2026-w48")) == ["Sujet neuf"]


class TestAnotherLetter:
    def test_is_frozen_in_its_own_folder_and_does_not_change(self, desk: Callable[[Tree], Desk]) -> None:
        found = desk(TREE | article("octobre", date="2026-10-07"))
        found.send("2026-11-02", "curieux")
        before = made(found.on())["/lettres/curieux/2026-11-02/"]
        assert titles(before.data["letter"]) == {"Tout": ["Sujet octobre"]}
        del found.tree["articles/octobre.md"]
        found.tree |= article("tardif", date="2026-10-13")
        library = found.on(date(2026, 12, 7))
        after = made(library)
        assert after["/lettres/curieux/2026-11-02/"].data["letter"] == before.data["letter"]
        assert "Sujet tardif" in said_as_new(after["/lettres/curieux/2026-12-07/"].data["letter"])


def test_the_page_of_a_letter_that_was_sent_leads_to_none_that_could_go(desk: Callable[[Tree], Desk]) -> None:
    words = {"newsletter/2026-w45.md": "---\ntitle: Bonjour\n---\nUn mot.\n"}
    found = desk(TREE | words | article("avant", date="2026-11-04") | article("neuf", date="2026-11-18"))
    found.send(WEEK)
    page = made(found.on(date(2026, 11, 23)))[f"/newsletter/{WEEK}/"]
    assert (page.data["prev_letter"].url, page.data["next_letter"]) == ("/newsletter/2026-w45/", None)
    found.send("2026-w48", today=date(2026, 11, 23))
    page = made(found.on(date(2026, 11, 23)))[f"/newsletter/{WEEK}/"]
    assert page.data["next_letter"].url == "/newsletter/2026-w48/"
