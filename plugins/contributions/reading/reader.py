"""Read one file of content/: bytes → front matter → model → contribution, or the problems that stand in the way."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

from contributions.fields.vocabulary import did_you_mean
from contributions.judging.remarks import cut_by_remarks
from contributions.judging.silent import unknown_and_silent
from contributions.judging.structure import every_key
from contributions.judging.validation import validate
from contributions.models import FOLDERS, KINDS, Common
from contributions.models.groups import Model
from contributions.problems.problem import Finding, Problem, Rename
from contributions.proofreading.findings import body_findings, without_code
from contributions.proofreading.limits import too_costly
from contributions.reading.incomplete import waiting
from contributions.reading.keys_of_lines import CUT_SHORT, below, by_keys, without_echoes
from contributions.reading.missing import told_once
from contributions.reading.page_addresses import by_their_names
from contributions.region.addresses import addresses
from contributions.source.front_matter import parse
from contributions.source.matter import FrontMatter, FrontMatterError, as_written
from contributions.source.positions import located
from contributions.source.texts import bytes_of, legible
from contributions.words.garbled import garbled
from contributions.words.slugs import SLUG, slug_of
from contributions.words.typography import typo_html

if TYPE_CHECKING:
    from contributions.markdown.body import Converter

M = TypeVar("M", bound=Model)
MARKDOWN = frozenset({".md", ".markdown"})
"""How the names of contributions end, in lower case; only .md is taken, the others are told."""
NESTING = " \t>*+-"
"""What lines of lists and quotations begin with."""
APART = {"images", "documents", "data", "newsletter", "letters", "reports", "loans", "imports"}
"""Folders of content/ that hold no contributions of their own."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says: its values and body, or None and the problems that stand in the way. `matter` gives findings their lines.

    A draft that only lacks something has no values either, and nothing but warnings.
    """

    path: str
    meta: Common | None
    problems: tuple[Problem, ...] = ()
    kind: str = ""
    html: str = ""
    matter: FrontMatter | None = None

    @property
    def slug(self) -> str:
        """The file's stem."""
        return PurePosixPath(self.path).stem

    @property
    def waits(self) -> bool:
        """Whether it is a draft that only lacks something."""
        return self.meta is None and all(problem.severity == "warning" for problem in self.problems)

    @property
    def example(self) -> bool:
        """Whether it is of the fictional set of a demo."""
        return "exemple" in PurePosixPath(self.path).parts[2:-1]


