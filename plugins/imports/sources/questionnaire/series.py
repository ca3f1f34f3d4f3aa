"""The series of figures that the questions of an export make, and what is said of those that make none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contributions.words.folding import folded
from imports.sources.questionnaire.questions import TICKED, Column
from imports.sources.questionnaire.scales import in_order
from imports.sources.questionnaire.secrecy import THRESHOLD, Counts, Secret, betraying, of_one, of_several
from imports.sources.questionnaire.sorts import COUNTED, Answered, sort_of

MOST_CHOICES = 40
OTHERS = "Autres réponses"
TOGETHER = "Réponses réunies"
"""The same, where a choice is called so already."""
OPEN = ("autre", "other", "commentaire", "comment", "precisez", "autre precisez")
"""Choices behind which something is typed (folded)."""
SEVERAL = "Plusieurs réponses possibles."
UNITED = "Les réponses données moins de trois fois y sont réunies avec d’autres."
WHY: Mapping[str, str] = {
    "free": "Ses réponses sont du texte libre, des dates ou des codes : rien n’en est repris.",
    "private": "Elle demande qui répond, ou comment le joindre : rien n’en est repris.",
    "empty": "Personne n’y a répondu.",
}
"""Why a question makes no series, by its sort."""
FEW = "Trop peu de réponses, ou des réponses qui en feraient connaître d’autres, données moins de trois fois : rien n’en est repris."
LEFT_OUT = "Données moins de trois fois, ou par tous sauf un ou deux, {choices} ne sont pas reprises."
TOLD = "Pour que personne ne soit reconnu, {choices} sont réunies : l’une d’elles au moins fut donnée moins de trois fois."


@dataclass(slots=True)
class Series:
    """The rows of a question: title, value, unit; by whom it was answered, and what a reader must know."""

    name: str
    rows: list[tuple[str, str, str]]
    answered: frozenset[int]
    note: str = ""
    secret: Secret | None = None
    told: str = ""
    """What is said to whoever imports it."""


@dataclass(slots=True)
class Made:
    """All series, and what is said of the other questions: its heading, and why."""

    series: list[Series] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)


def series_of(columns: Sequence[Column], number: int) -> Made:
    """The series of some columns, of so many answers; a series that would give away what another hides is none."""
    made = Made()
    secrets: dict[str, Secret] = {}
    taken: set[str] = set()
    everybody = frozenset(range(number))
    for heading, found, why in _questions(columns, everybody):
        if found is None:
            made.told.append((heading, why))
            continue
        found.name = _unique(found.name, taken)
        if found.secret:
            secrets[found.name] = found.secret
        if found.rows:
            made.series.append(found)
        if found.told or not found.rows:
            made.told.append((heading, found.told or FEW))
    betrayed = betraying({one.name: one.answered for one in made.series}, secrets)
    made.told += [(name, FEW) for name in sorted(betrayed)]
    made.series = [one for one in made.series if one.name not in betrayed]
    return made


def _questions(columns: Sequence[Column], everybody: frozenset[int]) -> Iterator[tuple[str, Series | None, str]]:
    """Each question's heading, its series, or why it has none."""
    groups: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        if column.choice:
            groups[column.question].append(column)
    done: set[str] = set()
    for column in columns:
        group = groups.get(column.question, []) if column.choice else []
        ticked = [one for one in group if one.is_ticked and any(one.texts)]
        if len(ticked) > 1 and column in group:
            if column.question not in done:
                done.add(column.question)
                yield column.question, _ticked(column.question, ticked, everybody), ""
            if column in ticked or not any(column.texts):
                continue
        name = f"{column.question} – {column.choice}" if column.choice else column.heading
        if column.choice and folded(column.choice) in OPEN:
            yield name, None, WHY["free"]
            continue
        answered = sort_of(name, column.texts)
        if answered.sort in WHY:
            yield name, None, WHY[answered.sort]
        elif answered.sort == "number":
            yield from _of_numbers(name, answered)
        elif answered.sort == "choices":
            yield name, _several(name, answered, everybody), ""
        else:
            yield from _one(name, answered, everybody)


def _ticked(question: str, columns: Sequence[Column], everybody: frozenset[int]) -> Series:
    """A question whose choices have a column each: it was answered where any of them says something."""
    made = {column.choice: column.ticks for column in columns}
    unticked = any(folded(text) not in TICKED for column in columns for text in column.texts if text)
    answered = frozenset(at for column in columns for at, text in enumerate(column.texts) if text)
    return _of_sets(question, made, answered, not unticked, everybody)


