"""Every problem code by an example: what a contributor sends, and exactly what is answered.

An example is named after its code and lies here in one of two forms:

- `E103-day.md` is one contribution; `E103-day.txt` holds the lines that the check prints, the first of which also says
  where below content/ the file goes (`.md.gz` where the file itself is too heavy to be kept);
- `E009-twice/` is a tree that lies over content/, with its lines in `E009-twice/expected.txt` (heavy files end in `.gz` here too).
  `before/` in it is what it is compared with: the tree that a git repository had before.

Either stands beside BASE: a valid hub.yml and an organisation.
"""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from contributions.loading.loading import load
from contributions.problems.problem import LINE_END, ContentError, Problem
from contributions.revisions.since import since
from support import TODAY, codes_of_the_source, hub, organisation, write
from support_git import Repository

HERE = Path(__file__).parent
BASE = hub() | organisation("musee-de-la-craie", title="Musée de la craie")
LINE = re.compile(r".+?:\d+:\d+: ([EW]\d{3}) (.+)")


def examples() -> Iterator[Path]:
    """Every example, by its folder or its file of expected lines."""
    yield from sorted(path for path in HERE.iterdir() if path.suffix == ".txt" or (path.is_dir() and (path / "expected.txt").is_file()))


def files(example: Path) -> dict[str, str | bytes]:
    """The files of an example, by their path below content/."""
    if example.is_dir():
        return {path: data for path, data in tree(example).items() if path != "expected.txt" and not path.startswith("before/")}
    path = example.read_text("utf-8").split(":", 1)[0].removeprefix("content/")
    heavy = example.with_suffix(".md.gz")
    return {path: gzip.decompress(heavy.read_bytes()) if heavy.is_file() else example.with_suffix(".md").read_bytes()}


def tree(folder: Path) -> dict[str, str | bytes]:
    """The files of a folder, by their path below it."""
    found = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return dict(unpacked(file.relative_to(folder), file.read_bytes()) for file in found)


def unpacked(path: Path, data: bytes) -> tuple[str, bytes]:
    """A file of a tree; what is too heavy to be kept as it is ends in .gz."""
    return (path.with_suffix("").as_posix(), gzip.decompress(data)) if path.suffix == ".gz" else (path.as_posix(), data)


def links(example: Path) -> dict[str, str]:
    """The symbolic links of an example, and where they lead."""
    return {file.relative_to(example).as_posix(): str(file.readlink()) for file in example.rglob("*") if file.is_symlink()}


def expected(example: Path) -> list[str]:
    """The lines that an example must give."""
    return (example / "expected.txt" if example.is_dir() else example).read_text("utf-8").splitlines()


def told(example: Path) -> list[tuple[str, str]]:
    """Code and words of each expected line."""
    return [(match[1], match[2]) for line in expected(example) if (match := LINE.fullmatch(line))]


def problems_of(example: Path, folder: Path) -> tuple[Problem, ...]:
    """What the check says of an example, written below a folder."""
    if (example / "before").is_dir():
        repository = Repository(folder)
        repository.replace({**BASE, **tree(example / "before")})
        repository.commit()
        repository.replace({**BASE, **files(example)})
        return since(repository.content, load(repository.content, TODAY), "HEAD").problems
    found = files(example)
    content = write(folder, {**BASE, **found})
    if found.get("hub.yml") == b"":
        (content / "hub.yml").unlink()
    for path, target in links(example).items():
        (content / path).symlink_to(target)
    return load(content, TODAY).problems


@pytest.mark.parametrize("example", list(examples()), ids=lambda path: path.stem)
def test_a_bad_file_gets_its_message_and_no_other(example: Path, tmp_path: Path) -> None:
    problems = problems_of(example, tmp_path)
    assert [str(problem) for problem in problems] == expected(example)
    assert {problem.severity for problem in problems} == {"warning" if example.stem.startswith("W") else "error"}


def test_every_code_has_an_example_and_every_example_a_code() -> None:
    assert {code for example in examples() for code, _ in told(example)} == codes_of_the_source()


@pytest.mark.parametrize("example", list(examples()), ids=lambda path: path.stem)
def test_an_example_is_named_after_its_code(example: Path) -> None:
    assert {code for code, _ in told(example)} == {example.stem.split("-", 1)[0]}


@pytest.mark.parametrize("example", list(examples()), ids=lambda path: path.stem)
def test_a_message_is_a_sentence_and_a_repair(example: Path) -> None:
    for _, words in told(example):
        assert words[0].isupper() or words[0] in "«0123456789", words
        sentences, lines, _ = words.partition(LINE_END)
        assert sentences[-1] == ":" if lines else sentences[-1] in ".?", words
        assert re.search(r"[.?] [A-ZÀÉÊ]", words), words


def test_errors_stop_a_build_with_one() -> None:
    assert ContentError.exitcode == 1
