"""Where each value and key of the front matter stands in its file: computed only for files with a problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import yaml

from contributions.problems.order import in_order
from contributions.problems.problem import Finding, Fix, Location, Problem, Rename
from contributions.source.header import BaseLoader, entries
from contributions.source.legibility import quoted
from contributions.source.matter import FrontMatter, as_written

Span = tuple[int, int, str]
"""Line and column (from 1), and the text that stands there."""


@dataclass(frozen=True, slots=True)
class Positions:
    """The span of every value and key, by location."""

    values: dict[Location, Span]
    keys: dict[Location, Span]

    def of(self, finding: Finding) -> Span:
        """Where to show a finding: its own line, else its value or key, else the nearest group that holds it, else line 1."""
        if finding.line:
            return finding.line, max(finding.column, 1), ""
        table = self.keys if finding.at_key else self.values
        if finding.location and finding.location in table:
            return table[finding.location]
        location = finding.location
        while location:
            if location in self.keys:
                return (*self.keys[location][:2], "")
            if location in self.values:
                return (*self.values[location][:2], "")
            location = location[:-1]
        return 1, 1, ""


def positions(yaml_text: str) -> Positions:
    """Compose the text again, this time with marks: it costs more than reading it."""
    node = yaml.compose(yaml_text, Loader=BaseLoader)
    table = Positions({}, {})
    if node is not None:
        _place(node, (), table, yaml_text)
    return table


def _span(node: yaml.Node, text: str) -> Span:
    # Line 1 of the YAML text is line 2 of the file: the fence stands above it.
    start = node.start_mark
    return start.line + 2, start.column + 1, text[start.index : node.end_mark.index].rstrip()


def _place(node: yaml.Node, location: Location, table: Positions, text: str) -> None:
    table.values[location] = _span(node, text)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*location, str(key.value))
            table.keys.setdefault(below, _span(key, text))
            _place(value, below, table, text)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(entries(node)):
            _place(value, (*location, index), table, text)


def located(path: str, findings: Sequence[Finding], matter: FrontMatter | None) -> tuple[Problem, ...]:
    """Give findings their line and column; positions are only computed here, for files that need them."""
    if not findings:
        return ()
    table = positions(matter.yaml_text) if matter is not None and not all(f.line for f in findings) else Positions({}, {})
    mends = matter.mends if matter is not None else ()
    problems = []
    for finding in findings:
        line, column, text = table.of(finding)
        if not finding.line:
            column = as_written(line, column, mends)
        # A key that stands behind another would not be read: the line of a group begins its own.
        behind = finding.code == "E004" and finding.location and table.keys.get(finding.location, (0,))[0] == line
        fix = None if behind else _fix(finding, text)
        problems.append(Problem(path, line, column, finding.code, finding.message, finding.repair, fix))
    return in_order(problems)


def _fix(finding: Finding, text: str) -> Fix | Rename | None:
    """The repair with the text that it replaces; none where that text stands on several lines, or nowhere."""
    fix = finding.fix
    if isinstance(fix, Fix) and fix.old and text and not (fix.column or fix.line or finding.at_key) and text != fix.old:
        # A list takes the place of a text with its quotes.
        return replace(fix, old=text) if "\n" not in text and text.strip("'\"") == fix.old else None
    if not isinstance(fix, Fix) or fix.old or fix.line:
        return fix
    if not text or "\n" in text:
        return None
    return replace(fix, old=text, new=fix.new if finding.at_key else written(fix.new, text))


def written(value: str, before: str) -> str:
    """A value as it stands in YAML, between the quotes that the one before it had.

    >>> written("astronomie", "'astronomi'")
    "'astronomie'"
    >>> written("Sciences : la fête", "Sciences &amp;colon; la fête")
    '"Sciences : la fête"'
    """
    quote = before[0] if before[0] in "'\"" else ""
    same = f"{quote}{value}{quote}"
    return same if _reads_as(same, value) else quoted(value)


def _reads_as(written: str, value: str) -> bool:
    """Whether YAML reads a value so, in a list and behind a key."""
    try:
        return bool(
            yaml.load(f"[{written}]", Loader=BaseLoader) == [value] and yaml.load(f"a: {written}", Loader=BaseLoader) == {"a": value}
        )
    except yaml.YAMLError:
        return False
