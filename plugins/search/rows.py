"""What the browser must know of the pages of an index beside their words: a card of each to show, a row of each to order them by.

Pagefind loads a fragment for each result that is shown: the card goes there. Rows are for all results at once, hence as small as
can be: columns, in `rows.json` of each index.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from search.chunks import SIGNATURE
from search.entry import Facts, facts

ROWS = "rows.json"
EPOCH = date(2000, 1, 1)
"""Days are counted from here, 0 for none; js/search/rows.js does the same."""


def dress(bundle: Path, texts: Mapping[str, str]) -> None:
    """Put the cards of the pages into the fragments of an index, and their rows beside it. `texts` are entries, by URL path."""
    found = []
    for file in sorted((bundle / "fragment").iterdir()):
        said = json.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE))
        told = facts(texts[said["url"]])
        kept = {"url": said["url"], "content": said["content"], "meta": told.card, "anchors": []}
        content = SIGNATURE + json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()
        file.write_bytes(gzip.compress(content, 6, mtime=0))
        found.append((file.stem.rpartition("_")[2], told))
    (bundle / ROWS).write_text(json.dumps(rows(found), ensure_ascii=False, separators=(",", ":")), "utf-8")


def rows(found: Iterable[tuple[str, Facts]]) -> dict[str, Any]:
    """Columns of what puts pages in order, by the ids of their fragments. Like stands by like, which packs well."""
    ordered = sorted(found, key=lambda pair: (pair[1].row["genre"], _day(pair[1].row["days"][1]), pair[0]))
    told = [one.row for _id, one in ordered]
    genres = sorted({row["genre"] for row in told})
    return {
        "ids": " ".join(id for id, _one in ordered),
        "genres": genres,
        "genre": [genres.index(row["genre"]) for row in told],
        "beside": [number for number, row in enumerate(told) if row["beside"]],
        "title": [row["parts"][0] for row in told],
        "names": [row["parts"][1] for row in told],
        "summary": [row["parts"][2] for row in told],
        "first": [_day(row["days"][0]) for row in told],
        "last": [_day(row["days"][1]) for row in told],
        "shown": [_day(row["shown"]) for row in told],
    }


def _day(iso: str | None) -> int:
    return (date.fromisoformat(iso) - EPOCH).days if iso else 0
