"""The year of a popular tool, kept in a table as its lender keeps it: each month a few lines more, checked, and said as they are.

Nine loans, two of them cancelled; two copies, one of which is new; a version that comes in April.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest

from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import NBSP
from support import build, exhibition, organisation, read, write
from views.tools.words import promise

HEADINGS = "id;outil;version;exemplaire;début;fin;état;emprunteur;type d’emprunteur;commune;visiteurs;comptage;annulé le;annulé par"
TERMS = {"min_days": 7, "max_days": 35, "notice_days": 10, "gap_days": 3}


class Month(NamedTuple):
    """A day on which the lender sits down: lines that are new, lines that are others than before, and what the site then says.

    The days follow from notice and gaps, and from closed Sundays: on 12 March, a week that begins on Monday the 22nd would end on one.
    """

    day: date
    lines: tuple[str, ...]
    said: str


YEAR = (
    Month(
        date(2027, 1, 4),
        (
            "gare;malle;panneaux;1;18/01/2027;12/02/2027;confirmé;Médiathèque de la Gare;mediatheque;Laon;;;;",
            "liane;malle;panneaux;2;25/01/2027;19/02/2027;option;Collège de la Liane;college;Boulogne-sur-Mer;;;;",
        ),
        "Libre à partir du 14 janvier",
    ),
    Month(date(2027, 1, 20), ("liane;malle;panneaux;2;25/01/2027;19/02/2027;confirmé;Collège de la Liane;college;Boulogne-sur-Mer;;;;",), "Libre à partir du 16 février"),
    Month(
        date(2027, 2, 17),
        (
            "gare;malle;panneaux;1;18/01/2027;12/02/2027;rendu;Médiathèque de la Gare;mediatheque;Laon;420;compte;;",
            "musee;malle;panneaux;1;01/03/2027;28/03/2027;confirmé;Musée du port;musee;Calais;;;;",
        ),
        "Libre à partir du 27 février",
    ),
    Month(
        date(2027, 3, 8),
        (
            "liane;malle;panneaux;2;25/01/2027;19/02/2027;rendu;Collège de la Liane;college;Boulogne-sur-Mer;96;compte;;",
            "lycee;malle;panneaux;2;15/03/2027;09/04/2027;option;Lycée des Quatre Vents;lycee;Cambrai;;;;",
        ),
        "Libre à partir du 1er avril",
    ),
    Month(date(2027, 3, 12), ("lycee;malle;panneaux;2;15/03/2027;09/04/2027;annulé;Lycée des Quatre Vents;lycee;Cambrai;;;11/03/2027;emprunteur",), "Libre à partir du 23 mars"),
    Month(
        date(2027, 4, 5),
        (
            "musee;malle;panneaux;1;01/03/2027;28/03/2027;rendu;Musée du port;musee;Calais;1100;estime;;",
            "foire;malle;baches;;19/04/2027;09/05/2027;confirmé;Office culturel;collectivite;Arras;;;;",
        ),
        "Libre à partir du 15 avril (Panneaux)",
    ),
    Month(
        date(2027, 5, 11),
        (
            "foire;malle;baches;;19/04/2027;09/05/2027;rendu;Office culturel;collectivite;Arras;2000;estime;;",
            "ete;malle;baches;;07/06/2027;11/07/2027;confirmé;Parc du Bocage;collectivite;Avesnes-sur-Helpe;;;;",
        ),
        "Libre à partir du 21 mai",
    ),
    Month(date(2027, 6, 7), (), "Libre à partir du 17 juin (Panneaux)"),
    Month(
        date(2027, 7, 13),
        (
            "ete;malle;baches;;07/06/2027;11/07/2027;rendu;Parc du Bocage;collectivite;Avesnes-sur-Helpe;1500;estime;;",
            "rentree;malle;panneaux;1;13/09/2027;08/10/2027;confirmé;École du Galon;ecole;Roubaix;;;;",
            "fete;malle;panneaux;2;01/10/2027;24/10/2027;option;Village des sciences;association;Amiens;;;;",
        ),
        "Libre à partir du 23 juillet",
    ),
    Month(
        date(2027, 9, 6),
        (
            "fete;malle;panneaux;2;01/10/2027;24/10/2027;confirmé;Village des sciences;association;Amiens;;;;",
            "quais;malle;baches;;04/10/2027;24/10/2027;option;Bibliothèque des Quais;mediatheque;Dunkerque;;;;",
        ),
        "Libre à partir du 16 septembre",
    ),
    Month(date(2027, 10, 5), ("quais;malle;baches;;04/10/2027;24/10/2027;annulé;Bibliothèque des Quais;mediatheque;Dunkerque;;;01/10/2027;emprunteur",), "Libre à partir du 15 octobre"),
    Month(
        date(2027, 12, 6),
        (
            "rentree;malle;panneaux;1;13/09/2027;08/10/2027;rendu;École du Galon;ecole;Roubaix;130;compte;;",
            "fete;malle;panneaux;2;01/10/2027;24/10/2027;rendu;Village des sciences;association;Amiens;2400;estime;;",
        ),
        "Libre à partir du 16 décembre",
    ),
)  # fmt: skip


def record(day: date) -> dict[str, Any]:
    """The tool's own file: the banners come in April; whoever writes a line also writes the day."""
    versions = [{"id": "panneaux", "label": "Panneaux", "copies": 2}]
    versions += [{"id": "baches", "label": "Bâches", "acquired": "2027-04"}] if day >= date(2027, 4, 1) else []
    return {"versions": versions, "loan": TERMS, "availability_on": str(day), "organisation": "musee", "publisher": None}


