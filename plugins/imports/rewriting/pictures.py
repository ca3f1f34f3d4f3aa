"""The pictures of an HTML text: where each lies, what it shows, and whose it is where the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from contributions.words.alternatives import named_after_a_file
from imports.rewriting.cleaning import legible, without_markup
from imports.taken import Picture

CREDIT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b|\bcrédits?(?:\s+(?:photos?|images?|photographiques?))?|\b(?:photos?|photographies?|illustrations?|dessins?|images?)\s*[:©])"
    r"[\s:©]*(?P<credit>[^\s:].{0,120}?)\s*(?:\.?\s*\Z|[|\n]|\s[–—-]\s)",
    re.IGNORECASE,
)
"""What a caption says before the name of who made the picture."""
MOST = 50
SMALLEST = 64
"""Pixels: what is smaller is a button, or counts readers."""
IMAGE = re.compile(r"<img\b", re.IGNORECASE)
CAPTION = re.compile(r"\[caption\b[^\]]{0,500}\](?P<inside>.{0,5000}?)\[/caption\]", re.IGNORECASE | re.DOTALL)


def credit_of(text: str) -> str:
    """Whose a picture is, by its caption; empty where that does not say.

    >>> credit_of("La salle des fossiles. © Ville d’Abbeville"), credit_of("La salle des fossiles")
    ('Ville d’Abbeville', '')
    """
    found = CREDIT.search(" ".join(text.split()))
    return found["credit"].strip(" .;,") if found else ""


def pictures_of(html: str, base: str = "") -> Iterator[Picture]:
    """Those of a text, in order, each once; what is too small, or has no address of the web, is none."""
    if not IMAGE.search(html):
        return
    text = CAPTION.sub(lambda found: f"<figure>{_captioned(found['inside'])}</figure>", legible(html))
    seen: set[str] = set()
    for image in BeautifulSoup(text, "html.parser").find_all("img", limit=MOST):
        address = web(str(image.get("src") or image.get("data-src") or ""), base)
        if address and address not in seen and not _small(image):
            seen.add(address)
            figure = image.find_parent("figure")
            caption = figure.get_text(" ", strip=True) if isinstance(figure, Tag) else ""
            alt = " ".join(str(image.get("alt") or "").split())
            yield Picture(address, "" if named_after_a_file(alt) else alt, credit_of(caption) or credit_of(alt))


def _captioned(inside: str) -> str:
    image, _, words = inside.partition(">")
    return f"{image}><figcaption>{without_markup(words)}</figcaption>"


def _small(image: Tag) -> bool:
    sizes = [str(image.get(name) or "") for name in ("width", "height")]
    return any(size.isdecimal() and len(size) < 5 and int(size) < SMALLEST for size in sizes)


def web(written: str, base: str = "") -> str:
    """An address of the web, read from `base` where it is relative; empty where it is none."""
    try:
        address = urljoin(base, written.strip()) if base else written.strip()
        parts = urlsplit(address)
        return address if parts.scheme in {"http", "https"} and parts.hostname and not re.search(r"\s", address) else ""
    except ValueError:
        return ""
