"""What a pull request changes is GitHub's word; whoever changes the code is known to have written the verdict."""

from __future__ import annotations

from typing import Any

import pytest

from follow_up.api import Api
from follow_up.changes import MOST, Changes, changes, told


def of(*paths: str) -> Changes:
    """A pull request that changes some files."""
    return Changes(frozenset(paths))


class TestChanges:
    def test_are_the_files_of_the_pull_request(self, api: Api) -> None:
        assert changes(api, 42) == of("content/events/nuit.md")

    def test_are_under_both_names_where_a_file_is_renamed(self, api: Api, github: Any) -> None:
        github.files = [{"filename": "content/documents/check.txt", "previous_filename": "scripts/check.py", "status": "renamed"}]
        assert changes(api, 42).of_code

    def test_are_read_page_by_page(self, api: Api, github: Any) -> None:
        github.files = [*({"filename": f"content/articles/{n}.md"} for n in range(250)), {"filename": "plugins/views/cards.py"}]
        found = changes(api, 42)
        assert len(found.paths) == 251
        assert found.of_code

    def test_may_be_more_than_github_names(self, api: Api, github: Any) -> None:
        github.files = [{"filename": f"content/articles/{n}.md"} for n in range(MOST + 10)]
        found = changes(api, 42)
        assert not found.all
        assert found.of_code
        assert "plus de fichiers que GitHub n’en nomme" in told(found)


class TestWhatIsSaid:
    @pytest.mark.parametrize(
        "path", ["content/articles/x.md", "content/documents/x.pdf", "content/hub.yml.md", "content/newsletter/2026-w47.md"]
    )
    def test_of_contributions_alone_is_nothing(self, path: str) -> None:
        assert told(of(path)) == ""

    @pytest.mark.parametrize("path", ["scripts/check.py", "plugins/x.py", "README.md", "contentx/x.md", "Content/x.md", "x"])
    def test_of_code_is_that_the_verdict_is_its_own(self, path: str) -> None:
        found = told(of("content/articles/x.md", path))
        assert found.startswith("**Cette demande ne change pas que des contributions** : 1 autre fichier hors de `content/`.")
        assert "ce qu’elle dit d’elle-même" in found

    def test_of_the_hub_is_that_it_changes_the_whole_site(self) -> None:
        found = told(of("content/hub.yml"))
        assert found.startswith("**Cette demande change les réglages du portail (`content/hub.yml`), donc tout le site**")
        assert "elle-même" not in found

    def test_of_settings_and_workflows_names_them(self) -> None:
        found = told(of("netlify.toml", ".github/workflows/check.yml", "content/hub.yml", "Makefile", "scripts/check.py"))
        assert (
            "(`content/hub.yml`), la construction et la mise en ligne (`netlify.toml`), les contrôles automatiques (`.github/`), 2 autres"
            in found
        )

    def test_shows_no_name_that_a_stranger_chose(self) -> None:
        assert "mal" not in told(of("[mal](https://mal.example)", ".github/@mal", "content/@mal"))
