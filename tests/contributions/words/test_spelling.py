"""What is another spelling of a word, and what is another word: only the first may be written instead."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from contributions.words.spelling import denies, joined, spelt_alike

KNOWN = ("publie", "brouillon", "archive", "weight_kg", "width_cm", "astronomie", "consent", "title", "summary", "max_days", "min", "max")
NEGATIONS = ("de", "dé", "non", "non-", "in", "im", "mal", "anti", "sans", "sans-", "pas ")
words = st.sampled_from(KNOWN)
long_words = st.sampled_from([word for word in KNOWN if len(word) >= 6 and "_" not in word])


class TestASpelling:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("Publié", "publie"), ("PUBLIE", "publie"), ("publiee", "publie"), ("titel", "title"), ("tilte", "title"),
            ("sumary", "summary"), ("Weight-Kg", "weight_kg"), ("weightKg", "weight_kg"), ("Max Days", "max_days"),
            ("astronomi", "astronomie"), ("brouillons", "brouillon"), ("archives", "archive"),
        ],
    )  # fmt: skip
    def test_is_the_word(self, written: str, meant: str) -> None:
        assert spelt_alike(written, KNOWN) == meant

    @given(words, st.sampled_from(["-", "_", " ", ""]), st.sampled_from([str.upper, str.title, str.lower, str.capitalize]))
    def test_has_any_case_and_any_marks_between_words(self, word: str, mark: str, case: object) -> None:
        assert callable(case)
        assert spelt_alike(case(word.replace("_", mark)), KNOWN) == word

    @given(long_words, st.data())
    def test_has_two_letters_in_each_others_place(self, word: str, data: st.DataObject) -> None:
        at = data.draw(st.integers(1, len(word) - 2))
        written = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        assert spelt_alike(written, KNOWN) == word

    def test_is_none_where_two_words_are_meant(self) -> None:
        assert spelt_alike("concert", ["concertt", "conncert"]) == ""
        assert spelt_alike("images", ["image", "images"]) == "images"


class TestAnotherWord:
    @pytest.mark.parametrize(
        "written",
        ["depublie", "dépublié", "nonconsent", "weight_g", "weight_t", "width_m", "width_mm", "astronome", "astronaute", "mix", "mi",
         "maximum", "public", "tilde", "", "é", "…"],
    )  # fmt: skip
    def test_is_none_of_the_known(self, written: str) -> None:
        assert spelt_alike(written, KNOWN) == ""

    @given(words, st.sampled_from(NEGATIONS))
    def test_is_whatever_denies_a_word(self, word: str, negation: str) -> None:
        assert spelt_alike(negation + word, KNOWN) == ""
        assert denies(negation + word, word)
        assert denies(word, negation + word)

    @given(words, st.sampled_from("bcfghjkqvwxz"))
    def test_is_one_with_another_first_letter(self, word: str, letter: str) -> None:
        assume(letter != word[0])
        assert spelt_alike(letter + word[1:], [word]) == ""

    @given(st.text(max_size=12))
    def test_is_what_shares_no_spelling(self, written: str) -> None:
        found = spelt_alike(written, KNOWN)
        assert found == "" or joined(written)[:1] == joined(found)[:1]
