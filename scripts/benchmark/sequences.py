"""Random sequences of edits, each built in passing, and the promise that they end where a clean build does, to the byte."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmark.small import PICTURE, Sources, Workplace, add, region, snapshot

Move = Callable[[Sources, random.Random], None]


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


def edit_state(sources: Sources, chance: random.Random) -> None:
    """A draft, an archive, something put forward, or for professionals."""
    keys = sources.contributions[_any(sources, chance)]
    states: dict[str, list[Any]] = {
        "status": ["publie", "brouillon", "archive"],
        "featured": [True, False],
        "visibility": ["public", "professionnels", "reserve"],
        "updated": ["2026-10-01", "2026-11-02"],
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
    """Another address, the old one kept as an alias."""
    kind, slug = _any(sources, chance)
    if kind in {"event", "article", "resource"}:
        new = kind, f"{slug}-bis"
        sources.contributions[new] = sources.contributions.pop((kind, slug))
        sources.bodies[new] = sources.bodies.pop((kind, slug))
        if chance.random() < 0.5:
            sources.contributions[new]["aliases"] = [f"/{'agenda' if kind == 'event' else kind + 's'}/{slug}/"]


def move_one(sources: Sources, chance: random.Random) -> None:
    """Another folder of the same kind, perhaps that of examples."""
    sources.folders[_any(sources, chance)] = chance.choice(["", "2026/", "exemple/"])


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


def edit_image(sources: Sources, chance: random.Random) -> None:
    """A picture of another size."""
    sources.files["images/ciel.svg"] = PICTURE.format(chance.choice([600, 700, 800]))


def edit_letter(sources: Sources, chance: random.Random) -> None:
    """An editor's words for a week, or none."""
    name = f"newsletter/2026-w{chance.randrange(44, 48)}.md"
    if not sources.files.pop(name, None):
        sources.files[name] = f"---\ntitle: La semaine {chance.randrange(9)}\n---\nBonjour.\n"


def another_day(sources: Sources, chance: random.Random) -> None:
    """The build of another day."""
    sources.today = f"2026-{chance.choice(['10-04', '11-20', '11-21', '11-22', '11-23', '12-24'])}"


def repair(sources: Sources) -> None:
    """Put back what others refer to, and drop relations to what is gone."""
    for keys in list(sources.contributions.values()):
        keys["related"] = [name for name in keys.get("related", []) if tuple(name.split("/")) in sources.contributions]
        named = [keys.get("organisation"), keys.get("coordinator"), keys.get("exhibition"), *keys.get("programmes", [])]
        for slug in filter(None, named):
            kind, number = slug.rsplit("-", 1)
            if (kind, slug) not in sources.contributions:
                add(sources, kind, int(number))
    if any(slug.rsplit("-", 1)[-1] == "bis" for _kind, slug in sources.contributions):
        _drop_taken_aliases(sources)


def _drop_taken_aliases(sources: Sources) -> None:
    """An old address that is somebody's again leads to two pages."""
    names = {slug for _kind, slug in sources.contributions}
    for keys in sources.contributions.values():
        keys["aliases"] = [alias for alias in keys.get("aliases", []) if alias.split("/")[2] not in names]


MOVES: tuple[Move, ...] = (
    edit_body, edit_title, edit_day, edit_state, edit_references, add_one, remove_one, rename_one, move_one, edit_vocabulary,
    edit_theme, edit_image, edit_letter, another_day,
)  # fmt: skip


def _any(sources: Sources, chance: random.Random) -> tuple[str, str]:
    return chance.choice(sorted(sources.contributions))


@dataclass(frozen=True, slots=True)
class Ended:
    """How a sequence ended: the names of its moves, the files that differ from a clean build, how many builds it had."""

    moves: tuple[str, ...]
    differences: tuple[str, ...]
    builds: int


def run(seed: int, moves: int = 5) -> Ended:
    """Make a random sequence of moves, with a build now and then, and compare its end with a clean build of the same sources."""
    chance = random.Random(seed)
    done: list[str] = []
    builds = 0
    with TemporaryDirectory(prefix="escale-sequence-") as name:
        place = Workplace(Path(name))
        output, cache = place.folder / "output", place.folder / "cache"
        sources = region()
        for _step in range(moves + 1):
            place.write(sources)
            before = snapshot(output) if output.exists() else {}
            figures = place.build(sources.today, output, cache, jobs=chance.choice([1, 1, 2]))
            builds += 1
            if figures is None and (snapshot(output) if output.exists() else {}) != before:
                return Ended((*done, "refused"), ("a refused build changed the site",), builds)
            for _move in range(chance.randrange(1, 4)):
                move = chance.choice(MOVES)
                move(sources, chance)
                done.append(move.__name__)
            if chance.random() < 0.1:
                done.append(_accident(place, output, cache, chance))
        repair(sources)
        place.write(sources)
        if place.build(sources.today, output, cache) is None:
            return Ended(tuple(done), ("the last build was refused",), builds)
        clean = place.folder / "clean"
        assert place.build(sources.today, clean, place.folder / "clean-cache") is not None
        one, other = snapshot(output), snapshot(clean)
        return Ended(tuple(done), tuple(sorted(file for file in one.keys() | other.keys() if one.get(file) != other.get(file))), builds + 2)


def _accident(place: Workplace, output: Path, cache: Path, chance: random.Random) -> str:
    """What happens to folders: a cache or a site that is gone, a file of the site that somebody changed."""
    accident = chance.choice(["cache removed", "site removed", "staging removed", "file changed", "file removed"])
    if accident == "cache removed":
        shutil.rmtree(cache, ignore_errors=True)
    elif accident == "site removed":
        shutil.rmtree(output, ignore_errors=True)
    elif accident == "staging removed":
        shutil.rmtree(place.folder / ".output.staging", ignore_errors=True)
    elif output.exists():
        file = chance.choice([found for found in sorted(output.rglob("*.html")) if found.parent != output])
        if accident == "file changed":
            file.write_text("changed by hand")
        else:
            file.unlink()
    return accident
