"""What a repair writes into a header: in whatever style it is written, the values are those that were meant, and nothing else differs."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from contributions.problems.problem import Fix
from contributions.source.insertion import Header, applied


def header(*lines: str) -> Header:
    return Header("\n".join(("---", *lines, "---", "Corps.", "")))


def after(found: Header, fix: Fix | None) -> list[str]:
    """The lines of the header with the repair."""
    assert fix is not None
    return applied(found.text, fix).split("\n")[1:-3]


class TestAKey:
    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            (["date: 2026-11-01", "x: y"], ["date: 2026-11-01", "updated: 2026-11-21", "x: y"]),
            (["date: '2026-11-01' # un jour"], ["date: '2026-11-01' # un jour", "updated: 2026-11-21"]),
            (["  date: 2026-11-01", "  x: y"], ["  date: 2026-11-01", "  updated: 2026-11-21", "  x: y"]),
            (["date: 2026-11-01", "updated: 2026-11-02 # hier"], ["date: 2026-11-01", "updated: 2026-11-21 # hier"]),
            (["updated: '2026-11-02'"], ["updated: '2026-11-21'"]),
            (['"updated": "2026-11-02"'], ['"updated": "2026-11-21"']),
            (["updated:", "date: 2026-11-01"], ["updated: 2026-11-21", "date: 2026-11-01"]),
            (["{date: 2026-11-01, x: y}"], ["{date: 2026-11-01, updated: 2026-11-21, x: y}"]),
            (["date:", "  2026-11-01", "x: y"], ["date:", "  2026-11-01", "updated: 2026-11-21", "x: y"]),
        ],
    )
    def test_is_written_in_the_style_of_the_header(self, lines: list[str], expected: list[str]) -> None:
        found = header(*lines)
        assert after(found, found.key((), "updated", "2026-11-21", after=("date",))) == expected

    def test_may_be_a_list_or_a_group_in_the_place_of_one_on_a_line(self) -> None:
        found = header("papers: [convention]", "cancelled: {by: emprunteur}", "names:")
        assert (
            after(found, found.key((), "papers", "[convention, assurance]", (), ["convention", "assurance"]))[0]
            == "papers: [convention, assurance]"
        )
        assert (
            after(found, found.key((), "cancelled", "{by: proprietaire}", (), {"by": "proprietaire"}))[1] == "cancelled: {by: proprietaire}"
        )
        assert after(found, found.key((), "names", "[a]", (), ["a"]))[2] == "names: [a]"
        assert found.key((), "papers", "{a: b}", (), {"a": "b"}) is None

    @pytest.mark.parametrize(
        "lines",
        [
            ["title: Nuit"],
            ["date: 2026-11-01", "updated: >", "  2026-11-02"],
            ["date: |", "  2026-11-01"],
            ["updated: &jour 2026-11-02", "date: *jour"],
            ["updated: [2026-11-02]"],
        ],
    )
    def test_is_not_written_where_there_is_a_doubt(self, lines: list[str]) -> None:
        assert header(*lines).key((), "updated", "2026-11-21", after=("date",)) is None

    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            (["slots:", "  - start: a", "    end: b"], ["slots:", "  - start: a", "    id: x", "    end: b"]),
            (["slots:", "- end: b", "  start: a # là"], ["slots:", "- end: b", "  start: a # là", "  id: x"]),
            (["slots:", "  - {start: a, end: b}"], ["slots:", "  - {start: a, id: x, end: b}"]),
            (["slots: [{start: 'a'}]"], ["slots: [{start: 'a', id: x}]"]),
            (["slots:", "  -", "    start: a"], ["slots:", "  -", "    start: a", "    id: x"]),
            (["slots:", "  - {", "      start: a", "    }"], ["slots:", "  - {", "      start: a, id: x", "    }"]),
        ],
    )
    def test_of_an_entry_is_written_in_its_style(self, lines: list[str], expected: list[str]) -> None:
        found = header(*lines)
        assert after(found, found.key(("slots", 0), "id", "x", after=("start",))) == expected

    def test_is_not_written_into_an_entry_that_stands_twice(self) -> None:
        found = header("slots:", "  - &un {start: a}", "  - *un")
        assert found.key(("slots", 1), "id", "x", after=("start",)) is None


class TestAnEntry:
    @pytest.mark.parametrize(
        ("lines", "index", "expected"),
        [
            (["date: d", "x: y"], 0, ["date: d", "aliases: [/n/]", "x: y"]),
            (["aliases: [/a/]"], 0, ["aliases: [/n/, /a/]"]),
            (["aliases: [/a/] # là"], 1, ["aliases: [/a/, /n/] # là"]),
            (["aliases: []"], 0, ["aliases: [/n/]"]),
            (["aliases:", "date: d"], 0, ["aliases: [/n/]", "date: d"]),
            (["aliases:", "  - /a/", "x: y"], 0, ["aliases:", "  - /n/", "  - /a/", "x: y"]),
            (["aliases:", "- /a/ # là", "# ici", "x: y"], 9, ["aliases:", "- /a/ # là", "- /n/", "# ici", "x: y"]),
        ],
    )
    def test_that_is_a_word(self, lines: list[str], index: int, expected: list[str]) -> None:
        found = header(*lines)
        assert after(found, found.entry("aliases", index, "/n/", "/n/", after=("date",))) == expected

    def test_that_is_a_group_keeps_its_lines(self) -> None:
        was = header(
            "slots:", "    -   start: a # là", "        # ici", "        place:", "          name: n", "", "        end: b", "x: y"
        )
        now = header("slots:", "- start: z", "x: y")
        excerpt = was.excerpt("slots", 0)
        fix = now.entry("slots", 0, excerpt, was.matter.values["slots"][0])
        assert after(now, fix) == [
            "slots:", "- start: a # là", "  # ici", "  place:", "    name: n", "", "  end: b", "- start: z", "x: y",
        ]  # fmt: skip

    def test_that_is_a_group_in_brackets_goes_on_lines_and_between_brackets(self) -> None:
        excerpt = header("slots: [{start: a, end: b}, {start: c}]").excerpt("slots", 0)
        value = {"start": "a", "end": "b"}
        lines, brackets = header("slots:", "  - start: z"), header("slots: [{start: z}]")
        assert after(lines, lines.entry("slots", 1, excerpt, value)) == ["slots:", "  - start: z", "  - {start: a, end: b}"]
        assert after(brackets, brackets.entry("slots", 0, excerpt, value)) == ["slots: [{start: a, end: b}, {start: z}]"]

    def test_of_a_list_that_is_not_there_comes_last(self) -> None:
        found = header("title: Malle", "x: [y]")
        assert after(found, found.entry("loans", 0, "start: a\nend: b", {"start": "a", "end": "b"})) == [
            "title: Malle", "x: [y]", "loans:", "  - start: a", "    end: b",
        ]  # fmt: skip

    def test_of_several_lines_does_not_go_between_brackets(self) -> None:
        found = header("slots: [{start: z}]")
        assert found.entry("slots", 0, "start: a\nend: b", {"start": "a", "end": "b"}) is None


VALUES = st.recursive(
    st.from_regex(r"[A-Za-z0-9éà’:# ,.{}\[\]'\"&*!-]{1,20}", fullmatch=True).filter(str.strip),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, min_size=1, max_size=3),
    max_leaves=6,
)
ENTRIES = st.dictionaries(st.sampled_from(["start", "end", "status", "place"]), VALUES, min_size=1, max_size=4)


@given(
    st.dictionaries(st.sampled_from(["title", "x", "updated"]), VALUES, max_size=3),
    st.lists(ENTRIES, min_size=1, max_size=3),
    st.sampled_from([True, False, None]),
    st.sampled_from([2, 4]),
    st.integers(0, 3),
)
def test_whatever_is_written_reads_as_before_but_for_what_was_meant(
    values: dict[str, object], entries: list[dict[str, object]], flow: bool | None, indent: int, index: int
) -> None:
    document = {**values, "date": "2026-11-01", "slots": entries}
    text = yaml.safe_dump(document, allow_unicode=True, default_flow_style=flow, indent=indent, sort_keys=False, width=60)
    found = Header(f"---\n{text}---\nCorps.\n")
    before = found.matter.values
    key = found.key((), "updated", "2026-11-21", after=("date",))
    if key is not None:
        assert Header(applied(found.text, key)).matter.values == {**before, "updated": "2026-11-21"}
    elif "updated" not in before and flow is False:
        pytest.fail("there is no doubt")
    for position, entry in enumerate(before["slots"]):
        fix = found.entry("slots", index, found.excerpt("slots", position), entry)
        if fix is not None:
            mended = Header(applied(found.text, fix)).matter
            assert mended.values["slots"] == [*before["slots"][:index], entry, *before["slots"][index:]]
            assert mended.body == "Corps.\n"
