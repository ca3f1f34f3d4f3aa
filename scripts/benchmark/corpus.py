"""A corpus: as many realistic French contributions of all eight kinds as wanted, the same bytes at each run."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmark.bodies import Target, body
from benchmark.events import event
from benchmark.exhibitions import exhibition
from benchmark.front_matter import dump
from benchmark.keys import LOGOS, PICTURES, Author, Keys, author, consents, domain
from benchmark.others import announcement, article, organisation, page, programme, resource
from benchmark.plan import Plan, Sketch, plan
from benchmark.prose import Voice

DEMO = Path(__file__).resolve().parent.parent.parent / "content"
KINDS: dict[str, Callable[[Author], Keys]] = {
    "event": event,
    "exhibition": exhibition,
    "article": article,
    "announcement": announcement,
    "resource": resource,
    "organisation": organisation,
    "programme": programme,
    "page": page,
}
LENGTHS = {
    "event": 2300,
    "exhibition": 3400,
    "article": 4600,
    "announcement": 1700,
    "resource": 2200,
    "organisation": 1300,
    "programme": 2800,
    "page": 3000,
}
"""Kind → usual length of a body, in characters."""
LINKED = ("event", "article", "exhibition", "resource", "organisation", "programme")
WEEKS = ("2026-w45", "2026-w46", "2026-w47")


@dataclass(frozen=True, slots=True)
class Written:
    """A contribution as it is written: its front matter and its Markdown."""

    sketch: Sketch
    keys: Keys
    body: str

    @property
    def text(self) -> str:
        """The file of the contract."""
        return f"{dump(self.keys)}\n{self.body}"


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of contributions and the plan that it follows."""

    content: Path
    plan: Plan


def write(size: int, content: Path) -> Corpus:
    """Write the corpus of a size; what stood in the folder goes."""
    planned = plan(size)
    shutil.rmtree(content, ignore_errors=True)
    made: set[Path] = set()
    for written in contributions(planned):
        file = content / written.sketch.path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_text(written.text, "utf-8")
    _beside(content)
    return Corpus(content, planned)


def contributions(planned: Plan) -> Iterator[Written]:
    """Every contribution of a plan."""
    for sketch in planned.all:
        yield written(sketch, planned)


def written(sketch: Sketch, planned: Plan) -> Written:
    """One contribution, whatever has been written before."""
    a = author(sketch, planned)
    keys = KINDS[sketch.kind](a)
    length = int(LENGTHS[sketch.kind] * min(max(a.random.lognormvariate(-0.08, 0.4), 0.3), 3.0))
    return Written(sketch, keys, body(a.voice, length, list(_links(a)), list(_images(a))))


def _links(a: Author) -> Iterator[Target]:
    for _ in range(a.random.choice((0, 0, 1, 1, 2, 3))):
        other = a.one(a.random.choice(LINKED))
        if other.kind != "organisation" or consents(other):
            yield Target(other.title.replace("[", "").replace("]", ""), other.url)
    for _ in range(a.random.choice((0, 0, 1, 1, 2))):
        yield Target(a.voice.say("un dossier sur {sujet}"), f"https://{domain(a.one('organisation'))}/dossiers/{a.random.randint(1, 500)}")


def _images(a: Author) -> Iterator[Target]:
    if a.chance(0.06):
        name = a.random.choice(list(PICTURES))
        yield Target(PICTURES[name], f"/images/{name}")


def _beside(content: Path) -> None:
    """What is no contribution: the region as in the demonstration, images, documents, introductions, figures."""
    voice = Voice(Random("beside"), "astronomie", "les étoiles")
    files = {
        f"newsletter/{week}.md": f"---\ntitle: {voice.say('Une semaine avec {gens}')}\n---\n{voice.sentences(3, 4)}\n" for week in WEEKS
    }
    files |= {f"documents/programme-{number}.txt": f"{voice.sentences(6, 9)}\n" for number in range(1, 5)}
    files["data/audience-2025.csv"] = (
        "title,value,unit,source\nPages vues en 2025,51234,pages,Bilan 2025\nAbonnés à la lettre,613,abonnés,Bilan 2025\n"
    )
    for path, text in files.items():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    shutil.copyfile(DEMO / "hub.yml", content / "hub.yml")
    (content / "images" / "logos").mkdir(parents=True)
    for name in (*PICTURES, *(f"logos/{logo}" for logo in LOGOS)):
        shutil.copyfile(DEMO / "images" / "exemple" / name, content / "images" / name)
