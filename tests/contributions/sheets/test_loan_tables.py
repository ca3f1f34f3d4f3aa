"""Loans in a table are loans of their tools, however a spreadsheet saved it; what is wrong is told at its cell."""

import csv
import io
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.library.library import Library
from contributions.loading.loading import Loaded, read_content
from contributions.models import Exhibition
from contributions.models.loan import Cancelled, Loan, Venue
from contributions.sheets.loan_columns import COLUMNS, FRENCH, TOOL, column_of, day_of, plain
from support import TODAY, Tree, exhibition, loan, organisation, read, write

Reading = Callable[..., Library]
Report = Callable[..., list[str]]
HEAD = "tool;start;end;state;borrower;city"


def table(*rows: str, head: str = HEAD, name: str = "2026") -> dict[str, str | bytes]:
    return {f"loans/{name}.csv": "\n".join([head, *rows, ""])}


def told(lines: list[str]) -> list[str]:
    """Without the folder that all tables lie in."""
    return [line.removeprefix("content/loans/") for line in lines]


def tool(library: Library, slug: str = "malle") -> Exhibition:
    found = library.find("exhibition", slug)
    assert found is not None
    meta: Exhibition = found.meta
    return meta


class TestATable:
    def test_holds_loans_behind_those_of_the_record(self, library: Reading) -> None:
        record = exhibition("malle", loans=[loan("2026-12-01", "2026-12-10")])
        meta = tool(library(record | table("malle;2027-01-04;2027-01-20;option;Lycée du plateau;Amiens")))
        assert [(one.start, one.state, one.borrower) for one in meta.loans] == [
            (date(2026, 12, 1), "confirme", None),
            (date(2027, 1, 4), "option", "Lycée du plateau"),
        ]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    @pytest.mark.parametrize("separator", [";", ",", "\t"])
    def test_is_read_as_spreadsheets_save_it(
        self, reported: Report, library: Reading, encoding: str, line_end: str, separator: str
    ) -> None:
        rows = [
            ["Outil", "Début", "FIN", "état", "Emprunteur", "Ville", "Nombre de visiteurs", "Ouvert au public", "", ""],
            ["malle", "12/03/2026", "26/03/2026", "Rendu", "École du Marais, Abbeville", "Abbeville", "1 250", "VRAI", "", ""],
            [""] * 10,
            ["malle", "1/12/2026 00:00", "5 janvier 2027", "Confirmé", "", "Amiens", "", "non", "", ""],
            [""] * 10,
        ]
        out = io.StringIO()
        csv.writer(out, delimiter=separator, lineterminator=line_end).writerows(rows)
        tree = exhibition("malle") | {"loans/2026.csv": out.getvalue().encode(encoding)}
        assert reported(tree) == []
        first, second = tool(library(tree)).loans
        assert (first.start, first.end, first.state, first.visitors) == (date(2026, 3, 12), date(2026, 3, 26), "rendu", 1250)
        assert (first.borrower, first.public_showing) == ("École du Marais, Abbeville", True)
        assert (second.start, second.end, second.state, second.public_showing) == (date(2026, 12, 1), date(2027, 1, 5), "confirme", False)

    def test_takes_groups_and_lists_of_a_loan(self, library: Reading) -> None:
        head = "tool;start;end;state;venue_name;venue.price;venue_accessibility;papers;audiences;cancelled_on;cancelled_by;motif"
        row = "malle;01/12/2026;20/12/2026;annulé;Salle des fêtes;gratuit;moteur, auditif;Convention|assurance;Famille;02/11/2026;Emprunteur;Travaux"
        [found] = tool(library(exhibition("malle") | table(row, head=head))).loans
        assert found.venue is not None
        assert (found.venue.name, found.venue.price and found.venue.price.free, found.venue.accessibility) == (
            "Salle des fêtes",
            True,
            ("moteur", "auditif"),
        )
        assert (found.papers, found.audiences) == (("convention", "assurance"), ("famille",))
        assert found.cancelled == Cancelled(on=date(2026, 11, 2), by="emprunteur", reason="Travaux")

    def test_may_be_one_of_several_for_several_tools(self, library: Reading) -> None:
        tables = table("malle;2026-12-01;2026-12-10;option;;", "jeu;2026-12-01;2026-12-10;option;;") | table(
            "malle;2027-12-01;2027-12-10;option;;", name="2027"
        )
        found = library(exhibition("malle") | exhibition("jeu") | tables)
        assert (len(tool(found).loans), len(tool(found, "jeu").loans)) == (2, 1)

    def test_waits_for_a_tool_whose_file_cannot_be_read(self, reported: Report) -> None:
        lines = reported(exhibition("malle", themes=["inconnu"]) | table("malle;2026-12-01;2026-12-10;option;;"))
        assert [line.split()[1] for line in lines] == ["E109"]


