"""What the demonstration lends to a corpus: its contributions as moulds, its sentences and blocks, its places and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from contributions.models import FOLDERS

DEMO = Path(__file__).resolve().parent.parent.parent / "content"
INVENTED = "exemple"
"""The folder of what was invented for the demonstration; beside it stands what an agency really published."""
INTERNAL = re.compile(r"!?\[([^\]]*)\]\((?!https?:)[^)]*\)")
NEXT_SENTENCE = re.compile(r"(?<=[.!?…]) (?=[A-ZÀÉÈÊÎ])")
STRUCTURE = re.compile(r"#|[-*] |\d+\. |> |\|")
NOT_ALONE = re.compile(r"\A###|\[\^")
"""A heading that needs another above it, and a note: they cannot be put elsewhere."""
PAIRS = (("(", ")"), ("[", "]"), ("«", "»"))

Keys = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mould:
    """A contribution of the demonstration, after which others are made. All its scalars are text."""

    kind: str
    slug: str
    keys: Keys
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Demo:
    """All that is lent."""

    moulds: dict[str, tuple[Mould, ...]]
    places: tuple[Keys, ...]
    images: tuple[Keys, ...]
    sentences: tuple[str, ...]
    structures: tuple[str, ...]
    """Headings, lists, quotes and tables."""


@cache
def demo() -> Demo:
    """Read the demonstration, once."""
    moulds = {kind: tuple(_moulds(kind, folder)) for folder, kind in FOLDERS.items()}
    found = [mould for kind in moulds.values() for mould in kind]
    blocks = list(dict.fromkeys(block for mould in found for block in mould.blocks))
    structures = tuple(block for block in blocks if STRUCTURE.match(block))
    sentences = tuple(sentence for block in blocks if not STRUCTURE.match(block) for sentence in _sentences(block))
    region = yaml.load((DEMO / "hub.yml").read_text("utf-8"), yaml.CBaseLoader)["departments"]
    places = tuple(place for mould in found if (place := mould.keys.get("place")) and place.get("postcode", "")[:2] in region)
    images = tuple(mould.keys["image"] for mould in found if "image" in mould.keys)
    return Demo(moulds, places, images, sentences, structures)


def _moulds(kind: str, folder: str) -> Iterator[Mould]:
    """Those of a kind that show it as the public sees it: what was invented to show it, and what is public of the rest."""
    for file in sorted((DEMO / folder).rglob("*.md")):
        header, body = file.read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
        keys: Keys = yaml.load(header, yaml.CBaseLoader)
        if INVENTED in file.parts or (kind != "organisation" and "visibility" not in keys):
            # What a body links to inside the site would not be there.
            blocks = INTERNAL.sub(r"\1", body).strip().split("\n\n")
            yield Mould(kind, file.stem, keys, tuple(block.strip("\n") for block in blocks if not NOT_ALONE.search(block)))


def _sentences(block: str) -> Iterator[str]:
    for sentence in NEXT_SENTENCE.split(" ".join(block.split())):
        whole = sentence.count("*") % 2 == 0 and all(sentence.count(one) == sentence.count(other) for one, other in PAIRS)
        if whole and 20 < len(sentence) < 260:
            yield sentence
