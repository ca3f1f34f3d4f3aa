"""What the index reads of each page, kept from one build to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from contributions.cache.cache import Room
from publishing.searching import Findable, digest_of


class Texts:
    """The texts of a site's pages by path, each bound to its digest."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def keep(self, pages: Iterable[Findable], new: Mapping[str, str]) -> None:
        """Take in what is new, and let go of pages that are no more."""
        self._room.drop(self._room.names() - {page.path for page in pages})
        self._room.put((path, digest_of(text), text.encode()) for path, text in new.items())

    def of(self, pages: Iterable[Findable]) -> dict[str, str]:
        """The texts of pages, by path: those that are there as their digests say."""
        found = ((page.path, self._room.value(page.path, page.digest)) for page in pages)
        return {path: text.decode() for path, text in found if text is not None}
