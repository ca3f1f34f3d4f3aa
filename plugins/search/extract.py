"""What the search index reads of a page: its language, title, facets, and the words of its main part."""

from __future__ import annotations

import re

from search.words import parted

BODY = "data-pagefind-body"

LANGUAGE = re.compile(r'<html\b[^>]*\blang="([^"]*)"')
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
FACET = re.compile(r"<meta\b[^>]*\bdata-pagefind-[^>]*>")
MAIN = re.compile(rf"<main\b[^>]*\b{BODY}\b[^>]*>.*</main>", re.DOTALL)
IGNORED = re.compile(r"<([a-z][a-z0-9]*)\b[^>]*\bdata-pagefind-ignore\b[^>]*>")


class NotSearchable(ValueError):
    """A page that was announced as one to be found has no part to be indexed."""


def language(html: str) -> str:
    """The language of a page, without its region: Pagefind's stemmers know no regions."""
    found = LANGUAGE.search(html)
    return found[1].split("-")[0].lower() if found else "unknown"


def extract(html: str) -> str:
    """A small page with the same entry in the index as the whole one. Raises NotSearchable."""
    main = MAIN.search(html)
    if main is None:
        raise NotSearchable(f"no <main {BODY}>")
    head = html[: main.start()]
    title = TITLE.search(head)
    facets = "\n".join(FACET.findall(head))
    return (
        f'<!doctype html><html lang="{language(head)}"><head>{title[0] if title else ""}\n{facets}</head>\n'
        f"<body>{parted(without_ignored(main[0]))}</body></html>"
    )


def without_ignored(html: str) -> str:
    """HTML without the elements that the index leaves aside: half of a page, and what changes most often in it (cards, dates)."""
    kept: list[str] = []
    at = 0
    while found := IGNORED.search(html, at):
        end = _end(html, found)
        kept += html[at : found.start()], " "
        at = end
    return "".join((*kept, html[at:]))


def _end(html: str, opening: re.Match[str]) -> int:
    """Where an element ends: after its closing tag, or after its only one (an image)."""
    depth = 1
    for tag in re.compile(rf"<(/?){opening[1]}\b[^>]*>").finditer(html, opening.end()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return opening.end()
