"""Index a built site with Pagefind, whose bundle goes to /pagefind/."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pagefind_bin

BUNDLE = "pagefind"


def index(site: Path) -> None:
    """Run Pagefind on a folder. Raises CalledProcessError with what it said."""
    command = [str(pagefind_bin.get_executable()), "--site", str(site), "--output-subdir", BUNDLE, "--quiet"]
    subprocess.run(command, check=True, capture_output=True, text=True)
