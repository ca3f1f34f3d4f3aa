"""What nobody changed in a tree of HTML is written as it was."""

from hypothesis import example, given
from hypothesis import strategies as st

from contributions.markdown.body import Converter
from contributions.markdown.soup import parsed, written
from contributions.words.typography import typo_html
from support_bodies import BODIES

CONVERTER = Converter()


class TestATree:
    @given(BODIES)
    @example("Un&nbsp;mot : « deux »")
    @example("<ul>  <li> \n </li>\n\n</ul>")
    @example("<pre>\n\n a</pre>")
    def test_of_any_body_is_written_as_nh3_wrote_it(self, markdown: str) -> None:
        html = typo_html(CONVERTER.convert(markdown))
        assert written(parsed(html)) == html

    @given(st.text())
    def test_holds_any_text(self, text: str) -> None:
        html = CONVERTER.convert(f"<p title='{text}'>{text}</p>")
        assert written(parsed(html)) == html
