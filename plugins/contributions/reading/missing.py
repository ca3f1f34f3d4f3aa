"""What a file lacks: told once a group, and not of what may stand on a line that nobody could read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from contributions.problems.order import IN_THE_WAY, MISSING
from contributions.problems.problem import Finding, Location
from contributions.source.matter import FrontMatter

GUESSED = {"E002", "E003"}
"""Where the header's end is a guess, anything may be behind it."""
FIRST_WORD = re.compile(r"[\s\-\"'{\[<]*([A-Za-z_][\w-]*)")
"""The first word of a line: a key, however it is set in or written."""
BEFORE_A_COLON = re.compile(r"([a-z_]+):")
NAMED = re.compile(r"« (\w+) »")
SENTENCE = "Il manque "
"""How the message of a missing key begins; other codes of the kind are about keys that are there."""
NUMBERS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
"""From 2 on."""


def told_once(findings: Iterable[Finding], matter: FrontMatter, below: Sequence[str] = ()) -> list[Finding]:
    """The findings about values, those of missing keys together, a finding a group of keys; `below` are lines that a fence cut off."""
    return together(_unhidden(findings, matter, below))


def _unhidden(findings: Iterable[Finding], matter: FrontMatter, below: Sequence[str]) -> Iterator[Finding]:
    """Findings but those of missing keys that may be there, and were read as something else: what is in the way is told."""
    in_the_way = {finding.code for finding in matter.findings} & IN_THE_WAY
    if not in_the_way and not below:
        yield from findings
        return
    lines = [*matter.yaml_text.split("\n"), *below, *(mend.old for mend in matter.mends)]
    begun = {found[1] for line in lines if (found := FIRST_WORD.match(line))}
    begun.update(key for mend in matter.mends for key in BEFORE_A_COLON.findall(mend.old))
    for finding in findings:
        hidden = in_the_way & GUESSED or not begun.isdisjoint(NAMED.findall(finding.message))
        if finding.code != MISSING or not hidden:
            yield finding


def together(findings: Iterable[Finding]) -> list[Finding]:
    """All findings, where one stands for all that a group of keys lacks; it takes the place of the first."""
    found: list[Finding] = []
    lacking: dict[Location, list[Finding]] = {}
    for finding in findings:
        if finding.code == MISSING and finding.message.startswith(SENTENCE):
            lacking.setdefault(finding.location[:-1], []).append(finding)
        else:
            found.append(finding)
    return [*found, *(_one(group, missing) for group, missing in lacking.items())]


def _one(group: Location, missing: list[Finding]) -> Finding:
    """One finding for several: the keys that must be there by themselves in a row, the others by their sentences."""
    keys, others = [one for one in missing if one.line_to_add], [one for one in missing if not one.line_to_add]
    if len(keys) < 2:
        told = [*keys, *others]
        return replace(told[0], message=" ".join(one.message for one in told), repair=" ".join(one.repair for one in told))
    number = NUMBERS[len(keys) - 2] if len(keys) - 2 < len(NUMBERS) else str(len(keys))
    inside = f" sous « {group[-1]} »" if group and isinstance(group[-1], str) else " à cette entrée" if group else ""
    message = f"Il manque {number} clés obligatoires{inside} : {_row([str(one.location[-1]) for one in keys])}."
    repair = f"Ajoutez ces lignes, avec vos mots : {_row([f'« {one.line_to_add} »' for one in keys])}."
    return replace(
        keys[0],
        message=" ".join([message, *(one.message for one in others)]),
        repair=" ".join([repair, *(one.repair for one in others)]),
    )


def _row(words: list[str]) -> str:
    """« a, b et c »."""
    return f"{', '.join(words[:-1])} et {words[-1]}"
