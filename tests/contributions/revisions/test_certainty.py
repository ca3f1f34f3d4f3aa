"""Nothing is written into a file that may be taken for another, nor into a slot: it is said, and its author decides."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, permutations
from typing import Any

import pytest

from contributions.problems.problem import Problem
from support import Tree, article, event, exhibition, loan, page

Compared = Callable[..., tuple[Problem, ...]]
A, B, C, D = ({"start": f"2026-12-{day} 14:00", "end": f"2026-12-{day} 16:00"} for day in ("05", "06", "12", "13"))
REVISED = {"updated": "2026-11-21"}
TEXT = "Un texte assez long pour que git le reconnaisse, de la craie et des étoiles.\n" * 6


def written(problems: tuple[Problem, ...]) -> list[str]:
    """What the repairs would write."""
    return [problem.fix.new.strip("\n '") for problem in problems if problem.fix is not None]


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in problems}


class TestASlotThatMoves:
    def test_keeps_its_name_where_it_is_the_only_one_that_changed(self, compared: Compared) -> None:
        for was, name in ((A, "20261205T1400"), (B, "20261206T1400"), (C, "20261212T1400")):
            slots = [D if slot is was else slot for slot in (A, B, C)]
            (problem,) = compared(event("nuit", slots=[A, B, C]), event("nuit", slots=slots, **REVISED))
            assert (problem.code, written((problem,))) == ("W610", [f"id: {name}"])

    def test_keeps_its_name_where_it_begins_when_it_did(self, compared: Compared) -> None:
        was = event("nuit", slots=[{**A, "id": "un"}, {**B, "id": "deux"}])
        now = event("nuit", slots=[{**B, "id": "2"}, {**A, "id": "1"}], **REVISED)
        assert sorted(written(compared(was, now))) == ["deux", "un"]

    def test_is_only_asked_about_where_another_moves_too(self, compared: Compared) -> None:
        found = compared(event("nuit", slots=[A, B]), event("nuit", slots=[C, D], **REVISED))
        assert (codes(found), written(found)) == ({"W610"}, [])
        assert all("id: " in problem.repair for problem in found)

    @pytest.mark.parametrize("slots", [[B, C, D], [D, B, C], [B, D, C]])
    def test_is_only_asked_about_where_it_may_be_gone_and_another_come(self, compared: Compared, slots: list[dict[str, Any]]) -> None:
        found = compared(event("nuit", slots=[A, B, C]), event("nuit", slots=slots, **REVISED))
        assert codes(found) == {"W610"}
        assert written(found) == ([] if slots[0] is not D else ["id: 20261205T1400"])

    def test_is_no_change_where_the_order_alone_is_another(self, compared: Compared) -> None:
        for order in permutations([A, B, C]):
            assert compared(event("nuit", slots=[A, B, C]), event("nuit", slots=list(order))) == ()

    def test_is_only_asked_about_among_two_that_begin_together(self, compared: Compared) -> None:
        here, there = {**A, "id": "ici"}, {**A, "id": "la"}
        found = compared(event("nuit", slots=[here, there]), event("nuit", slots=[{**A, "id": "x"}, {**A, "id": "y"}], **REVISED))
        assert [problem.fix for problem in found if problem.code == "W610"] == [None, None]

    def test_of_a_tool_is_only_asked_about_where_another_moves_too(self, compared: Compared) -> None:
        was, now = (
            exhibition(
                "malle", loans=[loan(f"2026-12-{day}", f"2026-12-{day}", public_showing=True, city="Amiens") for day in days], **REVISED
            )
            for days in (("01", "08"), ("15", "22"))
        )
        found = compared(was, now)
        assert (codes(found), written(found)) == ({"W610"}, [])


class TestTwoFilesRenamedAtOnce:
    @pytest.mark.parametrize("turned", [False, True])
    def test_keep_their_own_names_by_their_titles(self, compared: Compared, turned: bool) -> None:
        titles = {"un": "Le ciel d’hiver", "deux": "Le ciel d’été"}
        names = {"un": "trois", "deux": "quatre"} if not turned else {"un": "quatre", "deux": "trois"}
        was: Tree = {}
        now: Tree = {}
        for slug, title in titles.items():
            was |= event(slug, title=title, summary="x.", body=TEXT)
            now |= event(names[slug], title=title, summary="x.", body=TEXT)
        found = compared(was, now)
        ids = {problem.path: problem.fix.new.strip() for problem in found if problem.code == "W611" and problem.fix}
        assert ids == {f"content/events/{names[slug]}.md": f"id: {slug}" for slug in titles}

    def test_are_only_asked_about_where_nothing_tells_them_apart(self, compared: Compared) -> None:
        was = event("un", title="Le ciel un", summary="x.", body=TEXT) | event("deux", title="Le ciel deux", summary="x.", body=TEXT)
        now = event("trois", title="Le ciel trois", summary="x.", body=TEXT) | event(
            "quatre", title="Le ciel quatre", summary="x.", body=TEXT
        )
        found = compared(was, now)
        assert {"W611", "W612"} <= codes(found)
        assert written(found) == []
        assert all(problem.repair.startswith("S’il continue bien « events/") for problem in found)

    def test_that_exchange_their_titles_are_only_asked_about(self, compared: Compared) -> None:
        was = article("un", title="La craie", body=TEXT) | article("deux", title="Le verre", body=TEXT.upper())
        now = article("trois", title="Le verre", body=TEXT) | article("quatre", title="La craie", body=TEXT.upper())
        assert written(compared(was, now)) == []

    def test_are_sure_by_their_own_ids(self, compared: Compared) -> None:
        was = article("un", title="La craie", body=TEXT) | article("deux", title="Le verre", body=TEXT)
        now = article("trois", id="un", title="Autre", body=TEXT) | article("quatre", id="deux", title="Autres", body=TEXT)
        found = compared(was, now)
        assert {(problem.path, *written((problem,))) for problem in found} == {
            ("content/articles/trois.md", "aliases: [/articles/un/]"),
            ("content/articles/quatre.md", "aliases: [/articles/deux/]"),
        }


class TestAFileThatIsCopied:
    def test_leaves_the_original_in_doubt_where_that_is_filled_with_something_else(self, compared: Compared) -> None:
        was = event("nuit", title="La nuit", summary="x.", body=TEXT, slots=[A])
        other = event("nuit", title="Le verre", summary="Du sable.", body="Rien de commun.\n" * 9, slots=[D])
        found = compared(was, {**other, **event("nuit-2", title="La nuit", summary="x.", body=TEXT, slots=[A])})
        assert {problem.code for problem in found if problem.path == "content/events/nuit.md"} >= {"W610"}
        assert [one for one in found if one.path == "content/events/nuit.md" and one.fix] == []

    def test_for_two_heirs_leaves_both_in_doubt(self, compared: Compared) -> None:
        was = article("un", title="La craie", body=TEXT)
        now = article("deux", title="La craie", body=TEXT) | article("trois", title="La craie", body=TEXT)
        assert not any("id:" in words for words in written(compared(was, now)))


class TestAFileThatIsUsedAgain:
    @pytest.mark.parametrize("keys", [{"title": "Le verre", "body": "Autre.\n"}, {"date": "2026-11-20"}])
    def test_for_another_event_gets_nothing_of_the_one_before(self, compared: Compared, keys: dict[str, Any]) -> None:
        found = compared(event("nuit", slots=[A]), event("nuit", **{**keys, "slots": [D]}))
        assert "W610" in codes(found)
        assert written(found) == []
        assert all(problem.repair.startswith("Si c’est toujours la même contribution : ") for problem in found)

    def test_and_only_corrected_is_mended(self, compared: Compared) -> None:
        was = event("nuit", slots=[A], body=TEXT)
        for keys in ({"title": "La nuit, corrigée"}, {"body": "Autre.\n"}, {"summary": "Autre."}):
            now = event("nuit", **{"slots": [D], "body": TEXT, **REVISED, **keys})
            assert written(compared(was, now)) == ["id: 20261205T1400"], keys


@pytest.mark.parametrize("make", [article, page])
def test_one_alone_that_is_renamed_is_sure_by_its_title_or_its_text(compared: Compared, make: Callable[..., Tree]) -> None:
    was = make("un", title="La craie", body=TEXT)
    for keys in ({"title": "La craie", "body": TEXT.replace("craie", "marne", 1)}, {"title": "La marne", "body": TEXT}):
        assert any("aliases" in words for words in written(compared(was, make("deux", **keys))))
    assert written(compared(was, make("deux", title="La marne", body=TEXT.replace("craie", "marne", 1)))) == []


def test_whatever_slots_come_and_go_no_name_is_given_twice(compared: Compared) -> None:
    for gone in combinations([A, B, C], 2):
        left = [slot for slot in (A, B, C) if slot not in gone]
        found = written(compared(event("nuit", slots=[A, B, C]), event("nuit", slots=[*left, D], **REVISED)))
        assert found == []
