"""The sections of the weekly letter: what stands in each, in which order, and nothing twice."""

from collections.abc import Callable
from datetime import date
from typing import Any

from contributions.library.library import Library
from newsletter.letter import Letter
from newsletter.parts import SHOWN
from newsletter.weekly import letter
from newsletter.weeks import weeks
from support import Tree, announcement, article, event, exhibition, hub, loan, organisation, programme, resource
from support_letters import titles

Reading = Callable[..., Library]
WEEK = "2026-w47"
NEW = "2026-11-11"
"""A day of the week before."""


def on(day: str, **keys: Any) -> dict[str, Any]:
    """The keys of an event of an hour on a day, published long before."""
    return {"date": "2026-09-01", "slots": [{"start": f"{day} 14:00", "end": f"{day} 15:00"}], **keys}


def of(library: Reading, tree: Tree) -> Letter:
    """The letter of the week of 16 November."""
    return letter(library(tree), WEEK)


class TestTheSections:
    def test_stand_in_their_order_and_repeat_no_card(self, library: Reading) -> None:
        tree = (
            event("une", featured=True, **on("2026-11-19"))
            | event("jeudi", **on("2026-11-19"))
            | event("samedi", audiences=["famille"], **on("2026-11-21"))
            | event("avril", **on("2027-04-03", date=NEW))
            | article("portrait", date=NEW)
            | announcement("appel", date=NEW)
            | announcement("bientot", date="2026-09-01", expires="2026-11-20")
            | exhibition("malle", date=NEW)
            | resource("fiche", date=NEW)
            | programme("mois", date=NEW)
        )
        assert titles(of(library, tree)) == {
            "À la une": ["Sujet une"],
            "Cette semaine, près de chez vous": ["Sujet jeudi"],
            "Le week-end en famille": ["Sujet samedi"],
            "Nouveaux rendez-vous": ["Sujet avril"],
            "À lire": ["Sujet portrait"],
            "Nouvelles annonces": ["Sujet appel"],
            "Annonces qui se ferment": ["Sujet bientot"],
            "Nouveaux outils à emprunter": ["Sujet malle"],
            "À utiliser": ["Sujet fiche"],
            "Dossiers": ["Sujet mois"],
        }

    def test_that_hold_nothing_are_not_there(self, library: Reading) -> None:
        assert list(titles(of(library, article("portrait", date=NEW)))) == ["À lire"]

    def test_say_once_what_would_stand_in_two(self, library: Reading) -> None:
        found = of(library, event("soir", featured=True, **on("2026-11-21", date=NEW, audiences=["famille"])))
        assert titles(found) == {"À la une": ["Sujet soir"]}
        assert [badge.label for badge in found.cards[0].badges][:1] == ["Nouveau"]

    def test_offer_nothing_to_attend_that_is_for_professionals_alone(self, library: Reading) -> None:
        reserved = {"visibility": "professionnels", "audiences": ["professionnels"], "featured": True}
        tree = event("formation", **on("2026-11-19", date=NEW, **reserved)) | article("portrait", date=NEW)
        assert titles(of(library, tree)) == {"À lire": ["Sujet portrait"]}

    def test_offer_families_the_week_end_alone(self, library: Reading) -> None:
        tree = event("mercredi", **on("2026-11-18", audiences=["famille"])) | event("dimanche", **on("2026-11-22", audiences=["famille"]))
        assert titles(of(library, tree)) == {
            "Cette semaine, près de chez vous": ["Sujet mercredi"],
            "Le week-end en famille": ["Sujet dimanche"],
        }

    def test_lead_to_the_rest_where_there_is_a_great_deal(self, library: Reading) -> None:
        tree = {name: text for n in range(SHOWN + 5) for name, text in event(f"soir-{n:02}", **on("2026-11-19")).items()}
        found = of(library, tree)
        (section,) = found.sections
        assert len(section.cards) == SHOWN
        assert section.more is not None
        assert (section.more.label, section.more.url) == ("Et 5 autres, dans l’agenda", "/agenda/")
        assert found.summary == f"{SHOWN + 5} rendez-vous à ne pas manquer."


