"""What holds of everything that is said about a contribution, whatever its bytes: where it points to, and how it speaks."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from contributions.loading.loading import load
from contributions.problems.problem import Problem

CODE = re.compile(r"[EW]\d{3}")
FOREIGN = re.compile(
    r"(?i)\b(expected|mapping|should|validation|scalar|token|could|undefined|anchor|unhashable|exceeds|traceback|nonetype|must|"
    r"cannot|the|found|character|not|while|constructor|pydantic)\b|Input |type=|<class|<built"
)
"""Words of YAML's and pydantic's own messages, none of them French."""
TODAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one file: the problems, or the exception that escaped, and the seconds of processor time it took."""

    problems: tuple[Problem, ...]
    raised: Exception | None
    seconds: float


def answer(content: Path, path: str, data: bytes) -> Answer:
    """Write a file below a content folder, load all of the folder, and take the file away again."""
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    started = time.process_time()
    try:
        problems, raised = load(content, TODAY).problems, None
    except Exception as error:  # that nothing escapes is what is promised
        problems, raised = (), error
    finally:
        file.unlink()
    return Answer(problems, raised, time.process_time() - started)


def broken(data: bytes, found: Answer) -> Iterator[str]:
    """The promises that an answer does not keep, a sentence each."""
    if found.raised is not None:
        yield f"{type(found.raised).__name__}: {found.raised}"
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    rows = text.split("\n")
    for problem in found.problems:
        if not CODE.fullmatch(problem.code):
            yield f"no code: {problem}"
        if not 1 <= problem.line <= len(rows) + 1:
            yield f"line outside of a file of {len(rows)} lines: {problem}"
        elif not 1 <= problem.column <= len((*rows, "")[problem.line - 1]) + 1:
            yield f"column outside of its line: {problem}"
        for words in (problem.message, problem.repair):
            if not words.strip():
                yield f"says nothing: {problem}"
            if foreign := next((word for word in FOREIGN.findall(words) if word not in text), None):
                yield f"speaks no French ({foreign}): {problem}"
