"""Read a file of settings, which is front matter without fences: hub.yml, and the maps of imports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from contributions.judging.validation import validate
from contributions.models.groups import Model
from contributions.problems.problem import Finding, Problem
from contributions.reading.entries import a_folder_for_a_file, a_link, a_special_file
from contributions.reading.missing import told_once
from contributions.source.front_matter import parse
from contributions.source.matter import FrontMatterError
from contributions.source.positions import located
from contributions.source.texts import bytes_of, decode
from contributions.words.garbled import garbled

M = TypeVar("M", bound=Model)


def read_settings(
    content: Path, file: Path, model: type[M], vocabularies: Mapping[str, Any], further: Callable[[M], Iterable[Finding]]
) -> tuple[M | None, list[Problem]]:
    """The settings of a file below content/, or None; and its problems, `further` ones of what could be read among them."""
    path = f"{content.name}/{file.as_posix()}"
    place = content / file
    if place.is_symlink() or not place.is_file():
        return None, [(a_link if place.is_symlink() else a_folder_for_a_file if place.is_dir() else a_special_file)(path)]
    # With fences, one reader serves contributions and settings, and lines are one too many.
    above = 0
    try:
        text = decode(bytes_of(place))
        above = 0 if text.startswith("---\n") else 1
        matter = parse("---\n" * above + text + "\n---\n")
    except FrontMatterError as error:
        finding = replace(error.finding, line=max(error.finding.line - above, 1))
        return None, list(located(path, [finding], None))
    found, invalid = validate(model, matter.values, vocabularies)
    lost = (replace(each, line=each.line + above) for each in garbled(text))
    findings = [*told_once(invalid, matter), *matter.findings, *lost, *(further(found) if found else ())]
    shifted = [replace(problem, line=max(problem.line - above, 1)) for problem in located(path, findings, matter)]
    return (None if any(problem.severity == "error" for problem in shifted) else found), shifted
