"""Counts that tell of nobody: no cell under three answers is written, nor can one be worked out from those that are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

THRESHOLD = 3


class Counts(NamedTuple):
    """The cells that are written, how many answers others have together (0 where all is written), and the choices in there."""

    kept: list[tuple[str, int]]
    others: int = 0
    merged: tuple[str, ...] = ()


def of_one(cells: Sequence[tuple[str, int]]) -> Counts | None:
    """The cells of a question to which each gave one answer; None where nothing of it can be written.

    Small cells are put together. Their sum is known, for it is what the written ones leave of all: it must not say what each is, so
    the smallest of the other cells goes with them where it would (one cell alone, or all of them of one answer, or all of two).
    """
    if sum(count for _choice, count in cells) < THRESHOLD:
        return None
    together = [cell for cell in cells if 0 < cell[1] < THRESHOLD]
    rest = sorted((cell for cell in cells if cell[1] >= THRESHOLD), key=lambda cell: (cell[1], cell[0]))
    if not together:
        return Counts([cell for cell in cells if cell[1] >= THRESHOLD])
    while _tells(together):
        if not rest:
            return None
        together.append(rest.pop(0))
    if not rest:
        return None
    kept = [cell for cell in cells if cell in rest]
    return Counts(kept, sum(count for _choice, count in together), tuple(choice for choice, _count in together))


def _tells(together: Sequence[tuple[str, int]]) -> bool:
    """Whether the sum of some cells says what each of them is, or is under the threshold itself."""
    total, number = sum(count for _choice, count in together), len(together)
    if number < 2 or total < THRESHOLD:
        return True
    return max(count for _choice, count in together) < THRESHOLD and total in {number, 2 * number}


def of_several(cells: Sequence[tuple[str, int]], answers: int, at_least_one: bool) -> Counts | None:
    """The cells of a question to which each gave several answers, of so many who did; None where nothing can be written.

    A choice that all but one or two made tells of these as well. `at_least_one`: whoever made none is not among the answers; then what
    the written choices leave of all made another one, and of two choices it can be worked out who made both.
    """
    kept = [(choice, count) for choice, count in cells if count >= THRESHOLD and not 0 < answers - count < THRESHOLD]
    hidden = tuple(choice for choice, count in cells if count and (choice, count) not in kept)
    if answers < THRESHOLD or not kept:
        return None
    if at_least_one:
        left = answers - sum(count for _choice, count in kept)
        if (hidden and left > 0) or (len(cells) == 2 and len(kept) == 2 and 0 < -left < THRESHOLD):
            return None
    return Counts(kept, 0, hidden)


class Secret(NamedTuple):
    """Of a question: who made each choice that is hidden, and the sets of which the number is known, or may be."""

    groups: Sequence[frozenset[int]]
    known: Sequence[frozenset[int]]


def betraying(asked: Mapping[str, frozenset[int]], secrets: Mapping[str, Secret]) -> set[str]:
    """The questions whose number of answers gives away a hidden choice of another, by who answered each (positions of the answers).

    « Si oui, pourquoi ? » has 38 answers, its question 40: two said no. So a question is one of these where those who answered it are
    not all of some known sets, but would be with such a group, or without it.
    """
    return {
        name
        for name, answered in asked.items()
        for other, secret in secrets.items()
        for group in secret.groups
        if other != name and _gives_away(answered, group, secret.known)
    }


def _gives_away(answered: frozenset[int], group: frozenset[int], known: Sequence[frozenset[int]]) -> bool:
    if not group or (group & answered and not group <= answered) or _made_of(answered, known):
        return False
    return _made_of(answered ^ group, known)


def _made_of(answered: frozenset[int], known: Sequence[frozenset[int]]) -> bool:
    """Whether some answers are all of known sets, and nobody else's."""
    return answered == frozenset().union(*(one for one in known if one <= answered))
