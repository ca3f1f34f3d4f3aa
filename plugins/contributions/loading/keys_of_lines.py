"""Lines of a header of which only those who know the names of keys can say what they are: two keys in one, or a key without its colon."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from contributions.problems.problem import Finding, Fix
from contributions.source.header import FrontMatter
from contributions.source.keyless import NO_COLON, guessed

WITHIN = re.compile(r"\s([a-z_]{3,}): ")
"""What may be a key behind the value of another."""


def by_keys(matter: FrontMatter, keys: Collection[str]) -> Iterator[Finding]:
    """The findings about the text of a header, in the light of the names that its keys may have."""
    lines = {mend.line: mend.old.strip().removeprefix("- ") for mend in matter.mends}
    for finding in matter.findings:
        if finding.code != "E004":
            yield finding
        elif isinstance(finding.fix, Fix):
            yield _in_doubt(finding, finding.fix, keys)
        else:
            yield _with_a_colon(finding, lines.get(finding.line, ""), keys)


def _in_doubt(finding: Finding, fix: Fix, keys: Collection[str]) -> Finding:
    """Where a line to be quoted may hold two keys, both ways to write it, and no repair: a text may have a key's name before a colon."""
    name, _colon, value = fix.old.partition(": ")
    first = value.partition(": ")
    if first[1] and first[0] in keys:
        name = name.strip().removeprefix("- ")
        repair = f"Un groupe commence à la ligne. Écrivez « {name}: » puis, en dessous et décalé de deux espaces, « {value} »."
        return replace(finding, repair=repair, fix=None)
    behind = WITHIN.findall(value)
    key = next((name for name in behind if name in keys), None)
    if key is None:
        return finding
    other = finding.repair[0].lower() + finding.repair[1:]
    return replace(finding, repair=f"Si « {key}: » est une autre clé, passez à la ligne avant elle. Sinon : {other}", fix=None)


def _with_a_colon(finding: Finding, words: str, keys: Collection[str]) -> Finding:
    """Where a line begins with the name of a key, the line to write."""
    better = guessed(words)
    if better.partition(":")[0] not in keys or not finding.repair.startswith(NO_COLON[:-1]):
        return finding
    return replace(finding, repair=f"{NO_COLON} Écrivez « {better} ».")
