"""The year of one popular tool, kept by `make lend` alone: nine loans, two of them cancelled, two copies, a version that comes in April."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

import lend
from support import exhibition, organisation, read, write

FUND = organisation("musee", title="Musée du ciel", lends=True, closed=[{"weekdays": ["dimanche"]}]) | exhibition(
    "planetarium",
    title="Planétarium",
    organisation="musee",
    publisher=None,
    availability_on="2026-11-30",
    loan={"min_days": 5, "max_days": 35, "notice_days": 15, "gap_days": 3},
    insurance={"value": 9000, "by": "emprunteur"},
    contents=[{"quantity": 1, "item": "dôme"}],
    versions=[{"id": "complet", "label": "Complet", "copies": 2}, {"id": "leger", "label": "Léger", "acquired": "2027-04"}],
)


@dataclass(frozen=True)
class Lender:
    """Somebody who runs the command, each time on a day."""

    run: Callable[..., tuple[int, str]]
    place: Path

    def done(self, today: str, *options: str, said: str = "") -> str:
        """What the command says, which must do what it was asked."""
        code, spoken = self.run(today, *options, said=said)
        assert code == 0, spoken
        return spoken

    def refused(self, today: str, *options: str, said: str = "") -> str:
        """What it says, which must refuse."""
        code, spoken = self.run(today, *options, said=said)
        assert code == 1, spoken
        return spoken


def request(borrower: str, name: str, start: str, end: str, **keys: str) -> str:
    """A request as its borrower's mail has it, forwarded."""
    said = {"tool": "planetarium", "id": name, "start": start, "end": end, "state": "option", "borrower": borrower, **keys}
    block = "\n".join(["--- prêt escale ---", *(f"{key}: {text}" for key, text in said.items()), "--- fin du prêt ---"])
    return "Subject: Fwd: planetarium\nContent-Type: text/plain; charset=utf-8\n\nBonjour, c'est oui. Camille Durand\n\n" + "\n".join(
        f"> {line}" for line in block.split("\n")
    )


@pytest.fixture
def lender(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lender:
    """Runs the command on a day: its code, and what it said."""
    content = write(tmp_path, FUND)

    def run(today: str, *options: str, said: str = "") -> tuple[int, str]:
        monkeypatch.setenv("ESCALE_TODAY", today)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said.encode())))
        code = lend.main(["--content", str(content), "--cache", str(tmp_path / "cache"), *options])
        spoken = capsys.readouterr()
        return code, (spoken.out + spoken.err).replace("\u00a0", " ").replace("\u202f", " ")

    return Lender(run, tmp_path)


def winter_before(lender: Lender) -> None:
    """December 2026: one by telephone, one by mail; the second copy is found by itself."""
    phoned = (
        "--tool",
        "planetarium",
        "--version",
        "complet",
        "--borrower",
        "Collège des Étangs",
        "--city",
        "Péronne",
        "--borrower-category",
        "college",
    )
    lender.done("2026-12-07", *phoned, "--start", "11 janvier 2027", "--end", "29 janvier 2027", "--id", "etangs")
    said = lender.done(
        "2026-12-07", said=request("Lycée du Val", "val", "2027-01-18", "2027-02-05", version="complet", option_until="2026-12-18")
    )
    assert "exemplaire 2, Lycée du Val, option jusqu’au 18 décembre 2026" in said
    assert "option jusqu’au 18 décembre 2026" in lender.done("2026-12-14", "--week")
    lender.done("2026-12-14", "--confirm", "planetarium/val")


def january(lender: Lender) -> None:
    """January: what cannot be had is told with what can; papers come in."""
    said = lender.refused("2027-01-04", said=request("École de Rue", "rue", "2027-01-25", "2027-02-12", version="complet"))
    assert "E501 Ce prêt chevauche celui du 11/01/2027 au 29/01/2027" in said
    assert "Pour la même durée, le premier prêt possible ensuite va du 2 au 20 février 2027." in said
    lender.done("2027-01-04", said=request("École de Rue", "rue", "2027-02-08", "2027-03-05", version="complet", option_until="2027-01-22"))
    assert "Manque : convention, assurance. --note planetarium/etangs pièces=convention,assurance" in lender.done("2027-01-11", "--week")
    lender.done("2027-01-11", "--note", "planetarium/etangs", "pièces=convention,assurance")
    lender.done("2027-01-11", "--papers", "planetarium/etangs", "--to", str(lender.place / "papiers"))
    lender.done("2027-01-18", "--confirm", "planetarium/rue")


