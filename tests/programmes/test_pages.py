"""Which pages a programme has, and what stands on its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from contributions.library.library import Library
from contributions.region.addresses import addresses
from programmes.pages import pages
from publishing.page import Page, Planned
from support import Tree, article, event, organisation, programme

Reading = Callable[..., Library]
SLUG = "mois-du-ciel"


def planned(library: Library) -> list[Planned]:
    return list(pages(library, library.by_key["programme", SLUG]))


def own(library: Library) -> Page:
    made = planned(library)[0].make()
    assert isinstance(made, Page)
    return made


def many(count: int, **keys: Any) -> Tree:
    found: dict[str, str | bytes] = {}
    for number in range(count):
        found |= event(f"rendez-vous-{number}", programmes=[SLUG], **keys)
    return found


class TestPages:
    def test_of_a_small_programme_are_its_own_alone(self, library: Reading) -> None:
        assert [page.path for page in planned(library({**programme(SLUG), **many(10)}))] == [f"/dossiers/{SLUG}/"]

    def test_of_a_large_one_are_those_that_it_needs(self, library: Reading) -> None:
        found = library({**programme(SLUG), **many(70, slots=[{"start": "2026-11-28 14:00", "for": "scolaires"}])})
        base = f"/dossiers/{SLUG}/"
        assert [page.path.removeprefix(base) for page in planned(found)] == ["", "jour/2026-11-28/", "territoires/80/", "scolaires/"]

    def test_that_are_not_needed_any_more_lead_to_its_own(self) -> None:
        shapes = [address.pattern for address in addresses().all if address.pattern.startswith("/dossiers/{programme}/")]
        parts = {shape.split("/")[3] for shape in shapes} - {""}
        assert parts == {"jour", "mois", "territoires", "ailleurs", "scolaires", "villages", "a-lire"}
        assert {f"/dossiers/:programme/{part}/*": "/dossiers/:programme/" for part in parts}.items() <= dict(addresses().gone).items()

    def test_have_titles_of_their_own(self, library: Reading) -> None:
        slots = [{"start": "2026-11-28 14:00"}, {"start": "2026-11-29 14:00"}]
        made = [page.make() for page in planned(library({**programme(SLUG), **many(90, slots=slots)}))]
        titles = [page.title for page in made if isinstance(page, Page)]
        assert len(titles) == len(set(titles)) > 3

    def test_of_what_is_kept_for_a_group_are_for_no_search(self, library: Reading) -> None:
        found = library({**programme(SLUG, visibility="reserve"), **many(70)})
        assert len(planned(found)) > 1
        assert all(page.noindex for page in planned(found))
        assert all(made.noindex for page in planned(found) if isinstance(made := page.make(), Page))


class TestItsOwn:
    def test_counts_what_is_archived_and_not_what_is_kept_for_a_group(self, library: Reading) -> None:
        past = [{"start": "2026-10-03 14:00"}]
        tree = {
            **programme(SLUG),
            **event("archive", programmes=[SLUG], slots=past, date="2026-09-01", status="archive"),
            **event("reserve", programmes=[SLUG], visibility="reserve"),
        }
        assert own(library(tree)).data["totals"][0] == "1 événement"

    def test_tells_apart_what_has_no_day(self, library: Reading) -> None:
        tree = {**programme(SLUG), **event("jadis", programmes=[SLUG], slots=[{"start": "2025-06"}], date="2025-06-01")}
        data = own(library(tree)).data
        assert [line.title for line in data["undated"]] == ["Sujet jadis"]
        assert data["runs"] == ()

    def test_folds_the_days_that_are_over_while_others_are_ahead(self, library: Reading) -> None:
        slots = [{"start": f"2026-11-{day} 14:00"} for day in (14, 20, 21, 28)]
        data = own(library({**programme(SLUG), **many(2, slots=slots, date="2026-11-01")})).data
        assert [(run.title, [day.iso[-2:] for day in run.days]) for run in data["runs"]] == [
            ("2 jours passés", ["14", "20"]),
            (None, ["21", "28"]),
        ]

    def test_folds_no_day_once_all_are_over(self, library: Reading) -> None:
        slots = [{"start": "2026-11-14 14:00"}, {"start": "2026-11-15 14:00"}]
        data = own(library({**programme(SLUG), **many(1, slots=slots, date="2026-11-01")})).data
        assert [run.title for run in data["runs"]] == [None]

    def test_tells_the_marks_of_its_map_apart_where_they_differ(self, library: Reading) -> None:
        alike = own(library({**programme(SLUG), **many(2)})).data["map"]
        assert alike.legend == ()
        mixed = own(library({**programme(SLUG), **many(1), **event("sentier", programmes=[SLUG], category="parcours")})).data["map"]
        assert [sort.label for sort in mixed.legend] == ["Rendez-vous", "Parcours"]

    def test_names_its_places_and_marks_them_where_it_has_no_events(self, library: Reading) -> None:
        data = own(library(programme(SLUG, places=[{"city": "Calais"}, {"name": "MFR", "city": "Beauvais"}]))).data
        assert [fact.values for fact in data["facts"] if fact.label == "Lieux"] == [("Calais (62)", "Beauvais (60), MFR")]
        assert data["map"] is not None
        assert {dot.said for dot in data["map"].dots} == {"Calais", "Beauvais"}

    def test_says_what_has_changed(self, library: Reading) -> None:
        tree = {**programme(SLUG), **many(1)}
        for status in ("annule", "reporte", "complet"):
            tree |= event(f"est-{status}", programmes=[SLUG], event_status=status)
        assert own(library(tree)).data["changes"] == "1 annulé, 1 reporté, 1 complet"

    def test_says_so_where_all_of_it_is_called_off(self, library: Reading) -> None:
        data = own(library({**programme(SLUG), **many(2, event_status="annule")})).data
        assert (data["totals"], data["changes"]) == ((), "2 annulés")
        assert len(data["runs"]) == 1

    @pytest.mark.parametrize(("state", "words"), [("labellise", ["labellisé"]), ("annule", ["a renoncé"]), (None, [])])
    def test_tells_the_state_of_who_leads(self, library: Reading, state: str | None, words: list[str]) -> None:
        leader = {"organisation": "musee-du-ciel", **({"state": state} if state else {})}
        tree = {
            **organisation("musee-du-ciel"),
            **programme(SLUG, leaders=[leader]),
            **many(2, organisation="musee-du-ciel", publisher=None),
        }
        (leading,) = own(library(tree)).data["leading"]
        assert (leading.who.url, leading.count) == ("/annuaire/musee-du-ciel/", "2 événements")
        assert [badge.label for badge in leading.badges] == words

    @pytest.mark.parametrize(
        ("end", "state", "keys", "said"),
        [
            ("2026-12-01", None, None, "0 événement, pas encore publié"),
            ("2026-12-01", "annule", None, ""),
            ("2026-12-01", None, {"event_status": "annule"}, "0 événement"),
            ("2026-11-02", None, None, "0 événement"),
        ],
    )
    def test_says_who_leads_and_has_published_nothing(
        self, library: Reading, end: str, state: str | None, keys: dict[str, str] | None, said: str
    ) -> None:
        leader = {"name": "Le cercle", **({"state": state} if state else {})}
        own_one = {} if keys is None else event("du-cercle", programmes=[SLUG], publisher={"name": "Le cercle"}, **keys)
        tree = {**programme(SLUG, start="2026-11-01", end=end, leaders=[leader]), **many(1), **own_one}
        (leading,) = own(library(tree)).data["leading"]
        assert leading.count == said

    def test_offers_what_one_reads(self, library: Reading) -> None:
        assert [card.url for card in own(library({**programme(SLUG), **article("retour", programmes=[SLUG])})).data["cards"]] == [
            "/articles/retour/"
        ]

    def test_tells_schools_where_to_ask_whom(self, library: Reading) -> None:
        keys = {
            "school_booking": {"levels": ["cm1"], "email": "classes@exemple.fr"},
            "slots": [{"start": "2026-11-28 09:00", "for": "scolaires"}],
        }
        data = own(library({**programme(SLUG), **many(1, **keys), **event("public", programmes=[SLUG])})).data
        (department,) = data["offers"]
        assert (department.title, data["school_count"]) == ("Somme (80)", "1 événement, 1 séance")
        assert [(fact.label, fact.value) for fact in department.offers[0].facts] == [("Niveaux", "CM1"), ("Courriel", "classes@exemple.fr")]
