"""Carry out what changes loans that are noted: say it, and write it unless something grave stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from contributions.source.writing import held, write
from lending_desk.changing import Change
from lending_desk.telling import SIGNS, loan_told
from lending_desk.tools import Desk


def carried_out(desk: Desk, changes: Sequence[Change], say: Callable[[str], None]) -> int:
    """Write some changes, each of a file of its own, or none. Raises Busy. Returns the exit code."""
    for change in changes:
        loan = f"{loan_told(desk, change.tool, change.loan)}" if change.loan else "tous les prêts sont notés"
        say(f"{change.tool.meta.title} : {loan}")
        ordered = sorted(change.objections, key=lambda one: [*SIGNS].index(one.weight))
        for one in ordered:
            say(f"  {SIGNS[one.weight]} {one}")
    if any(one.weight == "grave" for change in changes for one in change.objections):
        say("Rien n’a été écrit : corrigez, puis recommencez.")
        return 1
    files = {change.path: change.data for change in changes}
    read = {path: held(desk.content, path) for path in files}
    fresh = {path: data for path, data in files.items() if data != read[path]}
    write(desk.content, fresh, read)
    say("\n".join(f"Noté dans {desk.content.name}/{path}." for path in fresh) or "C’était déjà noté : rien n’a changé.")
    return 0
