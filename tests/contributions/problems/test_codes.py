"""Every problem code is explained, by excerpts that do what the explanation says."""

import io
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from PIL import Image

from contributions.loading.loading import Loaded
from contributions.models import KINDS
from contributions.problems.codes import Code, code, codes, families
from contributions.problems.problem import Problem
from contributions.revisions.since import since
from support import (
    KIND_FOLDERS,
    REPOSITORY,
    Tree,
    article,
    codes_of_the_source,
    event,
    exhibition,
    organisation,
    programme,
    read,
)
from support_git import Repository

Told = Callable[[Code, str], tuple[Problem, ...]]
KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
MAKE = {"event": event, "exhibition": exhibition, "article": article, "programme": programme}
NAMES = [found.name for found in codes()]
TESTED = [found for found in codes() if not found.shown]


def photograph() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "JPEG")
    return file.getvalue()


AROUND: Tree = {
    "hub.yml": (REPOSITORY / "content" / "hub.yml").read_bytes(),
    "images/falaise.jpg": photograph(),
    "documents/dossier.pdf": b"%PDF-1.4",
    **organisation("musee-de-la-craie"),
    **programme("fete-de-la-science-2026"),
    **event("nuit-des-etoiles", title="Nuit des étoiles", slots=[{"start": "2026-12-19 20:00"}]),
    **event("village-des-sciences", date="2026-09-01", slots=[{"start": "2026-10-10"}]),
    **event("stand-du-village", date="2026-09-01", slots=[{"start": "2026-10-10"}], parent="village-des-sciences"),
    **exhibition("malle-fossiles"),
}
"""What the excerpts name: the region of content/hub.yml, an image, a document and a few contributions."""


def sound(kind: str) -> tuple[str, str]:
    """Header and body of a contribution without problems."""
    (text,) = MAKE[kind]("essai", organisation="musee-de-la-craie", publisher=None).values()
    _, header, body = str(text).split("---\n", 2)
    return header, body


def replaced(header: str, excerpt: str, without: tuple[str, ...]) -> str:
    """The header's other keys, under the excerpt."""
    named = {*KEY.findall(excerpt), *without}
    kept = [block for block in re.split(r"(?m)^(?=\w)", header) if block and KEY.match(block)[1] not in named]
    return "".join(kept)


def tree(found: Code, excerpt: str) -> Tree:
    """An excerpt in its place, among what it names."""
    header, body = sound(found.kind)
    path = f"{KIND_FOLDERS[found.kind]}/essai.md"
    rest = replaced(header, excerpt, found.without)
    texts = {
        "header": f"---\n{excerpt}\n{rest}---\n{body}",
        "body": f"---\n{header}---\n{excerpt}\n",
        "top": f"{excerpt}\n{rest}---\n{body}",
        "file": f"{excerpt}\n",
    }
    if found.where == "path":
        paths = [line.removeprefix("content/") for line in excerpt.split("\n")]
        # Numbers in their titles, so that the files are not duplicates of one another.
        texts = [re.sub("(?m)^(title: .*)$", rf"\1 {number}", f"---\n{header}---\n{body}") for number in range(len(paths))]
        return {**AROUND, **dict(zip(paths, texts, strict=True))}
    beside: Tree = {"images/falaise.heic": b"heic"} if "falaise.heic" in excerpt else {}
    return {**AROUND, **beside, path: texts[found.where]}


def with_marks(found: Code) -> str:
    """The excerpt to avoid, with what its marks stand for."""
    excerpt = found.bad
    for mark, meant in found.marks:
        excerpt = excerpt.replace(mark, meant)
    return excerpt


class TestTheCatalogue:
    def test_explains_every_code_of_the_source_and_no_other(self) -> None:
        assert set(NAMES) == codes_of_the_source()

    def test_explains_a_code_once(self) -> None:
        assert len(NAMES) == len(set(NAMES))
        assert len({found.title for found in codes()}) == len(NAMES)

    def test_keeps_each_code_with_its_family(self) -> None:
        assert [(family.digit, found.name) for family in families() for found in family.codes if found.name[1] != family.digit] == []

    def test_finds_a_code_by_its_name(self) -> None:
        assert code("E103").path == "/contribuer/problemes/e103/"
        with pytest.raises(KeyError):
            code("E999")

    def test_tells_errors_from_warnings(self) -> None:
        assert {found.severity for found in codes() if found.name[0] == "E"} == {"error"}
        assert {found.severity for found in codes() if found.name[0] == "W"} == {"warning"}


@pytest.mark.parametrize("found", codes(), ids=lambda found: found.name)
class TestAnExplanation:
    def test_is_short(self, found: Code) -> None:
        assert len(found.title) <= 32
        assert len(found.meaning) <= 160
        assert len(found.why) <= 200
        assert max(len(excerpt.split("\n")) for excerpt in (found.before, found.bad, found.good)) <= 8
        assert max(len(line) for line in f"{found.before}\n{found.bad}\n{found.good}".split("\n")) <= 56, "it stands beside the other one"

    def test_is_made_of_sentences(self, found: Code) -> None:
        for text in filter(None, (found.meaning, found.why, found.repair, found.note)):
            assert re.match(r"[A-ZÀÉÊÎÔ«]", text), text
            assert text.endswith("."), text
            assert text.count("`") % 2 == 0, text
            assert "'" not in re.sub(r"`[^`]*`", "", text), text
        assert found.meaning.count(". ") == 0, "its first sentence stands alone in the list"

    def test_shows_two_different_excerpts(self, found: Code) -> None:
        assert found.bad.strip() != found.good.strip()
        assert all(mark in found.bad for mark, _meant in found.marks)
        assert bool(found.marks) <= bool(found.note)

    def test_has_texts_of_the_declared_sorts(self, found: Code) -> None:
        assert found.kind in KINDS
        assert found.where in {"header", "body", "top", "file", "path", "beside"}
        assert all(isinstance(getattr(found, field.name), str) for field in fields(Code) if field.type == "str")


@pytest.fixture
def told(loaded: Callable[[Tree], Loaded], tmp_path: Path) -> Told:
    """The problems of an excerpt, in the place of what stood there before where a change is the problem."""

    def problems(found: Code, excerpt: str) -> tuple[Problem, ...]:
        if not found.before:
            return loaded(tree(found, excerpt)).problems
        repository = Repository(tmp_path / "repository")
        repository.replace(tree(found, found.before))
        repository.commit()
        repository.replace(tree(found, excerpt))
        return since(repository.content, read(repository.content), "HEAD").problems

    return problems


class TestTheExcerpts:
    @pytest.mark.parametrize("found", TESTED, ids=lambda found: found.name)
    def test_to_avoid_gives_the_code(self, found: Code, told: Told) -> None:
        given = {problem.code for problem in told(found, with_marks(found))}
        assert found.name in given
        assert given == {found.name} or found.where == "file", "one thing is explained at a time"

    @pytest.mark.parametrize("found", TESTED, ids=lambda found: found.name)
    def test_to_write_does_not(self, found: Code, told: Told) -> None:
        problems = told(found, found.good)
        assert found.name not in {problem.code for problem in problems}
        assert found.where == "file" or problems == ()

    @pytest.mark.parametrize("found", TESTED, ids=lambda found: found.name)
    def test_are_mended_by_command_where_it_says_so_and_nowhere_else(self, found: Code, told: Told) -> None:
        problems = [problem for problem in told(found, with_marks(found)) if problem.code == found.name]
        assert any(problem.fix for problem in problems) == found.fixable
