"""What `--fix` may not do: change the value of a line that nobody broke, in a file that it calls mended.

Values are read by PyYAML alone. What the broken file itself says otherwise, where YAML reads it, the fault changed and not its repair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import yaml

from contributions.source.header import BaseLoader

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that is no group: what it says, and the lines (from 0, of the file) of itself and of the keys and dashes above it."""

    said: str
    lines: frozenset[int]


def altered(before: str, broken: str, mended: str) -> Iterator[str]:
    """The values, and the lines of the body, that a repair took from what breaking had left alone; a sentence each."""
    alone = _alone(before.split("\n"), broken.split("\n"))
    said, is_read, now = leaves(before), leaves(broken), leaves(mended)
    found = Counter((_plain(location), leaf.said) for location, leaf in now.items())
    for location, leaf in said.items():
        if not leaf.lines <= alone or (is_read and is_read.get(location, Leaf("", frozenset())).said != leaf.said):
            continue
        if now.get(location, leaf).said == leaf.said and location in now:
            continue
        if found[_plain(location), leaf.said] <= 0:  # an entry more, or less, has moved the others
            instead = now[location].said if location in now else "nothing"
            yield f"altered by its repair: {'.'.join(map(str, location))} said {leaf.said[:60]!r}, and says {instead[:60]!r}"


def leaves(text: str) -> dict[Location, Leaf]:
    """The values of a header by their places; none where there is no header, or YAML cannot read it."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == "---"), 0)
    try:
        root = yaml.compose("\n".join(lines[1:end]), Loader=BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return {}
    return dict(_leaves(root, (), frozenset())) if root is not None else {}


def _leaves(node: yaml.Node, location: Location, above: frozenset[int]) -> Iterator[tuple[Location, Leaf]]:
    if len(location) > 12:
        return
    if isinstance(node, yaml.ScalarNode):
        last = node.end_mark.line + (1 if node.end_mark.column else 0)
        own = range(node.start_mark.line, max(last, node.start_mark.line + 1))
        yield location, Leaf(node.value.strip(), above | {line + 1 for line in own})
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(value, (*location, str(key.value)), above | {key.start_mark.line + 1})
    else:
        for number, value in enumerate(node.value):
            yield from _leaves(value, (*location, number), above | {value.start_mark.line + 1})


def _plain(location: Location) -> Location:
    """A place whatever the numbers of the entries in it."""
    return tuple(part for part in location if isinstance(part, str))


def _alone(before: list[str], broken: list[str]) -> frozenset[int]:
    """The lines (from 0) of a text that stand in another one as they were, in their order."""
    blocks = SequenceMatcher(None, before, broken, autojunk=False).get_matching_blocks()
    return frozenset(line for block in blocks for line in range(block.a, block.a + block.size))
