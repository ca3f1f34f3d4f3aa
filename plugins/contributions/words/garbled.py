"""Letters of UTF-8 that a program has read as Windows-1252 (« MÃ©diathÃ¨que »): where they stand, and what they were.

Only what goes back whole to UTF-8, and gives letters and signs that French texts hold, is taken for that: nobody writes « Ã© ». It is
undone as often as it was done. What stands between quotation marks that are as they were is left alone: somebody shows what such letters
look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from contributions.problems.problem import Finding, Fix

UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
"""Bytes that are nothing in Windows-1252; programs leave them as they are (WHATWG, Encoding, windows-1252)."""
BYTES = {
    **{chr(byte): byte for byte in range(0x80, 0x100)},
    **{bytes([byte]).decode("cp1252"): byte for byte in range(0x80, 0x100) if byte not in UNDEFINED},
}
AFTER = "[" + re.escape("".join(character for character, byte in BYTES.items() if byte < 0xC0)) + "]"
"""Of what the second and further bytes of a letter become."""
RUN = re.compile(f"(?:[ÂÃÅÆË]{AFTER}|[âï]{AFTER}{{2}}|ð{AFTER}{{3}})+")
ACCENT_AND_BLANK = re.compile(r"Ã(?: (?=[ .,;:!?»)]|$)|(?= )|$)", re.MULTILINE)
"""« à », whose second half is a no-break space that somebody has made an ordinary one, or that is one with the next."""
MEANT = re.compile("[\u00a0-ÿŒœŸŠšŽž\u2010-\u203a€™←-↓−≈≠≤≥\u200d\ufe0f\ufeff\u2600-\u27bf\U0001f300-\U0001faff]+")
AROUND = "\"'{}[](),.;:!?"
"""What stands beside a word that is shown."""
GONE = re.compile("\ufffd|ï¿½")
"""What programs put in the place of a letter that they could not read."""
QUOTED = re.compile(r"(?<=[^\W\d_])(?:=C3=[89AB][0-9A-F]|=[CEF][0-9A-F](?![0-9A-F]))")
"""A letter with an accent as mails carry it (RFC 2045, 6.7), in UTF-8 or Latin-1."""
LINK = re.compile(r"\S*(?:://|[?&])\S*")
LEADS = "ÂÃÅÆËâïð"
"""How what a letter has become begins."""
SHOWN = re.compile(f"(?<![{LEADS}])[«“‹][^«»“”‹›\\n]*(?<![{LEADS}])[»”›]")
"""What stands between marks that no program has misread: then it has misread nothing of what is between them."""
TYPED = re.compile(r"(?<=[^\W_] )\"[^\"\n]*\"|(?<=[^\W_] )'[^'\n]*'(?![^\W_])|`[^`\n]+`")
"""The same between marks that nothing misreads, and that are none of YAML's: it counts where the line has sound letters beside it."""
SOUND = re.compile(f"[^\\x00-\\x7f\u00a0{LEADS}]")
MOST = 100
"""So many lines are told of a file at once."""


def restored(text: str) -> str:
    """The text as it was before; the same where nothing is certain.

    >>> restored("MÃ©diathÃ¨que, lâ€™Ã©tÃ©"), restored("SÃO PAULO, ÉLAN, CAFÉ»")
    ('Médiathèque, l’été', 'SÃO PAULO, ÉLAN, CAFÉ»')
    """
    once = RUN.sub(_decoded, text)
    return text if once == text else restored(ACCENT_AND_BLANK.sub("à", once).replace("\ufeff", ""))


def garbled(text: str) -> Iterator[Finding]:
    """What is said of the lines of a file that hold such letters."""
    yield from _unreadable(text)
    if not RUN.search(text):
        return
    lines = ((number, line, _meant(line)) for number, line in enumerate(text.split("\n"), 1) if RUN.search(line))
    for number, line, meant in islice(((n, old, new) for n, old, new in lines if new != old), MOST):
        start = next(at for at, (old, new) in enumerate(zip(line, f"{meant}\0", strict=False)) if old != new)
        tail = next((at for at, (old, new) in enumerate(zip(line[:start:-1], meant[:start:-1], strict=False)) if old != new), 0)
        around = line[line.rfind(" ", 0, start) + 1 :]
        shown = next((word for word in around.split() if restored(word) != word), line.strip()).strip(AROUND)
        yield Finding(
            "E227",
            f"Les accents de « {shown} » ont été perdus d’un programme à l’autre.",
            f"Écrivez « {restored(shown)} », ou recopiez le texte depuis l’original.",
            line=number,
            column=start + 1,
            fix=Fix(meant[start : len(meant) - tail], line[start : len(line) - tail]),
        )


def _meant(line: str) -> str:
    """A line as it was before, but for what is shown in it."""
    beside = RUN.sub("", TYPED.sub("", line))
    shown = [*SHOWN.finditer(line), *(TYPED.finditer(line) if SOUND.search(beside) else ())]
    meant, done = "", 0
    for found in sorted(shown, key=lambda each: each.start()):
        if found.start() >= done:
            meant += restored(line[done : found.start()]) + found[0]
            done = found.end()
    return meant + restored(line[done:])


def _unreadable(text: str) -> Iterator[Finding]:
    """What is said of letters that are gone, and of those that a mail has written in figures: nothing is mended without asking."""
    if not ("\ufffd" in text or "ï¿½" in text or "=" in text):
        return
    told = ((number, line, shown) for number, line in enumerate(text.split("\n"), 1) if (shown := _word(line)))
    for number, line, (at, word) in islice(told, MOST):
        yield Finding(
            "E227",
            f"Les accents de « {word} » ont été perdus d’un programme à l’autre.",
            "Recopiez ce passage depuis l’original." if GONE.search(line) else f"Écrivez « {QUOTED.sub(_letter, word)} ».",
            line=number,
            column=at + 1,
        )


def _word(line: str) -> tuple[int, str] | None:
    """Where letters are gone or written in figures, from 0, and the word around; figures come twice, for a formula has one."""
    found = GONE.search(line)
    if found is None:
        written = list(QUOTED.finditer(LINK.sub(lambda link: " " * len(link[0]), line))) if "=" in line else []
        found = written[0] if len(written) > 1 else None
    if found is None:
        return None
    start, end = line.rfind(" ", 0, found.start()) + 1, line.find(" ", found.end())
    return found.start(), line[start : end if end != -1 else None].strip(AROUND)


def _letter(quoted: re.Match[str]) -> str:
    data = bytes.fromhex(quoted[0].replace("=", ""))
    return data.decode("utf-8" if len(data) > 1 else "latin-1")


def _decoded(run: re.Match[str]) -> str:
    try:
        meant = bytes(BYTES[character] for character in run[0]).decode("utf-8")
    except UnicodeDecodeError:
        return run[0]
    return meant if MEANT.fullmatch(meant) or RUN.search(meant) else run[0]
