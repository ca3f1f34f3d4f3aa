"""Lines of which only who knows the names of keys can say what they are: two keys in one, a key without colon, keys below a header."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from contributions.problems.problem import Finding, Fix, Problem
from contributions.proofreading.findings import without_code
from contributions.source.keyless import NO_COLON, guessed
from contributions.source.matter import FrontMatter

CUT_SHORT = "E022"
FENCE = "---"
KEY = re.compile(r"([a-z_]{2,}):(?: |$)")
SHAPES = frozenset({"E104", "E105", "E106"})
"""That a value is a text, a list or a group in the place of another."""
WITHIN = re.compile(r"\s([a-z_]{3,}): ")
"""What may be a key behind the value of another."""


def below(matter: FrontMatter, keys: Collection[str]) -> list[str]:
    """The lines of a header that stand below its end, for a fence too many cut it short; none where they may be a text.

    Up to another fence, all of them look as lines of headers do, and one has a key; without one, the first two have.
    """
    lines = matter.body.split("\n")
    written = [line.rstrip() for line in lines if line.strip()]
    if FENCE in written:
        inside = written[: written.index(FENCE)]
        alike = all(KEY.match(line) or line.startswith((" ", "- ")) for line in inside)
        return lines[: [line.rstrip() for line in lines].index(FENCE)] if alike and _known(inside, keys) else []
    return written[:2] if len(_known(written[:2], keys)) == 2 else []


def _known(lines: Iterable[str], keys: Collection[str]) -> list[str]:
    return [found[1] for line in lines if (found := KEY.match(line)) and found[1] in keys]


def cut_short(matter: FrontMatter, keys: Collection[str]) -> Iterator[Finding]:
    """That a fence stands in the middle of a header: what is below it would be published as text."""
    lines = below(matter, keys)
    if lines:
        key = _known(lines, keys)[0]
        message = f"Ce « {FENCE} » ferme l’en-tête : « {key}: », écrit dessous, ne serait pas lu."
        again = FENCE in (line.rstrip() for line in matter.body.split("\n"))
        repair = "Effacez cette ligne." if again else "Remettez-le au-dessus, sous la dernière clé."
        fix = Fix("", FENCE, 1) if again else None
        yield Finding(CUT_SHORT, message, repair, line=matter.body_line - 1, column=1, fix=fix)


def second_header(matter: FrontMatter, keys: Collection[str]) -> Iterator[Finding]:
    """That a whole header stands in the text: a fence, lines of headers of which one has a key, another fence.

    Nothing is repaired: whether it is a contribution of its own, or left over, its author knows.
    """
    lines = [line.rstrip() for line in without_code(matter.body).split("\n")]
    fences = [number for number, line in enumerate(lines) if line == FENCE]
    for start, end in pairwise(fences):
        inside = [line for line in lines[start + 1 : end] if line]
        known = _known(inside, keys)
        together = bool(lines[start + 1]) or len(known) > 1
        if known and together and all(KEY.match(line) or line.startswith((" ", "- ", "#")) for line in inside):
            message = f"Un second en-tête commence ici : « {known[0]}: » serait publié comme du texte."
            repair = "Déposez cette autre contribution dans un fichier à elle, ou effacez-la."
            yield Finding(CUT_SHORT, message, repair, line=matter.body_line + start, column=1)
            return


def by_keys(matter: FrontMatter, keys: Collection[str]) -> Iterator[Finding]:
    """The findings about the text of a header, in the light of the names that its keys may have."""
    yield from cut_short(matter, keys) if below(matter, keys) else second_header(matter, keys)
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


def without_echoes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems but those that say again, of the value, that its line could not be read."""
    found = tuple(problems)
    unread = {(problem.line, problem.column) for problem in found if problem.code == "E004"}
    return tuple(problem for problem in found if problem.code not in SHAPES or (problem.line, problem.column) not in unread)
