"""Where a build may write: an output that is a site or nothing, a cache that is a cache or nothing, and neither among the contributions."""

from __future__ import annotations

from pathlib import Path

from endings.failure import Failure
from publishing.engine.lock import LOCK

MARKS = ("index.html", "sitemap.xml")
"""What a folder must hold to be taken for a site of ours, which may be replaced."""
INDEX = "contributions/index"
"""A file of a cache that was used without a lock."""
TOOLS = {"bench", "fuzz", "imports", "pip-tools"}
"""What the commands of developers keep in .cache/, maybe before any build."""


class UnsafeOutput(Failure):
    """Publishing there would destroy something that no build made."""


class UnsafeCache(Failure):
    """Keeping there what was found out would mingle it with something else, or destroy that."""


def check_places(content: Path, cache: Path, output: Path) -> None:
    """Raise UnsafeOutput or UnsafeCache where a build would mingle or destroy something; nothing is written yet."""
    for folder in (content, cache):
        if _overlap(output, folder):
            raise UnsafeOutput(f"« {output} » et « {folder} » se recouvrent : choisissez un autre dossier de sortie.")
    check_output(output)
    check_cache(cache, content)


def check_output(output: Path) -> None:
    """Raise UnsafeOutput where there is something else than a site."""
    if output.exists() and not output.is_dir():
        raise UnsafeOutput(f"« {output} » n’est pas un dossier : choisissez-en un autre pour y publier le site.")
    if output.exists() and any(output.iterdir()) and not _is_site(output):
        raise UnsafeOutput(f"« {output} » n’est pas un site publié par Escale : videz-le, ou choisissez un autre dossier de sortie.")


def check_cache(cache: Path, content: Path) -> None:
    """Raise UnsafeCache where the cache would mingle with the contributions, or with what is somebody else's."""
    if _overlap(cache, content):
        raise UnsafeCache(f"« {cache} » et « {content} » se recouvrent : choisissez un autre dossier pour le cache.")
    if cache.exists() and not cache.is_dir():
        raise UnsafeCache(f"« {cache} » n’est pas un dossier : choisissez-en un autre pour le cache.")
    if (cache / LOCK).is_dir():
        raise UnsafeCache(f"« {cache / LOCK} » est un dossier qui n’est pas du cache : effacez-le, ou choisissez un autre cache.")
    if not cache.exists() or (cache / LOCK).is_file() or (cache / INDEX).is_file():
        return
    if any(not entry.name.startswith(".") and entry.name not in TOOLS for entry in cache.iterdir()):
        raise UnsafeCache(f"« {cache} » n’est pas un cache d’Escale : videz-le, ou choisissez un autre dossier pour le cache.")


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _is_site(folder: Path) -> bool:
    return all((folder / mark).is_file() for mark in MARKS)
