"""Which module reads a source, fetches it, or writes its sheet. They are imported when they are asked for: libraries are slow to load."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from contributions.region.hub import Hub
from contributions.region.import_map import SOURCES
from imports.taken import Given, Reading, UnreadableSource

MODULES = {source: f"imports.sources.{source.replace('-', '_')}" for source in SOURCES}
MOST_BYTES = 50_000_000


def read(source: str, data: bytes, given: Given) -> Reading:
    """All that bytes of a source say. Raises UnreadableSource, and KeyError for a source that nobody reads."""
    if len(data) > MOST_BYTES:
        raise UnreadableSource(f"Cette source est trop lourde : {MOST_BYTES // 1_000_000} Mo au plus.")
    reader: Callable[[bytes, Given], Reading] = import_module(MODULES[source]).read
    return reader(data, given)


def fetching(hub: Hub, address: str) -> Callable[[str], bytes]:
    """What has the bytes at an address: https only, from the hosts of hub.yml and that of `address`. It raises UnreadableSource."""
    fetch: Callable[[str], bytes] = import_module("imports.web.fetching").fetcher(hub, address).fetch
    return fetch


def template(kind: str, hub: Hub) -> bytes:
    """A sheet to be filled with contributions of a kind, or with loans (.xlsx)."""
    data: bytes = import_module(MODULES["tableur"]).template(kind, hub)
    return data
