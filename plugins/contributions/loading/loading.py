"""Load a content folder: every file read, every place found, every rule checked; the library and all problems."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

from contributions.cache.installed import version
from contributions.cache.memory import Memory, each
from contributions.library.library import Library
from contributions.library.store import Kept, Stamp, Store
from contributions.loading.beside import link_problems, media_files
from contributions.loading.checking import problems_of
from contributions.loading.introductions import read_introductions
from contributions.loading.reading import Mapper, read_all
from contributions.loading.tables import read_figures
from contributions.media.pictures import Size, recipe, size_of
from contributions.models.validation import validate
from contributions.problems.problem import Problem
from contributions.region.addresses import declarations
from contributions.region.hub import HUB_FILE, Hub
from contributions.source.front_matter import parse
from contributions.source.header import FrontMatterError
from contributions.source.positions import located
from contributions.source.texts import bytes_of, decode

HERE = Path(__file__).resolve().parent.parent
LIBRARIES = ("beautifulsoup4", "markdown", "nh3", "pydantic", "pyyaml", "pillow")


@dataclass(frozen=True, slots=True)
class Loaded:
    """`library` is None when hub.yml itself cannot be read; `media` are the files beside the contributions, with their stamps."""

    library: Library | None
    problems: tuple[Problem, ...]
    media: Mapping[str, Stamp] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ContentRead:
    """A content folder that was read, before its rules are checked."""

    content: Path
    library: Library | None
    problems: tuple[Problem, ...]
    kept: Mapping[str, Kept] = field(default_factory=dict)
    media: Mapping[str, Stamp] = field(default_factory=dict)
    memory: Memory | None = None

    def checked(self, only: Collection[str] = ()) -> Loaded:
        """The library and all problems, sorted by file and line; none is raised. Where `only` names paths, at least theirs."""
        if self.library is None:
            return Loaded(None, self.problems)
        problems = {*self.problems, *problems_of(self.library, self.content, self.kept, self.media, self.memory, only)}
        return Loaded(self.library, tuple(sorted(problems)), self.media)


def load(
    content: Path, today: Callable[[Hub], date] | date, *, run: Mapper = map, drafts: bool = False, cache: Path | None = None
) -> Loaded:
    """Read and check everything below `content`."""
    return read_content(content, today, run=run, drafts=drafts, cache=cache).checked()


def read_content(
    content: Path, today: Callable[[Hub], date] | date, *, run: Mapper = map, drafts: bool = False, cache: Path | None = None
) -> ContentRead:
    """Read everything below `content`; what was read is kept in `cache`, if given."""
    hub, problems = read_hub(content)
    if hub is None:
        return ContentRead(content, None, tuple(problems))
    day = today if isinstance(today, date) else today(hub)
    with _store(cache, (content / HUB_FILE).read_bytes()) as store:
        kept = read_all(content, hub, day, store, run)
        if kept != store.kept:
            store.save(kept)
        contributions = list(store.contributions())
        memory = Memory(store.folder, store.key) if cache is not None else None
        introductions, found = read_introductions(content, hub, memory)
        problems += found
        figures, found = read_figures(content)
        problems += found
        problems += link_problems(content)
        media = media_files(content)
        library = Library(
            hub,
            contributions,
            day,
            introductions=introductions,
            figures=tuple(figures),
            media=sizes(content, store.kept.values(), media, store.folder / "sizes"),
            drafts=drafts,
        )
    return ContentRead(content, library, tuple(problems), kept, media, memory)


@contextmanager
def _store(cache: Path | None, hub: bytes) -> Iterator[Store]:
    """The store of the cache; without one, a store that goes at once: what it holds stays readable while it is used."""
    if cache is not None:
        yield Store(cache / "contributions", f"{code_key()} {blake2b(hub).hexdigest()}")
        return
    with tempfile.TemporaryDirectory(prefix="escale-") as folder:
        yield Store(Path(folder), "")


def code_key() -> str:
    """The hash of the code and data that reading depends on, and the versions of the libraries it uses."""
    digest = blake2b(digest_size=16)
    for file in sorted(HERE.rglob("*")):
        if file.suffix in {".py", ".csv", ".json", ".gz", ".txt"}:
            digest.update(file.relative_to(HERE).as_posix().encode() + b"\0" + file.read_bytes())
    for file in declarations():
        digest.update(file.parent.name.encode() + b"\0" + file.read_bytes())
    versions = [platform.python_version(), *(version(name) for name in LIBRARIES)]
    return f"{digest.hexdigest()} {' '.join(versions)}"


def read_hub(content: Path) -> tuple[Hub | None, list[Problem]]:
    """The region's settings, or the problems of hub.yml."""
    path = f"{content.name}/{HUB_FILE}"
    file = content / HUB_FILE
    if not file.is_file():
        return None, [
            Problem(path, 1, 1, "E013", "Ce fichier manque : il décrit la région.", "Copiez celui d’un autre portail et adaptez-le.")
        ]
    # hub.yml is front matter without fences; with them, one reader serves both, and lines are one too many.
    above = 0
    try:
        text = decode(bytes_of(file))
        above = 0 if text.startswith("---\n") else 1
        matter = parse("---\n" * above + text + "\n---\n")
    except FrontMatterError as error:
        finding = replace(error.finding, line=max(error.finding.line - above, 1))
        return None, list(located(path, [finding], None))
    hub, findings = validate(Hub, matter.values, {})
    findings += matter.findings
    shifted = [replace(problem, line=max(problem.line - above, 1)) for problem in located(path, findings, matter)]
    return (None, shifted) if shifted else (hub, [])


def sizes(content: Path, kept: Iterable[Kept], media: Mapping[str, Stamp], file: Path) -> dict[str, Size]:
    """The sizes of the images that front matter and bodies name, by path below content/; kept in a file, under each image's stamp."""
    named = sorted({path for entry in kept for path in entry.images} & set(media))

    def size(path: str) -> tuple[int, int, int] | None:
        found = size_of(content / path)
        return (*found,) if found else None

    found = each(file, recipe(), {path: media[path] for path in named}, size)
    return {path: Size(*parts) for path, parts in found.items() if parts}
