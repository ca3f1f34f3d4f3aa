"""Break one line of a header as people do who know no YAML: a family of faults each, with the line where its author must look.

A family takes the lines of a sound file and gives them broken, or None where the file has no line for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

LINE = re.compile(r"(?P<head> *(?:- )*)(?P<key>[a-z_]+): (?P<value>[^\s\"'\[\]{}|>#&*!%@`-].*)")
NAME = re.compile(r"[a-z_]+:")
KEYS_BELOW = re.compile(r"  [a-z_]+: .*\n  [a-z_]+: ")
NBSP = "\u00a0"


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


def keyed(lines: Sequence[str]) -> list[Keyed]:
    """Those of a file whose value is a word or a sentence without quotes."""
    end = lines.index("---", 1)
    found = []
    for number in range(1, end):
        line, after = lines[number], lines[number + 1]
        goes_on = re.match(r" *", after)[0] > re.match(r" *", line)[0] and after.strip() != "---"  # type: ignore[index]
        if not goes_on or LINE.fullmatch(after) or after.lstrip().startswith("- "):
            match = LINE.fullmatch(line)
            if match and " #" not in match["value"] and ": " not in match["value"]:
                found.append(Keyed(number, match["head"], match["key"], match["value"]))
    return found


def _instead(make: Callable[[Keyed, Random], str], fits: Callable[[Keyed], bool] = lambda line: True) -> Family:
    """Another line in the place of one `key: value`."""

    def family(lines: Sequence[str], random: Random) -> Fault | None:
        chosen = [line for line in keyed(lines) if fits(line)]
        if not chosen:
            return None
        line = random.choice(chosen)
        return Fault((*lines[: line.number], make(line, random), *lines[line.number + 1 :]), line.number + 1)

    return family


def _value(make: Callable[[str], str], fits: Callable[[Keyed], bool] = lambda line: True) -> Family:
    """Another value in the place of one."""
    return _instead(lambda line, _random: f"{line.head}{line.key}: {make(line.value)}", fits)


def _whole(make: Callable[[Keyed], str], fits: Callable[[Keyed], bool] = lambda line: True) -> Family:
    return _instead(lambda line, _random: make(line), fits)


def _extra(words: str) -> Family:
    """A line more between two keys of the header itself."""

    def family(lines: Sequence[str], random: Random) -> Fault | None:
        places = [line.number for line in keyed(lines) if not line.head and line.number > 1]
        if not places:
            return None
        at = random.choice(places)
        return Fault((*lines[:at], words, *lines[at:]), at + 1)

    return family


def _group(make: Callable[[str, str], str], opening: str) -> Family:
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


def _set_in(by: str) -> Family:
    """A key set in further than the one above it, or less far than both its neighbours (« -1 »)."""

    def family(lines: Sequence[str], random: Random) -> Fault | None:
        chosen = [line for line in keyed(lines) if "-" not in line.head and _follows(lines, line)]
        if not chosen:
            return None
        line = random.choice(chosen)
        return Fault((*lines[: line.number], by + lines[line.number], *lines[line.number + 1 :]), line.number + 1)

    return family


def _follows(lines: Sequence[str], line: Keyed) -> bool:
    """Whether the line above is a whole key of the same group, whose value is more than a group's name."""
    above = lines[line.number - 1]
    depth = len(above) - len(above.lstrip(" -"))
    return depth == len(line.head) and bool(re.search(r"\w: \S", above)) and not re.search(r": [|>]", above)


def _less(lines: Sequence[str], random: Random) -> Fault | None:
    """A key of a group that stands a space too far to the left."""
    chosen = [line for line in keyed(lines) if line.head and "-" not in line.head and _follows(lines, line)]
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


def _closed_by(mark: str) -> Family:
    """Another line than three dashes at the end of a header."""

    def family(lines: Sequence[str], _random: Random) -> Fault | None:
        end = lines.index("---", 1)
        return Fault((*lines[:end], mark, *lines[end + 1 :]), end + 1)

    return family


def _dash(mark: str) -> Family:
    return _whole(lambda line: f"{line.head[:-2]}{mark} {line.key}: {line.value}", lambda line: line.head.endswith("- "))


def _typed(line: Keyed) -> bool:
    """Whether a value is of a few words or a day; that of `organisation` may be a title, which rules look for."""
    return line.key in {"date", "start", "end", "category", "status", "mode", "role"}


