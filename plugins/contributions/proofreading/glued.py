"""Emphasis between punctuation and a word: « **Tarif :**5 € » is bold here, and stars in GitHub's preview (CommonMark 6.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contributions.problems.problem import Finding, Fix

EMPHASIS = re.compile(r"(?<![*\\])(?P<stars>\*{1,2})(?P<words>(?=[^\s*])[^*\n]{0,200}[^\s*])(?P=stars)(?!\*)")
WORDY = re.compile(r"[^\W_]")
MARK = re.compile(r"[^\w\s]")
"""Punctuation."""
MATHS = re.compile(r"[\d\s.,x+=/-]*")


def glued(body: str) -> Iterator[tuple[int, Finding]]:
    """Findings about it, each with where the emphasis begins."""
    for found in EMPHASIS.finditer(body) if "*" in body else ():
        whole, words = found[0], found["words"]
        before, behind = body[found.start() - 1 : found.start()], body[found.end() : found.end() + 1]
        if MATHS.fullmatch(words):
            continue
        if MARK.match(words[-1]) and WORDY.match(behind):
            yield found.start(), _told(whole, f"{whole} ", "après")
        elif MARK.match(words) and WORDY.match(before):
            yield found.start(), _told(whole, f" {whole}", "avant")


def _told(whole: str, apart: str, side: str) -> Finding:
    message = f"« {whole} » touche un mot : l’aperçu de GitHub en montrerait les étoiles."
    repair = f"Mettez une espace {side}, ou écrivez la ponctuation hors des étoiles."
    return Finding("W231", message, repair, fix=Fix(apart, whole))
