"""A line of a header that stands where YAML expects none: which it is, what is said of it, and where the lines above would have it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from contributions.problems.problem import Finding, Fix
from contributions.source.header import composed
from contributions.source.header_lines import KEY, finding
from contributions.source.keyless import ADDRESS, UNREADABLE, advice, keyed
from contributions.source.matter import FrontMatterError

DEPTHS = 4
"""So many places are tried for a line that is out of line."""
TRIES = DEPTHS + 4
"""How often YAML is asked about one line at most."""
LONE = re.compile(r"[a-z_]{2,}")
NEAR = 200
"""Lines above it that may say where it belongs."""


def error_of(lines: list[str]) -> yaml.YAMLError | None:
    """Why YAML gives up on a header; None where it reads it."""
    try:
        composed("\n".join(lines), "", 0)
    except yaml.YAMLError as error:
        return error
    except FrontMatterError:
        return None  # YAML reads it: what is wrong with what it says, is said of the lines as they are in the end
    return None


def culprit(error: yaml.YAMLError, lines: list[str]) -> int:
    """The line (from 0) that YAML stumbles over: where it stopped, or the last one with words before."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    number = min(mark.line if mark else 0, len(lines) - 1)
    context = getattr(error, "context_mark", None)
    if "could not find expected ':'" in str(getattr(error, "problem", "")) and context:
        number = min(context.line, len(lines) - 1)
    number = _filled(lines, number)
    before = _filled(lines, number - 1) if number else 0
    alone = before < number and not KEY.fullmatch(lines[before].strip().removeprefix("- ")) and not lines[before].strip().startswith("-")
    problem = str(getattr(error, "problem", ""))
    # A line of words alone would be a key of several lines, together with the key below it; one that begins with % a directive.
    if alone and ("mapping values" in problem or "document start" in problem):
        return before
    return before if before < number and "mapping values" in problem and _name(lines, before) else number


def _name(lines: list[str], number: int) -> str:
    """A line up to its colon, where words stand behind the name of a group: two of its keys are below. Empty for other lines."""
    line = lines[number]
    below = [after for after in lines[number + 1 : number + NEAR] if after.strip()][:2]
    key = KEY.fullmatch(line.strip())
    depths = [len(other) - len(other.lstrip()) for other in below if KEY.fullmatch(other.strip())]
    heads = key and key["value"] and len(depths) == 2 and len(line) - len(line.lstrip()) < depths[0] == depths[1]
    return line[: line.index(":") + 1] if heads else ""


def _filled(lines: list[str], number: int) -> int:
    while number and not lines[number].strip():
        number -= 1
    return number


def misplaced(lines: list[str], number: int, better: str) -> Finding:
    """What is said of a line that is read as a `better` one; a repair where nothing but the notation of its key differs."""
    line = lines[number]
    indent = len(line) - len(line.lstrip())
    words = line.strip()
    key = None if ADDRESS.fullmatch(words) else KEY.fullmatch(words.removeprefix("- "))
    if key and key["value"] and better == line[: line.index(":") + 1]:
        repair = f"Un groupe commence à la ligne. Donnez une clé à « {key['value']} », en dessous, ou effacez-le."
    elif key and key["value"][:1] in {"[", "{"}:
        repair = "Vérifiez les crochets de cette liste : chacun se ferme une fois."
    elif key:
        repair = "Cette clé est mal alignée : alignez les clés d’un même groupe."
    elif words.startswith("-") and words.strip("-"):
        repair = "Ce tiret est mal aligné : alignez les tirets d’une même liste."
    else:
        repair = f"Il manque « : » après le nom du groupe. Écrivez « {words}: »." if better == f"{line}:" else advice(words)
    sure = better.strip() and (better == f"{line}:" or keyed(words)) and len(better) - len(better.lstrip()) == indent
    return finding("E004", UNREADABLE, repair, number, indent, Fix(better, line, 1) if sure else None)


def realigned(lines: list[str], number: int, error: yaml.YAMLError) -> str:
    """The line where the lines before it would have it; empty where it fits nowhere."""
    if name := _name(lines, number):
        return name
    named = f"{lines[number].rstrip()}:"
    if LONE.fullmatch(lines[number].strip()) and _heads(lines, number) and _further(lines, number, named, error):
        return named
    better = keyed(lines[number].strip())
    words = better or lines[number].strip()
    if better:
        tried = lines[number].replace(lines[number].strip(), better)
        if _further(lines, number, tried, error) or _further(_keyed_above(lines, number), number, tried, error):
            return tried
    nearest = (depth for line in reversed(lines[max(0, number - NEAR) : number]) if line.strip() for depth in _depths(line))
    for depth in [*list(dict.fromkeys(nearest))[:DEPTHS], 0]:
        if KEY.match(words.removeprefix("- ")) and _further(lines, number, tried := " " * depth + words, error):
            return tried
    return ""


def _keyed_above(lines: list[str], number: int) -> list[str]:
    """The lines, those right above one mended whose keys are in another notation: YAML takes them all for one text."""
    mended, at = list(lines), number - 1
    while at >= 0 and (better := keyed(lines[at].strip())):
        mended[at] = lines[at].replace(lines[at].strip(), better)
        at -= 1
    return mended


def _heads(lines: list[str], number: int) -> bool:
    """Whether something stands below a line: set in, or with a dash."""
    line, below = lines[number], next((after for after in lines[number + 1 : number + NEAR] if after.strip()), "")
    return len(below) - len(below.lstrip()) > len(line) - len(line.lstrip()) or below.lstrip().startswith("- ")


def _further(lines: list[str], number: int, line: str, error: yaml.YAMLError) -> bool:
    """Whether YAML gets past a line that is written otherwise."""
    after = error_of([*lines[:number], line, *lines[number + 1 :]])
    return after is None or _reach(after) > max(_reach(error), number)


def _depths(line: str) -> Iterator[int]:
    """Where what belongs with a line may begin: with its dash, and with the words behind it."""
    indent = len(line) - len(line.lstrip())
    words = line.strip()
    if words.startswith("- "):
        yield len(line) - len(words.lstrip("- "))
    yield indent


def _reach(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line if mark else -1
