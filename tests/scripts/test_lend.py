"""`make lend` as a lender runs it: a message on standard input, options, questions on a terminal, the week, what becomes of a loan."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from support import Tree, exhibition, loan, organisation, write
from support_commands import Ended, arguments, command, variables

MAILS = Path(__file__).parent.parent / "lending_desk" / "mails"
OWN = {"organisation": "musee", "publisher": None, "availability_on": "2026-11-16"}
FUND = (
    organisation("musee", title="Musée du ciel", lends=True)
    | organisation("moulin", title="Médiathèque du Moulin")
    | exhibition(
        "malle-etoiles",
        title="Malle des étoiles",
        loan={"copies": 2, "gap_days": 3, "notice_days": 15},
        loans=[loan("2027-03-08", "2027-03-12", id="deja")],
        **OWN,
    )
    | exhibition("bache-etoiles", title="Bâche des étoiles", **OWN)
    | exhibition("roll-up-etoiles", title="Roll-up des étoiles", **OWN)
)
TABLE = "Outil,Exemplaire,Début,Fin,État,Emprunteur,Commune,Identifiant\r\nbache-etoiles,,04/01/2027,29/01/2027,Confirmé,Lycée du Val,Albert,val\r\n".encode(
    "cp1252"
)


def lend(place: Path, *options: str, said: bytes = b"", today: str = "2026-11-21") -> Ended:
    return command("lend", place, *options, said=said, env={"ESCALE_TODAY": today})


def fund(place: Path, tree: Tree = FUND) -> Path:
    return write(place, tree)


class TestAForwardedRequest:
    def test_becomes_one_row_of_the_table_of_its_year_in_that_tables_dialect(self, tmp_path: Path) -> None:
        table = fund(tmp_path, FUND | {"loans/2027.csv": TABLE}) / "loans" / "2027.csv"
        done = lend(tmp_path, said=(MAILS / "outlook-html.eml").read_bytes())
        assert (done.code, done.stderr) == (0, "")
        added = 'malle-etoiles,2,01/03/2027,19/03/2027,Option,"Collège des Étangs « Les Roseaux », à l’entrée de la vallée de la Somme",Péronne,college-des-etangs-2027-03-01\r\n'
        assert table.read_bytes() == TABLE + added.encode("cp1252")
        assert "Durand" not in table.read_bytes().decode("cp1252")
        assert command("check", tmp_path).code == 0
        again = lend(tmp_path, said=(MAILS / "gmail.eml").read_bytes())
        assert (again.code, table.read_bytes()) == (1, TABLE + added.encode("cp1252"))
        assert "Ce prêt est déjà noté : malle-etoiles/college-des-etangs-2027-03-01." in again.stdout

    def test_for_three_tools_becomes_three_rows_or_none(self, tmp_path: Path) -> None:
        content = fund(tmp_path)
        done = lend(tmp_path, said=(MAILS / "trois-prets.eml").read_bytes())
        assert done.code == 0
        rows = (content / "loans" / "2027.csv").read_text("utf-8-sig").splitlines()[1:]
        assert [row.partition(";")[0] for row in rows] == ["malle-etoiles", "bache-etoiles", "roll-up-etoiles"]
        before = (content / "loans" / "2027.csv").read_bytes()
        mixed = (MAILS / "trois-prets.eml").read_bytes().replace(b"2027-03", b"2027-05").replace(b"2027-01-15", b"2027-06-15")
        refused = lend(tmp_path, said=mixed)
        assert (refused.code, (content / "loans" / "2027.csv").read_bytes()) == (1, before)
        assert "Rien n’a été écrit" in refused.stdout

    @pytest.mark.parametrize(
        ("mail", "words"), [("coupe.txt", "La demande est coupée"), ("sans-pret.eml", "Ce message ne contient aucun prêt")]
    )
    def test_that_holds_nothing_is_told_and_ends_with_1(self, tmp_path: Path, mail: str, words: str) -> None:
        content = fund(tmp_path)
        done = lend(tmp_path, said=(MAILS / mail).read_bytes())
        assert (done.code, done.stdout.startswith(words), (content / "loans").exists()) == (1, True, False)

    @pytest.mark.parametrize(("state", "noted"), [("confirmé", "confirmé"), ("rendu", "option"), ("maintenance", "option")])
    def test_may_say_that_it_is_agreed_and_nothing_else(self, tmp_path: Path, state: str, noted: str) -> None:
        content = fund(tmp_path)
        message = (MAILS / "colle-bloc-notes.txt").read_text("utf-8").replace("state: option", f"state: {state}")
        assert lend(tmp_path, said=message.encode()).code == 0
        assert f";{noted};15/01/2027;" in (content / "loans" / "2027.csv").read_text("utf-8-sig")

    def test_against_its_owners_terms_needs_to_be_agreed(self, tmp_path: Path) -> None:
        content = fund(tmp_path)
        message = (MAILS / "colle-bloc-notes.txt").read_bytes()
        done = lend(tmp_path, said=message, today="2027-02-20")
        assert (done.code, (content / "loans").exists()) == (1, False)
        assert "! Il faut 15 jours de délai : rien ne part avant le 7\u00a0mars 2027." in done.stdout
        assert lend(tmp_path, "--yes", said=message, today="2027-02-20").code == 0

    def test_is_not_written_through_a_link_that_nobody_reads(self, tmp_path: Path) -> None:
        content = fund(tmp_path)
        (tmp_path / "ailleurs").mkdir()
        (content / "loans").symlink_to(tmp_path / "ailleurs")
        done = lend(tmp_path, said=(MAILS / "gmail.eml").read_bytes())
        assert (done.code, list((tmp_path / "ailleurs").iterdir())) == (1, [])
        assert "mettez un vrai tableau à sa place" in done.stdout

    def test_is_not_written_into_a_table_that_somebody_has_open(self, tmp_path: Path) -> None:
        content = fund(tmp_path, FUND | {"loans/2027.csv": TABLE, "loans/.~lock.2027.csv#": ",lender;"})
        done = lend(tmp_path, said=(MAILS / "gmail.eml").read_bytes())
        assert (done.code, (content / "loans" / "2027.csv").read_bytes()) == (1, TABLE)
        assert "est ouvert dans un tableur" in done.stderr


class TestWhatABorrowerSaysAfterwards:
    SAID = """Bonjour,

