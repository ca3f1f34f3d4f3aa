"""How people who know no YAML break a line of a header: a family of faults each, by what it is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random

from fuzzing.breaking.faults import (
    LINE,
    Family,
    Fault,
    Keyed,
    follows,
    keyed,
    set_in,
    with_a_line_more,
    with_brackets,
    with_line,
    with_value,
)

NAME = re.compile(r"[a-z_]+:")
KEYS_BELOW = re.compile(r"  [a-z_]+: .*\n  [a-z_]+: ")
NBSP = "\u00a0"


def _less(lines: Sequence[str], random: Random) -> Fault | None:
    """A key of a group that stands a space too far to the left."""
    chosen = [line for line in keyed(lines) if line.head and "-" not in line.head and follows(lines, line)]
    if not chosen:
        return None
    line = random.choice(chosen)
    return Fault((*lines[: line.number], lines[line.number][1:], *lines[line.number + 1 :]), line.number + 1)


def _twice(lines: Sequence[str], random: Random) -> Fault | None:
    """A key of the header that is written again at its end."""
    chosen = [line for line in keyed(lines) if not line.head]
    if not chosen:
        return None
    end = lines.index("---", 1)
    return Fault((*lines[:end], f"{random.choice(chosen).key}: Encore", *lines[end:]), end + 1)


def _joined(lines: Sequence[str], random: Random) -> Fault | None:
    """Two keys on one line."""
    chosen = [
        line for line in keyed(lines) if line.head == "" and LINE.fullmatch(lines[line.number + 1]) and lines[line.number + 1][0] != " "
    ]
    if not chosen:
        return None
    at = random.choice(chosen).number
    return Fault((*lines[:at], f"{lines[at]} {lines[at + 1]}", *lines[at + 2 :]), at + 1)


def _broken_over(lines: Sequence[str], random: Random) -> Fault | None:
    """A sentence that goes on in the next line, not set in."""
    chosen = [line for line in keyed(lines) if line.value.count(" ") > 2 and not line.head]
    if not chosen:
        return None
    line = random.choice(chosen)
    first, second = line.value.rsplit(" ", 2)[0], " ".join(line.value.rsplit(" ", 2)[1:])
    return Fault((*lines[: line.number], f"{line.key}: {first}", second, *lines[line.number + 1 :]), line.number + 2)


def _conflict(lines: Sequence[str], random: Random) -> Fault | None:
    """The marks of a merge around two versions of a line."""
    chosen = keyed(lines)
    if not chosen:
        return None
    at = random.choice(chosen).number
    both = ("<<<<<<< HEAD", lines[at], "=======", f"{lines[at]} bis", ">>>>>>> branche")
    return Fault((*lines[:at], *both, *lines[at + 1 :]), at + 1)


def _named_group(make: Callable[[str], str]) -> Family:
    """Another writing of the line that names a group, whose keys stand below it."""

    def family(lines: Sequence[str], random: Random) -> Fault | None:
        end = lines.index("---", 1)
        chosen = [
            number for number in range(1, end) if NAME.fullmatch(lines[number]) and KEYS_BELOW.match("\n".join(lines[number + 1 : end]))
        ]
        if not chosen:
            return None
        at = random.choice(chosen)
        return Fault((*lines[:at], make(lines[at]), *lines[at + 1 :]), at + 1)

    return family


def _under_the_dash(lines: Sequence[str], random: Random) -> Fault | None:
    """The second key of an entry of a list, set in like the dash above it."""
    chosen = [line for line in keyed(lines) if line.head.isspace() and lines[line.number - 1].startswith(f"{line.head[2:]}- ")]
    if not chosen:
        return None
    line = random.choice(chosen)
    return Fault((*lines[: line.number], lines[line.number][2:], *lines[line.number + 1 :]), line.number + 1)


def _on_the_next(lines: Sequence[str], random: Random) -> Fault | None:
    """A sentence on the line after its key, not set in."""
    chosen = [line for line in keyed(lines) if " " in line.value and not line.head]
    if not chosen:
        return None
    line = random.choice(chosen)
    return Fault((*lines[: line.number], f"{line.key}:", line.value, *lines[line.number + 1 :]), line.number + 2)


def _at_the_fences(make: Callable[[Sequence[str], int], tuple[str, ...]]) -> Family:
    return lambda lines, _random: Fault(make(lines, lines.index("---", 1)), 1)


def _opened_by(mark: str) -> Family:
    """Another line than three dashes at the beginning of a header."""
    return _at_the_fences(lambda lines, _end: (mark, *lines[1:]))


def _closed_by(mark: str) -> Family:
    """Another line than three dashes at the end of a header."""

    def family(lines: Sequence[str], _random: Random) -> Fault | None:
        end = lines.index("---", 1)
        return Fault((*lines[:end], mark, *lines[end + 1 :]), end + 1)

    return family


def _begun_by(mark: str) -> Family:
    return with_value(lambda value: f"{mark}{value}")


def _dash(mark: str) -> Family:
    return with_line(lambda line: f"{line.head[:-2]}{mark} {line.key}: {line.value}", lambda line: line.head.endswith("- "))


def _typed(line: Keyed) -> bool:
    """Whether a value is of a few words or a day; that of `organisation` may be a title, which rules look for."""
    return line.key in {"date", "start", "end", "category", "status", "mode", "role"}


FAMILIES: Mapping[str, Family] = {
    "quotes inside quotes": with_value(lambda value: f'"{value} "dit" {value}"'),
    "apostrophes inside apostrophes": with_value(lambda value: f"'{value} d'été'"),
    "words behind a quotation": with_value(lambda value: f'"{value}" et le reste'),
    "a quote that is not closed": with_value(lambda value: f'"{value}'),
    "an apostrophe that is not closed": with_value(lambda value: f"'{value}"),
    "a colon in a value": with_value(lambda value: f"{value} : {value}"),
    "a colon at the end of a value": with_value(lambda value: f"{value} :"),
    "a backslash between quotes": with_value(lambda value: f'"C:\\Mes images\\{value}"'),
    "a tab before a key": with_line(lambda line: f"\t{line.key}: {line.value}", lambda line: "-" not in line.head),
    "a tab behind a dash": with_line(lambda line: f"{line.head[:-1]}\t{line.key}: {line.value}", lambda line: line.head.endswith("- ")),
    "a space too many": set_in(" "),
    "two spaces too many": set_in("  "),
    "many spaces too many": set_in("      "),
    "a space too few": _less,
    "no space behind the colon": with_line(lambda line: f"{line.head}{line.key}:{line.value}", lambda line: not line.value.startswith("/")),
    "no space behind the dash": with_line(lambda line: f"{line.head[:-1]}{line.key}: {line.value}", lambda line: line.head.endswith("- ")),
    "no colon": with_line(lambda line: f"{line.head}{line.key} {line.value}"),
    "an equals sign": with_line(lambda line: f"{line.head}{line.key}={line.value}"),
    "an equals sign between spaces": with_line(lambda line: f"{line.head}{line.key} = {line.value}"),
    "a semicolon": with_line(lambda line: f"{line.head}{line.key}; {line.value}"),
    "a wide colon": with_line(lambda line: f"{line.head}{line.key}：{line.value}"),
    "two colons": with_line(lambda line: f"{line.head}{line.key}:: {line.value}"),
    "a capital and no space": with_line(lambda line: f"{line.head}{line.key.capitalize()}:{line.value}"),
    "a capital": with_line(lambda line: f"{line.head}{line.key.capitalize()}: {line.value}"),
    "a key in bold": with_line(lambda line: f"{line.head}**{line.key}:** {line.value}"),
    "a bullet": with_line(lambda line: f"{line.head}• {line.key}: {line.value}", lambda line: not line.head),
    "a key of JSON": with_line(lambda line: f'{line.head}"{line.key}": "{line.value}",'),
    "a bracket that is not closed": with_brackets(lambda key, value: key + value[:-1], "["),
    "a bracket too many": with_brackets(lambda key, value: f"{key}{value}]", "["),
    "a brace that is not closed": with_brackets(lambda key, value: key + value[:-1], "{"),
    "a brace too many": with_brackets(lambda key, value: key + value + "}", "{"),
    "words behind a bracket": with_brackets(lambda key, value: f"{key}{value} et plus", "["),
    "a bracket around some words": with_value(lambda value: f"[{value}] {value}"),
    "a list on one line": with_value(lambda value: f"- {value}"),
    "two dashes on one line": with_value(lambda value: f"- {value} - {value}"),
    **{f"« {mark} » first": _begun_by(mark) for mark in ("@", "%", "`", "*", "&", "!", "}", "]", ",", "? ", "> ", "| ", "* ", "& ")},
    "a hash mark in a value": with_value(lambda value: f"{value} #sciences {value}"),
    "a hash mark first": with_value(lambda value: f"#{value}"),
    "a stray line": with_a_line_more("Une ligne de texte"),
    "a stray address": with_a_line_more("https://exemple.fr/"),
    "a comment of HTML": with_a_line_more("<!-- à revoir -->"),
    "a line of signs": with_a_line_more("======"),
    "a list item between keys": with_a_line_more("- astronomie"),
    "a key twice": _twice,
    "two keys on one line": _joined,
    "a sentence over two lines": _broken_over,
    "a sentence on the next line": _on_the_next,
    "a group's name without its colon": _named_group(lambda line: line[:-1]),
    "a word behind a group's name": _named_group(lambda line: f"{line} Halle"),
    "a key under its dash": _under_the_dash,
    **{f"« {mark} » for a dash": _dash(mark) for mark in ("*", "•", "–", "1.", "+")},
    "a colon first": with_a_line_more(": astronomie"),
    "a directive of YAML": with_a_line_more("%YAML 1.2"),
    "a merge": _conflict,
    "no end": _at_the_fences(lambda lines, end: (*lines[:end], *lines[end + 1 :])),
    "no beginning": _at_the_fences(lambda lines, _end: tuple(lines[1:])),
    **{f"« {mark} » at the end": _closed_by(mark) for mark in ("--", "----", "—", "===", "...")},
    **{f"« {mark} » at the beginning": _opened_by(mark) for mark in ("--", "-----", "—")},
    "a group on the line of its name": _named_group(lambda line: f"{line} name: Halle"),
    "a space that is none, before a key": with_line(lambda line: f"{NBSP}{NBSP}{line.key}: {line.value}", lambda line: line.head == "  "),
    "a space that is none, behind the colon": with_line(lambda line: f"{line.head}{line.key}:{NBSP}{line.value}"),
    "a space that is none, behind the dash": with_line(
        lambda line: f"{line.head[:-1]}{NBSP}{line.key}: {line.value}", lambda line: line.head.endswith("- ")
    ),
    "quotes of a word processor": with_value(lambda value: f"“{value}”", _typed),
    "quotes of France": with_value(lambda value: f"«{NBSP}{value}{NBSP}»", _typed),
    "apostrophes of a word processor": with_value(lambda value: f"’{value}’", _typed),
}  # fmt: skip
