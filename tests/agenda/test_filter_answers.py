"""What the browser's modules answer is what the contract says: the same entries in the same order, and the same numbers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qsl

import pytest

from agenda.filtering import documents
from agenda.filtering.controls import said
from agenda.filtering.towns import towns
from contributions.library.library import Library
from publishing.page import Document
from support import event, read_library, write
from support_answers import ACCESS, LEVELS, MODES, Oracle, Pairs, Shown, query
from support_clients import node
from support_season import AUDIENCES, BEGIN, CATEGORIES, THEMES, Season

QUESTIONS = 60
SAMPLE = 1
"""Choices of a question that are counted slowly."""
SPELLINGS = ("Amiens", "AMIENS", "80021", "st-omer", "Saint Quentin", "villeneuve d’ascq", "Senlis", "l etoile", "02408", "Saint-Aubin")
ODD = {
    "du": ("2026-13-01", "demain", "2020-01-01"), "au": ("2026-11-31", "2026-01-01"), "pres": ("Atlantis", "75056", "99999"),
    "rayon": ("-3", "loin", "0"), "age": ("121", "-1", "huit", "8.5"), "gratuit": ("0", "oui"), "places": ("2",), "abri": ("non",),
    "scolaires": ("tous",), "theme": ("alchimie", " "), "public": ("martiens",), "mode": ("debout",), "niveau": ("cm3",),
    "departement": ("75",), "acces": ("olfactif",), "categorie": ("",), "q": ("zyx", "", "« »", "***", "-"), "tri": ("date",),
}  # fmt: skip


def a_day(pick: Random) -> str:
    """A day of the season, more likely a near one."""
    return f"{BEGIN + timedelta(int(pick.triangular(-10, 220, 10)))}"


def values(pick: Random) -> Mapping[str, str]:
    """A value for each name, at random."""
    return {
        "du": a_day(pick), "au": a_day(pick), "pres": pick.choice(SPELLINGS), "rayon": pick.choice(("5", "20", "45.5", "200")),
        "departement": pick.choice(("02", "59", "60", "62", "80")), "theme": pick.choice(list(THEMES)),
        "categorie": pick.choice(CATEGORIES), "public": pick.choice(list(AUDIENCES)), "acces": pick.choice(ACCESS),
        "age": str(pick.choice((0, 6, 8, 11, 15, 18, 40, 120))), "gratuit": "1", "places": "1", "mode": pick.choice(MODES), "abri": "1",
        "scolaires": "1", "niveau": pick.choice((*LEVELS, "CM1", "Cycle 3", "Lycée")),
        "q": pick.choice(("étoile", "ABEILLES", "l'œuvre", "nuit amiens", "musée ciel", "3d", "moulin", "boite outil", "robots 7")),
    }  # fmt: skip


def question(pick: Random) -> Pairs:
    """Some names at random, some of them twice, and now and then one that means nothing."""
    names = pick.sample(list(values(pick)), pick.choice((0, 1, 1, 2, 2, 3, 4)))
    pairs = [(name, values(pick)[name]) for name in names]
    pairs += [(name, values(pick)[name]) for name in names if pick.random() < 0.2]
    if pick.random() < 0.25:
        odd = pick.choice(list(ODD))
        pairs.append((odd, pick.choice(ODD[odd])))
    if pick.random() < 0.1:
        pairs = [(name, value.upper()) for name, value in pairs]
    return pairs


class Asked:
    """A library, and what the modules answer to questions: all at once, for starting them takes longer than answering."""

    def __init__(self, library: Library, questions: list[Pairs]) -> None:
        self.oracle, self.questions = Oracle(library, BEGIN), questions
        planned = [item.make() for item in (*documents.documents(library), towns(library))]
        texts = {item.path: item.content.decode() for item in planned if isinstance(item, Document)}
        given = {
            "files": texts,
            "parts": [asdict(part) for part in documents.parts(library)],
            "known": {name: list(called) for name, called in said(library).items()},
            "today": f"{BEGIN}",
            "questions": [{"search": f"?{query(pairs)}"} for pairs in questions],
        }
        found = node("agenda.mjs", json.dumps(given).encode())
        self.choices, self.answers = [tuple(choice) for choice in found["choices"]], found["answers"]

    def __iter__(self) -> Iterator[tuple[Pairs, dict[str, Any]]]:
        return iter(zip(self.questions, self.answers, strict=True))


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Three thousand showings."""
    return read_library(write(tmp_path_factory.mktemp("season"), Season(1).tree()), BEGIN)


