"""Build a folder from what is declared: only what changed is made, in forked workers; what is the same is left or linked."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from contributions.library.facts import recorded
from publishing.changes import facts_of
from publishing.deciding import Decision, Site, Work
from publishing.files import put, write
from publishing.manifest import Made, Manifest
from publishing.page import Copy, Document, Page, Planned, Variant
from publishing.rendering import render
from publishing.staging import Staging
from publishing.workers import batched, fork_each

BATCH = 40
MOST_KEPT = 3_000
"""What a worker keeps of contributions (values, cards, texts of calendars) before it lets go of all."""

Results = tuple[list[tuple[Made, bool]], list[tuple[str, bytes]]]
"""What a worker made of a batch: files, whether each was written, and the facts that their entries number, with their digests."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the manifest of the new site, how many of its pages were rendered, and how many files written."""

    manifest: Manifest
    rendered: int
    written: int


def build(site: Site, decision: Decision, trees: Staging) -> Built:
    """Bring the new folder to what was decided. Raises what a page raises; the folder is then worth nothing."""
    manifest, work = decision.manifest, decision.work
    written = _make(site, [*work, *(item for item in site.beside if isinstance(item, Document))], trees, decision)
    written += _copy(site, [item for item in site.beside if not isinstance(item, Document)], trees, manifest)
    _remove(trees, manifest)
    return Built(manifest, sum(not isinstance(item, Document) and item.template is not None for item in work), written)


def _make(site: Site, work: Sequence[Work], trees: Staging, decision: Decision) -> int:
    """Make pages and documents, the widest first; returns how many files were written."""
    wide = [item for item in work if _is_wide(item)]
    batches = [*(list(found) for _name, found in groupby(wide, _name)), *batched([item for item in work if not _is_wide(item)], BATCH)]
    origin, manifest, digests = site.library.hub.url, decision.manifest, decision.digests

    def make(batch: Sequence[Work]) -> Results:
        names: dict[str, int] = {}
        made = [_made(site, item, origin, trees, names) for item in batch]
        known = [(name, digests[name]) for name in names]
        if site.library.held > MOST_KEPT:
            site.library.forget()
        return made, known

    positions = {fact: position for position, fact in enumerate(manifest.facts)}
    written = 0
    for batch, (results, known) in zip(batches, fork_each(make, batches, site.jobs), strict=True):
        table = [_position(fact, digest, positions, manifest) for fact, digest in known]
        for item, (made, wrote) in zip(batch, results, strict=True):
            manifest.files[item.file] = made._replace(facts=array("I", map(table.__getitem__, facts_of(made))).tobytes())
            written += wrote
    return written


def _name(item: Work) -> str:
    """The path without its ending: files of one name are made of the same, and by the same worker."""
    return item.path.rpartition(".")[0] or item.path


def _is_wide(item: Work) -> bool:
    return isinstance(item, Planned) and item.wide


def _position(fact: str, digest: bytes, positions: dict[str, int], manifest: Manifest) -> int:
    """The position of a fact in the manifest's table, which gets it if it is new."""
    if fact not in positions:
        positions[fact] = len(manifest.facts)
        manifest.facts.append(fact)
        manifest.digests.append(digest)
    return positions[fact]


def _made(site: Site, item: Work, origin: str, trees: Staging, names: dict[str, int]) -> tuple[Made, bool]:
    """Make a file and write it where it is not there yet: its entry, and whether it was written. Its facts are numbered by `names`."""
    with recorded() as facts:
        value = item.make() if isinstance(item, Planned) else item
        content = render(site.env, value, origin) if isinstance(value, Page) else value.content
    digest = blake2b(content, digest_size=16).digest()
    made, wrote = put(trees, item.file, digest, lambda path: write(path, content))
    group = value.search.group if isinstance(value, Page) and value.search else ""
    key = site.keys.of(item.template) if isinstance(item, Planned) else b""
    numbers = array("I", [names.setdefault(fact, len(names)) for fact in facts]).tobytes()
    return made._replace(key=key, facts=numbers, group=group), wrote


def _copy(site: Site, items: Iterable[Copy | Variant], trees: Staging, manifest: Manifest) -> int:
    """Copy files, and the variants of photographs; each by the stamp of its source."""
    items = list(items)
    sources = {item.file: site.variants.digest(item) for item in items}
    missing = [item for item in items if isinstance(item, Variant) and not _there(trees, item.file, sources[item.file])]
    site.variants.prepare(missing, site.jobs)
    written = 0
    for item in items:
        manifest.files[item.file], wrote = put(trees, item.file, sources[item.file], partial(site.variants.place, item))
        written += wrote
    return written


def _there(trees: Staging, file: str, digest: bytes) -> bool:
    found = (trees.kept.whole(trees.new, file), trees.last.whole(trees.live, file))
    return any(made is not None and made.digest == digest for made in found)


def _remove(trees: Staging, manifest: Manifest) -> None:
    """Remove what is no longer declared, and folders that are empty then."""
    for file in trees.kept.files.keys() - manifest.files.keys():
        path = trees.new / file
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == trees.new or not _removed(folder):
                break


def _removed(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True
