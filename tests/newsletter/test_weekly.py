"""A letter says what appeared the week before and what comes, and does not change after it was sent."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from contributions.library.library import Library
from newsletter.letter import Letter
from newsletter.weekly import letters as all_letters
from support import article, event, exhibition, loan, read_library, write

Reading = Callable[..., Library]
LONG = {"slots": [{"start": "2026-11-03", "end": "2027-01-31"}], "date": "2026-10-28"}


def letters(library: Library) -> dict[str, Letter]:
    return {letter.name: letter for letter in all_letters(library)}


def titles(letter: Letter, section: str) -> list[str]:
    return [card.title for found in letter.sections if found.title == section for card in found.cards]


class TestTheLetters:
    def test_do_not_come_while_something_merely_goes_on(self, library: Reading) -> None:
        found = letters(library(event("expo", **LONG)))
        assert list(found) == ["2026-w45"]
        assert titles(found["2026-w45"], "Cette semaine, près de chez vous") == ["Sujet expo"]

    def test_tell_what_goes_on_beside_what_begins(self, library: Reading) -> None:
        found = letters(library(event("expo", **LONG) | event("soir", slots=[{"start": "2026-11-18 19:00"}], date="2026-11-01")))
        assert list(found) == ["2026-w47", "2026-w45"]
        assert titles(found["2026-w47"], "Cette semaine, près de chez vous") == ["Sujet soir", "Sujet expo"]

    def test_never_go(self, tmp_path: Path) -> None:
        content = write(tmp_path, article("portrait", date="2020-03-04"))
        assert "2020-w11" in letters(read_library(content))


class TestALetter:
    def test_is_of_the_monday_after_what_it_announces(self, library: Reading) -> None:
        found = letters(library(article("portrait", date="2026-11-11", title="Portrait")))
        assert list(found) == ["2026-w47"]
        assert found["2026-w47"].published == date(2026, 11, 16)
        assert titles(found["2026-w47"], "À lire") == ["Portrait"]

    def test_of_a_monday_to_come_is_not_there_yet(self, library: Reading) -> None:
        assert letters(library(article("portrait", date="2026-11-17"))) == {}

    def test_without_news_comes_where_an_editor_wrote_words(self, library: Reading) -> None:
        found = letters(library({"newsletter/2026-w46.md": "---\ntitle: Bonjour\n---\nDu vent.\n"}))
        assert found["2026-w46"].title == "Bonjour"
        assert "Du vent." in (found["2026-w46"].words or "")

    def test_leaves_out_what_is_for_a_closed_group(self, library: Reading) -> None:
        assert letters(library(event("classe", date="2026-11-11", visibility="reserve"))) == {}

    def test_announces_no_showing_for_schools_alone(self, library: Reading) -> None:
        tree = event("classe", date="2026-11-10", slots=[{"start": "2026-11-18 10:00", "for": "scolaires"}])
        assert titles(letters(library(tree))["2026-w47"], "Cette semaine, près de chez vous") == []

    def test_announces_the_public_stops_of_tools(self, library: Reading) -> None:
        tree = exhibition(
            "malle", title="Malle", date="2026-11-10", loans=[loan("2026-11-18", "2026-11-20", "rendu", public_showing=True, city="Amiens")]
        )
        assert titles(letters(library(tree))["2026-w47"], "Cette semaine, près de chez vous") == ["Malle"]

    def test_does_not_change_after_it_was_sent(self, tmp_path: Path) -> None:
        content = write(tmp_path, event("expo", **LONG) | article("portrait", date="2026-10-29"))
        then = letters(read_library(content, date(2026, 11, 2)))["2026-w45"]
        later = letters(read_library(content, date(2027, 3, 1)))["2026-w45"]
        assert later == then


def test_what_is_older_than_any_letter_is_in_none(tmp_path: Path) -> None:
    library = read_library(write(tmp_path, article("vieux", date="1926-11-29") | article("neuf", date="2026-11-02")))
    assert [letter.name for letter in all_letters(library)] == ["2026-w46"]
