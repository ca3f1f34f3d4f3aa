"""The links and pictures found in a body are those that a browser would find."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given

from contributions.markdown.body import Converter
from contributions.markdown.targets import ELSEWHERE, Target, targets, written
from support_bodies import BODIES
from support_limits import in_bounded_time

CONVERTER = Converter()


def by_a_whole_parser(html: str) -> dict[str, tuple[str, str]]:
    """The first link or picture of each address."""
    found: dict[str, tuple[str, str]] = {}
    for element in BeautifulSoup(html, "lxml").find_all(["a", "img"]):
        address = str(element.get("href", "") if element.name == "a" else element.get("src", ""))
        if address and not (element.name == "a" and address.startswith(ELSEWHERE)):
            found.setdefault(address, (element.name, str(element.get("alt", ""))))
    return found


class TestTheTargets:
    @given(BODIES)
    @example('<code>href="http href="#</code> [ici](/agenda/)')
    @example('`href="/nulle-part/"` [ici](https://exemple.fr)')
    @example("[a](tel:1) [b](#c) [d](mailto:e@f.fr) [g](http://h)")
    def test_of_any_body_are_all_that_lead_into_the_site(self, markdown: str) -> None:
        html = CONVERTER.convert(markdown)
        assert {target.address: (target.tag, target.alternative) for target in targets(html)} == by_a_whole_parser(html)

    def test_say_what_a_picture_shows(self) -> None:
        assert targets(CONVERTER.convert('![L’un & "l’autre"](/images/a.jpg)')) == (Target("img", "/images/a.jpg", 'L’un & "l’autre"'),)

    def test_are_addresses_as_they_are_meant(self) -> None:
        assert targets(CONVERTER.convert("[a](/agenda/?b=1&c=2)")) == (Target("a", "/agenda/?b=1&c=2", ""),)


class TestWhereTheyAreWritten:
    @pytest.mark.parametrize(
        ("text", "address"),
        [
            ("[e](/agenda/rien/) et [f](¤rien/)", "rien/"),
            ("rien/ [e](</agenda/rien/>) ![f](  ¤rien/)", "rien/"),
            ("[f](/x_(y)/) puis [f](/x_(y)/z/) et [f](¤/x_(y)/z)", "/x_(y)/z"),
            ("[f][1]\n\n[1]: /un/\n[2]: ¤/un", "/un"),
            ('<a href="/agenda/rien/">e</a> <img src = \'¤rien/\' alt="x">', "rien/"),
            ("[e](/un/)[f](¤/deux/)", "/deux/"),
            ("[e](¤/a?b=1&amp;c=2)", "/a?b=1&c=2"),
        ],
    )
    def test_is_the_link_itself_and_not_one_that_holds_it(self, text: str, address: str) -> None:
        assert written(text.replace("¤", ""), 0)[address] == text.index("¤")

    def test_is_known_at_once_of_thousands(self) -> None:
        with in_bounded_time():
            assert len(written("".join(f"[a](/x{number}/(" for number in range(90_000)), 0)) == 90_000
            written("\n" * 400_000, 0)
            written("](" * 400_000, 0)
            written("src = " * 100_000, 0)
