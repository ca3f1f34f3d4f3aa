"""Tables as columns of JSON, in few bytes.

A column is a list of its values; or `lists`, what each of its names may be, the most frequent first, and which of it stands in each row
(`at`); or, of whole numbers, the least of them (`least`) and how much more stands in each row (`at`).

Columns of few values share one: its key has their names, parted by blanks, and a number in `at` tells them to a mixed base, that of the
first name by its last digit. `at` is made of planes: the first digits of all rows to the base of 91, one character each, then the second
ones, and so on. Digits are the characters from « # » on.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from math import prod
from typing import Any

DIGITS = "".join(map(chr, range(ord("#"), ord("~"))))


def columns(rows: Sequence[Mapping[str, Any]], plain: Collection[str] = ()) -> dict[str, Any]:
    """Rows that have the same keys, as columns by their keys; `plain` names those whose values hardly come again, and are no numbers."""
    found = {key: [row[key] for row in rows] for key in (rows[0] if rows else ())}
    few = {key: _Ranks(values) for key, values in found.items() if key not in plain and not _are_numbers(values)}
    alone = {key: values if key in plain else column(values) for key, values in found.items() if key not in few}
    return {" ".join(names): _ranked([few[name] for name in names]) for names in _packed(few)} | alone


def column(values: Sequence[Any]) -> dict[str, Any]:
    """One column of values that come again, or of numbers."""
    if _are_numbers(values):
        least = min(values)
        return {"least": least, "at": _planes([number - least for number in values])}
    return _ranked([_Ranks(values)])


def planes(numbers: Sequence[int], count: int) -> list[str]:
    """Numbers from 0 on as so many planes of digits."""
    base = len(DIGITS)
    return ["".join(DIGITS[number // base**power % base] for number in numbers) for power in reversed(range(count))]


class _Ranks:
    """What the values of a column may be, the most frequent first, and which of it each row has."""

    def __init__(self, values: Sequence[Any]) -> None:
        written = [json.dumps(value, ensure_ascii=False) for value in values]
        order = [text for text, _count in Counter(written).most_common()]
        place = {text: at for at, text in enumerate(order)}
        self.list = [json.loads(text) for text in order]
        self.at = [place[text] for text in written]


def _packed(ranks: Mapping[str, _Ranks]) -> list[list[str]]:
    """The names of columns that share one: as many as one digit tells, those of many values first."""
    groups: list[list[str]] = []
    for name in sorted(ranks, key=lambda name: (-len(ranks[name].list), name)):
        size = len(ranks[name].list)
        fits = (group for group in groups if size * prod(len(ranks[other].list) for other in group) <= len(DIGITS))
        if (group := next(fits, None)) is None:
            groups.append([name])
        else:
            group.append(name)
    return groups


def _ranked(own: Sequence[_Ranks]) -> dict[str, Any]:
    numbers = [0] * len(own[0].at)
    for ranks in reversed(own):
        numbers = [number * len(ranks.list) + at for number, at in zip(numbers, ranks.at, strict=True)]
    return {"lists": [ranks.list for ranks in own], "at": _planes(numbers)}


def _are_numbers(values: Sequence[Any]) -> bool:
    """Whether they are whole numbers, more different ones than a digit tells."""
    return all(type(value) is int for value in values) and len(set(values)) > len(DIGITS)


def _planes(numbers: Sequence[int]) -> list[str]:
    count, most = 1, max(numbers, default=0)
    while most >= len(DIGITS) ** count:
        count += 1
    return planes(numbers, count)
