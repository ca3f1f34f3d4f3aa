"""Load a content folder: every file read, every place found, every rule checked; the library and all problems."""

from __future__ import annotations

import os
import platform
import tempfile
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from contributions.cache.cache import Cache, Room
from contributions.cache.installed import version
from contributions.cache.memory import each
from contributions.library.library import Library
from contributions.loading.checking import Memory, problems_of
from contributions.loading.import_maps import read_maps
from contributions.loading.withheld import withheld
from contributions.media.pictures import Size, recipe, size_of
from contributions.models.beside import Annals
from contributions.problems.order import in_order
from contributions.problems.problem import Problem
from contributions.reading.beside import media_files, odd_files
from contributions.reading.introductions import read_introductions
from contributions.reading.reading import Mapper, read_again, read_all
from contributions.reading.reports import read_reports
from contributions.reading.sent_letters import read_sent_letters
from contributions.reading.settings import read_settings
from contributions.reading.unread import unread
from contributions.record.store import Kept, Stamp, Store
from contributions.region.addresses import declarations
from contributions.region.holidays import without_holidays
from contributions.region.hub import HUB_FILE, Hub
from contributions.region.letters import unknown_words
from contributions.sheets.joining import with_table_loans
from contributions.sheets.loan_tables import read_loans
from contributions.sheets.tables import read_figures

HERE = Path(__file__).resolve().parent.parent
LIBRARIES = ("beautifulsoup4", "markdown", "nh3", "pydantic", "pyyaml", "pillow")


@dataclass(frozen=True, slots=True)
class Loaded:
    """`library` is None when hub.yml itself cannot be read; `media` are the files beside the contributions that are published.

    `files` are the paths of all that was read as contributions, drafts and what is wrong among them.
    """

    library: Library | None
    problems: tuple[Problem, ...]
    media: Sequence[str] = ()
    files: AbstractSet[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ContentRead:
    """A content folder that was read, before its rules are checked."""

    content: Path
    library: Library | None
    problems: tuple[Problem, ...]
    kept: Mapping[str, Kept] = field(default_factory=dict)
    media: Mapping[str, Stamp] = field(default_factory=dict)
    memory: Memory | None = None
    run: Callable[..., Any] = map

    def checked(self, only: AbstractSet[str] = frozenset()) -> Loaded:
        """The library and all problems, in order; none is raised. Where `only` names paths, at least theirs."""
        if self.library is None or self.memory is None:
            return Loaded(None, self.problems)
        problems = {*self.problems, *problems_of(self.library, self.content, self.kept, self.media, self.memory, self.run, only)}
        apart = withheld(self.library, self.kept)
        return Loaded(self.library, in_order(problems), [path for path in self.media if path not in apart], self.kept.keys())


def load(
    content: Path, today: Callable[[Hub], date] | date, *, run: Mapper = map, drafts: bool = False, cache: Cache | None = None
) -> Loaded:
    """Read and check everything below `content`."""
    return read_content(content, today, run=run, drafts=drafts, cache=cache).checked()


def read_content(
    content: Path, today: Callable[[Hub], date] | date, *, run: Mapper = map, drafts: bool = False, cache: Cache | None = None
) -> ContentRead:
    """Read everything below `content`; what was read is kept in `cache`, if given."""
    hub, problems = read_hub(content)
    if hub is None:
        return ContentRead(content, None, tuple(problems))
    day = today if isinstance(today, date) else today(hub)
    cache = cache or _passing_cache()
    key = f"{code_key()} {blake2b((content / HUB_FILE).read_bytes()).hexdigest()}"
    store = Store(cache, key, partial(read_again, content, hub))
    kept = read_all(content, hub, store, run)
    if kept != store.kept:
        store.save(kept)
    memory = Memory(cache.room("checks"), cache.room("remembered"), store.key)
    introductions, found = read_introductions(content, hub, memory.remembered, store.key)
    problems += found
    sent, found = read_sent_letters(content, hub, memory.remembered, store.key)
    problems += found
    reports, found = read_reports(content, hub, memory.remembered, store.key)
    problems += found
    figures, found = read_figures(content)
    problems += found
    written, found = read_loans(content, hub, memory.remembered, store.key)
    problems += found
    contributions, table_loans, found = with_table_loans(store.contributions(), written, kept)
    problems += found
    problems += [*odd_files(content), *unread(content)]
    media = media_files(content)
    library = Library(
        hub,
        contributions,
        day,
        introductions=introductions,
        annals=Annals(reports, tuple(figures)),
        media=sizes(content, store.kept.values(), media, memory.remembered),
        files=frozenset(media),
        drafts=drafts,
    )
    library.table_loans = table_loans
    library.frozen = sent
    problems += read_maps(content, library)[1]
    return ContentRead(content, library, tuple(problems), kept, media, memory, run)


def _passing_cache() -> Cache:
    """A cache that goes when nobody needs it any more."""
    folder = tempfile.TemporaryDirectory(prefix="escale-")
    cache = Cache(Path(folder.name))
    weakref.finalize(cache, folder.cleanup)
    return cache


@lru_cache(maxsize=1)
def code_key() -> str:
    """The hash of the code and data that reading depends on, and the versions of the libraries it uses.

    Taken once a process: what is written into these files afterwards is not what runs in it.
    """
    digest = blake2b(digest_size=16)
    for file in sorted(HERE.rglob("*")):
        if file.suffix in {".py", ".csv", ".json", ".gz", ".toml", ".txt"}:
            digest.update(file.relative_to(HERE).as_posix().encode() + b"\0" + file.read_bytes())
    for file in declarations():
        digest.update(file.parent.name.encode() + b"\0" + file.read_bytes())
    versions = [platform.python_version(), *(version(name) for name in LIBRARIES)]
    return f"{digest.hexdigest()} {' '.join(versions)}"


def read_hub(content: Path) -> tuple[Hub | None, list[Problem]]:
    """The region's settings, or the problems of hub.yml."""
    if not os.path.lexists(content / HUB_FILE):
        message, repair = "Ce fichier manque : il décrit la région.", "Copiez celui d’un autre portail et adaptez-le."
        return None, [Problem(f"{content.name}/{HUB_FILE}", 1, 1, "E013", message, repair)]
    return read_settings(content, HUB_FILE, Hub, {}, lambda hub: (*unknown_words(hub.letters, hub.words), *without_holidays(hub)))


def sizes(content: Path, kept: Iterable[Kept], media: Mapping[str, Stamp], room: Room) -> dict[str, Size]:
    """The sizes of the images that front matter and bodies name, by path below content/; kept under each image's stamp."""
    named = sorted({path for entry in kept for path in entry.files if path.startswith("images/")} & set(media))

    def size(path: str) -> tuple[int, int, int] | None:
        found = size_of(content / path)
        return (*found,) if found else None

    found = each(room, "sizes", recipe(), {path: media[path] for path in named}, size)
    return {path: Size(*parts) for path, parts in found.items() if parts}
