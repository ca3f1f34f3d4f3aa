"""The event that a record makes, with what of it is not taken; and those of a source together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from contributions.words.folding import folded
from imports.agendas.bookings import accessible, aged, booked, reached
from imports.agendas.instants import day_of
from imports.agendas.json_values import inside
from imports.agendas.links import linked, web
from imports.agendas.long_texts import costs, titled, told
from imports.agendas.places import placed
from imports.agendas.plain_values import line, whole, words
from imports.agendas.record import EMPTY, Record, shown
from imports.agendas.showings import dated
from imports.taken import Given, Picture, Reading, Refusal, Taken
from imports.texts import plain

STATUS = {1: "programme", 2: "reprogramme", 3: "passe-en-ligne", 4: "reporte", 5: "complet", 6: "annule"}
STATUS_WORDS = {
    "programme": 1, "scheduled": 1, "confirme": 1, "maintenu": 1, "valide": 1, "publie": 1, "reprogramme": 2, "rescheduled": 2,
    "deplace en ligne": 3, "passe en ligne": 3, "en ligne": 3, "moved online": 3, "reporte": 4, "postponed": 4, "complet": 5, "full": 5,
    "annule": 6, "annulee": 6, "cancelled": 6, "canceled": 6,
}  # fmt: skip
PUBLISHED = 2
STATES = {-1: "refusé", 0: "à modérer", 1: "prêt à publier"}
MOST_KEYWORDS, LONGEST_WORD = 30, 100
LONGEST_ID = 200
SHORTEST_TITLE = 3
FILE_NAME = re.compile(r"[^/\\?#:]+")
Part = Callable[[Record], tuple[dict[str, Any], list[Refusal]]]


def event(record: Record, given: Given) -> tuple[Taken | None, list[Refusal]]:
    """What a record makes; none where it is not published, has no identity, or no title."""
    if objection := _objection(record):
        return None, [Refusal(record.at, objection)]
    if objection := _without_title(record):
        return None, [Refusal(record.at, objection, _identity(record))]
    values: dict[str, Any] = {}
    refused: list[Refusal] = []
    parts: tuple[Part, ...] = (titled, dated, placed, stated, aged, costs, booked, accessible, keyed, linked, reached)
    for part in parts:
        found, refusals = part(record)
        links = [*values.get("links", ()), *found.pop("links", ())]
        values |= {**found, **({"links": links} if links else {})}
        refused += refusals
    short, body, refusals = told(record)
    values |= {"summary": short} if short else {}
    created, updated = (day_of(record.get(name), record.zone) for name in ("created", "updated"))
    if created and updated and created < updated <= given.today:
        values["updated"] = str(updated)
    said = [*words(record.get("keywords"), record.lang), *words(record.get("words"), record.lang)]
    pictures, more = _pictures(record)
    taken = Taken(
        kind="event",
        id=_identity(record),
        at=record.at,
        values=values,
        body=body,
        words=tuple(dict.fromkeys(word[:LONGEST_WORD] for word in said)),
        organiser=_organiser(record),
        pictures=pictures,
        created=created if created and created <= given.today else None,
    )
    return taken, refused + refusals + more


def gathered(made: Iterable[tuple[Taken | None, list[Refusal]]], whole: bool) -> Reading:
    """A reading of what each record made. The same record twice, as pages that move give it, is one; two that differ are told."""
    taken: dict[str, Taken] = {}
    refused: list[Refusal] = []
    for one, refusals in made:
        before = taken.get(one.id) if one else None
        if one and before:
            if (before.values, before.body, before.words) != (one.values, one.body, one.words):
                refused.append(Refusal(one.at, f"L’identifiant « {one.id} » est déjà celui de {before.at} : le premier est pris."))
            continue
        if one:
            taken[one.id] = one
        refused += refusals
    return Reading(tuple(taken.values()), refused=tuple(refused), whole=whole)


def _identity(record: Record) -> str:
    return record.line("id")[:LONGEST_ID]


def _objection(record: Record) -> str:
    """Why a record is none that its agenda shows, or can be known again; empty where it is."""
    if record.get("removed") is True or record.get("draft") is True:
        return "Cet événement est retiré de son agenda, ou en est un brouillon : il n’est pas pris."
    state = record.get("state")
    number = whole(state)
    if state not in EMPTY and number != PUBLISHED:
        said = STATES.get(number, str(number)) if number is not None else shown(state)
        return f"Cet événement n’est pas publié dans son agenda (état : {said}) : il n’est pas pris."
    if not _identity(record):
        return "Cet événement n’a pas d’identifiant : il ne se reconnaîtrait pas au prochain import."
    return ""


def _without_title(record: Record) -> str:
    """Why nothing could be called by what a record has for a title; empty where it can."""
    title = plain(record.line("title"))
    if len(title) < SHORTEST_TITLE:
        return f"Le titre « {title} » a moins de {SHORTEST_TITLE} caractères." if title else "Cet événement n’a pas de titre."
    return ""


def stated(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The key `event_status`, from OpenAgenda's 1 to 6 or their labels."""
    value = record.get("status")
    if value in EMPTY:
        return {}, []
    label = inside(value)
    if isinstance(label, Mapping):
        label = label.get("label")
    said = next(iter(words(label, record.lang)), "")
    known = STATUS.get(whole(value) or STATUS_WORDS.get(folded(said), 0))
    if not known:
        return {}, [record.refusal("status", f"« {shown(value)} » n’est pas un état d’événement.")]
    return ({"event_status": known} if known != "programme" else {}), []


def keyed(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The key `keywords`."""
    said = list(dict.fromkeys(filter(None, (plain(word) for word in words(record.get("keywords"), record.lang)))))
    found = [word for word in said if len(word) <= LONGEST_WORD]
    refused = []
    if len(found) < len(said):
        refused.append(record.refusal("keywords", f"Plus de {LONGEST_WORD} caractères : ce n’est pas un mot-clé."))
    if len(found) > MOST_KEYWORDS:
        refused.append(record.refusal("keywords", f"{len(found)} mots-clés : une fiche en a {MOST_KEYWORDS} au plus."))
    return ({"keywords": found[:MOST_KEYWORDS]} if found else {}), refused


def _organiser(record: Record) -> str:
    """Who publishes, where it is no person: « Mme Dupont » is one."""
    said = record.line("organiser")[:200]
    return "" if re.match(r"(?:m|mr|mme|mlle|dr|pr|madame|monsieur)\b\.?\s", said, re.IGNORECASE) or "@" in said else said


def _pictures(record: Record) -> tuple[tuple[Picture, ...], list[Refusal]]:
    """The picture of an event, the largest that there is, with its credit."""
    value = inside(record.get("picture"))
    if value in EMPTY:
        return (), []
    address = _address(value) if isinstance(value, Mapping) else web(line(value))
    if not address:
        return (), [record.refusal("picture", "Ce n’est pas l’adresse d’une image.")]
    own = value.get("credits") if isinstance(value, Mapping) else None
    return (Picture(address, credit=record.line("credit") or line(own)),), []


def _address(image: Mapping[str, Any]) -> str:
    """Of {base, filename, variants} or {url}; a name that is a path is none."""
    if isinstance(image.get("url"), str):
        return web(line(image["url"]))
    variants = image.get("variants")
    full = [each for each in variants if isinstance(each, Mapping) and each.get("type") == "full"] if isinstance(variants, list) else []
    name, base = line((full or [image])[0].get("filename")), web(line(image.get("base")))
    if not base or not FILE_NAME.fullmatch(name) or ".." in name:
        return ""
    return f"{base.rstrip('/')}/{quote(name)}"
