"""What a header hides from its author: blanks that are none, words that YAML drops."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from contributions.problems.problem import Finding, Fix
from contributions.words.spelling import joined

ODD_BLANK = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
"""What looks like a space, and is none to YAML."""
INDENTED_ODDLY = re.compile(rf"[ -]*{ODD_BLANK.pattern}")
LOST = re.compile(r" #[^\s#]|[ :][!&]")
"""What a header looks like in which YAML may drop words: seldom, and then it is looked at closely."""
HASHTAG = re.compile(r"\s++#[^\s#]\S*")
BEHIND = re.compile(r"(?<!\s)\s++#(?!\s+\d)")
"""How a remark may begin; « # 3 » is a number."""
REMARK = re.compile(r"\s++#(?:\s|\Z)")
NOTES = frozenset(
    {"todo", "fixme", "xxx", "note", "brouillon", "verifier", "averifier", "confirmer", "aconfirmer", "completer", "acompleter"}
)
"""Words that somebody writes to themselves, and no hashtag of an event."""


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


def without_remark(value: str) -> tuple[str, str]:
    """A value, and the remark behind it with the blanks before: « # » and a space, or several words. Hashtags alone, and numbers, are none.

    >>> without_remark("Nuit : la suite # à vérifier"), without_remark("La fête #LabDay"), without_remark("Nuit #à vérifier")
    (('Nuit : la suite', ' # à vérifier'), ('La fête #LabDay', ''), ('Nuit', ' #à vérifier'))
    """
    quote = value.rfind(value[0]) if value[:1] in {'"', "'"} else 0
    first = BEHIND.search(value, quote)
    if first is None:
        return value, ""
    at = first.start()
    end = at
    while (tag := HASHTAG.match(value, end)) and joined(tag[0]) not in NOTES:
        end = tag.end()
    if end == len(value.rstrip()) or REMARK.match(value, end):
        at = end
    return value[:at], value[at:]


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
            written = line[at:] if behind or not line[end.column :].strip() else line[at : end.column]
            yield _lost(written, behind[0].strip() if behind else line[at], start.line + 2, at + 1)


def _lost(written: str, mark: str, line: int, column: int) -> Finding:
    """That a part of a value would be lost: a repair where it is text, words where it may be a remark."""
    value, remark = without_remark(written.rstrip())
    message = f"À cause de « {mark} », une partie de ce texte serait perdue."
    if mark[0] == "#" and remark.lstrip().startswith(mark):
        repair = f"Une remarque a une espace après « # ». Si c’est du texte, écrivez « {quoted(written.rstrip())} »."
        return Finding("E020", message, repair, line=line, column=column)
    repair = f"Mettez-le entre guillemets. Écrivez « {quoted(value)} »."
    return Finding("E020", message, repair, line=line, column=column, fix=Fix(quoted(value), value))


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
