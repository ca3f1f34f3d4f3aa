"""Small contributions to build with, and what a build gave. A tree is a mapping of paths below content/ to text or bytes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup

from contributions.library.library import Library
from contributions.loading.loading import Loaded, load, read_hub
from contributions.models import FOLDERS
from contributions.region.hub import Hub
from incremental.region import register
from publishing.capabilities import declared
from publishing.page import Declared, Planned
from theming import with_theme

REPOSITORY = Path(__file__).resolve().parent.parent
THEME = REPOSITORY / "themes" / "escale"
TODAY = date(2026, 11, 21)
"""A Saturday."""
ORIGIN = "https://escale.example"

Tree = Mapping[str, str | bytes]

KIND_FOLDERS = {kind: folder for folder, kind in FOLDERS.items()}
PLACE = {"name": "Médiathèque du Moulin", "address": "12 rue des Tanneurs", "postcode": "80100", "city": "Abbeville"}
PUBLISHER = {"name": "La Maison des étoiles"}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000030000000208020000001216f14d000000154944"
    "415478da633c51a1c1c0c0c0c0c0c0c40003001a2c016ca66af8960000000049454e44ae426082"
)
"""Three pixels by two."""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 600 400"><rect width="600" height="400"/></svg>\n'

HUB: dict[str, Any] = {
    "name": "Escale",
    "tagline": "Les sciences près de chez vous",
    "url": ORIGIN,
    "region": {"code": "32", "name": "Hauts-de-France"},
    "departments": {"02": "Aisne", "59": "Nord", "60": "Oise", "62": "Pas-de-Calais", "80": "Somme"},
    "themes": {"astronomie": "Astronomie", "sciences-de-la-terre": "Sciences de la Terre", "sciences-et-societe": "Sciences et société"},
    "audiences": {"tout-public": "Tout public", "famille": "En famille", "professionnels": "Professionnels"},
    "editor": {"name": "L’agence", "address": "1 rue du Port, 80000 Amiens", "email": "redaction@escale.example"},
    "host": {"name": "L’hébergeur", "address": "2 rue du Phare, 62200 Boulogne-sur-Mer"},
}


def hub(**keys: Any) -> dict[str, str | bytes]:
    """A valid hub.yml; a key given as None is left out."""
    return {"hub.yml": _yaml({**HUB, **keys})}


def contribution(kind: str, slug: str, keys: Mapping[str, Any], body: str = "Un texte.\n", folder: str = "") -> dict[str, str | bytes]:
    """One file of a kind; a key given as None is left out. `folder` is a sub-folder of the kind's own."""
    path = "/".join(part for part in (KIND_FOLDERS[kind], folder, f"{slug}.md") if part)
    return {path: f"---\n{_yaml(keys)}---\n{body}"}


def event(slug: str, *, body: str = "Un texte.\n", folder: str = "", **keys: Any) -> dict[str, str | bytes]:
    """An event of Saturday 28 November 2026, 14:00–16:00, in Abbeville."""
    slots = None if "recurrence" in keys else [{"start": "2026-11-28 14:00", "end": "2026-11-28 16:00"}]
    default = {"category": "atelier", "slots": slots, "place": PLACE, "publisher": PUBLISHER}
    return contribution("event", slug, _common(slug) | default | keys, body, folder)


def exhibition(slug: str, *, body: str = "Un texte.\n", folder: str = "", **keys: Any) -> dict[str, str | bytes]:
    """A tool without loans."""
    return contribution("exhibition", slug, _common(slug) | {"category": "malle", "publisher": PUBLISHER} | keys, body, folder)


def article(slug: str, *, body: str = "Un texte.\n", folder: str = "", **keys: Any) -> dict[str, str | bytes]:
    """An article of 1 November 2026."""
    return contribution("article", slug, _common(slug) | {"category": "portrait", "publisher": PUBLISHER} | keys, body, folder)


def announcement(slug: str, *, body: str = "Un texte.\n", folder: str = "", **keys: Any) -> dict[str, str | bytes]:
    """A call that is open until the end of 2026."""
    default = {"category": "appel-a-participation", "expires": "2026-12-31", "publisher": PUBLISHER}
    return contribution("announcement", slug, _common(slug) | default | keys, body, folder)


