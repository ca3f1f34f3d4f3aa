"""A fence in the middle of a header is told, and nothing else is; a text that only begins with a word and a colon is a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.reading.reader import Reader
from contributions.source.mending import mended

HEADER = [
    "title: Nuit de la craie",
    "summary: Une soirée dehors pour reconnaître trois étoiles et un satellite.",
    "date: 2026-11-20",
    "category: actualite",
    "themes: [astronomie]",
    "audiences:",
    "  - famille",
    "publisher:",
    "  name: Club d’astronomie",
]
STARTS = [number for number, line in enumerate(HEADER) if number and not line.startswith(" ")]


@given(at=st.sampled_from(STARTS), blanks=st.integers(0, 2))
def test_a_fence_too_many_is_the_only_problem_and_is_mended(reader: Reader, at: int, blanks: int) -> None:
    lines = ["---", *HEADER[:at], "---", *[""] * blanks, *HEADER[at:], "---", "", "Un texte."]
    text = "\n".join(lines)
    problems = reader.read("content/articles/nuit.md", text.encode()).problems
    assert [(problem.code, problem.line) for problem in problems] == [("E022", at + 2)]
    again = reader.read("content/articles/nuit.md", mended(text, problems).encode())
    assert again.problems == ()
    assert again.matter is not None
    assert list(again.matter.values) == [line.partition(":")[0] for line in HEADER if not line.startswith(" ")]


@pytest.mark.parametrize(
    "body",
    [
        "date: à confirmer\n\nUn texte.",
        "contact: le musée\nsuite du texte\n---\n\nUn texte.",
        "Programme : dès 14 h\n---\n\nUn texte.",
        "Un texte.\n\n---\n\ntitle: un autre\n\n---\n",
        "Un texte.\n\n---\ndate: 3 mars\nUn texte.\n---\n",
        "Un en-tête :\n\n```\n---\ntitle: un autre\n---\n```\n",
        "- un\n- deux\n\n---\n\nFin.",
    ],
)
def test_a_text_is_a_text(reader: Reader, body: str) -> None:
    text = "\n".join(["---", *HEADER, "---", "", body])
    assert "E022" not in {problem.code for problem in reader.read("content/articles/nuit.md", text.encode()).problems}


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Un texte.\n\n---\ntitle: x\n---\n", 14),
        ("\n".join(["Un texte.", "---", *HEADER, "---", "Un autre."]), 13),
        ("\n".join(["---", *HEADER, "---"]), 12),
        ("\n".join(["Un texte.", "", "---", "", *HEADER, "--- ", "", "Un autre."]), 14),
    ],
)
def test_a_second_header_is_the_only_problem_and_is_not_mended(reader: Reader, body: str, line: int) -> None:
    text = "\n".join(["---", *HEADER, "---", body])
    problems = reader.read("content/articles/nuit.md", text.encode()).problems
    assert [(problem.code, problem.line) for problem in problems] == [("E022", line)]
    assert mended(text, problems) == text
