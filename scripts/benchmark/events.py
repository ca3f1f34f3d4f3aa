"""Front matter of the corpus's events: slots, recurrences, places, prices, bookings, states."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from benchmark.keys import ACCESS, LEVELS, Author, Keys, domain, first_keys, last_keys, phone, place, published
from benchmark.plan import TODAY, Sketch

BYDAY = "MO TU WE TH FR SA SU".split()
LONG = {"exposition", "festival", "parcours"}
"""Categories whose slots are whole days."""


def event(a: Author) -> Keys:
    """The keys of an event."""
    first, owner = a.sketch.day, a.one("organisation")
    day = min(first - timedelta(days=a.random.randint(7, 70)), TODAY)
    keys = first_keys(a) | published(a, day, owner)
    if a.chance(0.04):
        keys["visibility"] = "professionnels"
    keys |= _state(a) | _when(a) | _where(a, owner) | _access(a, owner)
    if first < TODAY and a.chance(0.12):
        people = a.random.randint(8, 900)
        keys["results"] = [{"label": "Participants", "value": people, "unit": "personnes", "method": "compte", "source": "Bilan"}]
    if a.sketch.category == "exposition" and a.chance(0.3):
        keys["exhibition"] = a.one("exhibition").slug
    if a.chance(0.02):
        keys["parent"] = a.one("event").slug
    if a.chance(0.1):
        keys["external_ids"] = {"openagenda": str(a.random.randint(10_000_000, 99_999_999))}
    return keys | last_keys(a, owner)


def _state(a: Author) -> Keys:
    drawn = a.random.random()
    if drawn < 0.02:
        return {"event_status": "annule", "sequence": 1}
    if drawn < 0.03:
        return {"event_status": "complet"}
    if drawn < 0.04:
        return {"event_status": "reprogramme", "previous_start": str(a.sketch.day - timedelta(days=14)), "sequence": 2}
    return {}


def _when(a: Author) -> Keys:
    first = a.sketch.day
    drawn = a.random.random()
    if first < TODAY - timedelta(days=400) and drawn < 0.02:
        return {"slots": [{"start": f"{first:%Y-%m}"}]}
    if a.sketch.category in LONG:
        return {"slots": [{"start": str(first), "end": str(first + timedelta(days=a.random.randint(1, 40)))}]}
    hour, minutes = a.random.choice((9, 10, 14, 14, 15, 16, 18, 19, 20)), a.random.choice((60, 90, 120, 150))
    if drawn < 0.05:
        rule = f"FREQ=WEEKLY;BYDAY={BYDAY[first.weekday()]};COUNT={a.random.randint(4, 14)}"
        return {"recurrence": _slot(first, hour, minutes) | {"rule": rule}}
    number = a.random.randint(10, 20) if drawn < 0.1 else a.random.choice((1, 1, 1, 1, 2, 2, 3))
    step = a.random.choice((1, 1, 7, 14))
    slots = [_slot(first + timedelta(days=step * i), hour, minutes) for i in range(number)]
    if number > 1 and a.chance(0.3):
        slots[0]["for"] = "scolaires"
    return {"slots": slots}


def _slot(day: date, hour: int, minutes: int) -> Keys:
    start = datetime(day.year, day.month, day.day, hour)
    return {"start": f"{start:%Y-%m-%d %H:%M}", "end": f"{start + timedelta(minutes=minutes):%Y-%m-%d %H:%M}"}


def _where(a: Author, owner: Sketch) -> Keys:
    online = {"online_url": f"https://{domain(owner)}/direct"}
    drawn = a.random.random()
    if drawn < 0.03:
        return {"mode": "en-ligne", **online}
    where = {"place": place(a, a.sketch.town)}
    return {"mode": "mixte", **online, **where} if drawn < 0.05 else where


def _access(a: Author, owner: Sketch) -> Keys:
    keys: Keys = {}
    if a.chance(0.2):
        least = a.random.randint(3, 14)
        keys["age"] = {"min": least} | ({"max": least + a.random.randint(2, 8)} if a.chance(0.4) else {})
    if a.chance(0.75):
        price = a.random.randint(2, 12)
        keys["price"] = {"free": True} if a.chance(0.65) else {"free": False, "text": f"{price} €, gratuit pour les moins de 12 ans"}
    if a.chance(0.45):
        keys["booking"] = _booking(a, owner)
    if a.chance(0.1):
        keys["school_booking"] = {"levels": a.some(LEVELS, 1, 4), "phone": phone(a)}
    if a.chance(0.25):
        keys["accessibility"] = a.some(ACCESS, 1, 3)
    if a.chance(0.03):
        keys["pass_culture"] = True
    return keys


def _booking(a: Author, owner: Sketch) -> Keys:
    keys: Keys = {"required": a.chance(0.6)}
    keys |= {"url": f"https://{domain(owner)}/reserver"} if a.chance(0.5) else {"email": f"reservation@{domain(owner)}", "phone": phone(a)}
    if a.chance(0.4):
        keys["capacity"] = a.random.randint(8, 200)
    if a.chance(0.2):
        keys["deadline"] = str(a.sketch.day - timedelta(days=2))
    return keys
