"""What stands near a contribution: nobody is led from a page for all to what is for professionals."""

from collections.abc import Callable
from typing import Any

import pytest

from contributions.library.library import Library
from contributions.library.neighbourhood import alike, around
from contributions.library.occasions import siblings
from support import Tree, article, event, programme

Reading = Callable[..., Library]
PRO: dict[str, Any] = {"visibility": "professionnels"}


def events(**keys: Any) -> Tree:
    """Five events on days of December, the second and the fourth for professionals."""
    apart: dict[str, dict[str, Any]] = {"b": PRO, "d": PRO}
    tree: Tree = {}
    for day, name in enumerate("abcde", 1):
        tree |= event(name, slots=[{"start": f"2026-12-{day:02} 14:00"}], **keys, **apart.get(name, {}))
    return tree


def beside(library: Library, kind: str, slug: str) -> tuple[str | None, str | None]:
    """The slugs before and after one."""
    before, after = around(library, library.by_key[kind, slug])
    return before and before.slug, after and after.slug


class TestBeforeAndAfter:
    def test_what_is_for_all_stands_what_is_for_all(self, library: Reading) -> None:
        known = library(events())
        assert [beside(known, "event", slug) for slug in "ace"] == [(None, "c"), ("a", "e"), ("c", None)]

    def test_what_is_for_professionals_stands_everything(self, library: Reading) -> None:
        known = library(events())
        assert [beside(known, "event", slug) for slug in "bd"] == [("a", "c"), ("c", "e")]

    def test_it_is_so_with_other_kinds(self, library: Reading) -> None:
        tree = article("a", date="2026-11-03") | article("b", date="2026-11-02", **PRO) | article("c", date="2026-11-01")
        known = library(tree)
        assert beside(known, "article", "a") == (None, "c")
        assert beside(known, "article", "b") == ("a", "c")


class TestOfTheSameSort:
    @pytest.mark.parametrize(("slug", "found"), [("a", set("ce")), ("c", set("ae")), ("b", set("acde"))])
    def test_what_is_for_professionals_is_like_other_things_for_them_alone(self, library: Reading, slug: str, found: set[str]) -> None:
        known = library(events())
        assert {other.slug for other in alike(known, known.by_key["event", slug])} == found

    @pytest.mark.parametrize(("slug", "found"), [("a", set("ce")), ("b", set("acde"))])
    def test_a_festival_names_it_beside_other_things_for_them_alone(self, library: Reading, slug: str, found: set[str]) -> None:
        known = library(events(programmes=["fete"]) | programme("fete"))
        assert {other.slug for other in siblings(known, known.by_key["event", slug])} == found
