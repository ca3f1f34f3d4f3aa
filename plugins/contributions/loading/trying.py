"""What would be wrong with a contribution that is not there yet: its front matter tried among those that are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from contributions.judging.validation import validate
from contributions.library.library import Library
from contributions.models import KINDS
from contributions.problems.problem import Finding
from contributions.reading.reader import Read
from contributions.reading.reading import beside
from contributions.rules import check


def tried(library: Library, content: Path, kind: str, slug: str, values: Mapping[str, Any]) -> list[Finding]:
    """Every finding about front matter as the reader gives it (text, lists, mappings): model, towns, then rules.

    Rules that look at the body see none; towns and rules are asked once the model is content, as in a build.
    """
    meta, findings = validate(KINDS[kind], values, library.hub.vocabularies)
    path = f"{content.name}/{kind}s/{slug}.md"
    return findings if meta is None else among_the_others(library, content, Read(path, meta, kind=kind))


def among_the_others(library: Library, content: Path, read: Read) -> list[Finding]:
    """What towns and rules say of values that the library does not hold."""
    contribution, findings = beside(read, library.hub, library.values_of_event)
    return [*findings, *check(library, contribution, content)]
