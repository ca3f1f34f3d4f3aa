"""Moves of a random sequence: each changes the sources of a small region as people do, or its calendar and its folders."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import date
from typing import Any

from incremental.region import LETTER, PICTURE, PLACE, Sources, Workplace, add

Move = Callable[[Sources, random.Random], None]
TABLE = "loans/2027.csv"


def edit_body(sources: Sources, chance: random.Random) -> None:
    """Another text, with a link."""
    key = _any(sources, chance)
    sources.bodies[key] = f"Un autre texte ({chance.randrange(9)}), « vu » [au ciel](https://exemple.fr/).\n"


def edit_title(sources: Sources, chance: random.Random) -> None:
    """Another title."""
    sources.contributions[_any(sources, chance)]["title"] = f"Un titre {chance.randrange(99)}"


def edit_day(sources: Sources, chance: random.Random) -> None:
    """Another day of publication, perhaps to come; or of an event's only slot."""
    keys = sources.contributions[_any(sources, chance)]
    day = f"202{chance.choice('567')}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
    if "slots" in keys and chance.random() < 0.5:
        keys["slots"] = [{"start": f"{day} 10:00"}, *({"start": f"{day} 15:00"} for _ in range(chance.randrange(2)))]
    elif "date" in keys:
        keys["date"] = day


def edit_slots(sources: Sources, chance: random.Random) -> None:
    """One slot more of an event, another end, or a recurrence in their place."""
    keys = sources.contributions[_one_of(sources, chance, "event")]
    day = f"2026-1{chance.randrange(3)}-1{chance.randrange(9)}"
    if chance.random() < 0.2:
        keys.pop("slots", None)
        keys["recurrence"] = {"start": f"{day} 18:00", "end": f"{day} 19:00", "rule": f"FREQ=WEEKLY;COUNT={chance.randrange(2, 9)}"}
    else:
        keys.pop("recurrence", None)
        slot = {"start": f"{day} 10:00", "end": f"{day} 1{chance.randrange(1, 9)}:30", "status": chance.choice(["programme", "complet"])}
        keys["slots"] = [*keys.get("slots", [])[:2], slot] if all(old["start"][:10] != day for old in keys.get("slots", [])) else [slot]


def edit_family(sources: Sources, chance: random.Random) -> None:
    """An event that is part of another, and leaves out what that one says; or one that stands alone again."""
    key = _one_of(sources, chance, "event")
    keys = sources.contributions[key]
    if "parent" in keys:
        _alone(keys)
        return
    above = [slug for kind, slug in sorted(sources.contributions) if kind == "event" and "parent" not in sources.contributions[kind, slug]]
    with_children = {keys.get("parent") for keys in sources.contributions.values()}
    if key[1] not in with_children and (others := [slug for slug in above if slug != key[1]]):
        keys["parent"] = chance.choice(others)
        for group in (("slots", "recurrence"), ("place",), ("programmes",)):
            if chance.random() < 0.6:
                for name in group:
                    keys.pop(name, None)


def edit_loans(sources: Sources, chance: random.Random) -> None:
    """Other days, another state or borrower of a tool's loan; a loan more, or none."""
    keys = sources.contributions[_one_of(sources, chance, "exhibition")]
    month = chance.randrange(1, 13)
    loan = {
        "start": f"2026-{month:02}-0{chance.randrange(1, 9)}",
        "end": f"2026-{month:02}-2{chance.randrange(9)}",
        "state": chance.choice(["option", "confirme", "rendu", "annule"]),
        "borrower": chance.choice(["organisation-0", "Une médiathèque"]),
        "public_showing": chance.choice([True, False]),
        "city": "Abbeville",
    }
    others = [old for old in keys.get("loans", []) if old["end"] < loan["start"] or old["start"] > loan["end"]]
    keys["loans"] = chance.choice([[loan], [loan], sorted([*others, loan], key=lambda one: str(one["start"])), []])


