"""A corpus: as many realistic contributions of all kinds as wanted, each made after one of the demonstration."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from random import Random

import yaml

from benchmark.demo import DEMO, Keys, Mould, demo
from benchmark.edition import Edition
from benchmark.moulding import TODAY, YEARS, Moulding, first_day
from benchmark.prose import Voice
from contributions.models import FOLDERS
from contributions.region.addresses import PATHS

SHARES = {"event": 0.62, "announcement": 0.05, "resource": 0.03, "organisation": 0.06, "exhibition": 0.05, "programme": 0.015}
"""Share of each kind, as in six years of a region: articles are the rest, but for its few pages."""
LENGTHS = {"event": 2300, "exhibition": 3000, "article": 4500, "announcement": 1700, "resource": 2200, "programme": 2800, "page": 3000}
"""Kind → usual length of a body, in characters; 1,300 for others."""
LINKED = ("event", "article", "exhibition", "resource")
BY_YEAR = {"event", "article", "announcement", "resource"}
KIND_FOLDERS = {kind: folder for folder, kind in FOLDERS.items()}


class Plain(yaml.CSafeDumper):
    """Writes every text plainly where YAML lets it, as contributors do: Escale reads scalars as text."""


Plain.yaml_implicit_resolvers = {}


LEFT_OUT = {*FOLDERS, "reports", "loans", "letters"}
"""Folders of the demo that are composed anew, or name what is there no more."""
OURS = Edition(DEMO.parent)
"""The contract of this checkout."""


@dataclass(frozen=True, slots=True)
class Written:
    """A contribution as it is written."""

    kind: str
    slug: str
    keys: Keys
    body: str

    @property
    def path(self) -> str:
        """Its file below content/; those with a day are sorted by year."""
        year = f"{self.keys['date'][:4]}/" if self.kind in BY_YEAR else ""
        return f"{KIND_FOLDERS[self.kind]}/{year}{self.slug}.md"

    @property
    def text(self) -> str:
        """The file of the contract."""
        header = yaml.dump(self.keys, Dumper=Plain, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None)
        return f"---\n{header}---\n{self.body}"


@dataclass(frozen=True)
class Corpus:
    """The contributions of a size, and the folder that they are written to. Each can be made without the others."""

    content: Path
    size: int
    edition: Edition = OURS

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of each kind."""
        found = {kind: max(2, round(share * self.size)) for kind, share in SHARES.items()} | {"page": len(demo().moulds["page"])}
        return {**found, "article": self.size - sum(found.values())}

    def contributions(self) -> Iterator[Written]:
        """All of them, kind by kind."""
        for kind, count in self.counts.items():
            for number in range(count):
                yield self.written(kind, number)

    def written(self, kind: str, number: int) -> Written:
        """One of them, whatever has been written before."""
        moulds = demo().moulds[kind]
        generation, position = divmod(number, len(moulds))
        mould, random = moulds[position], Random(f"{self.size} {kind} {number}")
        voice = Voice(random, demo())

        def refer(named: str, slug: str) -> str | None:
            return self._relative(generation, slug) if (kind, named) == ("event", "event") else self._any(random, named, slug)

        keys = self.edition.known(kind, Moulding(voice, self._days(mould, generation), refer).keys(mould))
        length = int(LENGTHS.get(kind, 1300) * min(max(random.lognormvariate(-0.08, 0.4), 0.3), 3.0))
        return Written(kind, self._slug(kind, number), keys, voice.body(mould, length, list(self._links(random))))

    def _slug(self, kind: str, number: int) -> str:
        """The name of a contribution: its mould's, and its number."""
        moulds = demo().moulds[kind]
        slug = moulds[number % len(moulds)].slug
        return slug if kind == "page" else f"{slug}-{number + 1}"

    def _days(self, mould: Mould, generation: int) -> int:
        """By how many days a contribution is later than its mould: whole weeks, the same for an event and those within it."""
        if mould.kind in {"organisation", "page"}:
            return 0
        root = mould.keys.get("parent", mould.slug)
        wanted = _day(mould.kind, Random(f"{self.size} {mould.kind} {generation} {root}"))
        first = next((first_day(other.keys) for other in demo().moulds[mould.kind] if other.slug == root), first_day(mould.keys))
        return round((wanted - first).days / 7) * 7

    def _relative(self, generation: int, slug: str) -> str | None:
        """An event of the same generation, which was moved by the same days."""
        moulds = demo().moulds["event"]
        number = next((at for at, mould in enumerate(moulds) if mould.slug == slug), self.size) + generation * len(moulds)
        return self._slug("event", number) if number < self.counts["event"] else None

    def _any(self, random: Random, kind: str, slug: str) -> str:
        """One made after the same mould, or else any; few are named often, as in life."""
        moulds, count = demo().moulds[kind], self.counts[kind]
        same = [number for at, mould in enumerate(moulds) if mould.slug == slug for number in range(at, count, len(moulds))]
        found = same or [number for number in range(count) if "person" not in moulds[number % len(moulds)].keys]  # none stands in a loan
        return self._slug(kind, found[int(random.random() ** 1.6 * len(found))])

    def _links(self, random: Random) -> Iterator[str]:
        """Links to other contributions and elsewhere, and now and then a picture."""
        for _ in range(random.choice((0, 0, 1, 1, 2, 3))):
            kind = random.choice(LINKED)
            yield f"À lire aussi : [{random.choice(demo().sentences)[:40].strip('*[« ')}](/{PATHS[kind]}/{self._any(random, kind, '')}/)."
        for _ in range(random.choice((0, 0, 1, 1, 2))):
            yield f"Voir [le dossier](https://dossiers.example/{random.randint(1, 5000)})."
        if random.random() < 0.06:
            image = random.choice(demo().images)
            yield f"\n\n![{image['alt']}](/{image['src']})"


def write(size: int, content: Path, edition: Edition = OURS) -> Corpus:
    """Write the corpus of a size, with what stands beside contributions in the demonstration; what stood in the folder goes.

    It has the keys and the hub.yml that an edition knows.
    """
    corpus = Corpus(content, size, edition)
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(DEMO, content, ignore=lambda folder, names: set(names) & LEFT_OUT if Path(folder) == DEMO else set())
    shutil.copyfile(edition.hub, content / edition.hub.name)
    for written in corpus.contributions():
        file = content / written.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written.text, "utf-8")
    return corpus


def _day(kind: str, random: Random) -> date:
    """A day within six years: nine events in a hundred are to come, one announcement in five may still be answered."""
    if kind in {"event", "programme"} and random.random() < 0.09:
        return TODAY + timedelta(days=int(random.random() ** 2 * 180))
    if kind == "event" and random.random() < 0.2:  # the fortnight of the Fête de la science
        return date(random.randint(TODAY.year - YEARS + 1, TODAY.year), 10, random.randint(2, 16))
    if kind == "announcement" and random.random() < 0.2:
        return TODAY - timedelta(days=random.randint(0, 40))
    return TODAY - timedelta(days=random.randint(1, YEARS * 365))
