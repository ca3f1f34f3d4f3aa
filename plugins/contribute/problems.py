"""The pages that explain the check's messages: all codes on one, and one a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import cache, partial
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

from contributions.library.library import Library
from contributions.markdown.body import Converter
from contributions.markdown.safe import plain_text
from contributions.problems.codes import ADDRESS, Code, Family, code, codes, families
from contributions.words.typography import typo, typo_html
from publishing.page import Page, Planned, trail
from publishing.strings import _
from views import jsonld
from views.pages import list_page, planned_list
from views.values import Badge, FacetLink, Link

ABOVE = (("Contribuer", "/contribuer/"), ("Messages du contrôle", ADDRESS))
PLACES = {
    "header": "Dans l’en-tête du fichier.",
    "body": "Dans le texte, sous l’en-tête.",
    "top": "Au début du fichier.",
    "file": "Dans le fichier.",
    "path": "Le dossier et le nom du fichier.",
    "beside": "",
}
"""Where an excerpt stands."""
WORD = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Row:
    """A code in the list of all."""

    name: str
    id: str
    url: str
    title: str
    html: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A family in the list of all."""

    id: str
    title: str
    lede: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of an excerpt, and whether the other excerpt has others there."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the page of a code shows; meaning, reason, repair and note are safe HTML."""

    place: str
    meaning: str
    why: str
    repair: str
    note: str
    command: str
    """That mends it, where one does."""
    before: tuple[Piece, ...]
    """What stood there, where a change is the problem."""
    bad: tuple[Piece, ...]
    good: tuple[Piece, ...]


def problems(library: Library) -> Iterator[Planned]:
    """/contribuer/problemes/, and a page below it for each code."""
    yield planned_list(ADDRESS, "problems.html", _("Messages du contrôle"), partial(_list, library))
    for found in codes():
        yield planned_list(found.path, "problem.html", _title(found), partial(_explained, library, found.name))


def _list(library: Library) -> Page:
    parts = tuple(_part(family) for family in families())
    return list_page(
        library,
        ADDRESS,
        "problems.html",
        _("Messages du contrôle"),
        _("Ce que veut dire chaque message du contrôle, et que faire. Le premier chiffre d’un code dit de quoi il s’agit."),
        {
            "parts": parts,
            "ways": tuple(FacetLink(f"{part.id[-1]} · {part.title}", f"#{part.id}", len(part.rows)) for part in parts),
        },
        above=((_(ABOVE[0][0]), ABOVE[0][1]),),
    )


def _part(family: Family) -> Part:
    return Part(f"codes-{family.digit}", typo(_(family.title)), typo(_(family.lede)), tuple(_row(found) for found in family.codes))


def _row(found: Code) -> Row:
    badges = (Badge(_("Correction automatique"), "free"),) if found.fixable else ()
    return Row(found.name, found.name.lower(), found.path, typo(_(found.title)), _words(found.meaning), badges)


def _explained(library: Library, name: str) -> Page:
    found, everything = code(name), codes()
    at = everything.index(found)
    crumbs = trail(*((_(label), url) for label, url in ABOVE), (name, found.path))
    before, after = (_link(everything[near]) if 0 <= near < len(everything) else None for near in (at - 1, at + 1))
    return Page(
        path=found.path,
        template="problem.html",
        title=_title(found),
        description=plain_text(_words(found.meaning)),
        data=MappingProxyType(
            {
                "title": typo(_(found.title)),
                "badges": tuple(_badges(found)),
                "explanation": _explanation(found),
                "before": before,
                "after": after,
            }
        ),
        crumbs=crumbs,
        jsonld=jsonld.script(jsonld.breadcrumbs(library.hub, crumbs)),
        prev=before.url if before else None,
        next=after.url if after else None,
    )


def _title(found: Code) -> str:
    return f"{found.name} – {typo(_(found.title))}"


def _link(found: Code) -> Link:
    return Link(_title(found), found.path)


def _badges(found: Code) -> Iterator[Badge]:
    yield Badge(found.name, "new")
    if found.severity == "error":
        yield Badge(typo(_("Erreur : à corriger pour publier")), "moved")
    else:
        yield Badge(typo(_("Avertissement : n’empêche pas de publier")))
    if found.fixable:
        yield Badge(_("Correction automatique"), "free")


def _explanation(found: Code) -> Explanation:
    return Explanation(
        place=_(PLACES[found.where]) if PLACES[found.where] else "",
        meaning=_words(found.meaning),
        why=_words(found.why),
        repair=_words(found.repair),
        note=_words(found.note),
        command=f"scripts/check.py {'--since main ' if found.before else ''}--fix" if found.fixable else "",
        before=(Piece(found.before, changed=False),) if found.before else (),
        bad=tuple(_pieces(found.bad, found.good)),
        good=tuple(_pieces(found.good, found.bad)),
    )


def _words(text: str) -> str:
    """The HTML of a text in which code stands between backquotes."""
    return typo_html(_converter().convert(_(text))) if text else ""


@cache
def _converter() -> Converter:
    return Converter()


def _pieces(text: str, other: str) -> Iterator[Piece]:
    """An excerpt, cut where it begins and ceases to differ from the other one; what differs on a line is one piece."""
    words = WORD.findall(text)
    same = {at for block in SequenceMatcher(None, words, WORD.findall(other), autojunk=False).get_matching_blocks() for at in _span(block)}
    changed = [at not in same and not word.isspace() for at, word in enumerate(words)]
    for at, word in enumerate(words[1:-1], 1):
        if not word.strip(" ") and changed[at - 1] and changed[at + 1]:
            changed[at] = True
    for is_changed, together in groupby(zip(words, changed, strict=True), itemgetter(1)):
        yield Piece("".join(word for word, _changed in together), is_changed)


def _span(block: Match) -> range:
    return range(block.a, block.a + block.size)
