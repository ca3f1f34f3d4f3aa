"""What the index reads of each page, and by which digests it is known that nothing of it has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from search.extract import NotSearchable, extract
from search.pagefind import file_of, recipe
from search.shards import Searchable, Shard


class Texts:
    """The texts of a site's pages, and a file that remembers their digests.

    Much of a page is no part of its text (menus, cards, the theme's address): where only that has changed, its shard has not.
    """

    def __init__(self, site: Path, memory: Path) -> None:
        self._site = site
        self._memory = memory
        self._digests = self._remembered()

    def key(self, shard: Shard) -> tuple[str, dict[str, str]]:
        """A digest of all that the index of a shard is made of; and the texts, by path, that had to be read for it."""
        read: dict[str, str] = {}
        key = blake2b(f"{recipe()} {shard.name}".encode(), digest_size=12)
        for page in shard.pages:
            digest = self._digests.get(page.digest)
            if digest is None:
                read[page.path] = text = self._text(page)
                digest = self._digests[page.digest] = blake2b(text.encode(), digest_size=8).hexdigest()
            key.update(f"{page.path} {digest}\n".encode())
        return key.hexdigest(), read

    def all(self, shard: Shard, read: Mapping[str, str]) -> dict[str, str]:
        """The texts of a shard, by path; those that have been read already are not read again."""
        return {page.path: read.get(page.path) or self._text(page) for page in shard.pages}

    def remember(self, pages: Iterable[Searchable]) -> None:
        """Keep the digests of these pages, and no others, for the next build."""
        table = {page.digest: self._digests[page.digest] for page in pages}
        part = self._memory.with_suffix(".part")
        part.write_text(json.dumps([recipe(), table], separators=(",", ":")), "utf-8")
        part.replace(self._memory)

    def _remembered(self) -> dict[str, str]:
        try:
            made_by, table = json.loads(self._memory.read_text("utf-8"))
        except (OSError, TypeError, ValueError):
            return {}
        return dict(table) if made_by == recipe() else {}

    def _text(self, page: Searchable) -> str:
        """Raises NotSearchable."""
        try:
            return extract((self._site / file_of(page.path)).read_text("utf-8"))
        except NotSearchable as error:
            raise NotSearchable(f"{page.path}: {error}") from error
