"""What is printed of a loan: tagged PDF that says what the record says, and runs nothing of it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contributions.library.library import Library
from lending_desk.papers.printing import printed
from lending_desk.papers.setting import TEMPLATES, pdf
from lending_desk.papers.values import Signatories, values
from lending_desk.tools import Desk, loan_meant
from support import Tree, exhibition, loan, organisation

ROLL_UP = {"id": "roll-up", "label": "Roll-up", "contents": [{"quantity": 6, "item": "enrouleurs"}], "price": {"free": True}}
LOANS = [
    loan("2027-01-04", "2027-01-29", id="etangs-2027", version="panneaux", borrower="Collège des Étangs", city="Péronne"),
    loan("2027-03-01", "2027-03-31", "option", version="roll-up", borrower="Médiathèque du Moulin", option_until="2027-01-15"),
    loan("2027-05-03", "2027-05-14", "annule", version="panneaux"),
]
FUND = organisation("musee", title="Musée du ciel", lends=True, email="bonjour@musee.example") | exhibition(
    "expo",
    title="Exposition « du ciel »",
    organisation="musee",
    publisher=None,
    contents=[{"quantity": 12, "item": "panneaux"}, {"quantity": 1, "item": "globe d'été"}],
    format={"surface_m2": 40, "weight_kg": 45.5, "vehicle": "utilitaire"},
    setup={"minutes": 60, "people": 2},
    price={"free": False, "amount": 120, "per": "semaine", "member_amount": 80.5, "deposit": 300},
    insurance={"value": 4800, "by": "emprunteur"},
    transport={"by": "partage", "note": "Tient dans un break."},
    versions=[{"id": "panneaux", "label": "Panneaux"}, ROLL_UP],
    loans=LOANS,
)
HOSTILE = '#panic("x") $ x $ \\ @foo "q" [*] <lab> // /* */ #import "@preview/a:0.1.0" `raw` = titre 😀 漢 \x07'


@pytest.fixture
def desk(library: Callable[[Tree], Library], tmp_path: Path) -> Desk:
    return Desk(tmp_path / "content", library(FUND))


def said(desk: Desk, name: str) -> dict[str, Any]:
    """What the papers of a loan say, with plain spaces."""
    tool, place = loan_meant(desk.library, name)
    return _plain(values(desk, tool, tool.meta.loans[place], name.rpartition("/")[2], Signatories()))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    return re.sub(r"[\u00a0\u202f]", " ", value)


def words(file: Path) -> str:
    """The text of a PDF as Poppler reads it, on one line, with plain spaces."""
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def facts(file: Path) -> dict[str, str]:
    """What Poppler says of a PDF."""
    done = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True, text=True)
    return dict(re.findall(r"^([^:\n]+):\s*(.*)$", done.stdout, re.MULTILINE))


class TestTheConvention:
    def test_says_what_the_record_says_of_the_version_that_leaves(self, desk: Desk) -> None:
        found = said(desk, "expo/etangs-2027")
        assert found["owner"] == ["Musée du ciel", "12 rue des Tanneurs", "80100 Abbeville", "bonjour@musee.example"]
        assert found["borrower"] == ["Collège des Étangs", "Péronne"]
        assert (found["stay"], found["days"]) == ("du 4 au 29 janvier 2027", "26 jours")
        assert found["price"] == [
            "Le prêt coûte 120 € par semaine, soit 480 € pour 4 semaines.",
            "Pour un adhérent, il coûte 80,50 € par semaine, soit 322 € pour 4 semaines.",
            "Une caution de 300 € est remise au départ, et rendue au retour si rien ne manque.",
        ]
        assert found["insurance"][0] == "La valeur à assurer est de 4 800 €."
        assert found["transport"] == ["Le transport, aller et retour, est partagé.", "Tient dans un break."]
        assert found["contents"] == [["12", "panneaux"], ["1", "globe d’été"]]
        assert found["needs"] == [
            ["Montage", "2 personnes, 60 minutes"],
            ["Surface", "40 m²"],
            ["Poids", "45,5 kg"],
            ["Véhicule", "Utilitaire"],
        ]

    def test_of_another_version_takes_its_own_terms_and_says_that_it_is_an_option(self, desk: Desk) -> None:
        found = said(desk, "expo/20270301")
        assert found["price"] == ["Le prêt est gratuit."]
        assert found["contents"] == [["6", "enrouleurs"]]
        assert found["option"] == "Ce prêt est encore une option jusqu’au 15 janvier 2027 : il n’est convenu qu’une fois ce document signé."


class TestThePapers:
    def test_are_two_tagged_files_with_language_title_and_the_same_bytes_each_time(self, desk: Desk, tmp_path: Path) -> None:
        made = printed(desk, "expo/etangs-2027", Signatories("Claude Petit, directrice", ""), tmp_path / "papiers")
        assert [file.name for file in made] == ["expo-etangs-2027-convention.pdf", "expo-etangs-2027-etat-des-lieux.pdf"]
        for file in made:
            known = facts(file)
            assert (known["Tagged"], known["Title"].partition(" – ")[2]) == (
                "yes",
                "Exposition « du ciel »".replace("« ", "«\u202f").replace(" »", "\u202f»"),
            )
            data = file.read_bytes()
            assert all(sign in data for sign in (b"/Lang", b"/DisplayDocTitle true", b"pdfuaid:part"))
            assert "Pour le prêteur Claude Petit, directrice" in words(file)
        assert "du 4 au 29 janvier 2027 (26 jours, premier et dernier jour compris)" in words(made[0])
        assert [words(made[1]).count(f"{moment} Prévu le") for moment in ("Au départ", "Au retour")] == [1, 1]
        assert words(made[1]).count("12 panneaux ☐ oui ☐ oui ☐ oui") == 2
        again = printed(desk, "expo/etangs-2027", Signatories("Claude Petit, directrice", ""), tmp_path / "papiers-2")
        assert [file.read_bytes() for file in made] == [file.read_bytes() for file in again]

    def test_hold_the_names_of_those_who_sign_and_nothing_else_does(self, desk: Desk, tmp_path: Path) -> None:
        before = {file: file.read_bytes() for file in desk.content.rglob("*") if file.is_file()}
        made = printed(desk, "expo/etangs-2027", Signatories("Camille Durand", "Dominique Petit, principal"), tmp_path / "papiers")
        assert all("Camille Durand" in words(file) and "Dominique Petit, principal" in words(file) for file in made)
        assert {file: file.read_bytes() for file in desk.content.rglob("*") if file.is_file()} == before

    @pytest.mark.parametrize("name", TEMPLATES)
    def test_take_whatever_stands_in_a_record_for_words(self, name: str, desk: Desk, tmp_path: Path) -> None:
        tool, place = loan_meant(desk.library, "expo/etangs-2027")
        own = values(desk, tool, tool.meta.loans[place], "x", Signatories())
        file = tmp_path / "x.pdf"
        file.write_bytes(pdf(name, {**own, "tool": HOSTILE, "contents": [["1", HOSTILE]] * 80, "owner": [HOSTILE], "borrower": []}))
        assert words(file).count('#panic("x") $ x $ \\ @foo "q" [*]') > 80

    def test_of_a_loan_that_was_called_off_are_not_printed(self, desk: Desk, tmp_path: Path) -> None:
        with pytest.raises(Exception, match="il n’y a rien à signer"):
            printed(desk, "expo/20270503", Signatories(), tmp_path)
