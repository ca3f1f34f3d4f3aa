"""What is wrong with the text of a body as it is written: headings, links, HTML that will not be published, addresses of persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from contributions.markdown.github.fences import fenced
from contributions.markdown.github.shapes import fence_below, indent
from contributions.problems.problem import Finding, Fix
from contributions.proofreading.dropped import dropped
from contributions.proofreading.glued import glued
from contributions.proofreading.joined import joined
from contributions.proofreading.notations import notations
from contributions.proofreading.pasted import code_by_accident, empty_links, quoted_twice, remains, uncalled, unresolved, without_remains
from contributions.words.alternatives import a_file_name, named_after_a_file
from contributions.words.hidden import entities
from contributions.words.lines import Lines
from contributions.words.persons import personal_email, personal_phone

FENCED_WITHIN = re.compile(
    r"^(?: ++|> ?+|[-*+] ++|\d++[.)] ++)++(?P<fence>`{3,}|~{3,})[^\n`]*\n(?:[^\n]*\n)*?[ >]*(?P=fence)[`~]* *$", re.MULTILINE
)
"""Code between fences in an entry of a list or a quotation."""
CODE = re.compile(r"(?<!`)(`++)[^\n]*?(?<!`)\1(?!`)")
HEADING = re.compile(
    r"^ {0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<words>[^\n]*))?$|^(?P<above>[^\n]++)\n {0,3}(?P<line>=+|-{2,})[ \t]*$", re.MULTILINE
)
LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s()<>]+)|<(?P<auto>[A-Za-z][\w+.-]+:[^\s<>]+)>|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<defined>[^\s<>]+)", re.MULTILINE
)
TARGET = re.compile(r"""\b(?:href|src)\s*+=\s*+["']?\s*+(?P<attribute>[^\s"'<>]+)""", re.IGNORECASE)
SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
FOREIGN = re.compile(r"(?:\](?:\(|:)\s*+<?|<|=\s*+[\"']?\s*+)(?!https?:|mailto:|tel:)[A-Za-z][A-Za-z0-9+.-]*+:")
"""Where a scheme that is not allowed may stand: seldom, and then it is looked at closely."""
ALLOWED = {"http", "https", "mailto", "tel"}
IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\(")


def body_findings(body: str, first_line: int) -> Iterator[Finding]:
    """All findings of a body whose first line in the file is `first_line`."""
    written = without_code(body)
    plain = without_remains(written)
    found = [*_endless(body), *remains(written), *(each for look in LOOKS for each in look(plain))]
    if not found:
        return
    lines = Lines(body)
    for start, finding in sorted(found, key=_start):
        line, column = lines.place(start)
        yield replace(finding, line=first_line + line - 1, column=column)


Found = Iterator[tuple[int, Finding]]
"""Findings, each with where it begins in the body."""


def _start(found: tuple[int, Finding]) -> int:
    return found[0]


def without_code(body: str) -> str:
    """The body with blanks in the place of code, which is shown as it is."""
    if "`" not in body and "~~~" not in body:
        return body
    lines = body.split("\n")
    for code in fenced(lines):
        lines[code.start : code.end] = [" " * len(line) for line in lines[code.start : code.end]]
    body = FENCED_WITHIN.sub(_blank, "\n".join(lines))
    return CODE.sub(lambda code: " " * len(code[0]), body)


def _blank(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code[0])


def _endless(body: str) -> Found:
    """That nothing closes code between fences: it has all that follows."""
    if "```" not in body and "~~~" not in body:
        return
    lines = body.split("\n")
    for code in fenced(lines):
        if not code.closed:
            fence = fence_below("", lines[code.start])
            below = any(line.strip() for line in lines[code.start + 1 :])
            message = "Rien ne ferme ce bloc de code : tout ce qui suit sera montré comme du code."
            closing = f"Ajoutez une ligne « {fence} » là où il finit, ou effacez celle-ci." if below else "Effacez cette ligne."
            yield sum(len(line) + 1 for line in lines[: code.start]) + indent(lines[code.start]), Finding("W230", message, closing)


def _headings(body: str) -> Found:
    if "#" not in body and "\n=" not in body and "\n--" not in body:
        return
    before = 1
    for heading in HEADING.finditer(body):
        level = len(heading["marks"]) if heading["marks"] else 1 if heading["line"][0] == "=" else 2
        above = heading["above"]
        if above and (not above.strip() or "|" in above or above.lstrip()[0] in ">-*+"):
            continue  # a rule below nothing or a list, or the head of a table
        if level == 1:
            words = above or heading["words"] or ""
            repair = f"Écrivez « ## {words.strip()} » : le titre de la page est déjà celui de l’en-tête."
            fix = Fix("##", "#") if heading["marks"] else None
            at = heading.start("marks") if heading["marks"] else heading.start()
            yield at, Finding("E216", "Un titre de premier niveau n’a pas sa place dans le texte.", repair, fix=fix)
            level = 2
        elif level > before + 1:
            message = f"Ce titre saute un niveau : {'#' * level} après {'#' * before if before > 1 else 'le titre de la page'}."
            yield heading.start(), Finding("E215", message, f"Commencez la ligne par « {'#' * (before + 1)} ».")
        before = level


def _links(body: str) -> Found:
    if not FOREIGN.search(body):
        return
    for link in chain(LINK.finditer(body), TARGET.finditer(body) if "=" in body else ()):
        start = link.start(link.lastgroup or 0)
        scheme = SCHEME.match(link[link.lastgroup or 0])
        if scheme and scheme["scheme"].lower() not in ALLOWED:
            message = f"Un lien ne peut pas commencer par « {scheme['scheme']}: »."
            yield start, Finding("E214", message, "Écrivez une adresse en https://, mailto: ou tel:, ou un chemin de ce site (/agenda/…).")


def _images(body: str) -> Found:
    if "![" not in body:
        return
    for image in IMAGE.finditer(body):
        if named_after_a_file(image["alt"]):
            yield image.start("alt"), a_file_name(image["alt"])


def _hidden(body: str) -> Found:
    if "&" in body:
        yield from entities(body)


def _persons(body: str) -> Found:
    if "@" in body:
        yield from personal_email(body)
    if "06" in body or "07" in body or "+33" in body:
        yield from personal_phone(body)


LOOKS = (
    *(_headings, _links, _images, dropped, _hidden, _persons),
    *(joined, notations, empty_links, quoted_twice, code_by_accident, unresolved, uncalled, glued),
)