def resource(slug: str, *, body: str = "Un texte.\n", folder: str = "", **keys: Any) -> dict[str, str | bytes]:
    """A document elsewhere on the web."""
    default = {"category": "document", "url": "https://exemple.fr/fiche", "publisher": PUBLISHER}
    return contribution("resource", slug, _common(slug) | default | keys, body, folder)


def programme(slug: str, *, body: str = "Un texte.\n", folder: str = "", **keys: Any) -> dict[str, str | bytes]:
    """A festival without dates of its own."""
    return contribution("programme", slug, _common(slug) | {"category": "festival", "publisher": PUBLISHER} | keys, body, folder)


def organisation(slug: str, *, body: str = "Un texte.\n", folder: str = "", **keys: Any) -> dict[str, str | bytes]:
    """An association of Abbeville that agreed to stand in the directory."""
    default = {"category": "association", "date": None, "place": PLACE, "consent": True}
    return contribution("organisation", slug, _common(slug) | default | keys, body, folder)


def page(slug: str, *, body: str = "Un texte.\n", folder: str = "", **keys: Any) -> dict[str, str | bytes]:
    """A page that stands alone."""
    return contribution("page", slug, _common(slug) | {"date": None, "themes": None} | keys, body, folder)


def one_of_each() -> dict[str, str | bytes]:
    """A contribution of each kind, which refer to one another; each has its kind's name in its title."""
    own: dict[str, Any] = {"organisation": "musee-du-ciel", "publisher": None}
    return (
        organisation("musee-du-ciel", title="Organisation du ciel", lends=True, email="bonjour@musee.example")
        | event("nuit-noire", title="Event de la nuit", programmes=["mois-du-ciel"], exhibition="malle-etoiles", **own)
        | exhibition(
            "malle-etoiles",
            title="Exhibition des étoiles",
            loans=[loan("2026-12-01", "2026-12-20", public_showing=True, city="Amiens")],
            **own,
        )
        | article(
            "portrait-d-astronome",
            title="Article de l’astronome",
            image={"src": "images/ciel.svg", "alt": "Le ciel", "credit": "Escale"},
            **own,
        )
        | announcement("appel-du-ciel", title="Announcement du ciel", **own)
        | resource("carte-du-ciel", title="Resource du ciel", **own)
        | programme("mois-du-ciel", title="Programme du ciel", start="2026-11-01", end="2026-11-30", coordinator="musee-du-ciel", **own)
        | page("a-propos", title="Page à propos")
        | {"images/ciel.svg": SVG}
    )


def loan(start: str, end: str, state: str = "confirme", **keys: Any) -> dict[str, Any]:
    """A loan of a tool, both days included."""
    return {"start": start, "end": end, "state": state, **keys}


def _common(slug: str) -> dict[str, Any]:
    title = f"Sujet {slug.replace('-', ' ')}"
    return {"title": title, "summary": f"Le résumé de « {title} ».", "date": "2026-11-01", "themes": ["astronomie"]}


def _yaml(keys: Mapping[str, Any]) -> str:
    return yaml.safe_dump({key: value for key, value in keys.items() if value is not None}, allow_unicode=True, sort_keys=False, width=1000)


def write(folder: Path, tree: Tree) -> Path:
    """Write a tree below `folder`/content, with a valid hub.yml unless it has its own; returns that folder."""
    content = folder / "content"
    for path, text in ({**hub(), **tree}).items():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content


def read(content: Path, today: date = TODAY, *, drafts: bool = False) -> Loaded:
    """Read a content folder in this process."""
    return load(content, today, drafts=drafts)


def read_library(content: Path, today: date = TODAY, *, drafts: bool = False) -> Library:
    """The library of a content folder that must have no errors."""
    loaded = read(content, today, drafts=drafts)
    errors = [str(problem) for problem in loaded.problems if problem.severity == "error"]
    assert not errors, errors
    assert loaded.library is not None
    return loaded.library


