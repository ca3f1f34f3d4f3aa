"""Find the tool, the loan or the structure that is meant: by the name of its file, its title, its number in the list, or a name like it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from rapidfuzz import fuzz, process, utils

from contributions.library.library import Library
from contributions.models import Common, Exhibition
from contributions.models.loan import Loan
from contributions.record.contribution import Contribution
from contributions.record.identity import loan_names
from contributions.words.folding import folded
from endings.failure import Failure

Tool = Contribution[Exhibition]
MANY_PROPOSED = 5
LIKE = 75
"""The score (rapidfuzz, out of 100) under which a name is not proposed."""


class NotFound(Failure):
    """There is no such tool or loan; its words say which come near."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a lender sits at: the content folder, and what is read of it."""

    content: Path
    library: Library


def tools(library: Library) -> list[Tool]:
    """The tools that are lent, by title; their places in this list, from 1, are their numbers."""
    return sorted((one for one in _all(library) if one.meta.condition != "retire"), key=lambda one: folded(one.meta.title))


def _all(library: Library) -> list[Tool]:
    """Those that were withdrawn, too."""
    return [cast("Tool", one) for one in library.all if one.kind == "exhibition"]


def tool_meant(library: Library, text: str) -> Tool | None:
    """The tool that a slug, a title or a number means, withdrawn ones by slug or title; None where it is no tool's."""
    name = text.strip().rstrip("/").rpartition("/")[2].removesuffix(".md")
    if own := next((one for one in _all(library) if one.slug == name), None):
        return own
    every = tools(library)
    if name.isascii() and name.isdigit() and 0 < int(name[:6]) <= len(every):
        return every[int(name[:6]) - 1]
    titled = [one for one in _all(library) if folded(one.meta.title) == folded(text)]
    return titled[0] if len(titled) == 1 else None


def near(text: str, among: Sequence[Tool]) -> list[Tool]:
    """The tools whose titles or slugs are most like a name."""
    names = {(one.slug, name): name for one in among for name in (one.meta.title, one.slug)}
    found = process.extract(text, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=2 * MANY_PROPOSED, score_cutoff=LIKE)
    slugs = dict.fromkeys(slug for _name, _score, (slug, _own) in found)
    return [next(one for one in among if one.slug == slug) for slug in slugs][:MANY_PROPOSED]


def organisation_meant(library: Library, text: str) -> Contribution[Common] | None:
    """The structure of the directory that a slug or a name means."""
    if (own := library.find("organisation", text.strip())) is not None:
        return own
    named = [one for one in library.all if one.kind == "organisation" and folded(one.meta.title) == folded(text)]
    return named[0] if len(named) == 1 else None


def names_of(tool: Tool) -> tuple[str, ...]:
    """What the loans of a tool are called, in order."""
    return loan_names(tool.meta.loans)


def loan_meant(library: Library, text: str) -> tuple[Tool, int]:
    """The loan that `TOOL/ID` means, as its tool and its place among the tool's loans; its first day will do for an id.

    Raises NotFound.
    """
    first, slash, name = text.strip().rpartition("/")
    if not slash:
        raise NotFound(f"« {text} » ne dit pas de quel prêt il s’agit : écrivez OUTIL/IDENTIFIANT, par exemple malle-fossiles/20270104.")
    tool = tool_meant(library, first)
    if tool is None:
        raise NotFound(f"Aucun outil ne s’appelle « {first} ».{_like(first, tools(library))}")
    names = names_of(tool)
    if name in names:
        return tool, names.index(name)
    compact = name.replace("-", "")
    begun = [place for place, loan in enumerate(tool.meta.loans) if f"{loan.start:%Y%m%d}" == compact]
    if len(begun) == 1:
        return tool, begun[0]
    listed = "\n".join(f"  {tool.slug}/{own} : {in_short(loan)}" for own, loan in zip(names, tool.meta.loans, strict=True))
    which = f"Ses prêts :\n{listed}" if listed else "Il n’a aucun prêt."
    raise NotFound(f"« {tool.slug} » n’a pas de prêt « {name} ». {which}")


def in_short(loan: Loan) -> str:
    """A loan on a line: its days, to whom, its state."""
    whom = f", {loan.borrower}" if loan.borrower else ""
    return f"{loan.start:%d/%m/%Y} – {loan.end:%d/%m/%Y}{whom} ({loan.state})"


def _like(text: str, among: Sequence[Tool]) -> str:
    found = ", ".join(f"« {one.slug} »" for one in near(text, among))
    return f" Vouliez-vous dire {found} ?" if found else ""
