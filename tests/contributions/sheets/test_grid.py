"""A table is read cell by cell as a spreadsheet means it, and each cell is known by where it stands."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.sheets.grid import Cell, rows
from support_limits import in_bounded_time

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=12)
FIRST = st.text("abcdé", min_size=1, max_size=5)
TABLES = st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), max_size=6))


def written(table: list[list[str]], separator: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(table)
    return out.getvalue()


def texts(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows(text)]


class TestATable:
    @given(FIRST, TABLES, st.sampled_from(";,\t"))
    def test_is_read_as_python_writes_it(self, first: str, table: list[list[str]], separator: str) -> None:
        width = len(table[0]) if table else 2
        whole = [[first] * width, *table]
        expected = [[cell.strip() for cell in row] for row in whole]
        assert texts(written(whole, separator)) == [row for row in expected if any(row)]

    @given(FIRST, st.lists(st.lists(st.text("abé, \n", max_size=8), min_size=2, max_size=4), max_size=6))
    def test_knows_where_each_cell_stands(self, first: str, table: list[list[str]]) -> None:
        text = written([[first, first], *table], ";")
        starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
        for row in rows(text):
            for cell in row:
                there = text[starts[cell.line - 1] + cell.column - 1 :]
                assert there.lstrip('"').lstrip().startswith(cell.text)

    def test_counts_lines_within_cells(self) -> None:
        found = list(rows('a;b\n"un\ndeux";x\ny;z\n'))
        assert [(row[1].text, row[1].line, row[1].column) for row in found] == [("b", 1, 3), ("x", 3, 7), ("z", 4, 3)]

    def test_passes_over_rows_of_nothing(self) -> None:
        assert texts("a;b\n\n;\n ; \nc;d") == [["a", "b"], ["c", "d"]]

    def test_may_declare_its_separator_as_excel_does(self) -> None:
        assert next(rows("sep=,\na;b,c\n")) == (Cell("a;b", 2, 1, width=3), Cell("c", 2, 5, width=1))

    def test_is_parted_by_what_its_first_line_has_most_of(self) -> None:
        assert texts("a,b;c,d;e\n1,5;2;3\n") == [["a,b", "c,d", "e"], ["1,5", "2", "3"]]

    def test_takes_marks_inside_words_as_they_stand(self) -> None:
        assert texts('a;b\n12"; 5" x ;\n') == [["a", "b"], ['12"', '5" x', ""]]


class TestAMarkThatNothingCloses:
    def test_spoils_its_own_cell_alone(self) -> None:
        found = list(rows('a;b\n"un;2\n3;"quatre"\n'))
        assert [[cell.text for cell in row] for row in found] == [["a", "b"], ['"un', "2"], ["3", "quatre"]]
        assert [cell.open for row in found for cell in row] == [False, False, True, False, False, False]


@given(st.text(st.sampled_from('a";,\t\n é'), max_size=60))
def test_whatever_is_written_is_read_without_losing_a_letter(text: str) -> None:
    found = "".join(cell.text for row in rows(text) for cell in row)
    assert found.count("a") == text.count("a")
    assert found.count("é") == text.count("é")


@pytest.mark.parametrize(
    "text", ['"' * 50_000, '"a\n' * 30_000, '"""a\n' * 30_000, ";" * 100_000, "\n" * 100_000, '"a""' * 20_000, '""a;' * 30_000]
)
def test_no_table_takes_long(text: str) -> None:
    with in_bounded_time():
        list(rows("a;b\n" + text))
