"""Load a content folder: every file read, every place found, every rule checked; the library and all problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from contributions.beside import read_figures, read_introductions
from contributions.contribution import Contribution, Located, Stop, place_keys
from contributions.front_matter import FrontMatterError, parse
from contributions.hub import HUB_FILE, Hub
from contributions.library import Library
from contributions.media import Size, size_of
from contributions.models import Common, Event, Exhibition
from contributions.occurrences import occurrences
from contributions.placing import locate, stops
from contributions.problems import Finding, Problem
from contributions.rules import check
from contributions.rules.files import media_path, pictures
from contributions.source import APART, MARKDOWN, Read, Reader, decode, located
from contributions.towns import Towns
from contributions.validation import validate

Mapper = Callable[[Callable[[list[str]], list[Read]], list[list[str]]], Iterable[list[Read]]]
"""Runs a function over batches, in this process or in others; `map` will do."""

IMAGES = re.compile(r'<img[^>]* src="/(images/[^"]+)"')
BATCH = 64


@dataclass(frozen=True, slots=True)
class Loaded:
    """`library` is None when hub.yml itself cannot be read."""

    library: Library | None
    problems: tuple[Problem, ...]


def load(content: Path, today: Callable[[Hub], date] | date, *, run: Mapper = map, drafts: bool = False) -> Loaded:
    """Read everything below `content`. Problems are all collected, sorted by file and line; none is raised."""
    hub, problems = read_hub(content)
    if hub is None:
        return Loaded(None, tuple(problems))
    paths = contribution_paths(content)
    batches = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
    reads = [read for batch in run(partial(read_batch, content, hub.vocabularies), batches) for read in batch]
    problems += [problem for read in reads for problem in read.problems]
    contributions, found = _placed(content, hub, [read.contribution for read in reads if read.contribution])
    problems += found
    problems += _twice(reads)
    introductions, found = read_introductions(content, hub)
    problems += found
    figures, found = read_figures(content)
    problems += found
    library = Library(
        hub,
        contributions,
        today if isinstance(today, date) else today(hub),
        introductions=introductions,
        figures=tuple(figures),
        media=sizes(content, contributions),
        drafts=drafts,
    )
    unread = {read.contribution.key if read.contribution else _key(read.path) for read in reads if read.problems}
    problems += _checked(library, content, unread)
    return Loaded(library, tuple(sorted(set(problems))))


def contribution_paths(content: Path) -> list[str]:
    """Every Markdown file that must be a contribution, relative to the folder that holds content/, sorted."""
    files = (file.relative_to(content) for file in content.rglob("*") if file.suffix.lower() in MARKDOWN and not file.is_dir())
    return sorted(f"{content.name}/{file.as_posix()}" for file in files if file.parts[0] not in APART and not _hidden(file))


def _hidden(file: Path) -> bool:
    return any(part.startswith((".", "_")) for part in file.parts) or file.name in {"README.md", "LISEZMOI.md"}


def read_batch(content: Path, vocabularies: Mapping[str, Any], paths: list[str]) -> list[Read]:
    """Read some files with one converter."""
    reader = Reader(content, vocabularies)
    return [reader.read(path) for path in paths]


def read_hub(content: Path) -> tuple[Hub | None, list[Problem]]:
    """The region's settings, or the problems of hub.yml."""
    path = f"{content.name}/{HUB_FILE}"
    file = content / HUB_FILE
    if not file.is_file():
        return None, [
            Problem(path, 1, 1, "E013", "Ce fichier manque : il décrit la région.", "Copiez celui d’un autre portail et adaptez-le.")
        ]
    # hub.yml is front matter without fences; with them, one reader serves both, and lines are one too many.
    above = 1
    try:
        text = decode(file.read_bytes())
        above = 0 if text.startswith("---\n") else 1
        matter = parse("---\n" * above + text + "\n---\n")
    except FrontMatterError as error:
        finding = replace(error.finding, line=max(error.finding.line - above, 1))
        return None, list(located(path, [finding], None))
    hub, findings = validate(Hub, matter.values, {})
    findings += matter.duplicates
    shifted = [replace(problem, line=max(problem.line - above, 1)) for problem in located(path, findings, matter.yaml_text)]
    return (None, shifted) if shifted else (hub, [])


def _placed(content: Path, hub: Hub, contributions: list[Contribution[Common]]) -> tuple[list[Contribution[Common]], list[Problem]]:
    """Find the towns of every place, and the showings of every event."""
    towns = Towns.load(hub.region.code)
    done: list[Contribution[Common]] = []
    problems: list[Problem] = []
    for contribution in contributions:
        places: list[Located] = []
        findings: list[Finding] = []
        for location, keys in place_keys(contribution.meta):
            place, finding = locate(keys, location, towns, hub)
            places.append(place)
            findings += [finding] if finding else []
        departments = tuple(dict.fromkeys(place.department for place in places if place.inside and place.department))
        showings = occurrences(contribution.meta, tuple(places)) if isinstance(contribution.meta, Event) else ()
        tour: tuple[Stop, ...] = ()
        if isinstance(contribution.meta, Exhibition):
            tour, wrong = stops(contribution.meta, towns, hub)
            findings += wrong
        done.append(replace(contribution, places=tuple(places), departments=departments, showings=showings, stops=tour))
        problems += _located_again(content, contribution.path, findings)
    return done, problems


def _located_again(content: Path, path: str, findings: list[Finding]) -> Iterator[Problem]:
    """Problems of a file that was read before: it is read again for positions, as few files have any."""
    if findings:
        matter = parse(decode((content.parent / content.name / Path(path).relative_to(content.name)).read_bytes()))
        yield from located(path, findings, matter.yaml_text)


def _twice(reads: list[Read]) -> Iterator[Problem]:
    """Two files of a kind with one name would share an address."""
    seen: dict[tuple[str, str], str] = {}
    for read in reads:
        if read.contribution:
            key = read.contribution.key
            if key in seen:
                yield Problem(read.path, 1, 1, "E009", f"« {key[1]} » est déjà le nom de {seen[key]}.", "Renommez l’un des deux fichiers.")
            seen.setdefault(key, read.path)


def _key(path: str) -> tuple[str, str]:
    parts = Path(path).parts
    return parts[1].removesuffix("s") if len(parts) > 1 else "", Path(path).stem


def _checked(library: Library, content: Path, unread: set[tuple[str, str]]) -> Iterator[Problem]:
    """Findings of the rules; a reference to a file that could not be read is not reported twice."""
    by_path: dict[str, list[Finding]] = {}
    names = {slug for _, slug in unread}
    for contribution, finding in check(library, content):
        if finding.code in {"E201", "E202", "E203", "E204", "E205", "E208"} and any(
            f"« {slug} »" in finding.message or f"/{slug}" in finding.message for slug in names
        ):
            continue
        by_path.setdefault(contribution.path, []).append(finding)
    for path, findings in by_path.items():
        yield from _located_again(content, path, findings)


def sizes(content: Path, contributions: list[Contribution[Common]]) -> dict[str, Size]:
    """The sizes of the images that front matter and bodies name, by path below content/."""
    paths = {media_path(source, "images") for contribution in contributions for source, _ in pictures(contribution.meta)}
    paths |= {path for contribution in contributions for path in IMAGES.findall(contribution.html)}
    found = {path: size_of(content / path) for path in sorted(paths)}
    return {path: size for path, size in found.items() if size}
