"""A tool is drawn to scale where its owner gives the figures, and the words below say what is drawn."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.record.drawing import BOOT, Drawing, drawings
from contributions.models import Exhibition

KEYS = {
    "title": "Une malle",
    "summary": "Une.",
    "date": "2026-01-01",
    "category": "malle",
    "themes": ["astronomie"],
    "publisher": {"name": "M"},
}
SIDE = st.one_of(st.none(), st.integers(1, 600))
VOLUME = st.integers(1, 4000).map(lambda hundredths: hundredths / 100)
FIGURES = st.fixed_dictionaries(
    {
        "panels": st.one_of(st.none(), st.integers(1, 60)),
        "width_cm": SIDE,
        "height_cm": SIDE,
        "depth_cm": SIDE,
        "volume_m3": st.one_of(st.none(), VOLUME),
    }
)


def drawn(**figures: Any) -> list[Drawing]:
    """The drawings of a tool with some figures, or with versions."""
    keys = figures if "versions" in figures else {"format": figures}
    return list(drawings(Exhibition.model_validate({**KEYS, **keys})))


def said(**figures: Any) -> str:
    (one,) = drawn(**figures)
    return " ".join(one.said).replace("\u00a0", " ").replace("\u202f", " ")


def points(path: str) -> list[tuple[float, float]]:
    """The corners of path data of M, l, h, v, V and Z."""
    x, y = 0.0, 0.0
    found = []
    for sign, numbers in re.findall(r"([MlhvV])([^MlhvVZ]*)", path):
        first, *second = (float(value) for value in re.findall(r"-?\d+", numbers))
        match sign:
            case "M":
                x, y = first, second[0]
            case "l":
                x, y = x + first, y + second[0]
            case "h":
                x += first
            case "v":
                y += first
            case _:
                y = first
        found.append((x, y))
    return found


class TestWhatIsDrawn:
    @pytest.mark.parametrize("figures", [{}, {"panels": 12}, {"width_cm": 80}, {"height_cm": 80, "depth_cm": 3}, {"surface_m2": 40}])
    def test_is_nothing_where_figures_do_not_suffice(self, figures: dict[str, Any]) -> None:
        assert drawn(**figures) == []

    @given(FIGURES)
    def test_is_as_high_and_wide_as_the_figures_say_and_lies_within_the_drawing(self, figures: dict[str, Any]) -> None:
        for one in drawn(**figures):
            for box in one.bodies:
                corners = points(box.front)
                across, along = zip(*corners, strict=True)
                assert abs(max(across) - min(across) - figures["width_cm"]) <= 1
                assert abs(max(along) - min(along) - figures["height_cm"]) <= 1
                assert max(along) == one.floor
            corners = [corner for box in (*one.bodies, *one.boots, *one.loads) for corner in points(box.front + box.depth)]
            assert all(0 <= x <= one.width and 0 <= y <= one.height for x, y in corners)
            assert one.floor >= 170
            assert bool(one.bodies) == bool(figures["width_cm"] and figures["height_cm"])

    @given(VOLUME)
    def test_fills_as_much_of_the_boots_as_it_measures(self, volume: float) -> None:
        (one,) = drawn(volume_m3=volume)
        height = sum(one.floor - min(y for _x, y in points(load.front)) for load in one.loads)
        expected = min(volume * 1e6 / (BOOT[0] * BOOT[1]), BOOT[2] * len(one.boots))
        assert abs(height - expected) <= len(one.boots)

    def test_is_one_drawing_for_versions_of_the_same_figures(self) -> None:
        versions = [
            {"id": "a", "label": "Dibond", "format": {"width_cm": 80, "height_cm": 120}},
            {"id": "b", "label": "Bâche", "format": {"width_cm": 80, "height_cm": 120}},
            {"id": "c", "label": "Valise", "format": {"volume_m3": 0.2}},
            {"id": "d", "label": "Numérique"},
        ]
        assert [one.label for one in drawn(versions=versions)] == ["Dibond et Bâche", "Valise"]


class TestTheWords:
    def test_name_the_panels_and_how_many_of_them_are_drawn(self) -> None:
        boot = "le coffre d’un break (environ 100 × 140 × 80 cm, soit 1,12 m³)"
        assert said(panels=14, width_cm=80, height_cm=180, volume_m3=0.8) == (
            f"À la même échelle : une personne de 1,70 m, 2 panneaux de 80 × 180 cm sur les 14 et {boot}. "
            "Emballé, il fait 0,8 m³ : environ 72 % de ce coffre."
        )
        assert said(width_cm=110, height_cm=95, depth_cm=110) == (
            f"À la même échelle : une personne de 1,70 m, une pièce de 110 × 95 × 110 cm et {boot}. "
            "Le propriétaire ne donne pas le volume une fois emballé."
        )

    def test_say_how_many_boots_it_takes(self) -> None:
        assert said(volume_m3=14).endswith("Emballé, il fait 14 m³ : autant que 12,5 coffres comme celui-ci. 2 sont dessinés.")
        assert said(volume_m3=1.12).endswith("Emballé, il fait 1,12 m³ : environ 100 % de ce coffre.")
