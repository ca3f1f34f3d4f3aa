"""Photographs: damaged or huge ones are told; what is published says neither where nor by whom they were taken."""

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from contributions.media.photographs import FORMATS, ORIENTATION, TOO_LARGE, flaw, stripped

GPS = 0x8825


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
