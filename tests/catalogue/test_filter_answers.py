"""What the browser's modules answer is what the contract says: the same tools in the same order, the same windows and the same numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any
from urllib.parse import parse_qsl

import pytest

from agenda.filtering.towns import towns
from catalogue.filtering.controls import known, panel
from catalogue.filtering.documents import documents
from catalogue.filtering.pages import listed
from contributions.library.library import Library
from publishing.page import Document
from support import read_library, write
from support_answers import ACCESS, LEVELS, Oracle, Pairs, query
from support_clients import node
from support_season import AUDIENCES, THEMES
from support_stock import BEGIN, CATEGORIES, DEPARTMENTS, LANGUAGES, VEHICLES, Stock
from support_tools import GROUPS, ORDERS, Question, Tools, distances

SIZE, QUESTIONS = 1000, 120
EACH = 3
"""Of so many questions one is answered by the slowest ways, too."""
ODD = {
    "du": ("2026-13-01", "demain", "2020-01-01"), "au": ("2026-11-31", "2026-01-01"), "jours": ("0", "-3", "1.5", "deux", "9999999"),
    "surface": ("0", "-5", "grande", "1e9"), "hauteur": ("0", "NaN"), "vehicule": ("velo", "Camionnette"), "poids": ("-1", "lourd"),
    "personnes": ("0", "2.5"), "visiteurs": ("0", "beaucoup"), "budget": ("-1", "cher"), "gratuit": ("0", "oui"), "pass-culture": ("2",),
    "departement": ("75",), "langue": ("klingon", "zz"), "niveau": ("cm3",), "public": ("martiens",), "theme": ("alchimie", " "),
    "acces": ("olfactif",), "categorie": ("",), "proprietaire": ("personne",), "groupe": ("lourde",), "q": ("zyx", "", "« »"),
    "tri": ("hasard",), "pres": ("Atlantis",), "age": ("8",),
}  # fmt: skip


def a_day(pick: Random) -> str:
    """A day of the coming year, more likely a near one."""
    return f"{BEGIN + timedelta(int(pick.triangular(-10, 400, 60)))}"


def values(pick: Random) -> Mapping[str, str]:
    """A value for each name, at random."""
    return {
        "surface": pick.choice(("4", "12,5", "30", "45.5", "100")), "hauteur": pick.choice(("180", "210.5", "240")),
        "vehicule": pick.choice(VEHICLES), "poids": pick.choice(("8", "18.5", "30")), "personnes": pick.choice(("1", "2", "4")),
        "visiteurs": pick.choice(("10", "25", "60")), "budget": pick.choice(("0", "45,5", "100", "200", "1000")), "gratuit": "1",
        "departement": pick.choice(DEPARTMENTS), "langue": pick.choice((*LANGUAGES, "FR", "de")),
        "niveau": pick.choice((*LEVELS, "CM1", "Cycle 3", "Lycée")), "public": pick.choice(list(AUDIENCES)),
        "theme": pick.choice(list(THEMES)), "acces": pick.choice(ACCESS), "categorie": pick.choice(CATEGORIES),
        "proprietaire": f"proprietaire-{pick.randint(0, 39)}", "groupe": pick.choice(GROUPS), "pass-culture": "1",
        "q": pick.choice(("malle", "ABEILLES", "l'œuvre", "musée", "expo ciel", "3d", "boite outil", "robots 7", "pet")),
    }  # fmt: skip


def dates(pick: Random) -> Pairs:
    """Days that a loan should have, most often; a month or so as people ask for it."""
    first = BEGIN + timedelta(int(pick.triangular(-5, 420, 60)))
    length, window = pick.choice((1, 3, 7, 14, 20, 28)), pick.choice((6, 13, 30, 45))
    du, au, jours = ("du", f"{first}"), ("au", f"{first + timedelta(window)}"), ("jours", f"{length}")
    return pick.choice(([], [], [du, au], [du, au, jours], [du, au, jours], [du, jours], [du], [au, jours], [au], [jours]))


def question(pick: Random) -> Pairs:
    """Some names at random, some of them twice, and now and then one that means nothing."""
    names = pick.sample(list(values(pick)), pick.choice((0, 1, 1, 2, 2, 3, 4)))
    pairs = [*dates(pick), *((name, values(pick)[name]) for name in names)]
    pairs += [(name, values(pick)[name]) for name in names if pick.random() < 0.2]
    if pick.random() < 0.25:
        odd = pick.choice(list(ODD))
        pairs.append((odd, pick.choice(ODD[odd])))
    if pick.random() < 0.1:
        pairs = [(name, value.upper()) for name, value in pairs]
    if pick.random() < 0.4:
        pairs.append(("tri", pick.choice([order for order in ORDERS if order != "pres"])))
    return pairs


class Answered:
    """A library, and what the modules answer to questions: all at once, for starting them takes longer than answering."""

    def __init__(self, library: Library, questions: list[Pairs]) -> None:
        self.oracle, self.questions = Tools(library, BEGIN), questions
        tools = listed(library)
        self.slugs = [tool.slug for tool in tools]
        planned = [item.make() for item in (*documents(library, tools), towns(library))]
        given = {
            "files": {item.path: item.content.decode() for item in planned if isinstance(item, Document)},
            "source": json.loads(panel(library, tools)["source"]),
            "known": known(library, tools),
            "today": f"{BEGIN}",
            "questions": [f"?{query(pairs)}" for pairs in questions],
        }
        found = node("catalogue.mjs", json.dumps(given).encode())
        self.choices, self.answers = [tuple(choice) for choice in found["choices"]], found["answers"]

    def __iter__(self) -> Iterator[tuple[Question, dict[str, Any]]]:
        return iter([(self.oracle.question(pairs), answer) for pairs, answer in zip(self.questions, self.answers, strict=True)])

    def some(self) -> list[tuple[Question, dict[str, Any]]]:
        """One of three of them."""
        return list(self)[::EACH]

    def named(self, numbers: list[int]) -> list[str]:
        """The slugs of tools, by their places in the document."""
        return [self.slugs[at] for at in numbers]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A thousand tools of forty owners."""
    return read_library(write(tmp_path_factory.mktemp("catalogue"), Stock(1, SIZE).tree()), BEGIN)


