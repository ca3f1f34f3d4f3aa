"""A small region that is edited at random: a state of its sources, written to a folder, and the site that a build makes of it."""

from __future__ import annotations

import gzip
import importlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from contributions.models import FOLDERS as KINDS_BY_FOLDER
from contributions.problems.problem import ContentError
from publishing.generator import HubGenerator
from search.index import searching

THEME = Path(__file__).resolve().parent.parent.parent / "themes" / "escale"
EDITED = ("templates/event.html", "templates/components/card.html", "templates/components/site_frame.html", "static/css/print.css")
"""The files of the theme that a state adds to."""
FOLDERS = {kind: folder for folder, kind in KINDS_BY_FOLDER.items()}
PLACE = {"name": "Médiathèque du Moulin", "postcode": "80100", "city": "Abbeville"}
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="400" viewBox="0 0 {0} 400"><rect width="9" height="9"/></svg>\n'
LETTER = """{{"version": 1, "announced": ["article/article-0"], "letter": {{"name": "{0}", "path": "/newsletter/{0}/", "title": "{1}",
 "subject": "{1}", "summary": "{1}", "label": "{1}", "published": "{2}"}}}}
"""
"""The record of a letter that was sent: its week, its title, its Monday."""
NUMBERS = {"organisation": 2, "programme": 2, "exhibition": 2, "page": 1}
"""How many there are of a kind, where they are not four."""
Key = tuple[str, str]


