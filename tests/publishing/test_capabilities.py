"""Every path of the site is declared once."""

from collections.abc import Callable, Iterator

import pytest

from contributions.library.library import Library
from publishing import capabilities
from publishing.capabilities import PathTaken, declare, declare_afterwards, declared
from publishing.page import Declared, Document, Page


@pytest.fixture
def empty(library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch) -> Library:
    """An empty library, and a registry of this test alone."""
    monkeypatch.setattr(capabilities, "_sources", {})
    monkeypatch.setattr(capabilities, "_afterwards", {})
    return library({})


def one(path: str) -> Callable[[Library], list[Declared]]:
    """A capability of one document."""
    return lambda library: [Document(path, b"")]


class TestDeclarations:
    def test_come_in_the_order_of_names(self, empty: Library) -> None:
        declare("b", one("/b"))
        declare("a", one("/a"))
        assert [item.path for item in declared(empty)] == ["/a", "/b"]

    def test_of_one_path_are_made_once(self, empty: Library) -> None:
        declare("a", one("/x"))
        declare("b", one("/x"))
        with pytest.raises(PathTaken, match="/x est prise deux fois, par « a » et par « b »"):
            list(declared(empty))
        assert PathTaken.exitcode == 2

    def test_again_replace_the_first(self, empty: Library) -> None:
        declare("a", one("/x"))
        declare("a", one("/y"))
        assert [item.path for item in declared(empty)] == ["/y"]

    def test_of_what_lists_all_pages_come_last_and_see_them(self, empty: Library) -> None:
        def plan(library: Library, pages: tuple[Page, ...]) -> Iterator[Declared]:
            yield Document("/plan", " ".join(page.path for page in pages).encode())

        declare("z", lambda library: [Page("/z/", "t.html", "Z", "")])
        declare_afterwards("a", plan)
        *_, last = declared(empty)
        assert isinstance(last, Document)
        assert last.content == b"/z/"
