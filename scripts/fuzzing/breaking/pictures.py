"""Photographs cut, mixed, lengthened, and of a type that their name does not say. A datum is a name, a line feed, and the bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import cache
from random import Random

from PIL import Image, PngImagePlugin

from fuzzing.breaking.values import ARTICLE

ENDINGS = ("jpg", "jpeg", "png", "gif", "webp", "avif")
SIZES = (b"\xff\xff", b"\0\0", b"\0\1", b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff", b"\0\0\xff\xff")
"""What may stand where a file says how large it is."""


def _saved(form: str, *, frames: int = 1, **options: object) -> bytes:
    file = io.BytesIO()
    shown = [Image.effect_mandelbrot((24, 18), (-2, -1, 1, 1), 20 + number).convert("RGB") for number in range(frames)]
    if frames > 1:
        options |= {"save_all": True, "append_images": shown[1:]}
    shown[0].save(file, form, **options)
    return file.getvalue()


@cache
def sample() -> bytes:
    """A small photograph."""
    return _saved("JPEG")


@cache
def seeds() -> list[bytes]:
    """A picture of each type, still and moving, with what cameras and programs write into them."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Escale"
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "x" * 200, zip=True)
    words.add_itxt("XML:com.adobe.xmp", "<x/>")
    found = {
        "a.jpg": _saved("JPEG", exif=exif, comment=b"x", icc_profile=b"\0" * 200),
        "b.jpg": _saved("JPEG", progressive=True, quality=30),
        "c.jpg": _saved("MPO", frames=2),
        "a.png": _saved("PNG", pnginfo=words, exif=exif, dpi=(300, 300)),
        "b.png": _saved("PNG", frames=3, duration=100),
        "a.gif": _saved("GIF", comment=b"x"),
        "b.gif": _saved("GIF", frames=3, duration=50, loop=0),
        "a.webp": _saved("WEBP", exif=exif, lossless=True),
        "b.webp": _saved("WEBP", frames=3, duration=50),
        "a.avif": _saved("AVIF", exif=exif),
        "b.avif": _saved("AVIF", frames=2),
        "a.pdf": b"%PDF-1.4\n",
    }
    return [name.encode() + b"\n" + data for name, data in found.items()]


Mutation = Callable[[bytes, Random], bytes]


def _cut(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[at:] if random.random() < 0.2 else data[:at]


def _flip(data: bytes, random: Random) -> bytes:
    found = bytearray(data or b"\0")
    for _ in range(random.choice((1, 1, 2, 5, 30))):
        found[random.randrange(len(found))] ^= 1 << random.randrange(8)
    return bytes(found)


def _resize(data: bytes, random: Random) -> bytes:
    """Write a number where the head of the file is."""
    at, number = random.randint(0, min(len(data), 200)), random.choice(SIZES)
    return data[:at] + number + data[at + len(number) :]


def _mix(data: bytes, random: Random) -> bytes:
    """The head of one, the body of another."""
    other = random.choice(seeds()).partition(b"\n")[2]
    at = random.randint(0, min(len(data), random.choice((4, 12, 40, 4000))))
    return data[:at] + other[random.choice((at, random.randint(0, len(other)))) :]


def _repeat(data: bytes, random: Random) -> bytes:
    start = random.randint(0, len(data))
    piece = data[start : start + random.choice((1, 8, 40, 400))]
    return data[:start] + piece * random.choice((2, 3, 100, 2000)) + data[start:]


def _lengthen(data: bytes, random: Random) -> bytes:
    return data + random.choice((b"\0", b"\xff\xd9", b"<script>", b"PK\3\4", b"x")) * random.choice((1, 100, 100_000))


MUTATIONS: tuple[Mutation, ...] = (_cut, _flip, _flip, _resize, _resize, _mix, _repeat, _lengthen)


def mutated(data: bytes, random: Random) -> bytes:
    """A picture with one to three faults, and now and then another ending."""
    name, _line, body = data.partition(b"\n")
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        body = random.choice(MUTATIONS)(body, random)
    if random.random() < 0.1:
        name = b"a." + random.choice(ENDINGS).encode()
    return name + b"\n" + body


def laid(data: bytes) -> Mapping[bytes, bytes]:
    """The picture, and an article that shows it."""
    name, _line, body = data.partition(b"\n")
    ending = name.rpartition(b".")[2].decode("ascii", "replace").lower()
    path = f"images/ciel.{ending if ending in ENDINGS else 'jpg'}"
    image = f"image: {{src: {path}, alt: Un ciel, credit: Le musée}}\n"
    return {path.encode(): body, b"articles/portrait.md": (ARTICLE % image).encode()}
