"""What is broken: the contributions of the repository, those of the demonstration and those of its tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from contributions.models import FOLDERS
from fuzzing.promised.trying import Ground

REPOSITORY = Path(__file__).resolve().parents[2]


@cache
def sources() -> tuple[tuple[str, str], ...]:
    """Paths below content/, and texts."""
    roots = REPOSITORY / "content", REPOSITORY / "tests" / "golden" / "content"
    files = ((file.relative_to(root), file) for root in roots for file in root.rglob("*.md"))
    return tuple(sorted((name.as_posix(), file.read_text("utf-8")) for name, file in files if name.parts[0] in FOLDERS))


def ground(folder: Path) -> Ground:
    """A place to try things in, in the demonstration's region."""
    return Ground(folder, (REPOSITORY / "content" / "hub.yml").read_bytes())
