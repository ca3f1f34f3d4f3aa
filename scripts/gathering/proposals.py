"""The pull request of a source: found by its branch, opened once, brought up to date, closed when it has nothing to propose any more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from follow_up.api import Api

MARK = "<!-- escale:import -->"
MOST = 60_000
"""Characters of a pull request's text: GitHub takes 65,536."""
CUT = "\n\n… La suite est dans le journal de l’exécution."


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed: from which branch, to which, under which title, with which words (Markdown)."""

    branch: str
    base: str
    title: str
    text: str

    @property
    def body(self) -> str:
        """The words with the mark of what was written here, cut where they are too long for GitHub."""
        text = f"{MARK}\n{self.text.strip()}\n"
        return text if len(text) <= MOST else text[: MOST - len(CUT)] + CUT


def opened(api: Api, branch: str) -> dict[str, Any] | None:
    """The open pull request of a branch of this repository."""
    owner = api.repository.partition("/")[0]
    found = api.get("pulls", state="open", head=f"{owner}:{branch}")
    return found[0] if found else None


def propose(api: Api, known: dict[str, Any] | None, proposal: Proposal) -> None:
    """Open it, or bring it up to date: nothing is sent where it says so already."""
    if known is None:
        values = {"title": proposal.title, "head": proposal.branch, "base": proposal.base, "body": proposal.body}
        api.send("POST", "pulls", values)
    elif (known.get("body") or "").replace("\r\n", "\n") != proposal.body or known.get("title") != proposal.title:
        api.send("PATCH", f"pulls/{int(known['number'])}", {"title": proposal.title, "body": proposal.body})


def withdraw(api: Api, known: dict[str, Any]) -> None:
    """Close it: what it proposed is on the site, or its source does not say it any more."""
    api.send("PATCH", f"pulls/{int(known['number'])}", {"state": "closed"})
