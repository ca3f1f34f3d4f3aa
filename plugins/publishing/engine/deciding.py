"""Decide what must be made: all that is declared, but what stands already as it must be; nothing is declared twice for nothing.

Where no list has changed, nor the code, the settings and the day, the site has the files that it had: only those whose
facts or templates changed, or that are missing, are declared again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from jinja2 import Environment

from contributions.cache.ledger import unpacked
from contributions.library.digests import Digests
from contributions.library.library import Library
from publishing.capabilities import declared, declared_again
from publishing.engine.files import forget_folders, link
from publishing.engine.keys import Keys
from publishing.engine.manifest import Made, Manifest
from publishing.engine.staging import Staging
from publishing.engine.variants import Variants
from publishing.page import Copy, Declared, Document, Drawing, Page, Planned, Variant
from publishing.searching import Search

Work = Page | Document | Planned


@dataclass(frozen=True, slots=True)
class Site:
    """What the makers of files need: the library, the templates, the keys of what is not a fact, and files that are no pages."""

    library: Library
    env: Environment
    keys: Keys
    variants: Variants
    jobs: int
    beside: tuple[Document | Copy | Variant | Drawing, ...] = ()
    """The theme's and the contributors' files."""
    search: Search | None = None
    """Whoever indexes the site, if anybody does."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to make. `manifest` is that of the site to be, with the files that stand already."""

    manifest: Manifest
    digests: Digests
    work: list[Work] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Before:
    """What the last build left: its manifest, the numbers of the facts that have changed since, and the two folders."""

    manifest: Manifest
    changed: set[int]
    trees: Staging

    def shows(self, made: Made) -> bool:
        """Whether a file was made of something that has changed."""
        return bool(self.changed) and not self.changed.isdisjoint(unpacked(made.facts))

    def reused(self, file: str, made: Made) -> Made | None:
        """The entry of a file that is in the new folder as it must be, or is linked from the site that stands; else None."""
        kept = self.trees.kept.whole(self.trees.new, file)
        if kept is not None and kept.digest == made.digest:
            return made if kept.time == made.time else made._replace(time=kept.time)
        last = self.trees.last.whole(self.trees.live, file)
        if last is None or last.digest != made.digest:
            return None
        link(self.trees, file)
        return made._replace(time=last.time)


def decide(site: Site, trees: Staging) -> Decision:
    """What a build must make of all that is declared. Raises PathTaken."""
    forget_folders()
    last = trees.last if trees.last.files else trees.kept
    digests = Digests(site.library)
    as_last_time = (digests.everything_else(), site.keys.base) == (last.ledger.lists, last.base)
    # Some lists are made where pages are declared, and have a digest from then on.
    items = [] if as_last_time else list(declared(site.library))
    ledger, changed = last.ledger.brought_to(digests)
    found = Decision(Manifest(ledger=ledger, base=site.keys.base), digests)
    before = Before(last, changed, trees)
    if as_last_time:
        _as_last_time(site, before, found)
    else:
        _anew(site, items, before, found)
    return found


def _as_last_time(site: Site, before: Before, found: Decision) -> None:
    """The same files are declared as in the last build: only those that must be made are declared again."""
    last, manifest = before.manifest, found.manifest
    manifest.kinds, manifest.pages = last.kinds, last.pages
    manifest.keys = {template: site.keys.of(template or None) for template in last.keys}
    stale = {key for template, key in last.keys.items() if manifest.keys[template] != key}
    due = set()
    for file, made in last.files.items():
        if made.key:
            there = None if made.key in stale or before.shows(made) else before.reused(file, made)
            if there is None:
                due.add(file)
            else:
                manifest.files[file] = there
    if due:
        found.work.extend(item for item in declared_again(site.library, due) if isinstance(item, Work))


def _anew(site: Site, items: Sequence[Declared], before: Before, found: Decision) -> None:
    """Everything is declared, and compared with what the last build made."""
    manifest = found.manifest
    for item in items:
        if not isinstance(item, Planned):
            manifest.base = b""  # it has no facts, so the next build must look at everything again
        if not isinstance(item, Work):
            continue
        manifest.pages += not isinstance(item, Document) and item.template is not None
        made = before.manifest.files.get(item.file) if isinstance(item, Planned) else None
        there = None
        if isinstance(item, Planned):
            key = manifest.keys[item.drawn or ""] = site.keys.of(item.drawn)
            if made is not None and made.key == key and not before.shows(made):
                there = before.reused(item.file, made)
        if there is None:
            found.work.append(item)
        else:
            manifest.files[item.file] = there
    manifest.kinds = dict(Counter(contribution.kind for contribution in site.library.published))
