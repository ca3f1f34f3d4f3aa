"""What becomes wrong only because time passes: warnings, never errors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contributions.library.library import Library
from contributions.models import Common
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution


def stale(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """A text past its day of review."""
    review_by = contribution.meta.review_by
    if review_by and library.is_past(review_by):
        yield Finding("W601", f"Ce texte était à relire avant le {review_by}.", "Relisez-le, puis changez « review_by ».", ("review_by",))