def february(lender: Lender) -> None:
    """February: a late return; a wish for the version that is not there yet."""
    assert "École de Rue" in lender.done("2027-02-01", "--week").partition("En retard")[2].partition("Revient")[0]
    lender.done("2027-02-03", "--return", "planetarium/etangs")
    lender.done("2027-02-05", "--return", "planetarium/val")
    early = request("Centre social Marat", "marat", "2027-03-15", "2027-04-02", version="leger")
    said = lender.refused("2027-02-08", said=early)
    assert "La version « leger » n’entre dans le fonds qu’en avril 2027." in said
    lender.done("2027-02-09", said=early.replace("2027-03-15", "2027-04-05").replace("2027-04-02", "2027-04-30"))
    lender.done("2027-02-15", "--told", "planetarium")


def spring(lender: Lender) -> None:
    """March and April: questionnaires; a loan for May falls through and another takes its days."""
    lender.done("2027-03-05", "--return", "planetarium/rue")
    assert "revenu le 5 mars 2027 : questionnaire" in lender.done("2027-03-15", "--week")
    for name, visitors in (("etangs", 180), ("val", 240), ("rue", 96)):
        lender.done(
            "2027-03-16",
            "--note",
            f"planetarium/{name}",
            f"visiteurs={visitors}",
            "comptage=compte",
            "pièces=convention,assurance,questionnaire",
        )
    lender.done("2027-03-16", "--confirm", "planetarium/marat")
    lender.done(
        "2027-03-22", said=request("Maison de la baie", "baie", "2027-05-03", "2027-05-28", version="complet", option_until="2027-04-09")
    )
    assert "option dépassée depuis le 9 avril 2027" in lender.done("2027-04-12", "--week")
    lender.done("2027-04-12", "--cancel", "planetarium/baie", "--by", "emprunteur", "--reason", "Salle en travaux")
    said = lender.done("2027-04-13", said=request("Mairie de Rue", "mairie", "2027-05-10", "2027-05-21", version="complet"))
    assert "exemplaire 1" in said


def repair(lender: Lender) -> None:
    """May and June: a repair is noted like a loan, and endangers what follows."""
    lender.done("2027-05-03", "--return", "planetarium/marat", "30/04/2027")
    lender.done("2027-05-03", "--confirm", "planetarium/mairie")
    lender.done("2027-05-10", "--told", "musee")
    lender.done("2027-05-24", "--return", "planetarium/mairie", "21/05/2027")
    lender.done(
        "2027-05-24",
        "--tool",
        "planetarium",
        "--version",
        "complet",
        "--copy",
        "1",
        "--state",
        "maintenance",
        "--start",
        "24/08/2027",
        "--end",
        "03/09/2027",
        "--id",
        "atelier",
    )
    lender.done("2027-06-14", said=request("Collège des Étangs", "etangs-2", "2027-09-13", "2027-10-01", version="complet", copy="1"))
    lender.done("2027-06-15", "--confirm", "planetarium/etangs-2")
    assert "En danger : du 13 septembre au 1er octobre 2027, Collège des Étangs (planetarium/etangs-2)" in lender.done(
        "2027-08-23", "--week"
    )


def autumn(lender: Lender) -> None:
    """Autumn: both copies are out; an option of the light one lapses."""
    lender.done("2027-07-05", "--told", "planetarium")
    assert "exemplaire 2" in lender.done(
        "2027-09-06", said=request("Ville d’Albert", "albert", "2027-10-04", "2027-10-22", version="complet")
    )
    lender.done("2027-09-07", "--confirm", "planetarium/albert")
    lender.done("2027-09-20", said=request("Lycée du Val", "val-2", "2027-11-08", "2027-11-26", option_until="2027-10-08", version="leger"))
    lender.done("2027-10-02", "--return", "planetarium/etangs-2", "01/10/2027")
    lender.done("2027-10-11", "--cancel", "planetarium/val-2", "--by", "proprietaire", "--reason", "Option dépassée")
    lender.done("2027-10-25", "--return", "planetarium/albert", "22/10/2027")
    assert "Tout est noté ? --told planetarium" in lender.done("2027-11-29", "--week")
    lender.done("2027-12-06", "--told", "planetarium")


def test_the_year_of_one_popular_tool(lender: Lender) -> None:
    for months in (winter_before, january, february, spring, repair, autumn):
        months(lender)
    table = lender.place / "content" / "loans" / "2027.csv"
    kept = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig")), delimiter=";"))
    lent = [row for row in kept if row["État"] != "maintenance"]
    assert (len(kept), len(lent), sum(row["État"] == "annulé" for row in lent)) == (10, 9, 2)
    assert sum(int(row["Visiteurs"] or 0) for row in lent) == 180 + 240 + 96
    assert "Durand" not in table.read_text("utf-8")
    loaded = read(lender.place / "content", date(2027, 12, 20))
    assert [str(problem) for problem in loaded.problems if problem.severity == "error"] == []
