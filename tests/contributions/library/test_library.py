"""What is published, what is listed, what is upcoming, and in which order."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from contributions.library.library import Library
from contributions.record.occurrences import monthly, next_showing
from support import TODAY, announcement, article, event, exhibition, loan, one_of_each, organisation, page, programme

Reading = Callable[..., Library]


def published(library: Library) -> set[str]:
    """Slugs of what has a page."""
    return {c.slug for c in library.published}


def listed(library: Library) -> set[str]:
    """Slugs of what lists show."""
    return {c.slug for c in library.listed}


def upcoming(library: Library) -> list[str]:
    """Slugs of the events to come, in order."""
    return [e.slug for e in library.upcoming]


class TestPublication:
    def test_a_contribution_is_published_from_its_day_on(self, library: Reading) -> None:
        found = library(
            article("hier", date="2026-11-20") | article("aujourd-hui", date="2026-11-21") | article("demain", date="2026-11-22")
        )
        assert published(found) == listed(found) == {"hier", "aujourd-hui"}

    def test_a_draft_is_published_nowhere(self, library: Reading) -> None:
        assert published(library(article("brouillon", status="brouillon") | organisation("structure", status="brouillon"))) == set()

    def test_an_archived_one_keeps_its_page_and_leaves_lists(self, library: Reading) -> None:
        found = library(article("vieux", status="archive") | organisation("structure", status="archive") | event("nuit", status="archive"))
        assert published(found) == {"vieux", "structure", "nuit"}
        assert listed(found) == set()
        assert upcoming(found) == []

    def test_an_announcement_archives_itself_after_its_day(self, library: Reading) -> None:
        found = library(announcement("close", expires="2026-11-20") | announcement("dernier-jour", expires="2026-11-21"))
        assert published(found) == {"close", "dernier-jour"}
        assert listed(found) == {"dernier-jour"}

    @pytest.mark.parametrize(
        ("consent", "shown"), [(True, True), ({"given": True, "on": "2026-09-01"}, True), ({"given": False}, False), (None, False)]
    )
    def test_an_organisation_is_published_with_its_consent_only(self, library: Reading, consent: object, shown: bool) -> None:
        found = library(organisation("structure", consent=consent) | article("portrait", organisation="structure", publisher=None))
        assert ("structure" in published(found)) is shown
        assert ("structure" in listed(found)) is shown
        assert (found.page("organisation", "structure") is not None) is shown
        assert found.find("organisation", "structure") is not None

    def test_a_preview_shows_drafts_and_the_future_and_never_what_lacks_consent(self, library: Reading) -> None:
        tree = article("brouillon", status="brouillon") | article("demain", date="2027-01-01") | organisation("sans-accord", consent=None)
        assert published(library(tree, drafts=True)) == {"brouillon", "demain"}

    def test_a_page_needs_no_day(self, library: Reading) -> None:
        assert published(library(page("a-propos"))) == {"a-propos"}


class TestUpcoming:
    @pytest.mark.parametrize(
        ("slot", "ahead"),
        [
            ({"start": "2026-11-21 09:00", "end": "2026-11-21 10:00"}, True),
            ({"start": "2026-11-20 09:00", "end": "2026-11-20 10:00"}, False),
            ({"start": "2026-11-21"}, True),
            ({"start": "2026-11-10", "end": "2026-11-21"}, True),
            ({"start": "2026-11-10", "end": "2026-11-20"}, False),
            ({"start": "2026-11-20 20:00", "end": "2026-11-21 02:00"}, False),
            ({"start": "2026-11-20 20:00", "end": "2026-11-21 09:00"}, True),
        ],
    )
    def test_an_event_is_so_while_the_day_of_its_last_slot_is_not_before_today(
        self, library: Reading, slot: dict[str, str], ahead: bool
    ) -> None:
        assert bool(upcoming(library(event("nuit", slots=[slot])))) is ahead

    def test_one_slot_to_come_is_enough(self, library: Reading) -> None:
        found = library(event("serie", slots=[{"start": "2026-01-01"}, {"start": "2026-12-01"}, {"start": "2026-03-01"}]))
        assert upcoming(found) == ["serie"]
        assert next_showing(found.upcoming[0], TODAY).start.iso == "2026-12-01"

    def test_events_are_sorted_by_their_next_showing(self, library: Reading) -> None:
        late = event("serie", slots=[{"start": "2026-01-01"}, {"start": "2026-12-24"}])
        assert upcoming(library(late | event("tard", slots=[{"start": "2026-12-25"}]) | event("tot", slots=[{"start": "2026-12-23"}]))) == [
            "tot",
            "serie",
            "tard",
        ]

    def test_a_repetition_counts_as_its_slots(self, library: Reading) -> None:
        rule = {"start": "2026-10-06 18:00", "end": "2026-10-06 20:00", "rule": "FREQ=WEEKLY;COUNT=7"}
        tree = event("mardis", recurrence=rule)
        assert upcoming(library(tree)) == []
        assert upcoming(library(tree, date(2026, 11, 17))) == ["mardis"]

    def test_a_past_event_may_be_known_by_its_month(self, library: Reading) -> None:
        found = library(event("fete", slots=[{"start": "2023-10"}]))
        assert upcoming(found) == []
        assert monthly(found.events[0])


class TestOrder:
    def test_lists_show_the_newest_first_then_by_slug(self, library: Reading) -> None:
        found = library(article("b") | article("a") | article("vieux", date="2025-01-01") | article("neuf", date="2026-11-20"))
        assert [c.slug for c in found.articles] == ["neuf", "a", "b", "vieux"]

    def test_announcements_show_what_closes_first(self, library: Reading) -> None:
        found = library(announcement("tard", expires="2027-01-31") | announcement("tot", expires="2026-11-30"))
        assert [c.slug for c in found.announcements] == ["tot", "tard"]

    def test_organisations_are_sorted_by_name(self, library: Reading) -> None:
        found = library(organisation("z", title="Atelier du vivant") | organisation("a", title="Zèbre"))
        assert [c.slug for c in found.organisations] == ["z", "a"]


class TestIndexes:
    def test_say_what_belongs_to_what(self, library: Reading) -> None:
        found = library(one_of_each() | event("animation", parent="nuit-noire", programmes=[]))
        assert [c.slug for c in found.by_programme["mois-du-ciel"]] == ["nuit-noire"]
        assert [c.slug for c in found.by_exhibition["malle-etoiles"]] == ["nuit-noire"]
        assert [c.slug for c in found.by_parent["nuit-noire"]] == ["animation"]
        own = {"nuit-noire", "malle-etoiles", "portrait-d-astronome", "appel-du-ciel", "carte-du-ciel", "mois-du-ciel"}
        assert {c.slug for c in found.by_organisation["musee-du-ciel"]} == own

    def test_of_departments_come_from_places(self, library: Reading) -> None:
        found = library(event("laon", place={"name": "Salle", "city": "Laon"}) | event("abbeville"))
        assert {code: [c.slug for c in contributions] for code, contributions in found.by_department.items()} == {
            "02": ["laon"],
            "80": ["abbeville"],
        }

    def test_of_themes_leave_out_what_lists_leave_out(self, library: Reading) -> None:
        found = library(article("a") | article("b", status="archive") | article("c", themes=["sciences-de-la-terre"]))
        assert {theme: [c.slug for c in contributions] for theme, contributions in found.by_theme.items()} == {
            "astronomie": ["a"],
            "sciences-de-la-terre": ["c"],
        }

    def test_a_place_out_of_the_region_has_no_department_of_it(self, library: Reading) -> None:
        (found,) = library(event("bastia", place={"name": "Salle", "city": "Paris", "postcode": "75011"})).events
        assert found.departments == ()
        assert (found.places[0].department, found.places[0].inside) == ("75", False)


class TestTour:
    def test_shows_public_loans_of_listed_tools(self, library: Reading) -> None:
        away = [loan("2026-12-01", "2026-12-20", public_showing=True, city="Amiens"), loan("2027-01-01", "2027-01-20")]
        found = library(
            exhibition("malle", loans=away)
            | exhibition("pour-les-pros", loans=away, visibility="professionnels")
            | exhibition("archivee", loans=away, status="archive")
        )
        assert [(tool.slug, stop.number, stop.place.department if stop.place else None) for tool, stop in found.tour_stops] == [
            ("malle", 1, "80")
        ]

    def test_is_the_public_loans_in_time_order_with_their_names(self, library: Reading) -> None:
        away = [
            loan("2026-12-20", "2026-12-22", public_showing=True),
            loan("2026-12-10", "2026-12-12"),
            loan("2026-12-03", "2026-12-05", "confirme", public_showing=True, city="Amiens", id="moulin", copy=2),
            loan("2026-12-03", "2026-12-05", "confirme", public_showing=True),
            loan("2026-12-03", "2026-12-05", "confirme", public_showing=True, copy=3),
        ]
        (tool,) = library(exhibition("malle", loans=away, loan={"copies": 3})).exhibitions
        assert [(stop.number, stop.name) for stop in tool.stops] == [(3, "moulin"), (4, "20261203"), (5, "20261203-2"), (1, "20261220")]

    def test_has_no_option_and_tells_what_is_cancelled_apart(self, library: Reading) -> None:
        away = [
            loan("2026-12-03", "2026-12-05", "option", public_showing=True),
            loan("2026-12-10", "2026-12-12", "annule", public_showing=True),
        ]
        (tool,) = library(exhibition("malle", loans=away)).exhibitions
        assert (tool.stops, [stop.number for stop in tool.cancelled_stops]) == ((), [2])

    def test_touches_the_days_of_the_loan(self, library: Reading) -> None:
        (stop,) = library(exhibition("malle", loans=[loan("2026-12-01", "2026-12-20", public_showing=True)])).exhibitions[0].stops
        assert stop.on(date(2026, 12, 20), date(2026, 12, 31))
        assert not stop.on(date(2026, 12, 21), date(2026, 12, 21) + timedelta(days=1))


class TestAddresses:
    def test_are_those_of_the_contract(self, library: Reading) -> None:
        assert {c.kind: c.url for c in library(one_of_each()).all} == {
            "event": "/agenda/nuit-noire/",
            "exhibition": "/outils/malle-etoiles/",
            "article": "/articles/portrait-d-astronome/",
            "announcement": "/annonces/appel-du-ciel/",
            "resource": "/ressources/carte-du-ciel/",
            "organisation": "/annuaire/musee-du-ciel/",
            "programme": "/dossiers/mois-du-ciel/",
            "page": "/a-propos/",
        }

    def test_do_not_depend_on_the_sub_folder(self, library: Reading) -> None:
        found = library(programme("fete", folder="2026/exemple"))
        assert (found.all[0].url, found.all[0].example) == ("/dossiers/fete/", True)

    def test_only_a_folder_marks_an_example(self, library: Reading) -> None:
        assert not library(programme("exemple")).all[0].example
