"""What is broken: the contributions of the repository, those of the demonstration and those of its tests."""

from __future__ import annotations

from pathlib import Path

from contributions.models import FOLDERS

REPOSITORY = Path(__file__).resolve().parents[2]


def sources() -> list[tuple[str, str]]:
    """Paths below content/, and texts."""
    roots = REPOSITORY / "content", REPOSITORY / "tests" / "golden" / "content"
    files = ((file.relative_to(root), file) for root in roots for file in root.rglob("*.md"))
    return sorted((name.as_posix(), file.read_text("utf-8")) for name, file in files if name.parts[0] in FOLDERS)


def region(folder: Path) -> Path:
    """An empty content folder of the demonstration's region."""
    content = folder / "content"
    content.mkdir()
    (content / "hub.yml").write_bytes((REPOSITORY / "content" / "hub.yml").read_bytes())
    return content
