"""The text of a file's bytes: UTF-8; another encoding is told, and read nevertheless where it can be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contributions.problems.problem import Finding, Fix
from contributions.source.matter import FrontMatterError
from contributions.words.hidden import CONTROL

MAX_BYTES = 1_000_000
BOM = "\ufeff"
REPLACED = "\ufffd"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def bytes_of(file: Path) -> bytes:
    """What a file holds, up to a byte more than it may: nobody's memory is filled by a film that took a wrong turn."""
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def decode(data: bytes) -> str:
    """Text, byte-order mark and Windows line ends forgiven. Raises FrontMatterError."""
    text, findings = legible(data)
    if errors := [finding for finding in findings if finding.severity == "error"]:
        raise FrontMatterError(errors[0])
    return text


def legible(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """Text, and what is wrong with the bytes. Raises FrontMatterError where there is too much of it, or none to be seen."""
    if len(data) > MAX_BYTES:
        raise FrontMatterError(_too_heavy())
    try:
        text, findings = data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        text, finding = _otherwise(data, error.start)
        if CONTROL.search(text.removeprefix(BOM)):
            raise FrontMatterError(finding) from error
        findings = [finding]
    if text.startswith(BOM):
        text = text.removeprefix(BOM)
        findings += [] if findings else [_marked()]
    if "\r" in text:
        findings += _windows(text)
        text = _with_line_feeds(text)
    return text, tuple(findings)


def of_a_spreadsheet(data: bytes) -> str:
    """Text in whichever encoding a spreadsheet saves it, with its marks and line ends. Raises FrontMatterError where it is another."""
    text, findings = legible(data)
    unreadable = [finding for finding in findings if finding.code == "E001"] if REPLACED in text else []
    if unreadable:
        raise FrontMatterError(unreadable[0])
    return text


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _too_heavy() -> Finding:
    weight = f"Ce fichier pèse plus de {MAX_BYTES // 1000} ko."
    return Finding("E011", weight, "Déposez images et documents dans leurs dossiers.", line=1, column=1)


def _otherwise(data: bytes, at: int) -> tuple[str, Finding]:
    """The text in the encoding that it most likely has."""
    if data.startswith(UTF_16):
        text, other, line, column = data.decode("utf-16", "replace"), ", mais sans doute en UTF-16", 1, 1
    else:
        text, other = data.decode("utf-8", "replace"), " de bout en bout"
        if 2 * text.count(REPLACED) > sum(character > "\x7f" for character in text):  # more of it is wrong than right
            text, other = data.decode("cp1252", "replace"), ", mais sans doute en Windows-1252 (« ANSI », Latin-1)"
        before = _with_line_feeds(data[:at].decode("utf-8", "replace").removeprefix(BOM))
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    message = f"Ce fichier n’est pas enregistré en UTF-8{other}."
    return text, Finding("E001", message, "Enregistrez-le à nouveau avec l’encodage « UTF-8 ».", line=line, column=column)


def _marked() -> Finding:
    return Finding(
        "W001",
        "Ce fichier commence par une marque invisible (BOM).",
        "Enregistrez-le en « UTF-8 », sans BOM.",
        line=1,
        column=1,
        fix=Fix("", BOM),
    )


def _windows(text: str) -> Iterator[Finding]:
    first = text.index("\r")
    line = text.count("\n", 0, first) + 1
    yield Finding(
        "W002",
        "Les lignes de ce fichier se terminent à la manière de Windows (CRLF).",
        "Enregistrez-le avec des fins de ligne « LF ».",
        line=line,
        column=first - (text.rfind("\n", 0, first) + 1) + 1,
        fix=Fix("\n", "\r"),
    )
