"""Index a built site, each shard by itself, and only those whose texts have changed since the last build."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from publishing.searching import Findable, Order, Search
from search import pagefind
from search.bundles import Bundles
from search.entry import entry
from search.rows import ROWS
from search.shards import MOST, Shard, shards
from search.texts import Texts

FOLDER = "pagefind"
TONGUE = "zxx"
"""No language (ISO 639-2): French stemmers take « filantes » for « fil », and « lentement » for « lens ». Words are matched as
js/search/terms.js says."""
LIST = "shards.json"
"""In the first shard's folder: all of them, with the rows of those of the season, for js/search/engine.js."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was done: the names of all shards, and of those that Pagefind had to index; and what people should know of it."""

    shards: tuple[str, ...]
    made: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def searching() -> Search:
    """What a build needs to have its site indexed."""
    return Search(entry, lambda order: index(order).remarks)


def index(order: Order, most: int = MOST) -> Indexed:
    """Put a search index into a site: /pagefind/ has the newest shard and the engine, /pagefind-NAME/ each other.

    Folders that the site has from the last build stay where they are right. Raises NoIndex with what Pagefind said;
    the cache is then as good as before.
    """
    bundles = Bundles(order.cache / "search")
    texts = Texts(order.kept)
    texts.keep(order.pages, order.new)
    found = shards(order.pages, order.today, most)
    keys = [_key(shard) for shard in found]
    folders = [order.site / (FOLDER if number == 0 else f"{FOLDER}-{shard.name}") for number, shard in enumerate(found)]
    work = [(key, shard) for key, shard, folder in zip(keys, found, folders, strict=True) if not bundles.has(key, folder)]
    read = _read(texts, [page for _key, shard in work for page in shard.pages], order)

    def make(key: str, shard: Shard) -> None:
        own = {page.path: read[page.path] for page in shard.pages}
        bundles.make(key, lambda folder: pagefind.bundle(own, f"{TONGUE}-{shard.name}", folder))

    with ThreadPoolExecutor(max_workers=order.jobs) as pool:
        list(pool.map(lambda pair: make(*pair), work))
    _publish(order.site, folders, found, keys, bundles)
    bundles.keep(keys)
    reasons = dict.fromkeys(reason for key in keys if (reason := bundles.uncut(key)))
    remarks = tuple(f"Index de recherche publié sans découpe : {reason}." for reason in reasons)
    return Indexed(tuple(shard.name for shard in found), tuple(shard.name for _key, shard in work), remarks)


def _key(shard: Shard) -> str:
    """A digest of all that the index of a shard is made of."""
    key = blake2b(f"{pagefind.recipe()} {shard.name}\n".encode(), digest_size=12)
    for page in shard.pages:
        key.update(f"{page.path} {page.digest.hex()}\n".encode())
    return key.hexdigest()


def _read(texts: Texts, pages: Sequence[Findable], order: Order) -> dict[str, str]:
    """The texts of pages, by path: of this build, or kept; what was lost is asked for again."""
    found = {**order.new, **texts.of(page for page in pages if page.path not in order.new)}
    lost = [page.path for page in pages if page.path not in found]
    if lost:
        again = order.again(lost)
        texts.keep(order.pages, again)
        found |= again
    return found


def _publish(site: Path, folders: Sequence[Path], found: Sequence[Shard], keys: Sequence[str], bundles: Bundles) -> None:
    for old in site.glob(f"{FOLDER}*"):
        if old not in folders:
            shutil.rmtree(old)
    for number, (folder, key) in enumerate(zip(folders, keys, strict=True)):
        bundles.publish(key, folder, engine=number == 0)
    if not found:
        return
    table: list[dict[str, Any]] = [
        {"path": f"/{folder.name}/", "lot": bundles.language(key), "season": shard.season, "tag": key[:8]}
        for folder, shard, key in zip(folders, found, keys, strict=True)
    ]
    for told, folder in zip(table, folders, strict=True):
        if told["season"]:
            told["rows"] = json.loads((folder / ROWS).read_text("utf-8"))
    (folders[0] / LIST).write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")), "utf-8")
