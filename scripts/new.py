#!/usr/bin/env python3
"""Start a contribution: ask the few questions that its kind needs, and write a file that passes the check.

Every answer may be given as an option instead, and all of them make it run without a terminal. The keys that one can do
without stand below, commented out and explained. Exit codes: 0 written; 2 wrong usage, or nothing written.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from endings.failure import Failure
from endings.given import Senseless, folder
from endings.telling import noting
from usage import HERE, Parser

with loading():
    from contribute.guide import OFFERS
    from contribute.questions import QUESTIONS, Question, findings, near, questions, understood, values
    from contributions.library.library import Library
    from contributions.loading.loading import read_content
    from contributions.models import KINDS
    from contributions.reading.reader import Reader
    from contributions.reference.drafting import draft
    from contributions.reference.naming import address_of, free_slug
    from contributions.reference.reference import Value, reference
    from contributions.words.hidden import visible
    from contributions.words.placeholders import BODY
    from publishing.clock import today
    from reading import kept_in

OPTIONS = {question.name: question for asked in QUESTIONS.values() for question in asked}


class Unwritten(Failure):
    """There is no file to write; its message says why."""


@dataclass
class Interview:
    """The questions of a kind, asked one by one; what is given as an option is not asked."""

    kind: str
    content: Path
    library: Library
    given: Mapping[str, str]
    asked: tuple[Question, ...]
    answers: dict[str, str] = field(default_factory=dict)

    def run(self) -> None:
        """Answer them all. Raises Unwritten where an option is wrong, or nobody answers."""
        refused: list[str] = []
        for question in self.asked:
            if answer := understood(question, self.given.get(question.name, "")):
                wrong = self._wrong(question, {**self.answers, question.name: answer})
                refused += [f"{option(question.name)} : {line}" for line in wrong]
                self.answers |= {} if wrong else {question.name: answer}
        if refused:
            raise Unwritten("\n".join(refused))
        for question in self.asked:
            if question.when(self.answers) and question.name not in self.given:
                self.answers[question.name] = self._ask(question)

    def _wrong(self, question: Question, answers: Mapping[str, str]) -> list[str]:
        found = findings(question, self.asked, answers, self.library, self.content, self.kind)
        return [f"{finding.message} {finding.repair}" for finding in found]

    def _ask(self, question: Question) -> str:
        print(f"\n{question.label}{'' if question.required else ' (facultatif)'}{f' – {question.hint}' if question.hint else ''}")
        if question.listed:
            print(listed(question.choices))
        elif question.example:
            print(f"  par exemple : {question.example}")
        while True:
            answer = understood(question, self._typed(question))
            if not answer and not question.required:
                return ""
            wrong = self._wrong(question, {**self.answers, question.name: answer}) if answer else ["Il faut une réponse ici."]
            if not wrong:
                return answer
            print(*(f"  {line}" for line in wrong), sep="\n")
            if not question.listed and (alike := near(question, answer)):
                print(*(f"  {choice.slug} – {choice.label}" for choice in alike), sep="\n")

    def _typed(self, question: Question) -> str:
        try:
            return visible(typed()).strip()
        except EOFError:
            if not question.required:
                return ""
            raise Unwritten(f"Il manque : {', '.join(self._missing())}.") from None

    def _missing(self) -> list[str]:
        """The options that were needed, as nobody answers."""
        lacking = [
            question for question in self.asked if question.required and question.when(self.answers) and not self.answers.get(question.name)
        ]
        return [" ou ".join(option(name) for name in (question.name, question.instead) if name) for question in lacking]


def typed() -> str:
    """A line of the terminal. Raises EOFError where nobody answers, and Unwritten."""
    try:
        with noting("Rien n’a été écrit."):
            return input("> ").strip()
    except UnicodeDecodeError:
        raise Unwritten("Cette console n’écrit pas en UTF-8 : recommencez avec « PYTHONIOENCODING=utf-8 make new ».") from None


def option(name: str) -> str:
    """The option that answers a question."""
    return f"--{name.replace('_', '-')}"


def listed(choices: tuple[Value, ...]) -> str:
    """Choices as a numbered list."""
    return "\n".join(
        f"  {number:2}. {choice.slug}{f' – {choice.label}' if choice.label else ''}" for number, choice in enumerate(choices, 1)
    )


@command
def main(arguments: list[str] | None = None) -> int:
    """Ask and write; returns the exit code."""
    options = parser().parse_args(arguments)
    library = opened(options.content)
    kind = options.kind or chosen()
    path = written(interviewed(kind, library, options), options.content, library)
    shown = path.resolve()
    shown = shown.relative_to(Path.cwd()) if shown.is_relative_to(Path.cwd()) else shown
    print(f"\n{shown} est écrit, et passe le contrôle.")
    print("Ouvrez-le : écrivez votre texte sous la dernière ligne « --- », et ôtez le « # » devant ce qui vous sert.")
    print("Ensuite : make check-content pour le contrôler, make serve pour voir sa page, puis proposez-le (CONTRIBUTING.md).")
    return 0


def parser() -> Parser:
    """A kind, and an option a question."""
    found = Parser("Commence une contribution : pose les questions nécessaires et écrit le fichier.")
    found.add_argument("kind", nargs="?", choices=list(KINDS), metavar="GENRE", help=", ".join(KINDS))
    found.add_argument("--content", type=_folder, default=HERE / "content", metavar="DIR", help="les contributions (content)")
    found.add_argument("--date", metavar="JOUR", help="jour de publication (aujourd’hui)")
    for name in OPTIONS:
        kinds = [kind for kind, asked in QUESTIONS.items() if name in {question.name for question in asked}]
        about = "tous les genres" if len(kinds) == len(KINDS) else ", ".join(kinds)
        found.add_argument(option(name), dest=name, action="append", metavar="…", help=about)
    return found


def _folder(text: str) -> Path:
    found = folder(text)
    if not (found / "hub.yml").is_file():
        raise Senseless(f"« {text} » n’est pas un dossier de contributions : hub.yml n’y est pas")
    return found


def opened(content: Path) -> Library:
    """What is there already. Raises Unwritten where hub.yml cannot be read."""
    if content == HERE / "content":
        read = kept_in(HERE / ".cache", content, lambda cache: read_content(content, today, cache=cache))
    else:
        read = read_content(content, today)
    if read.library is None:
        raise Unwritten("\n".join(map(str, read.problems)))
    return read.library


def chosen() -> str:
    """The kind, asked for."""
    offers = tuple(Value(kind, label) for kind, (label, _text) in OFFERS.items())
    question = Question("kind", (), choices=offers)
    print(f"Que proposez-vous ?\n{listed(offers)}")
    while True:
        try:
            kind = understood(question, typed())
        except EOFError:
            raise Unwritten(f"Il manque le genre : {', '.join(KINDS)}.") from None
        if kind in KINDS:
            return kind
        print("  Écrivez un numéro de la liste.")


def interviewed(kind: str, library: Library, options: Namespace) -> Interview:
    """All answers. Raises Unwritten."""
    asked = questions(kind, reference(kind, library.hub), library)
    given = {name: visible(", ".join(texts)) for name in OPTIONS if (texts := getattr(options, name))}
    if foreign := sorted(set(given) - {question.name for question in asked}):
        raise Unwritten(f"Sans objet pour ce genre : {', '.join(map(option, foreign))}.")
    if "date" in KINDS[kind].model_fields:
        asked = (*asked, Question("date", ("date",)))
        given["date"] = options.date or library.today.isoformat()
    interview = Interview(kind, options.content, library, given, asked)
    interview.run()
    return interview


def written(interview: Interview, content: Path, library: Library) -> Path:
    """Write the file; never over another. Raises Unwritten where the check would refuse it."""
    kind, keys = interview.kind, values(interview.asked, interview.answers)
    year = interview.answers.get("start", "")[:4] if kind == "event" else ""
    slug = free_slug(library, kind, address_of(keys["title"], year))
    text = draft(reference(kind, library.hub), keys, BODY)
    path = content / f"{kind}s" / f"{slug}.md"
    read = Reader(content, library.hub.vocabularies).read(f"{content.name}/{kind}s/{slug}.md", text.encode())
    if errors := [str(problem) for problem in read.problems if problem.severity == "error"]:
        raise Unwritten("\n".join(errors))
    path.parent.mkdir(exist_ok=True)
    try:
        file = path.open("x", encoding="utf-8")
    except FileExistsError:
        raise Unwritten(f"{path} existe déjà.") from None
    try:
        with file:
            file.write(text)
    except BaseException:
        path.unlink()
        raise
    return path


if __name__ == "__main__":
    run(main)
