"""Questions that people have judged, asked of the search page in one visit, and how well it answers them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from statistics import mean

from playwright.sync_api import Page

JUDGED = Path(__file__).parent / "search/judged.toml"
SAYS = "~"
"""Before words instead of a path: any page is right that says them."""

ANSWERS = r"""async (questions) => {
  const form = document.querySelector("[data-finder]");
  const status = document.querySelector("[data-status]");
  const told = (question) => status.textContent.replace(/\s/gu, " ").includes(`« ${question.replace(/\s/gu, " ")} »`);
  const answers = [];
  for (const question of questions) {
    form.elements.q.value = question;
    form.requestSubmit();
    while (!told(question)) await new Promise((done) => setTimeout(done, 5));
    const links = [...document.querySelectorAll("[data-result] h3 a")];
    answers.push([status.textContent, links.slice(0, 10).map((link) => link.getAttribute("href"))]);
  }
  return answers;
}"""
"""Ask one after the other without typing; what the page then says, and the addresses of its first results."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, its right answers (none: there is nothing), what the page said, and the reciprocal of the first right one's rank."""

    question: str
    right: tuple[str, ...]
    said: str
    found: tuple[str, ...]
    score: float


def judged(page: Page, text_of: Callable[[str], str]) -> dict[str, list[Judged]]:
    """All questions by family, asked of an open search page. `text_of` gives what the page of a path says."""
    families: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(JUDGED.read_text("utf-8"))
    answers = iter(page.evaluate(ANSWERS, [question for questions in families.values() for question in questions]))
    found: dict[str, list[Judged]] = {}
    for family, questions in families.items():
        found[family] = []
        for question, right in questions.items():
            said, paths = next(answers)
            score = _score(said, paths, right, text_of)
            found[family].append(Judged(question, tuple(right), said, tuple(paths), score))
    return found


def table(found: Mapping[str, list[Judged]]) -> str:
    """The mean reciprocal rank of each family and of all, and each question that was not answered by its first result."""
    lines = [f"{mean(one.score for one in judged):.3f}  {family} ({len(judged)})" for family, judged in found.items()]
    lines.append(f"{mean(one.score for judged in found.values() for one in judged):.3f}  in all")
    missed = [
        f"{one.score:.2f}  {one.question}: {(*one.found, one.said)[0]}" for judged in found.values() for one in judged if one.score < 1
    ]
    return "\n".join((*lines, *missed))


def _score(said: str, paths: list[str], right: list[str], text_of: Callable[[str], str]) -> float:
    if not right:
        return float("correspond" in said)
    ranks = (rank for rank, path in enumerate(paths, 1) if any(_is_right(path, one, text_of) for one in right))
    return 1 / next(ranks, float("inf"))


def _is_right(path: str, right: str, text_of: Callable[[str], str]) -> bool:
    if right.startswith(SAYS):
        return right.removeprefix(SAYS) in text_of(path).lower()
    return fnmatchcase(path, right)
