"""A comment says what was found in words that a person likes to read; of no text in it does GitHub make anything but words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from follow_up.findings import Findings, Preview, Told
from follow_up.rendering import FULL, comment, counted, verbatim, words

SITE = "https://escale.example"
WRONG = Told("content/events/nuit.md", 4, "E103", "« 13/10 » n’est pas une date.", "Écrivez 2026-10-13.", "date: 13/10")
LATE = replace(WRONG, code="W301", message="C’est loin.", repair="", text="")
SHOWN = Preview("La nuit", "Une nuit.", ("Événement", "Amiens"), "/agenda/nuit/")
NOTHING = Findings(0, 0, 0, 0, (), 0, ())
OURS = {"h3", "p", "ul", "li", "strong", "blockquote", "code", "pre"}
"""The elements of our own Markdown, beside the links to what explains a code."""
MADE = re.compile(r"(?<![\w`])@[a-z\d]|#\d|(?i:\b(?:gh|ghsa|cve)-\w)|\b[0-9a-f]{7,40}\b|://|(?i:www\.)", re.ASCII)
"""What GitHub makes links of in the text of a comment, after its Markdown: mentions, numbers, hashes of commits, addresses."""
HOSTILE = [
    "@octocat", ".@octocat", "&#64;octocat", "@hub/equipe", "a@b.fr", "#123", "GH-1", "gh-12", "hub/escale#1", "hub/escale@0123456789abcdef",
    "0123456", "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef", "GHSA-xxxx-yyyy-zzzz", "[x](https://mal.example)", "[x]: https://mal.example",
    "[x]", "![x](https://mal.example/x.png)", "<https://mal.example>", "https://mal.example", "HTTPS://mal.example", "ftp://mal.example",
    "www.mal.example", "WWW.mal.example", "mailto:a@b.fr", "[!CAUTION]", "> [!CAUTION]", "- [ ] à faire", "- [x]", "[^1]", "[^1]: note",
    "| a | b |", "|---|---|", ":--|", "```", "~~~", "````", "`", "``", "~~x~~", "**", "*", "_x_", "__", "# titre", "===", "---", "- - -",
    "***", "1. un", "1) un", "12.", "+ un", "- un", "<b>", "</strong>", "<!-- x", "<img src=x onerror=alert(1)>", "<script>", "&lt;b&gt;",
    "&amp;", "\\", "\\\\", "\\@octocat", "\\#1", "$x$", "$$", "!", "!\\[", "]", "(", ")", "\n\n# x", "\r\n> x", "\u2028", "\x00", "\u202e",
    "\u2066", "\ud800", "\u200b@octocat", "    code", "\tcode", ":+1:", "http:", "//mal.example",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=6) | st.sampled_from([" ", "\n", "a"]), max_size=6).map("".join)
LINE = st.builds(Told, TEXT, st.integers(0, 9), st.sampled_from(["E103", "W301"]), TEXT, TEXT, TEXT)
PREVIEW = st.builds(Preview, TEXT, TEXT, st.lists(TEXT, max_size=3).map(tuple), TEXT)


def html(markdown: str) -> BeautifulSoup:
    """What GitHub's own parser makes of a comment, with all that it may let pass."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return BeautifulSoup(github_flavored_markdown_to_html(markdown.encode("utf-8", "replace").decode(), options=options), "html.parser")


def found_of(problems: list[Told], previews: list[Preview]) -> Findings:
    """Findings of some problems and previews."""
    errors = sum(problem.is_error for problem in problems)
    return Findings(errors, len(problems) - errors, 1, 0, tuple(problems), len(previews), tuple(previews))


