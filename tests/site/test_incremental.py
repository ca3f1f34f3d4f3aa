"""Any sequence of edits, then a build, gives byte for byte what a clean build gives; and no more is rendered than shows the edit."""

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incremental.damage import damaged
from incremental.region import Sources, Workplace, add, differences, region, register, snapshot
from incremental.sequences import run


@pytest.fixture(scope="module", autouse=True)
def plugins() -> None:
    """All pages declared."""
    register()


class Hub:
    """A small region and its site, built after each change."""

    def __init__(self, folder: Path) -> None:
        self.place = Workplace(folder)
        self.sources: Sources = region()
        self.output = self.place.output
        self.build()

    def build(self) -> dict[str, int]:
        """Build; returns the figures."""
        self.place.write(self.sources)
        figures = self.place.build(self.sources.today)
        assert figures is not None
        return figures

    def changed(self) -> set[str]:
        """Build, and name the files whose bytes are others than before."""
        before = snapshot(self.output)
        self.build()
        return set(differences(before, snapshot(self.output)))


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    """A region that has just been built."""
    return Hub(tmp_path)


class TestSequencesOfEdits:
    @settings(max_examples=2)
    @given(st.integers(10_000, 10_000_000))
    def test_end_where_a_clean_build_does(self, seed: int) -> None:
        with contextlib.redirect_stderr(io.StringIO()):
            ended = run(seed, moves=3)
        assert ended.differences == (), ended.moves