@pytest.fixture(scope="module", params=[10_000, 1_000], ids=["in one document", "in documents of a month"])
def asked(request: pytest.FixtureRequest, season: Library) -> Iterator[Asked]:
    """Questions to the season, be its entries in one document or in many."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(documents, "IN_ONE", request.param)
        pick = Random(request.param)
        yield Asked(season, [question(pick) for _number in range(QUESTIONS)])


def told(found: list[Shown]) -> list[list[str]]:
    """Entries as JSON has them."""
    return [list(one.told) for one in found]


class TestAnAnswer:
    def test_holds_the_entries_of_the_contract_in_its_order(self, asked: Asked) -> None:
        for pairs, answer in asked:
            assert answer["entries"] == told(asked.oracle.answer(pairs)), query(pairs)

    def test_is_now_and_then_much_and_now_and_then_nothing(self, asked: Asked) -> None:
        sizes = [len(answer["entries"]) for answer in asked.answers]
        assert min(sizes) == 0
        assert max(sizes) > 1000

    def test_says_what_of_the_question_meant_nothing(self, asked: Asked) -> None:
        for pairs, answer in asked:
            assert sorted(map(tuple, answer["notes"])) == sorted(asked.oracle.understood(pairs).ignored), query(pairs)

    def test_is_the_same_for_the_address_that_is_written_of_it(self, asked: Asked) -> None:
        for _pairs, answer in asked:
            written = parse_qsl(answer["address"].removeprefix("?"))
            assert told(asked.oracle.answer(written)) == answer["entries"]
            assert not asked.oracle.understood(written).ignored


class TestWords:
    @pytest.fixture
    def found(self, tmp_path: Path) -> Callable[[str], list[str]]:
        """The events that some words find: two that have moved on line, one of them at one of its places, and one that was never anywhere else."""
        moved, halls = {"online_url": "https://visio.example/salle"}, [{"name": name, "city": "Amiens"} for name in ("Le Quai", "La Lune")]
        slots = [{"start": f"{BEGIN} 14:00", "place": place} for place in halls]
        tree = event(
            "tout", event_status="passe-en-ligne", place={"name": "La Halle", "city": "Lille"}, slots=[{"start": f"{BEGIN}"}], **moved
        )
        tree |= event("part", slots=[{**slots[0], "status": "passe-en-ligne"}, {**slots[1], "start": f"{BEGIN} 16:00"}], **moved)
        tree |= event("toujours", mode="en-ligne", place=None, slots=[{"start": f"{BEGIN}"}], **moved)
        library = read_library(write(tmp_path, tree), BEGIN)

        def answers(text: str) -> list[str]:
            [(_pairs, answer)] = Asked(library, [[("q", text)]])
            return [f"{slug} {start[11:]}".strip() for slug, start in answer["entries"]]

        return answers

    @pytest.mark.parametrize(
        ("text", "slugs"),
        [
            ("halle", ["tout"]),
            ("lille", ["tout"]),
            ("quai", ["part 14:00"]),
            ("lune", ["part 16:00"]),
            ("amiens", ["part 14:00", "part 16:00"]),
        ],
    )
    def test_find_what_has_moved_on_line_by_its_own_place(self, found: Callable[[str], list[str]], text: str, slugs: list[str]) -> None:
        assert found(text) == slugs

    @pytest.mark.parametrize("text", ["***", "« »", "-", "…"])
    def test_without_a_letter_or_a_figure_are_no_condition_and_that_is_said(self, season: Library, text: str) -> None:
        [(_pairs, answer), (_none, whole)] = Asked(season, [[("q", text)], []])
        assert answer["entries"] == whole["entries"]
        assert (answer["notes"], answer["conditions"]) == ([["q", text]], [])


class TestAChoice:
    def test_says_how_many_it_would_leave(self, asked: Asked) -> None:
        pick = Random(SAMPLE)
        for pairs, answer in asked:
            for at in pick.sample(range(len(asked.choices)), SAMPLE):
                name, value = asked.choices[at]
                more = [*pairs, (name, value)]
                assert answer["counts"][at] == len(asked.oracle.answer(more)), query(more)


class TestWhereNothingFits:
    def nothing(self, asked: Asked) -> Iterator[tuple[dict[str, list[Any]], dict[str, Any]]]:
        for pairs, answer in asked:
            if not answer["entries"]:
                yield asked.oracle.understood(pairs).values, answer

    def test_it_is_said_what_giving_up_each_condition_leaves(self, asked: Asked) -> None:
        for values, answer in self.nothing(asked):
            found = {tuple(name for name in one["names"] if name != "here"): one["left"] for one in answer["without"]}
            assert found == asked.oracle.giving_up(values)

    def test_something_is_near_in_time(self, asked: Asked) -> None:
        for values, answer in self.nothing(asked):
            without = {name: asked for name, asked in values.items() if name not in {"du", "au"}}
            found = asked.oracle.answering(without) if len(without) < len(values) else []
            if found:
                assert answer["later"][0] in told([one for one in found if wait(one, values) == min(wait(one, values) for one in found)])

    def test_something_is_near_in_place(self, asked: Asked) -> None:
        for values, answer in self.nothing(asked):
            without = {name: asked for name, asked in values.items() if name not in {"pres", "rayon"}}
            found = [one for one in asked.oracle.answering(without) if one.place and one.place.lat] if "pres" in values else []
            if found:
                least = min(asked.oracle.away(one, values["pres"]) or 0 for one in found)
                [slug, start] = answer["closer"][0]
                assert least in [asked.oracle.away(one, values["pres"]) for one in found if one.told == (slug, start)]

    def test_there_is_always_something(self, asked: Asked) -> None:
        assert all(answer["later"] or answer["closer"] for _values, answer in self.nothing(asked))


def wait(one: Shown, values: dict[str, list[Any]]) -> int:
    """Days between an entry and those that are asked for."""
    first, last = (values.get(name, [date.max])[0] for name in ("du", "au"))
    first = BEGIN if first == date.max else first
    last = (first if "du" in values else date.max) if "au" not in values else last
    return max(0, (one.first - last).days, (first - one.last).days)
