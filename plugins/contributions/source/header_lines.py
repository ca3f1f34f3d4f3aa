"""What is wrong with the lines of a header that YAML cannot read, each by itself, and how each is to be read nevertheless."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from contributions.problems.problem import Finding, Fix
from contributions.source.header import BaseLoader, refuse_depth
from contributions.source.keyless import NO_COLON, UNREADABLE, guessed, keyed
from contributions.source.legibility import ODD_BLANK, odd_blank, quoted, without_remark
from contributions.source.quotation import MARKS, in_a_row, several, unwrapped

LINE = re.compile(r"(?P<indent>[ ]*)(?P<dashes>(?:-[ ]+)*)(?P<rest>.*)")
KEY = re.compile(r"(?P<key>[A-Za-zÀ-ÿ_][\w-]*)[ ]*:(?P<blank>[ ]*)(?P<value>.*)")
OPENING, CLOSING = {"[": "]", "{": "}"}, {"]": "[", "}": "{"}
GLUED_DASH = re.compile(r"(?<! )( *+)-(?=[a-z_]{2,}:(?: |$))", re.MULTILINE)
"""A dash without the space behind it: to YAML, the first letter of a key."""
OTHER_DASH = re.compile(r"(\s+)(?:[*•·–—+]|\d+[.)])\s+(?=[a-z_]{2,}: )")
"""What people write for the dash of an entry, before its first key."""
BLOCK = re.compile(r"[|>][+-]?\d?[+-]?(?: +#.*)?\Z")
"""What begins a text of several lines."""
BEHIND = re.compile(r"\[[^\[\]]*\]\s*[^\s\]},#].*|\{[^{}]*\}\s*[^\s\]},#].*")
"""A list, or a group, with words behind it."""


@dataclass(frozen=True, slots=True)
class Read:
    """How a line (from 0) is to be read, and what is wrong with it."""

    number: int
    line: str
    finding: Finding


def mistakes(lines: Sequence[str]) -> Iterator[Read]:
    """Look at each line of a header; a line may be given twice, the second time as it was mended the first."""
    number = 0
    while number < len(lines):
        line = lines[number]
        for read in (*blanks(line, number), *_other_dash(line, number)):
            line = read.line
            yield read
        found = LINE.fullmatch(line)
        assert found is not None, line
        key = KEY.fullmatch(found["rest"])
        value = key["value"] if key else found["rest"]
        last = _last(lines, number, found, value)
        if last == number and not found["rest"].startswith("#"):
            yield from _first(line, number, found, lines[number + 1 : number + 2])
        number = last + 1


def blanks(line: str, number: int) -> Iterator[Read]:
    """Tabs, and odd blanks, before the words of a line or behind the colon; and the one that is missing behind a dash."""
    if GLUED_DASH.match(line):
        mended = GLUED_DASH.sub(r"\1- ", line, count=1)
        repair = f"Il faut une espace après le tiret. Écrivez « {mended.strip()} »."
        yield Read(number, mended, finding("E004", UNREADABLE, repair, number, line.index("-"), Fix(mended, line, 1)))
        line = mended
    head = re.match(r"[\s-]*(?:\w+[^\S\n]*:[^\S\n]*)?", line)
    before = head[0] if head else ""
    if "\t" in before and before.index("\t") < len(before.rstrip(" ")) and not _harmless(line, before):
        tab = before.index("\t")
        spaced = before.replace("-\t", "- ").replace("\t", "  ")
        mended = spaced + line[len(before) :]
        fix = Fix(mended, line, 1)
        yield Read(number, mended, finding("E004", UNREADABLE, "Remplacez les tabulations par des espaces.", number, tab, fix))
        line, before = mended, spaced
    if ODD_BLANK.search(before):
        mended = ODD_BLANK.sub(" ", before) + line[len(before) :]
        yield Read(number, mended, odd_blank(number + 2, 1, line, mended))


def _other_dash(line: str, number: int) -> Iterator[Read]:
    """A star, a bullet, a longer dash or a number where the dash of an entry belongs."""
    if OTHER_DASH.match(line):
        mended = OTHER_DASH.sub(r"\1- ", line, count=1)
        repair = f"Chaque entrée d’une liste commence par un « - ». Écrivez « {mended.strip()} »."
        at = len(line) - len(line.lstrip())
        yield Read(number, mended, finding("E004", UNREADABLE, repair, number, at, Fix(mended, line, 1)))


def dashed(values: Any) -> bool:
    """Whether a dash is the first letter of a key."""
    if isinstance(values, dict):
        return any(key.startswith("-") or dashed(value) for key, value in values.items())
    return isinstance(values, list) and any(map(dashed, values))


def _harmless(line: str, before: str) -> bool:
    """Whether the only tabs stand behind a colon, where YAML takes them."""
    return "\t" not in before.partition(":")[0] and line.lstrip()[:1] != "-"


def _last(lines: Sequence[str], number: int, found: re.Match[str], value: str) -> int:
    """The last line of a value that begins on this one: of a text of several lines, a list in brackets, an open quote."""
    depth = len(found["indent"])
    if BLOCK.match(value):
        while number + 1 < len(lines) and (not lines[number + 1].strip() or _indent(lines[number + 1]) > depth):
            number += 1
        return number
    if value[:1] not in OPENING and value[:1] not in MARKS:
        return number
    text, last = value, number
    while not _closed(text) and last + 1 < len(lines) and _indent(lines[last + 1]) > depth and not KEY.fullmatch(lines[last + 1].strip()):
        last += 1
        text += "\n" + lines[last].strip()
    return last if _closed(text) else number


def _closed(value: str) -> bool:
    """Whether a value is whole: YAML reads it alone. Raises FrontMatterError where it nests too deep."""
    try:
        refuse_depth(value)
        yaml.compose(value, Loader=BaseLoader)
    except yaml.YAMLError:
        return False
    return True


def _first(line: str, number: int, found: re.Match[str], after: Sequence[str]) -> Iterator[Read]:
    """A value, once its line has a key, if the line after shows that it must have one."""
    rest, start = found["rest"], found.start("rest")
    key = KEY.fullmatch(rest)
    if key is None and found["dashes"] and after and _indent(after[0]) == start and KEY.fullmatch(after[0].strip()):
        better = keyed(rest) or guessed(rest)
        if better:
            mended = line[:start] + better
            fix = Fix(mended, line, 1) if keyed(rest) else None
            yield Read(number, mended, finding("E004", UNREADABLE, f"{NO_COLON} Écrivez « {mended.strip()} ».", number, start, fix))
            line, found, key = mended, LINE.fullmatch(mended) or found, KEY.fullmatch(better)
    yield from _value(line, number, found, key)


def _value(line: str, number: int, found: re.Match[str], key: re.Match[str] | None) -> Iterator[Read]:
    rest = found["rest"]
    start = found.start("rest")
    if not rest:
        return
    if key is None:
        if not found["dashes"]:
            return  # a word alone: whether it goes on with the line before, YAML tells
        shown, old = line[:start], rest
    else:
        start += key.start("value")
        old = key["value"]
        shown = line[:start]
        if old and not key["blank"] and not old.startswith("//"):
            old = old.removeprefix("=").strip()  # of « := »
            mended = f"{shown} {old}"
            repair = f"Il faut une espace après les deux-points. Écrivez « {mended.strip()} »."
            yield Read(number, mended, finding("E004", UNREADABLE, repair, number, start, Fix(mended, line, 1)))
            line, shown, start = mended, shown + " ", start + 1
    old, remark = without_remark(old)
    if BLOCK.match(old) or not (better := _readable(old)):
        return
    mended = shown + better + remark
    if listed := in_a_row(old):
        row = f"{shown}[{', '.join(listed)}]{remark}"
        either = f"Si c’est une liste, écrivez « {row.strip()} » ; si c’est un texte, « {mended.strip()} »."
        yield Read(number, row, finding("E004", UNREADABLE, either, number, start))
        return
    unsure = old.startswith("- ") or BEHIND.fullmatch(old)
    fix = None if unsure else Fix(mended, line, 1)
    yield Read(number, mended, finding("E004", UNREADABLE, _why(old, mended.strip()), number, start, fix))


def _readable(value: str) -> str:
    """How a value must be written to be read as one; empty where it already is."""
    if not value or (_closed(value) and not _structured(value)):
        return ""
    first = value[0]
    if first in OPENING:
        return quoted(value) if BEHIND.fullmatch(value) else _brackets(value)
    if value.startswith("- "):
        return f"[{value[2:].strip()}]"
    return quoted(unwrapped(value)) if first in MARKS else quoted(value)


def _structured(value: str) -> bool:
    """Whether a value would be a group or a list, which begin on a line of their own."""
    return value[0] not in OPENING and isinstance(yaml.compose(value, Loader=BaseLoader), yaml.CollectionNode)


def _brackets(value: str) -> str:
    """A list or group with its missing brackets, or without those too many at its end; empty where that does not help."""
    left: list[str] = []
    for position, character in enumerate(value):
        if character in OPENING:
            left.append(character)
        elif left and CLOSING.get(character) == left[-1]:
            left.pop()
            if not left and not value[position + 1 :].strip("]} "):
                value = value[: position + 1]
                break
    closed = value + "".join(OPENING[character] for character in reversed(left))
    return closed if _closed(closed) else ""


def _why(value: str, mended: str) -> str:
    """The repair of a value that YAML cannot read, by what it looks like; `mended` is the whole line."""
    if BEHIND.fullmatch(value):
        return f"Rien ne suit le crochet qui ferme une liste. Si c’est un texte, écrivez « {mended} »."
    if value[0] in OPENING:
        few = value.count("[") + value.count("{") > value.count("]") + value.count("}")
        return f"Un crochet {'n’est pas fermé' if few else 'est de trop'}. Écrivez « {mended} »."
    if value.startswith("- "):
        return "Une liste commence à la ligne : un « - » devant chaque entrée."
    if "\\" in value and value[0] == '"' and value.count('"') == 2:
        return f"Une valeur qui contient « \\ » se met entre apostrophes. Écrivez « {mended} »."
    if value[0] in MARKS:
        if several(value):
            return f"Une valeur qui contient des guillemets se met entre d’autres. Écrivez « {mended} »."
        single = value.count(value[0]) == 1
        return f"{'Un guillemet n’est pas fermé' if single else 'Un guillemet est de trop'}. Écrivez « {mended} »."
    if re.search(r":(\s|$)", value):
        return f"Une valeur qui contient « : » se met entre guillemets. Écrivez « {mended} »."
    return f"Une valeur qui commence par « {value[0]} » se met entre guillemets. Écrivez « {mended} »."


def finding(code: str, message: str, repair: str, number: int, at: int, fix: Fix | None = None) -> Finding:
    """A finding at a line of the header and a column, both from 0."""
    return Finding(code, message, repair, line=number + 2, column=at + 1, fix=fix)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
