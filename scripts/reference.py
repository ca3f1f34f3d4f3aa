#!/usr/bin/env python3
"""Write what derives from the models for those who edit files: schemas/KIND.json, and the reference of keys in CONTRIBUTING.md.

Exit codes: 0 written; 1 hub.yml has errors; 2 anything else. The test suite fails where these files are stale.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from usage import HERE, Parser

with loading():
    from contribute.markdown import advice, all_keys, filled
    from contribute.schemas import text
    from contributions.loading.loading import read_hub
    from contributions.models import KINDS
    from contributions.region.hub import Hub

GUIDE = "CONTRIBUTING.md"


def files(hub: Hub) -> Mapping[str, str]:
    """Path in the repository → what should stand there."""
    guide = (HERE / GUIDE).read_text("utf-8")
    schemas = {f"schemas/{kind}.json": text(kind, hub) for kind in KINDS}
    return {**schemas, GUIDE: filled(filled(guide, "advice", advice()), "reference", all_keys(hub))}


@command
def main(arguments: list[str] | None = None) -> int:
    """Write them all; returns the exit code."""
    Parser("Récrit les schémas et la référence des clés d’après les modèles.").parse_args(arguments)
    hub, problems = read_hub(HERE / "content")
    if hub is None:
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    for path, wanted in files(hub).items():
        file = HERE / path
        file.parent.mkdir(exist_ok=True)
        if not file.is_file() or file.read_text("utf-8") != wanted:
            file.write_text(wanted, "utf-8")
            print(path)
    return 0


if __name__ == "__main__":
    run(main)