def kept(until: date) -> str:
    """The table as it is on a day: a line for each loan, the last that was written of it."""
    lines: dict[str, str] = {}
    for month in YEAR:
        if month.day <= until:
            lines |= {line.split(";", 1)[0]: line for line in month.lines}
    return "\n".join((HEADINGS, *lines.values(), ""))


def content(place: Path, day: date, table: str) -> Path:
    """The lender's files on a day."""
    owner = organisation("musee", lends=True, closed=[{"weekdays": ["dimanche"]}])
    return write(place, {**owner, **exhibition("malle", date="2026-12-01", **record(day)), "loans/2027.csv": table})


@pytest.mark.parametrize("month", YEAR, ids=lambda month: str(month.day))
class TestEachMonth:
    def test_is_read_without_an_error_and_promises_what_is_free(self, month: Month, tmp_path: Path) -> None:
        found = read(content(tmp_path, month.day, kept(month.day)), month.day)
        assert {problem.code for problem in found.problems} <= {"W622"}, [str(problem) for problem in found.problems]
        assert found.library is not None
        assert said(found.library) == month.said


def said(library: Library) -> str:
    """What the card of the tool says, in plain spaces."""
    return promise(library, cast("Contribution[Exhibition]", library.find("exhibition", "malle"))).label.replace(NBSP, " ")


class TestTheYear:
    def test_is_built_month_by_month_into_one_site(self, tmp_path: Path) -> None:
        for month in YEAR:
            folder = content(tmp_path, month.day, kept(month.day))
            built = build(folder, tmp_path, "--jobs", "1", env={"ESCALE_TODAY": str(month.day)})
            assert built.code == 0, built.stderr
            first = month.said.removesuffix(" (Panneaux)")
            assert first in built.text("/outils/malle/").replace(NBSP, " "), month.day
            assert first in built.text("/outils/").replace(NBSP, " "), month.day

    def test_has_nine_loans_of_which_two_were_cancelled(self) -> None:
        states = [line.split(";")[6] for line in kept(date(2027, 12, 31)).splitlines()[1:]]
        assert (len(states), states.count("annulé")) == (9, 2)

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("trop;malle;panneaux;1;15/02/2027;05/03/2027;option;École du Plateau;ecole;Laon;;;;", "E502"),
            ("deux;malle;panneaux;1;01/02/2027;20/02/2027;option;École du Plateau;ecole;Laon;;;;", "E501"),
            ("trois;malle;panneaux;3;01/06/2027;20/06/2027;option;École du Plateau;ecole;Laon;;;;", "E504"),
            ("mars;malle;baches;;01/06/2027;20/06/2027;option;École du Plateau;ecole;Laon;;;;", "E504"),
            ("long;malle;panneaux;1;01/06/2027;20/07/2027;option;École du Plateau;ecole;Laon;;;;", "E503"),
            ("gare;malle;panneaux;1;01/06/2027;20/06/2027;option;École du Plateau;ecole;Laon;;;;", "E506"),
        ],
        ids=["too close", "lent twice", "a copy that is not there", "a version that has not come", "too long", "a line copied"],
    )
    def test_is_kept_from_slips_in_january(self, line: str, code: str, tmp_path: Path) -> None:
        day = date(2027, 1, 4)
        found = read(content(tmp_path, day, kept(day) + line + "\n"), day)
        told = [problem for problem in found.problems if problem.severity == "error"]
        assert [(problem.code, problem.path) for problem in told] == [(code, "content/loans/2027.csv")]
