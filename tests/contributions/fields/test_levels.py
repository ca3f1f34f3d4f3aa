"""School levels are read as teachers write them, and programs that know patterns alone read them as the check does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from contributions.fields.levels import HOLDS, LEVELS, MEANT, WRITTEN, Level
from support_limits import in_bounded_time

READ = TypeAdapter(Level)


def read(text: str) -> str | None:
    """The level that a text is read as; None where it is refused."""
    try:
        return str(READ.validate_python(text))
    except ValidationError:
        return None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("CM1", "cm1"),
        ("CE 2", "ce2"),
        ("Cycle 3", "cycle-3"),
        ("cycle3", "cycle-3"),
        ("6E", "6e"),
        ("1re", "1re"),
        ("Lycée", "lycee"),
        ("LYCÉE", "lycee"),
        ("Élémentaire", "elementaire"),
        ("Collège ", "college"),
        ("Supérieur", "superieur"),
    ],
)
def test_a_level_may_be_written_as_on_a_school_bag(text: str, level: str) -> None:
    assert read(text) == level


@given(st.sampled_from(LEVELS), st.data())
def test_case_spaces_and_accents_are_put_aside(level: str, data: st.DataObject) -> None:
    accents = {"e": "eéèê", "i": "iî", "u": "uù"}
    marks = [data.draw(st.sampled_from(accents.get(mark, mark))) for mark in level.replace("-", data.draw(st.sampled_from(["-", " ", ""])))]
    text = "".join(mark.upper() if data.draw(st.booleans()) else mark for mark in marks)
    assert read(text) == level
    assert re.search(WRITTEN, text)


@given(st.from_regex(WRITTEN, fullmatch=True) | st.text("cmeélycé123 -", max_size=8))
def test_the_pattern_of_the_schema_takes_nothing_that_the_check_refuses(text: str) -> None:
    assert (re.search(WRITTEN, text) is not None) <= (read(text) is not None)


@pytest.mark.parametrize(("word", "level"), [*MEANT.items(), *HOLDS.items()])
def test_another_word_is_told_with_the_level_that_it_means(word: str, level: str) -> None:
    assert level in LEVELS
    with pytest.raises(ValidationError, match=f"Écrivez « {level} »"):
        READ.validate_python(word)


@pytest.mark.parametrize("many", [" ", "\t", " -", " et ", ",", "6e "])
def test_a_text_is_gone_through_once_however_long_it_is(many: str) -> None:
    with in_bounded_time(), pytest.raises(ValidationError):
        READ.validate_python(f"6e{many * 100_000}x")


def test_what_only_a_wider_level_holds_is_not_repaired_without_asking() -> None:
    with pytest.raises(ValidationError) as told:
        READ.validate_python("Lycée professionnel")
    assert "ctx" not in told.value.errors()[0]
