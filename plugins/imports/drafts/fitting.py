"""Make drafts that the check takes: what it refuses of one is taken out and told, and what is missing then makes a draft of it.

No rule is written here: model, towns and rules are asked, as the check asks them, until they have nothing to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pydantic_core import ErrorDetails

from contributions.judging.certain import certain, errors_of
from contributions.judging.messages import finding
from contributions.judging.structure import plain_location
from contributions.models import KINDS
from contributions.problems.problem import Finding, Location, Problem
from contributions.reading.incomplete import DRAFT
from contributions.reading.missing import together
from contributions.reading.reader import Read
from contributions.source.matter import FrontMatter
from contributions.source.mending import mended
from contributions.source.positions import located
from imports.drafts.check import Check
from imports.drafts.drafting import Draft
from imports.drafts.mapping import needed
from imports.drafts.values import at, put, take_out
from imports.texts import summary

ROUNDS = 40
"""So often something is taken out of one draft, and then it is refused as a whole."""
ADVICE = "W6"
"""How codes begin that are no matter of spelling."""
MISSING = "E102"
OF_PERSONS = {"W606", "W607"}
LINK = re.compile(r"!?\[(?P<words>[^\[\]]*)\]\([^()\s]*(?:\([^()]*\)[^()]*)?\)|<(?P<address>[^<>\s]+)>")
KEY = re.compile(r"(?P<key>[a-z_]+):")


def readable(draft: Draft, check: Check) -> Read | None:
    """Make a draft that can be read by itself, whatever it refers to; None where nothing of it can be taken: why is told."""
    return _settled(draft, check, lambda _read: iter(()))


def fitted(draft: Draft, check: Check) -> Read | None:
    """Make a draft that the check takes, and read it; None where nothing of it can be taken: why is told."""
    return _settled(draft, check, check.of_rules)


def _settled(draft: Draft, check: Check, rules: Callable[[Read], Iterator[Finding]]) -> Read | None:
    for _ in range(ROUNDS):
        _of_model(draft, check)
        draft.lacking = tuple(_lacking(draft, check))
        if draft.lacking:
            draft.values["status"] = DRAFT
        elif "status" not in draft.taken.values:
            draft.values.pop("status", None)
        read = check.read(draft)
        if read.matter is None:
            break
        if _spelt(draft, check, read):
            continue
        if all(problem.severity == "warning" for problem in read.problems):
            findings = [each for each in rules(read) if each.severity == "error" or _of_a_person(each)]
            if not findings:
                return read
            if not _without(draft, findings, read.matter, read.path):
                break
        elif not _without_problems(draft, [each for each in read.problems if each.severity == "error"], read.matter):
            break
    else:
        draft.refuse((), "Cette fiche ne peut pas être reprise : trop de ses valeurs sont refusées.")
        return None
    if not draft.told or draft.told[-1].at != draft.taken.at:
        draft.refuse((), "Cette fiche ne peut pas être reprise.")
    return None


def _of_model(draft: Draft, check: Check) -> None:
    """Take out what the model of its kind refuses."""
    model, vocabularies = KINDS[draft.kind], check.library.hub.vocabularies
    for _ in range(ROUNDS):
        errors = errors_of(model, draft.values, vocabularies)
        left = [error for error in errors if not (error["type"] == "missing" and _is_kept(plain_location(error), draft))]
        if not left:
            return
        # From the end, so that the numbers of list entries before stay true.
        for error in sorted(left, key=lambda error: _order(plain_location(error)), reverse=True):
            _amend(draft, error, check)


def _amend(draft: Draft, error: ErrorDetails, check: Check) -> None:
    """Put right what is certain, cut what is too long, and take out the rest."""
    model = KINDS[draft.kind]
    location, value = plain_location(error), at(draft.values, plain_location(error))
    if error["type"] == "missing":
        location = location[:-1]
    elif (meant := certain(error, model)) and meant != value:
        put(draft.values, location, meant)
        return
    most = error.get("ctx", {}).get("max_length")
    said = finding(error, model, check.library.hub.vocabularies).message
    if most and isinstance(value, str) and len(value) > most:
        put(draft.values, location, summary(value, most))
        draft.refuse(location, f"{said} Ce texte est coupé.")
    elif most and isinstance(value, list) and len(value) > most:
        put(draft.values, location, value[:most])
        draft.refuse(location, f"{said} Les {most} premières sont prises.")
    elif take_out(draft.values, location):
        draft.refuse(location, said)
    elif location:
        take_out(draft.values, location[:1])


def _is_kept(location: Location, draft: Draft) -> bool:
    """Whether a missing key may stay so: its group is needed, and waits to be completed."""
    return len(location) == 1 or (len(location) == 2 and isinstance(location[1], str) and location[0] in needed(draft.kind))


def _lacking(draft: Draft, check: Check) -> Iterator[str]:
    """What a draft lacks, in the check's own sentences."""
    model = KINDS[draft.kind]
    errors = errors_of(model, draft.values, check.library.hub.vocabularies)
    found = [finding(error, model, check.library.hub.vocabularies) for error in errors if error["type"] == "missing"]
    found += [Finding(MISSING, *words) for words in model.incomplete(draft.values)]
    yield from (each.message for each in together(found))