def codes_of_the_source() -> set[str]:
    """Every problem code that the source can give; what explains them is no source."""
    files = (file for file in (REPOSITORY / "plugins" / "contributions").rglob("*.py") if file.name != "codes.py")
    return set(re.findall(r"\b[EW]\d{3}\b", "\n".join(file.read_text("utf-8") for file in files)))


def demo_hub() -> Hub:
    """The region of content/hub.yml."""
    found, problems = read_hub(REPOSITORY / "content")
    assert found is not None, problems
    return found


@dataclass(frozen=True)
class Built:
    """What a build left: exit code, what it said, and the site's folder."""

    code: int
    stdout: str
    stderr: str
    output: Path
    content: Path

    def read(self, path: str) -> str:
        """The text of a file of the site, by its URL path."""
        return self.file(path).read_text("utf-8")

    def file(self, path: str) -> Path:
        """The file behind a URL path; a folder's is its index.html."""
        return self.output / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))

    def has(self, path: str) -> bool:
        """Whether the site has something at a URL path."""
        return self.file(path).is_file()

    def page(self, url: str) -> BeautifulSoup:
        """A page of the site, parsed."""
        return BeautifulSoup(self.read(url), "html.parser")

    def text(self, url: str) -> str:
        """The words of a page's main part, on one line, with plain spaces."""
        main = self.page(url).find("main")
        assert main is not None, f"{url} has no main element"
        return " ".join(main.get_text(" ").split())

    def json(self, path: str) -> Any:
        """A JSON file of the site."""
        return json.loads(self.read(path))

    def csv(self, path: str) -> list[dict[str, str]]:
        """A CSV file of the site, as rows by column."""
        return list(csv.DictReader(io.StringIO(self.read(path).removeprefix("\ufeff"))))

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """URL paths of all its HTML pages; a mail is none."""
        found = (file.relative_to(self.output).as_posix() for file in self.output.rglob("*.html") if file.name != "mail.html")
        return tuple(sorted("/" + path.removesuffix("index.html") for path in found))

    def snapshot(self) -> dict[str, bytes]:
        """Every file and its bytes, what belongs to a search index apart."""
        files = (file for file in self.output.rglob("*") if file.is_file())
        named = ((file.relative_to(self.output).as_posix(), file) for file in files)
        return {name: file.read_bytes() for name, file in sorted(named) if not name.startswith(("pagefind", "recherche/mots.txt"))}


def environment(**extra: str) -> dict[str, str]:
    """The environment of a build: this one without what steers a build, and a fixed today."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ESCALE_") and name != "CONTEXT"}
    return {**kept, "ESCALE_TODAY": TODAY.isoformat(), "PYTHONDONTWRITEBYTECODE": "1", **extra}


def build(
    content: Path, place: Path, *options: str, search: bool = False, repository: Path = REPOSITORY, env: Mapping[str, str] | None = None
) -> Built:
    """Run scripts/build.py on a content folder, into `place`/output with a cache of its own."""
    output = place / "output"
    command = [sys.executable, str(repository / "scripts" / "build.py"), "--content", str(content), "--output", str(output)]
    command += ["--cache", str(place / "cache"), *([] if search else ["--no-search"]), *options]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(**(env or {})), cwd=place)
    return Built(done.returncode, done.stdout, done.stderr, output, content)


def pelican(content: Path, place: Path, *, repository: Path = REPOSITORY, env: Mapping[str, str] | None = None) -> Built:
    """Run Pelican's own command on a content folder, steered by the environment as a host would."""
    output = place / "output"
    folders = {"ESCALE_CONTENT": str(content), "ESCALE_OUTPUT": str(output), "ESCALE_CACHE": str(place / "cache")}
    command = [sys.executable, "-m", "pelican", "-s", str(repository / "pelican.conf.py")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(**folders, **(env or {})), cwd=place)
    return Built(done.returncode, done.stdout, done.stderr, output, content)


def made(library: Library) -> Iterator[Declared]:
    """Everything that the capabilities declare, each page and document made."""
    register()
    with_theme(library.hub)
    return (item.make() if isinstance(item, Planned) else item for item in declared(library))
