"""A table of loans from its file to the site: pages, agenda, calendars and open data show it as a loan of its tool."""

from collections.abc import Callable

from support import Built, exhibition, loan

HEAD = "Outil;Début;Fin;État;Emprunteur;Ville;Ouvert au public;Visiteurs\r\n"
PUBLIC = "malle;01/12/2026;20/12/2026;Confirmé;Médiathèque du Moulin;Abbeville;oui;\r\n"
PRIVATE = "jeu;04/01/2027;20/01/2027;Confirmé;Lycée du plateau;Amiens;non;240\r\n"
TOTAL = ";;;;;;;240\r\n"
TOOLS = exhibition("malle", title="La malle aux étoiles") | exhibition(
    "jeu", title="Le jeu des planètes", loans=[loan("2027-03-01", "2027-03-20")]
)


def table(*rows: str) -> dict[str, str | bytes]:
    return {"loans/2026.csv": "".join([HEAD, *rows, TOTAL]).encode("cp1252")}


class TestATableOfLoans:
    def test_is_on_the_page_in_calendars_in_the_agenda_and_in_open_data(self, site: Callable[..., Built]) -> None:
        built = site(TOOLS | table(PUBLIC, PRIVATE))
        assert built.code == 0, built.stderr
        assert "1er – 20 déc. 2026" in " ".join(built.text("/outils/malle/").split())
        assert "malle.pret.20261201@escale.example" in built.read("/agenda.ics")
        assert "La malle aux étoiles" in built.text("/agenda/")
        malle, jeu = (next(one for one in built.json("/donnees/outils.json") if one["slug"] == slug) for slug in ("malle", "jeu"))
        assert malle["loans"][0]["borrower"] == "Médiathèque du Moulin"
        assert jeu["loans"][1] == {"start": "2027-01-04", "end": "2027-01-20", "state": "confirme", "borrower_department": "80"}
        assert "Lycée du plateau" not in "".join(built.read(page) for page in built.pages)
