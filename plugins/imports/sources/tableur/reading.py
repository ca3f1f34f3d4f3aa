"""Read a workbook, or a table of text: contributions of every kind, and loans, sheet by sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contributions.words.slugs import slug_of
from imports.sheets.workbook import Sheet, Workbook, opened
from imports.sources.tableur.columns.headings import Headings, headings
from imports.sources.tableur.columns.kinds import LOANS, are_loans, named, of_columns
from imports.sources.tableur.loan_rows import loans_of
from imports.sources.tableur.loans import Lent, Tool, tables
from imports.sources.tableur.rows import Read, records_of
from imports.taken import Given, Reading, Refusal, Taken, UnreadableSource

LISTS = "Listes"
"""The hidden sheet of ours that has the choices of the others."""
LONGEST_SLUG = 60
SHOWN = 5
"""Cells that are named one by one."""


def read(data: bytes, given: Given) -> Reading:
    """All that the sheets of a file hold. Raises UnreadableSource where it is no file of sheets, or none of them is understood.

    It is never the whole of its source: each owner keeps a table of its own, and what is in none of the others has not gone.
    """
    workbook = opened(data)
    refused = list(_told(workbook))
    taken: list[Read] = []
    lent: list[Lent] = []
    understood = False
    for sheet in workbook.sheets:
        if not sheet.rows or (sheet.hidden and sheet.name == LISTS):
            continue
        if sheet.hidden:
            refused.append(Refusal(sheet.at(0), "Cette feuille est masquée : elle n’est pas lue. Affichez-la si elle doit l’être."))
            continue
        held = what_is_held(sheet, given)
        if held is None:
            refused.append(Refusal(sheet.at(0), "Aucune ligne n’y nomme les colonnes : cette feuille n’est pas lue."))
            continue
        kind, found = held
        if not kind:
            sentence = (
                "On ne sait pas ce que contient cette feuille. Donnez-lui pour nom « Événements », « Outils », « Prêts », « Structures »…"
            )
            refused.append(Refusal(sheet.at(found.last), sentence))
            continue
        understood = True
        if kind == LOANS:
            rows, told = loans_of(sheet, found, given)
            lent += rows
        else:
            records, told = records_of(sheet, found, kind, given)
            taken += records
        refused += told
    if not understood and not taken and not lent:
        why = " ".join(f"{one.at} : {one.message}" for one in refused[:SHOWN])
        raise UnreadableSource(f"Rien n’est compris de ce tableau. {why}".strip())
    named_tools = with_slugs([one.taken for one in taken])
    tools = [Tool(one.slug, str(one.values["title"]), read_.reference) for one, read_ in zip(named_tools, taken, strict=True) if one.slug]
    loans, twice = tables(lent, tools)
    refused += [Refusal(at, why) for at, why in twice]
    return Reading(tuple(named_tools), tuple(loans), tuple(refused), whole=False)


def what_is_held(sheet: Sheet, given: Given) -> tuple[str, Headings] | None:
    """What a sheet holds, empty where one cannot know, and its headings; None where it has none."""
    kind = named(sheet.name) if sheet.name else ""
    found = headings(sheet) or headings(sheet, kind)
    if found is None:
        return None
    texts = [text for _column, text in sorted(found.texts.items())]
    if kind in {"", "exhibition"} and are_loans(texts):  # « Malles » may be what is lent
        kind = LOANS
    if kind != LOANS:
        kind = of_columns(texts, kind)
    return kind or named(given.name.rpartition("/")[2].rpartition(".")[0]), found


def with_slugs(taken: Sequence[Taken]) -> list[Taken]:
    """Tools with the names that their files will have, by which loans of the same workbook name them; namesakes have none."""
    names = Counter(address(str(one.values["title"])) for one in taken if one.kind == "exhibition")
    return [
        replace(one, slug=name)
        if one.kind == "exhibition" and not one.slug and names[name := address(str(one.values["title"]))] == 1
        else one
        for one in taken
    ]


def address(title: str) -> str:
    """A title as the name of a file, cut between words."""
    slug = slug_of(title)
    return slug if len(slug) <= LONGEST_SLUG else slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]


def _told(workbook: Workbook) -> Iterator[Refusal]:
    """What is told of a file as a whole."""
    if workbook.macros:
        yield Refusal("le classeur", "Il contient des macros : elles n’ont été ni lues, ni exécutées.")
    for cells, what in (
        (workbook.faulty, "donne une erreur de calcul"),
        (workbook.unsaved, "a une formule sans résultat : ouvrez le classeur dans votre tableur, et enregistrez-le"),
    ):
        for sheet, at in cells[:SHOWN]:
            yield Refusal(f"feuille {sheet}, case {at}", f"Cette case {what}.")
        if len(cells) > SHOWN:
            yield Refusal("le classeur", f"{len(cells) - SHOWN} autres cases sont dans ce cas : {what}.")
