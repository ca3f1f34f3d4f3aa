"""Blanks cost next to nothing, however many there are and wherever they stand in a header."""

from contextlib import suppress

import pytest

from contributions.source.front_matter import parse
from contributions.source.matter import FrontMatterError
from support_limits import in_bounded_time

BLANKS = " " * 100_000


@pytest.mark.parametrize(
    "line",
    [
        *(
            f"title:{BLANKS}Zed",
            f"title: Zed{BLANKS}",
            f'title: "Zed{BLANKS}a"',
            f"title: Zed{BLANKS}# plus tard",
            f"title: Zed{BLANKS}#plus tard",
        ),
        *(f"{BLANKS}title: Zed", f"title{BLANKS}: Zed", f"themes: [a{BLANKS}, b]", f"title: Zed #a{BLANKS}b", f"-{BLANKS}title: Zed"),
    ],
)
def test_take_no_time(line: str) -> None:
    with in_bounded_time(), suppress(FrontMatterError):
        parse(f"---\n{line}\n---\nUn texte.\n")
