"""Edits of a corpus, each always of the same file: what an editor does all day, made for as long as a build takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from benchmark.corpus import Corpus, Written
from benchmark.moulding import TODAY, first_day, moved

AMONG = 1_000
"""How many events are looked at for the one to edit, so that a larger corpus costs no more."""

Edit = Callable[[Written], Written]


def body(old: Written) -> Written:
    """A sentence more in the first paragraph of a past event."""
    first, rest = old.body.split("\n\n", 1)
    return replace(old, body=f"{first} La séance a été prolongée d’une heure.\n\n{rest}")


def title(old: Written) -> Written:
    """Another title of a past event."""
    return replace(old, keys={**old.keys, "title": f"{old.keys['title']}, la suite"})


def new(old: Written) -> Written:
    """An event more, in three weeks."""
    days = (TODAY - first_day(old.keys)).days + 21
    slots = [{key: moved(day, days) for key, day in slot.items()} for slot in old.keys["slots"]]
    keys = {**old.keys, "title": "Une soirée de plus", "date": TODAY.isoformat(), "slots": slots}
    return Written("event", "une-soiree-de-plus", keys, old.body)


EDITS: dict[str, Edit] = {"nothing": lambda old: old, "body": body, "title": title, "new": new}


@contextmanager
def edited(corpus: Corpus, name: str) -> Iterator[None]:
    """Make an edit, and take it back at the end, to the byte."""
    written = EDITS[name](chosen(corpus))
    file = corpus.content / written.path
    before = file.read_bytes() if file.is_file() else None
    if before != written.text.encode():
        file.write_text(written.text, "utf-8")
    try:
        yield
    finally:
        if before is None:
            file.unlink()
        elif file.read_bytes() != before:
            file.write_bytes(before)


def chosen(corpus: Corpus) -> Written:
    """The conference nearest to six hundred days ago: archives, its organisation and an old letter show it; no front page does."""
    events = (corpus.written("event", number) for number in range(min(AMONG, corpus.counts["event"])))
    found = [event for event in events if event.keys["category"] == "conference" and len(event.keys.get("slots", [])) == 1]
    return min(found, key=lambda event: (abs((TODAY - first_day(event.keys)).days - 600), event.slug))
