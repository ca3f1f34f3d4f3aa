"""The mails of letters, as files that anybody may send: HTML, plain text, and what the last letter is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from contributions.library.library import Library
from contributions.region.hub import Hub
from newsletter.letter import MOST, Letter
from newsletter.mail.content import content, whole
from newsletter.mail.harmless import harmless
from newsletter.mail.making import TEMPLATE, mail
from newsletter.mail.plain import text
from newsletter.mail.providers import provider
from newsletter.others import letters
from newsletter.others.issues import issues
from newsletter.weekly import letter, path_of
from newsletter.weeks import weeks
from publishing.page import Document, Planned

LAST = "/newsletter/derniere.json"
Make = Callable[[], Letter]


def mails(library: Library) -> Iterator[Planned]:
    """The mails of all letters, and the last weekly one for programs."""
    for week in weeks(library):
        yield from of_letter(library.hub, path_of(week), partial(letter, library, week))
    for slug in library.hub.letters:
        for day in issues(library, slug):
            yield from of_letter(library.hub, letters.path_of(slug, day), partial(letters.letter, library, slug, day))
    yield Planned(LAST, partial(_last, library), filled=TEMPLATE)


def of_letter(hub: Hub, path: str, make: Make) -> Iterator[Planned]:
    """mail.html and mail.txt, beside the page of a letter."""
    yield Planned(f"{path}mail.html", lambda: Document(f"{path}mail.html", mail(make(), hub).encode()), filled=TEMPLATE)
    yield Planned(f"{path}mail.txt", lambda: Document(f"{path}mail.txt", text(make(), hub).encode()))


def _last(library: Library) -> Document:
    week = next(iter(weeks(library)), None)
    return Document(LAST, as_json(letter(library, week) if week else None, library.hub))


def as_json(found: Letter | None, hub: Hub) -> bytes:
    """A letter for programs that send it; `week` is null where none has appeared. Nothing in it is taken for a mark of the service."""
    if found is None:
        return _written({"week": None, "entries": []})
    service = provider(hub)

    def said(words: str) -> str:
        return harmless(service, words)

    entries = [
        {
            "title": said(entry.title),
            "url": said(entry.url),
            "summary": said(entry.summary),
            "when": said(entry.when),
            "where": said(entry.where),
            "image": said(entry.image.large) if entry.image and entry.image.large else None,
        }
        for entry in content(found, hub, MOST).entries
    ]
    head = {"week": found.name, "title": said(found.title), "subject": said(found.subject), "url": whole(hub, found.path)}
    return _written({**head, "html": mail(found, hub), "text": text(found, hub), "entries": entries})


def _written(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()
