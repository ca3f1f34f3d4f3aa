#!/usr/bin/env python3
"""Build the site as on two machines, cold and warm, and compare every byte: only the search index (folders /pagefind*/) may differ.

    scripts/reproducible.py                       the contributions of this checkout, today
    ESCALE_TODAY=2026-11-21 scripts/reproducible.py --work /tmp/compared

Exit codes: 0 the same everywhere; 1 something differs; 2 a build that failed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from incremental.machines import BuildFailed, compared

HERE = Path(__file__).resolve().parent.parent
SHOWN = 20


def main(arguments: list[str] | None = None) -> int:
    """Compare; returns the exit code."""
    parser = argparse.ArgumentParser(description="Build the site as on two machines, and compare every byte.")
    parser.add_argument("--work", type=Path, metavar="DIR", help="an empty folder to keep the builds in (one that is removed)")
    given = parser.parse_args(arguments).work
    with tempfile.TemporaryDirectory() as empty:
        return _compared((given or Path(empty)).resolve())


def _compared(work: Path) -> int:
    today = os.environ.get("ESCALE_TODAY") or date.today().isoformat()
    wrong = 0
    try:
        for name, files in compared(HERE, work, today):
            wrong += bool(files)
            more = [f"and {len(files) - SHOWN} more"] if len(files) > SHOWN else []
            print(f"{name}: {', '.join([*files[:SHOWN], *more]) or 'the same'}", flush=True)
    except BuildFailed as error:
        print(error, file=sys.stderr)
        return 2
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
