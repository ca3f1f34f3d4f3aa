"""Index a built site, each shard by itself, and only those whose texts have changed since the last build."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from search import pagefind
from search.bundles import Bundles
from search.shards import MOST, Searchable, Shard, shards
from search.texts import Texts

FOLDER = "pagefind"
LIST = "shards.json"
"""In the first shard's folder: all of them, for js/search/engine.js."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was done: the names of all shards, and of those that Pagefind had to index."""

    shards: tuple[str, ...]
    made: tuple[str, ...]


def index(
    site: Path,
    pages: Sequence[Searchable],
    cache: Path,
    today: date,
    jobs: int,
    most: int = MOST,
) -> Indexed:
    """Put the search index of these pages into a site: /pagefind/ has the newest shard and the engine, /pagefind-NAME/ each other.

    Folders that the site has from the last build stay where they are right. Raises CalledProcessError with what Pagefind said,
    and NotSearchable; the cache is then as good as before.
    """
    bundles = Bundles(cache / "search")
    texts = Texts(site, cache / "search" / "texts.json")
    found = shards(pages, today, most)

    def made(shard: Shard) -> tuple[str, bool]:
        key, read = texts.key(shard)
        if bundles.has(key):
            return key, False
        bundles.make(key, lambda folder: pagefind.bundle(texts.all(shard, read), shard.name, folder))
        return key, True

    with ThreadPoolExecutor(max_workers=jobs) as pool:
        done = list(pool.map(made, found))
    keys = [key for key, _new in done]
    _publish(site, found, keys, bundles)
    texts.remember(pages)
    bundles.keep(keys)
    return Indexed(tuple(shard.name for shard in found), tuple(shard.name for shard, (_key, new) in zip(found, done, strict=True) if new))


def _publish(site: Path, found: Sequence[Shard], keys: Sequence[str], bundles: Bundles) -> None:
    folders = [FOLDER if number == 0 else f"{FOLDER}-{shard.name}" for number, shard in enumerate(found)]
    for old in site.glob(f"{FOLDER}*"):
        if old.name not in folders:
            shutil.rmtree(old)
    for number, (folder, key) in enumerate(zip(folders, keys, strict=True)):
        bundles.publish(key, site / folder, engine=number == 0)
    if not found:
        return
    table = [
        {"path": f"/{folder}/", "lot": bundles.language(key), "season": shard.season, "tag": key[:8]}
        for folder, shard, key in zip(folders, found, keys, strict=True)
    ]
    (site / FOLDER / LIST).write_text(json.dumps(table, separators=(",", ":")), "utf-8")
