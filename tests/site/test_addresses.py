"""The table of addresses tells what is published: no page stands elsewhere, and nothing is promised that is not there."""

from collections.abc import Callable

import pytest

from contributions.models import KINDS
from contributions.region.addresses import Address, Addresses, addresses
from support import Built, Tree, article, event, hub

NOT_DECLARED = ("/images/", "/documents/", "/theme/", "/pagefind")
"""Copies of files, and what Pagefind writes."""
LARGE = {
    *("/dossiers/{programme}/mois/{month}/", "/dossiers/{programme}/territoires/{department}/", "/dossiers/{programme}/ailleurs/"),
    *("/dossiers/{programme}/scolaires/", "/dossiers/{programme}/villages/", "/dossiers/{programme}/a-lire/"),
}
BY_MONTHS = {f"/agenda/{folder}/{name}.json" for folder in ("entrees", "mots") for name in ("{month}", "longues")}
ONLY_SOMETIMES = {"/sitemap-{number}.xml", *LARGE, *BY_MONTHS}
"""Past 50,000 pages, of a programme that is larger than those of the demo, and of an agenda that one document does not hold."""


@pytest.fixture(scope="module")
def published(demo: Built) -> list[str]:
    """The path of every file of the demo that is declared."""
    files = (file.relative_to(demo.output).as_posix() for file in demo.output.rglob("*") if file.is_file())
    return [path for file in files if not (path := "/" + file.removesuffix("index.html")).startswith(NOT_DECLARED)]


class TestTheTable:
    def test_holds_every_page_and_file_of_the_site(self, published: list[str]) -> None:
        assert [path for path in published if all(address.values(path) is None for address in addresses().all)] == []

    def test_promises_nothing_that_is_not_there(self, published: list[str]) -> None:
        unused = {address.pattern for address in addresses().all if not any(address.values(path) is not None for path in published)}
        assert {pattern for pattern in unused if "/page/{number}/" not in pattern} == ONLY_SOMETIMES

    def test_names_in_the_plan_only_pages_that_are_there(self, published: list[str]) -> None:
        assert set(addresses().sections) <= set(published)


class TestSlugs:
    def test_of_the_sites_own_pages_are_nobodys(self) -> None:
        assert {"agenda", "themes", "carte", "images", "404", "observatoire"} <= addresses().reserved("page")
        assert {"archives", "page", "themes", "jour"} <= addresses().reserved("event")
        assert {"page", "catalogue", "demande"} <= addresses().reserved("exhibition")

    def test_of_pages_that_a_hub_may_write_itself_are_free(self) -> None:
        assert addresses().reserved("page").isdisjoint({"mentions-legales", "accessibilite", "donnees-personnelles", "a-propos"})

    @pytest.mark.parametrize("kind", KINDS)
    def test_of_the_next_pages_of_a_list_are_nobodys(self, kind: str) -> None:
        assert "page" in addresses().reserved(kind)


class TestAPath:
    @pytest.mark.parametrize(
        "path", ["/", "/agenda/", "agenda", "/agenda/archives/2025/", "/themes/rien/", "/index.html", "/agenda/jour/hier/"]
    )
    def test_of_the_site_is_no_contributions(self, path: str) -> None:
        assert addresses().of_the_site(path)

    @pytest.mark.parametrize("path", ["/agenda/nuit/", "/a-propos/", "/ancien/chemin/", "/agenda/nuit.ics", "/articles/2019/nuit/"])
    def test_that_may_be_a_contributions_is_not_the_sites(self, path: str) -> None:
        assert not addresses().of_the_site(path)

    def test_is_answered_where_what_it_names_exists(self) -> None:
        table = Addresses((Address("/themes/{theme}/"), Address("/agenda/{event}.ics")))

        def known(name: str, value: str) -> bool:
            return (name, value) in {("theme", "physique"), ("event", "nuit")}

        answered = [
            path for path in ("/themes/physique/", "/themes/chimie/", "/agenda/nuit.ics", "/agenda/jour.ics") if table.answers(path, known)
        ]
        assert answered == ["/themes/physique/", "/agenda/nuit.ics"]


class TestALinkOfABody:
    @pytest.mark.parametrize(
        "path",
        [
            *("/proposer/evenement/", "/contribuer/problemes/e103/", "/donnees/agenda.csv", "/agenda/nuit.ics", "/"),
            *("/outils/vehicule/utilitaire/", "/outils/categories/malle/", "/outils/disponibilites/"),
        ],
    )
    def test_to_what_the_site_makes_is_sound(self, reported: Callable[[Tree], list[str]], path: str) -> None:
        assert reported({**hub(), **event("nuit"), **article("lien", body=f"Voir [ceci]({path}).")}) == []

    @pytest.mark.parametrize(
        "path",
        [
            *("/contribuer/nexiste-pas/", "/flux/rien.xml", "/newsletter/ancienne/", "/themes/rien/", "/agenda/autre.ics"),
            *("/outils/vehicule/velo/", "/outils/categories/rien/", "/outils/proprietaires/personne/"),
        ],
    )
    def test_to_what_it_does_not_is_told(self, reported: Callable[[Tree], list[str]], path: str) -> None:
        (line,) = reported({**hub(), **event("nuit"), **article("lien", body=f"Voir [ceci]({path}).")})
        assert f"E208 L’adresse « {path} » ne mène à rien." in line
