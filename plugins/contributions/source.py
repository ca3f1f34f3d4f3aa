"""Read one file of content/: bytes → front matter → model → contribution, or the problems that stand in the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from contributions.front_matter import FrontMatter, FrontMatterError, parse, positions
from contributions.models import FOLDERS, KINDS, Common
from contributions.models.letter import Letter
from contributions.problems import Finding, Problem
from contributions.typography import typo_html
from contributions.validation import validate
from contributions.vocabulary import did_you_mean

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MARKDOWN = frozenset({".md", ".markdown"})
"""How the names of contributions end, in lower case; only .md is taken, the others are told."""
MAX_BYTES = 1_000_000
NESTING = " \t>*+-"
"""What lines of lists and quotations begin with."""
APART = {"images", "documents", "data", "newsletter"}
"""Folders of content/ that hold no contributions of their own."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says: its values and body, or the problems that stand in the way. `yaml_text` gives later findings their lines."""

    path: str
    meta: Common | None
    problems: tuple[Problem, ...] = ()
    kind: str = ""
    html: str = ""
    yaml_text: str | None = None
    body: str = ""

    @property
    def slug(self) -> str:
        """The file's stem."""
        return PurePosixPath(self.path).stem

    @property
    def example(self) -> bool:
        """Whether it is of the fictional set of a demo."""
        return "exemple" in PurePosixPath(self.path).parts[2:-1]


class Reader:
    """Reads files of one content folder. One converter is kept, so keep one reader a process."""

    def __init__(self, content: Path, vocabularies: Mapping[str, Any]) -> None:
        self.content = content
        self._vocabularies = vocabularies
        from contributions.markdown_body import Converter  # most builds read nothing

        self._converter = Converter()

    def read(self, path: str, data: bytes) -> Read:
        """Read the bytes of the file at `path`, relative to the folder that holds content/ (« content/events/nuit.md »)."""
        inner = PurePosixPath(path).relative_to(self.content.name)
        kind = FOLDERS.get(inner.parts[0])
        findings = list(_name_findings(inner, kind))
        try:
            matter = parse(decode(data))
        except FrontMatterError as error:
            findings.append(error.finding)
            return Read(path, None, located(path, findings, None))
        findings += matter.duplicates
        if kind is None:
            return Read(path, None, located(path, findings, matter.yaml_text))
        meta, wrong = validate(KINDS[kind], matter.values, self._vocabularies)
        findings += wrong
        if meta is None or findings:
            return Read(path, None, located(path, findings, matter.yaml_text))
        try:
            html = self._html(matter)
        except FrontMatterError as error:
            return Read(path, None, located(path, [error.finding], None))
        return Read(path, meta, (), kind, html, matter.yaml_text, matter.body)

    def introduction(self, path: str) -> tuple[Letter | None, str, tuple[Problem, ...]]:
        """Read an editor's introduction of content/newsletter/: its keys and its HTML."""
        inner = PurePosixPath(path).relative_to(self.content.name)
        try:
            matter = parse(decode((self.content / inner).read_bytes()))
            html = self._html(matter)
        except FrontMatterError as error:
            return None, "", located(path, [error.finding], None)
        keys, findings = validate(Letter, matter.values, {})
        findings += matter.duplicates
        return (None, "", located(path, findings, matter.yaml_text)) if findings else (keys, html, ())

    def _html(self, matter: FrontMatter) -> str:
        """The body as safe HTML. Raises FrontMatterError where lists hold one another too deep for the converter."""
        try:
            return typo_html(self._converter.convert(matter.body))
        except RecursionError:
            self._converter = type(self._converter)()  # the old one is still in the middle of the text
            raise FrontMatterError(_too_nested(matter)) from None


def decode(data: bytes) -> str:
    """Text of a file: UTF-8, byte-order mark and Windows line ends forgiven. Raises FrontMatterError."""
    if len(data) > MAX_BYTES:
        raise FrontMatterError(
            Finding(
                "E011",
                f"Ce fichier pèse plus de {MAX_BYTES // 1000} ko.",
                "Déposez images et documents dans leurs dossiers.",
                line=1,
                column=1,
            )
        )
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        raise FrontMatterError(
            Finding(
                "E001",
                "Ce fichier n’est pas enregistré en UTF-8.",
                "Enregistrez-le à nouveau avec l’encodage « UTF-8 ».",
                line=line,
                column=column,
            )
        ) from error


def located(path: str, findings: list[Finding], yaml_text: str | None) -> tuple[Problem, ...]:
    """Give findings their line and column; positions are only computed here, for files that need them."""
    if not findings:
        return ()
    table = positions(yaml_text) if yaml_text is not None and not all(f.line for f in findings) else None
    problems = []
    for finding in findings:
        line, column = table.of(finding) if table else (finding.line or 1, finding.column or 1)
        problems.append(Problem(path, line, column, finding.code, finding.message, finding.repair))
    return tuple(sorted(problems))


def _too_nested(matter: FrontMatter) -> Finding:
    """At the line that is nested most."""
    depths = [len(line) - len(line.lstrip(NESTING)) for line in matter.body.split("\n")]
    line = matter.body_line + depths.index(max(depths))
    return Finding("E015", "Le texte imbrique trop de listes les unes dans les autres.", "Restez sous cinq niveaux.", line=line, column=1)


def wrong_ending(name: str) -> Finding:
    """That a Markdown file does not end in .md."""
    renamed = PurePosixPath(name).stem + ".md"
    return Finding("E007", f"« {name} » ne se termine pas par .md.", f"Renommez le fichier : {renamed}.", line=1, column=1)


def _name_findings(inner: PurePosixPath, kind: str | None) -> list[Finding]:
    if kind is None:
        folders = ", ".join(f"content/{folder}/" for folder in FOLDERS)
        near = did_you_mean(inner.parts[0], FOLDERS) if len(inner.parts) > 1 else f"Déposez-le dans l’un de ces dossiers : {folders}."
        return [Finding("E010", "Ce fichier n’est pas dans le dossier d’un genre de contribution.", near, line=1, column=1)]
    if inner.suffix != ".md":
        return [wrong_ending(inner.name)]
    if not SLUG.fullmatch(inner.stem):
        return [
            Finding(
                "E007",
                f"« {inner.name} » ne peut pas devenir une adresse.",
                "Renommez le fichier : minuscules sans accent, chiffres et traits d’union, puis .md.",
                line=1,
                column=1,
            )
        ]
    if inner.stem in KINDS[kind].list_slugs:
        return [
            Finding("E008", f"« {inner.stem} » est réservé à une page du site.", "Choisissez un autre nom de fichier.", line=1, column=1)
        ]
    return []