class Reader:
    """Reads files of one content folder. One converter is kept, so keep one reader a process."""

    def __init__(self, content: Path, vocabularies: Mapping[str, Any]) -> None:
        self.content = content
        self._vocabularies = vocabularies

    @cached_property
    def _converter(self) -> Converter:
        from contributions.markdown.body import Converter  # most builds read nothing

        return Converter()

    def read(self, path: str, data: bytes) -> Read:
        """Read the bytes of the file at `path`, relative to the folder that holds content/ (« content/events/nuit.md »)."""
        inner = PurePosixPath(path).relative_to(self.content.name)
        kind = FOLDERS.get(inner.parts[0])
        findings = list(_name_findings(inner, kind))
        matter: FrontMatter | None = None
        meta: Common | None = None
        html = ""
        try:
            text, wrong = legible(data)
            findings += wrong
            matter = parse(text)
            keys = every_key(KINDS[kind]) if kind else ()
            findings += self._of_text(text, matter, keys)
            if kind is not None:
                meta, invalid = validate(KINDS[kind], matter.values, self._vocabularies)
                unknown = unknown_and_silent(matter, KINDS[kind], self._vocabularies)
                findings += told_once([*map(by_their_names, invalid), *unknown], matter, below(matter, keys))
                findings += cut_by_remarks(matter, KINDS[kind])
            findings = waiting(findings, matter.values)
            if all(finding.severity == "warning" for finding in findings):
                html = self.html(matter)
        except FrontMatterError as error:
            findings += error.findings
        problems = without_echoes(located(path, _without_gone(findings), matter))
        readable = meta is not None and all(finding.severity == "warning" for finding in findings)
        return Read(path, meta if readable else None, problems, kind or "", html, matter)

    def apart(self, path: str, model: type[M]) -> tuple[M | None, str, tuple[Problem, ...]]:
        """Read a text that is no contribution, a letter's or a report's: its keys and its HTML, and what is wrong with them."""
        inner = PurePosixPath(path).relative_to(self.content.name)
        findings: list[Finding] = []
        matter: FrontMatter | None = None
        keys, html = None, ""
        try:
            text, wrong = legible(bytes_of(self.content / inner))
            findings += wrong
            matter = parse(text)
            findings += self._of_text(text, matter, ())
            keys, invalid = validate(model, matter.values, {})
            findings += told_once([*invalid, *unknown_and_silent(matter, model, {})], matter)
            findings += cut_by_remarks(matter, model)
            if all(finding.severity == "warning" for finding in findings):
                html = self.html(matter)
        except FrontMatterError as error:
            findings += error.findings
        problems = located(path, _without_gone(findings), matter)
        return (None if any(p.severity == "error" for p in problems) else keys), html, problems

    def _of_text(self, text: str, matter: FrontMatter, keys: Collection[str]) -> Iterator[Finding]:
        """What is wrong with a file as text, of a kind that has such keys, above all that its values say."""
        of_header = list(by_keys(matter, keys))
        yield from of_header
        yield from garbled("\n".join(text.split("\n", matter.body_line - 1)[:-1]))
        if not any(
            finding.code == CUT_SHORT for finding in of_header
        ):  # of keys that are taken for a text, a text's repairs would make a list
            yield from self._of_body(matter)

    def _of_body(self, matter: FrontMatter) -> Iterable[Finding]:
        """What is wrong with the body's text; of one that takes too long to read, nothing else is looked at."""
        costly = too_costly(matter.body)
        if costly is None:
            lost = (replace(each, line=each.line + matter.body_line - 1) for each in garbled(without_code(matter.body)))
            found = [*body_findings(matter.body, matter.body_line), *lost]
            return [replace(each, column=as_written(each.line, each.column, matter.mends)) for each in found] if matter.mends else found
        line, column = costly
        message = "À partir d’ici, ce texte contient trop de signes à la suite pour être lu."
        return [
            Finding(
                "E019",
                message,
                "Retirez les signes répétés, ou séparez-les par des lignes vides.",
                line=matter.body_line + line - 1,
                column=column,
            )
        ]

    def html(self, matter: FrontMatter) -> str:
        """The body as safe HTML. Raises FrontMatterError where lists hold one another too deep for the converter."""
        try:
            return typo_html(self._converter.convert(matter.body))
        except RecursionError:
            del self._converter  # it is still in the middle of the text
            raise FrontMatterError(_too_nested(matter)) from None


def _too_nested(matter: FrontMatter) -> Finding:
    """At the line that is nested most."""
    depths = [len(line) - len(line.lstrip(NESTING)) for line in matter.body.split("\n")]
    line = matter.body_line + depths.index(max(depths))
    return Finding("E015", "Le texte imbrique trop de listes les unes dans les autres.", "Restez sous cinq niveaux.", line=line, column=1)


def wrong_ending(name: str) -> Finding:
    """That a Markdown file does not end in .md."""
    return _renamed(f"« {name} » ne se termine pas par .md.", PurePosixPath(name).stem)


def _renamed(message: str, stem: str) -> Finding:
    """That a file needs another name, and which."""
    slug = slug_of(re.sub(r"(\.md)+\Z", "", stem, flags=re.IGNORECASE))
    example = f" : {slug}.md" if slug else " : minuscules sans accent, chiffres et traits d’union, puis .md"
    return Finding("E007", message, f"Renommez le fichier{example}.", line=1, column=1, fix=Rename(f"{slug}.md") if slug else None)


def _name_findings(inner: PurePosixPath, kind: str | None) -> list[Finding]:
    if kind is None:
        folders = ", ".join(f"content/{folder}/" for folder in FOLDERS)
        near = did_you_mean(inner.parts[0], FOLDERS) if len(inner.parts) > 1 else f"Déposez-le dans l’un de ces dossiers : {folders}."
        return [Finding("E010", "Ce fichier n’est pas dans le dossier d’un genre de contribution.", near, line=1, column=1)]
    if inner.suffix != ".md":
        return [wrong_ending(inner.name)]
    if not SLUG.fullmatch(inner.stem):
        return [_renamed(f"« {inner.name} » ne peut pas devenir une adresse.", inner.stem)]
    if inner.stem in addresses().reserved(kind):
        return [
            Finding("E008", f"« {inner.stem} » est réservé à une page du site.", "Choisissez un autre nom de fichier.", line=1, column=1)
        ]
    return []


def _without_gone(findings: list[Finding]) -> list[Finding]:
    """Findings; where the file's encoding is told, the letters that are gone because of it are not told one by one."""
    if all(finding.code != "E001" for finding in findings):
        return findings
    return [finding for finding in findings if finding.code != "E227" or finding.fix is not None]
