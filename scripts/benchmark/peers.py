"""Vanilla Pelican, Hugo and Eleventy on the same contributions: a page each, paginated lists, themes and one feed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmark.corpus import Corpus, Written, contributions
from benchmark.front_matter import dump
from benchmark.keys import Keys
from benchmark.plan import KINDS, TODAY, YEARS
from benchmark.tools import Tools
from benchmark.words import SUBJECTS
from contributions.models.addresses import PATHS

SKELETONS = Path(__file__).resolve().parent / "skeletons"
SECTIONS = {kind: PATHS.get(kind, "pages") for kind in KINDS}
"""Kind → its folder; pages have a list too, as every kind has."""
FIRST_DAY = str(TODAY.replace(year=TODAY.year - YEARS))
"""The day of what has none: Pelican and Eleventy want one."""


@dataclass(frozen=True, slots=True)
class Peer:
    """How a tool's site is prepared and built."""

    name: str
    keys: Callable[[Keys, Written], Keys]
    """The front matter that it reads."""
    command: Callable[[Tools], list[str]]
    """What builds the site, in its folder."""
    images: str = "content/images"
    left: tuple[str, ...] = ()
    """What a build leaves beside its output."""

    def folder(self, size: int, work: Path) -> Path:
        """Where the tool's site of a corpus is prepared and built."""
        return work / f"{self.name}-{size}"

    def begin(self, corpus: Corpus, folder: Path) -> None:
        """Lay out the tool's site, without its contributions."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(SKELETONS / self.name, folder)
        shutil.copytree(corpus.content / "images", folder / self.images)
        for section in SECTIONS.values():
            (folder / "content" / section).mkdir(parents=True)
        if self.name == "eleventy":
            _eleventy_lists(folder)

    def add(self, written: Written, folder: Path) -> None:
        """Write a contribution with the front matter that the tool reads."""
        file = folder / "content" / SECTIONS[written.sketch.kind] / f"{written.sketch.slug}.md"
        file.write_text(f"{dump(self.keys(_shared(written), written), quoted=True)}\n{written.body}", "utf-8")

    def clean(self, folder: Path) -> None:
        """Make the next build a cold one."""
        for name in ("output", *self.left):
            shutil.rmtree(folder / name, ignore_errors=True)


def prepare(peers: Sequence[Peer], corpus: Corpus, work: Path) -> None:
    """Write the sites of all peers; contributions are made once for all."""
    folders = [(peer, peer.folder(corpus.plan.size, work)) for peer in peers]
    for peer, folder in folders:
        peer.begin(corpus, folder)
    for written in contributions(corpus.plan) if peers else ():
        for peer, folder in folders:
            peer.add(written, folder)


def _shared(written: Written) -> Keys:
    """All keys but those that mean something else to one of the tools."""
    renamed = {"category": "sort", "url": "address", "authors": "writers"}
    keys = {renamed.get(key, key): value for key, value in written.keys.items() if key != "aliases"}
    return {"date": FIRST_DAY, **keys}


def _pelican(keys: Keys, written: Written) -> Keys:
    # Themes are its tags. Its category is the folder.
    themes = keys.pop("themes", [])
    return {**keys, "slug": written.sketch.slug, "tags": themes}


def _hugo(keys: Keys, written: Written) -> Keys:
    del written
    return keys


def _eleventy(keys: Keys, written: Written) -> Keys:
    del written
    return {**keys, "tags": keys.get("themes", [])}


def _eleventy_lists(folder: Path) -> None:
    """What its other templates cannot loop over: one list a section, and the names of the themes."""
    template = (folder / "list.njk").read_text("utf-8")
    for section in SECTIONS.values():
        (folder / "content" / f"{section}.njk").write_text(template.replace("SECTION", section), "utf-8")
        data = {"layout": "page.njk", "tags": section}
        (folder / "content" / section / f"{section}.json").write_text(json.dumps(data), "utf-8")
    config = folder / "eleventy.config.js"
    config.write_text(config.read_text("utf-8").replace("THEMES", json.dumps(list(SUBJECTS))), "utf-8")


PEERS: dict[str, Peer] = {
    peer.name: peer
    for peer in (
        Peer(
            "pelican",
            _pelican,
            lambda tools: [str(tools.python), "-m", "pelican", "-s", "settings.py", "--quiet"],
            left=("cache", "__pycache__"),
        ),
        Peer(
            "hugo",
            _hugo,
            lambda tools: [str(tools.hugo), "--destination", "output", "--quiet"],
            images="static/images",
            left=("resources",),
        ),
        Peer("eleventy", _eleventy, lambda tools: [*tools.eleventy, "--quiet"], images="images"),
    )
}


def pages(folder: Path) -> int:
    """The HTML pages below a folder."""
    return sum(1 for _ in folder.rglob("*.html"))
