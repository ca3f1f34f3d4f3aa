"""A record of each event of a calendar: what its VEVENTs say, without the people in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from contributions.geography.towns import Towns
from contributions.words.folding import folded
from contributions.words.mails import ADDRESS
from contributions.words.phones import PhoneError
from contributions.words.phones import read as phone
from imports.rewriting.persons import institution, without_persons
from imports.rewriting.pictures import web
from imports.sources.calendars.lines import Component
from imports.sources.calendars.moments import Clock, NoMoment, day_of
from imports.sources.calendars.slots import when
from imports.sources.calendars.versions import OWN, Entry
from imports.sources.calendars.whereabouts import on_line, place_of, point_of
from imports.taken import Given, Picture, Refusal, Taken
from imports.texts import markdown_of_html, plain, summary

LONGEST = 140
"""Characters of a title."""
OWN_MARKS = {
    "Annulé": {"status": "annule"},
    "Complet": {"status": "complet"},
    "Reporté": {"status": "reporte"},
    "Passé en ligne": {"status": "passe-en-ligne"},
    "Scolaires": {"for": "scolaires"},
    "Reprogrammé": {},
    "Professionnels": {},
}
"""What stands before titles in calendars of this house, and what it says of a slot."""
MARKED = re.compile(rf"(?P<mark>{'|'.join(OWN_MARKS)})[ \u00a0\u202f]?: (?P<title>.+)", re.DOTALL)
MEETING = re.compile(r"\s*_{20,}(?=.{0,300}?(?:Teams|Zoom|Meet|Webex)).*", re.DOTALL)
"""How one joins a video call, which programs add below a description: it is for those who were invited."""
PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"}
PHONE = re.compile(r"\+?\d[\d .()-]{7,20}\d")
SINCE = 1990
"""What was created before was not."""


def taken(key: str, group: Sequence[Entry], *, clock: Clock, given: Given, prodid: str, refused: list[Refusal]) -> Taken | None:
    """The record of one event, by the identity that the calendar has for it; None where nothing tells when it is, which is told."""
    masters = [entry for entry in group if entry.version.replaces is None]
    first = min(masters or group, key=lambda entry: (entry.cancelled, str(entry.version.start)))
    component, at, hub = first.component, first.at, given.hub
    own = OWN.search(prodid) is not None
    titles = {entry.version.number: _title(entry.component, own=own) for entry in group}
    where = {entry.version.number: _place(entry.component, Towns.load(hub.region.code), own=own) for entry in group}
    main = where[first.version.number]
    of_slots = {}
    for entry in group:
        there, number = where[entry.version.number], entry.version.number
        place = {"place": there["place"]} if there.get("place") and there["place"] != main.get("place") else {}
        of_slots[number] = {**titles[number][1], **place}
    times = when(group, of_slots, hub.zone, given.today, refused)
    if not times:
        refused.append(Refusal(at, "Cet événement n’a plus aucune séance : il n’est pas repris."))
        return None
    title = titles[first.version.number][0]
    refused.extend(
        Refusal(entry.at, f"Une séance a un autre titre, « {titles[entry.version.number][0][:80]} » : il n’est pas repris.")
        for entry in group
        if entry.version.replaces is not None and folded(titles[entry.version.number][0]) != folded(title)
    )
    values = {
        **_words(component, title, at, refused),
        **main,
        **times,
        **_links(component),
        **_contact(component),
        **_updated(component, clock, given),
    }
    return Taken(
        kind="event",
        id=key,
        at=at,
        values=values,
        body=_body(component),
        words=_categories(component),
        organiser=_organiser(component),
        pictures=tuple(_pictures(component)),
        created=_created(component, clock, given),
    )


def _title(component: Component, *, own: bool) -> tuple[str, dict[str, str]]:
    title = plain(component.text("SUMMARY"))
    if own and (marked := MARKED.fullmatch(title)):
        return marked["title"], dict(OWN_MARKS[marked["mark"]])
    return title, {}


def _words(component: Component, title: str, at: str, refused: list[Refusal]) -> dict[str, str]:
    """Title and summary."""
    found: dict[str, str] = {}
    if title:
        found["title"] = summary(title, LONGEST)
        if found["title"] != title:
            refused.append(Refusal(at, f"Ce titre a plus de {LONGEST} caractères : il est coupé."))
    else:
        refused.append(Refusal(at, "Cet événement n’a pas de titre (SUMMARY)."))
    short = summary(_description(component))
    if short and folded(short) != folded(title):
        found["summary"] = short
    return found


def _description(component: Component) -> str:
    """What is said of it, as HTML or plain text."""
    for line in component.all("X-ALT-DESC"):
        if "html" in line.parameters.get("FMTTYPE", "").lower() and plain(line.text):
            return MEETING.sub("", line.text)
    return MEETING.sub("", component.text("DESCRIPTION"))


def _body(component: Component) -> str:
    return markdown_of_html(_description(component), component.text("URL"))


def _place(component: Component, towns: Towns, *, own: bool) -> dict[str, Any]:
    location = component.text("LOCATION")
    remote, address = on_line(location)
    if remote:
        conference = component.text("CONFERENCE") if own else ""
        url = web(address) or web(conference)
        return {"mode": "en-ligne", **({"online_url": url} if url else {})}
    place = place_of(location, towns)
    point = point_of(component.text("GEO"))
    return {"place": {**place, **point}} if place or point else {}


def _links(component: Component) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if url := web(component.text("URL")):
        found["links"] = [{"label": "Page de l’événement", "url": url}]
    documents = []
    for address, name in _attached(component):
        if PurePosixPath(unquote(urlsplit(address).path)).suffix.lower() == ".pdf":
            label = plain(name) or PurePosixPath(unquote(urlsplit(address).path)).stem.replace("-", " ").replace("_", " ")
            documents.append({"label": label[:140] or "Document (PDF)", "url": address})
    return {**found, "documents": documents[:20]} if documents else found


def _attached(component: Component) -> Iterator[tuple[str, str]]:
    for line in (*component.all("ATTACH"), *component.all("IMAGE")):
        if address := web(line.value):
            yield address, line.parameters.get("FILENAME", line.parameters.get("X-FILENAME", ""))


def _pictures(component: Component) -> Iterator[Picture]:
    """Pictures that are attached by their address; nothing of a calendar says whose they are."""
    for line in (*component.all("ATTACH"), *component.all("IMAGE")):
        address = web(line.value)
        sort = line.parameters.get("FMTTYPE", "").lower()
        if address and (
            sort.startswith("image/") or line.name == "IMAGE" or PurePosixPath(urlsplit(address).path).suffix.lower() in PICTURES
        ):
            yield Picture(address)


def _categories(component: Component) -> tuple[str, ...]:
    words = [
        plain(re.sub(r"\\(.)", r"\1", word)) for line in component.all("CATEGORIES") for word in re.split(r"(?<!\\),", line.value[:5000])
    ]
    return tuple(dict.fromkeys(word for word in words if word))[:100]


def _organiser(component: Component) -> str:
    """Who publishes: only what is called as institutions are; a person is never written."""
    line = component.first("ORGANIZER")
    return institution(plain(line.parameters.get("CN", ""))) if line else ""


def _contact(component: Component) -> dict[str, Any]:
    """Where one asks, as the event itself says: an address or a number that is no person's."""
    said = component.text("CONTACT")
    found: dict[str, str] = {}
    email = ADDRESS.search(said)
    if email and without_persons(email[0]) == email[0]:
        found["email"] = email[0]
    if (number := PHONE.search(said)) and without_persons(number[0]) == number[0]:
        try:
            found["phone"] = phone(number[0]).written
        except PhoneError:
            return {"contact": found} if found else {}
    return {"contact": found} if found else {}


def _day(component: Component, name: str, clock: Clock, given: Given) -> date | None:
    line = component.first(name)
    try:
        day = day_of(clock.read(line), given.hub.zone) if line else None
    except (NoMoment, OverflowError):
        return None
    return day if day and day.year >= SINCE and day <= given.today else None


def _created(component: Component, clock: Clock, given: Given) -> date | None:
    return _day(component, "CREATED", clock, given)


def _updated(component: Component, clock: Clock, given: Given) -> dict[str, str]:
    """The day of the last change; where it is the moment of the export (DTSTAMP), it says nothing."""
    if component.text("LAST-MODIFIED") == component.text("DTSTAMP"):
        return {}
    created, day = _created(component, clock, given), _day(component, "LAST-MODIFIED", clock, given)
    return {"updated": day.isoformat()} if day and created and day > created else {}