@pytest.fixture(scope="module")
def asked(library: Library) -> Answered:
    """Questions to them."""
    pick = Random(15)
    return Answered(library, [question(pick) for _number in range(QUESTIONS)])


def slugs(tools: list[Any]) -> list[str]:
    """Tools as tests compare them."""
    return [tool.slug for tool in tools]


class TestAnAnswer:
    def test_holds_the_tools_of_the_contract_in_order(self, asked: Answered) -> None:
        assert sorted(asked.slugs) == sorted(slugs(asked.oracle.tools))
        for question, answer in asked:
            assert asked.named(answer["found"]) == slugs(asked.oracle.answer(question)), question.values

    def test_is_now_and_then_much_and_now_and_then_nothing(self, asked: Answered) -> None:
        sizes = [len(answer["found"]) for answer in asked.answers]
        assert min(sizes) == 0
        assert max(sizes) > SIZE / 2

    def test_tells_apart_who_must_be_asked_and_what_is_free_on_other_days(self, asked: Answered) -> None:
        assert any(answer["unconfirmed"] and answer["elsewhen"] for answer in asked.answers)
        for question, answer in asked.some():
            assert (asked.named(answer["unconfirmed"]), asked.named(answer["elsewhen"])) == asked.oracle.apart(question), question.values

    def test_says_how_many_say_nothing_of_each_figure(self, asked: Answered) -> None:
        assert any(len(answer["silent"]) > 1 for answer in asked.answers)
        for question, answer in asked.some():
            found = {one["name"]: one["count"] for one in answer["silent"]}
            assert found == asked.oracle.silent(question), question.values

    def test_says_what_of_the_question_meant_nothing(self, asked: Answered) -> None:
        for pairs, answer in zip(asked.questions, asked.answers, strict=True):
            noted = sorted(tuple(note) for note in answer["notes"] if note[0] != "pres")
            assert noted == sorted(asked.oracle.understood(pairs).ignored), query(pairs)

    def test_is_the_same_for_the_address_that_is_written_of_it(self, asked: Answered) -> None:
        for question, answer in asked:
            written = asked.oracle.understood(parse_qsl(answer["address"].removeprefix("?")))
            assert written.values == question.values
            assert not written.ignored


