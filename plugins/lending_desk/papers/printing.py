"""Print the papers of a loan: two PDF files in a folder that is nobody's to publish."""

from __future__ import annotations

from pathlib import Path

from contributions.sheets.habits import worded
from contributions.source.mending import written_whole
from lending_desk.acts import Refused
from lending_desk.papers.setting import papers
from lending_desk.papers.values import Signatories, values
from lending_desk.tools import Desk, loan_meant, names_of

PAPERLESS = frozenset({"annule", "maintenance"})


def printed(desk: Desk, name: str, signatories: Signatories, folder: Path) -> list[Path]:
    """The files of the papers of a loan. Raises NotFound, Refused, Unset."""
    tool, place = loan_meant(desk.library, name)
    loan, own = tool.meta.loans[place], names_of(tool)[place]
    if loan.state in PAPERLESS:
        raise Refused(f"Ce prêt est dit « {worded(loan.state)} » : il n’y a rien à signer.")
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for paper, data in papers(values(desk, tool, loan, own, signatories)).items():
        made.append(folder / f"{tool.slug}-{own}-{paper}.pdf")
        written_whole(made[-1], data)
    return made
