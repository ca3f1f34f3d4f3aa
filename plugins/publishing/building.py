"""Build a folder from what is declared: only what changed is made, in forked workers; what is the same is left or linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment

from contributions.digests import Digests
from contributions.facts import recorded
from contributions.library import Library
from publishing.changes import changed_facts
from publishing.files import forget_folders, link, put, write
from publishing.keys import Keys
from publishing.manifest import Made, Manifest
from publishing.page import Copy, Declared, Document, Page, Planned, Variant
from publishing.rendering import render
from publishing.staging import Staging
from publishing.variants import Variants
from publishing.workers import batched, fork_each

BATCH = 40
MOST_KEPT = 5_000
"""What a worker keeps of contributions (values, cards, texts of calendars) before it lets go of all."""

Work = Page | Document | Planned
Results = tuple[list[tuple[Made, bool]], list[tuple[str, bytes]]]
"""What a worker made of a batch: files, whether each was written, and the facts that their entries number, with their digests."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the manifest of the new site, how many pages it has, how many were rendered and files written."""

    manifest: Manifest
    pages: int
    rendered: int
    written: int


@dataclass(frozen=True, slots=True)
class Site:
    """What the makers of files need: the library, the templates, and the keys of what is not a fact."""

    library: Library
    env: Environment
    keys: Keys
    variants: Variants
    jobs: int


def build(site: Site, declared: Sequence[Declared], trees: Staging) -> Built:
    """Bring the new folder to what is declared. Raises what a page raises; the folder is then worth nothing."""
    forget_folders()
    before = trees.last if trees.last.files else trees.kept
    digests, lists = Digests(site.library), b""
    lists = digests.everything_else()
    changed = changed_facts(site.library, digests, lists, before)
    work: list[Work] = []
    same: dict[str, Made] = {}
    for item in declared:
        if isinstance(item, Copy | Variant):
            continue
        made = before.files.get(item.file) if isinstance(item, Planned) else None
        if made is not None and isinstance(item, Planned) and made.key == site.keys.of(item.template) and changed.isdisjoint(made.facts):
            made = _at_hand(trees, item.file, made)
        else:
            made = None
        if made is None:
            work.append(item)
        else:
            same[item.file] = made
    manifest = _facts_of(before, changed, digests)
    manifest.lists = lists
    manifest.files = same
    written = _make(site, work, trees, manifest, digests)
    written += _copy(site, [item for item in declared if isinstance(item, Copy | Variant)], trees, manifest)
    _remove(trees, manifest)
    pages = sum(1 for item in declared if isinstance(item, Page) or (isinstance(item, Planned) and item.template))
    rendered = sum(1 for item in work if isinstance(item, Page) or (isinstance(item, Planned) and item.template))
    return Built(manifest, pages, rendered, written)


def _at_hand(trees: Staging, file: str, made: Made) -> Made | None:
    """The entry of a file that is in the new folder as it must be, or is linked from the site that stands; None where it is in neither."""
    kept = trees.kept.whole(trees.new, file)
    if kept is not None and kept.digest == made.digest:
        return made._replace(size=kept.size, time=kept.time)
    last = trees.last.whole(trees.live, file)
    if last is None or last.digest != made.digest:
        return None
    link(trees, file)
    return made._replace(size=last.size, time=last.time)


def _facts_of(before: Manifest, changed: set[int], digests: Digests) -> Manifest:
    """The table of facts, with the digests of today."""
    now = list(before.digests)
    for position in changed:
        now[position] = digests[before.facts[position]]
    return Manifest(facts=list(before.facts), digests=now)


def _make(site: Site, work: Sequence[Work], trees: Staging, manifest: Manifest, digests: Digests) -> int:
    """Make pages and documents, the widest first; returns how many files were written."""
    wide = [item for item in work if _is_wide(item)]
    batches = [*([item] for item in wide), *batched([item for item in work if not _is_wide(item)], BATCH)]
    origin = site.library.hub.url

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
            manifest.files[item.file] = made._replace(facts=tuple(map(table.__getitem__, made.facts)))
            written += wrote
    return written


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
    key = site.keys.of(item.template if isinstance(item, Planned) else None)
    numbers = tuple(names.setdefault(fact, len(names)) for fact in facts)
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
