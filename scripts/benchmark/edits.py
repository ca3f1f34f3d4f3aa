"""Edits of a corpus, each always of the same file: what an editor does all day, and how to undo it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from benchmark.corpus import Corpus, Written, written
from benchmark.plan import TODAY


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after an edit; None where there is no such file, or no change at all."""

    file: Path
    before: bytes | None
    after: bytes | None

    def apply(self) -> None:
        """Make the edit."""
        self._put(self.before, self.after)

    def undo(self) -> None:
        """Take it back, to the byte."""
        self._put(self.after, self.before)

    def _put(self, there: bytes | None, wanted: bytes | None) -> None:
        if there == wanted:
            return
        if wanted is None:
            self.file.unlink()
        else:
            self.file.write_bytes(wanted)


Edit = Callable[[Corpus], Change]


def nothing(corpus: Corpus) -> Change:
    """No change."""
    return _of(corpus, _chosen(corpus), None)


def body(corpus: Corpus) -> Change:
    """A sentence more in the first paragraph of a past event."""
    old = _chosen(corpus)
    first, rest = old.body.split("\n\n", 1)
    return _of(corpus, old, replace(old, body=f"{first} La séance a été prolongée d’une heure.\n\n{rest}"))


def title(corpus: Corpus) -> Change:
    """Another title of a past event."""
    old = _chosen(corpus)
    return _of(corpus, old, replace(old, keys={**old.keys, "title": f"{old.keys['title']}, la suite"}))


def new(corpus: Corpus) -> Change:
    """An event more, in three weeks."""
    model = _chosen(corpus).sketch
    sketch = replace(
        model,
        number=len(corpus.plan.sketches["event"]),
        slug="une-soiree-de-plus",
        title="Une soirée de plus",
        day=TODAY + timedelta(days=21),
    )
    return Change(corpus.content / sketch.path, None, written(sketch, corpus.plan).text.encode())


EDITS: dict[str, Edit] = {"nothing": nothing, "body": body, "title": title, "new": new}


def _of(corpus: Corpus, old: Written, edited: Written | None) -> Change:
    before = old.text.encode()
    return Change(corpus.content / old.sketch.path, before, edited.text.encode() if edited else before)


def _chosen(corpus: Corpus) -> Written:
    """The conference nearest to six hundred days ago: archives, its organisation and an old letter show it; no front page does."""
    events = corpus.plan.sketches["event"]
    sketch = min(events, key=lambda event: (event.category != "conference", abs((TODAY - event.day).days - 600), event.slug))
    return written(sketch, corpus.plan)
