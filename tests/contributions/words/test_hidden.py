"""Characters that nothing shows are told where they are out of place, and left alone where a script or a picture needs them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.words.hidden import CONTROL, SUSPECT, entities, hidden, invisibles, marked, visible
from support_limits import in_bounded_time

TEXTS = st.text(
    st.sampled_from(
        "ab é\n\u05d0\u0939👩🔬❤1🏴–\u00ad\x07\u2028\u061c\u200b\u200c\u200d\u200e\u202e\u2060\u2066\u2069\ufe0f\ufeff\U000e0041\U000e007f"
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "Une espace fine\u202f: un tiret\u2011là, l’été\u00a0!",
        "un anti\u00adconsti\u00adtu\u00adtion\u00adnel",
        "👩\u200d🔬 et 👨🏽\u200d🚀, 👨\u200d👩\u200d👧, 🏳\ufe0f\u200d🌈, 🙂\u200d↔\ufe0f",
        "❤\ufe0f 1\ufe0f\u20e3 ☎\ufe0e",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "ภาษา\u200bไทย",
        "葛\U000e0100飾",
        "Le C++\u200e (\u05e9\u05dc\u05d5\u05dd)",
        "de 2024\u2060–\u20602026",
    ],
)
def test_what_a_script_or_a_picture_needs_has_a_place(text: str) -> None:
    assert list(hidden(text)) == []
    assert visible(text) == marked(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Esc\u200bale", "Esc¤ale"),
        ("\ufeffEscale", "¤Escale"),
        ("Esc\u2060ale", "Esc¤ale"),
        ("Escale \u2060", "Escale ¤"),
        ("a\u200db", "a¤b"),
        ("👩\u200d", "👩¤"),
        ("e\ufe0f \ufe0f ❤\ufe0f\ufe0f", "e¤ ¤ ❤\ufe0f¤"),
        ("\u202eelacsE\u202c", "¤elacsE¤"),
        ("\u2066a\u2069 \u2068b\u2069", "¤a¤ ¤b¤"),
        ("Le C++\u200e (ici)\n\u05e9\u05dc\u05d5\u05dd", "Le C++¤ (ici)\n\u05e9\u05dc\u05d5\u05dd"),
        ("\u05e9\u05dc \u202e\u05d5\u05dd", "\u05e9\u05dc ¤\u05d5\u05dd"),
        ("🏴\U000e0067\U000e0062", "🏴¤¤"),
        ("Bonjour\U000e0041\U000e0042", "Bonjour¤¤"),
        ("a\ufff9b\ufffac\ufffb", "a¤b¤c¤"),
        ("\u206a\u3164\u115f\U0001d173\ufffc", "¤¤¤¤¤"),
        ("a\x07b\u2028c\x85d\ufffe", "a¤b¤c¤d¤"),
    ],
)
def test_what_does_nothing_for_those_around_it_has_none(text: str, shown: str) -> None:
    assert marked(text) == shown


def test_what_follows_one_another_is_told_once() -> None:
    assert [(found.at, len(found.characters)) for found in hidden("a\u200b\u200b\ufeffb\u200b\x07\x07")] == [(1, 3), (5, 1), (6, 1), (7, 1)]


def test_a_file_is_told_so_many_at_once() -> None:
    found = list(invisibles("a\n" + "b\u200b" * 100))
    assert len(found) == 20
    assert (found[2].line, found[2].column) == (2, 6)


@given(TEXTS)
def test_only_what_cannot_be_seen_is_taken_away(text: str) -> None:
    assert SUSPECT.sub("", visible(text)).replace(" ", "") == SUSPECT.sub("", text).replace(" ", "")
    assert CONTROL.search(visible(text)) is None
    assert len(marked(text)) == len(text)
    assert visible(text).count("\n") == text.count("\n")


class TestEntities:
    @pytest.mark.parametrize(
        "written", ["&#x202e;", "&#8238;", "&#x202E", "&rlm;", "&zwnj;", "&ZeroWidthSpace;", "&#7;", "&#x7F;", "&#xE0041;"]
    )
    def test_are_told_as_what_they_mean(self, written: str) -> None:
        [(at, found)] = entities(f"Un mot {written} et un autre.")
        assert (at, found.code, found.repair) == (7, "E014", f"Effacez « {written} ».")

    @pytest.mark.parametrize(
        "written", ["&amp;", "&shy;", "&nbsp;", "&rlm", "&#x41;", "&#x110000;", "&#0;", "\u05d0 &rlm; \u05d0", "👩&zwj;🔬", "&"]
    )
    def test_of_what_can_be_seen_are_not(self, written: str) -> None:
        assert list(entities(f"Un mot {written} et un autre.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "a\u200e" * 300_000,
        "🏴\U000e0067\U000e007f" * 80_000,
        "🏴" + "\U000e0067" * 240_000,
        "\u200b" * 300_000,
        "a\u200b" * 250_000,
        "&rlm; " * 14_000,
    ],
    ids=["marks", "flags", "flag", "run", "runs", "entities"],
)
def test_a_text_of_nothing_else_is_read_at_once(text: str) -> None:
    with in_bounded_time():
        visible(text)
        list(entities(text))
