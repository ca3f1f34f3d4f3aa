"""Texts that are shown as they stand, and cannot be meant so: entities, tags, Markdown, words that say nothing, shouts, repetitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path

from contributions.judging.structure import declared_at, field_at, sort_of
from contributions.judging.waiting import instead
from contributions.markdown.safe import plain_text
from contributions.models import Common
from contributions.problems.problem import Finding, Fix, Location
from contributions.record.contribution import Contribution
from contributions.sense.unformatted import linked, on_one_line, unformatted
from contributions.source.texts import bytes_of, legible
from contributions.words.folding import folded
from contributions.words.hidden import visible
from contributions.words.placeholders import BODY, left_of_a_template, names_nobody, says_nothing, sends_elsewhere, unwritten

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|s|small|span|strike|strong|sub|sup|table"
    r"|td|th|tr|tt|u|ul)(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>",
    re.IGNORECASE,
)
CAPITALS = re.compile(r"[^\W\d_]{4,}")
MOSTLY = 0.8
"""The share of capitals in what shouts; names of towns and acronyms are less."""
WRITTEN = {"title", "summary", "alt"}
"""Keys that nobody can leave for later."""
ON_ONE_LINE = {"title", "label", "name", "alt", "credit", "unit", "item"}
"""Keys whose texts are a line of a list, or of a calendar."""
UNITS = {"unit", "keywords"}
"""Keys that may hold a sign alone."""
NO_PICTURE = {
    *("image", "photo", "photographie", "illustration", "affiche", "visuel", "logo", "dessin", "picture", "une image", "une photo"),
    *("image d illustration", "photo d illustration", "l image", "la photo", "l affiche"),
}
"""Folded words that say that there is a picture, and not which."""


def worded(contribution: Contribution[Common], texts: Sequence[tuple[Location, str]], content: Path) -> Iterator[Finding]:
    """Findings about the words of the front matter, and about a body that nobody has written."""
    meta = contribution.meta
    for location, text in texts:
        yield from _marked_up(text, location)
        yield from _unwritten(meta, text, location)
    yield from _shouted(meta.title, ("title",))
    yield from _shouted(meta.summary, ("summary",))
    yield from _repeated(meta, texts)
    yield from _body(contribution, content)


def _marked_up(text: str, location: Location) -> Iterator[Finding]:
    """What stands for a sign, or makes letters bold, elsewhere."""
    if "&" in text and (entity := ENTITY.search(text)) and (plain := _plain(text)) != text:
        message = f"« {entity[0]} » se lirait tel quel : ce texte n’est pas du HTML."
        yield Finding("E228", message, f"Écrivez « {plain} ».", location, fix=Fix(plain))
    elif "<" in text and (tag := TAG.search(text)):
        bare = on_one_line(unformatted(TAG.sub(" " if tag[0].lower().startswith(("<br", "<p", "<li", "<div")) else "", text)))
        yield Finding("W004", f"« {tag[0]} » se lirait tel quel : ce texte n’est pas du HTML.", f"Écrivez « {bare} ».", location)
    elif (bare := unformatted(text)) != text:
        address = linked(text)
        behind = f" ; l’adresse va sous « links: », ou dans le texte : {address}" if address else ""
        message = "Ce texte n’est pas du Markdown : ses signes se liraient tels quels."
        repair = f"Écrivez « {on_one_line(bare)} »{behind}."
        yield Finding("W004", message, repair, location, fix=None if address or "\n" in text else Fix(bare))
    elif "\n" in text and location[-1] in ON_ONE_LINE:
        message = "Ce texte tient sur une ligne : la suivante y serait mise bout à bout."
        yield Finding("W004", message, f"Écrivez « {on_one_line(text)} ».", location, fix=Fix(on_one_line(text)))


def _plain(text: str) -> str:
    """The signs that entities stand for; blanks that do not break are put in where French has them."""
    for _ in range(3):  # « &amp;amp; »
        text = ENTITY.sub(lambda found: unescape(found[0]), text)
    return " ".join(visible(text).replace("\u00a0", " ").split())


def _unwritten(meta: Common, text: str, location: Location) -> Iterator[Finding]:
    """What waits for other words: the town of a place is told where it is looked for."""
    name, model = location[-1], type(meta)
    nothing = not any(character.isalnum() for character in text) and name not in UNITS
    if name == "city" or not text:
        return
    if left := left_of_a_template(text):
        message = f"« {left} » reste d’un modèle, et rien ne le remplace ici."
        yield Finding("E229", message, instead(model, location), location)
    elif unwritten(text) and (name in WRITTEN or nothing):
        yield Finding("E229", f"« {text[:60]} » attend encore son texte.", instead(model, location), location)
    elif _says_nothing(text, str(name)) and _is_free(model, location):
        yield Finding("W008", f"« {text} » ne dit rien à qui lira cette page.", instead(model, location), location)
    elif name in WRITTEN and folded(text) == folded(str(declared_at(model, location)[2])):
        yield Finding("W004", f"« {text} » est l’exemple du mode d’emploi.", "Écrivez ce qu’il en est ici.", location)


def _says_nothing(text: str, name: str) -> bool:
    return names_nobody(text) if name == "credit" else says_nothing(text) or (name in WRITTEN and sends_elsewhere(text))


def _is_free(model: type[Common], location: Location) -> bool:
    """Whether the words of a key are its author's."""
    field = field_at(model, location)
    return field is not None and sort_of(field) == "text"


def _shouted(text: str, location: Location) -> Iterator[Finding]:
    letters = [character for character in text if character.isalpha()]
    words = [word for word in CAPITALS.findall(text) if word.isupper()]
    if len(words) > 1 and sum(letter.isupper() for letter in letters) >= MOSTLY * len(letters):
        repair = f"Écrivez « {text.capitalize()} », en gardant la majuscule des noms propres."
        yield Finding("W004", "Tout en capitales, ce texte se lit mal, et s’écoute lettre à lettre.", repair, location)


def _repeated(meta: Common, texts: Iterable[tuple[Location, str]]) -> Iterator[Finding]:
    title = folded(meta.title)
    if folded(meta.summary) == title:
        yield Finding("W004", "Ce résumé répète le titre.", "Dites en une phrase ce que l’on y verra, et pour qui.", ("summary",))
    for location, alt in texts:
        if location[-1] == "alt" and folded(alt) in {title, *NO_PICTURE}:
            message = f"« {alt} » ne dit pas ce que montre l’image."
            yield Finding("W004", message, "Décrivez-la en quelques mots, comme à qui ne la voit pas.", location)


def _body(contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    if len(contribution.html) > 2000:
        return
    words = plain_text(contribution.html)
    of_the_draft = folded(words) == folded(BODY)
    if of_the_draft or (words and unwritten(words)):
        text, _wrong = legible(bytes_of(content.parent / contribution.path))
        line = text.count("\n", 0, text.find("\n---", 3) + 1) + 2
        line += next((at for at, each in enumerate(text.split("\n")[line - 1 :]) if each.strip()), 0)
        if of_the_draft:
            found = Finding("W004", "Ce texte est celui que propose « make new ».", "Écrivez le vôtre, ou effacez-le.")
        else:
            found = Finding("E229", f"« {words[:60]} » attend encore son texte.", "Écrivez le texte, ou effacez cette ligne.")
        yield replace(found, line=line, column=1)
