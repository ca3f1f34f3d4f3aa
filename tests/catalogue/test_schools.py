"""What schools find with the pass Culture: tools, interventions and events in one list, each once, where its first level is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from catalogue.schools import Stage, schools
from contributions.library.library import Library
from directory.lending import lent
from publishing.page import Page
from support import event, exhibition, hub, organisation, resource

Reading = Callable[..., Library]
CULTURE: dict[str, Any] = {"pass_culture": True}


def shown(library: Library) -> Mapping[str, Any]:
    """The values of the page."""
    page = schools(library).make()
    assert isinstance(page, Page)
    return page.data


def stages(library: Library) -> dict[str, list[str]]:
    """The titles of what begins at each stage."""
    return {stage.id: [offer.title for offer in stage.offers] for stage in shown(library)["stages"]}


def also(library: Library) -> dict[str, list[str]]:
    """And of what suits it too."""
    found: tuple[Stage, ...] = shown(library)["stages"]
    return {stage.id: [offer.title for offer in stage.also] for stage in found if stage.also}


class TestTheList:
    def test_holds_what_carries_the_pass_and_nothing_else(self, library: Reading) -> None:
        read = library(
            exhibition("malle", title="La malle", **CULTURE)
            | exhibition("autre", title="Une autre")
            | resource("classe", title="Une chercheuse en classe", category="intervention", url=None, **CULTURE)
            | resource("fiche", title="La fiche", **CULTURE)
            | event("atelier", title="L’atelier", **CULTURE)
            | event("visite", title="La visite")
        )
        assert stages(read) == {"autre": ["La malle", "Une chercheuse en classe", "L’atelier"]}
        assert (shown(read)["total"], shown(read)["others"]) == (1, "et 2 interventions et rendez-vous")

    def test_has_nothing_that_is_over_called_off_or_withdrawn(self, library: Reading) -> None:
        read = library(
            exhibition("malle", condition="retire", retired_on="2026-01-01", **CULTURE)
            | event("passe", slots=[{"start": "2026-11-01 14:00"}], **CULTURE)
            | event("annule", event_status="annule", **CULTURE)
        )
        assert stages(read) == {}

    def test_tells_each_at_its_first_level_and_names_it_at_others(self, library: Reading) -> None:
        read = library(
            exhibition("malle", title="La malle", school_levels=["Cycle 3", "lycee"], **CULTURE)
            | event("atelier", title="L’atelier", school_booking={"levels": ["3e", "2de"]}, **CULTURE)
            | resource("classe", title="En classe", category="intervention", url=None, level="cycles 3 et 4", **CULTURE)
        )
        assert stages(read) == {"elementaire": ["La malle", "En classe"], "college": ["L’atelier"], "lycee": []}
        assert also(read) == {"college": ["La malle", "En classe"], "lycee": ["La malle", "L’atelier"]}

    def test_reads_the_public_where_no_level_is_given(self, library: Reading) -> None:
        audiences = {"tout-public": "Tout public", "college": "Collège", "primaire": "Primaire"}
        read = library(hub(audiences=audiences) | exhibition("malle", title="La malle", audiences=["tout-public", "college"], **CULTURE))
        assert stages(read) == {"college": ["La malle"]}
        [stage] = shown(read)["stages"]
        assert stage.offers[0].levels == "Collège"

    def test_says_a_level_in_the_words_of_a_resource(self, library: Reading) -> None:
        read = library(resource("classe", category="intervention", url=None, level="À partir de la 4e, sur demande", **CULTURE))
        [stage] = shown(read)["stages"]
        assert (stage.id, stage.offers[0].levels) == ("autre", "À partir de la 4e, sur demande")


class TestAnOrganisation:
    def test_shows_what_it_lends_by_theme_and_no_one_elses(self, library: Reading) -> None:
        mine: dict[str, Any] = {"organisation": "musee", "publisher": None}
        read = library(
            organisation("musee")
            | exhibition("lune", title="La lune", **mine)
            | exhibition("craie", title="La craie", themes=["sciences-de-la-terre", "astronomie"], **mine)
            | exhibition("partie", title="Partie", condition="retire", retired_on="2026-01-01", **mine)
            | exhibition("autre", title="Une autre", partners=[{"organisation": "musee", "role": "comite"}])
        )
        groups = lent(read, read.organisations[0])
        assert [(group.label, group.url, [line.title for line in group.lines]) for group in groups] == [
            ("Astronomie", "/outils/themes/astronomie/", ["La lune"]),
            ("Sciences de la Terre", "/outils/themes/sciences-de-la-terre/", ["La craie"]),
        ]
