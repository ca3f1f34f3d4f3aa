"""Break one line of a header: what makes families of faults (families.py), each with the line where its author must look.

A family takes the lines of a sound file and gives them broken, or None where the file has no line for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

LINE = re.compile(r"(?P<head> *(?:- )*)(?P<key>[a-z_]+): (?P<value>[^\s\"'\[\]{}|>#&*!%@`-].*)")


@dataclass(frozen=True, slots=True)
class Fault:
    """Lines with a fault; `line` counts from 1 in them, and is where it shows."""

    lines: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The file."""
        return "\n".join(self.lines)


Family = Callable[[Sequence[str], Random], Fault | None]


@dataclass(frozen=True, slots=True)
class Keyed:
    """A line `key: value` of a header, whole in itself; `number` counts from 0 in the file."""

    number: int
    head: str
    key: str
    value: str


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def keyed(lines: Sequence[str]) -> list[Keyed]:
    """Those of a file whose value is a word or a sentence without quotes."""
    end = lines.index("---", 1)
    found = []
    for number in range(1, end):
        line, after = lines[number], lines[number + 1]
        goes_on = _depth(after) > _depth(line) and after.strip() != "---"
        if not goes_on or LINE.fullmatch(after) or after.lstrip().startswith("- "):
            match = LINE.fullmatch(line)
            if match and " #" not in match["value"] and ": " not in match["value"]:
                found.append(Keyed(number, match["head"], match["key"], match["value"]))
    return found


def instead(make: Callable[[Keyed, Random], str], fits: Callable[[Keyed], bool] = lambda line: True) -> Family:
    """Another line in the place of one `key: value`."""

    def family(lines: Sequence[str], random: Random) -> Fault | None:
        chosen = [line for line in keyed(lines) if fits(line)]
        if not chosen:
            return None
        line = random.choice(chosen)
        return Fault((*lines[: line.number], make(line, random), *lines[line.number + 1 :]), line.number + 1)

    return family


def with_value(make: Callable[[str], str], fits: Callable[[Keyed], bool] = lambda line: True) -> Family:
    """Another value in the place of one."""
    return instead(lambda line, _random: f"{line.head}{line.key}: {make(line.value)}", fits)


def with_line(make: Callable[[Keyed], str], fits: Callable[[Keyed], bool] = lambda line: True) -> Family:
    """The same of a line that needs no chance."""
    return instead(lambda line, _random: make(line), fits)


def with_a_line_more(words: str) -> Family:
    """A line more between two keys of the header itself."""

    def family(lines: Sequence[str], random: Random) -> Fault | None:
        places = [line.number for line in keyed(lines) if not line.head and line.number > 1]
        if not places:
            return None
        at = random.choice(places)
        return Fault((*lines[:at], words, *lines[at:]), at + 1)

    return family


def with_brackets(make: Callable[[str, str], str], opening: str) -> Family:
    """Another writing of a value between brackets, which is given with its key and the line before it."""

    def family(lines: Sequence[str], random: Random) -> Fault | None:
        end = lines.index("---", 1)
        shape = re.compile(rf"( *(?:- )*[a-z_]+: |\s*- )(\{opening}[^\[\]{{}}\"']+[\]}}])")
        chosen = [(number, found) for number in range(1, end) if (found := shape.fullmatch(lines[number]))]
        if not chosen:
            return None
        number, found = random.choice(chosen)
        return Fault((*lines[:number], make(found[1], found[2]), *lines[number + 1 :]), number + 1)

    return family


def set_in(by: str) -> Family:
    """A key set in further than the one above it, or less far than both its neighbours (« -1 »)."""

    def family(lines: Sequence[str], random: Random) -> Fault | None:
        chosen = [line for line in keyed(lines) if "-" not in line.head and follows(lines, line)]
        if not chosen:
            return None
        line = random.choice(chosen)
        return Fault((*lines[: line.number], by + lines[line.number], *lines[line.number + 1 :]), line.number + 1)

    return family


def follows(lines: Sequence[str], line: Keyed) -> bool:
    """Whether the line above is a whole key of the same group, whose value is more than a group's name."""
    above = lines[line.number - 1]
    depth = len(above) - len(above.lstrip(" -"))
    return depth == len(line.head) and bool(re.search(r"\w: \S", above)) and not re.search(r": [|>]", above)
