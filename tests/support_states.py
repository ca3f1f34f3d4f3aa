"""Events that hold every state and every sort of rule, and what their pages say of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from agenda.event.dates import Showing, showing
from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from support import PLACE, Tree, event, exhibition, loan
from views.detail import detail

STATUSES = ("programme", "reprogramme", "passe-en-ligne", "reporte", "complet", "annule")
WORDS = ("Annulé", "Reporté", "Complet", "Reprogrammé", "Passé en ligne")
VISIO: dict[str, Any] = {"online_url": "https://visio.example/salle?a=1,2;3"}
RULES: dict[str, dict[str, Any]] = {
    "chaque-mardi": {"start": "2026-10-06 18:00", "rule": "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270430", "except": ["2026-11-03", "2026-12-01"]},
    "mercredi-et-vendredi": {"start": "2026-11-18 18:00", "rule": "FREQ=WEEKLY;BYDAY=WE,FR;COUNT=9"},
    "une-semaine-sur-deux": {"start": "2026-11-28 09:00", "rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;WKST=MO;COUNT=8"},
    "dernier-vendredi": {"start": "2026-11-27 20:00", "rule": "FREQ=MONTHLY;BYDAY=-1FR;COUNT=6"},
    "le-cinq-et-le-dernier": {"start": "2026-11-30 10:00", "rule": "FREQ=MONTHLY;BYMONTHDAY=5,-1;COUNT=6"},
    "premier-jour-ouvrable": {"start": "2026-12-01 08:30", "rule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=5"},
    "matin-et-soir": {"start": "2026-11-25 09:00", "rule": "FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0;COUNT=12"},
    "chaque-annee": {"start": "2026-12-21 17:00", "rule": "FREQ=YEARLY;COUNT=2"},
    "jours-entiers": {"start": "2026-12-05", "rule": "FREQ=DAILY;COUNT=4", "except": ["2026-12-07"]},
    "jusqu-a-midi": {"start": "2026-12-05 12:00", "rule": "FREQ=WEEKLY;UNTIL=20261219T120000"},
}


def region() -> Tree:
    """A tree."""
    tree = dict[str, str | bytes]()
    for status in STATUSES:
        tree |= event(
            f"tout-{status}", title=f"Le « tout » {status} : un, deux ; trois", event_status=status, **VISIO, previous_start="2026-11-14"
        )
    of_slots = [status for status in STATUSES if status != "reprogramme"]
    slots = [{"start": f"2026-12-{day:02} 14:00", "end": f"2026-12-{day:02} 16:00", "status": s} for day, s in enumerate(of_slots, 1)]
    tree |= event("melange", title="Un mélange", slots=slots, **VISIO)
    tree |= event(
        "presque-tout-annule",
        title="Reste un soir",
        event_status="annule",
        slots=[*slots[3:], {"start": "2026-12-20", "status": "programme"}][-1:],
    )
    tree |= event("plus-de-place", title="Plus de place", booking={"required": True, "left": 0})
    tree |= event("ecoles", title="Pour les classes", slots=[{"start": "2026-12-03 09:30", "end": "2026-12-03 11:00", "for": "scolaires"}])
    tree |= event("pros", title="Entre pros", visibility="professionnels")
    tree |= event("nuit", title="La nuit la plus longue", slots=[{"start": "2027-03-27 20:00", "end": "2027-03-28 04:00"}])
    tree |= event("heure-d-ete", title="Une heure de moins", slots=[{"start": "2027-03-28 03:00", "end": "2027-03-28 05:00"}])
    tree |= event("un-jour", title="Un jour", slots=[{"start": "2026-12-12"}])
    tree |= event("longue", title="Une longue exposition", slots=[{"start": "2026-11-03", "end": "2027-01-31"}])
    tree |= event("sans-fin", title="Sans heure de fin", slots=[{"start": "2026-12-13 10:00"}])
    tree |= event(
        "deux-a-la-fois",
        title="Deux à la fois",
        slots=[{"start": "2026-12-14 10:00"}, {"start": "2026-12-14 10:00", "place": {**PLACE, "name": "La halle"}}],
    )
    tree |= event(
        "nommes",
        title="Nommés \\N et \\n",
        slots=[{"start": "2026-12-15 10:00", "id": "matin"}, {"start": "2026-12-15 15:00", "id": "soir"}],
    )
    tree |= event("sur-ecran", title="En ligne", mode="en-ligne", place=None, **VISIO)
    tree |= event("mixte", title="Sur place et en ligne", mode="mixte", **VISIO)
    for name, keys in RULES.items():
        tree |= event(f"regle-{name}", title=f"La règle « {name} »", recurrence={"end": _end(keys["start"]), **keys})
    tree |= event(
        "regle-annulee",
        title="La règle annulée",
        event_status="annule",
        recurrence={"end": "2026-12-02 19:00", "start": "2026-12-02 18:00", "rule": "FREQ=WEEKLY;COUNT=3"},
    )
    tree |= event("renomme", title="Renommé", id="ancien")
    shown: dict[str, Any] = {"public_showing": True, "city": "Amiens"}
    return tree | exhibition(
        "malle", title="La malle", loans=[loan("2026-12-01", "2026-12-20", **shown), loan("2027-01-10", "2027-01-20", id="gare", **shown)]
    )


def _end(start: str) -> str:
    """Ninety minutes later, or the same day."""
    if " " not in start:
        return start
    return (datetime.strptime(start, "%Y-%m-%d %H:%M") + timedelta(minutes=90)).strftime("%Y-%m-%d %H:%M")


class Seen(NamedTuple):
    """An entry of a calendar, as somebody sees it: `start` is local, « 2026-12-05T14:00 », or a day."""

    start: str
    title: str
    status: str


def on_the_page(library: Library, one: Contribution[Event]) -> list[Seen]:
    """What an event's page says: its title, and its dates with their states."""
    title = detail(library, one).title
    lines = [showing(library, one, of_it) for of_it in one.showings]
    return sorted(Seen(line.iso, *_told(title, one, line)) for line in lines)


def _told(title: str, one: Contribution[Event], line: Showing) -> tuple[str, str]:
    for_whom = line.audience or ("Professionnels" if one.meta.visibility == "professionnels" else "")
    word = line.badge.label if line.badge else for_whom
    status = {"Annulé": "CANCELLED", "Reporté": "TENTATIVE"}.get(word, "CONFIRMED")
    return f"{word} : {title}" if word else title, status


def in_a_feed(library: Library, one: Contribution[Any]) -> str:
    """The title that a feed must give to a contribution, by what its page says of its state."""
    shown = detail(library, one)
    said = [badge.label for badge in shown.badges]
    word = next((word for word in (*WORDS, "Scolaires", "Professionnels") if word in said), "")
    return f"{word} : {shown.title}" if word else shown.title


def dated(library: Library) -> Iterator[Contribution[Event]]:
    """The events of the region."""
    yield from library.events
