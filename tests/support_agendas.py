"""What tests of agendas share: with what a source is read, a reading as JSON, and an edition as the ministry publishes it."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from contributions.geography.towns import Towns
from contributions.region.hub import Hub
from imports.sources import openagenda
from imports.taken import Given, Reading, Taken
from support import HUB

TODAY = date(2026, 12, 1)
PARIS = ZoneInfo("Europe/Paris")
REGION = Hub.model_validate(HUB)


def given(name: str = "agenda.json", further: Callable[[str], bytes] | None = None, hub: Hub = REGION) -> Given:
    """With what a source is read."""
    return Given(name, hub, TODAY, further)


def agenda(*events: Any, **around: Any) -> Reading:
    """What is read of a list of OpenAgenda's API v2 that holds these events."""
    return openagenda.read(json.dumps({"events": events, **around}).encode(), given())


def one(**keys: Any) -> Taken:
    """The event that is read of one with these keys."""
    reading = agenda({"uid": 1, "title": {"fr": "Les marées"}, **keys})
    assert len(reading.taken) == 1, reading.refused
    return reading.taken[0]


def refusals(**keys: Any) -> list[tuple[str, str]]:
    """What is told of an event with these keys."""
    return [(refusal.at, refusal.message) for refusal in agenda({"uid": 1, "title": {"fr": "Les marées"}, **keys}).refused]


def as_json(reading: Reading) -> str:
    """A reading for a golden file."""
    return json.dumps(asdict(reading), ensure_ascii=False, indent=1, default=str) + "\n"


EVENTS, TOWNS = 256, 65
FLAWS = {"location": 6 / 342, "insee": 45 / 342, "timings": 36 / 342, "conditions": 90 / 342}
"""What is missing in how many events of the real ones."""
WHAT = ("Atelier", "Visite", "Conférence", "Exposition", "Spectacle", "Jeu", "Portes ouvertes", "Rencontre")
ABOUT = ("des volcans", "du son", "des plantes", "de la mer", "des robots", "du cerveau", "des nombres", "de la lumière", "du climat")
THEMES = ("Sciences de la vie et de la santé", "Sciences de la Terre", "Physique", "Numérique", "Mathématiques", "Chimie")
CONDITIONS = ("Gratuit", "Entrée libre", "Gratuit sur inscription", "Sur inscription", "3 €, gratuit pour les moins de 12 ans")


def edition(events: int = EVENTS, towns: int = TOWNS, seed: int = 16) -> list[dict[str, str]]:
    """The rows of an edition as in the file of 2017: the same for the same seed, in real towns of the region, with the known flaws."""
    chance = random.Random(seed)
    largest = sorted(Towns.load("32"), key=lambda town: (-town.population, town.insee))[:towns]
    flawed = {flaw: set(chance.sample(range(events), round(share * events))) for flaw, share in FLAWS.items()}
    rows = []
    for number in range(events):
        town = largest[number % towns]
        what, about = WHAT[number % len(WHAT)], ABOUT[number // len(WHAT) % len(ABOUT)]
        start = datetime(2026, 10, 2 + number % 11, 8 + number % 9, 30 * (number % 2), tzinfo=PARIS)
        times = [(start + timedelta(days=day), start + timedelta(days=day, hours=2)) for day in range(1 + number % 3)]
        row = {
            "identifiant": str(81_000_000 + number),
            "titre_fr": f"{what} {about}, {number + 1}",
            "description_fr": f"Une heure pour parler {about} avec celles et ceux qui les étudient.",
            "description_longue_fr": f"Au programme :\n\n- une démonstration\n- un échange {about}\n",
            "detail_des_conditions_fr": CONDITIONS[number % len(CONDITIONS)],
            "horaires_iso": "\r\n".join(f"{begin.isoformat()}-{end.isoformat()}" for begin, end in times),
            "premiere_ouverture": times[0][0].astimezone(UTC).isoformat(),
            "derniere_ouverture": times[-1][0].astimezone(UTC).isoformat(),
            "derniere_fermeture": times[-1][1].astimezone(UTC).isoformat(),
            "thematiques": "|".join(chance.sample(THEMES, 2)),
            "type_d_animation": what,
            "publics_concernes": "Tout public",
            "mots_cles_fr": f"science,{about.split()[-1]}",
            "nom_du_lieu": f"Médiathèque de {town.name}",
            "adresse": f"{1 + number % 40} rue de la Gare, {town.postcodes[0]} {town.name}",
            "code_postal": town.postcodes[0],
            "ville": town.name,
            "code_insee": town.insee,
            "geolocalisation": f"{town.lat}, {town.lon}",
            "lien": f"https://openagenda.com/fete/events/{number}",
            "lien_d_inscription": f"https://reservation.example/{number}, 03 20 00 {number // 100:02} {number % 100:02}",
            "inscription_necessaire": "Oui" if number % 4 == 0 else "Non",
            "organisateur": f"Ville de {town.name}",
            "animateurs": "Camille Durand",
            "accessibilite_fr": "Handicap moteur",
            "statut": "Validé",
            "derniere_mise_a_jour": "2026-09-10T10:00:00+00:00",
            "departement": town.department,
        }
        if number in flawed["location"]:
            row |= dict.fromkeys(("nom_du_lieu", "adresse", "code_postal", "ville", "code_insee", "geolocalisation"), "")
        if number in flawed["insee"]:
            row["code_insee"] = ""
        if number in flawed["timings"]:
            row |= {"horaires_iso": "", "derniere_ouverture": "0001-01-01T00:00:00+00:00", "derniere_fermeture": ""}
        if number in flawed["conditions"]:
            row["detail_des_conditions_fr"] = ""
        rows.append(row)
    return rows


def as_csv(rows: list[dict[str, str]], separator: str = ";") -> bytes:
    """Rows as OpenDataSoft exports them: with a mark of UTF-8, and Windows line ends."""
    file = io.StringIO(newline="")
    table = csv.DictWriter(file, list(dict.fromkeys(key for row in rows for key in row)), delimiter=separator, restval="")
    table.writeheader()
    table.writerows(rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode()
