"""Say what an import did, or would do: for a terminal, and as Markdown for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from imports.plans.plan import Outcome, Plan, Word
from imports.taken import Refusal

HEADINGS: dict[Word, str] = {
    "new": "Nouveau",
    "changed": "Changé dans la source, et mis à jour ici",
    "back": "De nouveau dans la source, et de nouveau au programme",
    "cancelled": "Disparu de la source avant sa date : annulé ici",
    "rows": "Lignes ajoutées à des tableaux",
    "kept": "Modifié ici et différent dans la source : gardé tel quel",
    "twice": "Déjà là, d’une autre source ou écrit à la main : pas repris",
    "gone": "Disparu de la source : à vous de décider, rien n’a changé ici",
    "past": "Passé, et disparu de la source : rien n’y change",
}
BRIEF: frozenset[Word] = frozenset({"past"})
"""What is only counted."""
MOST = 200
"""Lines under a heading; past them only how many there are."""
MOST_WORDS = 20
"""Words that nothing translates, the most frequent: the map cannot have them all."""
NAMED = 3
"""Places of one message, at least."""
MARKS = re.compile(r"([\\`*_{}\[\]()#+!|<>~@&-])")
NO_BREAK = "\u00a0"
BLANKS = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True)
class Section:
    """A heading, its lines, and below some of them others."""

    title: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    number: int


def sections(plan: Plan) -> Iterator[Section]:
    """What is told, in order: what was written, what was kept, drafts, what could not be taken."""
    for word, title in HEADINGS.items():
        found = [outcome for outcome in plan.outcomes if outcome.word == word]
        if found:
            yield _section(title, () if word in BRIEF else map(_told, found), len(found))
    drafts = [outcome for outcome in plan.outcomes if outcome.lacking]
    if drafts:
        yield _section("Brouillons, à compléter", ((f"{one.path}", one.lacking) for one in drafts), len(drafts))
    if plan.unknown:
        words = [
            (f"« {word} »{NO_BREAK}: {_counted(number, 'fiche', 'fiches')}", ()) for word, number in plan.unknown.most_common(MOST_WORDS)
        ]
        yield _section(f"Mots de la source que rien ne traduit ici{NO_BREAK}: la carte peut le faire", words, len(plan.unknown))
    if plan.refused:
        lines = [(line, ()) for line in _refused(plan.refused)]
        yield _section("Pas compris, ou pas repris", lines, len(lines))


def summed_up(plan: Plan) -> str:
    """All in one sentence."""
    numbers = {word: sum(outcome.word == word for outcome in plan.outcomes) for word in (*HEADINGS, "same")}
    parts = [
        _counted(numbers["new"], "nouvelle fiche", "nouvelles fiches"),
        _counted(numbers["changed"] + numbers["back"], "mise à jour", "mises à jour"),
        _counted(numbers["cancelled"], "annulée", "annulées"),
        _counted(numbers["kept"], "gardée telle quelle", "gardées telles quelles"),
        _counted(numbers["twice"], "déjà là", "déjà là"),
        _counted(numbers["same"], "inchangée", "inchangées"),
        _counted(sum(bool(one.lacking) for one in plan.outcomes), "brouillon", "brouillons"),
        _counted(len(plan.refused), "remarque sur ce qui n’a pas été repris", "remarques sur ce qui n’a pas été repris"),
    ]
    return f"{', '.join(filter(None, parts)) or 'Rien à reprendre'}."


def as_text(plan: Plan) -> str:
    """For a terminal."""
    blocks = [f"{one.title} ({one.number}){NO_BREAK}:\n{_as_lines(one)}".rstrip() for one in sections(plan)]
    return "\n\n".join([*blocks, summed_up(plan)]) + "\n"


def as_markdown(plan: Plan, source: str) -> str:
    """For a pull request. What a source says stands in it as words: no link, mention or HTML comes of it."""
    blocks = [f"# Import{NO_BREAK}: {source}", summed_up(plan)]
    for one in sections(plan):
        lines = [f"- {_escaped(text)}" + "".join(f"\n  - {_escaped(more)}" for more in below) for text, below in one.lines]
        more = [f"- … et {one.number - len(one.lines)} autres"] if 0 < len(one.lines) < one.number else []
        blocks.append("\n\n".join(filter(None, [f"## {one.title} ({one.number})", "\n".join([*lines, *more])])))
    return "\n\n".join(blocks) + "\n"


def _section(title: str, lines: Iterable[tuple[str, Sequence[str]]], number: int) -> Section:
    return Section(title, tuple((text, tuple(below)) for text, below in lines)[:MOST], number)


def _told(outcome: Outcome) -> tuple[str, Sequence[str]]:
    if outcome.word == "rows":
        return f"{outcome.path}{NO_BREAK}: {_counted(int(outcome.title), 'ligne', 'lignes')}", ()
    place = f" ({outcome.at})" if outcome.at else ""
    if outcome.word == "twice":
        return f"« {outcome.title} »{place}{NO_BREAK}: voyez {outcome.other}", ()
    return f"{outcome.path} – « {outcome.title} »{place}", [_side(*side) for side in outcome.sides]


def _side(key: str, here: str, there: str) -> str:
    return f"{key}{NO_BREAK}: ici « {here} », dans la source « {there} »" if there else f"{key}{NO_BREAK}: ici seulement, « {here} »"


def _refused(refusals: Iterable[Refusal]) -> Iterator[str]:
    """What is told of many records is told once, with the first places."""
    places: dict[str, list[str]] = {}
    for refusal in refusals:
        places.setdefault(refusal.message, []).append(refusal.at)
    for message, found in places.items():
        more = f" et {len(found) - NAMED} autres" if len(found) > NAMED + 1 else ""
        yield f"{', '.join(found[: NAMED if more else NAMED + 1])}{more}{NO_BREAK}: {message}"


def _as_lines(section: Section) -> str:
    lines = [f"  {text}" + "".join(f"\n      {more}" for more in below) for text, below in section.lines]
    return "\n".join([*lines, *([f"  … et {section.number - len(lines)} autres"] if 0 < len(lines) < section.number else [])])


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {several if number > 1 else one}" if number else ""


def _escaped(text: str) -> str:
    """Words in which nothing is markup, and no « @ » or number of GitHub's is found."""
    plain = MARKS.sub(r"\\\1", BLANKS.sub(" ", text).strip())
    return re.sub(r"(?<=[@#])(?=\w)|(?<=\w)(?=://)|(?<=www)(?=\.)", "\u200b", plain)
