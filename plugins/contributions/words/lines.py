"""Where the offsets of a text lie in its lines: each line end is looked for once, however many places are asked for."""

from __future__ import annotations

import re
from bisect import bisect_right

END = re.compile("\n")


class Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        r"""Line and column, both from 1, of an offset.

        >>> Lines("un\ndeux").place(4)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