class TestItsColumns:
    def test_are_the_keys_of_a_loan_and_of_its_groups(self) -> None:
        own = {field.alias or name for name, field in Loan.model_fields.items()} - {"venue", "cancelled"}
        groups = {f"venue_{key}" for key in Venue.model_fields} | {f"cancelled_{key}" for key in Cancelled.model_fields}
        assert COLUMNS.keys() == own | groups

    @pytest.mark.parametrize("name", [TOOL, *COLUMNS])
    def test_are_known_by_their_names_in_any_case(self, name: str) -> None:
        assert column_of(name) == column_of(name.upper()) == column_of(f" {name.capitalize()} ") == name

    def test_are_known_by_what_people_call_them(self) -> None:
        assert FRENCH.keys().isdisjoint({TOOL, *COLUMNS})
        assert set(FRENCH.values()) <= {TOOL, *COLUMNS}
        assert all(plain(word) == word for word in FRENCH)
        assert [column_of(word) for word in ("Outil", "Début du prêt", "Date de fin", "ÉTAT", "Commune", "Nb de visiteurs")] == [
            TOOL,
            "start",
            "end",
            "state",
            "city",
            "visitors",
        ]

    def test_may_be_explained_between_brackets(self) -> None:
        assert [column_of(word) for word in ("Début (jj/mm/aaaa)", "Visiteurs (nombre)", "(ville)")] == ["start", "visitors", "city"]

    def test_of_departure_and_return_are_the_days_of_the_loan(self, library: Reading) -> None:
        rows = ("malle;12/03/2026;26/03/2026;rendu",)
        [found] = tool(library(exhibition("malle") | table(*rows, head="outil;départ;retour;état"))).loans
        assert (found.start, found.end, found.returned) == (date(2026, 3, 12), date(2026, 3, 26), None)
        rows = ("malle;12/03/2026;26/03/2026;25/03/2026;rendu",)
        [found] = tool(library(exhibition("malle") | table(*rows, head="outil;départ;fin;retour;état"))).loans
        assert (found.end, found.returned) == (date(2026, 3, 26), date(2026, 3, 25))

    def test_that_nobody_knows_are_told_if_something_stands_there(self, reported: Report) -> None:
        rows = ("malle;2026-12-01;2026-12-10;option;;;Mme Dupont;", "malle;2027-12-01;2027-12-10;option;;;;")
        assert told(reported(exhibition("malle") | table(*rows, head=f"{HEAD};Référente;Vide"))) == [
            "2026.csv:1:36: E101 La colonne « Référente » n’existe pas ici. Retirez-la : elle ne paraîtrait nulle part."
        ]

    def test_that_are_nearly_right_are_guessed(self, reported: Report) -> None:
        (said,) = told(
            reported(exhibition("malle") | table("malle;2026-12-01;2026-12-10;option;x;", head="tool;start;end;state;borower;city"))
        )
        assert said == "2026.csv:1:22: E101 La colonne « borower » n’existe pas ici. Vouliez-vous dire « Emprunteur » ? Sinon, retirez-la."

    def test_that_every_loan_needs_are_missed_once(self, reported: Report) -> None:
        lines = told(reported(exhibition("malle") | table("malle;2026-12-01;option", "malle;2027-12-01;option", head="outil;début;état")))
        assert [line.split(". ")[0] for line in lines] == ["2026.csv:1:1: E222 Il manque la colonne « end », ou « fin »"]