@dataclass
class Sources:
    """What stands in content/, the theme and the calendar: contributions by kind and slug, each with its keys and body."""

    hub: dict[str, Any]
    contributions: dict[Key, dict[str, Any]]
    bodies: dict[Key, str]
    folders: dict[Key, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    theme: dict[str, str] = field(default_factory=dict)
    """Text added to the end of files of the theme."""
    today: str = "2026-11-21"


def register() -> None:
    """Have all plugins declare their pages, as pelican.conf.py does."""
    for name in ("publishing", "hub", "agenda", "catalogue", "directory", "newsletter", "feeds", "search", "opendata", "programmes"):
        importlib.import_module(name).register()


def region() -> Sources:
    """A region with some contributions of each kind, which refer to one another."""
    hub = {
        "name": "Escale",
        "tagline": "Les sciences près de chez vous",
        "url": "https://escale.example",
        "region": {"code": "32", "name": "Hauts-de-France"},
        "departments": {"02": "Aisne", "80": "Somme"},
        "themes": {"astronomie": "Astronomie", "environnement": "Environnement"},
        "audiences": {"famille": "En famille"},
        "editor": {"name": "L’agence", "address": "1 rue du Port", "email": "redaction@escale.example"},
        "host": {"name": "L’hébergeur", "address": "2 rue du Phare"},
        "letters": {"curieux": {"name": "Les curieux", "every": "mois", "sections": [{"title": "À voir"}], "thanks": "partners"}},
    }
    found = Sources(hub, {}, {}, files={"images/ciel.svg": PICTURE.format(600)})
    for kind in FOLDERS:
        for number in range(NUMBERS.get(kind, 4)):
            add(found, kind, number)
    return found


def add(sources: Sources, kind: str, number: int) -> None:
    """One contribution more; the number chooses its days, themes and references."""
    slug = f"{kind}-{number}"
    theme = ("astronomie", "environnement")[number % 2]
    keys: dict[str, Any] = {"title": f"Sujet {number} : {kind}", "summary": f"Le résumé de {slug}."}
    if kind != "page":
        keys["themes"] = [theme]
    if kind not in {"page", "organisation"}:
        keys |= {"date": f"2026-{1 + number % 11:02}-1{number % 9}", "organisation": f"organisation-{number % 2}"}
    own: dict[str, dict[str, Any]] = {
        "event": {
            "category": "atelier",
            "place": PLACE,
            "slots": [{"start": f"2026-{1 + (3 * number) % 12:02}-2{number % 8} 14:00"}],
            "exhibition": f"exhibition-{number % 2}",
            "programmes": [f"programme-{number % 2}"],
        },
        "exhibition": {
            "category": "malle",
            "loans": [{"start": "2026-11-01", "end": "2026-12-10", "state": "confirme", "public_showing": True, "city": "Amiens"}],
        },
        "article": {"category": "portrait", "image": {"src": "images/ciel.svg", "alt": "Le ciel", "credit": "Escale"}},
        "announcement": {"category": "emploi", "expires": f"2026-1{number % 3}-2{number % 9}"},
        "resource": {"category": "document", "url": "https://exemple.fr/fiche"},
        "organisation": {"category": "association", "place": PLACE, "consent": True},
        "programme": {"category": "festival", "coordinator": f"organisation-{number % 2}"},
        "page": {},
    }
    keys |= own[kind]
    sources.contributions[kind, slug] = keys
    sources.bodies[kind, slug] = f"Un texte de {slug}.\n"


@dataclass(frozen=True, slots=True)
class Workplace:
    """A folder with content/, a copy of the theme, and the site built from them, in this process."""

    folder: Path
    search: bool = False
    site: str = "output"

    @property
    def output(self) -> Path:
        """The site."""
        return self.folder / self.site

    @property
    def cache(self) -> Path:
        """What builds keep for the next."""
        return self.folder / f"{self.site}-cache"

    def write(self, sources: Sources) -> None:
        """Bring content/ and the theme to a state; files that are as they must be are not touched."""
        wanted = {f"content/{name}": text for name, text in sources.files.items()}
        wanted["content/hub.yml"] = _yaml(sources.hub)
        for (kind, slug), keys in sources.contributions.items():
            folder = sources.folders.get((kind, slug), "")
            wanted[f"content/{FOLDERS[kind]}/{folder}{slug}.md"] = f"---\n{_yaml(keys)}---\n{sources.bodies[kind, slug]}"
        if not (self.folder / "theme").exists():
            shutil.copytree(THEME, self.folder / "theme")
        for name in EDITED:
            wanted[f"theme/{name}"] = (THEME / name).read_text("utf-8") + sources.theme.get(name, "")
        for file in [*(self.folder / "content").rglob("*")]:
            if file.is_file() and file.relative_to(self.folder).as_posix() not in wanted:
                file.unlink()
        for name, text in wanted.items():
            file = self.folder / name
            if not file.is_file() or file.read_text("utf-8") != text:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")

    def build(self, today: str, jobs: int = 1) -> dict[str, Any] | None:
        """Build; returns the figures, or None where the contributions have errors."""
        from pelican.settings import DEFAULT_CONFIG

        figures: dict[str, Any] = {}
        content, theme = str(self.folder / "content"), str(self.folder / "theme")
        settings = {
            **DEFAULT_CONFIG,
            "THEME": theme,
            "PATH": content,
            "ESCALE_CACHE": str(self.cache),
            "ESCALE_JOBS": jobs,
            "ESCALE_SEARCH": searching() if self.search else None,
            "ESCALE_ON_PUBLISHED": figures.update,
        }
        generator = HubGenerator({}, settings, content, theme, str(self.output))
        with patch.dict(os.environ, {"ESCALE_TODAY": today}):
            try:
                generator.generate_context()
            except ContentError:
                return None
            generator.generate_output(None)
        return figures


def snapshot(output: Path) -> dict[str, bytes]:
    """Every file of a site and its bytes, the search index apart, which Pagefind does not write the same way twice."""
    files = (file for file in sorted(output.rglob("*")) if file.is_file())
    named = ((file.relative_to(output).as_posix(), file) for file in files)
    return {name: file.read_bytes() for name, file in named if not name.startswith("pagefind")}


def indexed(output: Path) -> dict[str, Any]:
    """What the search index says of each page, by the shard's folder and the page's address; its filters in order."""
    found: dict[str, Any] = {}
    for file in output.glob("pagefind*/fragment/*"):
        said = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        filters = {name: sorted(values) for name, values in sorted(said.get("filters", {}).items())}
        found[f"{file.parent.parent.name}{said['url']}"] = {**said, "filters": filters}
    return found


def differences(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    """The names of what is not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _yaml(keys: dict[str, Any]) -> str:
    return yaml.safe_dump(keys, allow_unicode=True, sort_keys=False, width=1000)
