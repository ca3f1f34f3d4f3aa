"""Words of a region: by name or by label, in any spelling; their codes; and never the contrary."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.fields.vocabulary import likely, meant, nearest
from support import REPOSITORY

THEMES = {"sciences-de-la-terre": "Sciences de la Terre", "sante": "Santé", "industrie-technologies": "Industrie et technologies"}
DEPARTMENTS = {"02": "Aisne", "59": "Nord", "62": "Pas-de-Calais", "2A": "Corse-du-Sud"}


class TestAWordOfTheRegion:
    @given(
        st.sampled_from(sorted(THEMES)), st.booleans(), st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from([" ", "-", "_"])
    )
    def test_is_known_by_its_name_and_by_its_label(self, name: str, label: bool, case: object, mark: str) -> None:
        assert callable(case)
        assert meant(case((THEMES[name] if label else name).replace("-", mark).replace(" ", mark)), THEMES) == name

    @pytest.mark.parametrize(
        ("written", "code"),
        [("Nord", "59"), ("NORD", "59"), ("pas de calais", "62"), ("Pas-de-Calais (62)", "62"), ("2", "02"), ("02 - Aisne", "02"), ("2a", "2A"),
         ("département de l’Aisne", "02"), ("Aisne (59)", ""), ("75", ""), ("Nort", ""), ("", "")],
    )  # fmt: skip
    def test_may_be_a_code_with_its_name(self, written: str, code: str) -> None:
        assert meant(written, DEPARTMENTS) == code

    def test_that_only_resembles_is_proposed(self) -> None:
        assert (meant("Nort", DEPARTMENTS), likely("Nort", DEPARTMENTS)) == ("", "59")
        assert (meant("astronautique", THEMES), likely("zzz", THEMES)) == ("", "")

    @given(st.text(max_size=20))
    def test_is_one_of_the_known(self, written: str) -> None:
        assert meant(written, THEMES) in {"", *THEMES}
        assert likely(written, THEMES) in {"", *THEMES}

    def test_is_never_proposed_for_its_contrary(self) -> None:
        assert nearest("depublie", ["publie", "archive"]) is None


def test_nothing_is_loaded_to_compare_words_until_one_is_wrong() -> None:
    code = "import sys; import contributions.judging.validation, contributions.rules; print('rapidfuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY / "plugins", capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
