"""What the search index reads of a page: a small page, composed of what the page says that it is found by."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from publishing.page import Page, Passage, SearchRecord
from search.words import parted, parted_html

ASIDE = ' data-pagefind-weight="0.2"'


def entry(page: Page) -> str:
    """A page with the title, the words and the facets of another one. In its words, not in its facets, elisions are parted."""
    record = page.search
    assert record is not None
    body = "\n".join(_body(page, record))
    return f"<!doctype html><html><head><title>{escape(page.title)}</title>\n{_facets(page, record)}</head>\n<body>{body}</body></html>"


def _facets(page: Page, record: SearchRecord) -> str:
    found = [("filter", name, label) for name, label in record.filters]
    found.append(("meta", "kind", record.kind))
    if record.sort_date:
        found += [("sort", "date", record.sort_date), ("meta", "date", record.sort_date)]
    if page.image:
        found.append(("meta", "image", page.image.src))
    return "".join(f'<meta data-pagefind-{use}="{name}[content]" content="{escape(value)}">\n' for use, name, value in found)


def _body(page: Page, record: SearchRecord) -> Iterator[str]:
    yield f"<h1>{_words(page.title)}</h1>"
    yield f"<p>{_words(page.description)}</p>"
    for passage in record.passages:
        yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[str]:
    if passage.lines or passage.html:
        yield f"<section{ASIDE if passage.aside else ''}>"
        if passage.heading:
            yield f"<h2>{_words(passage.heading)}</h2>"
        yield from (f"<p>{_words(line)}</p>" for line in passage.lines)
        yield parted_html(passage.html) if passage.html else ""
        yield "</section>"


def _words(text: str) -> str:
    return escape(parted(text))
