"""Static files have addresses that change with their content."""

from pathlib import Path

import pytest

from publishing.assets import LAYERS, Theme
from publishing.page import Copy, Document
from support import REPOSITORY


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """A small theme, whose components are a folder."""
    sheets = [layer for layer in LAYERS if layer != "components"]
    for name in (*sheets, "components/row", "components/badge"):
        file = tmp_path / "css" / f"{name}.css"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"@layer {name.partition('/')[0]} {{ .{file.stem} {{ order: 1 }} }}\n")
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "menu.js").write_text("export {};\n")
    (tmp_path / "favicon.svg").write_text("<svg/>")
    return tmp_path


class TestAddresses:
    def test_are_the_same_for_the_same_content(self, static: Path) -> None:
        assert Theme(static, {}).prefix == Theme(static, {}).prefix

    def test_change_with_a_style_sheet(self, static: Path) -> None:
        before = Theme(static, {}).prefix
        (static / "css" / "base.css").write_text("@layer base { a { color: red } }\n")
        assert Theme(static, {}).prefix != before

    def test_change_with_a_script(self, static: Path) -> None:
        before = Theme(static, {}).prefix
        (static / "js" / "menu.js").write_text("export const menu = 1;\n")
        assert Theme(static, {}).prefix != before

    def test_change_with_the_name_of_a_file(self, static: Path) -> None:
        before = Theme(static, {}).prefix
        (static / "js" / "menu.js").rename(static / "js" / "search.js")
        assert Theme(static, {}).prefix != before

    def test_change_with_the_colours_of_the_region(self, static: Path) -> None:
        assert Theme(static, {"accent": "#123456"}).prefix != Theme(static, {}).prefix

    def test_of_icons_stay_at_the_root(self, static: Path) -> None:
        assert Theme(static, {}).url("favicon.svg") == "/favicon.svg"

    def test_of_a_file_that_is_not_there_are_an_error(self, static: Path) -> None:
        with pytest.raises(KeyError, match=r"no\.js"):
            Theme(static, {}).url("js/no.js")


class TestFiles:
    def test_are_declared_where_their_address_says(self, static: Path) -> None:
        theme = Theme(static, {})
        assert {item.path for item in theme.declared()} == {
            theme.url("escale.css"),
            theme.url("embed.css"),
            theme.url("js/menu.js"),
            "/favicon.svg",
        }

    def test_of_style_are_one_sheet_in_the_order_of_layers(self, static: Path) -> None:
        (sheet,) = (item for item in Theme(static, {}).declared() if isinstance(item, Document) and item.path.endswith("escale.css"))
        text = sheet.content.decode()
        positions = [text.index(f"@layer {layer} ") for layer in LAYERS]
        assert positions == sorted(positions)

    def test_of_style_of_a_frame_are_few_and_load_no_font(self) -> None:
        theme = Theme(REPOSITORY / "themes" / "escale" / "static", {"accent": "#123456"})
        assert ".slot" in theme.framed_css
        assert ".card" not in theme.framed_css
        assert "url(" not in theme.framed_css
        assert "#123456" in theme.framed_css

    def test_of_a_folder_of_style_follow_one_another_by_name(self, static: Path) -> None:
        text = Theme(static, {}).css
        assert text.index(".badge") < text.index(".row") < text.index(".print")

    def test_of_style_are_published_without_comments_and_empty_lines(self, static: Path) -> None:
        (static / "css" / "base.css").write_text('/* one\n   two */\n\na/**/b { content: "/* said */" } /* three */\n')
        assert Theme(static, {}).css.splitlines()[1] == 'a b { content: "/* said */" }'

    def test_of_scripts_are_published_without_their_comments(self, static: Path) -> None:
        (static / "js").mkdir(exist_ok=True)
        (static / "js" / "one.js").write_text(
            '/** What it does.\n * At length. */\nconst path = "/** said // */"; // why\n  /** Inside. */\nrun(path);\n'
        )
        [script] = [item for item in Theme(static, {}).declared() if isinstance(item, Document) and item.path.endswith("one.js")]
        assert script.content.decode() == 'const path = "/** said // */";\nrun(path);\n'

    def test_of_the_region_come_last(self, static: Path) -> None:
        assert Theme(static, {"accent": "#123456"}).css.rstrip().endswith("@layer tokens { :root { --accent: #123456; } }")

    def test_of_the_real_theme_are_there(self) -> None:
        theme = Theme(REPOSITORY / "themes" / "escale" / "static", {})
        assert all(item.source.is_file() for item in theme.declared() if isinstance(item, Copy))
        assert any(item.path.endswith(".woff2") for item in theme.declared())
