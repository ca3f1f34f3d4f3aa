"""Check what was read: the rules run on every contribution that may break one, and on no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from contributions.contribution import Contribution
from contributions.front_matter import parse
from contributions.library import Library
from contributions.memory import remembered
from contributions.models import Common
from contributions.problems import Finding, Problem
from contributions.rules import check
from contributions.rules.bodies import answered
from contributions.source import decode, located
from contributions.store import Kept

REFERENCES = {"E201", "E202", "E203", "E204", "E205", "E208"}


@dataclass(frozen=True, slots=True)
class Memory:
    """Where to keep which contributions are doubtful or wrong, and what beside them decides that: code and region."""

    folder: Path
    key: str


def problems_of(
    library: Library, content: Path, kept: Mapping[str, Kept], media: Iterable[str], memory: Memory | None = None
) -> Iterator[Problem]:
    """All problems of contributions: of their files, of their names, and of the rules."""
    for entry in kept.values():
        yield from entry.problems
    yield from _twice(kept)
    # A reference to a file that could not be read is not told twice.
    unread = {Path(path).stem for path, entry in kept.items() if not entry.brief}
    for contribution in _suspects(library, content, tuple(media), memory):
        found = [finding for finding in check(library, contribution, content) if not _echo(finding, unread)]
        if found:
            matter = parse(decode((content.parent / contribution.path).read_bytes()))
            yield from located(contribution.path, found, matter.yaml_text)


def _suspects(library: Library, content: Path, media: tuple[str, ...], memory: Memory | None) -> list[Contribution[Common]]:
    """The doubtful ones; where nothing has changed that they depend on, those of them that the last build found to be wrong."""
    if memory is None:
        return doubtful(library, media)
    key = blake2b(repr((memory.key, library.today, library.drafts, library.outline, media)).encode()).digest()
    found = remembered(memory.folder / "doubtful", key, lambda: [contribution.key for contribution in doubtful(library, media)])
    contributions = [library.by_key[key] for key in found]
    for contribution in contributions:
        key += contribution.sums.meta + contribution.sums.body
    wrong = remembered(
        memory.folder / "wrong", blake2b(key).digest(), lambda: [c.key for c in contributions if any(check(library, c, content))]
    )
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


def _echo(finding: Finding, unread: set[str]) -> bool:
    return finding.code in REFERENCES and any(f"« {slug} »" in finding.message or f"/{slug}" in finding.message for slug in unread)


def _twice(kept: Mapping[str, Kept]) -> Iterator[Problem]:
    """Two files of a kind with one name would share an address."""
    seen: dict[tuple[str, str], str] = {}
    for path, entry in kept.items():
        if entry.brief:
            key = entry.kind, entry.slug
            if key in seen:
                yield Problem(path, 1, 1, "E009", f"« {key[1]} » est déjà le nom de {seen[key]}.", "Renommez l’un des deux fichiers.")
            seen.setdefault(key, path)