class TestAnEditor:
    def test_puts_something_first_leaves_something_out_and_names_the_mail(self, library: Reading) -> None:
        words = (
            "---\ntitle: Bonjour\nsubject: Ce dimanche\nfirst: [articles/vieux, event/jeudi]\nleave_out: [article/portrait]\n---\nUn mot.\n"
        )
        tree = (
            event("jeudi", **on("2026-11-19"))
            | article("vieux", date="2026-01-01")
            | article("portrait", date=NEW)
            | {f"newsletter/{WEEK}.md": words}
        )
        found = of(library, tree)
        assert titles(found) == {"Le choix de la rédaction": ["Sujet vieux", "Sujet jeudi"]}
        assert (found.title, found.subject, found.words) == ("Bonjour", "Ce dimanche", "<p>Un mot.</p>")
        assert found.sections[0].cards[1].day is not None

    def test_need_not_name_it(self, library: Reading) -> None:
        assert of(library, {f"newsletter/{WEEK}.md": "---\ntitle: Bonjour\n---\nUn mot.\n"}).subject == "Bonjour"

    def test_cannot_put_first_what_lists_do_not_show_or_what_is_for_professionals_alone(self, library: Reading) -> None:
        tree = (
            article("groupe", visibility="reserve")
            | article("ancien", status="archive")
            | event("formation", **on("2026-11-19", visibility="professionnels"))
            | {f"newsletter/{WEEK}.md": "---\nfirst: [article/groupe, article/ancien, event/formation]\n---\nUn mot.\n"}
        )
        assert of(library, tree).sections == ()


class TestWhereSomethingIsOn:
    def test_is_told_department_by_department_most_first(self, library: Reading) -> None:
        place = {"name": "Salle", "city": "Lille", "postcode": "59000"}
        tree = (
            event("un", **on("2026-11-19"))
            | event("deux", place=place, **on("2026-11-19"))
            | event("trois", place=place, **on("2026-11-20"))
            | event("nowhere", mode="en-ligne", place=None, online_url="https://exemple.fr", **on("2026-11-20"))
        )
        links = of(library, tree).departments
        assert [(link.label, link.url) for link in links] == [
            ("Nord\u00a02", "/agenda/territoires/59/"),
            ("Somme\u00a01", "/agenda/territoires/80/"),
        ]


class TestThanks:
    def test_go_to_who_finances_what_is_told_and_to_the_hubs_partners(self, library: Reading) -> None:
        partners = [
            {"organisation": "musee", "role": "mecene"},
            {"name": "La Région", "role": "financeur"},
            {"name": "Le labo", "role": "intervenant"},
        ]
        tree = (
            organisation("musee", title="Le musée")
            | article("portrait", date=NEW, partners=partners)
            | article("vieux", date="2026-01-01", partners=[{"name": "La Ville", "role": "financeur"}])
            | hub(partners=[{"name": "La Région", "url": "https://region.example"}, {"name": "L’État"}])
        )
        assert [(link.label, link.url) for link in of(library, tree).thanks] == [
            ("Le musée", "/annuaire/musee/"),
            ("La Région", "https://region.example"),
            ("L’État", None),
        ]


class TestToolsThatComeBack:
    def test_are_told_with_the_day_of_their_next_loan(self, library: Reading) -> None:
        lent = loan("2026-11-02", "2026-11-17", "en-cours", borrower="Un collège")
        tree = exhibition("malle", date="2026-01-05", availability_on="2026-11-10", loans=[lent], loan={"gap_days": 1, "notice_days": 4})
        found = of(library, tree | article("portrait", date=NEW))
        (section,) = (section for section in found.sections if section.title == "Outils qui se libèrent")
        assert [(card.title, card.when) for card in section.cards] == [("Sujet malle", "libre à partir du 20\u00a0novembre 2026")]

    def test_make_no_letter_by_themselves(self, library: Reading) -> None:
        lent = loan("2026-11-02", "2026-11-17", "en-cours", borrower="Un collège")
        tree = exhibition("malle", date="2026-01-05", availability_on="2026-11-10", loans=[lent]) | article("portrait", date="2026-10-07")
        assert WEEK not in weeks(library(tree))

    def test_are_none_that_another_copy_could_replace_or_whose_owner_is_silent(self, library: Reading) -> None:
        lent = loan("2026-11-02", "2026-11-17", "en-cours", borrower="Un collège")
        tree = (
            exhibition("deux", date="2026-01-05", availability_on="2026-11-10", loans=[lent], loan={"copies": 2})
            | exhibition("muet", date="2026-01-05", availability_on="2026-06-10", loans=[lent])
            | exhibition("repris", date="2026-01-05", availability_on="2026-11-10", loans=[lent, loan("2026-11-18", "2027-06-30")])
            | article("portrait", date=NEW)
        )
        assert list(titles(of(library, tree))) == ["À lire"]


def test_a_featured_event_is_told_in_the_weeks_before_it(library: Reading) -> None:
    tree = event("nuit", featured=True, **on("2026-12-05")) | article("portrait", date=NEW)
    assert titles(of(library, tree))["À la une"] == ["Sujet nuit"]
    far = event("nuit", featured=True, **on("2027-02-05")) | article("portrait", date=NEW)
    assert "À la une" not in titles(letter(library(far, date(2026, 11, 17)), WEEK))
