"""The few questions that a new contribution needs answered, and what each answer becomes in its front matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rapidfuzz import fuzz, process, utils

from contribute.examples import front_matter
from contributions.fields.fields import NO, YES
from contributions.library.library import Library
from contributions.loading.trying import tried
from contributions.problems.problem import Finding, Location
from contributions.reference.reference import Key, Reference, Value

Answers = Mapping[str, str]
"""The name of a question → what was answered."""

MANY_PROPOSED = 5
LIKE = 75
"""The score (rapidfuzz, out of 100) under which a name is not proposed."""


def _always(answers: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """A question: `name` is its option on the command line, `location` where the answer stands.

    `when` tells from the other answers whether it is asked; without `required`, it may be left empty;
    `instead` is the name of another that will do as well.
    """

    name: str
    location: Location
    required: bool = True
    when: Callable[[Answers], bool] = _always
    hint: str = ""
    instead: str = ""
    label: str = ""
    example: str = ""
    choices: tuple[Value, ...] = ()
    many: bool = False

    @property
    def listed(self) -> bool:
        """Whether its choices are few enough to be shown and numbered; organisations are looked for by their names."""
        return bool(self.choices) and self.name != "organisation"


def _on_site(answers: Answers) -> bool:
    return answers.get("mode") != "en-ligne"


def _on_line(answers: Answers) -> bool:
    return answers.get("mode") in {"en-ligne", "mixte"}


def _agreed(answers: Answers) -> bool:
    return answers.get("consent", "").lower() in YES


COMMON = (
    Question("title", ("title",)),
    Question("summary", ("summary",)),
)
SORTED = (
    *COMMON,
    Question("category", ("category",)),
    Question("theme", ("themes",), hint="Séparez-les par des virgules."),
)
CONTRIBUTED = (
    *SORTED,
    Question("organisation", ("organisation",), required=False, hint="Sa fiche, ou son nom ; rien si elle n’a pas de fiche."),
    Question(
        "publisher", ("publisher", "name"), when=lambda answers: not answers.get("organisation"), instead="organisation", label="Qui publie"
    ),
)
PLACE = (
    Question("place", ("place", "name")),
    Question(
        "city", ("place", "city"), hint="Si plusieurs communes ont ce nom, ou hors de la région, avec son code postal : 80100 Abbeville."
    ),
)
QUESTIONS: Mapping[str, tuple[Question, ...]] = MappingProxyType(
    {
        "event": (
            *CONTRIBUTED,
            Question("start", ("slots", 0, "start")),
            Question("end", ("slots", 0, "end"), required=False, hint="Rien si elle n’est pas connue."),
            Question("mode", ("mode",), required=False, hint="Rien pour : sur place."),
            *(replace(question, when=_on_site) for question in PLACE),
            Question("online_url", ("online_url",), when=_on_line),
        ),
        "exhibition": CONTRIBUTED,
        "article": CONTRIBUTED,
        "announcement": (*CONTRIBUTED, Question("expires", ("expires",))),
        "resource": (*CONTRIBUTED, Question("url", ("url",), when=lambda answers: answers.get("category") != "intervention")),
        "organisation": (
            *COMMON,
            Question("category", ("category",)),
            Question("consent", ("consent",), hint="oui ou non."),
            *(replace(question, when=_agreed) for question in PLACE),
        ),
        "programme": CONTRIBUTED,
        "page": COMMON,
    }
)
"""Kind → its questions, in order. What follows from nothing else (the day, a postcode) is taken from options alone."""


def questions(kind: str, reference: Reference, library: Library) -> tuple[Question, ...]:
    """The questions of a kind, with the labels, examples and choices of its keys."""
    organisations = tuple(Value(c.slug, c.brief.title) for c in library.all if c.kind == "organisation")
    return tuple(_worded(question, reference, organisations) for question in QUESTIONS[kind])


def _worded(question: Question, reference: Reference, organisations: tuple[Value, ...]) -> Question:
    key = _key(tuple(reference), question.location)
    example = ", ".join(key.example) if isinstance(key.example, list) else str(key.example or "")
    choices = organisations if question.name == "organisation" else key.values
    hint = " ".join(filter(None, (key.help if question.name not in {"organisation", "consent"} else "", question.hint)))
    return replace(
        question, label=question.label or key.label, hint=hint, example=example, choices=choices, many=question.location == ("themes",)
    )


def _key(keys: tuple[Key, ...], location: Location) -> Key:
    names = [part for part in location if isinstance(part, str)]
    found = next(key for key in keys if key.name == names[0])
    return _key(found.keys, tuple(names[1:])) if names[1:] else found


def understood(question: Question, text: str) -> str:
    """An answer as the front matter has it: a number or a label of the choices stands for its word.

    >>> understood(Question("theme", ("themes",), choices=(Value("astronomie", "Astronomie"),), many=True), "1")
    'astronomie'
    """
    words = [part.strip() for part in text.split(",")] if question.many else [text.strip()]
    return ", ".join(_meant(question, word) for word in words if word)


def _meant(question: Question, word: str) -> str:
    if question.listed and word.isdigit() and 0 < int(word) <= len(question.choices):
        return question.choices[int(word) - 1].slug
    return next((choice.slug for choice in question.choices if _plain(word) in {_plain(choice.slug), _plain(choice.label)}), word)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode().casefold().strip()


def near(question: Question, text: str) -> tuple[Value, ...]:
    """The choices whose names are most like an answer that is none."""
    names = {choice: f"{choice.label} {choice.slug}" for choice in question.choices}
    found = process.extract(text, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=MANY_PROPOSED, score_cutoff=LIKE)
    return tuple(choice for _name, _score, choice in found)


def values(asked: Iterable[Question], answers: Answers) -> dict[str, Any]:
    """Answers as front matter."""
    found: dict[str, Any] = {}
    for question in asked:
        if (text := answers.get(question.name)) and question.when(answers) and not _declined(question, text):
            *above, last = (part for part in question.location if isinstance(part, str))
            group = found
            for name in above:
                group = group.setdefault(name, {})
            group |= _said(question, last, text)
    return {**found, "slots": [found["slots"]]} if "slots" in found else found


def _declined(question: Question, text: str) -> bool:
    """Whether it is the consent that was not given: then nothing is said of it."""
    return question.name == "consent" and text.lower() in NO


def _said(question: Question, key: str, text: str) -> dict[str, Any]:
    if question.name == "city" and (match := re.fullmatch(r"(\d{5})\s+(.+)", text)):
        return {"postcode": match[1], key: match[2]}
    return {key: [word.strip() for word in text.split(",")] if question.many else text}


def findings(question: Question, asked: Iterable[Question], answers: Answers, library: Library, content: Path, kind: str) -> list[Finding]:
    """What the check would say of an answer, beside the others; what is not answered yet is taken from the kind's example."""
    given = values(asked, answers)
    example = {key: value for key, value in front_matter(kind, library.hub).items() if not (key == "publisher" and "organisation" in given)}
    beside = question.location[:1] if question.name == "city" else question.location
    found = tried(library, content, kind, "nouvelle-contribution", _filled(_text(example), given))
    return [finding for finding in found if finding.severity == "error" and finding.location[: len(beside)] == beside]


def _filled(example: Any, given: Any) -> Any:
    """What is given, and of the example what it lacks."""
    if isinstance(example, dict) and isinstance(given, dict):
        return {**example, **{key: _filled(example.get(key), value) for key, value in given.items()}}
    if isinstance(example, list) and isinstance(given, list) and isinstance(given[0], dict):
        return [_filled(example[0], given[0])]
    return given


def _text(value: Any) -> Any:
    """Front matter as the reader gives it."""
    if isinstance(value, Mapping):
        return {key: _text(entry) for key, entry in value.items()}
    return [_text(entry) for entry in value] if isinstance(value, list | tuple) else str(value)
