"""Every key of hub.yml is read, and what letters choose from is the hub's own."""

from collections.abc import Callable

from contributions.loading.loading import Loaded
from support import hub

EVERYTHING = {
    "newsletter": {"provider": "brevo", "action_url": "https://exemple.fr/lettre"},
    "school_holidays": "B",
    "review_days": 5,
    "imports": [{"source": "openagenda", "url": "https://openagenda.com/agendas/1/events.v2.json", "every": "semaine"}],
    "categories": {
        "exhibition": {"malle": {"label": "Malle", "group": "malle"}, "planetarium": "Planétarium"},
        "event": {"atelier": "Atelier"},
    },
    "letters": {
        "curieux": {
            "name": "La lettre des curieux",
            "tagline": "Le ciel du mois",
            "every": "mois",
            "departments": ["80", "02"],
            "themes": ["astronomie"],
            "audiences": ["famille"],
            "sections": [
                {"title": "À voir", "kinds": ["event"], "categories": ["atelier", "malle"]},
                {"title": "Merci", "programmes": ["mois-du-ciel"], "roles": ["financeur", "mecene"], "new": True},
            ],
            "thanks": "partners",
            "contact": {"name": "La rédaction", "email": "lettre@exemple.fr"},
            "notice": "Une lettre par mois, et rien d’autre.",
        },
        "pro": {
            "name": "La lettre pro",
            "every": "libre",
            "sections": [{"title": "Tout"}],
            "thanks": ["musee-de-la-craie", "Radio Plateau"],
        },
    },
}


def test_every_key_is_read(loaded: Callable[..., Loaded]) -> None:
    read = loaded(hub(**EVERYTHING))
    assert read.problems == ()
    assert read.library is not None
    found = read.library.hub
    letter = found.letters["curieux"]
    assert (found.school_holidays, found.review_days, found.imports[0].source) == ("B", 5, "openagenda")
    assert (letter.every, letter.sections[1].new, letter.sections[0].new, letter.thanks) == ("mois", True, False, "partners")
    assert found.letters["pro"].thanks == ("musee-de-la-craie", "Radio Plateau")
    assert found.category("exhibition", "planetarium") == "Planétarium"


def test_a_letter_chooses_among_the_categories_that_the_hub_has(reported: Callable[..., list[str]]) -> None:
    own = {"letters": {"pro": {"name": "La lettre", "sections": [{"title": "Tout", "categories": ["atelier", "visite"]}]}}}
    assert reported(hub(**own)) == []
    (said,) = reported(hub(**own, categories={"event": {"atelier": "Atelier"}}))
    assert " E109 « visite »" in said
