"""Content lines are escaped and folded as icalendar does, whatever they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, vText
from icalendar.parser import Contentline

from feeds.content_lines import escaped, line, text_line

TRICKY = st.sampled_from([",", ";", "\\", "\\N", "\\n", "\n", "\r\n", "\r", '"', "'", "^", ":", "é", "\u202f", "œ", "字", "🌌", "e\u0301"])
WORDS = st.lists(TRICKY | st.text(max_size=30), max_size=12).map("".join)
LONG = st.lists(st.sampled_from(["a", "\\", "^", "é", "字", "🌌", " "]), min_size=60, max_size=240).map("".join)


class TestALine:
    @given(WORDS)
    def test_of_text_is_as_icalendar_writes_it(self, text: str) -> None:
        assert escaped(text).encode() == vText(text).to_ical()

    @given(LONG)
    def test_is_folded_as_icalendar_folds_it(self, text: str) -> None:
        assert line(text) == Contentline(text).to_ical() + b"\r\n"

    @given(LONG | WORDS)
    def test_has_75_octets_at_most_and_cuts_no_character(self, text: str) -> None:
        folded = text_line("SUMMARY", text)
        assert all(len(part) <= 75 and part.decode() is not None for part in folded.split(b"\r\n"))
        assert folded.replace(b"\r\n ", b"") == f"SUMMARY:{escaped(text)}\r\n".encode()

    @pytest.mark.parametrize("text", ["Thé, café ; eau", "C:\\Nuit", "un\ndeux", "« Saturne » 🌌 " * 20])
    def test_is_read_as_what_was_written(self, text: str) -> None:
        calendar = Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + text_line("DESCRIPTION", text) + b"END:VCALENDAR\r\n")
        assert str(calendar["DESCRIPTION"]) == text.replace("\\N", "\n")