def _spelt(draft: Draft, check: Check, read: Read) -> bool:
    """Write the safe repairs of the check into a draft; returns whether anything changed."""
    fixable = [problem for problem in read.problems if problem.fix and not problem.code.startswith(ADVICE)]
    if not fixable:
        return False
    text = check.text(draft)
    better = mended(text, fixable)
    again = check.read_text(read.path, better) if better != text else None
    if again is None or again.matter is None or len(again.problems) > len(read.problems):
        return False
    before = draft.values, draft.body
    draft.values, draft.body = dict(again.matter.values), again.matter.body.strip()
    return (draft.values, draft.body) != before


def _of_a_person(found: Finding) -> bool:
    """Whether it is told that a contact is a person's: the source's are never written, whoever answers for a booking."""
    return found.code in OF_PERSONS and found.location[:1] == ("contact",)


def _without(draft: Draft, findings: Sequence[Finding], matter: FrontMatter, path: str) -> bool:
    """Take out what rules refuse; returns whether anything changed."""
    changed = False
    with_place = [each for each in findings if at(draft.values, _meant(each.location)) is not None and each.location]
    for each in sorted(with_place, key=lambda each: _order(each.location), reverse=True):
        place = _meant(each.location)
        if take_out(draft.values, place):
            draft.refuse(place, each.message)
            changed = True
    others = [each for each in findings if each not in with_place]
    if not changed and others:
        return _without_problems(draft, located(path, others, matter), matter)
    return changed


def _meant(location: Location) -> Location:
    """What goes where something is refused: a showing whose place is unknown would be shown elsewhere."""
    return location[:2] if location[:1] == ("slots",) and "place" in location else location


def _without_problems(draft: Draft, problems: Sequence[Problem], matter: FrontMatter) -> bool:
    """Take out what is refused at lines of the file; returns whether anything changed."""
    changed = False
    lines = matter.yaml_text.split("\n")
    for problem in sorted(problems, key=lambda problem: problem.line, reverse=True):
        if problem.line >= matter.body_line:
            changed = _without_words(draft, problem, problem.line - matter.body_line) or changed
            continue
        above = [found["key"] for text in lines[: problem.line - 1] if (found := KEY.match(text))]
        if problem.line > 1 and above and take_out(draft.values, (above[-1],)):
            draft.refuse((above[-1],), problem.message)
            changed = True
        elif problem.line <= 1:
            draft.refuse((), problem.message)
            return False
    return changed


def _without_words(draft: Draft, problem: Problem, number: int) -> bool:
    """Leave a link or a picture out of a line of the body; then the line; then the body."""
    lines = draft.body.split("\n")
    number -= 1  # an empty line stands above the body
    if not 0 <= number < len(lines) or problem.code in {"E011", "E012", "E015", "E019"}:
        draft.refuse((), f"Texte : {problem.message} Il n’est pas repris.")
        draft.body = ""
        return True
    bare = LINK.sub(lambda found: found["words"] or "", lines[number])
    draft.refuse((), f"Texte, ligne {number + 1} : {problem.message}")
    if bare != lines[number] and bare.strip():
        lines[number] = bare
    else:
        del lines[number]
    draft.body = "\n".join(lines).strip()
    return True


def _order(location: Location) -> tuple[str, ...]:
    return tuple(f"{part:09}" if isinstance(part, int) else part for part in location)
