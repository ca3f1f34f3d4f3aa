"""Tables as columns of JSON, in few bytes.

A column is a list of its values; or, where these come again and again, what they may be (`list`) and which of them stands in each row
(`at`); of whole numbers, the least of them (`least`) and how much more stands in each row (`at`); of sets, what may be in them (`of`) and
which of it is in each row (`at`, a bit each). `at` is made of planes: the first digits of all rows to the base of 64, one character each,
then the second ones, and so on.
"""

from __future__ import annotations

import json
import string
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

DIGITS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"


def columns(rows: Sequence[Mapping[str, Any]], plain: Collection[str] = (), sets: Collection[str] = ()) -> dict[str, Any]:
    """Rows that have the same keys, a column a key; what comes most often stands first in its list.

    `plain` names the columns whose values hardly come again, and are no numbers; `sets` those of few values, in whatever order.
    """
    found = {key: [row[key] for row in rows] for key in (rows[0] if rows else ())}
    return {key: values if key in plain else _of_sets(values) if key in sets else column(values) for key, values in found.items()}


def column(values: Sequence[Any]) -> dict[str, Any]:
    """One column of values that come again, or of numbers."""
    numbers = [value for value in values if type(value) is int]
    if len(numbers) == len(values) and len(set(numbers)) > len(DIGITS):
        least = min(numbers)
        return {"least": least, "at": _planes([number - least for number in numbers])}
    written = [json.dumps(value, ensure_ascii=False) for value in values]
    order = [text for text, _count in Counter(written).most_common()]
    place = {text: at for at, text in enumerate(order)}
    return {"list": [json.loads(text) for text in order], "at": _planes([place[text] for text in written])}


def planes(numbers: Sequence[int], count: int) -> list[str]:
    """Numbers from 0 on as so many planes of digits."""
    base = len(DIGITS)
    return ["".join(DIGITS[number // base**power % base] for number in numbers) for power in reversed(range(count))]


def _of_sets(values: Sequence[Collection[str]]) -> dict[str, Any]:
    among = sorted({value for found in values for value in found})
    return {"of": among, "at": _planes([sum(1 << among.index(value) for value in set(found)) for found in values])}


def _planes(numbers: Sequence[int]) -> list[str]:
    count, most = 1, max(numbers, default=0)
    while most >= len(DIGITS) ** count:
        count += 1
    return planes(numbers, count)
