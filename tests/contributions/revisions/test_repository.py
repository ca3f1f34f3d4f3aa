"""What git knows of a content folder, wherever it lies, whatever its files are called, and whoever names the revision."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from contributions.revisions.repository import Differences, NoRevision, differences
from support_git import Repository

LINES = "".join(f"{number} et des mots\n" for number in range(20))


def commit(repository: Repository, **texts: str) -> str:
    """Commit some articles, beside what is there."""
    repository.write({f"articles/{name}.md": text for name, text in texts.items()})
    return repository.commit()


def seen(repository: Repository, revision: str = "HEAD") -> tuple[dict[str, str], list[str], dict[str, str]]:
    """Names and texts before, names now, and renames."""
    found = differences(repository.content, revision)
    before = {Path(path).stem: data.decode() for path, data in sorted(found.before.items())}
    return before, sorted(Path(path).stem for path in found.now), {Path(new).stem: Path(old).stem for new, old in found.renamed.items()}


class TestDifferences:
    def test_are_committed_staged_unstaged_or_untracked(self, repository: Repository) -> None:
        base = commit(repository, committed="1", staged="1", unstaged="1", same="1")
        commit(repository, committed="2")
        repository.write({"articles/staged.md": "2"})
        repository("add", ".")
        repository.write({"articles/unstaged.md": "2", "articles/untracked.md": "2"})
        before = {"committed": "1", "staged": "1", "unstaged": "1"}
        assert seen(repository, base) == (before, ["committed", "staged", "unstaged", "untracked"], {})

    def test_are_of_what_lies_there_and_not_of_the_index(self, repository: Repository) -> None:
        commit(repository, back="1", kept="1")
        repository.write({"articles/back.md": "2"})
        repository("add", ".")
        repository.write({"articles/back.md": "1"})
        repository("rm", "--cached", "--quiet", "content/articles/kept.md")
        before, now, _renamed = seen(repository)
        assert "back" not in before
        assert before.get("kept") == "1"
        assert now == ["kept"]

    def test_leave_out_what_git_ignores_and_what_is_no_contribution(self, repository: Repository) -> None:
        commit(repository, one="1")
        repository.write({".gitignore": "ignored.md\n", "articles/ignored.md": "1", "articles/README.md": "1", "articles/_later.md": "1"})
        repository.write({"articles/.old/x.md": "1", "images/a.md": "1", "articles/a.txt": "1", "seul.md": "1"})
        assert seen(repository) == ({}, [], {})

    @pytest.mark.parametrize("content", ["content", "deep/down/content", "contenu", "a [b] (c) é", ":(top)x", "."])
    def test_are_found_wherever_the_folder_lies(self, tmp_path: Path, content: str) -> None:
        repository = Repository(tmp_path / "other", content)
        commit(repository, one="1", gone="2")
        (repository.folder / "beside.md").write_text("x")
        repository.write({"articles/one.md": "2"})
        (repository.content / "articles" / "gone.md").unlink()
        assert seen(repository) == ({"one": "1", "gone": "2"}, ["one"], {})

    @pytest.mark.parametrize("name", [b"\xff\xfe", "é à".encode(), b'"q"\n\ttab', b"-x", b":(glob)x", b"a\\b"])
    def test_have_names_of_any_bytes(self, repository: Repository, name: bytes) -> None:
        commit(repository, one=LINES)
        file = repository.content / "articles" / os.fsdecode(name + b".md")
        (repository.content / "articles" / "one.md").rename(file)
        found = differences(repository.content, "HEAD")
        assert found.renamed == {f"articles/{file.name}": "articles/one.md"}
        repository.commit()
        file.write_text("2")
        assert differences(repository.content, "HEAD").before == {f"articles/{file.name}": LINES.encode()}

    def test_follow_no_link(self, repository: Repository, tmp_path: Path) -> None:
        (tmp_path / "secret.md").write_text(LINES)
        (tmp_path / "folder").mkdir()
        (tmp_path / "folder" / "two.md").write_text(LINES)
        repository.write({"articles/one.md": LINES, "articles/deep/two.md": LINES, "articles/link.md": "x"})
        (repository.content / "articles" / "link.md").unlink()
        (repository.content / "articles" / "link.md").symlink_to(tmp_path / "secret.md")
        repository.commit()
        (repository.content / "articles" / "one.md").unlink()
        (repository.content / "articles" / "one.md").symlink_to(tmp_path / "secret.md")
        (repository.content / "articles" / "deep" / "two.md").unlink()
        (repository.content / "articles" / "deep").rmdir()
        (repository.content / "articles" / "deep").symlink_to(tmp_path / "folder")
        (repository.content / "articles" / "link.md").unlink()
        (repository.content / "articles" / "new.md").symlink_to(tmp_path / "secret.md")
        assert differences(repository.content, "HEAD") == Differences({}, frozenset(), {}, moved_in=False)

    def test_of_tables_of_loans_stand_apart(self, repository: Repository) -> None:
        repository.write({"loans/same.csv": "1", "loans/changed.csv": "1", "loans/deep/gone.CSV": "1", "loans/LISEZMOI.md": "1"})
        repository.commit()
        (repository.content / "loans" / "deep" / "gone.CSV").unlink()
        repository.write({"loans/changed.csv": "2", "loans/come.csv": "2", "loans/LISEZMOI.md": "2", "loans/.hidden.csv": "2"})
        found = differences(repository.content, "HEAD")
        assert found.tables == {"loans/changed.csv": b"1", "loans/come.csv": b"", "loans/deep/gone.CSV": b"1"}
        assert (found.before, found.now) == ({}, frozenset())

    def test_of_tables_follow_no_link(self, repository: Repository, tmp_path: Path) -> None:
        repository.write({"loans/one.csv": "1"})
        repository.commit()
        (repository.content / "loans" / "one.csv").unlink()
        (repository.content / "loans" / "one.csv").symlink_to(tmp_path / "secret.csv")
        assert differences(repository.content, "HEAD").tables == {}

    def test_wait_for_no_pipe(self, repository: Repository) -> None:
        commit(repository, one="1")
        (repository.content / "articles" / "one.md").unlink()
        os.mkfifo(repository.content / "articles" / "one.md")
        assert seen(repository)[1] == []

    def test_write_nothing(self, repository: Repository) -> None:
        commit(repository, one=LINES)
        (repository.content / "articles" / "one.md").rename(repository.content / "articles" / "two.md")
        before = {file: file.stat().st_mtime_ns for file in repository.folder.rglob("*")}
        differences(repository.content, "HEAD")
        assert {file: file.stat().st_mtime_ns for file in repository.folder.rglob("*")} == before


class TestRenames:
    @pytest.mark.parametrize("added", [True, False])
    def test_are_told_by_likeness_whether_added_or_not(self, repository: Repository, added: bool) -> None:
        commit(repository, one=LINES, other="autre\n" * 9)
        (repository.content / "articles" / "one.md").unlink()
        commit(repository, two=LINES + "et la suite\n") if added else repository.write({"articles/two.md": LINES + "et la suite\n"})
        assert seen(repository, "main~1" if added else "HEAD") == ({"one": LINES}, ["two"], {"two": "one"})

    def test_are_none_where_little_is_alike(self, repository: Repository) -> None:
        commit(repository, one=LINES)
        (repository.content / "articles" / "one.md").unlink()
        repository.write({"articles/two.md": "tout autre chose\n" * 20})
        assert seen(repository)[2] == {}

    def test_are_told_whatever_settings_say(self, repository: Repository) -> None:
        commit(repository, one=LINES)
        for setting in ("diff.renames=false", "diff.external=false", "color.ui=always", "diff.noprefix=true", "diff.relative=false"):
            repository("config", *setting.split("="))
        (repository.content / "articles" / "one.md").rename(repository.content / "articles" / "two.md")
        assert seen(repository)[2] == {"two": "one"}


class TestTheRevision:
    def test_is_where_both_branches_parted(self, repository: Repository) -> None:
        commit(repository, one="1", two="1")
        repository("checkout", "--quiet", "-b", "proposal")
        commit(repository, one="2")
        repository("checkout", "--quiet", "main")
        commit(repository, two="2")
        repository("checkout", "--quiet", "proposal")
        assert seen(repository, "main") == ({"one": "1"}, ["one"], {})

    def test_is_itself_where_the_branches_have_nothing_in_common(self, repository: Repository) -> None:
        commit(repository, one="1")
        repository("checkout", "--quiet", "--orphan", "other")
        commit(repository, one="2")
        assert seen(repository, "main")[0] == {"one": "1"}

    def test_is_there_before_anything_is_committed_on_a_branch(self, repository: Repository) -> None:
        commit(repository, one="1")
        repository("checkout", "--quiet", "--orphan", "other")
        assert seen(repository, "main") == ({}, [], {})

    @pytest.mark.parametrize("name", ["HEAD", "main", "@", "HEAD^0", "v1", "v1^{}", ":/x", "HEAD@{0}", "refs/heads/main"])
    def test_is_named_in_any_way_that_git_knows(self, repository: Repository, name: str) -> None:
        commit(repository, one="1")
        repository("tag", "-a", "v1", "-m", "x")
        repository.write({"articles/one.md": "2"})
        assert seen(repository, name)[0] == {"one": "1"}

    @pytest.mark.parametrize(
        "name",
        [
            "absent", "HEAD~9", "", " ", "-h", "--help", "--output=x", "--all", "--upload-pack=x", "^HEAD", "HEAD..HEAD", "HEAD^{tree}",
            "HEAD:content", "a\0b", "\ud800", "HEAD\n", "HEAD HEAD", "$(touch x)", "::error::x",
        ],
    )  # fmt: skip
    def test_that_is_none_is_told(self, repository: Repository, name: str) -> None:
        commit(repository, one="1")
        with pytest.raises(NoRevision, match=r"^«.* » n’est pas une révision de ce dépôt git\.$"):
            differences(repository.content, name)
        assert sorted(file.name for file in repository.folder.iterdir()) == [".git", "content"]

    def test_is_shown_on_one_line_and_never_whole(self, repository: Repository) -> None:
        commit(repository, one="1")
        with pytest.raises(NoRevision) as raised:
            differences(repository.content, "\n::error::x\x1b[31m\u202e" + "a" * 9999)
        assert str(raised.value).startswith("«  ::error::x [31m aaa")
        assert len(str(raised.value)) < 300

    def test_needs_a_repository(self, tmp_path: Path) -> None:
        (tmp_path / "content").mkdir()
        with pytest.raises(NoRevision, match=r"git ne sait rien de .*content : --since n’a rien à comparer \(fatal: not a git repo"):
            differences(tmp_path / "content", "HEAD")

    def test_needs_git(self, repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(NoRevision, match="qui n’est pas installé ici"):
            differences(repository.content, "HEAD")

    def test_is_looked_up_in_the_repository_of_the_folder_even_from_a_hook_of_another(
        self, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        commit(repository, one="1")
        repository.write({"articles/one.md": "2"})
        monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
        monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
        assert seen(repository)[0] == {"one": "1"}


def test_a_folder_of_which_nothing_was_there_has_moved_in(repository: Repository) -> None:
    (repository.folder / "README").write_text("x")
    repository.commit()
    repository.write({"articles/one.md": "1"})
    assert differences(repository.content, "HEAD").moved_in
    repository.commit()
    assert not differences(repository.content, "HEAD").moved_in
