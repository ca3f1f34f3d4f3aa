"""Photographs: whether they can be shown, and a copy that tells neither where nor by whom they were taken."""

from __future__ import annotations

import io
import warnings
from typing import Any, NamedTuple

from contributions.media.containers import says_more

MOST_PIXELS = 50_000_000
"""Width times height, frames included: what a browser and this build decode without harm."""
MOST_SIDE = 30_000
"""Pixels: most formats, and the programs that show them, know sides of 65,535 at most."""
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".gif": "GIF", ".webp": "WEBP", ".avif": "AVIF"}
"""Ending → the decoder that may open the file, whatever it says of itself."""
ORIENTATION = 0x0112
MOST_SCANS, MOST_SCANNED = 40, 500_000_000
"""Times that a JPEG goes over its pixels, and pixels that it goes over: a few kilobytes of scans would take minutes."""
SCAN = b"\xff\xda"
KEPT: dict[str, tuple[type, ...]] = {
    "icc_profile": (bytes,), "transparency": (bytes, int, tuple), "duration": (int, float), "loop": (int,), "background": (int, tuple),
    "gamma": (float,),
}  # fmt: skip
"""What stays of what a file says beside its pixels: how they are shown. A text of that name (PNG, tEXt) is none of it."""


class Flaw(NamedTuple):
    """Why a picture cannot be shown, and how to mend it, in French."""

    what: str
    repair: str


DAMAGED = Flaw(
    "Cette image ne peut pas être lue : elle est abîmée, ou incomplète.", "Enregistrez-la à nouveau, et déposez-la encore une fois."
)
TOO_LARGE = Flaw(
    f"Cette image a trop de points : {MOST_PIXELS // 1_000_000} millions au plus, toutes ses images ensemble.",
    "Réduisez-la : 2 000 points de large suffisent.",
)
TOO_LONG = Flaw("Cette image est trop longue : 30 000 points de côté au plus.", "Réduisez-la, ou coupez-la en plusieurs.")
SCANNED = Flaw(
    "Cette image JPEG est enregistrée en trop de passes : l’afficher prendrait trop de temps.",
    "Enregistrez-la à nouveau, sans l’option « progressif ».",
)
MOVING = Flaw("Cette image AVIF est animée : elle ne peut pas être publiée sous ce format.", "Enregistrez-la en WebP ou en GIF.")
"""Pillow 13 ends the whole process where it writes some of these again."""


def flaw(data: bytes, ending: str) -> Flaw | None:
    """Why a picture cannot be shown, or None; it is decoded to its last pixel, within bounds."""
    from PIL import Image  # most builds look at no new picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of size: it is bounded here
            with Image.open(io.BytesIO(data), formats=[FORMATS[ending]]) as image:
                # Some telephones put a second, smaller picture behind a JPEG (MPO), which no browser shows.
                frames = 1 if FORMATS[ending] == "JPEG" else getattr(image, "n_frames", 1)
                if image.width * image.height * frames > MOST_PIXELS:
                    return TOO_LARGE
                if max(image.size) > MOST_SIDE:
                    return TOO_LONG
                scans = data.count(SCAN) if FORMATS[ending] == "JPEG" else 1
                if scans > MOST_SCANS or scans * image.width * image.height > MOST_SCANNED:
                    return SCANNED
                if ending == ".avif" and frames > 1:
                    return MOVING
                image.draft("L", (image.width // 8, image.height // 8))  # a JPEG is read to its end all the same, in a third of the time
                for frame in range(frames):
                    image.seek(frame)
                    image.load()
            stripped(data, ending)  # what cannot be written again cannot be published
    except Image.DecompressionBombError:
        return TOO_LARGE
    except Exception:  # each decoder has errors of its own for bytes that it does not understand: RuntimeError, IndexError…
        return DAMAGED
    return None


def stripped(data: bytes, ending: str) -> bytes:
    """The picture without what a camera or a person wrote into it; the very same bytes where there is nothing of the sort."""
    if not says_more(data, ending):
        return data
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=[FORMATS[ending]]) as image:
            if FORMATS[ending] != "JPEG":  # which says all of itself before its pixels
                image.load()
            turned = orientation(image)
            options: dict[str, Any] = {name: said for name, types in KEPT.items() if isinstance(said := image.info.get(name), types)}
            image.info.clear()  # what is left there would be written again
            exif = Image.Exif()
            if turned != 1:
                exif[ORIENTATION] = turned
            out = io.BytesIO()
            image.save(out, FORMATS[ending], exif=exif.tobytes() if turned != 1 else b"", **options, **_as_good(image, ending))
    return out.getvalue()


def orientation(image: Any) -> int:
    """How a picture is turned (1: not at all; TIFF 6.0, tag 274)."""
    try:
        turned = image.getexif().get(ORIENTATION, 1)
    except Exception:  # as above: bytes that are no EXIF
        return 1
    return turned if turned in range(1, 9) else 1


def _as_good(image: Any, ending: str) -> dict[str, Any]:
    """How a picture is written again: a JPEG as it was compressed, the others with nothing lost that one sees, and all their frames."""
    from PIL.JpegImagePlugin import get_sampling

    if FORMATS[ending] == "JPEG":
        return {"qtables": image.quantization, "subsampling": get_sampling(image)}
    if ending == ".avif":
        return {"quality": 90}
    return {"save_all": True, "quality": 90} if ending == ".webp" else {"save_all": True}
