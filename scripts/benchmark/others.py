"""Front matter of the corpus's articles, announcements, resources, organisations, programmes and pages."""

from __future__ import annotations

from datetime import timedelta

from benchmark.keys import ACCESS, LOGOS, Author, Keys, consents, domain, first_keys, last_keys, lends, phone, place, published, themed
from benchmark.plan import TODAY


def article(a: Author) -> Keys:
    """The keys of an article."""
    owner = a.one("organisation")
    keys = first_keys(a) | published(a, a.sketch.day, owner)
    if a.chance(0.5):
        keys["authors"] = [a.voice.person() for _ in range(a.random.randint(1, 2))]
    if a.chance(0.25):
        keys["places"] = [place(a, a.sketch.town)]
    return keys | last_keys(a, owner)


def announcement(a: Author) -> Keys:
    """The keys of an announcement; most are past their day."""
    owner = a.one("organisation")
    keys = first_keys(a) | published(a, a.sketch.day, owner)
    keys["expires"] = str(a.sketch.day + timedelta(days=a.random.randint(15, 120)))
    if a.chance(0.3):
        keys["places"] = [place(a, a.sketch.town)]
    return keys | last_keys(a, owner)


def resource(a: Author) -> Keys:
    """The keys of a resource."""
    owner = a.one("organisation")
    keys = first_keys(a) | published(a, a.sketch.day, owner)
    if a.sketch.category != "intervention":
        keys["url"] = f"https://{domain(owner)}/ressources/{a.sketch.number}"
    keys |= {"licence": a.random.choice(("CC BY 4.0", "CC BY-SA 4.0", "Licence Ouverte 2.0")), "year": a.sketch.day.year}
    if a.chance(0.5):
        keys["authors"] = [a.voice.person()]
    if a.chance(0.4):
        keys |= {
            "level": a.random.choice(("Dès 8 ans", "Collège", "Lycée et plus", "Cycle 3")),
            "minutes": a.random.choice((10, 30, 45, 60)),
        }
    return keys | last_keys(a, owner)


def organisation(a: Author) -> Keys:
    """The keys of an organisation; without consent nothing but what it is."""
    keys = first_keys(a)
    if not consents(a.sketch):
        return keys | {"category": a.sketch.category}
    host = domain(a.sketch)
    keys |= themed(a)
    keys |= {
        "place": place(a, a.sketch.town, name=a.sketch.title),
        "website": f"https://{host}/",
        "email": f"contact@{host}",
        "phone": phone(a),
    }
    if a.chance(0.4):
        keys["logo"] = {"src": f"images/logos/{a.random.choice(LOGOS)}", "alt": f"Logo de {a.sketch.title}"}
    if a.chance(0.4):
        keys["networks"] = [{"label": "Mastodon", "url": f"https://social.example/@{a.sketch.slug[:30]}"}]
    if lends(a.sketch):
        keys["lends"] = True
    if a.chance(0.5):
        keys |= {"opening_hours": "Du mardi au samedi, 10 h – 18 h", "visit": {"free": a.chance(0.6), "text": "Visite libre"}}
    if a.chance(0.4):
        keys["accessibility"] = a.some(ACCESS, 1, 3)
    if a.chance(0.5):
        keys["member"] = {"since": str(a.random.randint(1998, 2025))}
    return keys | {"consent": {"given": True, "on": str(TODAY - timedelta(days=a.random.randint(10, 900))), "how": "formulaire"}}


def programme(a: Author) -> Keys:
    """The keys of a programme."""
    owner = a.one("organisation")
    first = a.sketch.day
    day = min(first - timedelta(days=a.random.randint(20, 90)), TODAY)
    keys = first_keys(a) | published(a, day, owner)
    keys |= {"edition": str(first.year), "start": str(first), "end": str(first + timedelta(days=a.random.randint(2, 200)))}
    return keys | {"coordinator": owner.slug} | last_keys(a, owner)


def page(a: Author) -> Keys:
    """The keys of a page."""
    return first_keys(a)