def edit_table(sources: Sources, chance: random.Random) -> None:
    """Loans in a table: other rows in another order, a title above them, or no table any more."""
    tools = [_one_of(sources, chance, "exhibition")[1] for _ in range(3)]
    rows = [
        f"{chance.choice(tools)};0{chance.randrange(1, 9)}/{month:02}/2027;2{chance.randrange(9)}/{month:02}/2027;"
        f"{chance.choice(['Option', 'Confirmé', 'Annulé'])};{chance.choice(['organisation-0', 'Une médiathèque'])};Amiens;"
        f"{chance.choice(['oui', 'non'])}"
        for month in chance.sample(range(1, 13), chance.randrange(6))
    ]
    above = chance.choice([[], ["Les prêts de 2027;;;;;;"]])
    sources.files.pop(TABLE, None)
    if rows:
        sources.files[TABLE] = "\n".join([*above, "Outil;Début;Fin;État;Emprunteur;Ville;Ouvert au public", *rows, "Total;;;;;;"]) + "\n"


def edit_state(sources: Sources, chance: random.Random) -> None:
    """A draft, an archive, something put forward, or for professionals."""
    keys = sources.contributions[_any(sources, chance)]
    states: dict[str, list[Any]] = {
        "status": ["publie", "brouillon", "archive"],
        "featured": [True, False],
        "visibility": ["public", "professionnels", "reserve"],
        "updated": ["2026-10-01", "2026-11-02", "2026-11-20"],
    }
    name, values = chance.choice(list(states.items()))
    keys[name] = chance.choice(values)


def edit_references(sources: Sources, chance: random.Random) -> None:
    """Another organisation, programme, theme or related contribution; some may not be there."""
    kind, slug = _any(sources, chance)
    keys = sources.contributions[kind, slug]
    if "themes" in keys:
        keys["themes"] = chance.sample(["astronomie", "environnement"], chance.randrange(1, 3))
    if "organisation" in keys:
        keys["organisation"] = f"organisation-{chance.randrange(3)}"
    other = _any(sources, chance)
    keys["related"] = ["/".join(other)] if other[0] != "page" else []


def add_one(sources: Sources, chance: random.Random) -> None:
    """A contribution more."""
    kind = chance.choice(["event", "event", "article", "announcement", "organisation", "exhibition", "programme", "resource", "page"])
    add(sources, kind, chance.randrange(4, 9))


def remove_one(sources: Sources, chance: random.Random) -> None:
    """A contribution less; what refers to it is then wrong, until it is repaired."""
    key = _any(sources, chance)
    del sources.contributions[key], sources.bodies[key]


def rename_one(sources: Sources, chance: random.Random) -> None:
    """Another name, the old one kept as an alias, or as an id."""
    kind, slug = _any(sources, chance)
    if kind in {"event", "article", "resource"}:
        new = kind, f"{slug}-bis"
        sources.contributions[new] = sources.contributions.pop((kind, slug))
        sources.bodies[new] = sources.bodies.pop((kind, slug))
        if chance.random() < 0.5:
            sources.contributions[new].setdefault("id", slug)
        if chance.random() < 0.5:
            sources.contributions[new]["aliases"] = [f"/{'agenda' if kind == 'event' else kind + 's'}/{slug}/"]


def move_one(sources: Sources, chance: random.Random) -> None:
    """Another folder of the same kind, perhaps that of examples, or of what is archived."""
    key = _any(sources, chance)
    sources.folders[key] = chance.choice(["", "2026/", "exemple/", "archives/"])
    if sources.folders[key] == "archives/":
        sources.contributions[key]["status"] = "archive"


def edit_vocabulary(sources: Sources, chance: random.Random) -> None:
    """Another word for a theme, a theme more, a colour."""
    sources.hub["themes"]["astronomie"] = chance.choice(["Astronomie", "Le ciel"])
    if chance.random() < 0.5:
        sources.hub["themes"]["physique"] = "Physique"
    if chance.random() < 0.3:
        sources.hub["tokens"] = {"accent": chance.choice(["#123456", "#654321"])}


def edit_theme(sources: Sources, chance: random.Random) -> None:
    """A comment more in a template or a style sheet."""
    name = chance.choice(["templates/event.html", "templates/components/card.html", "static/css/print.css"])
    text = f"/* {chance.randrange(9)} */\n" if name.endswith(".css") else f"{{# {chance.randrange(9)} #}}\n"
    sources.theme[name] = text


