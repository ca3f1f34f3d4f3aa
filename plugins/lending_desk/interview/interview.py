"""Ask the questions of a loan one by one, or understand what is given in their place."""

from __future__ import annotations

from collections.abc import Callable

from contributions.sheets.loan_columns import TOOL, day_of, is_day
from contributions.words.hidden import visible
from endings.failure import Failure
from lending_desk.interview.questions import QUESTIONS, Question, understood
from lending_desk.noting import Draft
from lending_desk.tools import Desk
from views.french import dates

Ask = Callable[[str], str]
"""Shows a text and gives the line that is typed behind it. Raises EOFError where nobody answers."""


FEW, SHORT = 2, 15
"""So many choices, of so many characters, stand in the question itself."""


class Unanswered(Failure):
    """What was given cannot be understood, or nobody answers; nothing was written."""


def given(desk: Desk, options: Draft) -> dict[str, str]:
    """Options as a draft has them. Raises Unanswered with all that is wrong."""
    draft: dict[str, str] = {}
    wrong = []
    asked = {question.column: question for question in QUESTIONS}
    for column in sorted(options, key=[*asked, *options].index):
        text = visible(options[column])
        if column == TOOL or column not in asked or (column == "version" and TOOL not in draft):
            draft[column] = text
            continue
        draft[column], complaint = understood(desk, asked[column], draft, text)
        wrong += [f"--{column.replace('_', '-')} : {complaint}"] if complaint else []
    if wrong:
        raise Unanswered("\n".join(wrong))
    return draft


def interview(desk: Desk, options: Draft, ask: Ask) -> dict[str, str]:
    """A draft: what the options leave open is asked. Raises Unanswered."""
    draft: dict[str, str] = {}
    if TOOL in options:
        draft[TOOL], complaint = understood(desk, QUESTIONS[0], draft, options[TOOL])
        if complaint:
            raise Unanswered(complaint)
    draft |= given(desk, {**options, **draft})
    for question in QUESTIONS:
        if question.column not in options and question.when(desk, draft):
            draft[question.column] = _asked(desk, question, draft, ask)
    return {column: text for column, text in draft.items() if text}


def _asked(desk: Desk, question: Question, draft: Draft, ask: Ask) -> str:
    usual = question.usual(desk, draft)
    choices = question.choices(desk, draft)
    few = len(choices) <= FEW and all(len(label) <= SHORT for _word, label in choices)
    listed = "" if few else "".join(f"  {number:2}. {label}\n" for number, (_word, label) in enumerate(choices, 1))
    either = "" if listed or not choices else f" ({' ou '.join(label for _word, label in choices)})"
    hint = f" [{_shown(desk, question, draft, usual)}]" if usual else "" if question.required else " (facultatif)"
    said = f"\n{question.label}{either}{hint}\n{listed}> "
    while True:
        try:
            text = visible(ask(said)).strip() or usual
        except EOFError:
            raise Unanswered(f"Il manque une réponse : {question.label}. Rien n’a été écrit.") from None
        if not text and not question.required:
            return ""
        answer, complaint = understood(desk, question, draft, text) if text else ("", "Il faut une réponse ici.")
        if not complaint:
            return answer
        said = f"  {complaint}\n> "


def _shown(desk: Desk, question: Question, draft: Draft, usual: str) -> str:
    """What return answers, as people say it."""
    day = day_of(usual) if question.column != TOOL and is_day(question.column) else None
    return f"{day:%d/%m/%Y}, {dates.weekday(day)}" if day else dict(question.choices(desk, draft)).get(usual, usual)
