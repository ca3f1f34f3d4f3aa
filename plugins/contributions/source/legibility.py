"""What a header hides from its author: blanks that are none, words that YAML drops."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from contributions.problems.problem import Finding, Fix

ODD_BLANK = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
"""What looks like a space, and is none to YAML."""
INDENTED_ODDLY = re.compile(rf"[ -]*{ODD_BLANK.pattern}")
LOST = re.compile(r" #[^\s#]|[ :][!&]")
"""What a header looks like in which YAML may drop words: seldom, and then it is looked at closely."""
HASHTAG = re.compile(r"\s+(#[^\s#]\S*)")


def odd_blank(line: int, column: int, old: str, new: str) -> Finding:
    """That a blank is not the one of the space bar, where YAML knows no other; `old` stands at the column, `new` should."""
    found = ODD_BLANK.search(old)
    return Finding(
        "E017",
        "Une espace insécable, ou une autre espace que celle de la barre, s’est glissée ici.",
        "Effacez-la, puis tapez une espace ordinaire s’il en faut une.",
        line=line,
        column=column + (found.start() if found else 0),
        fix=Fix(new, old, column),
    )


def lost(root: yaml.Node, head: str) -> Iterator[Finding]:
    """What YAML would drop without a word: the words behind a « # » that is no comment, those of a tag or an anchor."""
    lines = head.split("\n")
    for node in _scalars(root):
        start, end = node.start_mark, node.end_mark
        line = lines[start.line] if start.line < len(lines) else ""
        if node.style or start.line != end.line:
            continue
        behind = HASHTAG.match(line, end.column)
        if behind or line[start.column : start.column + 1] in {"!", "&"}:
            at = start.column + (len(line[start.column :]) - len(line[start.column :].lstrip()) if behind else 0)
            old = (line[at:] if behind or not line[end.column :].strip() else line[at : end.column]).rstrip()
            mark = behind[1] if behind else line[start.column]
            yield Finding(
                "E020",
                f"À cause de « {mark} », une partie de ce texte serait perdue.",
                f"Mettez-le entre guillemets. Écrivez « {quoted(old)} ».",
                line=start.line + 2,
                column=at + 1,
                fix=Fix(quoted(old), old),
            )


def quoted(value: str) -> str:
    """A value between quotes, as YAML reads it."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for _key, value in node.value:
            yield from _scalars(value)
    else:
        for value in node.value:
            yield from _scalars(value)