def edit_beside(sources: Sources, chance: random.Random) -> None:
    """A picture of another size, an editor's words for a letter, one that was sent, a table of figures; all but pictures may go again."""
    week = chance.randrange(44, 48)
    title, monday = f"La semaine {chance.randrange(9)}", date.fromisocalendar(2026, week, 1)
    name, text = chance.choice([
        ("images/ciel.svg", PICTURE.format(chance.choice([600, 700, 800]))),
        (f"newsletter/2026-w{week}.md", f"---\ntitle: {title}\n---\nBonjour.\n"),
        (f"newsletter/2026-w{week}.json", LETTER.format(f"2026-w{week}", title, monday)),
        (f"letters/curieux/2026-{chance.choice(['10-05', '11-10'])}.md", f"---\ntitle: {title}\n---\nBonjour.\n"),
        (f"data/bilan-202{chance.choice('56')}.csv", f"title,value,unit,source\nPages vues,{chance.randrange(99)},pages,Bilan\n"),
    ])  # fmt: skip
    if name in sources.files and not name.endswith(".svg") and chance.random() < 0.5:
        del sources.files[name]
    else:
        sources.files[name] = text


def another_day(sources: Sources, chance: random.Random) -> None:
    """The build of another day."""
    sources.today = f"2026-{chance.choice(['10-04', '11-20', '11-21', '11-22', '11-23', '12-24'])}"


def repair(sources: Sources) -> None:
    """Put back what others refer to, drop relations to what is gone, and have no loan returned before it begins."""
    for keys in list(sources.contributions.values()):
        keys["related"] = [name for name in keys.get("related", []) if tuple(name.split("/")) in sources.contributions]
        named = [keys.get("organisation"), keys.get("coordinator"), keys.get("exhibition"), *keys.get("programmes", [])]
        for slug in filter(None, named):
            kind, number = slug.rsplit("-", 1)
            if (kind, slug) not in sources.contributions:
                add(sources, kind, int(number))
    for keys in sources.contributions.values():
        parent = sources.contributions.get(("event", keys.get("parent", "")), {"parent": ""})
        if "parent" in keys and "parent" in parent:  # which is gone, or part of another itself
            _alone(keys)
    names = {slug for _kind, slug in sources.contributions}
    for (kind, _slug), keys in sources.contributions.items():
        if (kind, keys.get("id")) in sources.contributions:  # the name of the file before is somebody's again
            del keys["id"]
        for loan in keys.get("loans", []):  # the day may have gone back
            if str(loan["start"]) > sources.today and loan["state"] in {"rendu", "en-cours"}:
                loan["state"] = "confirme"
        if "aliases" in keys:  # an old address that is somebody's again leads to two pages
            keys["aliases"] = [alias for alias in keys["aliases"] if alias.split("/")[2] not in names]
    if TABLE in sources.files:
        lines = sources.files[TABLE].splitlines(keepends=True)
        lent = [line for line in lines if not line.startswith("exhibition-") or ("exhibition", line.split(";")[0]) in sources.contributions]
        sources.files[TABLE] = "".join(lent)


MOVES: tuple[Move, ...] = (
    edit_body, edit_title, edit_day, edit_slots, edit_family, edit_loans, edit_table, edit_state, edit_references, add_one, remove_one,
    rename_one, move_one, edit_vocabulary, edit_theme, edit_beside, edit_beside, edit_beside, another_day,
)  # fmt: skip


def _alone(keys: dict[str, Any]) -> None:
    """Take an event out of its parent, and have it say when and where it is."""
    del keys["parent"]
    keys.setdefault("place", PLACE)
    if "recurrence" not in keys:
        keys.setdefault("slots", [{"start": "2026-11-24 14:00"}])


def _any(sources: Sources, chance: random.Random) -> tuple[str, str]:
    return chance.choice(sorted(sources.contributions))


def _one_of(sources: Sources, chance: random.Random, kind: str) -> tuple[str, str]:
    """One of a kind; it is there again if the last was removed."""
    if not any(key[0] == kind for key in sources.contributions):
        add(sources, kind, 0)
    return chance.choice(sorted(key for key in sources.contributions if key[0] == kind))


def accident(place: Workplace, chance: random.Random) -> str:
    """What happens to folders: a cache or a site that is gone, a file of the site that somebody changed."""
    folders = {"cache": place.cache, "site": place.output, "staging": place.folder / f".{place.output.name}.staging"}
    gone = chance.choice([*folders, "page", "page changed"])
    if gone in folders:
        shutil.rmtree(folders[gone], ignore_errors=True)
    elif place.output.exists():
        file = chance.choice([found for found in sorted(place.output.rglob("*.html")) if found.parent != place.output])
        file.unlink()
        if gone == "page changed":
            file.write_text("changed by hand")
    return f"{gone} lost"
