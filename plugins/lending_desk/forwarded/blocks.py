"""Find what a forwarded message says of loans: blocks between two lines, a key a line, in whatever state mail programs leave them.

A request begins with `--- prêt escale ---` and ends with `--- fin du prêt ---`, what came of a loan with `--- bilan escale ---` and
`--- fin du bilan ---`; between them stand `tool` and keys of a loan. Lines may be quoted (`> `), broken, or all joined; dashes, quotation
marks and blanks may be others; letters may have lost their accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contributions.sheets.loan_columns import COLUMNS, TOOL
from contributions.words.folding import folded
from contributions.words.hidden import visible
from lending_desk.columns import ASKED, REPORTED

Block = Mapping[str, str]
"""What a block says: the name of a column of a table of loans → its text."""

QUOTED = re.compile(r"^[ \t\u00a0>|]*")
"""The marks that a mail program puts before the lines of what it quotes."""
RULE = r"[-–—‒―−_=*~]"
MARKS = r"[*_`•·]{0,3}"
"""What a program puts around words that were bold, and before an entry of a list."""
KEYS = "|".join(sorted((TOOL, *COLUMNS), key=len, reverse=True))
LINE = re.compile(rf"{MARKS}(?P<key>{KEYS}){MARKS}\s*[:：]{MARKS}\s*(?P<said>.*)", re.IGNORECASE | re.DOTALL)
WITHIN = re.compile(rf"(?<![\w-])(?P<key>{KEYS})\s*[:：](?=\s|\Z)", re.IGNORECASE)
HYPHEN = re.compile(r"(?<=\w)-\n(?=\w)")
GUILLEMETS = ((re.compile(r"<<[ \t]*"), "« "), (re.compile(r"[ \t]*>>"), " »"))
MOST_TEXT = 2_000_000
LONGEST = 8_000
"""Characters of a block: more is a message of which somebody took the end away."""


@dataclass(frozen=True, slots=True)
class Form:
    """A sort of block: the lines above and below it, the keys that are taken from it, and those without which it says nothing."""

    edge: re.Pattern[str]
    keys: tuple[str, ...]
    needed: frozenset[str]


def _edge(word: str) -> re.Pattern[str]:
    """The line above a block, or the one below it."""
    words = rf"(?:(?P<begins>{word}[ \t]+escale)|fin[ \t]+du[ \t]+{word})"
    return re.compile(rf"{RULE}{{1,10}}[ \t]*{words}[ \t]*(?:{RULE}{{1,10}}|$)", re.IGNORECASE | re.MULTILINE)


REQUEST = Form(_edge("pr.{1,3}t"), ASKED, frozenset({TOOL, "start", "end"}))
OUTCOME = Form(_edge("bilan"), REPORTED, frozenset({TOOL, "id"}))


def blocks(text: str, form: Form = REQUEST) -> list[Block]:
    """The blocks of a text, in order; one that stands there several times, as answers quote one another, counts once."""
    whole = "\n".join(_unquoted(text[:MOST_TEXT]))
    found: list[Block] = []
    above: re.Match[str] | None = None
    for edge in form.edge.finditer(whole):
        if not edge["begins"] and above and edge.start() - above.end() <= LONGEST:
            said = _read(whole[above.end() : edge.start()], form.needed)
            block = {key: said[key] for key in form.keys if said.get(key)}
            if block and block not in found:
                found.append(block)
        above = edge if edge["begins"] else None
    return found


def cut_off(text: str) -> bool:
    """Whether a request begins in a text, for one that has none."""
    return any(edge["begins"] for edge in REQUEST.edge.finditer("\n".join(_unquoted(text[:MOST_TEXT]))))


def _unquoted(text: str) -> Iterator[str]:
    """The lines without the marks of quotation, their blanks plain."""
    for line in re.split(r"\r\n|[\r\n\u2028\u2029\x0b\x0c]", visible(_repaired(text))):
        yield " ".join(QUOTED.sub("", line).split())


def _repaired(text: str) -> str:
    """The text as it was before a program took its UTF-8 for Windows-1252 (« prÃªt »), where that is what has happened."""
    if "Ã" not in text:
        return text
    return "\n".join(map(_letters, text.split("\n")))


def _letters(line: str) -> str:
    try:
        return b"".join(map(_byte, line)).decode("utf-8")
    except UnicodeError:
        return line


def _byte(letter: str) -> bytes:
    """The byte that was taken for a letter of Windows-1252, or of Latin-1 where that has none."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _read(text: str, needed: frozenset[str]) -> Block:
    """The keys of a block; where its lines were joined, what stands behind each key, up to the next."""
    by_line = _by_line(text)
    if by_line.keys() >= needed:
        return by_line
    found = list(WITHIN.finditer(text))
    ends = [after.start() for after in found[1:]] + [len(text)]
    said = {one["key"].lower(): _said(text[one.end() : end]) for one, end in zip(reversed(found), reversed(ends), strict=True)}
    return said if said.keys() >= needed else by_line


def _by_line(text: str) -> dict[str, str]:
    """The same of whole lines: one that begins with no key goes on with the one before; of a key that comes twice, the first counts."""
    said: dict[str, list[str]] = {}
    held: list[str] = []
    for line in text.split("\n"):
        if found := LINE.fullmatch(line):
            held = [found["said"]]
            said.setdefault(found["key"].lower(), held)
        elif line:
            held.append(line)
    # A line that was broken behind a hyphen goes on without a blank: « college-des- ⏎ etangs ».
    return {key: _said(HYPHEN.sub("-", "\n".join(lines))) for key, lines in said.items()}


def _said(text: str) -> str:
    for written, meant in GUILLEMETS:
        text = written.sub(meant, text)
    return " ".join(text.split()).strip("*` ")


def same(one: Block, other: Block) -> bool:
    """Whether two blocks are of one loan: the same tool, and the same name of it."""
    return folded(one.get(TOOL, "")) == folded(other.get(TOOL, "")) and one.get("id") == other.get("id") is not None
