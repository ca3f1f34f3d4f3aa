"""What content/ holds already of sources: the files that say from where they come, by the identities that sources give them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from contributions.models import FOLDERS
from contributions.reading.reading import contribution_files
from contributions.source.front_matter import parse
from contributions.source.matter import FrontMatterError
from contributions.source.texts import bytes_of, legible

MARKS = (b"imported:", b"external_ids:")
GROUP = re.compile(r"^imported:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)
SECRETS = frozenset({"key", "apikey", "api_key", "access_token", "token", "secret"})
PAGING = frozenset({"after", "after[]", "offset", "start", "page", "size", "limit", "rows"})
"""Names of a query that do not say which collection is asked for."""


def digest_of(text: str) -> str:
    """What a file says, in brief, but for its group `imported`, whatever system saved it."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    head, fence, rest = plain.partition("\n---\n")
    own = GROUP.sub("", head + "\n")
    return blake2b(f"{own}{fence}{rest}".encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Known:
    """A file that says where it comes from. `source`, `id` and `of` are empty where a hand wrote it."""

    path: str
    """Below content/."""
    kind: str
    text: str
    values: Mapping[str, Any]
    body: str
    source: str
    id: str
    of: str
    written: str
    """The digest of what an import wrote; empty where none did."""

    @property
    def slug(self) -> str:
        """The file's stem."""
        return PurePosixPath(self.path).stem

    @cached_property
    def is_untouched(self) -> bool:
        """Whether nobody has edited it since an import wrote it."""
        return self.written == digest_of(self.text)

    @property
    def title(self) -> str:
        """Its title, else its path."""
        return str(self.values.get("title") or self.path)


@dataclass(frozen=True)
class Index:
    """All of them."""

    all: tuple[Known, ...]

    @cached_property
    def by_import(self) -> Mapping[tuple[str, str], Known]:
        """By source and identity there."""
        return {(known.source, known.id): known for known in reversed(self.all) if known.written}

    @cached_property
    def by_service(self) -> Mapping[tuple[str, str], Known]:
        """By service and the identity that it gives."""
        found: dict[tuple[str, str], Known] = {}
        for known in reversed(self.all):
            services = known.values.get("external_ids")
            found |= {(str(name), str(own)): known for name, own in services.items()} if isinstance(services, dict) else {}
        return found

    def collection(self, source: str, name: str, ids: Iterable[str]) -> str:
        """Which of a source's agendas, files or feeds is read: that of records which it shares, else of its address, else a new one."""
        own = list(ids)
        shared = Counter(known.of for id in own if (known := self.by_import.get((source, id))))
        if shared:
            return min(shared, key=lambda of: (-shared[of], of))
        # Two files of one name may be two museums'; an address is one.
        return _brief(canonical(name)) if "://" in name else _brief(f"{name}\0{sorted(own)[:1]}")

    def of(self, source: str, collection: str) -> Iterator[Known]:
        """The records of one collection."""
        return (known for known in self.all if known.written and (known.source, known.of) == (source, collection))


def canonical(address: str) -> str:
    """An address without what says who asks, and for which of its pages."""
    parts = urlsplit(address)
    asked = sorted((name, value) for name, value in parse_qsl(parts.query) if name.lower() not in SECRETS | PAGING)
    return f"{parts.hostname}{parts.path}?{asked}"


def _brief(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()


def index_of(content: Path) -> Index:
    """Read the files of content/ that name a source. One that cannot be read is none of an import's, and stays."""
    return Index(tuple(_known(content)))


def _known(content: Path) -> Iterator[Known]:
    for path, _stamp in contribution_files(content):
        file = content.parent / path
        kind = FOLDERS.get(path.split("/")[1])
        if kind is None or file.is_symlink() or not file.is_file():
            continue
        try:
            data = bytes_of(file)
            if not any(mark in data for mark in MARKS):
                continue
            text = legible(data)[0]
            matter = parse(text)
        except FrontMatterError:
            continue
        group = matter.values.get("imported")
        imported = group if isinstance(group, dict) else {}
        source, id, of, written = (str(imported.get(key) or "") for key in ("from", "id", "of", "digest"))
        yield Known(path.split("/", 1)[1], kind, text, matter.values, matter.body.strip(), source, id, of, written)
