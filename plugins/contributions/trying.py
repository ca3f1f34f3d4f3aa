"""What would be wrong with a contribution that is not there yet: its front matter tried among those that are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from contributions.brief import FOREVER, Origin, brief_of
from contributions.contribution import Contribution, Sums
from contributions.library import Library
from contributions.models import KINDS, Common
from contributions.problems import Finding
from contributions.reading import Direct, placed
from contributions.rules import check
from contributions.validation import validate


def tried(library: Library, content: Path, kind: str, slug: str, values: Mapping[str, Any]) -> list[Finding]:
    """Every finding about front matter as the reader gives it (text, lists, mappings): model, towns, then rules.

    Rules that look at the body see none; towns and rules are asked once the model is content, as in a build.
    """
    meta, findings = validate(KINDS[kind], values, library.hub.vocabularies)
    if meta is None:
        return findings
    whole, elsewhere = placed(meta, library.hub)
    origin = Origin(kind, slug, f"{content.name}/{kind}s/{slug}.md", False)
    brief = brief_of(origin, whole, (), (library.today.toordinal(), FOREVER))
    contribution = Contribution[Common](kind, slug, Sums(b"", b"", b""), Direct(brief, whole, ""))
    return [*elsewhere, *check(library, contribution, content)]
