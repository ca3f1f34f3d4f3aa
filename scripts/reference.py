#!/usr/bin/env python3
"""Write what derives from the models for those who edit files: schemas/KIND.json, and the reference of keys in CONTRIBUTING.md.

Exit codes: 0 written; 1 hub.yml has errors. The test suite fails where these files are stale.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from contribute.markdown import advice, all_keys, filled
from contribute.schemas import text
from contributions.loading.loading import read_hub
from contributions.models import KINDS
from contributions.region.hub import Hub

ROOT = Path(__file__).resolve().parent.parent
GUIDE = "CONTRIBUTING.md"


def files(hub: Hub) -> Mapping[str, str]:
    """Path in the repository → what should stand there."""
    guide = (ROOT / GUIDE).read_text("utf-8")
    schemas = {f"schemas/{kind}.json": text(kind, hub) for kind in KINDS}
    return {**schemas, GUIDE: filled(filled(guide, "advice", advice()), "reference", all_keys(hub))}


def main() -> int:
    """Write them all; returns the exit code."""
    hub, problems = read_hub(ROOT / "content")
    if hub is None:
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    for path, wanted in files(hub).items():
        file = ROOT / path
        file.parent.mkdir(exist_ok=True)
        if not file.is_file() or file.read_text("utf-8") != wanted:
            file.write_text(wanted, "utf-8")
            print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