class TestWhatIsWrong:
    def test_is_told_in_one_run_and_so_is_a_person_in_a_row_that_is_no_loan_yet(self, reported: Report) -> None:
        lines = told(
            reported(exhibition("malle") | table("malle;31/02/2027;26/03/2027;option;Mme Dupont;Amiens;", head=f"{HEAD};visitors"))
        )
        assert [line.split(" ", 2)[1] for line in lines] == ["E103", "E507"]
        assert lines[1].startswith("2026.csv:2:36: ")

    def test_is_told_at_its_cell(self, reported: Report) -> None:
        rows = (
            "malle;31/02/2027;26/03/2027;confirmé;Lycée;Amiens;douze",
            "malle;01/06/2027;;réservé;Lycée;Lille;",
            ";01/06/2027;08/06/2027;option;Lycée;Lille;",
            "malle;01/09/2027;08/09/2027;option;Lycée;Lillle;",
        )
        lines = told(reported(exhibition("malle") | table(*rows, head=f"{HEAD};visitors")))
        assert [line.split(" ", 2)[:2] for line in lines] == [
            ["2026.csv:2:7:", "E103"],
            ["2026.csv:2:51:", "E107"],
            ["2026.csv:3:19:", "E109"],
            ["2026.csv:5:42:", "E301"],
            ["2026.csv:3:18:", "E102"],
            ["2026.csv:4:1:", "E102"],
        ]
        assert "« 31/02/2027 » n’est pas une date. Février 2027 a 28 jours : écrivez JJ/MM/AAAA." in lines[0]
        assert "Cette ligne n’a rien sous « end ». Remplissez la case, par exemple : 28/11/2026." in lines[4]

    @pytest.mark.parametrize(
        ("row", "repair"),
        [
            ("12/03/2027 14:30;26/03/2027;option", "Écrivez 12/03/2027, sans heure."),
            ("du 7 au 9 janvier 2027;09/01/2027;option", "Écrivez « 07/01/2027 » sous « Début » et « 09/01/2027 » sous « Fin »."),
            ("12/3;26/03/2027;option", "Écrivez 12/03/AAAA."),
            ("à définir;26/03/2027;option", "Écrivez-le, ou retirez cette ligne en attendant."),
            ("46093;26/03/2027;option", "C’est le numéro d’un jour : écrivez 12/03/2026, ou donnez à la colonne le format « date » avant d’enregistrer."),
            ("12/03/2027;26/03/2027;en cours", "Écrivez « confirme » sous « État du prêt »."),
            ("12/03/2027;26/03/2027;rendu", "Corrigez « État du prêt » ou les dates."),
            ("12/03/2026;26/03/2026;option;13/03/2026", "Écrivez « rendu » sous « État du prêt », ou videz « Rendu le »."),
            ("12/03/2026;26/03/2026;rendu;inconnu", "Videz cette case en attendant."),
            ("12/03/2026;26/03/2026;rendu;26/03/2026;?", "Videz « Visiteurs » en attendant."),
            ("12/03/2026;26/03/2026;rendu;26/03/2026;;Tournai", "Corrigez le nom ; à l’étranger, écrivez aussi le pays, comme « Bruges (Belgique) »."),
        ],
    )  # fmt: skip
    def test_is_mended_in_the_words_of_the_table(self, reported: Report, row: str, repair: str) -> None:
        head = "Outil;Début;Fin;État du prêt;Rendu le;Visiteurs;Ville"
        lines = told(reported(exhibition("malle") | table(f"malle;{row}", head=head)))
        assert any(line.endswith(repair) for line in lines), lines

    def test_that_overlaps_is_given_the_column_that_the_table_lacks(self, reported: Report) -> None:
        rows = ("malle;12/03/2027;26/03/2027;option;;", "malle;20/03/2027;28/03/2027;option;;")
        (said,) = told(reported(exhibition("malle") | table(*rows)))
        assert said.endswith("Corrigez les dates, ou remplissez « Exemplaire ».")

    def test_between_rows_and_record_is_told_at_the_row(self, reported: Report) -> None:
        record = exhibition("malle", loan={"gap_days": 3}, loans=[loan("2026-12-01", "2026-12-10", id="moulin")])
        rows = ("moulin;malle;2026-12-05;2026-12-20;option;;", "gare;malle;2026-12-22;2026-12-28;option;Mme Dupont;")
        assert told(reported(record | table(*rows, head=f"id;{HEAD}"))) == [
            "2026.csv:2:1: E506 Deux prêts ont l’identifiant « moulin ». Donnez à chacun le sien.",
            "2026.csv:2:14: E501 Ce prêt chevauche celui du 2026-12-01 au 2026-12-10, pour le même exemplaire. "
            "Corrigez les dates, ou remplissez « Exemplaire ».",
            "2026.csv:3:12: E502 Il faut 3 jours entre deux prêts : le précédent finit le 2026-12-20. Commencez au plus tôt le 2026-12-24.",
            "2026.csv:3:41: E507 « Mme Dupont » semble être une personne : aucune n’est nommée dans un prêt. "
            "Retirez la personne ; si c’est un établissement, dites d’abord ce qu’il est : « Collège Marie Curie ».",
        ]

    def test_with_a_loan_of_the_record_is_told_in_the_record(self, reported: Report) -> None:
        record = exhibition("malle", loans=[loan("2026-12-05", "2026-12-10")])
        (said,) = reported(record | table("malle;2026-12-01;2026-12-07;option;;"))
        assert said.startswith("content/exhibitions/malle.md:")
        assert "chevauche celui du 2026-12-01 au 2026-12-07" in said

    def test_is_told_of_two_tables_with_one_id(self, reported: Report) -> None:
        rows = ("gare;malle;2026-12-05;2026-12-20;option;;", "gare;malle;2027-12-05;2027-12-20;option;;")
        both = table(rows[0], head=f"id;{HEAD}") | table(rows[1], head=f"id;{HEAD}", name="2027")
        assert [line[:20] for line in told(reported(exhibition("malle") | both))] == ["2027.csv:2:1: E506 D"]

    def test_is_no_reason_to_be_told_twice_of_a_row_that_moves(self, tmp_path: Path) -> None:
        from contributions.cache.cache import Cache

        cache = Cache(tmp_path / "cache")
        late, other = "malle;2026-12-01;2026-12-10;rendu;;", "jeu;2026-12-01;2026-12-10;option;;"
        lines = []
        for rows in ((late,), (other, late), (other, other.replace("2026", "2027"), late)):
            content = write(tmp_path, exhibition("malle") | exhibition("jeu") | table(*rows))
            lines.append([f"{p.line} {p.code}" for p in read_content(content, TODAY, cache=cache).checked().problems])
        assert lines == [["2 E505"], ["3 E505"], ["4 E505"]]