def _several(name: str, given: Answered, everybody: frozenset[int]) -> Series:
    made: dict[str, set[int]] = defaultdict(set)
    for at, choices in enumerate(given.given):
        for choice in choices:
            made[choice].add(at)
    answered = frozenset(at for at, choices in enumerate(given.given) if choices)
    return _of_sets(name, {choice: frozenset(who) for choice, who in made.items()}, answered, True, everybody)


def _of_sets(
    name: str, made: Mapping[str, frozenset[int]], answered: frozenset[int], at_least_one: bool, everybody: frozenset[int]
) -> Series:
    cells = in_order({choice: len(who) for choice, who in made.items() if who})[:MOST_CHOICES]
    counts = of_several(cells, len(answered), at_least_one)
    small = [made[choice] if len(made[choice]) < THRESHOLD else answered - made[choice] for choice in _hidden(cells, counts)]
    known = [answered, everybody - answered, *(made[choice] for choice, _count in (counts.kept if counts else ()))]
    secret = Secret([who for who in small if 0 < len(who) < THRESHOLD], known)
    if counts is None:
        return Series(name, [], answered, secret=secret)
    told = LEFT_OUT.format(choices=_listed(counts.merged)) if counts.merged else ""
    return Series(name, [(choice, str(count), "réponses") for choice, count in counts.kept], answered, SEVERAL, secret, told)


def _hidden(cells: Iterable[tuple[str, int]], counts: Counts | None) -> list[str]:
    kept = {choice for choice, _count in counts.kept} if counts else set()
    return [choice for choice, _count in cells if choice not in kept]


def _one(name: str, given: Answered, everybody: frozenset[int]) -> Iterator[tuple[str, Series | None, str]]:
    """A question to which each gave one answer; of grades, also their mean where every grade is written."""
    made: dict[str, set[int]] = defaultdict(set)
    for at, choices in enumerate(given.given):
        for choice in choices:
            made[choice].add(at)
    cells = in_order({choice: len(who) for choice, who in made.items()})
    counts = of_one(cells)
    answered = frozenset(at for at, choices in enumerate(given.given) if choices)
    small = [frozenset(who) for who in made.values() if len(who) < THRESHOLD]
    if counts is None:
        yield name, Series(name, [], answered, secret=Secret(small, [answered, everybody - answered])), ""
        return
    together = frozenset(at for choice in counts.merged for at in made[choice])
    known = [everybody - answered, together, *(frozenset(made[choice]) for choice, _count in counts.kept)]
    rows = [(choice, str(count), "réponses") for choice, count in counts.kept]
    if counts.others:
        named = OTHERS if folded(OTHERS) not in map(folded, made) else TOGETHER
        rows.append((named, str(counts.others), "réponses"))
    told = TOLD.format(choices=_listed(counts.merged)) if counts.merged else ""
    yield name, Series(name, rows, answered, UNITED if counts.merged else "", Secret(small, known), told), ""
    if given.sort == "grade" and not counts.merged:
        numbers = [float(choices[0]) for choices in given.given if choices]
        yield name, Series(f"{name} – moyenne", [("Moyenne", _number(sum(numbers) / len(numbers)), "en moyenne")], answered), ""


def _of_numbers(name: str, given: Answered) -> Iterator[tuple[str, Series | None, str]]:
    """The sum of what is counted, and the mean of any numbers; none where hardly anybody's number makes it."""
    numbers = {at: float(choices[0]) for at, choices in enumerate(given.given) if choices}
    answered = frozenset(numbers)
    if sum(number != 0 for number in numbers.values()) < THRESHOLD:
        yield name, Series(name, [], answered), ""
        return
    total = sum(numbers.values())
    rows = [("Somme", _number(total), "au total")] if COUNTED.search(folded(name)) else []
    yield name, Series(name, [*rows, ("Moyenne", _number(total / len(numbers)), "en moyenne")], answered), ""


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _listed(choices: Sequence[str]) -> str:
    """How many they are: what few said may be what they typed, and is told to nobody."""
    return f"{len(choices)} réponse{'s' if len(choices) > 1 else ''} différente{'s' if len(choices) > 1 else ''}"


def _unique(name: str, taken: set[str]) -> str:
    own, number = name, 2
    while own in taken:
        own, number = f"{name} ({number})", number + 1
    taken.add(own)
    return own
