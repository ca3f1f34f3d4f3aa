"""Small sites to index, and what an index says."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any

from search.extract import BODY
from search.shards import PERMANENT, Searchable

DATED = ("/agenda/", "/articles/", "/annonces/")
DAY = re.compile(r'<meta name="search:date"[^>]*\bcontent="(\d{4})')


def html(title: str, body: str, *, day: str = "2026-11-21", genre: str = "Agenda", header: str = "Escale") -> str:
    """A page as the templates write it."""
    return f"""<!doctype html>
<html lang="fr">
<head>
<title>{title} – Escale</title>
<link rel="stylesheet" href="/theme/0123/escale.css">
<meta name="search:genre" data-pagefind-filter="genre[content]" content="{genre}">
<meta name="search:kind" data-pagefind-meta="kind[content]" content="Événement">
<meta name="search:date" data-pagefind-sort="date[content]" data-pagefind-meta="date[content]" content="{day}">
</head>
<body>
<header><p>{header}</p></header>
<main id="contenu" tabindex="-1" data-pagefind-body><h1>{title}</h1>{body}</main>
<footer><p>{header}</p></footer>
</body>
</html>
"""


def write_page(site: Path, path: str, text: str) -> None:
    """Put a page at its place."""
    file = site / path.lstrip("/") / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def searchable(site: Path) -> tuple[Searchable, ...]:
    """Every page of a site that is to be found; events, articles and announcements by the year of their day."""
    return tuple(_searchable(site))


def _searchable(site: Path) -> Iterable[Searchable]:
    for file in sorted(site.rglob("*.html")):
        content = file.read_bytes()
        text = content.decode()
        if BODY in text:
            path = "/" + file.relative_to(site).as_posix().removesuffix("index.html")
            day = DAY.search(text) if path.startswith(DATED) else None
            yield Searchable(path, blake2b(content, digest_size=8).hexdigest(), day[1] if day else PERMANENT)


def fragments(bundle: Path) -> dict[str, Any]:
    """What an index says of each page, by URL path."""
    said = (json.loads(unpacked(file)) for file in (bundle / "fragment").iterdir())
    return {fragment["url"]: fragment for fragment in said}


def unpacked(file: Path) -> bytes:
    """The content of one of Pagefind's files."""
    return gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")