class TestTheToolOfARow:
    tree = exhibition("malle-fossiles", title="Malle de fossiles") | exhibition("malle-verre", title="La chimie du verre")

    @pytest.mark.parametrize(
        "written",
        ["Malle de fossiles", "malle de FOSSILES", "Malle-Fossiles", "malle-fossiles.md", "malle fossiles", "/outils/malle-fossiles/"],
    )
    def test_is_understood_by_its_title_and_told(self, loaded: Callable[[Tree], Loaded], written: str) -> None:
        found = loaded(self.tree | table(f"{written};2026-12-01;2026-12-10;rendu;;"))
        first, second = sorted(found.problems)
        assert str(first).endswith(f"E204 « {written} » n’est pas le nom d’un outil. Écrivez « malle-fossiles », le nom de son fichier.")
        assert second.code == "E505", "its loan is read nevertheless"

    def test_is_told_once_in_a_table(self, reported: Report) -> None:
        rows = ("Malle de fossiles;2026-12-01;2026-12-10;option;;", "Malle de fossiles;2027-12-01;2027-12-10;option;;")
        (said,) = reported(self.tree | table(*rows))
        assert "Écrivez « malle-fossiles », le nom de son fichier (2 lignes l’écrivent ainsi)." in said

    def test_is_guessed_where_it_is_nearly_one(self, reported: Report) -> None:
        (said,) = reported(self.tree | table("malle-fossils;2026-12-01;2026-12-10;option;;"))
        assert said.endswith("E204 Aucun outil ne s’appelle « malle-fossils ». Vouliez-vous dire « malle-fossiles » ?")
        (said,) = reported(self.tree | table("Chimie du verre;2026-12-01;2026-12-10;option;;"))
        assert said.endswith("Vouliez-vous dire « malle-verre » ?")

    def test_is_asked_for_where_nothing_is_like_it(self, reported: Report) -> None:
        (said,) = reported(self.tree | table("xyz;2026-12-01;2026-12-10;option;;"))
        assert said.endswith("E204 Aucun outil ne s’appelle « xyz ». Écrivez le nom de son fichier, sans .md.")


