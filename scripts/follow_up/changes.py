"""What a pull request changes beside contributions, as GitHub says it: whose the verdict is, and who should look at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from follow_up.api import Api
from follow_up.rendering import counted

MOST = 3_000
"""Files of a pull request that GitHub names; it may have more."""
CONTENT = "content/"
SETTINGS = {
    "content/hub.yml": "les réglages du portail (`content/hub.yml`)",
    "netlify.toml": "la construction et la mise en ligne (`netlify.toml`)",
    ".github/": "les contrôles automatiques (`.github/`)",
}
"""A file, or a folder, by which the whole site is made: how it is named to people."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths that a pull request adds, changes, removes or renames, under both names; `all` says whether they are all that there are."""

    paths: frozenset[str]
    all: bool = True

    @property
    def of_code(self) -> bool:
        """Whether it may change what reads it: then its verdict is its own."""
        return not self.all or any(not path.startswith(CONTENT) for path in self.paths)


def changes(api: Api, number: int) -> Changes:
    """The files of a pull request. Raises urllib.error.HTTPError."""
    files = api.pages(f"pulls/{number}/files")
    names = (file.get(name) for file in files for name in ("filename", "previous_filename"))
    return Changes(frozenset(filter(None, names)), len(files) < MOST)


def told(found: Changes) -> str:
    """A paragraph for those who read the comment; empty where only contributions change."""
    settings = [name for start, name in SETTINGS.items() if any(_is_at(path, start) for path in found.paths)]
    code = sum(not path.startswith(CONTENT) and not _any_at(path, SETTINGS) for path in found.paths)
    settings += [counted("{n} autre fichier hors de `content/`", "{n} autres fichiers hors de `content/`", code)] if code else []
    if not found.of_code:
        return f"**Cette demande change {settings[0]}, donc tout le site** : à relire par l’équipe du portail." if settings else ""
    changed = ", ".join(settings) or "plus de fichiers que GitHub n’en nomme"
    return (
        f"**Cette demande ne change pas que des contributions** : {changed}. Elle peut changer le code qui la juge ; ce qui suit est donc"
        " ce qu’elle dit d’elle-même, et ne remplace pas une relecture."
    )


def _any_at(path: str, starts: Iterable[str]) -> bool:
    return any(_is_at(path, start) for start in starts)


def _is_at(path: str, start: str) -> bool:
    return path.startswith(start) if start.endswith("/") else path == start
