"""A pull request has one comment of ours, and what it shows of the pull request can do nothing but be read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import comment
from follow_up.api import Api
from follow_up.ended import Ended
from follow_up.remark import AUTHOR, MARK, MAX_CHARACTERS, harmless, post, preview, remark

CHECK = Ended(42, "a" * 40, True, {"comment.md": b"Tout va bien."})


class TestWhatTheReportSays:
    def test_stays_as_it_is_where_it_is_text_links_and_folds(self) -> None:
        text = "## 2 erreurs\n\n- [`content/events/nuit.md`](https://exemple.fr/) : « 13/10 »\n\n<details><summary>Voir</summary>\n\nx<br>\n</details>"
        assert harmless(text) == text

    @pytest.mark.parametrize("markup", ["<!-- caché -->", "<script>", "<img src=x>", "<details open>", "<a href='x'>", MARK])
    def test_has_no_other_markup(self, markup: str) -> None:
        assert "<" not in harmless(f"Avant {markup}").replace("&lt;", "")

    def test_has_no_picture(self) -> None:
        assert harmless("![Un ciel](https://exemple.fr/ciel.png)") == "[Un ciel](https://exemple.fr/ciel.png)"

    def test_calls_nobody_by_name(self) -> None:
        assert harmless("Merci @quelquun et (@hub/equipe)") == "Merci @\u2060quelquun et (@\u2060hub/equipe)"
        assert harmless("bonjour@musee.example, https://exemple.fr/@musee") == "bonjour@musee.example, https://exemple.fr/@musee"

    def test_hides_nothing(self) -> None:
        assert harmless("a\u202eb\x00c\r\nd\u2066e") == "abc\nde"

    @given(st.text(max_size=2000), st.integers(1, 60))
    def test_fits_whatever_it_is(self, text: str, times: int) -> None:
        assert len(harmless(text * times)) < MAX_CHARACTERS + 100

    @given(st.text(alphabet="<!->@ab[]", max_size=200))
    def test_never_holds_the_mark(self, text: str) -> None:
        assert "<!--" not in harmless(text + MARK)

    def test_is_cut_at_a_line(self) -> None:
        found = harmless("une ligne\n" * 10_000)
        assert found.endswith("une ligne\n\n… La suite est dans l’onglet « Checks ».")


class TestTheComment:
    def test_begins_with_its_mark_and_the_preview(self) -> None:
        found = remark(CHECK, "escale-hdf")
        assert found.startswith(f"{MARK}\n\n**Votre aperçu du site : https://deploy-preview-42--escale-hdf.netlify.app/**")
        assert found.endswith("\n\nTout va bien.")

    def test_says_that_the_preview_waits_while_there_is_an_error(self) -> None:
        assert "dès qu’il ne restera plus d’erreur" in preview(Ended(42, "a", False, {}), "escale-hdf")

    @pytest.mark.parametrize("site", ["", "a.b", "x/y", "-x", "A", "a" * 70, "https://escale.fr"])
    def test_has_no_preview_of_what_is_no_name_of_a_site(self, site: str) -> None:
        assert preview(CHECK, site) == ""

    def test_says_so_where_the_check_left_nothing(self) -> None:
        assert "n’est pas allée jusqu’au bout" in remark(Ended(42, "a" * 40, False, {}), "")

    def test_is_posted_once_and_then_brought_up_to_date(self, api: Api, github: Any) -> None:
        post(api, 42, f"{MARK} un")
        assert github.sent == [("POST", "issues/42/comments", {"body": f"{MARK} un"})]
        github.comments = [{"id": 3, "user": {"login": AUTHOR}, "body": f"{MARK} un"}]
        post(api, 42, f"{MARK} deux")
        post(api, 42, f"{MARK} un")
        assert github.sent[1:] == [("PATCH", "issues/comments/3", {"body": f"{MARK} deux"})]

    def test_is_found_again_behind_many_others(self, api: Api, github: Any) -> None:
        others = [{"id": n, "user": {"login": "musee"}, "body": "Bonjour"} for n in range(250)]
        github.comments = [*others, {"id": 999, "user": {"login": AUTHOR}, "body": MARK}]
        post(api, 42, f"{MARK} deux")
        assert [(method, path) for method, path, _ in github.sent] == [("PATCH", "issues/comments/999")]

    def test_of_somebody_else_is_left_alone_even_with_our_mark(self, api: Api, github: Any) -> None:
        github.comments = [{"id": 3, "user": {"login": "musee"}, "body": MARK}, {"id": 4, "user": {"login": AUTHOR}, "body": "Autre"}]
        post(api, 42, MARK)
        assert [method for method, _path, _ in github.sent] == ["POST"]


class TestTheCommand:
    def test_posts_what_the_check_found(self, workflow: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NETLIFY_SITE", "escale-hdf")
        assert comment.main() == 0
        ((method, path, sent),) = workflow.sent
        assert (method, path) == ("POST", "issues/42/comments")
        assert sent["body"].endswith("Une erreur.")
        assert "deploy-preview-42--escale-hdf" in sent["body"]

    def test_says_nothing_to_a_pull_request_that_is_closed(self, workflow: Any) -> None:
        workflow.pulls = []
        assert comment.main() == 0
        assert workflow.sent == []
