"""The letters of hub.yml beside the weekly one: what each issue says, of what it may tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from contributions.library.library import Library
from contributions.markdown.safe import plain_text
from contributions.models.beside import Introduction
from contributions.region.letters import PeriodicLetter
from contributions.words.folding import folded
from contributions.words.typography import typo
from newsletter.holding import Coming, Key
from newsletter.letter import Letter
from newsletter.others.issues import PROFESSIONALS, Issue, issues, said
from newsletter.parts import Part, chosen, departments, key, sections, supporters, thanks
from newsletter.records import letter_of
from newsletter.weekly import Head, counts, words_of
from publishing.strings import _
from views.cards import organisation
from views.detail import reach
from views.french import dates
from views.values import Fact, Link

HEADING = re.compile(r"(?=<h2[ >])")
AT = {
    "event": "agenda",
    "exhibition": "outils",
    "article": "articles",
    "announcement": "annonces",
    "resource": "ressources",
    "programme": "dossiers",
}
"""Where the contributions of a kind stand in the navigation."""


@dataclass(frozen=True, slots=True)
class Words:
    """An editor's words for an issue: those above all sections, and those of each section, by its folded title."""

    above: str | None
    of_sections: dict[str, str]


def letters(library: Library, slug: str) -> Iterator[Letter]:
    """The issues of a letter, newest first."""
    return (letter(library, slug, day) for day in issues(library, slug))


def head(library: Library, slug: str, day: str) -> Head:
    """What a list tells of an issue. Raises KeyError for a day without one."""
    record = library.record_of(f"{slug}/{day}")
    if record is not None:
        return Head(path_of(slug, day), record.title, record.summary, record.label)
    keys, words = library.hub.letters[slug], library.introduction(f"{slug}/{day}")
    title = typo(words.title) if words and words.title else label_of(keys, day)
    return Head(path_of(slug, day), title, _summary(keys, *said(library, slug)[day]), label_of(keys, day))


def title_of(library: Library, slug: str, day: str) -> str:
    """What an issue is called."""
    record = library.record_of(f"{slug}/{day}")
    return record.title if record is not None else _title(library.hub.letters[slug], library.introduction(f"{slug}/{day}"), day)


def letter(library: Library, slug: str, day: str) -> Letter:
    """An issue: as it was sent, where that is kept. Raises KeyError for a day without one."""
    record = library.record_of(f"{slug}/{day}")
    return letter_of(record) if record is not None else composed(library, slug, day, issues(library, slug)[day])


def composed(library: Library, slug: str, day: str, issue: Issue) -> Letter:
    """An issue, of what it may tell."""
    keys, words = library.hub.letters[slug], library.introduction(f"{slug}/{day}")
    then = library.as_of(date.fromisoformat(day))  # a letter must not change after it was sent
    written = _written(keys, words)
    shown, told = sections(then, _parts(then, keys, issue, words, written), issue.news)
    title = _title(keys, words, day)
    return Letter(
        slug=slug,
        name=day,
        path=path_of(slug, day),
        title=title,
        subject=typo(words.subject) if words and words.subject else title,
        summary=_summary(keys, len(issue.news), len(issue.coming)),
        label=label_of(keys, day),
        published=date.fromisoformat(day),
        words=written.above,
        departments=departments(library, (one.department for one in issue.coming)),
        sections=shown,
        thanks=_thanks(then, keys, told),
        contact=_contact(keys),
        notice=typo(keys.notice) if keys.notice else None,
    )


def path_of(slug: str, day: str = "") -> str:
    """Where the page of an issue stands, or that of a letter."""
    return f"/lettres/{slug}/{day}/" if day else f"/lettres/{slug}/"


def label_of(keys: PeriodicLetter, day: str) -> str:
    """Of when an issue is: « Semaine du 16 novembre », « Novembre 2026 », « 4e trimestre 2026 », or its day."""
    found = date.fromisoformat(day)
    if keys.every == "semaine":
        return _("Semaine du {day}").format(day=dates.day_month(found))
    if keys.every == "mois":
        return f"{dates.month(found).capitalize()} {found.year}"
    if keys.every == "trimestre":
        number = (found.month + 2) // 3
        return _("{number} trimestre {year}").format(number="1er" if number == 1 else f"{number}e", year=found.year)
    return dates.day_month(found)


def _title(keys: PeriodicLetter, words: Introduction | None, day: str) -> str:
    if words and words.title:
        return typo(words.title)
    label = label_of(keys, day)
    return _("{letter} – {label}").format(letter=typo(keys.name), label=label[:1].lower() + label[1:])


def _summary(keys: PeriodicLetter, news: int, coming: int) -> str:
    """How much an issue holds; where partners decide what it does, its tagline: they are asked when it is made."""
    if any(section.roles for section in keys.sections):
        return typo(keys.tagline or keys.name)
    return counts(news, coming)


def _written(keys: PeriodicLetter, words: Introduction | None) -> Words:
    """The words under a heading that is a section's go to that section; all others stay above."""
    titles = {folded(section.title) for section in keys.sections}
    above, of_sections = [], {}
    for part in HEADING.split(words_of(words) or ""):
        heading, ends, rest = part.partition("</h2>")
        title = folded(plain_text(heading)) if ends else ""
        if title in titles and title not in of_sections:
            of_sections[title] = rest.strip()
        else:
            above.append(part)
    return Words("".join(above).strip() or None, of_sections)


def _parts(then: Library, keys: PeriodicLetter, issue: Issue, words: Introduction | None, written: Words) -> Iterator[Part]:
    named = chosen(then, words, professionals=PROFESSIONALS in keys.audiences)
    yield Part(_("Le choix de la rédaction"), named)
    for section, entries in zip(keys.sections, issue.sections, strict=True):
        kinds = set(section.kinds)
        at = AT.get(kinds.pop()) if len(kinds) == 1 else None
        html = written.of_sections.get(folded(section.title))
        asked = [entry for entry in entries if not section.roles or _takes_part(then, entry, section.roles)]
        yield Part(typo(section.title), asked, at, notes=_support(then, asked) if section.roles else None, html=html)


def _takes_part(then: Library, entry: Coming | Key, roles: Collection[str]) -> bool:
    """Whether some partner of a contribution has one of some roles."""
    return any(partner.role in roles for partner in then.by_key[key(entry)].meta.partners)


def _support(then: Library, entries: Iterable[Coming | Key]) -> dict[Key, str]:
    """« Avec le soutien de … », of what is told for the sake of its partners."""
    found: dict[Key, str] = {}
    for entry in entries:
        if names := list(dict.fromkeys(link.label for link in supporters(then, key(entry)))):
            found[key(entry)] = _("Avec le soutien de {names}.").format(names=dates.enumeration(names))
    return found


def _thanks(then: Library, keys: PeriodicLetter, told: Iterable[Key]) -> tuple[Link, ...]:
    if keys.thanks == "partners":
        return thanks(then, told)
    return tuple(organisation(then, name) for name in keys.thanks)


def _contact(keys: PeriodicLetter) -> tuple[Fact, ...]:
    found = keys.contact
    if found is None:
        return ()
    name = (Fact(_("Contact"), typo(found.name)),) if found.name else ()
    return (*name, *reach(found.email, found.phone, found.url))