class TestAComment:
    def test_thanks_where_nothing_is_wrong(self) -> None:
        assert comment(NOTHING) == "### Merci ! Tout est en ordre.\n\n"

    def test_tells_what_to_mend(self) -> None:
        found = Findings(1, 1, 1, 1, (WRONG, LATE), 0, ())
        assert comment(found, SITE) == (
            "### Presque : 1 point à corriger\n\n"
            "1 erreur et 1 avertissement dans 1 fichier. Le site en ligne ne change pas tant qu’il reste une erreur ; vous ne pouvez rien casser.\n\n"
            "**content/events/nuit.md**\n\n"
            "- 🔴 **Ligne 4** (erreur [E103](https://escale.example/contribuer/problemes/e103/)) : « 13/10 » n’est pas une date."
            " **Écrivez 2026-10-13.**\n  ` date: 13/10 `\n"
            "- 🟡 **Ligne 4** (avertissement [W301](https://escale.example/contribuer/problemes/w301/)) : C’est loin.\n\n"
            "1 point se répare d’une commande, sur un ordinateur qui a le dépôt : `make check-content OPTIONS='--fix --since origin/HEAD'`.\n\n"
        )

    def test_shows_the_lines_to_write_as_they_are_to_stand(self) -> None:
        group = replace(WRONG, repair="Écrivez :\nprice:\n  free: false\n  text: 20 €")
        assert " **Écrivez :**\n  ```yaml\n  price:\n    free: false\n    text: 20 €\n  ```\n" in comment(found_of([group], []))

    def test_lets_no_line_to_write_end_its_block(self) -> None:
        hostile = replace(WRONG, repair="Écrivez :\n```\n@octocat\n````")
        (shown,) = html(comment(found_of([hostile], []))).find_all("pre")
        assert shown.get_text().split() == ["```", "@octocat", "````"]

    def test_explains_no_code_where_it_knows_no_page(self) -> None:
        assert "(erreur E103)" in comment(found_of([WRONG], []))

    def test_shows_what_it_will_look_like(self) -> None:
        assert "> **La nuit**\n> Une nuit.\n>\n> Événement · Amiens\n> ` /agenda/nuit/ `\n" in comment(found_of([], [SHOWN]))

    def test_says_how_many_more_there_are(self) -> None:
        found = replace(found_of([WRONG], [SHOWN]), errors=70, published=90)
        assert "… et 69 autres. La liste entière" in comment(found)
        assert "… et 89 autres contributions." in comment(found)

    @pytest.mark.parametrize("built", [2, 1, -9])
    def test_says_that_the_build_failed_rather_than_that_all_is_well(self, built: int) -> None:
        said = comment(found_of([LATE], [SHOWN]), built=built)
        assert said.startswith("### La construction a échoué\n")
        assert "Merci" not in said
        assert "C’est loin." in said

    def test_says_that_errors_of_others_are_not_theirs(self) -> None:
        assert "que cette demande n’a pas faites" in comment(NOTHING, built=1)

    def test_says_that_the_build_did_not_end(self) -> None:
        assert comment(NOTHING, built=None).startswith("### La construction n’est pas allée jusqu’au bout\n")

    def test_fits_and_ends_with_a_whole_part(self) -> None:
        long = replace(WRONG, message="*" * 480, repair="#" * 480, text="`" * 500)
        said = comment(found_of([replace(long, path=f"content/{n}.md") for n in range(60)], []))
        assert len(said) <= FULL + 100
        assert said.endswith("\n\n… La suite est dans l’onglet « Checks ».\n")

    def test_agrees_in_number(self) -> None:
        assert [counted("{n} point", "{n} points", number) for number in (0, 1, 2, 12345)] == [
            "0 point",
            "1 point",
            "2 points",
            "12\u202f345 points",
        ]


class TestATextOfOthers:
    @given(st.lists(LINE, max_size=3), st.lists(PREVIEW, max_size=2), st.sampled_from([0, 1, None]))
    def test_is_words_and_nothing_else(self, problems: list[Told], previews: list[Preview], built: int | None) -> None:
        page = html(comment(found_of(problems, previews), SITE, built))
        links = [(str(link["href"]), link.get_text()) for link in page.find_all("a")]
        assert links == [(f"{SITE}/contribuer/problemes/{problem.code.lower()}/", problem.code) for problem in problems]
        assert {tag.name for tag in page.find_all()} <= {*OURS, "a"}
        for tag in page.find_all(["code", "a"]):
            tag.replace_with(" ")
        assert MADE.findall(page.get_text()) == []
        assert [quote for quote in page.find_all("blockquote") if quote.get_text().strip().startswith("[!")] == []

    @pytest.mark.parametrize("text", HOSTILE)
    def test_is_words_by_itself(self, text: str) -> None:
        page = html(words(text))
        assert {tag.name for tag in page.find_all()} <= {"p"}
        assert MADE.findall(page.get_text()) == []

    @pytest.mark.parametrize("text", [text for text in HOSTILE if "`" in text or "@" in text])
    def test_is_verbatim_in_a_line_of_code(self, text: str) -> None:
        (code,) = html(f"Voici {verbatim(text)} et la suite").find_all("code")
        assert code.get_text() == re.sub("[\u200b]", "", " ".join(text.split()))

    @given(TEXT)
    def test_reads_as_it_was_written(self, text: str) -> None:
        shown = html(f"x {words(text)}").get_text().removeprefix("x").strip().replace("\u200b", "")
        assert "".join(shown.split()) == "".join(html_text(text).split())

    @pytest.mark.parametrize("text", ["2026-10-13", "sciences-de-la-terre", "cycle-3", "03 22 00 00 00", "high-tech", "« L’eau »"])
    def test_that_is_to_be_copied_holds_nothing_unseen(self, text: str) -> None:
        assert words(text) == text


def html_text(text: str) -> str:
    """A text without what nobody sees, as far as a comment shows it."""
    import unicodedata

    return "".join(mark for mark in " ".join(text.split()) if unicodedata.category(mark) not in {"Cc", "Cf", "Co", "Cs"})[:480]


def test_whatever_is_long_is_cut(request: Any) -> None:
    assert len(words("a " * 1000)) <= 480
    assert verbatim("x" * 500) == f"` {'x' * 120}… `"
