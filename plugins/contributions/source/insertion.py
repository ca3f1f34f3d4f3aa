"""Write a key or an entry of a list into a header, and change nothing else of it: a repair where that is certain, else none.

Each repair is tried: the text that it gives must read as the same values, but for what was written.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import yaml

from contributions.problems.problem import Fix, Location, Problem
from contributions.source.header import BaseLoader, composed, entries, split
from contributions.source.matter import FrontMatter, FrontMatterError
from contributions.source.mending import mended
from contributions.source.positions import written

FENCE = 2
"""The line of the file (from 1) in which the YAML text's first one (from 0) stands."""


class Header:
    """The header of a file that YAML reads as it is; `text` is what `texts.legible` gives."""

    def __init__(self, text: str) -> None:
        """Raises FrontMatterError or YAMLError."""
        self.text = text
        self.matter: FrontMatter = composed(*split(text))
        self._root = yaml.compose(self.matter.yaml_text, Loader=BaseLoader)

    def key(self, group: Location, name: str, value: str, after: tuple[str, ...], read_as: Any = None) -> Fix | None:
        """Give a group of keys (`()`: the header's own) a key, or a key another value: behind the first key of `after` that is there.

        `read_as` is what the value reads as where it is no word: a list, a group between braces.
        """
        expected = deepcopy(self.matter.values)
        _value_at(expected, group)[name] = value if read_as is None else read_as
        if read_as is None:
            return self._tried(self._key(self.at(group), name, lambda old: written(value, old) if old else value, after), expected)
        same = yaml.SequenceNode if isinstance(read_as, list) else yaml.MappingNode
        return self._tried(self._key(self.at(group), name, lambda _old: value, after, same), expected)

    def entry(self, name: str, index: int, entry: str, value: Any, after: tuple[str, ...] = ()) -> Fix | None:
        """Give the list of that name an entry at a place (the last one if it is too great); `value` is what `entry` reads as.

        A list that is not there yet comes behind the first key of `after` where its entry is a word, else at the end.
        """
        node = self.at((name,))
        expected = deepcopy(self.matter.values)
        expected.setdefault(name, []).insert(index, value)
        if isinstance(node, yaml.SequenceNode):
            fix = _in_brackets(node, index, entry) if node.flow_style else _on_lines(node, index, entry)
        elif isinstance(value, str):
            fix = self._key(self.at(()), name, lambda _old: f"[{entry}]", after)
        else:
            end = self.matter.yaml_text.count("\n") + FENCE
            fix = Fix(f"{name}:\n{_with_dash(entry, 2)}", line=end, column=1)
        return self._tried(fix, expected)

    def further(self, location: Location, word: str) -> Fix | None:
        """Give a list of words that stands on several lines, wherever it is, one more at its end."""
        node = self.at(location)
        if not isinstance(node, yaml.SequenceNode) or node.flow_style or not node.value:
            return None
        expected = deepcopy(self.matter.values)
        _value_at(expected, location).append(word)
        return self._tried(_on_lines(node, len(node.value), word), expected)

    def excerpt(self, name: str, index: int) -> str:
        """An entry of a list as it is written, its later lines set in against its first as they are. Raises IndexError without it."""
        node = self.at((name, index))
        if node is None:
            raise IndexError(index)
        lines = self.matter.yaml_text.split("\n")
        first, last, column = node.start_mark.line, _last_line(node), node.start_mark.column
        flowing = isinstance(node, yaml.CollectionNode) and node.flow_style
        ends = [line[: node.end_mark.column] if flowing and number == last else line for number, line in enumerate(lines)]
        return "\n".join([ends[first][column:], *(_dedented(line, column) for line in ends[first + 1 : last + 1])])

    def _key(
        self,
        group: yaml.Node | None,
        name: str,
        value: Callable[[str], str],
        after: tuple[str, ...],
        same: type[yaml.Node] = yaml.ScalarNode,
    ) -> Fix | None:
        """`value` gives what to write instead of what stands there, which must be of the same sort."""
        if not isinstance(group, yaml.MappingNode):
            return None
        nodes = {str(key.value): (key, held) for key, held in group.value}
        if name in nodes:
            return self._instead(nodes[name][1], value, same)
        key, held = next((nodes[other] for other in after if other in nodes), (None, None))
        if key is None or not isinstance(held, yaml.ScalarNode):
            return None
        line, column = held.end_mark.line + FENCE, held.end_mark.column + 1
        if group.flow_style:
            return Fix(f", {name}: {value('')}", line=line, column=column)
        return Fix(f"{' ' * key.start_mark.column}{name}: {value('')}\n", line=line + 1, column=1)

    def _instead(self, held: yaml.Node, value: Callable[[str], str], same: type[yaml.Node]) -> Fix | None:
        """Another value in the place of one on a line, or of nothing."""
        start, end = held.start_mark, held.end_mark
        old = self.matter.yaml_text[start.index : end.index]
        if "\n" in old or not (isinstance(held, same) or not old):
            return None
        return Fix(value(old) if old else f" {value(old)}", old, start.column + 1, start.line + FENCE)

    def at(self, location: Location) -> yaml.Node | None:
        """The node at a location; None where there is none."""
        node = self._root
        for part in location:
            if isinstance(node, yaml.MappingNode):
                node = next((held for key, held in node.value if key.value == part), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(said := entries(node)):
                node = said[part]
            else:
                return None
        return node

    def _tried(self, fix: Fix | None, expected: dict[str, Any]) -> Fix | None:
        """The repair, if the text then reads as it should."""
        if fix is None:
            return None
        try:
            found = composed(*split(applied(self.text, fix)))
        except (FrontMatterError, yaml.YAMLError):
            return None
        same = found.values == expected and found.body == self.matter.body and not found.findings
        return fix if same else None


def applied(text: str, fix: Fix) -> str:
    """The text with a placed repair written in."""
    return mended(text, [Problem("", fix.line, fix.column, "", "", "", fix)])


def _value_at(values: Any, location: Location) -> Any:
    for part in location:
        values = values[part]
    return values


def _in_brackets(node: yaml.SequenceNode, index: int, entry: str) -> Fix | None:
    """An entry of a list like `[one, other]`: before the one at its place, else behind the last."""
    if "\n" in entry:
        return None
    if index < len(node.value):
        mark, words = node.value[index].start_mark, f"{entry}, "
    elif node.value:
        mark, words = node.value[-1].end_mark, f", {entry}"
    else:
        return Fix(entry, line=node.start_mark.line + FENCE, column=node.start_mark.column + 2)
    return Fix(words, line=mark.line + FENCE, column=mark.column + 1)


def _on_lines(node: yaml.SequenceNode, index: int, entry: str) -> Fix:
    """An entry of a list with a dash an entry."""
    last = index >= len(node.value)
    line = _last_line(node.value[-1]) + 1 if last else node.value[index].start_mark.line
    return Fix(_with_dash(entry, node.start_mark.column), line=line + FENCE, column=1)


def _with_dash(entry: str, depth: int) -> str:
    """The lines of an entry, set in."""
    first, *others = entry.split("\n")
    return "\n".join([f"{' ' * depth}- {first}", *(" " * (depth + 2) + line if line.strip() else "" for line in others), ""])


def _last_line(node: yaml.Node) -> int:
    """The last line (from 0) with something of a value: to YAML, a group on lines ends where the next one begins."""
    if getattr(node, "flow_style", True):
        return int(node.end_mark.line)
    last = node.value[-1]
    return _last_line(last[1] if isinstance(node, yaml.MappingNode) else last)


def _dedented(line: str, depth: int) -> str:
    return line[min(depth, len(line) - len(line.lstrip(" "))) :]
