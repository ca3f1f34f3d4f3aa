"""The lines that begin and end a header, where they are only nearly what they should be: two dashes, four, a long one."""

from __future__ import annotations

import re

from contributions.problems.problem import Finding, Fix

FENCE = "---"
NEARLY = re.compile(r"(?:--|-{4,}|[—–][—–-]*|={3,}|\*{3,}|_{3,}|\.{3})[ \t]*")
LOOKS_LIKE_KEY = re.compile(r"[a-z_]{2,20}[ ]*:(?:\s|$)")
FAR = 40
"""Lines among which a header that begins too late is looked for."""
SHOWN = 40
"""Characters of a line that are shown."""
REPAIR = f"Écrivez « {FENCE} » : trois tirets, et rien d’autre sur la ligne."


def fenced(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with the fences that were nearly written, and what is wrong with them."""
    lines, found = text.split("\n"), []
    if NEARLY.fullmatch(lines[0].lstrip()) or (lines[0].strip() == FENCE and lines[0][0] != FENCE[0]):
        found.append(Finding("E002", "Le fichier ne commence pas par un en-tête.", REPAIR, line=1, column=1, fix=Fix(FENCE, lines[0], 1)))
        lines[0] = FENCE
    if lines[0].rstrip() == FENCE:
        end = next((number for number in range(1, len(lines)) if not in_header(lines, number)), 0)
        if end > 1 and NEARLY.fullmatch(lines[end]) and not _goes_on(lines, end + 1):
            message = f"L’en-tête ouvert par « {FENCE} » n’est pas fermé."
            found.append(Finding("E003", message, REPAIR, line=end + 1, column=1, fix=Fix(FENCE, lines[end], 1)))
            lines[end] = FENCE
    return "\n".join(lines), tuple(found)


def late(text: str) -> int:
    """The line (from 0) where a header begins below others, its fence above a key; 0 where none does."""
    lines = text.split("\n", FAR)[:FAR]
    below = ((number, next((line for line in lines[number + 1 :] if line.strip()), "")) for number in range(1, len(lines)))
    return next((number for number, after in below if lines[number].strip() == FENCE and LOOKS_LIKE_KEY.match(after)), 0)


def above(text: str, number: int) -> Finding:
    """What is said of the lines above a header that begins at a line (from 0)."""
    filled = next((line.strip() for line in text.split("\n", number)[:number] if line.strip()), "")
    shown = filled if len(filled) <= SHOWN else f"{filled[:SHOWN]}…"
    lines, them = ("la ligne", "la") if number == 1 else (f"les {number} lignes", "les")
    plural = "" if number == 1 else "s"
    what = f"{lines} au-dessus (« {shown} »), ou mettez-{them} dans le texte" if filled else f"{lines} vide{plural} au-dessus"
    repair = f"Effacez {what} : « {FENCE} » est la première ligne du fichier."
    return Finding("E002", f"L’en-tête ne commence qu’à la ligne {number + 1}.", repair, line=1, column=1)


def _goes_on(lines: list[str], number: int) -> bool:
    """Whether the header goes on at a line (from 0): with a key, or with any that stands before a fence that is one."""
    after = [line.strip() for line in lines[number:] if line.strip()]
    inside = after[: after.index(FENCE)] if FENCE in after else after[:1]
    return any(LOOKS_LIKE_KEY.match(line.removeprefix("- ")) for line in inside)


def in_header(lines: list[str], number: int) -> bool:
    """Whether a line (from 0) may belong to a header that the lines before it do."""
    line = lines[number]
    if not line.strip():
        return number > 1 and any(LOOKS_LIKE_KEY.match(later) for later in lines[number : number + 2])
    return bool(LOOKS_LIKE_KEY.match(line) or line[0] in " \t#" or line.startswith("- "))
