"""Whether the libraries of this Python are those that Escale is made for: one that is missing, or another version, explains much."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKED = re.compile(r"^(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[^\s;\\]+)(?P<rest>.*)", re.MULTILINE)
OLDEST = (3, 11)
REPAIR = f"Lancez « make site » dans {ROOT}, qui les installe ; si cela ne suffit pas, effacez d’abord le dossier .venv."
MOST = 3


def too_old() -> str | None:
    """What to say where this Python is too old, or None."""
    if sys.version_info >= OLDEST:
        return None
    return f"Il faut Python 3.11 ou plus récent, et celui-ci est {sys.version.split()[0]} ({sys.executable}).\n{REPAIR}"


def lacking(error: ImportError) -> str | None:
    """What to say of a library that cannot be imported, or None where it is a module of ours."""
    name = str(error.name or "").partition(".")[0]
    if any((ROOT / folder / f"{name}{ending}").exists() for folder in ("plugins", "scripts") for ending in ("", ".py") if name):
        return None
    which = f" « {name} »" if name else ""
    return f"La bibliothèque{which} manque à ce Python, ou n’y va pas ({sys.executable}).\n{REPAIR}"


def unlike() -> str | None:
    """What to say where some libraries are others than those of requirements.txt, or None."""
    others = [f"{name} {there or 'absente'} au lieu de {version}" for name, version in _locked() if (there := _installed(name)) != version]
    if not others:
        return None
    more = " …" if len(others) > MOST else ""
    return f"Des bibliothèques ne sont pas celles qu’il faut, ce qui peut en être la cause : {', '.join(others[:MOST])}{more}. {REPAIR}"


def _locked() -> list[tuple[str, str]]:
    try:
        lines = (ROOT / "requirements.txt").read_text("utf-8")
    except OSError:
        return []
    return [(found["name"], found["version"]) for found in LOCKED.finditer(lines) if ";" not in found["rest"]]


def _installed(name: str) -> str | None:
    from importlib import metadata  # dear, and most commands end well

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
