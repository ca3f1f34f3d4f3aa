"""Bodies that would take minutes to convert are refused with a place; what people write is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.proofreading.limits import too_costly
from support import REPOSITORY

SENTENCE = "La médiathèque accueille une heure avec les étoiles, et puis encore un soir d’hiver où l’on lève les yeux. "
PART = (
    "## Une partie\n\n" + SENTENCE * 6 + 'Voir [la malle](https://exemple.fr/outils/malle/ "Un titre d’outil") et *un mot*[^{0}].\n\n'
    "| a | b |\n|---|---|\n" + "| un mot | [x](/y/) |\n" * 4 + "\n- un point\n- un **autre**\n\n> Une citation.\n\n"
)
BEFORE = "Un texte.\n\n"


class TestWhatPeopleWrite:
    def test_passes_in_every_contribution_of_the_demonstration(self) -> None:
        bodies = [file.read_text("utf-8").split("\n---\n", 1)[-1] for file in (REPOSITORY / "content").rglob("*.md")]
        assert len(bodies) > 200
        assert [body for body in bodies if too_costly(body)] == []

    def test_passes_in_a_long_article_with_links_notes_and_tables(self) -> None:
        article = "".join(PART.format(number) for number in range(200)) + "\n\n".join(f"[^{number}]: Une note." for number in range(200))
        assert len(article) > 180_000
        assert too_costly(article) is None

    @pytest.mark.parametrize(
        "body",
        [
            SENTENCE * 9_000,
            "\n\n".join([SENTENCE * 5] * 1_800),
            "- un point\n" * 5_000,
            "| a | b |\n|---|---|\n" + "| un | deux |\n" * 2_000,
            "\n".join(f"- [Un titre {n}](https://exemple.fr/{n}/)" for n in range(2_000)),
            "\n\n".join(f"Un titre {n}. <https://exemple.fr/{n}>" for n in range(1_000)),
            "| a | b | c | d | e | f | g | h |\n|---|---|---|---|---|---|---|---|\n" + "| un mot " * 8 + "|\n",
            "|a|b|c|\n|-|-|-|\n" + "| - | - | - |\n" * 1_000,
            "| un mot |\n|---|\n" + "| deux |\n" * 3_000,
            "```python\n" + "x[0] = y[1]  # `z`\n" * 3_000 + "```\n",
            "```python\n" + "x[0] = y[1]  # `z`\n" * 3_000,
            "```a\n" * 5_000,
            "```" + " " * 20_000 + "x",
            "> une ligne citée\n" * 2_000,
            "[1]: https://exemple.fr/\n" * 300 + "\n\n" + "Voir [un mot][1]. " * 500,
            "Fin de vers  \n" * 3_000,
            "On tape \\`ls\\` ici. " * 60,
            "",
        ],
    )
    def test_passes_when_there_is_much_of_it(self, body: str) -> None:
        assert too_costly(body) is None


class TestWhatNothingCloses:
    @pytest.mark.parametrize(
        "marks",
        [
            *(
                "[" * 5_000,
                "![" * 5_000,
                "![](" * 2_000,
                "[a](" * 3_000,
                "[a](<" * 3_000,
                "*[" * 3_000,
                "[^" * 3_000,
                "<a " * 5_000,
                "<" * 20_000,
            ),
            *(
                '<a b="' * 3_000,
                "<![CDATA[" * 2_000,
                "<http://" * 3_000,
                "<a@" * 20_000,
                "[^1] " * 2_000 + "\n\n[^1]: x",
                "*a " * 80_000,
                "_*" * 50_000,
            ),
            *(
                "a\n: b\n" * 2_000,
                "# a\n" * 5_000,
                "a\n=\n" * 5_000,
                "---\n" * 5_000,
                "[a]:\n" * 5_000,
            ),
            *(
                "a|b\n-|-\n" + "`|" * 20_000,
                "- " * 20_000,
                "a  \n" * 60_000,
                "<b>x</b>" * 20_000,
                "\\*" * 50_000,
                "<a@b> " * 20_000,
                "&amp;" * 30_000,
            ),
            *(
                "\n".join(f"*[A{n}]: x" for n in range(7_000)),
                " ".join(f"[^{n}]" for n in range(3_000)) + "\n\n" + "\n".join(f"[^{n}]: x" for n in range(3_000)),
                "[\n```\n\n```\n" * 3_000,
                "@\\``<i>" * 3_000,
            ),
            "\n".join(" " * (4 * level) + "- a" for level in range(600)),
            "1) " * 200 + "a\n" * 3_000,
            "\n".join(f"{'  ' * level}- a" for level in range(18)) + "\n" + "a\n" * 12_000,
            *(
                before + f"\n{before}".join(["a|" * columns, "-|" * columns, *["b"] * rows])
                for columns, rows in ((300, 1_000), (160, 160), (2_000, 5_000))
                for before in ("", "> ", "> > ", "- > ", "    ")
            ),
            "- " + "\n  ".join(["|a" * 300 + "|", "|-" * 300 + "|", *["b"] * 100]),
            "> " + "\n> ".join([*["|a|b|", "|-|-|", "|1|2|", ""] * 3, "|a" * 300 + "|", "|:-:" * 300 + "|", *["b"] * 100]),
        ],
        ids=lambda marks: repr(marks[:12]),
    )
    def test_is_refused_at_its_line(self, marks: str) -> None:
        place = too_costly(BEFORE + marks)
        assert place is not None
        line, column = place
        rows = (BEFORE + marks).split("\n")
        assert 3 <= line <= len(rows)
        assert 1 <= column <= len(rows[line - 1]) + 1

    @pytest.mark.parametrize("above", ["```\na\n`````", "   ```\n```", "```a`b", "- a\n  ```"])
    def test_is_told_below_what_only_looks_like_open_code(self, above: str) -> None:
        assert too_costly(f"{SENTENCE}\n\n{above}\n\n" + "[" * 5_000 + "\n```\n")

    def test_is_shown_where_it_begins(self) -> None:
        assert too_costly(f"{SENTENCE}\n\nUn [lien](/a/).\n\n" + "[" * 5_000) == (5, 1)

    @given(st.text(alphabet="[]()<>*_`&|#-=:~!\\ \n\ta1.\"'^", max_size=60), st.integers(1, 3_000))
    def test_has_a_place_inside_the_text_whatever_it_is(self, text: str, times: int) -> None:
        place = too_costly(text * times)
        if place:
            rows = (text * times).split("\n")
            assert 1 <= place[0] <= len(rows)
            assert 1 <= place[1] <= len(rows[place[0] - 1]) + 1
