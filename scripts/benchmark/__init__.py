"""The benchmark of the build: a corpus, edits of it, the peers, measures and tables. `scripts/bench.py` is its command."""
