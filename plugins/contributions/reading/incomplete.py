"""A draft may lack what its kind needs: it is told once, in a warning, and the file is published nowhere until that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from contributions.models.groups import document_path, image_path
from contributions.problems.order import MISSING, WAITING
from contributions.problems.problem import Finding
from contributions.rules.files import named_in

DRAFT = "brouillon"


def is_draft(values: Mapping[str, Any]) -> bool:
    """Whether front matter, as it is written, says that it is a draft."""
    status = values.get("status")
    return isinstance(status, str) and status.strip() == DRAFT


def waiting(findings: Sequence[Finding], values: Mapping[str, Any]) -> list[Finding]:
    """The findings of a file; of a draft, one warning stands for all that it lacks, where the first of it is told."""
    lacking = [finding for finding in findings if finding.code == MISSING]
    if not lacking or not is_draft(values):
        return list(findings)
    message = " ".join(["Ce brouillon est incomplet, et ne paraît nulle part.", *(finding.message for finding in lacking)])
    repair = " ".join(finding.repair for finding in lacking)
    told = replace(lacking[0], code=WAITING, message=message, repair=repair, line_to_add="", fix=None)
    return [told if finding is lacking[0] else finding for finding in findings if finding is lacking[0] or finding.code != MISSING]


def files_of_draft(values: Mapping[str, Any], html: str) -> tuple[str, ...]:
    """The paths below content/ of the images and documents that front matter and a body name, whatever else is missing."""
    return tuple(dict.fromkeys([*_files(values), *named_in(html)]))


def _files(values: Mapping[str, Any]) -> Iterator[str]:
    """As rules/files.py has them of a whole model."""
    for group in (values.get("image"), values.get("logo"), *_list(values.get("images"))):
        if isinstance(group, dict) and isinstance(name := group.get("src"), str):
            yield image_path(name)
    for group in (values, *_list(values.get("documents"))):
        if isinstance(group, dict) and isinstance(name := group.get("file"), str):
            yield document_path(name)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