FAMILIES: Mapping[str, Family] = {
    "quotes inside quotes": _value(lambda value: f'"{value} "dit" {value}"'),
    "apostrophes inside apostrophes": _value(lambda value: f"'{value} d'été'"),
    "words behind a quotation": _value(lambda value: f'"{value}" et le reste'),
    "a quote that is not closed": _value(lambda value: f'"{value}'),
    "an apostrophe that is not closed": _value(lambda value: f"'{value}"),
    "a colon in a value": _value(lambda value: f"{value} : {value}"),
    "a colon at the end of a value": _value(lambda value: f"{value} :"),
    "a backslash between quotes": _value(lambda value: f'"C:\\Mes images\\{value}"'),
    "a tab before a key": _whole(lambda line: f"\t{line.key}: {line.value}", lambda line: "-" not in line.head),
    "a tab behind a dash": _whole(lambda line: f"{line.head[:-1]}\t{line.key}: {line.value}", lambda line: line.head.endswith("- ")),
    "a space too many": _set_in(" "),
    "two spaces too many": _set_in("  "),
    "many spaces too many": _set_in("      "),
    "a space too few": _less,
    "no space behind the colon": _whole(lambda line: f"{line.head}{line.key}:{line.value}", lambda line: not line.value.startswith("/")),
    "no space behind the dash": _whole(lambda line: f"{line.head[:-1]}{line.key}: {line.value}", lambda line: line.head.endswith("- ")),
    "no colon": _whole(lambda line: f"{line.head}{line.key} {line.value}"),
    "an equals sign": _whole(lambda line: f"{line.head}{line.key}={line.value}"),
    "an equals sign between spaces": _whole(lambda line: f"{line.head}{line.key} = {line.value}"),
    "a semicolon": _whole(lambda line: f"{line.head}{line.key}; {line.value}"),
    "a wide colon": _whole(lambda line: f"{line.head}{line.key}：{line.value}"),
    "two colons": _whole(lambda line: f"{line.head}{line.key}:: {line.value}"),
    "a capital and no space": _whole(lambda line: f"{line.head}{line.key.capitalize()}:{line.value}"),
    "a capital": _whole(lambda line: f"{line.head}{line.key.capitalize()}: {line.value}"),
    "a key in bold": _whole(lambda line: f"{line.head}**{line.key}:** {line.value}"),
    "a bullet": _whole(lambda line: f"{line.head}• {line.key}: {line.value}", lambda line: not line.head),
    "a key of JSON": _whole(lambda line: f'{line.head}"{line.key}": "{line.value}",'),
    "a bracket that is not closed": _group(lambda key, value: key + value[:-1], "["),
    "a bracket too many": _group(lambda key, value: f"{key}{value}]", "["),
    "a brace that is not closed": _group(lambda key, value: key + value[:-1], "{"),
    "a brace too many": _group(lambda key, value: key + value + "}", "{"),
    "words behind a bracket": _group(lambda key, value: f"{key}{value} et plus", "["),
    "a bracket around some words": _value(lambda value: f"[{value}] {value}"),
    "a list on one line": _value(lambda value: f"- {value}"),
    "two dashes on one line": _value(lambda value: f"- {value} - {value}"),
    **{f"« {mark} » first": _value(lambda value, mark=mark: f"{mark}{value}") for mark in ("@", "%", "`", "*", "&", "!", "}", "]", ",")},  # type: ignore[misc]
    **{f"« {mark} » first": _value(lambda value, mark=mark: f"{mark}{value}") for mark in ("? ", "> ", "| ", "* ", "& ")},  # type: ignore[misc]
    "a hash mark in a value": _value(lambda value: f"{value} #sciences {value}"),
    "a hash mark first": _value(lambda value: f"#{value}"),
    "a stray line": _extra("Une ligne de texte"),
    "a stray address": _extra("https://exemple.fr/"),
    "a comment of HTML": _extra("<!-- à revoir -->"),
    "a line of signs": _extra("======"),
    "a list item between keys": _extra("- astronomie"),
    "a key twice": _twice,
    "two keys on one line": _joined,
    "a sentence over two lines": _broken_over,
    "a sentence on the next line": _on_the_next,
    "a group's name without its colon": _named_group(lambda line: line[:-1]),
    "a word behind a group's name": _named_group(lambda line: f"{line} Halle"),
    "a key under its dash": _under_the_dash,
    **{f"« {mark} » for a dash": _dash(mark) for mark in ("*", "•", "–", "1.", "+")},
    "a colon first": _extra(": astronomie"),
    "a directive of YAML": _extra("%YAML 1.2"),
    "a merge": _conflict,
    "no end": _at_the_fences(lambda lines, end: (*lines[:end], *lines[end + 1 :])),
    "no beginning": _at_the_fences(lambda lines, _end: tuple(lines[1:])),
    **{f"« {mark} » at the end": _closed_by(mark) for mark in ("--", "----", "—", "===", "...")},
    **{f"« {mark} » at the beginning": _at_the_fences(lambda lines, _end, mark=mark: (mark, *lines[1:])) for mark in ("--", "-----", "—")},  # type: ignore[misc]
    "a group on the line of its name": _named_group(lambda line: f"{line} name: Halle"),
    "a space that is none, before a key": _whole(lambda line: f"{NBSP}{NBSP}{line.key}: {line.value}", lambda line: line.head == "  "),
    "a space that is none, behind the colon": _whole(lambda line: f"{line.head}{line.key}:{NBSP}{line.value}"),
    "a space that is none, behind the dash": _whole(
        lambda line: f"{line.head[:-1]}{NBSP}{line.key}: {line.value}", lambda line: line.head.endswith("- ")
    ),
    "quotes of a word processor": _value(lambda value: f"“{value}”", _typed),
    "quotes of France": _value(lambda value: f"«{NBSP}{value}{NBSP}»", _typed),
    "apostrophes of a word processor": _value(lambda value: f"’{value}’", _typed),
}  # fmt: skip


def faults(lines: Sequence[str], random: Random) -> Iterator[tuple[str, Fault]]:
    """One of every family that a file has a line for."""
    for name, family in FAMILIES.items():
        if fault := family(lines, random):
            yield name, fault
