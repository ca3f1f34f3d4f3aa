"""A line of a header in another notation is given in ours, with every word of it; one that may be anything is not guessed at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.source.front_matter import parse
from contributions.source.keyless import advice, guessed, keyed, of_a_group

KEY = st.from_regex(r"[a-z][a-z_]{2,12}", fullmatch=True)
VALUE = st.from_regex(r"[A-Za-zéà0-9][A-Za-zéà0-9 :#,'.«»-]{0,40}[A-Za-zéà0-9]", fullmatch=True)
NOTATIONS = ["{key}={value}", "{key} = {value}", "{key}; {value}", "{key} ; {value}", "{key}：{value}", "{key} := {value}", "**{key}:** {value}",
    "**{key}**: {value}", '"{key}": "{value}"', '"{key}": "{value}",']  # fmt: skip


@given(KEY, VALUE, st.sampled_from(NOTATIONS))
def test_a_key_in_another_notation_is_read_with_its_whole_value(key: str, value: str, notation: str) -> None:
    assert parse(f"---\n{keyed(notation.format(key=key, value=value))}\n---\n").values == {key: value}


@given(KEY, VALUE)
def test_a_note_of_html_is_one_of_yaml_with_the_same_words(key: str, value: str) -> None:
    assert keyed(f"<!-- {key} {value} -->") == f"# {key} {value}"


@pytest.mark.parametrize("words", ["Une ligne de texte", "sous les falaises", "https://exemple.fr/", "======", "Été = chaud", "", "- x"])
def test_what_may_be_anything_is_no_key(words: str) -> None:
    assert keyed(words) == ""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("name:Halle", "name: Halle"),
        ("name:\u00a0Halle", "name: Halle"),
        ("name=Halle", "name: Halle"),
        ("name Halle", "name: Halle"),
        ("Name:Halle", "Name: Halle"),
        ("Halle aux draps", ""),
        ("halle aux draps", ""),
        ("https://exemple.fr/", ""),
    ],
)
def test_the_only_line_of_a_group_is_one_of_its_keys_or_nothing(words: str, line: str) -> None:
    assert of_a_group(words, ["name", "city"]) == line


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("summary", "Il manque « : » et une espace après le nom de la clé."),
        ("title=Nuit", "Écrivez « title: Nuit »."),
        ("<!-- à revoir -->", "Écrivez « # à revoir »."),
        ("https://exemple.fr/", "« url: https://exemple.fr/ »"),
        ("======", "Effacez cette ligne"),
        ("sous les falaises", "la suite de la ligne d’au-dessus"),
    ],
)
def test_what_is_said_of_a_line_is_what_to_write(words: str, said: str) -> None:
    assert said in advice(words)


def test_a_first_word_is_only_guessed_to_be_a_key() -> None:
    assert (guessed("city Laon"), guessed("Laon est loin"), guessed("city")) == ("city: Laon", "", "")
