"""What the search index reads of a page: a small page, composed of what the page says that it is found by.

Its order tells what a word is worth: title and other names, who and where it is of, description, and then its text; nothing in it
has a weight. The facts before it are not indexed: rows.py puts them where the browser reads them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from publishing.page import Page, Passage, SearchRecord
from search.words import parted, parted_html

FACTS = re.compile(r'<script type="application/json">(.*?)</script>')


@dataclass(frozen=True, slots=True)
class Facts:
    """What results show of a page (`card`), and what puts them in order (`row`, see rows.py)."""

    card: Mapping[str, str]
    row: Mapping[str, Any]


def entry(page: Page) -> str:
    """A page with the words and the facets of another one. In its words, not in its facets, elisions are parted."""
    record = page.search
    assert record is not None
    head = tuple(map(parted, (_listed((page.title, *record.called)), _listed(record.names), page.description)))
    facets = "".join(f'<meta data-pagefind-filter="{name}[content]" content="{escape(label)}">\n' for name, label in record.filters)
    body = "\n".join((*(f"<p>{escape(words)}</p>" for words in head), *_body(record)))
    facts = json.dumps([_card(page, record), _row(record, head)], ensure_ascii=False).replace("<", r"\u003c")
    return f'<!doctype html><html><head><script type="application/json">{facts}</script>\n{facets}</head>\n<body>{body}</body></html>'


def facts(text: str) -> Facts:
    """The facts of an entry."""
    found = FACTS.search(text)
    assert found is not None
    card, row = json.loads(found[1])
    return Facts(card, row)


def _card(page: Page, record: SearchRecord) -> dict[str, str]:
    said = {
        "title": page.title,
        "kind": record.kind,
        "state": record.state,
        "tone": record.tone,
        "where": record.where,
        "picture": record.picture,
        "motif": record.motif,
    }
    return {name: value for name, value in said.items() if value}


def _row(record: SearchRecord, head: tuple[str, ...]) -> dict[str, Any]:
    """How many words each part of the head has, as Pagefind counts them, and its facts."""
    kind = next((label for name, label in record.filters if name == "genre"), "")
    parts = [len(part.split()) for part in head]
    return {"parts": parts, "genre": kind, "days": [record.first, record.last], "shown": record.sort_date, "beside": record.beside}


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words)


def _body(record: SearchRecord) -> Iterator[str]:
    for passage in record.passages:
        yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[str]:
    if passage.lines or passage.html:
        if passage.heading:
            yield f"<p>{_words(passage.heading)}</p>"
        yield from (f"<p>{_words(line)}</p>" for line in passage.lines)
        yield parted_html(passage.html) if passage.html else ""


def _words(text: str) -> str:
    return escape(parted(text))
