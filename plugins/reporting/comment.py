"""For a pull request: a comment that a person likes to read, on what is to be mended and what the contributions will look like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contributions.library.contribution import Contribution
from contributions.models import Common
from contributions.problems.problem import Problem
from publishing.strings import counted
from reporting.report import Report, repairable, summary
from views import labels
from views.cards import card

MOST = 60
"""Problems, and contributions, that a comment shows; past them it says how many more there are."""
LONGEST = 120
SPECIAL = re.compile(r"([\\`*_\[\]#|<>~&])")


def comment(report: Report) -> str:
    """GitHub Markdown. Whatever stands in a contribution is shown as words: it makes no link, no mention and no HTML."""
    return "\n".join([*_head(report), *_problems(report), *_previews(report)]) + "\n"


def _head(report: Report) -> Iterator[str]:
    if not report.problems:
        yield "### Merci ! Tout est en ordre."
    elif not report.errors:
        yield "### Merci ! Rien n’empêche de publier."
        yield ""
        yield f"{summary(report)} À relire, sans urgence."
    else:
        yield f"### Presque : {counted('{n} point', '{n} points', report.errors)} à corriger"
        yield ""
        yield f"{summary(report)} Le site en ligne ne change pas tant qu’il reste une erreur ; vous ne pouvez rien casser."
    yield ""


def _problems(report: Report) -> Iterator[str]:
    left = MOST
    for path, problems in report.by_file.items():
        if left <= 0:
            break
        yield f"**{words(path)}**"
        yield ""
        for problem in problems[:left]:
            yield from _problem(report, problem)
        left -= len(problems)
        yield ""
    if left < 0:
        yield f"… et {counted('{n} autre', '{n} autres', -left)}. La liste entière est dans les annotations du contrôle."
        yield ""
    if safe := repairable(report.problems):
        number = counted("{n} point se répare", "{n} points se réparent", safe)
        yield f"{number} d’une commande, sur un ordinateur qui a le dépôt : `make check-content OPTIONS=--fix`."
        yield ""


def _problem(report: Report, problem: Problem) -> Iterator[str]:
    sign = "🔴" if problem.severity == "error" else "🟡"
    kind = "erreur" if problem.severity == "error" else "avertissement"
    page = report.page(problem.code)
    code = f"[{problem.code}]({page})" if page.startswith("http") else problem.code
    yield f"- {sign} **Ligne {problem.line}** ({kind} {code}) : {words(problem.message)} **{words(problem.repair)}**"
    if line := report.line(problem).strip():
        yield f"  {_code(line)}"


def _previews(report: Report) -> Iterator[str]:
    if not report.library or not report.sound:
        return
    yield "### Ce que cela donnera"
    yield ""
    for contribution in report.sound[:MOST]:
        yield from _preview(report, contribution)
    if len(report.sound) > MOST:
        yield f"… et {counted('{n} autre contribution', '{n} autres contributions', len(report.sound) - MOST)}."
        yield ""


def _preview(report: Report, contribution: Contribution[Common]) -> Iterator[str]:
    assert report.library is not None
    shown = card(report.library, contribution)
    kind = labels.label(labels.KINDS, contribution.kind)
    state = {"brouillon": "brouillon : visible dans l’aperçu seulement", "archive": "archivée : hors des listes"}.get(
        contribution.meta.status
    )
    day = contribution.brief.date
    if state is None and day and day > report.library.today.toordinal():
        state = f"paraîtra le {contribution.meta.model_dump()['date']}"
    yield f"> **{words(shown.title)}**"
    yield f"> {words(shown.summary)}"
    yield ">"
    facts = [kind, shown.kicker, shown.when, shown.where, shown.publisher, state]
    yield f"> {' · '.join(words(fact) for fact in facts if fact)}"
    yield f"> {_code(contribution.url)}"
    yield ""


def words(text: str) -> str:
    """Text of a contributor as words of Markdown; a zero-width space parts what would be a mention, a reference or an address."""
    plain = " ".join(text.split())[: LONGEST * 4]
    return (
        SPECIAL.sub(r"\\\1", plain)
        .replace("@", "@\u200b")
        .replace("\\#", "\\#\u200b")
        .replace("://", ":\u200b//")
        .replace("www.", "www\u200b.")
    )


def _code(text: str) -> str:
    """Text between as many backquotes as it needs."""
    shown = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    return f"{fence} {shown} {fence}"
