"""Check what was read: the rules run on every contribution that may break one, and on no other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from contributions.cache.memory import Memory
from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.library.store import Kept, Stamp
from contributions.loading.reader import Reader
from contributions.loading.salvage import further_problems
from contributions.models import Common
from contributions.problems.problem import Finding, Problem
from contributions.rules import check
from contributions.rules.alike import alike, duplicates
from contributions.rules.bodies import answered
from contributions.rules.media import media_problems
from contributions.source.front_matter import parse
from contributions.source.positions import located
from contributions.source.texts import bytes_of, decode

REFERENCES = {"E201", "E202", "E203", "E204", "E205", "E208"}


def problems_of(
    library: Library,
    content: Path,
    kept: Mapping[str, Kept],
    media: Mapping[str, Stamp],
    memory: Memory | None = None,
    only: Collection[str] = (),
) -> Iterator[Problem]:
    """All problems of contributions: of their files, of their names, of the rules, and of the files beside them.

    Where `only` names paths, what the rules say of other files need not be told.
    """
    # A reference to a file that could not be read is not told twice.
    unread = {Path(path).stem for path, entry in kept.items() if not entry.brief}
    for entry in kept.values():
        yield from entry.problems
    yield from _twice(kept)
    # A picture of another format is told where it is named.
    named = {f"{content.name}/{path}" for entry in kept.values() for path in entry.images}
    yield from (p for p in media_problems(content, media, memory) if not (p.code == "E219" and p.path in named))
    for contribution in (c for c in _suspects(library, content, tuple(media), memory) if not only or c.path in only):
        yield from _located(content, contribution, (f for f in check(library, contribution, content) if not _echo(f, unread)))
    for later, other in duplicates(library, memory):
        if only and library.by_key[later].path not in only:
            continue
        yield from _located(content, library.by_key[later], (alike(library.by_key[other]),))
    if unread:
        reader = Reader(content, library.hub.vocabularies)
        broken = [path for path, entry in kept.items() if not entry.brief and entry.digest and (not only or path in only)]
        for path in broken:
            yield from (p for p in further_problems(library, content, path, reader) if not _echo(p, unread))


def _located(content: Path, contribution: Contribution[Common], findings: Iterable[Finding]) -> Iterator[Problem]:
    found = list(findings)
    if found:
        yield from located(contribution.path, found, parse(decode(bytes_of(content.parent / contribution.path))))


def _suspects(library: Library, content: Path, media: tuple[str, ...], memory: Memory | None) -> list[Contribution[Common]]:
    """The doubtful ones; where nothing has changed that they depend on, those of them that the last build found to be wrong."""
    if memory is None:
        return doubtful(library, media)
    grounds = library.today, library.drafts, library.outline, media
    keys = memory.of("doubtful", grounds, lambda: [contribution.key for contribution in doubtful(library, media)])
    contributions = [library.by_key[key] for key in keys]
    sums = [contribution.sums.meta + contribution.sums.body for contribution in contributions]
    wrong = memory.of("wrong", (grounds, sums), lambda: [c.key for c in contributions if any(check(library, c, content))])
    return [library.by_key[key] for key in wrong]


def doubtful(library: Library, media: Iterable[str]) -> list[Contribution[Common]]:
    """The contributions that a rule may have something to say about; the others lack nothing that they count on."""
    provided = {f"{kind}/{slug}" for kind, slug in library.by_key} | {f"file:{path}" for path in media}
    missing = {need for contribution in library.all for need in contribution.brief.needs} - provided
    links = {need for need in missing if need.startswith("link:") and answered(library, need.removeprefix("link:"))}
    missing -= links
    today = library.today.toordinal()
    return [
        contribution
        for contribution in library.all
        if not contribution.brief.clean_from <= today <= contribution.brief.clean_until
        or (missing and not missing.isdisjoint(contribution.brief.needs))
    ]


def _echo(found: Finding | Problem, unread: set[str]) -> bool:
    return found.code in REFERENCES and any(f"« {slug} »" in found.message or f"/{slug}" in found.message for slug in unread)


def _twice(kept: Mapping[str, Kept]) -> Iterator[Problem]:
    """Two files of a kind with one name would share an address."""
    seen: dict[tuple[str, str], str] = {}
    for path, entry in kept.items():
        if entry.brief:
            key = entry.kind, entry.slug
            if key in seen:
                yield Problem(path, 1, 1, "E009", f"« {key[1]} » est déjà le nom de {seen[key]}.", "Renommez l’un des deux fichiers.")
            seen.setdefault(key, path)
