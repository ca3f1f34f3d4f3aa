"""The maps of imports are checked like hub.yml: what a map says wrong is told with its line, before any import."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from support import hub, organisation

Reported = Callable[..., list[str]]
MAP = """themes:
  Étoiles et planètes: astronomie
categories:
  Conférence débat: conference
audiences:
  Familles: famille
organisers:
  Club du Plateau: club-du-plateau
default:
  category: atelier
  place: {name: Salle des fêtes, city: Abbeville}
"""


def of(reported: Reported, text: str, name: str = "openagenda.yml") -> list[str]:
    return [line.removeprefix("content/imports/") for line in reported(hub() | organisation("club-du-plateau") | {f"imports/{name}": text})]


def test_a_sound_map_is_nothing_to_be_told(reported: Reported) -> None:
    assert of(reported, MAP) == []


def test_an_empty_one_neither(reported: Reported) -> None:
    assert of(reported, "") == []


@pytest.mark.parametrize(
    ("old", "new", "place", "code"),
    [
        ("astronomie", "astronomy", "2:24", "E109"),
        ("conference", "conferance", "4:21", "E109"),
        ("famille", "enfants-sages", "6:13", "E109"),
        ("club-du-plateau", "club-du-plato", "8:20", "E201"),
        ("categories:", "categorie:", "3:1", "E101"),
        ("  category: atelier", "  categorie: atelier", "10:3", "E101"),
        ("category: atelier", "category: rien-de-tel", "10:13", "E109"),
        (", city: Abbeville", "", "11:3", "E102"),
        ("astronomie", "[astronomie]", "2:24", "E104"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(reported: Reported, old: str, new: str, place: str, code: str) -> None:
    assert [line.split(" ")[:2] for line in of(reported, MAP.replace(old, new))] == [[f"openagenda.yml:{place}:", code]]


@pytest.mark.parametrize("name", ["openagend.yml", "notes.txt", "vieux/openagenda.yml"])
def test_a_file_that_no_import_reads_is_told(reported: Reported, name: str) -> None:
    (line,) = of(reported, MAP, name)
    assert line.startswith(f"{name}:1:1: W003 Ce fichier n’est la table d’aucune source")
