"""Pictures for mails: JPEG of photographs, PNG of drawings, made once, with the same bytes each time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from contributions.media.pictures import mailed, mailed_path
from publishing.assets import Theme
from publishing.engine import variants
from publishing.engine.variants import Variants, drawn, shrink
from publishing.page import Drawing, Variant
from support import THEME

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="88" height="88"><rect width="88" height="88" fill="#16496a"/></svg>'


def png(size: tuple[int, int], colour: tuple[int, ...]) -> bytes:
    out = io.BytesIO()
    Image.new("RGBA" if len(colour) == 4 else "RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


class TestAPhotograph:
    def test_is_a_jpeg_of_its_width(self) -> None:
        found = opened(shrink(png((800, 400), (200, 10, 10)), 176, "JPEG"))
        assert (found.format, found.size) == ("JPEG", (176, 88))

    def test_is_never_made_larger(self) -> None:
        assert opened(shrink(png((300, 200), (200, 10, 10)), 1104, "JPEG")).size == (300, 200)

    def test_lies_on_white_where_it_is_see_through(self) -> None:
        assert opened(shrink(png((200, 100), (0, 0, 0, 0)), 176, "JPEG")).getpixel((5, 5)) == (255, 255, 255)

    @pytest.mark.parametrize(
        ("src", "there"),
        [
            ("/images/a.jpg", True),
            ("/images/a.WEBP", True),
            ("/images/a.svg", False),
            ("/images/a.avif", False),
            ("https://b.example/a.jpg", False),
        ],
    )
    def test_has_one_where_browsers_get_smaller_ones_too(self, src: str, there: bool) -> None:
        assert mailed(src) is there

    def test_has_an_address_beside_its_own(self) -> None:
        assert mailed_path("/images/a.webp", 176) == "/images/a.webp.176.jpg"


class TestADrawing:
    def test_is_sharp_and_has_its_literal_colours(self) -> None:
        found = opened(drawn(SVG, 2))
        assert (found.format, found.size) == ("PNG", (176, 176))
        assert found.convert("RGB").getpixel((80, 80)) == (0x16, 0x49, 0x6A)

    def test_of_the_theme_is_opaque_and_small(self) -> None:
        drawings = Theme(THEME / "static", {}).drawings
        assert len(drawings) == 13
        found = opened(drawn(drawings["astronomie"].svg, 2))
        assert not found.has_transparency_data
        assert len(found.convert("RGB").getcolors(99_999) or ()) > 1
        assert len(drawn(drawings["astronomie"].svg, 2)) < 10_000

    def test_is_in_the_colours_of_the_region(self) -> None:
        drawing = Theme(THEME / "static", {"plate": "#401020"}).drawings["astronomie"]
        assert (0x40, 0x10, 0x20) in {colour for _count, colour in opened(drawn(drawing.svg, 2)).convert("RGB").getcolors(99_999) or ()}

    def test_has_the_same_bytes_each_time(self) -> None:
        assert drawn(SVG, 2) == drawn(SVG, 2)


def test_what_was_made_is_kept_and_what_is_damaged_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(png((800, 400), (200, 10, 10)))
    items = [Drawing("/theme/lettre/a.png", SVG, 2), Variant("/images/a.png.176.jpg", source, 176)]
    kept = Variants(tmp_path / "cache")
    kept.prepare(items, 1)
    places = [tmp_path / "one", tmp_path / "two"]
    for item, place in zip(items, places, strict=True):
        kept.place(item, str(place))
    assert [opened(place.read_bytes()).format for place in places] == ["PNG", "JPEG"]
    (tmp_path / "cache" / "images").joinpath("x").write_bytes(b"")
    monkeypatch.setattr(variants, "drawn", lambda *_: pytest.fail("made again"))
    kept.prepare(items, 1)
    kept.place(items[0], str(places[0]))
    for file in (tmp_path / "cache" / "images").glob("*.png"):
        file.write_bytes(b"damaged")
    monkeypatch.undo()
    kept.place(items[0], str(places[0]))
    assert opened(places[0].read_bytes()).format == "PNG"


def test_a_picture_is_another_where_what_it_is_made_of_is(tmp_path: Path) -> None:
    kept = Variants(tmp_path)
    digests = {kept.digest(Drawing("/a.png", svg, scale)) for svg in (SVG, SVG.replace("16496a", "000000")) for scale in (1, 2)}
    assert len(digests) == 4
