"""The letters of hub.yml: when each comes, what its sections hold, whom it thanks."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.library.library import Library
from newsletter.letter import Letter
from newsletter.others.issues import days, issues
from newsletter.others.letters import letter
from support import Tree, announcement, article, event, exhibition, hub, loan, organisation
from support_letters import made, said_as_new, titles

Reading = Callable[..., Library]
DAY = "2026-11-02"


def of_hub(every: str = "mois", sections: list[dict[str, Any]] | None = None, **keys: Any) -> dict[str, str | bytes]:
    """A hub with a letter called « curieux »."""
    return hub(letters={"curieux": {"name": "La lettre des curieux", "every": every, "sections": sections or [{"title": "Tout"}], **keys}})


def of(library: Reading, tree: Tree, day: str = DAY) -> Letter:
    """An issue of it."""
    return letter(library(tree), "curieux", day)


def soon(slug: str, day: str = "2026-11-07", **keys: Any) -> dict[str, str | bytes]:
    """An event of November."""
    return event(slug, **{"date": "2026-09-15", "slots": [{"start": f"{day} 14:00"}], **keys})


class TestTheDays:
    @pytest.mark.parametrize(
        ("every", "expected"),
        [
            ("semaine", ["2026-09-28", "2026-10-05", "2026-10-12"]),
            ("mois", ["2026-10-05"]),
            ("trimestre", ["2026-10-05"]),
            ("libre", []),
        ],
        ids=["semaine", "mois", "trimestre", "libre"],
    )
    def test_are_mondays(self, every: str, expected: list[str]) -> None:
        found = days(every, date(2026, 9, 22).toordinal(), date(2026, 10, 15).toordinal(), ())
        assert [date.fromordinal(day).isoformat() for day in found] == expected

    @given(first=st.integers(730_000, 740_000), length=st.integers(0, 900), every=st.sampled_from(["semaine", "mois", "trimestre"]))
    def test_are_one_a_period(self, first: int, length: int, every: str) -> None:
        found = [date.fromordinal(day) for day in days(every, first, first + length, ())]
        months = {"semaine": 0, "mois": 1, "trimestre": 3}[every]
        expected = []
        for day in (date.fromordinal(first) + timedelta(number) for number in range(length + 1)):
            opens = day.day <= 7 and (months == 1 or day.month in {1, 4, 7, 10})
            if day.weekday() == 0 and (months == 0 or opens):
                expected.append(day)
        assert found == expected

    def test_follow_what_an_editor_chose(self, library: Reading) -> None:
        tree = of_hub() | soon("nuit") | {"letters/curieux/2026-11-10.md": "---\ntitle: Le ciel\n---\nUn mot.\n"}
        assert list(issues(library(tree), "curieux")) == ["2026-11-10", "2026-10-05"]

    def test_are_those_of_the_files_where_a_letter_is_free(self, library: Reading) -> None:
        tree = of_hub("libre") | soon("nuit") | {"letters/curieux/2026-11-03.md": "---\ntitle: Le ciel\n---\nUn mot.\n"}
        read = library(tree)
        assert list(issues(read, "curieux")) == ["2026-11-03"]
        assert letter(read, "curieux", "2026-11-03").title == "Le ciel"


class TestAnIssue:
    def test_holds_what_fits_all_that_it_asks(self, library: Reading) -> None:
        place = {"name": "Salle", "city": "Lille", "postcode": "59000"}
        tree = (
            of_hub(departments=["59"], themes=["astronomie"], audiences=["famille"])
            | soon("oui", place=place, audiences=["famille"])
            | soon("ailleurs", audiences=["famille"])
            | soon("autre-theme", place=place, audiences=["famille"], themes=["sciences-de-la-terre"])
            | soon("autre-public", place=place, audiences=["tout-public"])
        )
        assert titles(of(library, tree)) == {"Tout": ["Sujet oui"]}

    def test_has_sections_of_kinds_and_categories_of_what_is_new_alone_where_they_say_so(self, library: Reading) -> None:
        sections = [
            {"title": "À voir", "kinds": ["event"], "categories": ["atelier"]},
            {"title": "Nouveau", "kinds": ["article", "exhibition"], "new": True},
            {"title": "Ouvert", "kinds": ["announcement", "article"]},
        ]
        tree = (
            of_hub(sections=sections)
            | soon("atelier")
            | soon("conference", category="conference")
            | soon("plus-tard", "2026-12-24")
            | article("neuf", date="2026-10-20")
            | article("vieux", date="2026-02-20")
            | exhibition("malle", date="2026-10-21")
            | announcement("ouvert", date="2026-02-01")
            | announcement("clos", date="2026-02-01", expires="2026-10-30")
        )
        assert titles(of(library, tree)) == {
            "À voir": ["Sujet atelier"],
            "Nouveau": ["Sujet malle", "Sujet neuf"],
            "Ouvert": ["Sujet vieux", "Sujet ouvert"],
        }

    def test_does_not_come_where_nothing_is_new_and_nothing_begins(self, library: Reading) -> None:
        tree = of_hub() | event("expo", date="2026-08-01", slots=[{"start": "2026-08-20", "end": "2026-11-30"}])
        assert list(issues(library(tree), "curieux")) == ["2026-08-03"]

    def test_tells_professionals_what_is_for_them_and_nobody_else(self, library: Reading) -> None:
        tree = soon("formation", visibility="professionnels", audiences=["professionnels"]) | soon("pour-tous")
        assert titles(of(library, of_hub() | tree)) == {"Tout": ["Sujet pour tous"]}
        assert titles(of(library, of_hub(audiences=["professionnels"]) | tree)) == {"Tout": ["Sujet formation"]}

    def test_tells_a_tool_on_tour_where_it_stops_with_who_supports_it(self, library: Reading) -> None:
        partners = [{"name": "La Ville", "role": "mecene"}, {"name": "Le labo", "role": "concepteur"}]
        stop = loan("2026-11-05", "2026-11-20", public_showing=True, city="Lille")
        tree = (
            of_hub(sections=[{"title": "En tournée", "kinds": ["exhibition"], "roles": ["financeur", "mecene"]}], thanks="partners")
            | exhibition("malle", date="2026-02-01", loans=[stop], partners=partners)
            | exhibition("seule", date="2026-02-01", loans=[stop])
        )
        found = of(library, tree)
        assert titles(found) == {"En tournée": ["Sujet malle"]}
        assert found.cards[0].where == "Lille (59)"
        assert found.cards[0].notes == ("Avec le soutien de La Ville.",)
        assert [link.label for link in found.thanks] == ["La Ville"]

    def test_thanks_whom_it_is_told_to_and_says_whom_to_write_to(self, library: Reading) -> None:
        keys = {"thanks": ["musee", "La Ville"], "contact": {"email": "lettre@exemple.fr"}, "notice": "Vous recevez cette lettre."}
        found = of(library, of_hub(**keys) | organisation("musee", title="Le musée") | soon("nuit"))
        assert [(link.label, link.url) for link in found.thanks] == [("Le musée", "/annuaire/musee/"), ("La Ville", None)]
        assert [(fact.value, fact.url) for fact in found.contact] == [("lettre@exemple.fr", "mailto:lettre@exemple.fr")]
        assert found.notice == "Vous recevez cette lettre."

    def test_puts_the_words_under_a_heading_into_the_section_of_that_name(self, library: Reading) -> None:
        words = "---\nsubject: Objet\n---\nBonjour.\n\n## à voir\n\nDes étoiles.\n\n## Et aussi\n\nUn mot.\n"
        tree = of_hub(sections=[{"title": "À voir"}]) | soon("nuit") | {f"letters/curieux/{DAY}.md": words}
        found = of(library, tree)
        assert found.sections[0].html == "<p>Des étoiles.</p>"
        assert found.words == "<p>Bonjour.</p>\n<h2>Et aussi</h2>\n<p>Un mot.</p>"
        assert (found.subject, found.title) == ("Objet", "La lettre des curieux – novembre 2026")

    def test_says_as_new_what_no_earlier_one_said(self, library: Reading) -> None:
        tree = of_hub() | article("octobre", date="2026-10-04") | article("novembre", date="2026-10-05")
        read = library(tree)
        assert said_as_new(letter(read, "curieux", "2026-10-05")) == ["Sujet octobre"]
        assert said_as_new(letter(read, "curieux", DAY)) == ["Sujet novembre"]


class TestItsPages:
    def test_are_a_list_a_page_an_issue_and_a_feed(self, library: Reading) -> None:
        found = made(library(of_hub(tagline="Pour qui regarde en l’air") | soon("nuit") | soon("avant", "2026-10-07")))
        paths = [path for path in found if "lettres" in path]
        assert paths == [
            "/lettres/curieux/",
            "/lettres/curieux/2026-11-02/",
            "/lettres/curieux/2026-10-05/",
            *(f"/flux/lettres/curieux.{ending}" for ending in ("xml", "json")),
        ]
        assert [head.path for head in found["/lettres/curieux/"].data["letters"]] == paths[1:3]
        assert [other.url for other in found["/newsletter/"].data["others"]] == ["/lettres/curieux/"]
        assert found["/flux/lettres/curieux.xml"].content.count(b"<item>") == 2
