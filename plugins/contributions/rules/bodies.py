"""Links and images of a body lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from contributions.contribution import PATHS, Contribution
from contributions.library import Library
from contributions.models import Common
from contributions.problems import Finding
from contributions.vocabulary import nearest

TARGET = re.compile(r'\b(?:href|src)="(/(?!/)[^"]*)"')
KIND_OF = {path: kind for kind, path in PATHS.items()}


def links(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about root-relative addresses that no contribution or file answers."""
    for target in dict.fromkeys(TARGET.findall(contribution.html)):
        path = unquote(urlsplit(target).path)
        if path.startswith(("/images/", "/documents/")):
            if not (content / path.lstrip("/")).is_file():
                yield _broken(contribution, content, target, f"Déposez le fichier : content{path}.", "E206")
            continue
        parts = path.strip("/").split("/")
        kind = KIND_OF.get(parts[0], "page" if len(parts) == 1 else None)
        if kind is None or len(parts) != (1 if kind == "page" else 2):
            continue
        if kind == "page" or library.page(kind, parts[1]) or parts[1] in library.list_pages(kind):
            continue
        near = nearest(parts[1], (c.slug for c in library.published if c.kind == kind))
        yield _broken(contribution, content, target, f"Vouliez-vous dire « /{parts[0]}/{near}/ » ?" if near else "Corrigez l’adresse.", "E208")


def _broken(contribution: Contribution[Common], content: Path, target: str, repair: str, code: str) -> Finding:
    line, column = _where((content.parent / contribution.path).read_text("utf-8-sig"), target)
    return Finding(code, f"L’adresse « {target} » ne mène à rien.", repair, line=line, column=column)


def _where(text: str, target: str) -> tuple[int, int]:
    found = max(text.find(target, text.find("\n---", 3)), 0)
    return text.count("\n", 0, found) + 1, found - (text.rfind("\n", 0, found) + 1) + 1
