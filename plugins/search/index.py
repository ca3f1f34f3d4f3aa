"""Index a built site with Pagefind, whose bundle goes to /pagefind/."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pagefind_bin

from search.words import parted

BUNDLE = "pagefind"
INDEXED = "data-pagefind-body"


def index(site: Path) -> None:
    """Run Pagefind on copies of the pages that are to be found. Raises CalledProcessError with what it said."""
    with TemporaryDirectory(prefix="escale-search-") as folder:
        for page in site.rglob("*.html"):
            text = page.read_text("utf-8")
            if INDEXED in text:
                copy = Path(folder) / page.relative_to(site)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_text(parted(text), "utf-8")
        command = [str(pagefind_bin.get_executable()), "--site", folder, "--output-path", str(site / BUNDLE), "--quiet"]
        subprocess.run(command, check=True, capture_output=True, text=True)
