"""JSON-LD cannot break out of its element, and reads back as what was put in."""

import json

from hypothesis import given
from hypothesis import strategies as st

from views.jsonld import script, without_nothing


class TestScript:
    @given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=40), min_size=1, max_size=4))
    def test_reads_back_as_it_was_and_has_no_tag(self, node: dict[str, str]) -> None:
        text = script(node)
        assert "<" not in text
        assert json.loads(text) == {"@context": "https://schema.org", "@graph": [node]}

    def test_cannot_be_closed_by_a_value(self) -> None:
        assert "</script" not in script({"name": "</script><script>alert(1)</script>"})
        assert "<!--" not in script({"name": "<!--"})

    def test_leaves_out_empty_nodes(self) -> None:
        assert json.loads(script({}, {"a": 1}))["@graph"] == [{"a": 1}]


class TestNodes:
    def test_lose_what_is_not_known_and_keep_what_is_false(self) -> None:
        assert without_nothing({"a": None, "b": "", "c": [], "d": {}, "e": False, "f": 0}) == {"e": False, "f": 0}
