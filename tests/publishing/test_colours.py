"""Colours as literals: those of the theme, a region's where they are plain, and each readable on its ground."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.colours import ENOUGH, Colour, colours, contrast, inverted, legible, readable

COLOUR = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
SHEET = ":root { --ink: light-dark(#0a2434, #EAF2F5); --paper: #fff; --shade: #ffffff40; --hero: var(--paper); --gap: 1rem; }"


@pytest.mark.parametrize(
    ("own", "ink"),
    [
        ({}, Colour("#0a2434", "#eaf2f5")),
        ({"ink": "#123"}, Colour("#112233", "#112233")),
        ({"ink": "rgb(1 2 3)"}, Colour("#010203", "#010203")),
        ({"ink": "light-dark(rgb(1, 2, 3), #fff)"}, Colour("#010203", "#ffffff")),
        ({"ink": "oklch(0.5 0.1 200)"}, Colour("#0a2434", "#eaf2f5")),
        ({"ink": "light-dark(#fff, oklch(0.5 0.1 200))"}, Colour("#0a2434", "#eaf2f5")),
    ],
)
def test_a_region_s_own_count_where_they_are_plain(own: dict[str, str], ink: Colour) -> None:
    assert colours(SHEET, own) == {"ink": ink, "paper": Colour("#ffffff", "#ffffff")}


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59), ("#123456", "#123456", 1)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, known: float) -> None:
    assert contrast(one, other) == pytest.approx(known, abs=0.005) == contrast(other, one)


@given(COLOUR, COLOUR)
def test_a_text_is_readable_where_anything_is(text: str, ground: str) -> None:
    found = readable(text, ground)
    assert legible(found, ground) >= min(ENOUGH, max(legible(plain, ground) for plain in ("#000000", "#ffffff")))
    if legible(text, ground) >= ENOUGH:
        assert found == text


@given(COLOUR)
def test_inverting_twice_is_nothing(colour: str) -> None:
    assert inverted(inverted(colour)) == colour
