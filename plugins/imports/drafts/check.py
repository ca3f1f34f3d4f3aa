"""Ask the check of a content folder about files that are not there yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from contributions.library.library import Library
from contributions.loading.salvage import Sound
from contributions.loading.trying import among_the_others
from contributions.models import KINDS, Common
from contributions.problems.problem import Finding
from contributions.reading.reader import Read, Reader
from contributions.reading.reading import beside
from contributions.record.contribution import Contribution
from contributions.reference.drafting import whole
from contributions.reference.reference import Reference, reference
from imports.drafts.drafting import Draft
from imports.drafts.values import ordered


class Check:
    """The check of one content folder, asked in memory. What it has read and written of drafts is kept: texts come again and again."""

    def __init__(self, library: Library, content: Path) -> None:
        self.library, self.content = library, content
        self._reader = Reader(content, library.hub.vocabularies)
        self._references: dict[str, Reference] = {}
        self._written: dict[str, str] = {}
        self._read: dict[str, tuple[str, Read]] = {}
        self._aside = TemporaryDirectory(prefix="escale-")
        """Rules that look at a text open its file: here is what it would be."""

    def of(self, library: Library) -> Check:
        """The same of another library."""
        other = copy(self)
        other.library = library
        return other

    def text(self, draft: Draft, values: Mapping[str, Any] | None = None) -> str:
        """The file of a draft, with its keys in the order of the reference."""
        own = draft.values if values is None else values
        name = f"{draft.kind} {own!r} {draft.body}"
        if name not in self._written:
            if draft.kind not in self._references:
                self._references[draft.kind] = reference(draft.kind, self.library.hub)
            self._written[name] = whole(ordered(own, self._references[draft.kind]), draft.body)
        return self._written[name]

    def read(self, draft: Draft) -> Read:
        """A draft as the check reads its file."""
        return self.read_text(f"{self.content.name}/{draft.kind}s/{draft.slug}.md", self.text(draft))

    def read_text(self, path: str, text: str) -> Read:
        """A file that is not there yet, as the check reads it."""
        if self._read.get(path, ("",))[0] != text:
            self._read[path] = text, self._reader.read(path, text.encode())
        return self._read[path][1]

    def contribution(self, read: Read) -> Contribution[Common]:
        """A draft that can be read, beside those of the library."""
        return beside(read, self.library.hub, self.library.values_of_event)[0]

    def of_rules(self, read: Read) -> Iterator[Finding]:
        """What towns and rules say of a draft; of one that lacks something, about what is there."""
        aside = Path(self._aside.name) / self.content.name
        file = aside.parent / read.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self._read[read.path][0], "utf-8")
        if read.meta is not None:
            yield from among_the_others(self.library, aside, read)
        elif read.matter is not None:
            sound = Sound(KINDS[read.kind], read.matter.values, self.library.hub.vocabularies)
            if sound.meta is not None:
                found = among_the_others(self.library, aside, Read(read.path, sound.meta, (), read.kind, read.html, read.matter))
                yield from (own for each in found if (own := sound.own(each)))
