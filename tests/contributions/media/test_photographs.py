"""Photographs: damaged or huge ones are told; what is published says neither where nor by whom they were taken."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from contributions.cache.cache import Cache
from contributions.media.photographs import DAMAGED, FORMATS, MOVING, ORIENTATION, SCAN, SCANNED, TOO_LARGE, TOO_LONG, flaw, stripped
from contributions.media.pictures import size_of
from contributions.rules.media import media_problems

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


def riff(data: bytes, more: bytes) -> bytes:
    """A WebP with chunks more."""
    return b"RIFF" + (len(data) - 8 + len(more)).to_bytes(4, "little") + data[8:] + more


SLIPPED_IN: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a picture behind the picture": (".jpg", lambda data: data + taken_by_a_camera(".jpg")),
    "a segment of another application": (".jpg", lambda data: data[:2] + b"\xff\xeb\0\x12Camille Verdier " + data[2:]),
    "a comment": (".jpg", lambda data: data[:2] + b"\xff\xfe\0\x12Camille Verdier " + data[2:]),
    "a preview": (".jpg", lambda data: data[:2] + b"\xff\xe0\0\x16JFXX\0Camille Verdier" + data[2:]),
    "a text called resolution": (".png", lambda data: data[:33] + chunk(b"tEXt", b"dpi\0Camille Verdier") + data[33:]),
    "a text called colours": (".png", lambda data: data[:33] + chunk(b"tEXt", b"icc_profile\0Camille Verdier") + data[33:]),
    "a text called transparency": (".png", lambda data: data[:33] + chunk(b"tEXt", b"transparency\0Camille Verdier") + data[33:]),
    "a certificate": (".png", lambda data: data[:33] + chunk(b"caBX", b"Camille Verdier") + data[33:]),
    "words behind the picture": (".png", lambda data: data + b"Camille Verdier"),
    "an EXIF that nothing announces": (".webp", lambda data: riff(data, b"EXIF\x10\0\0\0Camille Verdier ")),
    "words behind the WebP": (".webp", lambda data: data + b"Camille Verdier"),
    "a comment between frames": (".gif", lambda data: data[:-1] + b"\x21\xfe\x10Camille Verdier \0;"),
    "an application's words": (".gif", lambda data: data[:-1] + b"\x21\xff\x0bXMP DataXMP\x10Camille Verdier \0;"),
    "words behind the GIF": (".gif", lambda data: data + b"Camille Verdier"),
    "a box of free room": (".avif", lambda data: data + b"\0\0\0\x18freeCamille Verdier "),
}


@pytest.mark.parametrize("name", SLIPPED_IN)
def test_what_the_format_does_not_need_is_left_out_wherever_it_stands(name: str) -> None:
    ending, slip = SLIPPED_IN[name]
    data = slip(picture(ending))
    assert flaw(data, ending) is None
    assert b"Camille" in data
    copy = stripped(data, ending)
    assert b"Camille" not in copy
    with Image.open(io.BytesIO(copy)) as shown, Image.open(io.BytesIO(data)) as sent:
        assert shown.size == sent.size
    assert stripped(copy, ending) == copy


def test_a_jpeg_that_goes_over_its_pixels_again_and_again_is_not_read() -> None:
    data = picture(".jpg", progressive=True)
    at = data.index(SCAN)
    assert flaw(data, ".jpg") is None
    assert flaw(data[:at] + data[at:-2] * 50 + data[-2:], ".jpg") == SCANNED


@pytest.mark.parametrize(
    ("name", "code"), [("affiche.jpg.480.webp", "E220"), ("affiche.PNG.960.webp", "E220"), ("a#b.webp", "E007"), ("100%.webp", "E007")]
)
def test_a_name_that_has_no_address_of_its_own_is_told(name: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / name).write_bytes(picture(".webp"))
    room = Cache(tmp_path / "cache").room("remembered")
    assert [problem.code for problem in media_problems(tmp_path, {f"images/{name}": (1, 1, 1, 1)}, room)] == [code]
