"""Photographs: damaged or huge ones are told; what is published says neither where nor by whom they were taken."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from contributions.media.photographs import DAMAGED, FORMATS, MOVING, ORIENTATION, TOO_LARGE, TOO_LONG, flaw, stripped
from contributions.media.pictures import size_of

GPS = 0x8825
HERE = Path(__file__).parent / "damaged"
"""What `make fuzz` found."""


def picture(ending: str, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").resize((48, 32)).save(out, FORMATS[ending], **options)
    return out.getvalue()


def taken_by_a_camera(ending: str) -> bytes:
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[ORIENTATION] = "Camera", "Camille Verdier", 6
    exif[GPS] = {1: "N", 2: (49.0, 53.0, 41.0)}
    return picture(ending, exif=exif, comment=b"Camille Verdier")


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@pytest.mark.parametrize("ending", FORMATS)
class TestAPicture:
    def test_that_is_whole_has_no_flaw(self, ending: str) -> None:
        assert flaw(picture(ending), ending) is None

    @pytest.mark.parametrize("share", [0, 0.1, 0.5])
    def test_that_is_cut_is_told(self, ending: str, share: float) -> None:
        data = picture(ending)
        assert flaw(data[: int(len(data) * share)], ending) is not None

    def test_is_published_without_its_camera_and_place(self, ending: str) -> None:
        data = taken_by_a_camera(ending)
        copy = stripped(data, ending)
        with Image.open(io.BytesIO(copy)) as shown, Image.open(io.BytesIO(data)) as sent:
            assert set(shown.getexif()) <= {ORIENTATION}
            assert shown.getexif().get(ORIENTATION) == sent.getexif().get(ORIENTATION)
            assert shown.size == sent.size
        assert b"Camera" not in copy
        assert b"Camille" not in copy

    def test_that_tells_nothing_keeps_its_bytes(self, ending: str) -> None:
        assert stripped(picture(ending), ending) == picture(ending)

    def test_is_opened_as_what_its_name_says_alone(self, ending: str) -> None:
        other = ".png" if ending != ".png" else ".gif"
        assert flaw(picture(other), ending) is not None


@pytest.mark.parametrize(
    ("name", "told"), [("planes.avif", DAMAGED), ("item.avif", DAMAGED), ("index.gif", DAMAGED), ("wide.gif", TOO_LONG)]
)
def test_bytes_at_which_a_decoder_stumbles_are_told(name: str, told: object) -> None:
    assert flaw((HERE / name).read_bytes(), Path(name).suffix) == told


@pytest.mark.parametrize("name", ["tiff.webp", "tags.jpg"])
def test_what_a_camera_wrote_is_left_out_where_it_cannot_be_read_either(name: str) -> None:
    data, ending = (HERE / name).read_bytes(), Path(name).suffix
    assert flaw(data, ending) is None
    copy = stripped(data, ending)
    with Image.open(io.BytesIO(copy)) as shown, Image.open(io.BytesIO(data)) as sent:
        assert (dict(shown.getexif()), shown.size) == ({}, sent.size)
    assert size_of(HERE / name) == (*sent.size, len(copy))


def test_a_small_file_of_many_points_is_not_decoded() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"0" * 1000)) + chunk(b"IEND", b"")
    assert flaw(data, ".png") == TOO_LARGE


def test_a_short_film_of_large_frames_is_not_decoded() -> None:
    out = io.BytesIO()
    frames = [Image.new("P", (2000, 2000), colour) for colour in range(20)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert flaw(out.getvalue(), ".gif") == TOO_LARGE


def test_a_jpeg_is_written_again_as_it_was_compressed() -> None:
    data = taken_by_a_camera(".jpg")
    with Image.open(io.BytesIO(stripped(data, ".jpg"))) as shown, Image.open(io.BytesIO(data)) as sent:
        assert shown.quantization == sent.quantization


GREY = Image.linear_gradient("L").resize((40, 30))


def told(image: Image.Image, ending: str, kind: str = "", **options: Any) -> tuple[bytes, str]:
    """A picture that says who took it, whatever its form."""
    exif = Image.Exif()
    exif[0x013B] = "Camille Verdier"
    out = io.BytesIO()
    image.save(out, kind or FORMATS[ending], exif=exif, comment=b"Camille Verdier", **options)
    return out.getvalue(), ending


PALETTE = GREY.convert("P")
FORMS = {
    "grey JPEG": told(GREY, ".jpg"),
    "JPEG for print": told(GREY.convert("CMYK"), ".jpg"),
    "progressive JPEG": told(GREY.convert("RGB"), ".jpg", progressive=True, subsampling=0),
    "JPEG of a telephone, with a second one": told(GREY.convert("RGB"), ".jpg", "MPO", save_all=True, append_images=[GREY.convert("RGB")]),
    **{f"PNG {mode}": told(GREY.convert(mode), ".png") for mode in ("1", "L", "LA", "P", "RGB", "RGBA")},
    "PNG of 16 bits": told(Image.new("I;16", (9, 9)), ".png"),
    "PNG that moves": told(GREY, ".png", save_all=True, append_images=[GREY.rotate(90), GREY.rotate(180)]),
    "transparent GIF": told(PALETTE, ".gif", transparency=0),
    "GIF that moves": told(PALETTE, ".gif", save_all=True, append_images=[PALETTE.rotate(90)], duration=[50, 90]),
    "WebP that moves": told(GREY.convert("RGB"), ".webp", save_all=True, append_images=[GREY.rotate(90).convert("RGB")]),
    "transparent WebP": told(GREY.convert("RGBA"), ".webp", lossless=True),
    "AVIF": told(GREY.convert("RGB"), ".avif"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_of_any_form_is_published_whole_and_tells_nobody(form: str) -> None:
    data, ending = FORMS[form]
    assert flaw(data, ending) is None
    copy = stripped(data, ending)
    with Image.open(io.BytesIO(copy)) as shown, Image.open(io.BytesIO(data)) as sent:
        assert (shown.size, shown.mode) == (sent.size, sent.mode)
        assert getattr(shown, "n_frames", 1) == (1 if sent.format == "MPO" else getattr(sent, "n_frames", 1))
        assert ("transparency" in shown.info) == ("transparency" in sent.info)
    assert b"Camille" not in copy
    assert flaw(copy, ending) is None


def test_an_avif_that_moves_is_told() -> None:
    out = io.BytesIO()
    GREY.convert("RGB").save(out, "AVIF", save_all=True, append_images=[GREY.rotate(90).convert("RGB")])
    assert flaw(out.getvalue(), ".avif") == MOVING
