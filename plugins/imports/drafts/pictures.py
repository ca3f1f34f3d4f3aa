"""Take the pictures of a source into content/images/imports/: only with a credit, whole, no larger than pages need, under names of ours."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from contributions.media.file_types import BEGINNING, PICTURES
from contributions.media.photographs import FORMATS, flaw, stripped
from contributions.words.alternatives import named_after_a_file
from imports.drafts.drafting import IMAGES, Draft
from imports.drafts.values import clean
from imports.taken import Picture, UnreadableSource

WIDEST = 1_600
"""Pixels of the longer side: pages show 960 at most, on screens of twice the density rather less."""
QUALITY = 82
ENDINGS = (".jpg", ".png", ".webp", ".gif", ".avif")


@dataclass
class Album:
    """The pictures of one import. `fetch` gives the bytes at an address, or raises UnreadableSource."""

    source: str
    content: Path
    fetch: Callable[[str], bytes]
    taken: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """By slug of its contribution: the path below content/ and the bytes."""

    @property
    def files(self) -> Collection[str]:
        """The paths below content/ of what is to be written."""
        return [path for path, _data in self.taken.values()]

    def of(self, draft: Draft) -> Iterator[tuple[str, bytes]]:
        """What is to be written with a draft that still names it."""
        image = draft.values.get("image")
        path, data = self.taken.get(f"{draft.kind}/{draft.slug}", ("", b""))
        if path and isinstance(image, dict) and image.get("src") == path:
            yield path, data

    def illustrate(self, draft: Draft) -> None:
        """Give a draft the first picture that can be taken."""
        for number, picture in enumerate(draft.taken.pictures):
            try:
                found = self._taken(draft, picture)
            except UnreadableSource as error:
                draft.refuse(("pictures", number), str(error))
                continue
            if found:
                draft.values["image"] = clean({"src": found, "alt": _alternative(draft, picture), "credit": picture.credit})
                return

    def _taken(self, draft: Draft, picture: Picture) -> str:
        """The path below content/ of a picture, which is fetched only where it is not there. Raises UnreadableSource."""
        if not picture.credit.strip():
            raise UnreadableSource("Cette image n’a pas de crédit : elle n’est pas reprise.")
        stem = f"{IMAGES}{self.source}/{draft.slug}-{blake2b(picture.url.encode(), digest_size=4).hexdigest()}"
        there = next((f"{stem}{ending}" for ending in ENDINGS if (self.content / f"{stem}{ending}").is_file()), "")
        if there:
            return there
        ending, data = smaller(self.fetch(picture.url))
        path = f"{stem}{ending}"
        self.taken[f"{draft.kind}/{draft.slug}"] = path, data
        return path


def smaller(data: bytes) -> tuple[str, bytes]:
    """A photograph as it is kept: its ending, and its bytes without what a camera wrote. Raises UnreadableSource."""
    ending = next((ending for ending in ENDINGS if PICTURES[ending](data[:BEGINNING])), "")
    if not ending:
        raise UnreadableSource("Cette image n’est pas une photographie (JPEG, PNG, WebP, GIF ou AVIF) : elle n’est pas reprise.")
    if found := flaw(data, ending):
        raise UnreadableSource(found.what)
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of size: flaw bounds it
        with Image.open(io.BytesIO(data), formats=[FORMATS[ending]]) as image:
            if max(image.size) <= WIDEST or getattr(image, "is_animated", False):
                return ending, stripped(data, ending)
            turned = ImageOps.exif_transpose(image)
            turned.thumbnail((WIDEST, WIDEST))
            whole = turned.convert("RGBA" if "A" in turned.getbands() or "transparency" in turned.info else "RGB")
            out = io.BytesIO()
            whole.save(out, "WEBP", quality=QUALITY)
    return ".webp", out.getvalue()


def _alternative(draft: Draft, picture: Picture) -> str:
    """What a picture shows, in the source's words; else of what it is."""
    said = " ".join(picture.alt.split())
    title = str(draft.values.get("title", ""))
    return said if said and not named_after_a_file(said) else f"Illustration : {title}"