class TestADamagedCache:
    @settings(max_examples=1)
    @given(st.integers(10_000, 10_000_000))
    def test_gives_the_site_of_a_clean_build(self, tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
        with contextlib.redirect_stderr(io.StringIO()):
            wrong = [found for found in damaged(tmp_path_factory.mktemp("damage"), seed, 4) if found[1]]
        assert wrong == []


class TestAnEdit:
    def test_of_nothing_renders_and_writes_nothing(self, hub: Hub) -> None:
        assert (hub.build()["rendered"], hub.build()["written"]) == (0, 0)

    def test_of_a_body_renders_its_page_alone(self, hub: Hub) -> None:
        hub.sources.bodies["event", "event-0"] = "Un autre texte.\n"
        figures = hub.build()
        assert figures["rendered"] == 1

    def test_of_a_body_changes_its_page_alone(self, hub: Hub) -> None:
        hub.sources.bodies["page", "page-0"] = "Une nébuleuse.\n"
        assert hub.changed() == {"page-0/index.html"}

    def test_of_a_title_changes_the_pages_that_name_it(self, hub: Hub) -> None:
        hub.sources.contributions["organisation", "organisation-0"]["title"] = "Le nouveau nom"
        changed = hub.changed()
        assert {"annuaire/index.html", "annuaire/organisation-0/index.html", "agenda/event-0/index.html", "agenda/event-0.ics"} <= changed
        assert "agenda/event-1/index.html" not in changed

    def test_of_addresses_of_old_is_told_to_the_host_each_time(self, hub: Hub) -> None:
        for alias in ("/une/", "/deux/", "/trois/"):
            hub.sources.contributions["article", "article-0"]["aliases"] = [alias]
            assert "_redirects" in hub.changed()
            assert f"{alias} /articles/article-0/ 301" in (hub.output / "_redirects").read_text("utf-8")

    def test_of_a_template_renders_the_pages_made_of_it(self, hub: Hub) -> None:
        hub.sources.theme["templates/event.html"] = "{# changed #}\n"
        assert hub.build()["rendered"] == 4

    def test_that_removes_a_contribution_removes_its_page(self, hub: Hub) -> None:
        del hub.sources.contributions["article", "article-3"], hub.sources.bodies["article", "article-3"]
        assert "articles/article-3/index.html" in hub.changed()
        assert not (hub.output / "articles" / "article-3").exists()

    def test_of_the_site_by_hand_is_undone(self, hub: Hub) -> None:
        page = hub.output / "agenda" / "event-0" / "index.html"
        before = page.read_bytes()
        page.write_text("changed by hand")
        hub.build()
        assert page.read_bytes() == before

    @pytest.mark.parametrize("gone", ["output-cache", "output", ".output.staging"])
    def test_after_a_folder_is_gone_gives_the_same_site(self, hub: Hub, gone: str) -> None:
        import shutil

        before = snapshot(hub.output)
        hub.build()
        shutil.rmtree(hub.place.folder / gone)
        hub.build()
        assert snapshot(hub.output) == before

    def test_that_is_wrong_leaves_the_site(self, hub: Hub) -> None:
        before = snapshot(hub.output)
        hub.sources.contributions["event", "event-0"]["organisation"] = "personne"
        hub.place.write(hub.sources)
        with contextlib.redirect_stderr(io.StringIO()):
            assert hub.place.build(hub.sources.today) is None
        assert snapshot(hub.output) == before


class TestAnEditOfATool:
    """Of the two of the region, exhibition-0 is of organisation-0 and about astronomy, exhibition-1 of organisation-1 and the environment."""

    SHOWING = (
        "disponibilites",
        "categories/malle",
        "territoires/02",
        "territoires/80",
        "themes/astronomie",
        "proprietaires/organisation-0",
    )

    COUNTING = ("vehicule/voiture", "vehicule/utilitaire", "vehicule/camion", "gratuit")
    """They say how many tools there are whose owners do not say what it takes, or costs."""

    FILTERS = ("fiches.json", "mots.json", "cartes/")
    """What the browser chooses from."""

    def lists(self, changed: set[str]) -> set[str]:
        """The lists of the catalogue among changed files, by their addresses below /outils/; not those that begin with whatever is free first."""
        found = {name.removeprefix("outils/").removesuffix("/index.html") for name in changed if name.startswith("outils/")}
        return {name for name in found if not name.startswith(("comparer", "demande", "exhibition-", "index.html", *self.FILTERS))}

    def filters(self, changed: set[str]) -> set[str]:
        """Among changed files, what the browser chooses from."""
        return {name.removeprefix("outils/") for name in changed if name.removeprefix("outils/").startswith(self.FILTERS)}

    def test_changes_the_lists_that_show_it(self, hub: Hub) -> None:
        hub.sources.contributions["exhibition", "exhibition-0"]["format"] = {"surface_m2": 12}
        changed = hub.changed()
        assert self.lists(changed) == {*self.SHOWING} - {"disponibilites"}
        assert {"outils/index.html", "outils/exhibition-0/index.html"} <= changed
        assert not {"outils/exhibition-1/index.html", "agenda/index.html", "articles/index.html"} & changed

    def test_of_its_loans_changes_the_year_of_its_owner_too(self, hub: Hub) -> None:
        hub.sources.contributions["exhibition", "exhibition-0"]["availability_on"] = "2026-11-20"
        changed = hub.changed()
        assert self.lists(changed) == {*self.SHOWING}
        assert "annuaire/organisation-0/index.html" in changed
        assert "annuaire/organisation-1/index.html" not in changed

    def test_that_adds_one_leaves_the_lists_that_do_not_show_it(self, hub: Hub) -> None:
        add(hub.sources, "exhibition", 2)
        assert self.lists(hub.changed()) == {*self.SHOWING, *self.COUNTING}

    def test_changes_what_the_browser_chooses_from_and_no_card_but_its_own(self, hub: Hub) -> None:
        hub.sources.contributions["exhibition", "exhibition-0"]["format"] = {"surface_m2": 12}
        assert self.filters(hub.changed()) == {"fiches.json", "cartes/1.html"}
        hub.sources.contributions["exhibition", "exhibition-0"]["keywords"] = ["ponts"]
        assert self.filters(hub.changed()) == {"mots.json"}

    def test_that_withdraws_it_takes_it_off_every_list(self, hub: Hub) -> None:
        hub.sources.contributions["exhibition", "exhibition-0"] |= {"condition": "retire", "retired_on": "2026-11-20"}
        assert self.lists(hub.changed()) == {*self.SHOWING, *self.COUNTING}
        for name in self.SHOWING:
            assert 'data-slug="exhibition-0"' not in (hub.output / "outils" / name / "index.html").read_text("utf-8")

    def test_of_the_days_on_which_its_owner_is_closed_changes_when_it_is_free(self, hub: Hub) -> None:
        hub.sources.contributions["exhibition", "exhibition-0"] |= {"availability_on": "2026-11-20", "loans": []}
        hub.build()
        hub.sources.contributions["organisation", "organisation-0"]["closed"] = [{"start": "2026-11-01", "end": "2027-01-31"}]
        assert {*self.SHOWING} <= self.lists(hub.changed())
        assert "Libre à partir du 1er\u00a0février 2027" in (hub.output / "outils" / "index.html").read_text("utf-8")

    def test_that_passes_a_day_moves_what_is_withdrawn_then(self, hub: Hub) -> None:
        hub.sources.contributions["exhibition", "exhibition-0"]["retired_on"] = "2026-11-22"
        hub.build()
        front = hub.output / "outils" / "index.html"
        assert 'data-slug="exhibition-0"' in front.read_text("utf-8")
        hub.sources.today = "2026-11-22"
        hub.build()
        assert 'data-slug="exhibition-0"' not in front.read_text("utf-8")


HEADINGS = "Outil;Début;Fin;État;Emprunteur;Ville;Ouvert au public\n"
PRIVATE = "exhibition-0;04/01/2027;20/01/2027;Confirmé;Lycée du plateau;Amiens;non\n"
PUBLIC = "exhibition-1;01/02/2027;20/02/2027;Confirmé;Médiathèque du Moulin;Abbeville;oui\n"


class TestAnEditOfATableOfLoans:
    @pytest.fixture
    def table(self, hub: Hub) -> Hub:
        """A region with a table of loans that has just been built."""
        self.write(hub, PRIVATE, PUBLIC)
        hub.build()
        return hub

    def write(self, hub: Hub, *rows: str) -> None:
        hub.sources.files["loans/2027.csv"] = "".join([HEADINGS, *rows])

    def test_changes_what_tells_of_its_tool_and_nothing_else(self, table: Hub) -> None:
        self.write(table, PRIVATE.replace("04/01", "05/01"), PUBLIC)
        of_the_tool = {"outils/exhibition-0/index.html", "outils/exhibition-0.ics", "outils/exhibition-0.json"}
        assert table.changed() == {*of_the_tool, "outils/fiches.json", "donnees/outils.json", "donnees/outils.csv"}

    def test_of_a_public_showing_changes_calendars_and_agenda_too(self, table: Hub) -> None:
        self.write(table, PRIVATE, PUBLIC.replace("20/02", "22/02"))
        changed = table.changed()
        assert {"outils/exhibition-1/index.html", "agenda/index.html", "agenda.ics", "donnees/outils.json"} <= changed
        assert not {name for name in changed if name.startswith(("outils/exhibition-0", "articles/", "annonces/", "ressources/"))}

    def test_that_moves_its_rows_makes_no_page(self, table: Hub) -> None:
        self.write(table, "\n;;;;;;\n", PUBLIC, PRIVATE)
        assert table.build()["rendered"] == 0

    def test_of_a_record_keeps_its_rows(self, table: Hub) -> None:
        table.sources.bodies["exhibition", "exhibition-0"] = "Un autre texte.\n"
        changed = table.changed()
        assert "outils/exhibition-0/index.html" in changed
        assert "donnees/outils.json" not in changed

    def test_that_takes_the_last_row_away_gives_the_site_without_tables(self, hub: Hub) -> None:
        before = snapshot(hub.output)
        self.write(hub, PRIVATE, PUBLIC)
        assert hub.changed()
        del hub.sources.files["loans/2027.csv"]
        hub.build()
        assert snapshot(hub.output) == before
