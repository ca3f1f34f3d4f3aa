"""Files that would fill a disk, a memory or an afternoon: each is refused with a message, and at once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from contributions.loading.loading import load
from support import TODAY, Tree, article, hub, write
from support_limits import in_bounded_time

Report = Callable[..., list[str]]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="6" height="4">{}</svg>'


@pytest.fixture
def codes(tmp_path: Path) -> Callable[[Tree], list[str]]:
    """The codes of a tree's problems, in order."""
    load(write(tmp_path / "warm", hub() | article("a")), TODAY)  # models are built at their first use
    return lambda tree: [problem.code for problem in load(write(tmp_path, hub() | tree), TODAY).problems]


class TestHeavyFiles:
    def test_a_contribution_of_100_megabytes_is_refused(self, tmp_path: Path) -> None:
        content = write(tmp_path, hub() | article("a"))
        with (content / "articles" / "film.md").open("wb") as film:
            film.truncate(100_000_000)
        with in_bounded_time():
            problems = load(content, TODAY).problems
        assert [p.code for p in problems] == ["E011"]

    def test_an_image_of_100_megabytes_is_refused(self, tmp_path: Path) -> None:
        content = write(tmp_path, hub() | {"images/a.svg": SVG.format("")} | article("a"))
        with (content / "images" / "film.jpg").open("wb") as film:
            film.truncate(100_000_000)
        with in_bounded_time():
            problems = load(content, TODAY).problems
        assert [(p.code, p.path) for p in problems] == [("E212", "content/images/film.jpg")]

    def test_a_drawing_of_100_megabytes_is_refused(self, tmp_path: Path) -> None:
        content = write(tmp_path, hub() | {"images/b.svg": SVG.format("")} | article("a"))
        with (content / "images" / "a.svg").open("wb") as drawing:
            drawing.truncate(100_000_000)
        with in_bounded_time():
            problems = load(content, TODAY).problems
        assert [p.code for p in problems] == ["E212"]


class TestHeaders:
    @pytest.mark.parametrize(
        "head",
        [
            "a: &a [x, x, x, x, x, x, x, x, x]\n"
            + "".join(f"{n}: &{n} [{', '.join([f'*{b}'] * 9)}]\n" for b, n in zip("abcdefgh", "bcdefghi", strict=True)),
            "title: " + "[" * 400_000,
            "title: x : y\nsummary: " + "[" * 400_000,
            "title: x : y\n" + "summary: z : t\n" * 3_000,
            "\t- x\n" * 100_000,
            "- " * 400_000,
            "? " * 400_000,
            "x" * 900_000,
            "title: '" + "''" * 400_000,
            'title: "' + "\\\\" * 400_000,
            "a:\n" + "".join(f"{' ' * depth}a:\n" for depth in range(1, 1_300)),
        ],
        ids=["bomb", "brackets", "brackets-behind-a-mistake", "mistakes", "tabs", "dashes", "keys", "word", "quotes", "escapes", "depth"],
    )
    def test_end_as_messages(self, codes: Callable[[Tree], list[str]], head: str) -> None:
        with in_bounded_time():
            found = codes({"articles/a.md": f"---\n{head}\n---\nUn texte.\n"})
        assert found
        assert set(found) <= {"E004", "E005", "E006", "E012", "E101", "E102", "E104"}

    def test_with_thousands_of_mistakes_in_a_line_that_is_read_otherwise_end_too(self, codes: Callable[[Tree], list[str]]) -> None:
        (text,) = article("b", aliases=["x"]).values()
        many = str(text).replace("aliases:\n- x\n", f"aliases: [\u200b{', '.join(['a'] * 18_000)}]\n")
        with in_bounded_time():
            found = codes({"articles/b.md": many})
        assert set(found) == {"E014", "E111", "E119"}
        assert len(found) > 100

    @pytest.mark.parametrize(
        ("key", "entry", "most"),
        [("themes", "astronomi{}", 3), ("related", "event/nuit-{}", 30), ("keywords", "mot{}", 30), ("partners", "{{name: nom{}}}", 200)],
    )
    def test_with_thousands_of_entries_in_a_list_stop_at_those_that_there_may_be(
        self, codes: Callable[[Tree], list[str]], key: str, entry: str, most: int
    ) -> None:
        (text,) = article("b", **{"themes": None} if key == "themes" else {}).values()
        entries = ", ".join(entry.format(number) for number in range(9_000 if key != "partners" else 4_000))
        with in_bounded_time():
            found = codes({"articles/b.md": str(text).replace("---\n", f"---\n{key}: [{entries}]\n", 1)})
        assert found.count("E111") == 1
        assert len(found) <= most + 1


class TestBodies:
    @pytest.mark.parametrize("path", ["articles/b.md", "newsletter/2026-w47.md"])
    def test_that_would_take_too_long_are_not_converted(self, codes: Callable[[Tree], list[str]], path: str) -> None:
        (text,) = article("b").values()
        head = str(text) if path.startswith("articles") else "---\ntitle: Une semaine\n---\n"
        with in_bounded_time():
            assert codes({path: head + "![](" * 200_000}) == ["E019"]

    def test_name_thousands_of_addresses_that_lead_nowhere(self, codes: Callable[[Tree], list[str]]) -> None:
        with in_bounded_time():
            found = codes(article("b", body="".join(f"[a](/x{number}/) " for number in range(8_000)) + "\n"))
        assert found == ["E208"] * 51


class TestLinks:
    def test_a_link_out_of_the_folder_is_not_followed(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret.md"
        secret.write_text("---\ntitle: Un secret\n---\nUn mot de passe.\n")
        content = write(tmp_path, hub() | article("a"))
        (content / "articles" / "lien.md").symlink_to(secret)
        problems = load(content, TODAY).problems
        assert [(p.code, p.path) for p in problems] == [("E018", "content/articles/lien.md")]

    def test_nor_is_a_folder_that_leads_to_itself(self, tmp_path: Path) -> None:
        content = write(tmp_path, hub() | article("a"))
        (content / "articles" / "rond").symlink_to(content / "articles")
        assert [p.code for p in load(content, TODAY).problems] == ["E018"]

    def test_an_image_that_leads_out_is_no_image_of_the_hub(self, tmp_path: Path) -> None:
        picture = {"src": "images/lien.svg", "alt": "Une falaise", "credit": "Musée"}
        content = write(tmp_path, hub() | {"images/a.svg": SVG.format("")} | article("a", image=picture))
        (tmp_path / "dehors.svg").write_text(SVG.format(""))
        (content / "images" / "lien.svg").symlink_to(os.path.relpath(tmp_path / "dehors.svg", content / "images"))
        assert [p.code for p in load(content, TODAY).problems] == ["E206", "E018"]