> --- bilan escale ---
> tool: malle-etoiles
> id: college-des-etangs-2027-03-01
> returned: 2027-03-19
> visitors: 240
> visitors_method: estime
> --- fin du bilan ---
"""

    def test_is_noted_on_the_loan_with_its_questionnaire(self, tmp_path: Path) -> None:
        content = fund(tmp_path)
        assert lend(tmp_path, "--state", "confirme", said=(MAILS / "gmail.eml").read_bytes()).code == 0
        done = lend(tmp_path, said=self.SAID.encode(), today="2027-03-25")
        assert done.code == 0
        row = (content / "loans" / "2027.csv").read_text("utf-8-sig").splitlines()[1]
        assert ";confirmé;15/01/2027;19/03/2027;" in row
        assert ";240;;estimé;pass-culture;;questionnaire;" in row

    def test_finds_a_loan_without_id_by_its_first_day(self, tmp_path: Path) -> None:
        table = "outil;début;fin;état;rendu le;visiteurs;comptage;pièces\nmalle-etoiles;01/03/2027;19/03/2027;confirmé;;;;convention\n"
        content = fund(tmp_path, FUND | {"loans/2027.csv": table})
        assert lend(tmp_path, said=self.SAID.encode(), today="2027-03-25").code == 0
        assert (content / "loans" / "2027.csv").read_text("utf-8") == table.replace(
            ";;;;convention", ";19/03/2027;240;estimé;convention, questionnaire"
        )

    def test_of_an_option_waits_for_its_confirmation(self, tmp_path: Path) -> None:
        fund(tmp_path)
        assert lend(tmp_path, said=(MAILS / "gmail.eml").read_bytes()).code == 0
        refused = lend(tmp_path, said=self.SAID.encode(), today="2027-03-25")
        assert (refused.code, "Confirmez-le d’abord : --confirm malle-etoiles/college-des-etangs-2027-03-01." in refused.stderr) == (
            1,
            True,
        )


class TestOptions:
    def test_answer_all_questions_without_a_terminal(self, tmp_path: Path) -> None:
        content = fund(tmp_path)
        done = lend(
            tmp_path,
            "--tool",
            "Bâche des étoiles",
            "--start",
            "4 janvier 2027",
            "--end",
            "29/01/2027",
            "--borrower",
            "Médiathèque du Moulin",
        )
        assert done.code == 0
        assert "bache-etoiles;;;04/01/2027;29/01/2027;;;confirmé;;;moulin;" in (content / "loans" / "2027.csv").read_text("utf-8-sig")

    def test_that_make_no_sense_end_with_2(self, tmp_path: Path) -> None:
        fund(tmp_path)
        done = lend(tmp_path, "--tool", "malle-etoiles", "--start", "bientôt")
        assert (done.code, done.stderr.startswith("--start : « bientôt » n’est pas une date.")) == (2, True)
        assert lend(tmp_path, "--confirm", "malle-etoiles/rien").code == 2
        assert lend(tmp_path, "--confirm", "").code == 2
        assert lend(tmp_path, "--nothing").code == 2


class TestQuestions:
    def test_are_answered_by_return_where_something_is_usual(self, tmp_path: Path) -> None:
        content = fund(tmp_path)
        typed = [
            "malle",
            "malle des étoiles",
            "",
            "8 mars 2027",
            "",
            "",
            "mediatheque du moulin",
            "",
            "",
            "",
            "oui",
            "",
            "",
            "mardi",
            "",
            "",
            "",
            "",
            "",
        ]
        code, said = on_a_terminal(tmp_path, typed)
        assert code == 0, said
        assert "Aucun outil ne s’appelle « malle »" in said
        row = (content / "loans" / "2027.csv").read_text("utf-8-sig").splitlines()[1]
        # Copy 1 is away: the second one is proposed; as long as the last loan; what the directory knows of the borrower.
        assert row == (
            "malle-etoiles;;2;08/03/2027;12/03/2027;08/03/2027;12/03/2027;confirmé;;;moulin;médiathèque;Abbeville;;oui;"
            "Médiathèque du Moulin;;mardi;;;;;;;direct;oui;;;;;moulin-2027-03-08"
        )

    def test_that_nobody_goes_on_answering_write_nothing(self, tmp_path: Path) -> None:
        content = fund(tmp_path)
        code, said = on_a_terminal(tmp_path, ["malle-etoiles", "\x04"])
        assert (code, (content / "loans").exists()) == (2, False)
        assert "Rien n’a été écrit." in said


def on_a_terminal(place: Path, typed: list[str]) -> tuple[int, str]:
    """Run the command with a terminal as its standard input, on which these lines are typed; the code and all that was said."""
    ours, theirs = pty.openpty()
    os.write(ours, ("\n".join(typed) + "\n").encode())
    done = subprocess.run(
        arguments("lend", place),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=variables(place),
        cwd=place,
        timeout=120,
    )
    os.close(ours)
    os.close(theirs)
    return done.returncode, done.stdout.decode()


class TestAYear:
    def test_is_kept_by_commands_and_read_week_by_week(self, tmp_path: Path) -> None:
        content = fund(tmp_path)
        assert lend(tmp_path, said=(MAILS / "gmail.eml").read_bytes()).code == 0
        name = "malle-etoiles/college-des-etangs-2027-03-01"
        assert "Options qui tombent (1)" in lend(tmp_path, "--week", "11/01/2027").stdout
        assert lend(tmp_path, "--confirm", name, today="2027-01-12").code == 0
        assert "lundi 1er\u00a0mars : Malle des étoiles, exemplaire 2" in lend(tmp_path, "--week", "2027-03-01").stdout
        printed = lend(tmp_path, "--papers", name, "--names", "--to", str(tmp_path / "papiers"), said=b"Claude Petit\n\n")
        assert (printed.code, len(list((tmp_path / "papiers").iterdir()))) == (0, 2)
        assert lend(tmp_path, "--return", name, "19/03/2027", today="2027-03-22").code == 0
        noted = lend(tmp_path, "--note", name, "visiteurs=140", "comptage=compté", "pièces=convention,questionnaire", today="2027-03-22")
        assert noted.code == 0
        assert lend(tmp_path, "--told", "musee", today="2027-03-22").stdout.count("Noté dans") == 3
        refused = lend(tmp_path, "--cancel", name, "--by", "emprunteur", today="2027-03-22")
        assert (refused.code, "videz « Rendu le »" in refused.stdout) == (1, True)
        row = (content / "loans" / "2027.csv").read_text("utf-8-sig").splitlines()[1]
        assert ";confirmé;15/01/2027;19/03/2027;" in row
        assert ";140;;compté;pass-culture;;convention, questionnaire;" in row
        assert command("check", tmp_path, env={"ESCALE_TODAY": "2027-03-22"}).code == 0
