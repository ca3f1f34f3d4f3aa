"""What is said of an event elsewhere."""

from collections.abc import Callable

from agenda.event.sharing import announcement, words
from agenda.pages import event_page
from contributions.library.library import Library
from support import SVG, Tree, event

Reading = Callable[[Tree], Library]
PICTURE = {"src": "images/ciel.svg", "alt": "Un ciel étoilé", "credit": "Escale"}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_text_for_networks_says_all_that_one_asks(library: Reading) -> None:
    known = library(event("soir", title="La nuit", image=PICTURE, price={"free": True}) | {"images/ciel.svg": SVG})
    (found,) = known.of("event")
    assert plain(announcement(known, found)).splitlines() == [
        "La nuit",
        "Samedi 28 novembre 2026, de 14 h à 16 h",
        "Médiathèque du Moulin, Abbeville (80)",
        "Gratuit",
        "https://escale.example/agenda/soir/",
        "Image : Un ciel étoilé",
    ]


def test_it_says_what_has_changed_and_that_there_are_other_dates(library: Reading) -> None:
    slots = [{"start": "2026-12-05"}, {"start": "2026-12-06"}]
    known = library(
        event("soir", title="La nuit", slots=slots, mode="en-ligne", place=None, online_url="https://v.example/", event_status="complet")
    )
    (found,) = known.of("event")
    assert plain(announcement(known, found)).splitlines() == [
        "Complet : La nuit",
        "Samedi 5 décembre 2026, et d’autres dates",
        "En ligne",
        "https://escale.example/agenda/soir/",
    ]


def test_a_shared_page_says_date_and_town_before_its_summary(library: Reading) -> None:
    known = library(event("soir", summary="Lever les yeux.", event_status="annule"))
    (found,) = known.of("event")
    assert plain(words(known, found)) == "Annulé : Samedi 28 novembre 2026, de 14 h à 16 h – Abbeville (80). Lever les yeux."
    page = event_page(known, found)
    assert (page.shared, page.description) == (words(known, found), "Lever les yeux.")
