"""What is wrong with the files beside the contributions: too heavy to be fetched, or drawings that would run scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from contributions.library.memory import Memory
from contributions.library.store import Stamp
from contributions.problems.problem import Problem

HEAVIEST = {"images": 5_000_000, "documents": 20_000_000}
"""Bytes, by folder of content/."""
MOST_SVG = 2_000_000
"""Bytes of a drawing that are looked at; a heavier one is refused."""
ACTIVE = re.compile(
    rb"<\s*(?:[\w-]+:)?(?P<tag>script|foreignObject|iframe|embed|object|handler|listener|audio|video)\b"
    rb"|\s(?P<handler>on[a-z]+)\s*="
    rb"|(?P<address>(?:javascript|vbscript)\s*:|data\s*:\s*text/html)"
    rb"|<!(?P<entity>ENTITY)\b"
    rb"|\b(?:href|src)\s*=\s*[\"']\s*(?P<outside>(?:https?:)?//)"
    rb"|(?:@import|url\(\s*[\"']?\s*(?:https?:)?//)(?P<style>)",
    re.IGNORECASE,
)
NAMESPACE = re.compile(rb"\bxmlns(?::[\w-]+)?\s*=\s*(\"[^\"]*\"|'[^']*')")


def media_problems(content: Path, media: Mapping[str, Stamp], memory: Memory | None) -> Iterator[Problem]:
    """Problems of the files of content/images and content/documents, by their stamps; drawings are read once."""
    for path, (size, *_) in media.items():
        most = HEAVIEST[path.split("/", 1)[0]]
        if size > most:
            yield Problem(
                f"{content.name}/{path}",
                1,
                1,
                "E212",
                f"Ce fichier pèse {_megabytes(size)} : {_megabytes(most)} au plus.",
                "Réduisez-le, ou déposez-le ailleurs et donnez son adresse.",
            )
    drawings = {path: now for path, now in media.items() if path.lower().endswith(".svg")}
    found = (
        memory.of("drawings", sorted(drawings.items()), lambda: _drawings(content, drawings)) if memory else _drawings(content, drawings)
    )
    for path, line, column, what in found:
        yield Problem(
            f"{content.name}/{path}",
            line,
            column,
            "E218",
            f"Ce dessin contient {what}, que le site ne publie pas.",
            "Exportez-le à nouveau en « SVG simple », sans script ni lien, ou en PNG.",
        )


def _drawings(content: Path, drawings: Mapping[str, Stamp]) -> list[tuple[str, int, int, str]]:
    return [(path, *found) for path in drawings if (found := active_part(_beginning(content / path)))]


def _beginning(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(MOST_SVG + 1)


def active_part(drawing: bytes) -> tuple[int, int, str] | None:
    """Line and column (from 1) of the first part of an SVG that is more than a drawing, and what it is."""
    if len(drawing) > MOST_SVG:
        return 1, 1, f"plus de {_megabytes(MOST_SVG)} de texte"
    if drawing[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return 1, 1, "un encodage autre que l’UTF-8"
    plain = NAMESPACE.sub(lambda found: b" " * len(found[0]), drawing)
    found = ACTIVE.search(plain)
    if not found:
        return None
    named = next((name for name, text in found.groupdict().items() if text is not None), "")
    before = drawing[: found.start()].decode("utf-8", "replace")
    words = (found[named] or b"").decode("ascii", "replace").strip()
    what = {
        "tag": f"« <{words}> »",
        "handler": f"« {words} »",
        "address": f"« {words} »",
        "entity": "une entité XML",
        "outside": "un lien vers un autre site",
        "style": "un style venu d’un autre site",
    }[named]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1, what


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " Mo"
