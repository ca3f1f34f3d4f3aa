"""What is published when: drafts, days to come, archives, what expired, what has no consent, what changed its address."""

import pytest

from support import ORIGIN, Built, Tree, announcement, article, build, event, exhibition, loan, organisation, write

TREE: Tree = (
    article("paru", title="Article paru")
    | article("brouillon", title="Article en brouillon", status="brouillon")
    | article("a-venir", title="Article à venir", date="2026-11-22")
    | article("archive", title="Article archivé", status="archive")
    | announcement("close", title="Annonce close", expires="2026-11-20")
    | announcement("ouverte", title="Annonce ouverte", expires="2026-11-21")
    | organisation(
        "sans-accord",
        title="Club sans accord",
        consent=None,
        email="secret@club.example",
        phone="03 00 00 00 00",
        website="https://club.example/",
    )
    | organisation("refus", title="Club qui refuse", consent={"given": False}, email="refus@club.example")
    | organisation("archivee", title="Structure archivée", status="archive")
    | article("du-club", title="Article du club", organisation="sans-accord", publisher=None)
    | article("de-l-archivee", title="Article de l’archivée", organisation="archivee", publisher=None)
    | event("nuit-d-hier", title="Nuit d’hier", slots=[{"start": "2026-11-20 20:00", "end": "2026-11-20 22:00"}])
    | event("nuit-d-aujourd-hui", title="Nuit d’aujourd’hui", slots=[{"start": "2026-11-21 06:00", "end": "2026-11-21 07:00"}])
    | event("fete-2023", title="Fête de 2023", slots=[{"start": "2023-10"}])
    | event("archive", title="Événement archivé", status="archive")
    | event("reserve", title="Rendez-vous réservé", visibility="reserve")
    | event("renomme", title="Événement renommé", aliases=["/agenda/ancien-nom/"], id="ancien-nom")
    | event("alias", title="Événement avec alias", aliases=["/agenda/tout-autre-nom/"])
    | event("retire", title="Événement retiré", status="archive", updated="2026-11-20")
    | event("ferme", title="Rendez-vous refermé", visibility="reserve", updated="2026-11-20")
    | event("annule", title="Événement annulé", event_status="annule")
    | exhibition(
        "malle",
        title="Malle prêtée",
        loans=[
            loan("2026-12-01", "2026-12-20", borrower="Lycée discret", city="Amiens"),
            loan("2027-01-05", "2027-01-20", "annule", public_showing=True, city="Lens", borrower="Lycée annulé"),
        ],
    )
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of all those states."""
    place = tmp_path_factory.mktemp("states")
    built = build(write(place, TREE), place)
    assert built.code == 0, built.stderr
    return built


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same as a deploy preview."""
    place = tmp_path_factory.mktemp("preview")
    built = build(write(place, TREE), place, env={"CONTEXT": "deploy-preview"})
    assert built.code == 0, built.stderr
    return built


def mentions(site: Built, words: str) -> set[str]:
    """Files of the site whose text has some words."""
    sought = words.encode()
    return {name for name, data in site.snapshot().items() if sought in data}


class TestWhatIsNotPublished:
    @pytest.mark.parametrize("words", ["Article en brouillon", "Article à venir", "articles/brouillon", "articles/a-venir"])
    def test_is_named_nowhere(self, site: Built, words: str) -> None:
        assert mentions(site, words) == set()

    @pytest.mark.parametrize("slug", ["brouillon", "a-venir"])
    def test_is_shown_by_a_preview_and_marked(self, preview: Built, slug: str) -> None:
        assert preview.has(f"/articles/{slug}/")

    def test_is_never_indexed_from_a_preview(self, preview: Built) -> None:
        assert 'content="noindex"' in preview.read("/articles/brouillon/")
        assert "/articles/brouillon/" not in preview.read("/sitemap.xml")
        assert "noindex" in preview.read("/_headers")


class TestArchives:
    def test_keep_their_page(self, site: Built) -> None:
        assert "Article archivé" in site.text("/articles/archive/")
        assert site.has("/agenda/archive/")
        assert site.has("/annuaire/archivee/")

    def test_leave_lists_feeds_and_the_letter(self, site: Built) -> None:
        assert "/articles/archive/" not in site.read("/articles/")
        assert "/articles/archive/" not in site.read("/themes/astronomie/")
        assert not any(name.startswith("flux/") for name in mentions(site, "/articles/archive/"))
        assert not any(name.startswith("newsletter/") for name in mentions(site, "/articles/archive/"))
        assert "agenda/archive/" not in site.read("/agenda.ics")
        assert "/annuaire/archivee/" not in site.read("/annuaire/")

    def test_stay_in_the_data(self, site: Built) -> None:
        assert "archive" in [record["slug"] for record in site.json("/donnees/articles.json")]


class TestAnnouncements:
    def test_are_listed_until_their_last_day(self, site: Built) -> None:
        assert "/annonces/ouverte/" in site.read("/flux/annonces.xml")
        assert "/annonces/close/" not in site.read("/flux/annonces.xml")
        assert site.has("/annonces/close/")
        assert "close" in site.text("/annonces/close/").lower()


class TestOrganisationsWithoutConsent:
    @pytest.mark.parametrize(
        "words",
        [
            "secret@club.example",
            "03 00 00 00 00",
            "0300000000",
            "https://club.example/",
            "refus@club.example",
            "/annuaire/sans-accord",
            "/annuaire/refus",
        ],
    )
    def test_have_no_page_contact_or_feed(self, site: Built, words: str) -> None:
        assert mentions(site, words) == set()

    @pytest.mark.parametrize("words", ["secret@club.example", "/annuaire/sans-accord", "refus@club.example"])
    def test_are_not_shown_by_a_preview_either(self, preview: Built, words: str) -> None:
        assert mentions(preview, words) == set()

    def test_are_named_where_contributions_refer_to_them(self, site: Built) -> None:
        assert "Club sans accord" in site.text("/articles/du-club/")

    def test_are_no_point_of_the_map(self, site: Built) -> None:
        assert "Club sans accord" not in site.text("/carte/")
        assert "Club qui refuse" not in "".join(site.text(url) for url in ("/carte/", "/annuaire/", "/territoires/80/"))


class TestTheAgenda:
    def test_holds_today_and_not_yesterday(self, site: Built) -> None:
        agenda, archive = site.read("/agenda/"), site.read("/agenda/archives/2026/")
        assert "/agenda/nuit-d-aujourd-hui/" in agenda
        assert "/agenda/nuit-d-hier/" not in agenda
        assert "/agenda/nuit-d-hier/" in archive
        assert "/agenda/nuit-d-aujourd-hui/" not in archive

    def test_keeps_what_is_known_by_its_month_in_archives_only(self, site: Built) -> None:
        assert "/agenda/fete-2023/" in site.read("/agenda/archives/2023/")
        assert site.has("/agenda/fete-2023/")
        assert not site.has("/agenda/fete-2023.ics")
        assert "fete-2023.ics" not in site.read("/agenda/fete-2023/")

    def test_says_that_an_event_is_cancelled(self, site: Built) -> None:
        assert "annulé" in site.text("/agenda/annule/").lower()

    def test_names_nowhere_what_is_for_a_closed_group(self, site: Built) -> None:
        assert site.has("/agenda/reserve/")
        assert mentions(site, "agenda/reserve") == {"agenda/reserve/index.html", "agenda/reserve.ics"}
        assert 'content="noindex"' in site.read("/agenda/reserve/")

    @pytest.mark.parametrize("slug", ["retire", "ferme"])
    def test_tells_calendars_what_has_left_it(self, site: Built, slug: str) -> None:
        agenda = site.read("/agenda.ics")
        (gone,) = (part for part in agenda.split("BEGIN:VEVENT") if f"UID:{slug}.20261128T1400@" in part)
        assert "STATUS:CANCELLED" in gone
        assert "SUMMARY:Annulé" in gone
        assert f"agenda/{slug}/" not in agenda
        assert "STATUS:CONFIRMED" in site.read(f"/agenda/{slug}.ics")


class TestAliases:
    def test_lead_to_the_new_address(self, site: Built) -> None:
        assert "/agenda/ancien-nom/ /agenda/renomme/ 301" in site.read("/_redirects").splitlines()

    def test_are_no_identity(self, site: Built) -> None:
        assert f'<guid isPermaLink="true">{ORIGIN}/agenda/alias/</guid>' in site.read("/flux/agenda.xml")
        assert "UID:alias.20261128T1400@escale.example" in site.read("/agenda.ics")

    def test_leave_what_was_renamed_its_identity(self, site: Built) -> None:
        assert f'<guid isPermaLink="false">{ORIGIN}/agenda/ancien-nom/</guid>' in site.read("/flux/agenda.xml")
        assert "UID:ancien-nom.20261128T1400@escale.example" in site.read("/agenda.ics")

    def test_are_no_pages_of_their_own(self, site: Built) -> None:
        assert not site.has("/agenda/ancien-nom/")


class TestLoans:
    def test_that_are_not_public_show_as_busy_and_name_nobody(self, site: Built) -> None:
        pages = {name for name in mentions(site, "Lycée discret") if name.endswith((".html", ".xml", ".ics"))}
        assert pages == set()
        assert "Occupé" in site.text("/outils/malle/")

    def test_that_are_cancelled_are_no_stop(self, site: Built) -> None:
        assert {name for name in mentions(site, "Lycée annulé") if name.endswith((".html", ".xml", ".ics"))} == set()


class TestLinks:
    def test_lead_somewhere_in_every_state(self, site: Built) -> None:
        missing = {
            (url, href)
            for url in site.pages
            for tag in site.page(url).find_all(["a", "link"])
            if (href := str(tag.get("href", "")).split("#")[0].split("?")[0]).startswith("/") and not site.has(href)
        }
        assert missing == set()
