"""Join the loans of tables to the tools that they name, by the name of their file; another way to say which is told, and understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from contributions.fields.vocabulary import nearest
from contributions.models import FOLDERS
from contributions.problems.problem import Finding, Problem
from contributions.record.contribution import Contribution
from contributions.record.store import Kept
from contributions.record.table_loans import TableLoan, joined
from contributions.sheets.loan_columns import TOOL
from contributions.sheets.loan_tables import Written
from contributions.words.folding import folded
from contributions.words.slugs import slug_of

KIND = "exhibition"
Records = Iterable[Contribution[Any]]


def with_table_loans(
    records: Records, written: Sequence[Written], kept: Mapping[str, Kept]
) -> tuple[Records, dict[str, tuple[TableLoan, ...]], list[Problem]]:
    """All contributions, tools with their loans of tables; these by the tool's slug; and what is wrong with the tools that are named.

    A tool whose file cannot be read is there nevertheless: its loans wait for it, and nothing is told of them.
    """
    if not written:
        return records, {}, []
    every = list(records)
    tools = {one.slug: one for one in every if one.kind == KIND}
    slugs = {PurePosixPath(path).stem for path in kept if FOLDERS.get(path.split("/")[1]) == KIND}
    rows, problems = by_tool(written, tools, slugs)
    known = {slug: tuple(found) for slug, found in rows.items() if slug in tools}
    return [joined(one, known[one.slug]) if one.kind == KIND and one.slug in known else one for one in every], known, problems


def by_tool(
    written: Sequence[Written], tools: Mapping[str, Contribution[Any]], slugs: Collection[str]
) -> tuple[dict[str, list[TableLoan]], list[Problem]]:
    """Rows by the slug of the tool that they mean, and what is wrong with the names that they give it.

    `tools` are those that can be meant by their title, `slugs` all that have a file.
    """
    rows: dict[str, list[TableLoan]] = defaultdict(list)
    problems: list[Problem] = []
    named = {tool: slug if (slug := tool) in slugs else "" for tool in dict.fromkeys(one.tool for one in written)}
    if unknown := [tool for tool, slug in named.items() if not slug]:
        meant = dict(_meant(unknown, slugs, tools))
        problems += _told(unknown, meant, written)
        named |= {tool: slug for tool, (slug, sure) in meant.items() if sure}
    for one in written:
        if named[one.tool]:
            rows[named[one.tool]].append(one.row)
    return rows, problems


def _meant(unknown: Iterable[str], slugs: Iterable[str], tools: Mapping[str, Contribution[Any]]) -> Iterator[tuple[str, tuple[str, bool]]]:
    """What is no tool's slug → the slug that is meant, or nothing, and whether it can be no other."""
    titles = defaultdict(set)
    for slug, tool in tools.items():
        titles[folded(tool.brief.title)].add(slug)
    all_slugs = set(slugs)
    for name in unknown:
        own = {slug_of(name.rstrip("/").rpartition("/")[2].removesuffix(".md"))} & all_slugs or titles.get(folded(name), set())
        if len(own) == 1:
            yield name, (own.pop(), True)
            continue
        near = nearest(folded(name), titles)
        by_title = next(iter(sorted(titles[near]))) if near else ""
        yield name, (nearest(slug_of(name), sorted(all_slugs)) or by_title, False)


def _told(unknown: Iterable[str], meant: Mapping[str, tuple[str, bool]], written: Sequence[Written]) -> Iterator[Problem]:
    """A problem for each name and file, at the first row that has it."""
    for tool in unknown:
        slug, sure = meant[tool]
        by_file: dict[str, list[Written]] = defaultdict(list)
        for one in written:
            if one.tool == tool:
                by_file[one.row.cells.path].append(one)
        for found in by_file.values():
            lines = f" ({len(found)} lignes l’écrivent ainsi)" if len(found) > 1 else ""
            if sure:
                repair = f"Écrivez « {slug} », le nom de son fichier{lines}."
                finding = Finding("E204", f"« {tool} » n’est pas le nom d’un outil.", repair, (TOOL,))
            else:
                near = f"Vouliez-vous dire « {slug} » ?" if slug else "Écrivez le nom de son fichier, sans .md."
                finding = Finding("E204", f"Aucun outil ne s’appelle « {tool} »{lines}.", near, (TOOL,))
            yield found[0].row.cells.problem(finding)
