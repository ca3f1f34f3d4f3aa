"""What hosts make of several rules that fit one address, and whether two rules can: what no number of tries could tell."""

from __future__ import annotations

from collections.abc import Sequence

from publishing.headers import Rule

Said = list[tuple[str, str]]
"""Headers, one of which may stand several times."""


def both(rules: Sequence[Rule], path: str) -> Said:
    """What a host says that sends the values of all rules which fit an address."""
    return [header for rule in rules if rule.fits(path) for header in rule.values.items()]


def last(rules: Sequence[Rule], path: str) -> Said:
    """What a host says for which the last rule counts that fits an address."""
    return list(dict(both(rules, path)).items())


ANY, PART = "any", "part"
Step = tuple[str, bool, bool]
"""A class of characters, or one character; whether it may be left out, and whether it may come again."""


def steps(path: str) -> list[Step]:
    """A path as what may come, character by character."""
    found: list[Step] = []
    for part in filter(None, path.lower().split("/")):
        if part == "*":
            found.append((ANY, True, True))  # the bar before it may be missing
        elif part.startswith(":"):
            found += [("/", False, False), (PART, False, True)]
        else:
            found.append(("/", False, False))
            found += [(ANY, True, True) if character == "*" else (character, False, False) for character in part]
    return found if path.endswith("/*") else [*found, ("/", path != "/", False)]


def meet(one: Rule, other: Rule) -> bool:
    """Whether some address fits both, by the widest reading of their paths."""
    left, right = steps(one.path), steps(other.path)
    ahead, seen = [(0, 0)], set()
    while ahead:
        at = i, j = ahead.pop()
        if at in seen:
            continue
        seen.add(at)
        if (i, j) == (len(left), len(right)):
            return True
        if i < len(left) and left[i][1]:
            ahead.append((i + 1, j))
        if j < len(right) and right[j][1]:
            ahead.append((i, j + 1))
        if i < len(left) and j < len(right) and _share(left[i][0], right[j][0]):
            ahead += [(i + 1, j + 1), *([(i, j + 1)] if left[i][2] else []), *([(i + 1, j)] if right[j][2] else [])]
    return False


def _share(one: str, other: str) -> bool:
    if ANY in (one, other):
        return True
    if PART in (one, other):
        return "/" not in (one, other)
    return one == other
