"""What holds of everything that is said about files, whatever their bytes: where it points to, how it speaks, what is done meanwhile."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator

from contributions.problems.problem import Problem
from fuzzing.promised.published import publishing
from fuzzing.promised.trying import Answer, Command, Files, Ground, Mending
from fuzzing.promised.unchanged import altered

CODE = re.compile(r"[EW]\d{3}")
FOREIGN = re.compile(
    r"(?i)\b(expected|mapping|should|validation|scalar|token|could|undefined|anchor|unhashable|exceeds|traceback|nonetype|must|"
    r"cannot|the|found|character|not|while|constructor|pydantic)\b|Input |type=|<class|<built"
)
"""Words of YAML's and pydantic's own messages, none of them French."""
OTHER = {"Windows-1252": "cp1252", "UTF-16": "utf-16"}
"""Encodings that a file is told to have instead of UTF-8."""
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
SLOW = 1.0
"""Seconds that no answer may take."""
TEXTS = (".md", ".yml", ".csv", ".svg", ".markdown")


def kept(ground: Ground, files: Files, meant: Files | None = None, *, wholly: bool) -> tuple[Answer, list[str]]:
    """The answer to some files, and the promises that it does not keep, a sentence each.

    `meant` is what some of them held before they were broken: they are mended and compared with it. `wholly` asks the command too,
    mends the files, and publishes what nothing is wrong with. Raises Unlayable.
    """
    with ground.laid(files):
        found = ground.answer()
        wrong = [*broken(files, found), *([f"too slow: {found.seconds:.1f} s"] if found.seconds > SLOW else [])]
        if wholly and found.raised is None:
            wrong += _wholly(ground, found)
        if meant and found.raised is None and any(problem.fix for problem in found.problems):
            wrong += said_as_before(meant, files, ground.mended(meant))
    return found, wrong


def said_as_before(meant: Files, broken: Files, done: Mending) -> Iterator[str]:
    """What `--fix` changed of what breaking had left alone, in files that it calls mended."""
    for path, before in meant.items():
        inner = os.fsdecode(path)
        wrong = any(problem.severity == "error" and problem.path.partition("/")[2] == inner for problem in done.problems)
        if path in done.files and not wrong:
            yield from altered(*(_text(data, ()) for data in (before, broken[path], done.files[path])))


def _wholly(ground: Ground, found: Answer) -> Iterator[str]:
    yield from commanded(found, ground.command())
    if found.library is not None and not any(problem.severity == "error" for problem in found.problems):
        yield from publishing(found.library, ground.content)
    if any(problem.fix for problem in found.problems):
        try:
            yield from mended(found, ground.mended())
        except Exception as error:  # that nothing escapes is what is promised
            yield f"{type(error).__name__} while mending: {error}"


def broken(files: Files, found: Answer) -> Iterator[str]:
    """What is wrong with what was said, and with what was done meanwhile."""
    if found.raised is not None:
        yield f"{type(found.raised).__name__}: {found.raised}"
    yield from (f"written: {path}" for path in found.written)
    texts = {path: _text(data, _of(path, found.problems)) for path, data in zip(map(os.fsdecode, files), files.values(), strict=True)}
    everything = "\n".join((*texts, *texts.values()))
    for problem in found.problems:
        if not CODE.fullmatch(problem.code):
            yield f"no code: {problem}"
        yield from _outside(problem, texts)
        for words in (problem.message, problem.repair):
            if not words.strip():
                yield f"says nothing: {problem}"
            if foreign := next((word for word in FOREIGN.findall(words) if word not in everything), None):
                yield f"speaks no French ({foreign}): {problem}"


def _of(path: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    return (problem for problem in problems if problem.path.partition("/")[2] == path)


def _text(data: bytes, problems: Iterable[Problem]) -> str:
    """The text of a file, in the encoding that it is told to have."""
    told = " ".join(problem.message for problem in problems if problem.code == "E001")
    encoding = next((name for words, name in OTHER.items() if words in told), "utf-8-sig" if told else _encoding(data))
    return data.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")


def _encoding(data: bytes) -> str:
    """Of a file of whose encoding nothing is told: tables of loans may have that of a spreadsheet."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "cp1252"
    return "utf-8-sig"


def _outside(problem: Problem, texts: dict[str, str]) -> Iterator[str]:
    """That a problem points to nothing: to no file that is there, or past its lines."""
    inner = problem.path.partition("/")[2]
    text = texts.get(inner)
    if text is None:
        shown = {_shown(path) for path in texts}
        if inner != "hub.yml" and inner not in shown and not any(path.startswith(f"{inner}/") for path in (*texts, *shown)):
            yield f"no such file: {problem}"
        return
    rows = text.split("\n") if inner.lower().endswith(TEXTS) else [""]
    if not 1 <= problem.line <= len(rows) + 1:
        yield f"line outside of a file of {len(rows)} lines: {problem}"
    elif not 1 <= problem.column <= len((*rows, "")[problem.line - 1]) + 1:
        yield f"column outside of its line: {problem}"


def _shown(path: str) -> str:
    """A path as it can be written: bytes that are no UTF-8, and characters that nothing shows, as escapes."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(repr(c)[1:-1] if unicodedata.category(c) in UNSEEN else c for c in text)


def commanded(found: Answer, said: Command) -> Iterator[str]:
    """What the command says otherwise than loading: another code, other problems, a traceback; and what it wrote outside of its cache."""
    errors = any(problem.severity == "error" for problem in found.problems)
    if said.code == 2:
        yield f"exit code 2: {said.stderr.strip().splitlines()[-3:]}"
        return
    if said.code != errors:
        yield f"exit code {said.code} with{'' if errors else 'out'} errors"
    told = [(p.path, p.line, p.column, p.code, p.severity, p.message, p.repair) for p in found.problems]
    if told != list(said.told):
        yield f"told otherwise: {sorted(set(told) ^ set(said.told))[:2]}"
    yield from (f"written: {path}" for path in said.written)


def mended(found: Answer, done: Mending) -> Iterator[str]:
    """What mending does not keep: it is done once, makes nothing worse, and touches nothing else."""
    if done.again:
        yield f"mended twice: {list(done.again)[:4]}"
    known = {problem.path for problem in found.problems}
    left = [problem for problem in done.problems if problem.path in known]
    if len(left) > len(found.problems):
        yield f"worse when mended: {[str(problem) for problem in left][:2]}"
    yield from (f"written: {path}" for path in done.written)
