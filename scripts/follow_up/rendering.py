"""What a check found, as a comment that a person likes to read: GitHub's Markdown, in which no text of others is more than words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from follow_up.findings import Findings, Preview, Told

LONGEST = 480
"""Characters of a text that are shown."""
MOST_LINES = 12
"""Lines to write that are shown."""
OF_A_LINE = 120
"""Characters of a line that are shown."""
FULL = 60_000
"""Characters of a comment; GitHub takes 65,536."""
HIDDEN = {"Cc", "Cf", "Co", "Cs"}
"""Control characters, those that turn the direction of the text around them or take no place, and halves of characters."""
SPECIAL = re.compile(r"([\\`*_\[\]#|<>~&!$])")
BEGINNING = re.compile(r"^(\d+)(?=[.)])|^(?=[-+=:])")
"""What would make a list, a heading or a rule of the line that it begins."""
CALLS = re.compile(r"(@|\\#|\\\[(?=\\!)|www(?=\.)|:(?=//)|\b(?:gh|ghsa|cve)-|[0-9a-f]{6}(?=[0-9a-f]))", re.IGNORECASE | re.ASCII)
"""What GitHub looks for once its Markdown is HTML: mentions, numbers, alerts, addresses, names of flaws, hashes of commits."""
APART = "\u200b"
"""A space of no width."""
TEAM = "Cela ne vient sans doute pas de votre texte : l’équipe va regarder."


def comment(found: Findings, site: str = "", built: int | None = 0) -> str:
    """The whole text. `site` is the address below which the pages stand that explain codes; `built` what the build ended with."""
    text, parts = "", [*_head(found, built), *_problems(found, site), *_previews(found)]
    for part in parts:
        if len(text) + len(part) > FULL:
            return f"{text}… La suite est dans l’onglet « Checks ».\n"
        text += f"{part}\n"
    return text


def _head(found: Findings, built: int | None) -> Iterator[str]:
    if found.errors:
        yield f"### Presque : {counted('{n} point', '{n} points', found.errors)} à corriger\n"
        yield f"{_summary(found)} Le site en ligne ne change pas tant qu’il reste une erreur ; vous ne pouvez rien casser.\n"
    elif built is None:
        yield "### La construction n’est pas allée jusqu’au bout\n"
        yield f"Vos fichiers n’ont pas d’erreur, mais le verdict manque. {TEAM}\n"
    elif built:
        yield "### La construction a échoué\n"
        yield f"Vos fichiers n’ont pas d’erreur, mais le site ne peut pas être construit avec eux. {_reason(built)}\n"
    elif found.errors + found.warnings:
        yield "### Merci ! Rien n’empêche de publier.\n"
        yield f"{_summary(found)} À relire, sans urgence.\n"
    else:
        yield "### Merci ! Tout est en ordre.\n"


def _reason(built: int) -> str:
    if built == 1:
        return "D’autres fichiers du portail ont des erreurs, que cette demande n’a pas faites : l’équipe va regarder."
    return f"{TEAM} Le site en ligne ne change pas."


def _summary(found: Findings) -> str:
    parts = [counted("{n} erreur", "{n} erreurs", found.errors)] if found.errors else []
    parts += [counted("{n} avertissement", "{n} avertissements", found.warnings)] if found.warnings else []
    return f"{' et '.join(parts)} dans {counted('{n} fichier', '{n} fichiers', found.files)}."


def _problems(found: Findings, site: str) -> Iterator[str]:
    for path, problems in groupby(found.problems, lambda problem: problem.path):
        lines = [line for problem in problems for line in _problem(problem, site)]
        yield "\n".join([f"**{words(path) or 'Sans nom'}**\n", *lines, ""])
    left = found.errors + found.warnings - len(found.problems)
    if left > 0:
        yield f"… et {counted('{n} autre', '{n} autres', left)}. La liste entière est dans les annotations du contrôle.\n"
    if found.repairable:
        number = counted("{n} point se répare", "{n} points se réparent", found.repairable)
        yield f"{number} d’une commande, sur un ordinateur qui a le dépôt : `make check-content OPTIONS='--fix --since origin/HEAD'`.\n"


def _problem(problem: Told, site: str) -> Iterator[str]:
    sign, kind = ("🔴", "erreur") if problem.is_error else ("🟡", "avertissement")
    code = f"[{problem.code}]({site}/contribuer/problemes/{problem.code.lower()}/)" if site else problem.code
    said, *lines = problem.repair.split("\n")
    lines = [line for line in lines if _visible(line)]
    repair = f" **{shown}**" if (shown := words(said)) else ""
    yield f"- {sign} **Ligne {problem.line}** ({kind} {code}) : {words(problem.message)}{repair}"
    if lines:
        yield from (f"  {line}" for line in block(lines))
    elif line := verbatim(problem.text):
        yield f"  {line}"


def _previews(found: Findings) -> Iterator[str]:
    if found.previews:
        yield "### Ce que cela donnera\n"
        yield from map(_preview, found.previews)
    if (left := found.published - len(found.previews)) > 0:
        yield f"… et {counted('{n} autre contribution', '{n} autres contributions', left)}.\n"


def _preview(preview: Preview) -> str:
    facts = " · ".join(filter(None, map(words, preview.facts)))
    lines = [
        f"> **{words(preview.title) or 'Sans titre'}**",
        f"> {words(preview.summary)}",
        ">",
        f"> {facts}",
        f"> {verbatim(preview.url)}",
    ]
    return "\n".join(lines) + "\n"


def words(text: str) -> str:
    """A text as words of Markdown, on one line: what would be markup is escaped, what GitHub would make a link of is parted."""
    plain = _visible(text)[:LONGEST]
    escaped = BEGINNING.sub(r"\1\\", SPECIAL.sub(r"\\\1", plain))
    return CALLS.sub(rf"\1{APART}", escaped)


def verbatim(text: str) -> str:
    """A text between as many backquotes as it needs, in which GitHub makes links of nothing."""
    plain = _visible(text)
    shown = plain if len(plain) <= OF_A_LINE else plain[:OF_A_LINE] + "…"
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    return f"{fence} {shown} {fence}" if shown else ""


def block(lines: list[str]) -> list[str]:
    """Lines to write as a block of code, their indentation kept, between more backquotes than any of them has."""
    shown = [f"{' ' * (len(line) - len(line.lstrip(' ')))}{_visible(line)}"[:OF_A_LINE] for line in lines[:MOST_LINES]]
    fence = "`" * max(3, 1 + max((len(run) for line in shown for run in re.findall("`+", line)), default=0))
    return [f"{fence}yaml", *shown, fence]


def _visible(text: str) -> str:
    blanks = " ".join(text.split())
    return "".join(mark for mark in blanks if unicodedata.category(mark) not in HIDDEN).strip()


def counted(singular: str, plural: str, number: int) -> str:
    """A French phrase that agrees with a number; `{n}` stands for it. Zero is singular."""
    return (plural if number > 1 else singular).format(n=f"{number:,}".replace(",", "\u202f"))
