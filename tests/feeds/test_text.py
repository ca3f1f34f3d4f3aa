"""Text that icalendar writes and reads again is what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from feeds.text import Text, categories

TRICKY = st.sampled_from(
    [",", ";", "\\", "\\N", "\\n", "\n", '"', "'", "^", ":", "é", "\u202f", "\u2028", "œ", "字", "🌌", "e\u0301", "  "]
)
WORDS = st.lists(TRICKY | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=30), max_size=12).map("".join)


def written(name: str, value: object) -> bytes:
    calendar = Calendar()
    calendar.add(name, value)
    return bytes(calendar.to_ical())


class TestText:
    @given(WORDS)
    def test_comes_back_as_it_was(self, text: str) -> None:
        assert str(Calendar.from_ical(written("description", Text(text)))["DESCRIPTION"]) == text

    @pytest.mark.parametrize("name", ["name", "x-wr-calname"])
    def test_is_escaped_in_the_names_of_calendars_too(self, name: str) -> None:
        assert f"{name.upper()}:Thé\\, café \\; C:\\\\Nuit\r\n".encode() in written(name, Text("Thé, café ; C:\\Nuit"))

    def test_has_the_line_breaks_of_any_system(self) -> None:
        assert b"DESCRIPTION:un\\ndeux\\ntrois\r\n" in written("description", Text("un\r\ndeux\rtrois"))

    @given(WORDS)
    def test_stands_on_lines_of_75_octets_at_most_that_cut_no_character(self, text: str) -> None:
        for line in written("description", Text(text)).split(b"\r\n"):
            assert len(line) <= 75
            line.decode()


class TestCategories:
    @given(st.lists(WORDS.filter(bool), min_size=1, max_size=4))
    def test_come_back_one_by_one(self, labels: list[str]) -> None:
        assert [str(label) for label in Calendar.from_ical(written("categories", categories(labels)))["CATEGORIES"].cats] == labels
