"""A table says what the records say, and holds no formula, whatever a spreadsheet takes for the end of a cell."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.library.library import Library
from contributions.region.addresses import PATHS
from contributions.words.slugs import SLUG
from opendata.records import Record, as_json, block, record
from opendata.table import as_csv
from opendata.table import cells as written
from support import REPOSITORY, article, read_library

Reading = Callable[..., Library]
PIECES = [
    "=1+1",
    "+33 3",
    "-12.5",
    "-e-5",
    "@midi",
    "＝1+1",
    "＋",
    "－",
    "＠",
    ";",
    ",",
    "\t",
    "\n",
    "\r\n",
    '"',
    '""',
    "'",
    " ",
    "\xa0",
    "a",
    "1",
    "|",
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | st.text(st.characters(exclude_categories=["Cs"]), max_size=15)
NUMBERS = st.integers(-(10**15), 10**15) | st.decimals("-1e9", "1e9", places=8).map(float)
VALUES = st.recursive(
    TEXT | NUMBERS | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
KEYS = st.fixed_dictionaries({"title": TEXT}, optional={"lat": NUMBERS, "place": VALUES, "slots": VALUES})
RECORDS = st.lists(st.builds(lambda slug, keys: {"slug": slug, **keys}, st.from_regex(SLUG, fullmatch=True), KEYS), max_size=4)
NUMBER = re.compile(r"-?\d+([.,]\d+)?(e-?\d+)?")


def text(found: list[dict[str, Any]]) -> str:
    return as_csv(lambda: [written(one) for one in found]).decode("utf-8-sig")


def records(library: Library, kind: str) -> list[Record]:
    return [record(library, one) for one in sorted(library.of(kind), key=lambda one: one.slug)]


def array(found: list[Record]) -> bytes:
    return as_json([block(one) for one in found])


def cells(table: str) -> Iterator[str]:
    """Every cell that a spreadsheet finds that parts them by « , », by « ; » or by tabs; and by these two where it knows no quotes."""
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(table, newline=""), delimiter=separator):
            yield from row
    yield from re.split(r"[;\r\n]", table)
    yield from re.split(r"[\t\r\n]", table)


def runs(cell: str) -> bool:
    """Whether a spreadsheet computes a cell; blanks and quotes before the sign do not hold every one of them back."""
    return cell.lstrip(" \t\r\n\xa0\"'")[:1] in set("=+-@＝＋－＠") and not held(cell) and not NUMBER.fullmatch(cell.strip())


def held(cell: str) -> bool:
    """Whether an apostrophe stands right before the sign."""
    return re.match(r"""[\s"']*'[=+\-@＝＋－＠]""", cell) is not None


@given(RECORDS)
def test_no_cell_is_a_formula_however_the_table_is_cut(found: list[dict[str, Any]]) -> None:
    assert [cell for cell in cells(text(found)) if runs(cell)] == []


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1 étoiles", "'=1+1 étoiles"),
        ("+33 kilomètres", "'+33 kilomètres"),
        ("@midi", "'@midi"),
        ("－1", "'－1"),
        ("Fête;=1+1", "Fête;'=1+1"),
        ("Fête ; \t＝1+1", "Fête ; \t'＝1+1"),
        ("Fête\n@midi", "Fête\n'@midi"),
        ('Fête;"=1+1"', 'Fête;"\'=1+1"'),
        (' "=1+1', " \"'=1+1"),
        ("\t-2+3", "\t'-2+3"),
        ("--5", "'--5"),
        ("Fête, -5 °C = froid", "Fête, -5 °C = froid"),
        ("2026-12-31", "2026-12-31"),
        ("-12.5", "-12.5"),
        ("10 – 12 h ; puis 14 h", "10 – 12 h ; puis 14 h"),
    ],
)
def test_an_apostrophe_holds_back_what_would_be_one(title: str, cell: str) -> None:
    [row] = csv.DictReader(io.StringIO(text([{"title": title}]), newline=""))
    assert row["title"] == cell


@given(VALUES.filter(lambda value: isinstance(value, dict) or (isinstance(value, list) and any(type(each) is not str for each in value))))
def test_nested_values_stay_what_they_are(value: Any) -> None:
    [row] = csv.DictReader(io.StringIO(text([{"place": value}]), newline=""))
    assert json.loads(row["place"]) == value


@given(
    st.dictionaries(st.sampled_from("abc"), st.lists(st.text("abé ,.:|1", min_size=1), min_size=2) | NUMBERS | st.booleans(), min_size=1)
)
def test_what_nobody_would_run_is_written_as_it_is(found: dict[str, Any]) -> None:
    [row] = csv.DictReader(io.StringIO(text([found]), newline=""))
    plain = {
        key: "|".join(value) if isinstance(value, list) else str(value).replace("True", "true").replace("False", "false")
        for key, value in found.items()
    }
    assert row == plain


def test_numbers_are_numbers() -> None:
    assert (
        text([{"lat": -50.25, "lon": 1e-05, "year": 2026, "free": True, "note": "un"}]).split("\r\n")[1] == '-50.25,1e-05,2026,"true","un"'
    )


def test_a_key_that_a_record_lacks_is_an_empty_cell() -> None:
    assert list(csv.reader(io.StringIO(text([{"a": "1"}, {"b": "2"}])))) == [["a", "b"], ["1", ""], ["", "2"]]


def test_without_records_it_has_its_first_columns() -> None:
    assert text([]) == '"slug","url","departments"\r\n'


def test_it_and_the_array_hold_the_same_records(library: Reading) -> None:
    found = records(library(article("un") | article("deux")), "article")
    rows = csv.DictReader(io.StringIO(text(found)))
    assert [row["slug"] for row in rows] == [entry["slug"] for entry in json.loads(array(found))] == ["deux", "un"]


def test_those_of_the_demo_have_a_row_a_record_and_no_formula() -> None:
    library = read_library(REPOSITORY / "content")
    for kind in PATHS:
        found = records(library, kind)
        table = text(found)
        assert [row["slug"] for row in csv.DictReader(io.StringIO(table, newline=""))] == [entry["slug"] for entry in found]
        assert [cell for cell in cells(table) if runs(cell)] == []
