"""What the week looks at, the lines that it is made of, and how they name a tool, a loan, a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from contributions.models.loan import Loan
from lending_desk.telling import what_leaves, whom
from lending_desk.tools import Desk, Tool
from views.french import dates


@dataclass(frozen=True, slots=True)
class Lent:
    """A loan with its tool and its name."""

    tool: Tool
    loan: Loan
    name: str

    @property
    def full_name(self) -> str:
        """As commands take it."""
        return f"{self.tool.slug}/{self.name}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the week: the day that sorts it, what it says, and what to do next."""

    day: date
    text: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading, by day."""

    title: str
    entries: tuple[Entry, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Seen:
    """What the sections look at: the loans of the tools, the week from its Monday to its Sunday, and the day on which it is read."""

    desk: Desk
    tools: tuple[Tool, ...]
    loans: tuple[Lent, ...]
    monday: date
    day: date

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)


def named_day(day: date) -> str:
    """« lundi 4 janvier »: the year goes without saying."""
    return f"{dates.weekday(day)} {dates.day_month(day, year=False)}"


def what(seen: Seen, one: Lent) -> str:
    """The tool, what leaves of it, and to whom."""
    parts = [one.tool.meta.title, *what_leaves(one.tool, one.loan), whom(seen.desk, one.loan)]
    return ", ".join(filter(None, parts))


def in_danger(seen: Seen, one: Lent) -> str:
    """A loan that a repair or a delay endangers."""
    return f"{dates.days(one.loan.start, one.loan.end)}, {whom(seen.desk, one.loan)} ({one.full_name})"


def next_to(seen: Seen, loan: Loan) -> str:
    """Behind the day of a loan: whom it goes to."""
    name = whom(seen.desk, loan)
    return f", {name}" if name else ""


def as_text(sections: list[Section], monday: date) -> str:
    """The week as it is read on a terminal, or sent as a mail."""
    sunday = monday + timedelta(days=6)
    head = f"Semaine {dates.days(monday, sunday)}"
    lines = [head, "=" * len(head)]
    for section in sections:
        lines += ["", f"{section.title} ({len(section.entries)})"]
        for entry in section.entries:
            lines += [f"  – {entry.text}", *(f"      → {step}" for step in entry.steps)]
    return "\n".join(lines if sections else [*lines, "", "Rien cette semaine."]) + "\n"
