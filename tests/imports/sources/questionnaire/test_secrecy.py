from __future__ import annotations

from itertools import product

from hypothesis import given, settings, strategies

from imports.sources.questionnaire.secrecy import THRESHOLD, Secret, betraying, of_one, of_several

CELLS = strategies.lists(strategies.integers(1, 7), min_size=1, max_size=5).map(
    lambda counts: [(f"c{at}", count) for at, count in enumerate(counts)]
)


def possible(merged: int, total: int) -> set[tuple[int, ...]]:
    """Every way in which so many answers fall to the choices that are merged, by somebody who knows the questionnaire and the rule."""
    ways = {way for way in product(range(1, total + 1), repeat=merged) if sum(way) == total}
    return {way for way in ways if min(way) < THRESHOLD and _is_merged(way)}


def _is_merged(way: tuple[int, ...]) -> bool:
    """Whether the rule puts just these cells together, beside one that is larger than all of them."""
    counts = of_one([*((f"m{at}", count) for at, count in enumerate(way)), ("kept", 10_000)])
    return counts is not None and set(counts.merged) == {f"m{at}" for at in range(len(way))}


class TestOneAnswerEach:
    @given(CELLS)
    def test_never_has_a_cell_under_three_nor_others_under_three(self, cells: list[tuple[str, int]]) -> None:
        counts = of_one(cells)
        if counts is None:
            return
        assert all(count >= THRESHOLD for _choice, count in counts.kept)
        assert counts.others == 0 or counts.others >= THRESHOLD

    @given(CELLS)
    def test_loses_no_answer(self, cells: list[tuple[str, int]]) -> None:
        counts = of_one(cells)
        if counts is not None:
            assert sum(count for _choice, count in counts.kept) + counts.others == sum(count for _choice, count in cells)

    @settings(max_examples=200)
    @given(CELLS)
    def test_never_lets_a_merged_cell_be_worked_out(self, cells: list[tuple[str, int]]) -> None:
        counts = of_one(cells)
        if counts is None or not counts.merged:
            return
        ways = possible(len(counts.merged), counts.others)
        for at in range(len(counts.merged)):
            assert len({way[at] for way in ways}) > 1, (counts, ways)

    def test_takes_the_next_smallest_with_a_cell_that_is_alone(self) -> None:
        counts = of_one([("a", 30), ("b", 20), ("c", 1)])
        assert counts is not None
        assert (counts.kept, counts.others) == ([("a", 30)], 21)

    def test_of_two_choices_says_nothing_where_one_is_small(self) -> None:
        assert of_one([("oui", 38), ("non", 2)]) is None

    def test_does_not_say_that_each_of_some_has_two(self) -> None:
        counts = of_one([("a", 30), ("b", 20), ("c", 2), ("d", 2)])
        assert counts is not None
        assert counts.others == 24

    def test_of_fewer_than_three_says_nothing(self) -> None:
        assert of_one([("a", 2)]) is None


class TestSeveralAnswersEach:
    def test_leaves_out_what_few_chose_and_what_all_but_few_did(self) -> None:
        counts = of_several([("a", 12), ("b", 2), ("c", 19), ("d", 9)], 20, at_least_one=True)
        assert counts is not None
        assert (counts.kept, counts.merged) == ([("a", 12), ("d", 9)], ("b", "c"))

    def test_says_nothing_where_the_others_can_only_have_made_the_hidden_choice(self) -> None:
        assert of_several([("a", 14), ("b", 14), ("c", 2)], 30, at_least_one=True) is None
        assert of_several([("a", 14), ("b", 14), ("c", 2)], 40, at_least_one=False) is not None

    def test_says_nothing_of_two_choices_that_one_or_two_made_together(self) -> None:
        assert of_several([("a", 20), ("b", 15)], 34, at_least_one=True) is None
        assert of_several([("a", 20), ("b", 15)], 30, at_least_one=True) is not None

    @given(strategies.lists(strategies.sets(strategies.integers(0, 11)), min_size=1, max_size=4))
    def test_never_has_a_cell_under_three_nor_one_that_all_but_few_chose(self, made: list[set[int]]) -> None:
        answers = len(set().union(*made))
        counts = of_several([(f"c{at}", len(who)) for at, who in enumerate(made) if who], answers, at_least_one=True)
        for _choice, count in counts.kept if counts else ():
            assert count >= THRESHOLD
            assert not 0 < answers - count < THRESHOLD


class TestQuestionsTogether:
    everybody = frozenset(range(40))
    few = frozenset({0, 1})

    def test_do_not_give_away_a_hidden_choice_by_who_was_asked_next(self) -> None:
        secrets = {"Première fois ?": Secret([self.few], [self.everybody])}
        asked = {"Si oui, comment ?": self.everybody - self.few, "Satisfaction": self.everybody, "Accueil": self.everybody - {5}}
        assert betraying(asked, secrets) == {"Si oui, comment ?"}

    def test_do_not_give_away_what_is_merged_with_a_large_cell(self) -> None:
        large = frozenset(range(2, 22))
        secrets = {"Public": Secret([self.few], [self.few | large, frozenset(range(22, 40))])}
        assert betraying({"Si scolaire": large, "Si famille": frozenset(range(22, 40))}, secrets) == {"Si scolaire"}
