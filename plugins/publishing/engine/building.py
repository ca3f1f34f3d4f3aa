"""Build a folder from what is declared: only what changed is made, in forked workers; what is the same is left or linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from contributions.cache.facts import recorded
from contributions.cache.ledger import packed, unpacked
from publishing.engine.deciding import Decision, Site, Work
from publishing.engine.files import put, write
from publishing.engine.manifest import Made, Manifest, url_path
from publishing.engine.search_texts import texts_of
from publishing.engine.staging import Staging
from publishing.engine.workers import BATCH, batched, fork_each
from publishing.page import Copy, Document, Drawing, Page, Planned, Variant
from publishing.rendering import render
from publishing.searching import digest_of

Results = tuple[list[tuple[Made, bool, str]], list[tuple[str, bytes]]]
"""What a worker made of a batch: files, whether each was written, what the search reads of it; and the facts that they number."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the manifest of the new site, how many of its pages were rendered, how many files written."""

    manifest: Manifest
    rendered: int
    written: int
    texts: dict[str, str]
    """What the search index reads of pages, by URL path, where it is new."""


def build(site: Site, decision: Decision, trees: Staging) -> Built:
    """Bring the new folder to what was decided. Raises what a page raises; the folder is then worth nothing."""
    manifest, work = decision.manifest, decision.work
    texts: dict[str, str] = {}
    written = _make(site, [*work, *(item for item in site.beside if isinstance(item, Document))], trees, decision, texts)
    written += _copy(site, [item for item in site.beside if not isinstance(item, Document)], trees, manifest)
    _remove(trees, manifest)
    if site.search is not None:
        texts |= _read_again(site, manifest)
    return Built(manifest, sum(not isinstance(item, Document) and item.template is not None for item in work), written, texts)


def _read_again(site: Site, manifest: Manifest) -> dict[str, str]:
    """The texts of pages that builds without search have made, and that stand as they are."""
    unread = {url_path(file): file for file, made in manifest.files.items() if made.group and not made.text}
    texts = texts_of(site, unread)
    for path, text in texts.items():
        manifest.files[unread[path]] = manifest.files[unread[path]]._replace(text=digest_of(text))
    return texts


def _make(site: Site, work: Sequence[Work], trees: Staging, decision: Decision, texts: dict[str, str]) -> int:
    """Make pages and documents, the widest first, and gather the texts of pages; returns how many files were written."""
    wide = [item for item in work if _is_wide(item)]
    batches = [*(list(found) for _name, found in groupby(wide, _name)), *batched([item for item in work if not _is_wide(item)], BATCH)]
    origin, manifest, digests = site.library.hub.url, decision.manifest, decision.digests
    numbers = manifest.ledger.numbers()

    def make(batch: Sequence[Work]) -> Results:
        names: dict[str, int] = {}
        made = [_made(site, item, origin, trees, names) for item in batch]
        known = [(name, b"" if name in numbers else digests[name]) for name in names]
        site.library.keep_texts()
        return made, known

    written = 0
    for batch, (results, known) in zip(batches, fork_each(make, batches, site.jobs), strict=True):
        table = manifest.ledger.number(known, numbers)
        for item, (made, wrote, text) in zip(batch, results, strict=True):
            manifest.files[item.file] = made._replace(facts=packed(map(table.__getitem__, unpacked(made.facts))))
            written += wrote
            if text:
                texts[item.path] = text
    return written


def _name(item: Work) -> str:
    """The path without its ending: files of one name are made of the same, and by the same worker."""
    return item.path.rpartition(".")[0] or item.path


def _is_wide(item: Work) -> bool:
    return isinstance(item, Planned) and item.wide


def _made(site: Site, item: Work, origin: str, trees: Staging, names: dict[str, int]) -> tuple[Made, bool, str]:
    """Make a file and write it where it is not there yet: its entry, whether it was written, its text. `names` numbers its facts."""
    with recorded() as facts:
        value = item.make() if isinstance(item, Planned) else item
        content = render(site.env, value, origin) if isinstance(value, Page) else value.content
    digest = blake2b(content, digest_size=16).digest()
    made, wrote = put(trees, item.file, digest, lambda path: write(path, content))
    group = value.search.group if isinstance(value, Page) and value.search else ""
    text = site.search.text(value) if group and site.search and isinstance(value, Page) else ""
    key = site.keys.of(item.drawn) if isinstance(item, Planned) else b""
    numbers = packed(names.setdefault(fact, len(names)) for fact in facts)
    return made._replace(key=key, facts=numbers, group=group, text=digest_of(text) if text else b""), wrote, text


def _copy(site: Site, items: Iterable[Copy | Variant | Drawing], trees: Staging, manifest: Manifest) -> int:
    """Copy files, and what is made of photographs and drawings; each by the stamp of its source."""
    items = list(items)
    sources = {item.file: site.variants.digest(item) for item in items}
    missing = [item for item in items if not isinstance(item, Copy) and not _there(trees, item.file, sources[item.file])]
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
