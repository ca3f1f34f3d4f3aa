"""Pictures come only with a credit, whole and no larger than pages need, and are fetched once."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from contributions.library.library import Library
from contributions.loading.loading import read_content
from imports.drafts.pictures import smaller
from imports.taken import Picture, UnreadableSource
from support import SVG, TODAY, hub
from support_imports import MAP, errors, files, imported, reading, record

FIRST = "events/nuit-du-ciel-1-2026.md"


def photograph(width: int, height: int, kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, kind)
    return out.getvalue()


@pytest.fixture
def there(content: Callable[..., Path]) -> Path:
    return content(hub() | {"imports/openagenda.yml": MAP})


def with_picture(credit: str = "Le club", alt: str = "Un télescope devant la salle") -> object:
    return reading(replace(record("1"), pictures=(Picture("https://images.example/a.jpg", alt, credit),)))


def test_a_picture_is_made_smaller_and_named_by_us(there: Path) -> None:
    plan = imported(there, with_picture(), fetch=lambda _url: photograph(3000, 2000))
    (path,) = [path for path in files(there) if path.startswith("images/")]
    assert path.startswith("images/imports/openagenda/nuit-du-ciel-1-2026-")
    with Image.open(there / path) as image:
        assert image.size == (1600, 1067)
    assert f"src: {path}\n  alt: Un télescope devant la salle\n  credit: Le club\n" in (there / FIRST).read_text("utf-8")
    assert (errors(there), plan.refused) == ([], [])


def test_it_is_fetched_once_and_stays_where_none_are_asked_for(there: Path) -> None:
    imported(there, with_picture(), fetch=lambda _url: photograph(30, 20))
    before = files(there)

    def never(url: str) -> bytes:
        raise AssertionError(url)

    imported(there, with_picture(), fetch=never)
    imported(there, with_picture())
    assert files(there) == before


@pytest.mark.parametrize(
    ("credit", "data"),
    [("", photograph(30, 20)), ("Le club", b"<html>"), ("Le club", SVG.encode()), ("Le club", photograph(30, 20)[:200])],
    ids=["without credit", "a page", "a drawing", "damaged"],
)
def test_what_cannot_be_taken_is_told_and_the_event_comes_without(there: Path, credit: str, data: bytes) -> None:
    plan = imported(there, with_picture(credit), fetch=lambda _url: data)
    assert [one.at for one in plan.refused] == ["events[1], pictures[0]"]
    assert "image:" not in (there / FIRST).read_text("utf-8")
    assert not (there / "images").exists()


def test_nothing_is_fetched_unless_it_is_asked_for(there: Path) -> None:
    imported(there, with_picture())
    assert not (there / "images").exists()


def test_a_picture_of_a_draft_is_published_nowhere(there: Path) -> None:
    found = reading(replace(record("1", words=()), pictures=(Picture("https://images.example/a.jpg", "Un télescope", "Le club"),)))
    imported(there, found, fetch=lambda _url: photograph(30, 20))
    loaded = read_content(there, TODAY).checked()
    assert isinstance(loaded.library, Library)
    assert list(loaded.media) == []


def test_what_is_small_enough_stays_as_it_is_but_for_what_a_camera_wrote() -> None:
    assert smaller(photograph(30, 20)) == (".jpg", photograph(30, 20))
    assert smaller(photograph(30, 20, "PNG"))[0] == ".png"
    with pytest.raises(UnreadableSource):
        smaller(b"")
