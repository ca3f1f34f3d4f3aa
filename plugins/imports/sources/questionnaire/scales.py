"""The order of choices: of a scale, its own; of others, what most chose first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contributions.words.folding import folded
from contributions.words.spelling import form_of

SCALES: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split(", "))
    for line in (
        "tout à fait satisfait, très satisfait, plutôt satisfait, satisfait, assez satisfait, moyennement satisfait, peu satisfait, "
        "plutôt insatisfait, plutôt pas satisfait, pas satisfait, insatisfait, pas du tout satisfait, très insatisfait",
        "tout à fait d’accord, d’accord, plutôt d’accord, ni d’accord ni pas d’accord, sans opinion, plutôt pas d’accord, pas d’accord, "
        "pas du tout d’accord",
        "excellent, excellente, très bien, très bon, très bonne, bien, bon, bonne, assez bien, correct, correcte, moyen, moyenne, "
        "passable, mauvais, mauvaise, insuffisant, insuffisante, très mauvais, très mauvaise",
        "toujours, très souvent, souvent, régulièrement, parfois, de temps en temps, rarement, jamais",
        "oui tout à fait, tout à fait, oui, plutôt oui, oui plutôt, plutôt, en partie, partiellement, plutôt non, non plutôt, "
        "pas vraiment, peu, non, pas du tout, non pas du tout",
        "énormément, beaucoup, assez, moyennement, un peu, très peu, pas du tout",
        "très facile, facile, plutôt facile, moyennement facile, plutôt difficile, difficile, très difficile",
        "très adapté, adapté, plutôt adapté, peu adapté, pas adapté, pas du tout adapté",
        "certainement, probablement, peut-être, probablement pas, certainement pas",
    )
)
"""Scales of what is asked in France, each from its best to its worst."""
FEMININE = {"satisfaite": "satisfait", "insatisfaite": "insatisfait", "adaptee": "adapte"}
APART = ("ne sait pas", "nsp", "je ne sais pas", "sans avis", "non concerné", "ne se prononce pas", "sans réponse", "autre", "autres")
"""Answers that stand on no scale: last, wherever they are."""


def in_order(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Choices with their counts, in the order in which they are read.

    >>> in_order({"Peu satisfait": 9, "Très satisfait": 4, "Satisfaits": 5})
    [('Très satisfait', 4), ('Satisfaits', 5), ('Peu satisfait', 9)]
    """
    on_scale = [choice for choice in counts if not _stands_apart(choice)]
    ranks = next((found for scale in SCALES if (found := _ranks(on_scale, scale))), None)
    if ranks is None and all(choice.replace(".", "", 1).lstrip("-").isdigit() for choice in on_scale):
        ranks = {choice: float(choice) for choice in on_scale}
    last = len(counts) * 1000
    if ranks is None:
        return sorted(counts.items(), key=lambda one: (_stands_apart(one[0]), -one[1], folded(one[0])))
    return sorted(counts.items(), key=lambda one: (ranks.get(one[0], last), folded(one[0])))


def _ranks(choices: Sequence[str], scale: Sequence[str]) -> dict[str, float] | None:
    """Where each choice stands on a scale; None where one does not."""
    forms = list(map(_form, scale))
    found = {choice: float(forms.index(_form(choice))) for choice in choices if _form(choice) in forms}
    return found if len(found) == len(choices) > 1 else None


def _form(choice: str) -> str:
    """A choice in the masculine singular: « Satisfait(e)s »."""
    bare = choice.replace("(e)", "").replace("·e", "").replace("(s)", "")
    return " ".join(FEMININE.get(word, word) for word in form_of(bare).singular)


def _stands_apart(choice: str) -> bool:
    return _form(choice) in map(_form, APART)
