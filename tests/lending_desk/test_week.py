"""What a lender reads on Monday."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from contributions.library.library import Library
from lending_desk.tools import Desk
from lending_desk.weekly.seen import as_text
from lending_desk.weekly.week import week
from support import Tree, exhibition, loan, organisation
from support_fund import YEAR, fund, loans

MONDAY = date(2026, 11, 16)
LENT = [
    loan("2026-10-12", "2026-11-06", "en-cours", id="retard", borrower="École du Val", city="Rue"),
    loan("2026-11-19", "2026-12-04", id="part", borrower="Collège des Étangs", city="Péronne", papers=["convention"]),
    loan("2026-10-26", "2026-11-20", copy=2, id="revient", borrower="musee", papers=["convention", "assurance"]),
    loan("2026-11-24", "2026-12-04", "option", copy=2, id="option", borrower="Médiathèque du Moulin", option_until="2026-11-18"),
    loan("2026-12-08", "2026-12-13", "maintenance", id="atelier"),
    loan("2026-12-17", "2026-12-20", id="danger", borrower="Lycée du Val", papers=["convention", "assurance"]),
    loan("2026-09-14", "2026-10-02", copy=2, id="bilan", borrower="Collège du Parc", returned="2026-10-02"),
    loan("2026-11-16", "2026-11-20", "annule", copy=2, id="rien"),
]
OWN = {"organisation": "musee", "publisher": None}
FUND = (
    organisation("musee", title="Musée du ciel", lends=True)
    | exhibition(
        "malle",
        title="Malle du ciel",
        loan={"copies": 2},
        loans=LENT,
        insurance={"value": 900},
        availability_on="2026-08-20",
        transport={"by": "emprunteur"},
        **OWN,
    )
    | exhibition(
        "bache", title="Bâche du ciel", condition="a-reviser", loans=[loan("2026-12-01", "2026-12-11", id="noel", borrower="Mairie de Rue")]
    )
)
EXPECTED = """\
Semaine du 16 au 22 novembre 2026
=================================

En retard, ou retour non noté (1)
  – Malle du ciel, exemplaire 1, École du Val (Rue), attendu le vendredi 6 novembre
      → Le prêt suivant l’attend : 19 novembre 2026, Collège des Étangs (Péronne).
      → Revenu ? --return malle/retard 06/11/2026

Part cette semaine (1)
  – jeudi 19 novembre : Malle du ciel, exemplaire 1, Collège des Étangs (Péronne), jusqu’au 4 décembre 2026
      → Manque : assurance. --note malle/part pièces=convention,assurance
      → Transport : à la charge de l’emprunteur
      → Papiers : --papers malle/part

Revient cette semaine (1)
  – vendredi 20 novembre : Malle du ciel, exemplaire 2, Musée du ciel
      → Rendu ? --return malle/revient
      → Il repart le 24 novembre 2026, Médiathèque du Moulin.

Options qui tombent (1)
  – Malle du ciel, exemplaire 2, Médiathèque du Moulin, du 24 novembre au 4 décembre 2026 : option jusqu’au 18 novembre 2026
      → --confirm malle/option, ou --cancel malle/option --by emprunteur

Maintenance, et prêts en danger (2)
  – Bâche du ciel est à réviser
      → En danger : du 1er au 11 décembre 2026, Mairie de Rue (bache/noel)
  – Malle du ciel, exemplaire 1 : maintenance du 8 au 13 décembre 2026
      → En danger : du 17 au 20 décembre 2026, Lycée du Val (malle/danger)

Pièces qui manquent (2)
  – Malle du ciel, exemplaire 2, Collège du Parc, revenu le 2 octobre 2026 : questionnaire
      → Reçu ? --note malle/bilan visiteurs=… comptage=compte pièces=questionnaire
  – Bâche du ciel, Mairie de Rue, part le 1er décembre 2026 : convention
      → Reçu ? --note bache/noel pièces=convention

Disponibilités à redire (2)
"""


@pytest.fixture
def desk(library: Callable[..., Library], tmp_path: Path) -> Desk:
    return Desk(tmp_path / "content", library(FUND, MONDAY))


def said(desk: Desk, day: date = MONDAY, owner: str = "") -> str:
    """The week's text with plain spaces."""
    return as_text(week(desk, day, owner), MONDAY).replace("\u00a0", " ")


class TestTheWeek:
    def test_tells_what_cannot_wait_first_each_with_the_next_step(self, desk: Desk) -> None:
        found = said(desk)
        assert found.startswith(EXPECTED)
        assert found[len(EXPECTED) :] == (
            "  – Bâche du ciel : jamais dit que tous les prêts sont notés\n      → Tout est noté ? --told bache\n"
            "  – Malle du ciel : dit le 20 août 2026, a cours jusqu’au 18 novembre 2026\n      → Tout est noté ? --told malle\n"
        )

    def test_is_the_same_on_any_of_its_days_but_for_what_has_lapsed_then(self, desk: Desk) -> None:
        assert "option dépassée depuis le 18 novembre 2026" in said(desk, date(2026, 11, 20))
        assert "n’a plus cours depuis le 18 novembre 2026" in said(desk, date(2026, 11, 20))

    def test_may_be_one_owners(self, desk: Desk) -> None:
        assert "Bâche du ciel" not in said(desk, owner="musee")

    def test_may_be_empty(self, library: Callable[[Tree], Library], tmp_path: Path) -> None:
        desk = Desk(tmp_path / "content", library(exhibition("malle")))
        assert said(desk).endswith("\n\nRien cette semaine.\n")

    def test_asks_for_no_return_where_the_same_copy_has_left_again(self, library: Callable[..., Library], tmp_path: Path) -> None:
        lent = [loan("2026-10-12", "2026-11-06"), loan("2026-11-09", "2026-11-27")]
        desk = Desk(tmp_path / "content", library(exhibition("malle", loans=lent), MONDAY))
        assert "En retard" not in said(desk)


class TestAFund:
    def test_of_eighty_eight_tools_sees_each_loan_leave_and_return_once_in_its_year(
        self, library: Callable[..., Library], tmp_path: Path
    ) -> None:
        first = date(YEAR, 1, 5)
        ahead = {path: str(text).replace("rendu", "confirme") if path.startswith("loans/") else text for path, text in fund(first).items()}
        desk = Desk(tmp_path / "content", library(ahead, first))
        seen: dict[str, list[date]] = {}
        for number in range(60):
            for section in week(desk, first + timedelta(weeks=number)):
                seen.setdefault(section.title, []).extend(entry.day for entry in section.entries)
        lent = list(loans())
        assert sorted(seen["Part cette semaine"]) == sorted(one["start"] for one in lent)
        assert sorted(seen["Revient cette semaine"]) == sorted(one["end"] for one in lent)
