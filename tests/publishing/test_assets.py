"""Static files have addresses that change with their content."""

from pathlib import Path

import pytest

from publishing.assets import LAYERS, Theme
from publishing.page import Copy, Document
from support import REPOSITORY


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """A small theme."""
    for layer in LAYERS:
        file = tmp_path / "css" / f"{layer}.css"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"@layer {layer} {{ /* {layer} */ }}\n")
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
        assert {item.path for item in theme.declared()} == {theme.url("escale.css"), theme.url("js/menu.js"), "/favicon.svg"}

    def test_of_style_are_one_sheet_in_the_order_of_layers(self, static: Path) -> None:
        (sheet,) = (item for item in Theme(static, {}).declared() if isinstance(item, Document))
        text = sheet.content.decode()
        positions = [text.index(f"/* {layer} */") for layer in LAYERS]
        assert positions == sorted(positions)

    def test_of_the_region_come_last(self, static: Path) -> None:
        assert Theme(static, {"accent": "#123456"}).css.rstrip().endswith("@layer tokens { :root { --accent: #123456; } }")

    def test_of_the_real_theme_are_there(self) -> None:
        theme = Theme(REPOSITORY / "themes" / "escale" / "static", {})
        assert all(item.source.is_file() for item in theme.declared() if isinstance(item, Copy))
        assert any(item.path.endswith(".woff2") for item in theme.declared())
