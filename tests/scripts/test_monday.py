"""Monday's letters: frozen and committed where the hub allows it, then one draft, and no key where it is not needed."""

from __future__ import annotations

from pathlib import Path

import pytest

import monday
from gathering.branches import GitFailed
from support import hub as tree
from support_git import Repository as Git
from support_mails import hub

GITHUB = {"GITHUB_REPOSITORY": "hub/escale", "GITHUB_TOKEN": "", "GITHUB_REF_NAME": "main", "LETTER_FREEZE": "oui"}
LETTERS = {"nuits": {"name": "Nuits", "sections": [{"title": "À voir"}]}}


class Letters:
    """letter.py, which freezes into a folder, or ends otherwise."""

    def __init__(self, content: Path | None = None, codes: dict[str, int] | None = None) -> None:
        self.content, self.codes, self.asked = content, codes or {}, []  # type: ignore[var-annotated] # because mypy reads no tests

    def __call__(self, *options: str) -> int:
        self.asked.append(options)
        if self.content and options == ("--freeze",):
            (self.content / "newsletter").mkdir(exist_ok=True)
            (self.content / "newsletter" / "2026-w47.json").write_text("{}")
        return self.codes.get(options[0], 0)


@pytest.fixture
def clone(tmp_path: Path) -> Git:
    """A checkout with its origin."""
    found = Git(tmp_path / "hub")
    found.replace(tree())
    found.commit()
    found("clone", "--quiet", "--bare", ".", str(tmp_path / "origin.git"))
    found("remote", "add", "origin", str(tmp_path / "origin.git"))
    return found


def token(**more: str) -> dict[str, str]:
    return {**GITHUB, "GITHUB_TOKEN": "ghs_x", **more}


class TestFreezing:
    def test_commits_the_records_and_sends_them(self, clone: Git) -> None:
        (clone.content / "brouillon.txt").write_text("pas à enregistrer")
        letters = Letters(clone.content)
        assert monday.monday(hub(letters=LETTERS), clone.content, letters, token()) == 0
        assert letters.asked == [("--freeze",), ("--freeze", "--letter", "nuits")]
        clone("fetch", "--quiet", "origin")
        assert clone("log", "-1", "--format=%s %an", "origin/main") == "Figer la lettre de la semaine Escale"
        assert clone("diff", "--name-only", "origin/main~1", "origin/main") == "content/newsletter/2026-w47.json"

    def test_commits_nothing_the_second_time(self, clone: Git) -> None:
        for _ in range(2):
            assert monday.monday(hub(), clone.content, Letters(clone.content), token()) == 0
        assert clone("rev-list", "--count", "HEAD") == "2"

    @pytest.mark.parametrize("wanted", ["", "non"])
    def test_is_the_hub_s_wish(self, clone: Git, wanted: str) -> None:
        letters = Letters(clone.content)
        assert monday.monday(hub(), clone.content, letters, token(LETTER_FREEZE=wanted)) == 0
        assert letters.asked == []

    def test_tells_where_the_branch_takes_nothing(self, clone: Git) -> None:
        clone("remote", "set-url", "origin", str(clone.folder / "nulle-part"))
        letters = Letters(clone.content)
        with pytest.raises(GitFailed, match="git push"):
            monday.monday(hub(provider="brevo"), clone.content, letters, token(ESCALE_LETTER_KEY="clef"))
        assert letters.asked == [("--freeze",)], "what is not kept is not sent"

    def test_needs_what_github_says_of_itself(self, clone: Git) -> None:
        with pytest.raises(monday.NoRepository, match="Il manque GITHUB_TOKEN"):
            monday.monday(hub(), clone.content, Letters(), GITHUB)


class TestTheDraft:
    def test_comes_after_the_record(self, clone: Git) -> None:
        letters = Letters(clone.content)
        assert monday.monday(hub(provider="brevo"), clone.content, letters, token(ESCALE_LETTER_KEY="clef")) == 0
        assert letters.asked == [("--freeze",), ("--send-draft",)]

    def test_is_not_laid_down_of_a_letter_that_could_not_be_frozen(self, clone: Git) -> None:
        letters = Letters(codes={"--freeze": 2})
        assert monday.monday(hub(provider="brevo"), clone.content, letters, token(ESCALE_LETTER_KEY="clef")) == 2
        assert letters.asked == [("--freeze",)]

    @pytest.mark.parametrize(("provider", "key"), [("brevo", ""), ("sendy", "clef"), ("autre", "clef")])
    def test_is_nobody_s_without_a_key_or_a_service_that_has_drafts(self, tmp_path: Path, provider: str, key: str) -> None:
        letters = Letters()
        assert monday.monday(hub(provider=provider), tmp_path, letters, {"ESCALE_LETTER_KEY": key}) == 0
        assert letters.asked == []

    def test_that_fails_is_told_by_the_code(self, tmp_path: Path) -> None:
        letters = Letters(codes={"--send-draft": 1})
        assert monday.monday(hub(provider="brevo"), tmp_path, letters, {"BREVO_API_KEY": "clef"}) == 1


def test_what_freezes_knows_no_key_and_nothing_knows_the_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "letter.py"
    script.write_text(
        f"import os, pathlib, sys\npathlib.Path({str(tmp_path / 'said')!r}).write_text(' '.join(sys.argv[1:2] + sorted(os.environ)))\n"
    )
    monkeypatch.setattr(monday, "LETTER", script)
    for name in ("ESCALE_LETTER_KEY", "BREVO_API_KEY", "GITHUB_TOKEN"):
        monkeypatch.setenv(name, "secret")
    run = monday.letters_of(tmp_path, tmp_path)
    assert run("--freeze") == 0
    said = (tmp_path / "said").read_text().split()
    assert said[0] == "--freeze"
    assert not {"ESCALE_LETTER_KEY", "BREVO_API_KEY", "GITHUB_TOKEN"} & set(said)
    assert run("--send-draft") == 0
    said = (tmp_path / "said").read_text().split()
    assert "ESCALE_LETTER_KEY" in said
    assert "GITHUB_TOKEN" not in said
