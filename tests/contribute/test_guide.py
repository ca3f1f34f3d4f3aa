"""The guide: a page a kind with an example that passes the check, every key, and the schemas beside it."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from contribute import loan_table
from contribute.examples import example
from contribute.guide import COMMON, HOME, SLUGS, guide
from contribute.schemas import schemas
from contributions.library.library import Library
from contributions.loading.loading import Loaded
from contributions.models import KINDS
from contributions.reference.reference import reference
from contributions.reference.schema import schema
from contributions.region.hub import Hub
from publishing.page import Document, Page
from support import HUB, REPOSITORY, Tree, article, demo_hub, hub, one_of_each


@cache
def pages(library: Library) -> dict[str, Page]:
    """The pages of the guide, made."""
    return {planned.path: page for planned in guide(library) if isinstance(page := planned.make(), Page)}


@pytest.mark.parametrize("kind", KINDS)
class TestTheExampleOfAKind:
    def test_passes_the_check_of_the_demo_region(self, kind: str, loaded: Callable[[Tree], Loaded]) -> None:
        found = example(kind, demo_hub())
        tree = {"hub.yml": (REPOSITORY / "content/hub.yml").read_bytes(), found.path.removeprefix("content/"): found.text}
        assert [str(problem) for problem in loaded(tree).problems] == []

    def test_passes_the_check_of_another_region(self, kind: str, loaded: Callable[[Tree], Loaded]) -> None:
        keys = {"themes": {"mer": "La mer"}, "region": {"code": "53", "name": "Bretagne"}, "departments": {"29": "Finistère"}}
        found = example(kind, Hub.model_validate({**HUB, **keys}))
        assert [str(problem) for problem in loaded({**hub(**keys), found.path.removeprefix("content/"): found.text}).problems] == []

    def test_is_short(self, kind: str) -> None:
        assert example(kind, demo_hub()).text.count("\n") <= 25


class TestTheTableOfLoans:
    @pytest.mark.parametrize("keys", [{}, {"region": {"code": "53", "name": "Bretagne"}, "departments": {"29": "Finistère"}}])
    def test_passes_the_check_with_the_example_s_tool_in_any_region(self, keys: dict[str, Any], loaded: Callable[[Tree], Loaded]) -> None:
        region = Hub.model_validate({**HUB, **keys})
        tool = example("exhibition", region)
        files = {tool.path: tool.text, loan_table.PATH: loan_table.table(region)}
        found = loaded({**hub(**keys), **{path.removeprefix("content/"): text for path, text in files.items()}})
        assert [str(problem) for problem in found.problems] == []
        assert found.library is not None
        assert sum(len(rows) for rows in found.library.table_loans.values()) == 2

    def test_is_explained_on_the_page_of_tools_alone(self, library: Callable[[Tree], Library]) -> None:
        found = pages(library(one_of_each()))
        assert [path for path, page in found.items() if page.data.get("loan_table") is not None] == [f"{HOME}outil/"]


class TestPages:
    def test_are_one_a_kind_and_one_for_what_they_share(self, library: Callable[[Tree], Library]) -> None:
        assert set(pages(library(one_of_each()))) == {HOME, COMMON, *(f"{HOME}{slug}/" for slug in SLUGS.values())}

    @pytest.mark.parametrize("kind", KINDS)
    def test_of_a_kind_name_every_key(self, kind: str, library: Callable[[Tree], Library]) -> None:
        found = library(one_of_each())
        data = pages(found)[f"{HOME}{SLUGS[kind]}/"].data
        named = [row.name for row in (*data["required"], *data["own"])] + [name for name, _ in data["common"]]
        assert named == [key.name for key in reference(kind, found.hub)]

    def test_explain_where_they_say_so_every_common_key(self, library: Callable[[Tree], Library]) -> None:
        found = pages(library(one_of_each()))
        explained = {row.id for row in found[COMMON].data["own"]}
        for page in found.values():
            assert {name for name, _ in page.data.get("common", ())} <= explained

    def test_can_be_linked_from_a_text(self, reported: Callable[[Tree], list[str]]) -> None:
        body = "Voir [comment](/contribuer/), [un événement](/contribuer/evenement/) et [le formulaire](/proposer/).\n"
        assert reported(article("mode-d-emploi", body=body)) == []

    def test_are_no_old_addresses_of_a_contribution(self, reported: Callable[[Tree], list[str]]) -> None:
        (said,) = reported(article("mode-d-emploi", aliases=["/contribuer/evenement/"]))
        assert "E209" in said


class TestSchemas:
    def test_are_published_for_every_kind(self, library: Callable[[Tree], Library]) -> None:
        found = library(one_of_each())
        published = {planned.path: planned.make() for planned in schemas(found)}
        for kind in KINDS:
            document = published[f"/donnees/schemas/{kind}.json"]
            assert isinstance(document, Document)
            assert json.loads(document.content) == schema(kind, found.hub)
