"""The benchmark of the build: a corpus, edits of it, the peers, measures and tables. `scripts/bench.py` is its command."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "plugins"))
