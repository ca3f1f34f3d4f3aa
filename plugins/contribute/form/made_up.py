"""What a rule says of values that do not fit together: asked of the rule, on a contribution made up for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from contribute.form.probe import Told, words
from contributions.cache.facts import recorded
from contributions.library.library import Library
from contributions.models import KINDS, Common
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution
from contributions.record.values import Sums, Whole

Rule = Callable[[Library, Contribution[Common], Path], Iterator[Finding]]
KEYS: dict[str, Any] = {"title": "Essai", "summary": "Essai", "category": "-", "themes": ["-"], "date": "2026-01-01"}


class _MadeUp:
    """Where the values of a contribution that nobody sent come from."""

    def __init__(self, meta: Common) -> None:
        self._meta = meta

    def whole(self) -> Whole:
        """Its values."""
        return Whole(self._meta)

    def brief(self) -> NoReturn:
        """Nothing that lists need."""
        raise NotImplementedError

    def html(self) -> str:
        """No body."""
        return ""


def told_by(rule: Rule, library: Library, kind: str, keys: Mapping[str, Any], marks: Mapping[str, str], code: str = "") -> Told:
    """What a rule says first (or first of a code), and no further; what it reads of the library is no part of a page.

    `marks` names parts of the words: {"start": "2099-12-31"}.
    """
    made = Contribution[Common](kind, "essai", Sums(b"", b"", b""), _MadeUp(KINDS[kind].model_validate({**KEYS, **keys})))
    with recorded():
        return words(next(finding for finding in rule(library, made, Path()) if code in finding.code), marks)
