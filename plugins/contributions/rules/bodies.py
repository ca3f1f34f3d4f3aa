"""Links and images of a body lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from contributions.contribution import PATHS, Contribution
from contributions.library import Library
from contributions.models import Common
from contributions.models.page import SITE_PAGES
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
        slug = parts[-1]
        if library.page(kind, slug) or (slug in SITE_PAGES | {""} if kind == "page" else slug in library.list_pages(kind)):
            continue
        others = [c for c in library.published if c.kind == kind]
        near = nearest(slug, (c.slug for c in others))
        repair = f"Vouliez-vous dire « {next(c.url for c in others if c.slug == near)} » ?" if near else "Corrigez l’adresse."
        yield _broken(contribution, content, target, repair, "E208")


def _broken(contribution: Contribution[Common], content: Path, target: str, repair: str, code: str) -> Finding:
    line, column = _where((content.parent / contribution.path).read_text("utf-8-sig"), target)
    return Finding(code, f"L’adresse « {target} » ne mène à rien.", repair, line=line, column=column)


def _where(text: str, target: str) -> tuple[int, int]:
    found = max(text.find(target, text.find("\n---", 3)), 0)
    return text.count("\n", 0, found) + 1, found - (text.rfind("\n", 0, found) + 1) + 1
