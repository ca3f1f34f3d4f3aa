"""The text part of a mail: what somebody would have written, who tells friends of it."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.region.hub import Hub
from newsletter.letter import MOST, Letter
from newsletter.mail.content import Content, Entry, content, whole
from newsletter.mail.harmless import harmless
from newsletter.mail.providers import provider
from newsletter.mail.words import as_html, as_text, filled_lines
from publishing.strings import _, counted
from views.values import Fact

MOST_WORDS = 20_000
"""Characters of the editor's words; the rest is on the site."""


def text(letter: Letter, hub: Hub) -> str:
    """mail.txt."""
    service = provider(hub)
    shown = content(letter, hub, MOST)
    said = "\n\n".join(block for block in _blocks(shown, hub) if block)
    return f"{harmless(service, said)}\n\n-- \n{_foot(shown, hub)}"


def _blocks(shown: Content, hub: Hub) -> Iterator[str]:
    letter = shown.letter
    yield "\n".join((letter.title, *((letter.label,) if letter.label != letter.title else ())))
    yield " · ".join(link.label for link in shown.departments)
    yield _words(letter, hub)
    for part in shown.parts:
        yield part.title.upper()
        yield as_text(part.words)
        for entry in part.entries:
            yield _entry(entry)
        if part.more and part.more.url:
            yield f"{part.more.label} :\n{part.more.url}"
    if shown.left:
        yield _("{rest}, à lire sur le site :").format(rest=left(shown.left)) + f"\n{shown.url}"
    if shown.thanks:
        yield filled_lines(_("Merci à {names}.").format(names=", ".join(link.label for link in shown.thanks)))
    if letter.contact:
        yield "\n".join((_("Nous écrire"), *(_fact(fact) for fact in letter.contact)))
    yield filled_lines(letter.notice) if letter.notice else ""


def left(number: int) -> str:
    """« Et 5 autres »."""
    return counted("Et {n} autre", "Et {n} autres", number)


def _words(letter: Letter, hub: Hub) -> str:
    said = as_text(as_html(letter.words, hub)) if letter.words else ""
    return said if len(said) <= MOST_WORDS else f"{said[:MOST_WORDS].rpartition(' ')[0]}…"


def _entry(entry: Entry) -> str:
    said = (entry.when, " · ".join(entry.facts), *entry.notes, entry.summary)
    lines = (filled_lines(line, first="  ", others="  ") for line in said if line)
    return "\n".join((filled_lines(entry.title, first="– ", others="  "), *lines, f"  {entry.url}"))


def _fact(fact: Fact) -> str:
    values = ", ".join((fact.value,) if fact.value else fact.values)
    return f"{fact.label} : {values}"


def _foot(shown: Content, hub: Hub) -> str:
    service = provider(hub)
    lines = [
        (_("Lire cette lettre en ligne"), service.online or shown.url),
        (_("Ne plus la recevoir"), service.unsubscribe or whole(hub, "/newsletter/")),
        (_("Vos données et vos droits"), whole(hub, "/donnees-personnelles/")),
    ]
    sender = harmless(service, f"{hub.name}, {hub.editor.name}, {hub.editor.address}")
    return "".join(f"{said} :\n{address}\n" for said, address in lines) + f"{filled_lines(sender)}\n"