class TestWhatIsNoLoan:
    def test_is_said_to_be_passed_over(self, reported: Report) -> None:
        rows = ("malle;2026-12-01;2026-12-10;option;;", "Total;;;;1;", ";;;;Nombre de prêts : 1;")
        assert told(reported(exhibition("malle") | {"loans/2026.csv": "\n".join(["Les prêts de 2026;;;;;", HEAD, *rows])})) == [
            "2026.csv:1:1: W620 Cette ligne est au-dessus des titres des colonnes : elle n’est pas lue. Vous pouvez la laisser.",
            "2026.csv:4:1: W620 Cette ligne n’est pas un prêt : elle n’est pas lue. "
            "Un prêt a un outil, un début et une fin ; si ce n’en est pas un, vous pouvez la laisser.",
            "2026.csv:5:5: W620 Cette ligne n’est pas un prêt : elle n’est pas lue. "
            "Un prêt a un outil, un début et une fin ; si ce n’en est pas un, vous pouvez la laisser.",
        ]

    def test_may_be_a_title_between_rows(self, reported: Report) -> None:
        (said,) = told(reported(exhibition("malle") | table("Les malles;;;;;", "malle;2026-12-01;2026-12-10;option;;")))
        assert said.startswith("2026.csv:2:1: W620 ")

    def test_is_a_loan_that_lacks_its_days_if_it_names_a_tool(self, reported: Report) -> None:
        lines = told(reported(exhibition("malle") | table("malle;;;option;;")))
        assert [line.split(" ", 2)[:2] for line in lines] == [["2026.csv:2:7:", "E102"], ["2026.csv:2:8:", "E102"]]


class TestADayInACell:
    @given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from("/.-"), st.booleans())
    def test_is_read_with_the_day_before_the_month(self, day: date, mark: str, padded: bool) -> None:
        form = f"{day:%d}{mark}{day:%m}{mark}{day.year}" if padded else f"{day.day}{mark}{day.month}{mark}{day.year}"
        assert day_of(form) == day_of(f"{form} 00:00") == day_of(day.isoformat()) == day

    @pytest.mark.parametrize(
        "text", ["31/02/2026", "2026", "mars 2026", "12/13/2026", "12/03", "du 3 au 5 mars 2026", "46093", "12/03/2026 14:30"]
    )
    def test_is_none_where_it_is_not_sure(self, text: str) -> None:
        assert day_of(text) is None


NAMES = st.sampled_from(["Lycée du plateau", "Médiathèque « du Moulin »", "Collège ; annexe", 'Salle "Jean Zay"', "musee"])
LOANS = st.lists(
    st.fixed_dictionaries(
        {"state": st.sampled_from(["option", "confirme", "annule"]), "days": st.integers(0, 27)},
        optional={
            "borrower": NAMES,
            "city": st.sampled_from(["Abbeville", "Amiens", "Paris"]),
            "public_showing": st.booleans(),
            "visitors": st.integers(0, 99_999),
            "borrower_category": st.sampled_from(["college", "centre-social"]),
            "first_loan": st.booleans(),
            "id": st.sampled_from("abcdef"),
        },
    ),
    max_size=6,
    unique_by=lambda one: one.get("id", id(one)),
)


def cell(value: object, chance: Any) -> str:
    """A value as one or another spreadsheet shows it."""
    if isinstance(value, bool):
        return str(chance(["oui", "Vrai", "X"] if value else ["non", "FAUX", "0"]))
    if isinstance(value, int):
        return str(chance([f"{value}", f"{value:,}".replace(",", " "), f"{value:,}".replace(",", "\u202f")]))
    if isinstance(value, date):
        return str(chance([value.isoformat(), f"{value:%d/%m/%Y}", f"{value.day}/{value.month}/{value.year}"]))
    return str(value)


@settings(max_examples=25)
@given(LOANS, st.data())
def test_a_loan_says_the_same_in_a_table_and_in_a_record(loans: list[dict[str, Any]], data: st.DataObject) -> None:
    found = []
    for number, keys in enumerate(loans, 1):
        start = date(2027, number, 1)
        found.append({**keys, "start": start, "end": start.replace(day=1 + keys["days"])})
        found[-1].pop("days")
    columns = ["tool", *data.draw(st.permutations(sorted({"start", "end", "state", *(key for one in found for key in one)})))]

    def chance(choice: list[str]) -> str:
        return data.draw(st.sampled_from(choice))

    out = io.StringIO()
    lines = csv.writer(out, delimiter=";")
    lines.writerow(columns)
    lines.writerows([["malle", *(cell(one[key], chance) if key in one else "" for key in columns[1:])] for one in found])
    musee = organisation("musee")
    trees = (musee | exhibition("malle", loans=found), musee | exhibition("malle") | {"loans/2027.csv": out.getvalue()})
    libraries = []
    for tree in trees:
        with tempfile.TemporaryDirectory() as folder:
            loaded = read(write(Path(folder), tree))
            assert loaded.library is not None
            assert loaded.problems == ()
            of = loaded.library.find("exhibition", "malle")
            assert of is not None
            libraries.append((of.meta.loans, of.stops, of.cancelled_stops, of.whole.lent_to, of.brief.stops, of.brief.cancelled_stops))
    assert libraries[0] == libraries[1]
