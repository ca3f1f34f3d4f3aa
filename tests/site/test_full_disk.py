"""A disk that fills up at any moment of a build: the site on line is untouched, and the next build is whole and right."""

from pathlib import Path

import pytest

from support_commands import UNCHANGED
from support_disk import MOMENTS, moments

FULL = ("Le disque est plein", "Le disque a rendu une erreur", "Un fichier dépasse la taille permise", "Pagefind ")
"""How it may be told: by the system, or by Pagefind, which leaves an index that is cut short, or is ended by the system."""


@pytest.mark.slow
def test_a_full_disk_costs_no_site_whenever_it_is_met(tmp_path: Path) -> None:
    found = moments(tmp_path)
    assert len(found) == MOMENTS
    for ended in found:
        assert ended["code"] == 2, ended
        assert ended["said"][0].startswith(FULL), ended
        assert ended["said"][1:] == [UNCHANGED], ended
        assert ended["untouched"], ended
        assert (ended["again"], ended["right"]) == (0, True), ended
        assert set(ended["left"]) <= {"content", "output", "cache", ".output.staging"}, ended
