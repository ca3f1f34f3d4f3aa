"""Characters that nothing shows: which there are, which have a place in a text, and what is said of one that is out of place.

They come with what is pasted from a PDF, a spreadsheet or a messenger, or are put there: a word that looks right is not found, a title
is shown backwards, a feed is no feed. Which they are: what XML may not hold, the Default_Ignorable_Code_Points of Unicode, and what
« Unicode in XML and other Markup Languages » (Unicode TR 20) has no place for. What is written with letters that join or stack, and
what pictures are composed of, need some of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice

from contributions.problems.problem import Finding, Fix

UNREADABLE = "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
"""What neither YAML nor XML may hold (a feed with one of these is no feed), and line ends that are none to an editor."""
TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""What changes the direction in which a text is read (Unicode Bidi_Control)."""
WITHOUT_WIDTH = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
CONTROL = re.compile(f"[{UNREADABLE}]")
MARK = "¤"
SUSPECT = re.compile(f"[{UNREADABLE}{TURNING}{WITHOUT_WIDTH}]")
TURNS = re.compile(f"[{TURNING}]")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,30});?")

MARKS = "\u061c\u200e\u200f"
"""Between words of both directions, these say which way what stands between them belongs."""
JOINERS = re.compile("[\u034f\u115f\u1160\u180b-\u180f\u200b-\u200d]")
JOINED = re.compile("[\u0590-\u1cff\ua800-\uabff\ufb1d-\ufefc\U00010800-\U00012fff\U0001e800-\U0001efff]")
"""Letters of scripts that join, stack, or have no spaces between words."""
VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
TAG = re.compile("[\U000e0020-\U000e007f]")
FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""A flag of a part of a country is a black flag and letters that nothing shows (Unicode TS 51, ED-14a)."""
MOST = 20
"""So many are told of a file at once."""
NEAR = 100
"""Characters on either side of an entity that may give it a place."""
LATIN = re.compile("[A-Za-z\u00aa-\u052f]")


@dataclass(frozen=True, slots=True)
class Hidden:
    """Characters out of place: where the first of them is, and all that follow each other."""

    at: int
    characters: str

    def finding(self, line: int, column: int, written: str = "") -> Finding:
        """What is said of them; `written` is how they stand in the file, where they are not there themselves."""
        first, one = f"U+{ord(self.characters[0]):04X}", len(self.characters) == 1
        who = f"Un caractère invisible ({first})" if one else f"{len(self.characters)} caractères invisibles ({first}…)"
        if TURNS.match(self.characters):
            what = f"{who} {'change' if one else 'changent'} ici le sens de lecture."
        else:
            what = f"{who} {'s’est glissé' if one else 'se sont glissés'} ici."
        if written:
            return Finding("E014", what, f"Effacez « {written} ».", line=line, column=column, fix=Fix("", written))
        if CONTROL.match(self.characters):
            repair = "Effacez-le, et le caractère voisin s’il le faut, puis tapez le texte à nouveau."
            return Finding("E014", what, repair, line=line, column=column)
        repair = "Effacez le mot où il se trouve, puis tapez-le à nouveau."
        return Finding("E014", what, repair, line=line, column=column, fix=Fix("", self.characters))


def hidden(text: str) -> Iterator[Hidden]:
    """What is out of place in a text, in order; each character that XML may not hold by itself, the others in runs."""
    run: list[int] = []
    for at in _out_of_place(text):
        alone = CONTROL.match(text, at)
        if run and (alone or at != run[-1] + 1):
            yield Hidden(run[0], text[run[0] : run[-1] + 1])
            run = []
        if alone:
            yield Hidden(at, text[at])
        else:
            run.append(at)
    if run:
        yield Hidden(run[0], text[run[0] : run[-1] + 1])


def invisibles(text: str) -> Iterator[Finding]:
    """What is said of the first of them, at line and column of a file."""
    for found in islice(hidden(text), MOST):
        start = text.rfind("\n", 0, found.at) + 1
        yield found.finding(text.count("\n", 0, start) + 1, found.at - start + 1)


def visible(text: str) -> str:
    """The text without what is out of place; a blank stands for what XML may not hold, which was something once."""
    return _replaced(text, lambda found: " " if CONTROL.match(found.characters) else "")


def marked(text: str) -> str:
    """The text as it can be shown to somebody who looks for what is out of place: with MARK instead."""
    return _replaced(text, lambda found: MARK * len(found.characters))


def _replaced(text: str, by: Callable[[Hidden], str]) -> str:
    pieces, start = [], 0
    for found in hidden(text):
        pieces += [text[start : found.at], by(found)]
        start = found.at + len(found.characters)
    return "".join([*pieces, text[start:]])


def entities(text: str) -> Iterator[tuple[int, Finding]]:
    """What is out of place in a text of HTML because an entity says so (`&#x202e;`), with where it stands."""
    for entity in ENTITY.finditer(text):
        meant = _meant(entity[0])
        if SUSPECT.fullmatch(meant):
            before = text[max(0, entity.start() - NEAR) : entity.start()].rpartition("\n")[2]
            after = text[entity.end() : entity.end() + NEAR].partition("\n")[0]
            found = next((each for each in hidden(before + meant + after) if each.at == len(before)), None)
            if found:
                yield entity.start(), Hidden(found.at, meant).finding(0, 0, entity[0])


def _meant(entity: str) -> str:
    """The character of an entity; Python leaves out those that no text may hold, and a browser does not."""
    if meant := unescape(entity):
        return meant
    digits = entity.strip("&#;")
    return chr(int(digits[1:], 16) if digits[0] in "xX" else int(digits))


def _out_of_place(text: str) -> Iterator[int]:
    flag = line = 0  # where the last flag ends, and the last line that was looked at
    both = False
    for suspect in SUSPECT.finditer(text):
        at, character = suspect.start(), suspect[0]
        if character in MARKS:
            if at >= line:
                line = text.find("\n", at) + 1 or len(text)
                both = _both_ways(text[text.rfind("\n", 0, at) + 1 : line])
            if both:
                continue
        elif TAG.match(character):
            if at >= flag and (found := FLAG.match(text, at - 1)):
                flag = found.end()
            if at < flag:
                continue
        elif _has_a_place(character, text[at - 1 : at], text[at + 1 : at + 2]):
            continue
        yield at


def _both_ways(line: str) -> bool:
    """Whether a line has words that are read from right to left."""
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in line if character not in MARKS)


def _has_a_place(character: str, before: str, after: str) -> bool:
    """Whether a character that nothing shows does something for its neighbours, which are empty at the ends of a text."""
    if JOINERS.match(character):
        return bool(JOINED.match(before) or JOINED.match(after)) or (character == "\u200d" and _pictured(before) and _pictured(after))
    if VARIANTS.match(character):
        return not (before.isspace() or LATIN.match(before) or SUSPECT.match(before) or not before)
    # A word joiner keeps together what is no word.
    apart = not before or not after or before.isspace() or after.isspace() or SUSPECT.match(before) or SUSPECT.match(after)
    return character == "\u2060" and not apart and not (before.isalpha() and after.isalpha())


def _pictured(neighbour: str) -> bool:
    """Whether a character is part of a picture that is composed of several (Unicode TS 51, ED-16)."""
    return bool(neighbour) and (unicodedata.category(neighbour).startswith("S") or neighbour in "\ufe0f\U000e007f")
