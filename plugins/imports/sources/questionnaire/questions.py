"""The questions of an export, each with its answers: Sphinx, LimeSurvey and Framaforms head their columns in three ways."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contributions.words.folding import folded
from contributions.words.hidden import visible
from imports.sheets.workbook import Row, Sheet, Workbook
from imports.taken import UnreadableSource

WITHIN = 6
"""Rows among which the headings are looked for."""
CODE = re.compile(r"(?:[A-Za-z]{1,4}\d+\w{0,8}(?:\[\w+\])?|Q\s?\d+|\d{1,3})\s*[.):]\s+")
"""What a program puts before a question: « G01Q02. », « 3. »."""
CHOICE = re.compile(r"(?P<question>.*?\S)\s*\[(?P<choice>[^\[\]]+)\](?:\s*\[(?P<scale>[^\[\]]+)\])?", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
TICKED = frozenset("x 1 oui y yes true vrai coche selectionne selected checked".split())
UNTICKED = frozenset("0 non n no false faux na non coche decoche".split())
TECHNICAL = frozenset(
    "id|id de la reponse|response id|identifiant de la reponse|numero|n|no|submitdate|date de soumission|date submitted|lastpage|"
    "derniere page|last page|startlanguage|langue de depart|start language|seed|graine|startdate|date de lancement|date started|datestamp|"
    "date de la derniere action|date last action|ipaddr|adresse ip|ip address|refurl|url de reference|referrer url|token|code d acces|"
    "serial|sid|submitted time|heure de soumission|completed time|modified time|draft|brouillon|uid|username|nom d utilisateur|utilisateur|"
    "heure|interviewtime|temps total|total time|cle|date saisie|date enreg|date modif|temps saisie|origine saisie|lang saisie|"
    "appareil saisie|progression|derniere question saisie|user agent|horodateur|timestamp|soumis le|date de reponse".split("|")
)
"""What programs note of an answer, folded."""
SUBMITTED = frozenset({"submitdate", "date de soumission", "date submitted"})
OPTIONS = 7
"""Different answers of a line of a table of questions, at most."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of answers: its question, the choice or the line that it is of, and a text for each answer, empty where none was given."""

    heading: str
    question: str
    choice: str
    texts: tuple[str, ...]

    @property
    def is_ticked(self) -> bool:
        """Whether it says of a choice only that it was made, or not."""
        said = {folded(text) for text in self.texts if text}
        return bool(self.choice) and said <= TICKED | UNTICKED

    @property
    def ticks(self) -> frozenset[int]:
        """Whose choice it was, by the positions of the answers."""
        return frozenset(at for at, text in enumerate(self.texts) if folded(text) in TICKED)


@dataclass(frozen=True, slots=True)
class Export:
    """The columns of an export, where they stand, the days on which was answered, and how many answers were left unfinished."""

    sheet: Sheet
    line: int
    columns: tuple[Column, ...]
    days: tuple[str, ...]
    unfinished: int


def export(workbook: Workbook) -> Export:
    """The questions of the sheet that has most rows. Raises UnreadableSource."""
    sheet = max(workbook.sheets, key=lambda sheet: len(sheet.rows) if not sheet.hidden else -1)
    at = _heading_row(sheet.rows)
    if at is None:
        raise UnreadableSource("Aucune ligne n’y nomme les questions : ce n’est pas un export de questionnaire.")
    technical = {column for column, cell in sheet.rows[at].cells.items() if folded(cell.text.replace("_", " ")) in TECHNICAL}
    answers = [row for row in sheet.rows[at + 1 :] if row.cells]
    submitted = next((column for column in technical if folded(sheet.rows[at].cells[column].text) in SUBMITTED), None)
    whole = [row for row in answers if submitted is None or submitted in row.cells]
    if not any(submitted in row.cells for row in answers):
        whole = answers
    columns = _columns(sheet, at, technical, whole)
    if not columns:
        raise UnreadableSource("Aucune colonne n’y est une question.")
    days = tuple(row.cells[column].text for row in whole for column in technical if column in row.cells and _is_day(row.cells[column].text))
    return Export(sheet, sheet.rows[at].number, tuple(columns), days, len(answers) - len(whole))


def _heading_row(rows: Sequence[Row]) -> int | None:
    """The position of the row that names the columns: the one that names what programs note, else the first of several cells."""
    for at, row in enumerate(rows[:WITHIN]):
        if sum(folded(cell.text.replace("_", " ")) in TECHNICAL for cell in row.cells.values()) >= 2:
            return at
    wide = max((len(row.cells) for row in rows[:WITHIN]), default=0)
    return next((at for at, row in enumerate(rows[:WITHIN]) if len(row.cells) > 1 and 2 * len(row.cells) >= wide), None)


def _columns(sheet: Sheet, at: int, technical: set[int], answers: Sequence[Row]) -> list[Column]:
    heads = {column: _plain(cell.text) for column, cell in sheet.rows[at].cells.items() if column not in technical}
    above = _above(sheet, at, technical)
    found: list[Column] = []
    over, first = "", None
    for column, heading in sorted(heads.items()):
        texts = tuple(visible(row.cells[column].text).strip() if column in row.cells else "" for row in answers)
        if column in above:
            over, first = above[column], None
        question, choice = _parted(heading)
        if over and not choice:
            own = Column(heading, over, heading, texts)
            if first is None or _goes_on(first, own):
                first = first or own
                found.append(own)
                continue
            over = ""
        found.append(Column(heading, question, choice, texts))
    return found


def _above(sheet: Sheet, at: int, technical: set[int]) -> Mapping[int, str]:
    """The questions that stand above their choices, by the columns in which they begin (Framaforms)."""
    if at == 0 or sheet.rows[at - 1].number != sheet.rows[at].number - 1 or not technical:
        return {}
    return {column: _plain(cell.text) for column, cell in sheet.rows[at - 1].cells.items() if column not in technical}


def _goes_on(first: Column, own: Column) -> bool:
    """Whether a column is of the question that the first one began: it is ticked as well, or answered with the same words."""
    if first.is_ticked or not any(first.texts):
        return own.is_ticked
    one, other = ({folded(text) for text in column.texts if text} for column in (first, own))
    return len(one | other) <= OPTIONS and bool(one & other or not other)


def _parted(heading: str) -> tuple[str, str]:
    """A question, and the choice behind it in brackets."""
    found = CHOICE.fullmatch(heading)
    if not found:
        return heading, ""
    return found["question"], " – ".join(part for part in (found["choice"].strip(), found["scale"]) if part)


def _plain(heading: str) -> str:
    own = " ".join(TAG.sub(" ", visible(heading)).split())
    return CODE.sub("", own, count=1) if CODE.match(own) else own


def _is_day(text: str) -> bool:
    return re.match(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}", text) is not None
