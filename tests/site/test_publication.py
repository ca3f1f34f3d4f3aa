"""A contribution is typed once and appears everywhere it belongs; one that is wrong stops the site, which stays as it was."""

import json
from xml.etree import ElementTree

import pytest

from support import ORIGIN, Built, article, build, one_of_each, write

KINDS = {
    "event": ("Event de la nuit", "/agenda/nuit-noire/", "/agenda/", "/flux/agenda.xml", "/donnees/agenda"),
    "exhibition": ("Exhibition des étoiles", "/outils/malle-etoiles/", "/outils/", "/flux/outils.xml", "/donnees/outils"),
    "article": ("Article de l’astronome", "/articles/portrait-d-astronome/", "/articles/", "/flux/articles.xml", "/donnees/articles"),
    "announcement": ("Announcement du ciel", "/annonces/appel-du-ciel/", "/annonces/", "/flux/annonces.xml", "/donnees/annonces"),
    "resource": ("Resource du ciel", "/ressources/carte-du-ciel/", "/ressources/", "/flux/ressources.xml", "/donnees/ressources"),
    "organisation": ("Organisation du ciel", "/annuaire/musee-du-ciel/", "/annuaire/", None, "/donnees/annuaire"),
    "programme": ("Programme du ciel", "/dossiers/mois-du-ciel/", "/dossiers/", "/flux/dossiers.xml", "/donnees/dossiers"),
    "page": ("Page à propos", "/a-propos/", None, None, None),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with a contribution of each kind."""
    place = tmp_path_factory.mktemp("each")
    built = build(write(place, one_of_each()), place)
    assert built.code == 0, built.stderr
    return built


class TestAContribution:
    @every_kind
    def test_has_its_page(self, site: Built, kind: str) -> None:
        title, url, *_ = KINDS[kind]
        heading = site.page(url).find("h1")
        assert heading is not None
        assert " ".join(heading.get_text().split()) == title
        assert "Un texte." in site.text(url)

    @every_kind
    def test_is_on_its_list(self, site: Built, kind: str) -> None:
        title, url, where, *_ = KINDS[kind]
        if where:
            links = {str(link.get("href")) for link in site.page(where).select("main a")}
            assert url in links
            assert title in site.text(where)

    @every_kind
    def test_is_in_its_feed_and_in_that_of_all(self, site: Built, kind: str) -> None:
        _, url, _, feed, _ = KINDS[kind]
        if feed:
            for path in (feed, "/flux/nouveautes.xml", "/flux/themes/astronomie.xml", "/flux/annuaire/musee-du-ciel.xml"):
                assert f"<link>{ORIGIN}{url}</link>" in site.read(path), path

    @every_kind
    def test_is_in_the_data(self, site: Built, kind: str) -> None:
        title, url, _, _, data = KINDS[kind]
        if data:
            assert [(record["title"], record["url"]) for record in site.json(f"{data}.json")] == [(title.replace("’", "’"), ORIGIN + url)]
            assert [row["url"] for row in site.csv(f"{data}.csv")] == [ORIGIN + url]

    @every_kind
    def test_is_in_the_site_map_and_in_the_site_plan(self, site: Built, kind: str) -> None:
        _, url, *_ = KINDS[kind]
        assert f"<loc>{ORIGIN}{url}</loc>" in site.read("/sitemap.xml")
        assert url in {str(link.get("href")) for link in site.page("/plan-du-site/").select("main a")}

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "page"])
    def test_is_on_the_page_of_its_theme(self, site: Built, kind: str) -> None:
        assert KINDS[kind][1] in {str(link.get("href")) for link in site.page("/themes/astronomie/").select("main a")}

    @pytest.mark.parametrize("kind", ["event", "organisation"])
    def test_with_a_place_is_on_the_page_of_its_department_and_on_the_map(self, site: Built, kind: str) -> None:
        for path in ("/territoires/80/", "/carte/"):
            assert KINDS[kind][1] in {str(link.get("href")) for link in site.page(path).select("main a")}, path

    @pytest.mark.parametrize("kind", ["event", "exhibition", "article", "announcement", "resource", "programme"])
    def test_is_on_the_page_of_who_publishes(self, site: Built, kind: str) -> None:
        assert KINDS[kind][1] in {str(link.get("href")) for link in site.page("/annuaire/musee-du-ciel/").select("main a")}

    def test_that_is_an_event_is_in_every_calendar_it_belongs_to(self, site: Built) -> None:
        for path in (
            "/agenda.ics",
            "/agenda/nuit-noire.ics",
            "/agenda/themes/astronomie.ics",
            "/agenda/territoires/80.ics",
            "/annuaire/musee-du-ciel.ics",
        ):
            assert "UID:nuit-noire.20261128T1400@escale.example" in site.read(path), path

    def test_that_is_a_public_loan_is_a_stop_and_an_entry_of_the_agenda(self, site: Built) -> None:
        assert 'id="escale-20261201"' in site.read("/outils/malle-etoiles/")
        assert "/outils/malle-etoiles/#escale-20261201" in {str(link.get("href")) for link in site.page("/agenda/").select("main a")}
        assert "UID:malle-etoiles.pret.20261201@escale.example" in site.read("/agenda.ics")

    def test_shows_what_refers_to_it(self, site: Built) -> None:
        assert "/agenda/nuit-noire/" in {str(link.get("href")) for link in site.page("/dossiers/mois-du-ciel/").select("main a")}
        assert "/agenda/nuit-noire/" in {str(link.get("href")) for link in site.page("/outils/malle-etoiles/").select("main a")}
        assert "/outils/malle-etoiles/" in {str(link.get("href")) for link in site.page("/agenda/nuit-noire/").select("main a")}

    def test_has_its_picture_published(self, site: Built) -> None:
        assert site.file("/images/ciel.svg").read_bytes().strip() == (site.content / "images" / "ciel.svg").read_bytes().strip()
        assert '<img src="/images/ciel.svg"' in site.read("/articles/portrait-d-astronome/").replace('<img class="', "<img ")


class TestEveryPage:
    def test_is_whole(self, site: Built) -> None:
        for url in site.pages:
            page = site.page(url)
            assert len(page.find_all("h1")) == 1, url
            assert page.title is not None, url
            assert page.title.get_text(strip=True), url
            assert page.html is not None
            assert page.html.get("lang") == "fr", url

    def test_of_the_contract_is_there(self, site: Built) -> None:
        wanted = "/ /carte/ /recherche/ /newsletter/ /flux/ /donnees/ /accessibilite/ /mentions-legales/ /donnees-personnelles/ /plan-du-site/ /404.html"
        assert set(wanted.split()) <= set(site.pages)

    def test_is_in_the_site_map_unless_it_is_not_to_be_indexed(self, site: Built) -> None:
        space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
        told = {str(loc.text).removeprefix(ORIGIN) for loc in ElementTree.fromstring(site.read("/sitemap.xml")).iterfind(".//s:loc", space)}
        indexable = {url for url in site.pages if 'name="robots"' not in site.read(url)}
        assert told == indexable
        assert "/404.html" not in told

    def test_tells_robots_where_the_site_map_is(self, site: Built) -> None:
        assert f"Sitemap: {ORIGIN}/sitemap.xml" in site.read("/robots.txt")

    def test_has_jsonld_that_parses(self, site: Built) -> None:
        for url in site.pages:
            for script in site.page(url).find_all("script", type="application/ld+json"):
                assert json.loads(script.get_text())["@context"] == "https://schema.org", url


class TestABrokenContribution:
    def test_stops_the_build_and_leaves_the_site_as_it_was(self, site: Built, tmp_path_factory: pytest.TempPathFactory) -> None:
        before = site.snapshot()
        broken = article("casse", date="2026-02-30") | article("aussi", titel="x")
        content = write(tmp_path_factory.mktemp("broken"), one_of_each() | broken)
        built = build(content, site.output.parent)
        assert built.code == 1
        assert site.snapshot() == before
        assert {path.name for path in site.output.parent.iterdir()} <= {"content", "output", "cache", ".output.staging"}
        lines = built.stderr.splitlines()
        assert (
            "content/articles/casse.md:4:7: E103 « 2026-02-30 » n’est pas une date. Février 2026 a 28 jours : écrivez AAAA-MM-JJ." in lines
        )
        assert any(line.startswith("content/articles/aussi.md:") and " E101 " in line for line in lines)
        assert "Traceback" not in built.stderr

    def test_that_is_only_late_is_a_warning_and_is_published(self, tmp_path: object, tmp_path_factory: pytest.TempPathFactory) -> None:
        place = tmp_path_factory.mktemp("late")
        built = build(write(place, article("vieux", review_by="2026-01-01")), place)
        assert built.code == 0
        assert "content/articles/vieux.md:" in built.stderr
        assert " W601 " in built.stderr
        assert built.has("/articles/vieux/")