class TestTheWindow:
    def test_of_a_tool_is_the_first_one_that_was_asked_for(self, asked: Answered) -> None:
        oracle = asked.oracle
        for question, answer in asked:
            parts = {tool.slug: parts for tool, parts in oracle.candidates(question)} if question.dated else {}
            for at, (first, last) in answer["windows"]:
                window = oracle.window(parts[asked.slugs[at]], question.spans())
                assert window == (date.fromisoformat(first), (date.fromisoformat(last) - date.fromisoformat(first)).days + 1)

    def test_on_other_days_is_the_next_one_of_that_length(self, asked: Answered) -> None:
        oracle, pick = asked.oracle, Random(7)
        for question, answer in asked:
            parts = {tool.slug: parts for tool, parts in oracle.candidates(question)} if question.dated else {}
            for at, loan in pick.sample(answer["later"], min(4, len(answer["later"]))):
                spans = [(start, date.max, length) for start, _end, length in question.spans()]
                window = oracle.window(parts[asked.slugs[at]], spans)
                assert (loan and date.fromisoformat(loan[0])) == (window and window[0]), (question.values, asked.slugs[at])


class TestAChoice:
    def test_says_how_many_it_would_leave(self, asked: Answered) -> None:
        pick = Random(2)
        for pairs, answer in list(zip(asked.questions, asked.answers, strict=True))[::EACH]:
            at = pick.randrange(len(asked.choices))
            more = [*pairs, asked.choices[at]]
            assert answer["counts"][at] == len(asked.oracle.answering(asked.oracle.question(more))), query(more)


@pytest.fixture(scope="module")
def nothing(asked: Answered) -> list[tuple[Question, dict[str, Any]]]:
    """The questions that nothing answers."""
    return [(question, answer) for question, answer in asked if not answer["found"]]


class TestWhereNothingFits:
    def test_it_is_said_what_giving_up_each_condition_leaves(self, asked: Answered, nothing: list[tuple[Question, dict[str, Any]]]) -> None:
        assert nothing
        for question, answer in nothing:
            found = {tuple(one["names"]): one["left"] for one in answer["without"]}
            assert found == asked.oracle.giving_up(question)

    def test_months_and_figures_are_questions_that_find_so_many(
        self, asked: Answered, nothing: list[tuple[Question, dict[str, Any]]]
    ) -> None:
        oracle = asked.oracle
        assert any(answer["months"] for _question, answer in nothing)
        assert any(answer["wider"] for _question, answer in nothing)
        for question, answer in nothing:
            for address, left in answer["months"]:
                assert len(oracle.answering(oracle.question(parse_qsl(address.removeprefix("?"))))) == left > 0, address
            for one in answer["wider"]:
                wider = Question({**question.values, one["name"]: [one["value"]]}, BEGIN)
                assert len(oracle.answering(wider)) == one["left"] > 0, question.values

    def test_tools_are_proposed_that_exist(self, nothing: list[tuple[Question, dict[str, Any]]]) -> None:
        assert all(len(answer["nearest"]) == 3 for _question, answer in nothing)


def test_the_nearest_come_first_where_that_is_asked(library: Library) -> None:
    """And those whose owners nobody can place last, as the list has them."""
    asked = Answered(library, [[("tri", "pres"), ("pres", "saint omer"), ("theme", "chimie")]])
    far = distances(Oracle(library, BEGIN), asked.oracle, "Saint-Omer")
    [(question, answer)] = asked
    found = slugs(asked.oracle.answering(question))
    near = sorted((slug for slug in found if slug in far), key=lambda slug: (round(far[slug], 1), found.index(slug)))
    told = asked.named(answer["found"])
    assert [round(far[slug]) for slug in told if slug in far] == [round(far[slug]) for slug in near]
    assert told[len(near) :] == [slug for slug in found if slug not in far]
